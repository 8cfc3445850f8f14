"""The menu of the follow-up: what is watched, delprojekt, överenskommelser and the year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.toolkit.settings import NOT_TOLD

if TYPE_CHECKING:
    from ui.desk import Go
    from ui.toolkit.settings import SettingsFile


class UppföljningMenu:
    """Fills a menu. `refresh` turns on what can be done now."""

    def __init__(
        self, menu: QMenu, go: Go, settings: SettingsFile, *, nämnd: Callable[[], str | None]
    ) -> None:
        """Fill `menu`. `nämnd`: the one that is shown."""
        self._menu, self._go, self._nämnd = menu, go, nämnd
        self._settings = settings
        add = self._add
        add("&Ny bevakning …", self._watch, "Ctrl+Shift+B")
        add("&Hitta frister i handlingar …", go.find_deadlines, "Ctrl+Shift+H")
        menu.addSeparator()
        add("Nytt &delprojekt …", go.new_delprojekt)
        add("Ny ö&verenskommelse …", go.new_överenskommelse)
        add("Ny &redovisning …", go.new_redovisning)
        menu.addSeparator()
        add("&Planera året …", go.plan_year)
        add("År&shjulet", partial(go.to_page, "årshjul"), "Ctrl+Shift+Y")
        add("Överens&kommelser", partial(go.to_page, "överenskommelser"))
        menu.addSeparator()
        add("Exportera pro&gramrapport …", go.export_program)
        self.tell = QAction("&Berätta vid starten vad som ska göras i dag", menu, checkable=True)
        self.tell.setChecked(NOT_TOLD not in settings.read().unasked)
        self.tell.triggered.connect(self._tell)
        menu.addAction(self.tell)
        self.refresh()

    def refresh(self) -> None:
        """Turn on what can be done now."""
        for one in self._menu.actions():
            one.setEnabled(self._nämnd() is not None)

    def _tell(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Remember whether the user wants to be told at the start."""
        unasked = self._settings.read().unasked
        self._settings.change(unasked=unasked - {NOT_TOLD} if on else unasked | {NOT_TOLD})

    def _watch(self) -> None:
        from nämnd.bevakning.values import Källa

        self._go.watch(Källa())

    def _add(self, text: str, act: Callable[[], object], keys: str = "") -> None:
        action = QAction(text, self._menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would pass «checked»
        self._menu.addAction(action)
