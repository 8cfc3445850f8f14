"""The saved filters of a list: one is chosen, the one on the screen is saved, one is removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nämnd.core.ids import new_id
from nämnd.ärende.queries import urval
from nämnd.ärende.urval_commands import RemoveUrval, SaveUrval
from ui.toolkit.palette import Role
from ui.toolkit.small import button
from ui.toolkit.theme import Icon

if TYPE_CHECKING:
    from nämnd.ärende.values import UrvalRow
    from ui.desk import Desk

_NONE = "Inga sparade urval än"


class UrvalButton:
    """A button with a menu of the saved filters of one list.

    Attributes:
        button: to be put beside the filter.
        shown: the menu, when it is open.
    """

    def __init__(
        self,
        desk: Desk,
        lista: str,
        now: Callable[[], dict[str, str]],
        apply: Callable[[dict[str, str]], object],
    ) -> None:
        """Save what `now` returns for `lista` («ärenden», «beslut»); `apply` shows a saved one."""
        self._desk, self._lista, self._now, self._apply = desk, lista, now, apply
        self._nämnd_id = ""
        self.button = button("&Urval")
        self.shown: QMenu | None = None
        desk.theme.dress(self.button, Icon.CHEVRON_DOWN, Role.MUTED)
        self.button.setToolTip("Sparade urval av listan")
        self.button.setAccessibleName("Sparade urval")
        self.button.clicked.connect(self._offer)

    def show_nämnd(self, nämnd_id: str) -> None:
        """Offer the filters of another nämnd."""
        self._nämnd_id = nämnd_id

    def rows(self) -> tuple[UrvalRow, ...]:
        """Return those that are saved."""
        key = self._nämnd_id
        return self._desk.store.ask(lambda session: urval(session, key, self._lista))

    def save(self) -> None:
        """Save the filter on the screen under a name; the same name replaces the one before."""
        name = self._desk.messages.ask_text("Spara urvalet", "Vad ska urvalet heta?")
        if name is None or not (name := " ".join(name.split())):
            return
        same = (one.id for one in self.rows() if one.namn.casefold() == name.casefold())
        command = SaveUrval(
            urval_id=next(same, None) or new_id(),
            nämnd_id=self._nämnd_id,
            lista=self._lista,
            namn=name,
            villkor=self._now(),
        )
        if self._desk.editor.do(command, f"spara urvalet «{name}»") is not None:
            self._desk.messages.notice(f"Urvalet «{name}» är sparat.")

    def remove(self, one: UrvalRow) -> None:
        """Forget a saved filter."""
        command = RemoveUrval(urval_id=one.id)
        if self._desk.editor.do(command, f"ta bort urvalet «{one.namn}»") is not None:
            self._desk.messages.notice(f"Urvalet «{one.namn}» togs bort. Ctrl+Z ångrar.")

    def _offer(self) -> None:
        self._desk.editor.flush()
        rows = self.rows()
        self.shown = menu = QMenu(self.button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        for one in rows:
            self._entry(menu, one.namn, lambda one=one: self._apply(one.villkor))
        if not rows:
            self._entry(menu, _NONE, None)
        menu.addSeparator()
        self._entry(menu, "Spara det som visas …", self.save)
        if rows:
            removal = menu.addMenu("Ta bort")
            for one in rows:
                self._entry(removal, one.namn, lambda one=one: self.remove(one))
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _forget(self) -> None:
        self.shown = None

    def _entry(self, menu: QMenu, text: str, act: Callable[[], object] | None) -> None:
        made = QAction(text.replace("&", "&&"), menu)
        made.setEnabled(act is not None)
        if act is not None:
            made.triggered.connect(lambda: act())  # noqa: PLW0108 - leaves «checked» behind
        menu.addAction(made)
