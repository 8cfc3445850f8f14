"""The menu of ärenden: a new one, files in, and what can be done with the one on the screen.

Each entry imports what it needs when it is first chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from ui.desk import Desk, Go
    from ui.ärende.actions import ÄrendeActions
    from ui.ärende.page import ÄrendePage


class ÄrendeMenu:
    """Fills a menu. `refresh` turns on what can be done now."""

    def __init__(
        self,
        menu: QMenu,
        desk: Desk,
        go: Go,
        window: QWidget,
        *,
        nämnd: Callable[[], str | None],
        page: Callable[[], ÄrendePage | None],
    ) -> None:
        """Fill `menu`. `nämnd`: the one that is shown; `page`: an ärende's, if it is shown."""
        self._menu, self._desk, self._go, self._window = menu, desk, go, window
        self._nämnd, self._page = nämnd, page
        add = self._add
        self._of_nämnd = (
            add("&Nytt ärende …", self._new, "Ctrl+Shift+N"),
            add("&Ta in filer …", self._take_in, "Ctrl+Shift+O"),
            add("E&xportera diariet …", self._export),
        )
        menu.addSeparator()
        self._of_ärende = (
            self._about("&Lägg på dagordningen …", lambda acts: acts.put_on_dagordning(), "L"),
            self._about("Ny &skrivelse", lambda acts: acts.new_skrivelse(), "W"),
            self._about("Änd&ra ärendet …", lambda acts: acts.change()),
            self._about("Låt &vänta på dagordning …", lambda acts: acts.wait()),
            self._about("&Makulera ärendet …", lambda acts: acts.annul()),
        )
        self._close = self._about("&Avsluta ärendet …", lambda acts: acts.close())
        self._reopen = self._about("Ö&ppna ärendet igen", lambda acts: acts.reopen())
        self.refresh()

    def refresh(self) -> None:
        """Turn on what can be done now."""
        page = self._page()
        view = page.loaded.view if page and page.loaded else None
        live = view is not None and view.makulerat is None
        closed = view is not None and view.status == "avslutat"
        for one in self._of_nämnd:
            one.setEnabled(self._nämnd() is not None)
        for one in (*self._of_ärende, self._close, self._reopen):
            one.setEnabled(live)
        self._close.setVisible(not closed)
        self._reopen.setVisible(closed)

    def _new(self) -> None:
        from ui.ärende.ärende_dialog import new_ärende

        nämnd_id = self._nämnd()
        if nämnd_id is not None:
            new_ärende(self._desk, self._window, nämnd_id, self._go.to_ärende)

    def _take_in(self) -> None:
        page = self._page()
        self._go.take_in((), page.ärende_id if page else None)

    def _export(self) -> None:
        from ui.ärende.exports import export_diarium

        nämnd_id = self._nämnd()
        if nämnd_id is not None:
            export_diarium(self._desk, self._window, nämnd_id)

    def _about(
        self, text: str, act: Callable[[ÄrendeActions], object], letter: str = ""
    ) -> QAction:
        def of_this() -> None:
            page = self._page()
            if page is not None:
                self._desk.editor.flush()
                act(page.acts)

        return self._add(text, of_this, f"Ctrl+Shift+{letter}" if letter else "")

    def _add(self, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, self._menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would pass «checked»
        self._menu.addAction(action)
        return action
