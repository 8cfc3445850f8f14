"""The §§ of a paper: where each stands, which have been read, which is being read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nämnd.documents.protokoll.marks import mark, title
from nämnd.protokoll.values import Protokoll
from ui.toolkit.sheets import Place

Heading = tuple[str, int, float]
"""A bookmark: title, page (0 is first), points from the top of the page."""

_PLAIN = re.compile(r"§\s*(?P<nummer>[0-9]{1,6})\s+(?P<rubrik>\S.*)")


@dataclass(frozen=True, slots=True)
class Part:
    """A § of the paper."""

    nummer: int
    mark: str  # «§ 62», as the nämnd writes it
    rubrik: str
    start: Place | None  # None: it has no bookmark


def parts_of(headings: Sequence[Heading], protokoll: Protokoll | None) -> tuple[Part, ...]:
    """Return the §§ of a paper, from its bookmarks.

    The content says which headings are §§, and how the nämnd writes them; without it those are
    that say «§ 62 …».
    """
    places = {_words(text): (page + 1, points) for text, page, points in reversed(headings)}
    if protokoll is None:
        return tuple(_plain(places))
    return tuple(
        Part(
            one.nummer,
            mark(protokoll, one),
            one.rubrik,
            places.get(_words(title(protokoll, one))),
        )
        for one in sorted(protokoll.paragrafer, key=lambda one: one.nummer)
    )


def _plain(places: dict[str, Place]) -> Iterable[Part]:
    for text, place in sorted(places.items(), key=lambda one: one[1]):
        found = _PLAIN.fullmatch(text)
        if found:
            nummer = int(found["nummer"])
            yield Part(nummer, f"§ {nummer}", found["rubrik"], place)


def _words(text: str) -> str:
    return " ".join(text.split())


class Reading:
    """Follows what has been in sight of a paper.

    A § is read when both its beginning and its end have been in sight. That is only a help for the
    one who reads: nobody else is told.
    """

    def __init__(self, parts: Sequence[Part], end: Place, read: Iterable[int] = ()) -> None:
        """Begin with the §§ that were `read` before. `end` is where the last of them ends."""
        placed = sorted(
            ((one.start, one) for one in parts if one.start is not None), key=lambda pair: pair[0]
        )
        ends = [*(start for start, _ in placed[1:]), end]
        self._spans = [(start, stop, one) for (start, one), stop in zip(placed, ends, strict=False)]
        self._begun: set[int] = set()
        self._ended: set[int] = set()
        self.read = frozenset(read)

    def see(self, first: Place, last: Place) -> bool:
        """Take note that everything from `first` to `last` is in sight; say if more is read."""
        for start, stop, one in self._spans:
            if first <= start <= last:
                self._begun.add(one.nummer)
            if first <= stop <= last:
                self._ended.add(one.nummer)
        before, self.read = self.read, self.read | (self._begun & self._ended)
        return self.read != before

    def at(self, place: Place) -> Part | None:
        """Return the § that a place is in; None above all of them."""
        here = [one for start, _, one in self._spans if start <= place]
        return here[-1] if here else None
