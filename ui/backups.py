"""Säkerhetskopior: the copies there are, taking one, and going back to one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.store.backup import Backup, back_up, backups
from ui.desk import Desk
from ui.toolkit.chips import in_card
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.table import Column, RowTable

_WHY = {
    "daglig": "dagens kopia",
    "migrering": "innan databasen uppdaterades",
    "återställning": "innan en äldre kopia återställdes",
}


def show_backups(
    desk: Desk,
    parent: QWidget,
    restore: Callable[[Backup], None],
    taken: Callable[[], None],
) -> None:
    """Open the list of copies.

    `restore` makes one of them the database; `taken` hears that there is a new one.
    """
    desk.editor.flush()
    if desk.store.place.path is None:
        desk.messages.error(
            "Databasen ligger på en server. Säkerhetskopior tas där, av den som sköter servern."
        )
        return
    BackupsDialog(desk, parent, restore, taken).open()


class BackupsDialog(QDialog):
    """The copies, newest first."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        restore: Callable[[Backup], None],
        taken: Callable[[], None],
    ) -> None:
        """Show them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Säkerhetskopior")
        self._desk, self._restore, self._taken = desk, restore, taken
        columns: tuple[Column[Backup], ...] = (
            Column("Tagen", _when, lambda one: one.taken, width=20, strong=True),
            Column("Varför", lambda one: _WHY[one.why], lambda one: one.why),
        )
        self.table: RowTable[Backup] = RowTable(
            desk.theme,
            columns,
            lambda one: one.path,
            name="Säkerhetskopior",
            empty="Inga säkerhetskopior än. Den första tas i dag.",
        )
        self.now = button("&Ta en kopia nu")
        self.back = button("Åter&ställ den valda …", Kind.DANGER)
        close = button("Stäng")
        self.now.clicked.connect(self._take)
        self.back.clicked.connect(self._go_back)
        close.clicked.connect(self.reject)
        self.table.chosen.connect(self._enable)
        layout = QVBoxLayout(self)
        margin = desk.theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(desk.theme.px(10))
        where = f"Kopiorna ligger i {desk.store.place.backups}. Varje kopia kontrolleras."
        layout.addWidget(label(where, Label.MUTED, wrap=True))
        layout.addWidget(in_card(desk.theme, self.table), 1)
        layout.addLayout(row(self.now, None, close, self.back, spacing=desk.theme.px(8)))
        self.resize(desk.theme.px(640), desk.theme.px(420))
        self._show()

    def _show(self) -> None:
        self.table.show_rows(backups(self._desk.store.place))
        self._enable()

    def _enable(self) -> None:
        self.back.setEnabled(self.table.current() is not None)

    def _take(self) -> None:
        try:
            back_up(self._desk.store.place, now=self._desk.clock(), why="daglig")
        except NämndError as error:
            self._desk.messages.error(message_for(error))
        else:
            self._taken()
        self._show()

    def _go_back(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        question = (
            f"Återställa kopian från {_when(chosen)}? Allt som har ändrats efter det försvinner "
            "ur programmet. En kopia av det som finns nu tas först, så att du kan ångra dig."
        )
        if self._desk.messages.confirm(question, yes="Återställ"):
            self.accept()
            self._restore(chosen)


def _when(one: Backup) -> str:
    return f"{one.taken:%Y-%m-%d %H.%M}"
