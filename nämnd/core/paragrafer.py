"""Sets of §§ as the field writes them: «59–64», «59–61, 63», «62 punkt 2», «14–», «–13».

Kept as text in rows and in the exchange format; None is every § of the sammanträde.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PART = re.compile(
    r"(?P<first>[0-9]+)?\s*(?P<dash>[–-])?\s*(?P<last>[0-9]+)?"
    r"(?:\s*(?:punkt|p\.)\s*(?P<punkt>[0-9]+(?:\s*[–-]\s*[0-9]+)?))?",
    re.IGNORECASE,
)
_MOST = 1_000_000  # no § comes near


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """§§ from `first` to `last`, both included; 0 is from the start, None to the end.

    With `punkt` («2», «2–12») it is a part of one §.
    """

    first: int
    last: int | None
    punkt: str | None = None

    def covers(self, nummer: int) -> bool:
        """Say whether § `nummer`, or a part of it, is in the span."""
        return self.first <= nummer and (self.last is None or nummer <= self.last)


@dataclass(frozen=True, slots=True)
class Paragrafer:
    """A set of §§, normalised: whole §§ in ascending spans that do not touch, then the parts."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str | None:
        """Return the set as it is kept: None for all; «» for none."""
        return None if self == ALL else ", ".join(map(_written, self.spans))

    def covers(self, nummer: int, punkt: str | None = None) -> bool:
        """Say whether the whole of § `nummer`, or that punkt of it, is in the set."""
        mine = [one for one in self.spans if one.covers(nummer)]
        if any(one.punkt is None for one in mine):
            return True
        if punkt is None:
            return False
        wanted = _punkter(punkt)
        return wanted <= {number for one in mine if one.punkt for number in _punkter(one.punkt)}

    def touches(self, nummer: int) -> bool:
        """Say whether § `nummer`, or some punkt of it, is in the set."""
        return any(one.covers(nummer) for one in self.spans)

    def plus(self, other: "Paragrafer") -> "Paragrafer":
        """Return what is in one or the other."""
        return normalised((*self.spans, *other.spans))

    def minus(self, other: "Paragrafer") -> "Paragrafer":
        """Return what is here and not in `other`; a part is taken away only with its whole §."""
        left = list(self.spans)
        for away in other.spans:
            if away.punkt is None:
                left = [piece for one in left for piece in _cut(one, away)]
            else:
                left = [one for one in left if one != away]
        return normalised(left)

    def until(self, nummer: int) -> "Paragrafer":
        """Return what is at most § `nummer`."""
        return self.minus(Paragrafer((Span(nummer + 1, None),)))

    def since(self, nummer: int) -> "Paragrafer":
        """Return what is at least § `nummer`."""
        return self.minus(Paragrafer((Span(0, nummer - 1),))) if nummer > 0 else self

    def renumbered(self, numbers: Mapping[int, int]) -> "Paragrafer":
        """Return the same §§ under new numbers (`numbers`: old → new, all of the sammanträde).

        An open end stays open; the set is otherwise made of the §§ that there are.
        """
        if self == ALL or not numbers:
            return self
        parts = [Span(numbers[s.first], numbers[s.first], s.punkt) for s in self._parts(numbers)]
        whole = [one for one in self.spans if one.punkt is None]
        new = {numbers[old] for old in numbers if any(one.covers(old) for one in whole)}
        spans = [Span(one, one) for one in new]
        outside = [one for one in whole if not any(one.covers(old) for old in numbers)]
        made = normalised((*spans, *parts, *outside))
        return _opened(made, whole, numbers)

    def _parts(self, numbers: Mapping[int, int]) -> list[Span]:
        return [one for one in self.spans if one.punkt is not None and one.first in numbers]


ALL = Paragrafer((Span(0, None),))
NONE = Paragrafer(())


def read(text: str | None) -> Paragrafer:
    """Return the set that `text` names; None is all of them, «» none.

    Raises:
        ValueError: it is not written like a set of §§.
    """
    if text is None:
        return ALL
    plain = text.replace("§", " ").strip()
    return normalised(_read_part(part) for part in plain.split(",")) if plain else NONE


def of(numbers: Iterable[int]) -> Paragrafer:
    """Return the set of just these §§."""
    return normalised(Span(one, one) for one in numbers)


def between(first: int, last: int | None) -> Paragrafer:
    """Return the §§ from `first` to `last`, both included; None: to the end."""
    return normalised((Span(first, last),))


def normalised(spans: Iterable[Span]) -> Paragrafer:
    """Return spans as a set: whole §§ joined and in order, then parts of §§ not already whole."""
    given = sorted(spans, key=lambda one: (one.first, one.punkt or ""))
    whole: list[Span] = []
    for one in given:
        if one.punkt is not None:
            continue
        before = whole[-1] if whole else None
        if before and (before.last is None or one.first <= before.last + 1):
            ends = (before.last, one.last)
            last = None if None in ends else max(end for end in ends if end is not None)
            whole[-1] = Span(before.first, last)
        else:
            whole.append(one)
    parts = {
        one
        for one in given
        if one.punkt is not None and not any(w.covers(one.first) for w in whole)
    }
    ordered = sorted(parts, key=lambda one: (one.first, min(_punkter(one.punkt or "0"))))
    return Paragrafer(tuple(sorted((*whole, *ordered), key=_place)))


def _place(one: Span) -> tuple[int, int]:
    return one.first, min(_punkter(one.punkt)) if one.punkt else 0


def _read_part(text: str) -> Span:
    found = _PART.fullmatch(text.strip())
    if not found or not (found["first"] or found["last"]):
        raise ValueError(text)
    first = int(found["first"] or 0)
    last = int(found["last"]) if found["last"] else (None if found["dash"] else first)
    punkt = found["punkt"] and "–".join(part.strip() for part in re.split("[–-]", found["punkt"]))
    if found["last"] and not found["dash"]:
        raise ValueError(text)
    if (last is not None and last < first) or max(first, last or 0) > _MOST:
        raise ValueError(text)
    if punkt and (last != first or not _punkter(punkt)):
        raise ValueError(text)
    return Span(first, last, punkt)


def _written(one: Span) -> str:
    if one.punkt is not None:
        return f"{one.first} punkt {one.punkt}"
    if one.first == one.last:
        return str(one.first)
    first = "" if one.first == 0 else str(one.first)
    return f"{first}–{'' if one.last is None else one.last}"


def _punkter(text: str) -> set[int]:
    first, _, last = text.partition("–")
    return set(range(int(first), int(last or first) + 1))


def _cut(one: Span, away: Span) -> list[Span]:
    if one.punkt is not None:
        return [] if away.covers(one.first) else [one]
    left: list[Span] = []
    if one.first < away.first:
        ends = [end for end in (one.last, away.first - 1) if end is not None]
        left.append(Span(one.first, min(ends)))
    if away.last is not None and (one.last is None or away.last < one.last):
        left.append(Span(max(one.first, away.last + 1), one.last))
    return [piece for piece in left if piece.last is None or piece.first <= piece.last]


def _opened(made: Paragrafer, whole: list[Span], numbers: Mapping[int, int]) -> Paragrafer:
    """Let a set that was open at an end be so again, when it holds the § there."""
    spans = list(made.spans)
    if any(one.last is None for one in whole):
        last = max(numbers.values())
        spans.append(Span(last if made.covers(last) else last + 1, None))
    if any(one.first == 0 for one in whole):
        first = min(numbers.values())
        spans.append(Span(0, first if made.covers(first) else first - 1))
    return normalised(spans)
