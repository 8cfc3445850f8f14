"""The dagordning to the left: its punkter in order, and the buttons that change the order."""

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from nämnd.sammanträde.dagordning import Dagordning
from ui.sammanträde.bilaga_view import bilagor_in
from ui.sammanträde.popups import entry, pop_below, popup
from ui.sammanträde.punkt_rows import WITHDRAWN, count_text, punkt_rows
from ui.toolkit.chips import Card, EmptyState
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.row_painting import RowDelegate
from ui.toolkit.small import Kind, Label, button, icon_button, label, line, row
from ui.toolkit.theme import Icon, Theme

_MIDDLE = Qt.TextElideMode.ElideMiddle
_FROM = "Från ä&rende …"


class PunktDelegate(RowDelegate):
    """Strikes out what utgår, and cuts rubriker so that they can be told apart."""

    def _cut_text(self, text: str, width: int) -> str:
        """Cut in the middle where several begin alike: «Samarbete för … benign kirurgi»."""
        cut = super()._cut_text(text, width)
        if cut.endswith("…") and cut != text and self._has_twin(cut[:-1]):
            cut = self._cut[text, width] = self._body.elidedText(text, _MIDDLE, width)
        return cut

    def _has_twin(self, beginning: str) -> bool:
        alike = (row for row in self._view.rows_model.rows if row.text.startswith(beginning))
        return len(tuple(islice(alike, 2))) > 1

    def _paint_texts(self, painter: QPainter, area: QRect, row: ListRow) -> None:
        super()._paint_texts(painter, area, row)
        if row.info != WITHDRAWN:
            return
        left = area.left() + self._theme.px(24) + self._numbers
        right = area.right() - self._theme.px(26) - self._small.horizontalAdvance(row.info)
        width = min(self._body.horizontalAdvance(row.text), right - left)
        y = area.center().y() + 1
        painter.setPen(self._theme.colour(Role.MUTED))
        painter.drawLine(left, y, left + width, y)


class PunktRows(RowList):
    """The list itself. Bilagor of the shown punkt can be dropped on another.

    Signals:
        bilagor_dropped: (punkt id, bilaga ids).
    """

    bilagor_dropped = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        """Show no punkter yet."""
        super().__init__(theme, name="Punkter på dagordningen")
        self._delegate = PunktDelegate(theme, self)
        self.setItemDelegate(self._delegate)

    def dropEvent(self, event: QDropEvent) -> None:
        bilagor, target = bilagor_in(event.mimeData()), self._target(event)
        if not bilagor:
            super().dropEvent(event)
            return
        self._mark(None)
        if target is not None:
            event.acceptProposedAction()
            self.bilagor_dropped.emit(self.rows_model.rows[target[0]].id, bilagor)

    def _target(self, event: QDropEvent) -> tuple[int, bool] | None:
        if not bilagor_in(event.mimeData()):
            return super()._target(event)
        at = self.indexAt(event.position().toPoint()).row()
        return None if at < 0 else (at, False)


class PunktList(Card):
    """Toolbar, list and count.

    Signals:
        add_wanted: a new punkt, after the chosen one.
        import_wanted: a dagordning out of a file.
        ärende_wanted: punkter of what waits, or of another ärende.
        remove_wanted, withdraw_wanted: for the selected punkter.

    Attributes:
        rows: the list.
    """

    add_wanted = Signal()
    import_wanted = Signal()
    ärende_wanted = Signal()
    remove_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show an empty dagordning."""
        super().__init__(theme, band=True)
        self.setAccessibleName("Dagordning")
        self._theme = theme
        self.rows = PunktRows(theme)
        self.add_button = button("+ &Punkt")
        self.up = icon_button(theme, Icon.UP, "Flytta upp (Alt+Upp)")
        self.down = icon_button(theme, Icon.DOWN, "Flytta ned (Alt+Ned)")
        self.remove = icon_button(theme, Icon.REMOVE, "Ta bort (Delete)")
        self.more = icon_button(theme, Icon.MORE, "Mer om de valda punkterna")
        self.count = label("", Label.CAPTION)
        self.waiting = button(_FROM, Kind.LINK)
        self.empty = EmptyState(
            theme,
            Icon.PUNKT,
            "Dagordningen är tom. Lägg till den första punkten, eller läs in en dagordning som "
            "redan finns.",
            "Lägg till punkt",
        )
        self.read = button("Läs in dagordning …", Kind.LINK)
        self._stack = QStackedWidget()
        self._withdrawn: frozenset[str] = frozenset()
        self._build()
        self._connect()

    def show_dagordning(self, now: Dagordning, waiting: int = 0) -> None:
        """Show the punkter; selection and place stay. `waiting`: how many wait for a dagordning."""
        self.waiting.setText(f"{_FROM} ({waiting} väntar)" if waiting else _FROM)
        self._withdrawn = frozenset(one.id for one in now.punkter if one.utgår is not None)
        self.rows.show_rows(punkt_rows(now))
        self.count.setText(count_text(now))
        self.count.setVisible(bool(now.punkter))
        self._stack.setCurrentWidget(self.rows if now.punkter else self.empty)
        self.show_selection()

    def show_selection(self) -> None:
        """Enable what can be done with the selected rows."""
        chosen, rows = self.rows.selected(), self.rows.rows_model.rows
        self.up.setEnabled(bool(chosen) and rows[0].id != chosen[0])
        self.down.setEnabled(bool(chosen) and rows[-1].id != chosen[-1])
        self.remove.setEnabled(bool(chosen))
        self.more.setEnabled(bool(chosen))

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the selected rows."""
        menu = popup(self)
        chosen = self.rows.selected()
        out = bool(chosen) and all(one in self._withdrawn for one in chosen)
        entry(menu, "Ny punkt efter", self.add_wanted.emit)
        entry(menu, _FROM.replace("&", ""), self.ärende_wanted.emit)
        entry(menu, "Ta upp igen" if out else "Låt utgå …", self.withdraw_wanted.emit)
        menu.addSeparator()
        for text, of in (("Flytta upp", self.up), ("Flytta ned", self.down)):
            entry(menu, text, of.click).setEnabled(of.isEnabled())
        menu.addSeparator()
        entry(menu, "Ta bort", self.remove_wanted.emit)
        return menu

    def _build(self) -> None:
        assert self.head is not None  # noqa: S101 - the card has a band
        for part in (self.add_button, None, self.up, self.down, self.remove, self.more):
            if part is None:
                self.head.addStretch()
            else:
                self.head.addWidget(part)
        layout = cast("QVBoxLayout", self.empty.layout())
        layout.insertWidget(layout.count() - 1, self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        self.body.setSpacing(0)
        self.add(self._stack, 1)
        side = self._theme.px(14)
        self._foot = line()
        self.add(self._foot)
        foot = row(self.count, None, self.waiting, spacing=self._theme.px(8))
        foot.setContentsMargins(side, self._theme.px(4), self._theme.px(8), 0)
        self.body.addLayout(foot)

        order = (
            *(self.add_button, self.up, self.down, self.remove, self.more),
            *(self.waiting, self.rows),  # Tab leads from the list to the editor
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_wanted)
        self.empty.pressed.connect(self.add_wanted)
        self.read.clicked.connect(self.import_wanted)
        self.waiting.clicked.connect(self.ärende_wanted)
        self.up.clicked.connect(lambda: self.rows.move_selected(-1))
        self.down.clicked.connect(lambda: self.rows.move_selected(1))
        self.remove.clicked.connect(self.remove_wanted)
        self.rows.removal_wanted.connect(self._ask_removal)
        self.rows.insertion_wanted.connect(self._ask_insertion)
        self.rows.selectionModel().selectionChanged.connect(self.show_selection)
        self.more.clicked.connect(self._show_menu)
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.customContextMenuRequested.connect(self._show_context)

    def _ask_removal(self, _: Sequence[str]) -> None:
        self.remove_wanted.emit()

    def _ask_insertion(self, _: str | None) -> None:
        self.add_wanted.emit()

    def _show_menu(self) -> None:
        pop_below(self.more, self.menu())

    def _show_context(self, at: QPoint) -> None:
        if self.rows.selected():
            self.menu().popup(self.rows.viewport().mapToGlobal(at))
