"""Bookmarks: read from a bilaga, written under the utskick's own. Imports pikepdf: import late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from nämnd.paket.destinations import Destinations, top_of
from nämnd.paket.foreign import FOREIGN

_MOST, _DEEPEST = 3000, 12  # bookmarks of one bilaga that are taken over


@dataclass(slots=True)
class Bookmark:
    """A bookmark. `place` is a destination in the finished file; None: it only groups others."""

    title: Object
    place: Object | None
    children: list["Bookmark"] = field(default_factory=list["Bookmark"])


def bookmark(title: str, page: Page, children: list[Bookmark]) -> Bookmark:
    """Return a bookmark of our own, to the top of `page`."""
    return Bookmark(String(title), top_of(page), children)


def read_outline(source: Pdf, places: Destinations, pages: Sequence[Object]) -> list[Bookmark]:
    """Return the bookmarks of a bilaga, leading to `pages`, the copies of its own.

    A broken or endless list of bookmarks is read as far as it makes sense.
    """
    top = source.Root.get("/Outlines")
    if not isinstance(top, Dictionary):
        return []
    reader = _Reader(places, pages)
    try:
        reader.read(top, reader.found, 0)
    except FOREIGN:
        return reader.found
    return reader.found


@dataclass(slots=True)
class _Reader:
    places: Destinations
    pages: Sequence[Object]
    found: list[Bookmark] = field(default_factory=list[Bookmark])
    seen: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    def read(self, parent: Object, into: list[Bookmark], depth: int) -> None:
        """Read what is under `parent`."""
        item = parent.get("/First")
        while isinstance(item, Dictionary) and self._is_new(item):
            into.append(mark := Bookmark(_title(item), self._place(item)))
            if depth < _DEEPEST:
                self.read(item, mark.children, depth + 1)
            item = item.get("/Next")

    def _is_new(self, item: Object) -> bool:
        known = len(self.seen)
        self.seen.add(item.objgen)
        return known < len(self.seen) <= _MOST

    def _place(self, item: Object) -> Object | None:
        place = self.places.place_of(item)
        if place is None:
            return None
        number, view = place
        return Array([self.pages[number], *view])


def _title(item: Object) -> Object:
    title = item.get("/Title")
    return title if isinstance(title, String) and str(title).strip() else String("…")


def write_outline(out: Pdf, marks: Sequence[Bookmark]) -> None:
    """Write `marks` into the file, all of them closed."""
    top = out.make_indirect(Dictionary(Type=Name.Outlines))
    _write(out, top, marks)
    top.Count = len(marks)
    out.Root.Outlines = top
    out.Root.PageMode = Name.UseOutlines


def _write(out: Pdf, parent: Object, marks: Sequence[Bookmark]) -> int:
    """Write `marks` under `parent`; return how many bookmarks that is in all."""
    items = [out.make_indirect(item) for item in _items(parent, marks)]
    total = len(items)
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before
    if items:
        parent.First, parent.Last = items[0], items[-1]
    for item, mark in zip(items, marks, strict=True):
        below = _write(out, item, mark.children)
        if below:
            item.Count = -below
        total += below
    return total


def _items(parent: Object, marks: Sequence[Bookmark]) -> Iterator[Dictionary]:
    for mark in marks:
        item = Dictionary(Title=mark.title, Parent=parent)
        if mark.place is not None:
            item.Dest = mark.place
        yield item
