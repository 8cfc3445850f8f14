"""Sets of §§ as the field writes them: «59–64», «59–61, 63», «62 punkt 2», «14–», «–13».

Kept as text in rows and in the exchange format; None is every § of the sammanträde.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PART = re.compile(
    r"(?P<first>[0-9]+)?\s*(?P<dash>[–-])?\s*(?P<last>[0-9]+)?"
    r"(?:\s*(?:punkt|p\.?)\s*(?P<punkt>[0-9]+(?:\s*[–-]\s*[0-9]+)?))?",
    re.IGNORECASE,
)
_FROM = re.compile(r"fr\.?\s*o\.?\s*m\.?\s*([0-9]+)", re.IGNORECASE)
_TO = re.compile(r"–?\s*t\.?\s*o\.?\s*m\.?\s*", re.IGNORECASE)
_BETWEEN = re.compile(r",|\boch\b", re.IGNORECASE)
_PUNKTER = re.compile(r"([0-9]{1,4})(?:\s*[–-]\s*([0-9]{1,4}))?")
_MOST = 1_000_000  # no § comes near
_MOST_PUNKT = 1_000


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
    """A set of §§, normalised: whole §§ in ascending spans that do not touch, and parts of §§.

    Two sets with the same §§ and punkter are equal.
    """

    spans: tuple[Span, ...]

    @property
    def text(self) -> str | None:
        """Return the set as it is kept: None for all; «» for none."""
        return None if self == ALL else ", ".join(map(_written, self.spans))

    def covers(self, nummer: int, punkt: str | None = None) -> bool:
        """Say whether the whole of § `nummer`, or all of that punkt of it, is in the set."""
        mine = [one for one in self.spans if one.covers(nummer)]
        if any(one.punkt is None for one in mine):
            return True
        wanted = punkter(punkt)
        return bool(wanted) and wanted <= {key for one in mine for key in punkter(one.punkt)}

    def touches(self, nummer: int) -> bool:
        """Say whether § `nummer`, or some punkt of it, is in the set."""
        return any(one.covers(nummer) for one in self.spans)

    def parts(self, nummer: int) -> tuple[str, ...]:
        """Return the punkter of § `nummer` that are named: «2», «2–12»; none when all of it is."""
        return tuple(one.punkt for one in self.spans if one.punkt and one.first == nummer)

    def plus(self, other: "Paragrafer") -> "Paragrafer":
        """Return what is in one or the other."""
        return normalised((*self.spans, *other.spans))

    def minus(self, other: "Paragrafer") -> "Paragrafer":
        """Return what is here and not in `other`.

        A whole § stays whole when only a punkt of it is taken away: nobody knows how many it has.
        """
        left = list(self.spans)
        for away in other.spans:
            left = [piece for one in left for piece in _cut(one, away)]
        return normalised(left)

    def until(self, nummer: int) -> "Paragrafer":
        """Return what is at most § `nummer`."""
        return self.minus(between(max(nummer + 1, 0), None))

    def since(self, nummer: int) -> "Paragrafer":
        """Return what is at least § `nummer`."""
        return self.minus(between(0, nummer - 1)) if nummer > 0 else self

    def renumbered(self, numbers: Mapping[int, int], gone: Iterable[int] = ()) -> "Paragrafer":
        """Return the same §§ under new numbers.

        Args:
            numbers: old → new, for all §§ of the sammanträde.
            gone: the old numbers of §§ that there are no more.

        What lies before the first or after the last of them («–62», «63–») moves along with it,
        so that an open end stays open. What lies between two that are both in the set is too.
        """
        away = set(gone)
        if self == ALL or not (numbers or away):
            return self
        inside = {numbers[old] for old in numbers if self.covers(old)}
        parts = [
            Span(numbers[one.first], numbers[one.first], one.punkt)
            for one in self.spans
            if one.punkt and one.first in numbers
        ]
        around = _around([one for one in self.spans if one.punkt is None], numbers, away)
        return normalised((*_filled(inside, numbers), *parts, *around))


ALL = Paragrafer((Span(0, None),))
NONE = Paragrafer(())


def read(text: str | None) -> Paragrafer:
    """Return the set that `text` names; None is all of them, «» none.

    «59 och 63», «fr.o.m. § 14» and «t.o.m. § 13» are read too.

    Raises:
        ValueError: it is not written like a set of §§.
    """
    if text is None:
        return ALL
    plain = _TO.sub("–", _FROM.sub(r"\1–", text.replace("§", " "))).strip()
    return normalised(map(_read_part, _BETWEEN.split(plain))) if plain else NONE


def of(numbers: Iterable[int]) -> Paragrafer:
    """Return the set of just these §§."""
    return normalised(Span(one, one) for one in numbers)


def between(first: int, last: int | None) -> Paragrafer:
    """Return the §§ from `first` to `last`, both included; None: to the end."""
    return normalised((Span(first, last),))


def normalised(spans: Iterable[Span]) -> Paragrafer:
    """Return spans as a set: whole §§ joined and in order, and parts of §§ not already whole."""
    given = list(spans)
    whole = _joined(one for one in given if one.punkt is None)
    named: dict[int, set[int]] = {}
    for one in given:
        if one.punkt is not None and not any(span.covers(one.first) for span in whole):
            named.setdefault(one.first, set()).update(map(int, punkter(one.punkt)))
    parts = [
        Span(nummer, nummer, _written(span))
        for nummer, keys in named.items()
        for span in _joined(Span(key, key) for key in keys)
    ]
    return Paragrafer(tuple(sorted((*whole, *parts), key=_place)))


def punkter(text: str | None) -> frozenset[str]:
    """Return the punkter that `text` names: «2–4» is 2, 3 and 4; «a» is itself; None is none."""
    found: set[str] = set()
    for part in _BETWEEN.split(text or ""):
        numbers = _PUNKTER.fullmatch(part.strip())
        if numbers:
            first, last = int(numbers[1]), int(numbers[2] or numbers[1])
            found |= {str(one) for one in range(first, last + 1)}
        elif part.strip():
            found.add(part.strip().casefold())
    return frozenset(found)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for one in sorted(spans, key=lambda one: one.first):
        before = joined[-1] if joined else None
        if before and (before.last is None or one.first <= before.last + 1):
            open_end = before.last is None or one.last is None
            last = None if open_end else max(before.last or 0, one.last or 0)
            joined[-1] = Span(before.first, last)
        else:
            joined.append(one)
    return joined


def _place(one: Span) -> tuple[int, int]:
    return one.first, min(map(int, punkter(one.punkt)), default=0)


def _read_part(text: str) -> Span:
    found = _PART.fullmatch(text.strip())
    if not found or not (found["first"] or found["last"]):
        raise ValueError(text)
    first = int(found["first"] or 0)
    last = int(found["last"]) if found["last"] else (None if found["dash"] else first)
    if found["last"] and not found["dash"]:
        raise ValueError(text)
    if (last is not None and last < first) or max(first, last or 0) > _MOST:
        raise ValueError(text)
    return Span(first, last, _read_punkt(found["punkt"], text, one=last == first))


def _read_punkt(punkt: str | None, text: str, *, one: bool) -> str | None:
    if punkt is None:
        return None
    numbers = [int(part) for part in re.split("[–-]", punkt)]
    if not one or numbers != sorted(numbers) or numbers[-1] > _MOST_PUNKT:
        raise ValueError(text)
    return _written(Span(numbers[0], numbers[-1]))


def _written(one: Span) -> str:
    if one.punkt is not None:
        return f"{one.first} punkt {one.punkt}"
    if one.first == one.last:
        return str(one.first)
    first = "" if one.first == 0 else str(one.first)
    return f"{first}–{'' if one.last is None else one.last}"


def _cut(one: Span, away: Span) -> list[Span]:
    """Return what is left of `one` without `away`."""
    if one.punkt is not None:
        return _cut_part(one, away)
    if away.punkt is not None:
        return [one]
    left: list[Span] = []
    if one.first < away.first:
        ends = [end for end in (one.last, away.first - 1) if end is not None]
        left.append(Span(one.first, min(ends)))
    if away.last is not None and (one.last is None or away.last < one.last):
        left.append(Span(max(one.first, away.last + 1), one.last))
    return left


def _cut_part(one: Span, away: Span) -> list[Span]:
    if not away.covers(one.first):
        return [one]
    left = punkter(one.punkt) - punkter(away.punkt) if away.punkt else frozenset[str]()
    return [Span(one.first, one.last, key) for key in left]


def _filled(inside: set[int], numbers: Mapping[int, int]) -> list[Span]:
    """Return spans of the §§ `inside`, with the gaps between neighbours that both are in them."""
    spans: list[Span] = []
    before = None
    for one in sorted(numbers.values()):
        if one in inside:
            spans.append(Span(one if before is None else before + 1, one))
        before = one if one in inside else None
    return spans


def _around(whole: list[Span], numbers: Mapping[int, int], gone: set[int]) -> list[Span]:
    """Return what of `whole` lies before all §§ and after them, moved as far as the ends move."""
    first, last = min((*numbers, *gone)), max((*numbers, *gone))
    down = min(numbers.values(), default=first) - first
    up = max(numbers.values(), default=first - 1) - last
    found: list[Span] = []
    for one in whole:
        if one.first < first:
            end = first - 1 if one.last is None else min(first - 1, one.last)
            found.append(Span(one.first and max(one.first + down, 0), end + down))
        if one.last is None or one.last > last:
            end = None if one.last is None else one.last + up
            found.append(Span(max(one.first, last + 1) + up, end))
    return [one for one in found if one.last is None or one.first <= one.last]
