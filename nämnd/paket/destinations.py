"""Where links and bookmarks of a bilaga lead. Imports pikepdf: import it late."""

from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, NameTree, Object, Page, Pdf, String

from nämnd.paket.foreign import FOREIGN

_OUTSIDE = ("http://", "https://", "mailto:")
View: TypeAlias = "list[Object | Decimal | int | None]"
_MOST_VIEW = 4  # what follows the page in a destination: a kind of view and its numbers


class Destinations:
    """The places in one file that its links and bookmarks can lead to."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self._pages)}

    def place_of(self, item: Object) -> tuple[int, View] | None:
        """Return the page (from 0) and the view that a link or bookmark leads to, if any."""
        target = item.get("/Dest")
        action = item.get("/A")
        if target is None and isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
            target = action.get("/D")
        return self._place(target)

    def is_plain(self, target: Object) -> bool:
        """Tell whether a destination says by itself which page of the file it leads to."""
        return (
            isinstance(target, Array)
            and 1 < len(target) <= 2 + _MOST_VIEW
            and self._number(target[0]) is not None
            and isinstance(target[1], Name)
            and not isinstance(target[0], int)
        )

    def _place(self, target: Object | None) -> tuple[int, View] | None:
        if isinstance(target, String | Name):
            target = self._named.get(str(target))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        if not isinstance(target, Array) or len(target) == 0:
            return None
        number = self._number(target[0])
        return None if number is None else (number, _view(target))

    def _number(self, page: Object | int) -> int | None:
        if isinstance(page, int):  # what a link between files uses; some programs do inside too
            return page if 0 <= page < len(self._pages) else None
        if not isinstance(page, Dictionary):
            return None
        return self._numbers.get(page.objgen)

    @cached_property
    def _named(self) -> dict[str, Object]:
        found: dict[str, Object] = {}
        root = self.pdf.Root
        try:
            old, names = root.get("/Dests"), root.get("/Names")
            if isinstance(old, Dictionary):
                found.update(old.items())
            if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
                found.update(NameTree(names.Dests).items())
        except FOREIGN:
            return found  # a broken list: what was read of it
        return found


def top_of(page: Page) -> Array:
    """Return the upper left of what is seen of `page` as a place to lead to."""
    left, bottom, right, top = page.cropbox
    turn = int(page.obj.get("/Rotate", 0)) % 360
    x = right if turn in (180, 270) else left
    y = bottom if turn in (90, 180) else top
    return Array([page.obj, Name.XYZ, x, y, None])


def web_address(action: Object | None) -> str | None:
    """Return the address on the web or for mail that an action opens, None for all else."""
    if not isinstance(action, Dictionary) or action.get("/S") != Name.URI:
        return None
    address = action.get("/URI")
    if not isinstance(address, String):
        return None
    words = str(address).strip()
    return words if words.lower().startswith(_OUTSIDE) else None


def _view(target: Array) -> View:
    if len(target) < 2 or not isinstance(target[1], Name):  # noqa: PLR2004 - page and view
        return [Name.Fit]
    numbers = [target[at] for at in range(2, min(len(target), 2 + _MOST_VIEW))]
    return [target[1], *(one if isinstance(one, int | Decimal) else None for one in numbers)]
