"""Puts the search together: the index, what keeps it up to date, the box, and the way to hits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nämnd.sök.errors import SökUnavailableError
from nämnd.sök.index import Index, open_index
from nämnd.sök.querying import search
from nämnd.sök.values import Found, Hit
from ui.sök.keeper import Keeper
from ui.sök.opening import HitOpener
from ui.toolkit.newest import Newest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Go
    from ui.sök.box import FindBox


class Finding(QObject):
    """The search of one open database. `close` it before the database.

    Attributes:
        keeper: keeps the index up to date; None when there is no place for one.
        opener: leads to what was found.
    """

    def __init__(
        self,
        desk: Desk,
        go: Go,
        window: QWidget,
        box: FindBox,
        *,
        nämnd: Callable[[], str | None],
        here: Callable[[], str] = str,
    ) -> None:
        """Let `box` find everything in the database of `desk`.

        Args:
            desk: the database.
            go: the way to its pages.
            window: over which files are shown.
            box: where the user types.
            nämnd: the id of the nämnd on the screen.
            here: its name.
        """
        super().__init__(window)
        self._box, self._nämnd = box, nämnd
        self._where = desk.store.place.shown
        self._index = self._opened(desk)
        self.keeper = Keeper(desk, self._index, self) if self._index else None
        self.opener = HitOpener(desk, go, window, self._index)
        finder: Newest[str, Found] = Newest(desk.jobs, self._search, self)
        box.attach(finder, self.keeper.behind if self.keeper else str, here)
        box.hit_opened.connect(self._open)
        if self.keeper:
            self.keeper.caught_up.connect(box.again)

    def close(self) -> None:
        """Let go of the index and the box; what is under way has been stopped."""
        self._box.hit_opened.disconnect(self._open)
        self._box.detach()
        if self.keeper:
            self.keeper.stop()
        if self._index:
            self._index.close()
        self.deleteLater()

    def _opened(self, desk: Desk) -> Index | None:
        try:
            return open_index(desk.store.place)
        except SökUnavailableError:
            return None

    def _search(self, text: str) -> Found:
        """Ask the index, on a thread."""
        if self._index is None:
            raise SökUnavailableError(self._where)
        return search(self._index, text)

    def _open(self, hit: Hit, _: str) -> None:
        self.opener.open(hit, self._nämnd())
