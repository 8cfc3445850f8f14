"""The §§ to the left, and under them the punkter that are left; worked by keyboard."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from nämnd.protokoll.values import Protokoll
from ui.protokoll.rows import found_in, rows_of
from ui.protokoll.words import count_text
from ui.sammanträde.popups import pop_below
from ui.toolkit.chips import Card, SearchBox
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Label, button, icon_button, label, line, row
from ui.toolkit.theme import Icon, Theme

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class ParagrafRows(RowList):
    """The list itself.

    Signals:
        klubba_wanted: B was pressed, for the selected rows.
        find_wanted: a letter or figure was typed: what to begin to look for.
    """

    klubba_wanted = Signal()
    find_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show no §§ yet."""
        super().__init__(theme, name="Paragrafer och punkter")
        self.setAcceptDrops(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text() if event.modifiers() in _PLAIN else ""
        if event.key() == Qt.Key.Key_B and typed:
            self.klubba_wanted.emit()
        elif typed.isalnum() or typed == "§":
            self.find_wanted.emit(typed)
        else:
            super().keyPressEvent(event)


class FindBox(SearchBox):
    """Narrows the list while one types; the arrows and Enter lead back to it.

    Signals:
        list_wanted: the user wants on with what was found.
    """

    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        away = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in away or (event.key() == Qt.Key.Key_Escape and not self.text()):
            self.list_wanted.emit()
            return
        super().keyPressEvent(event)


class ParagrafList(Card):
    """Buttons, find box, list and count.

    Signals:
        add_wanted: an ärende that is not on the dagordning.
        klubba_wanted: the selected rows, decided in one go.

    Attributes:
        rows: the list.
        search: narrows it.
        menu_for: gives the menu of the selected rows; the page sets it.
    """

    add_wanted = Signal()
    klubba_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no sammanträde yet."""
        super().__init__(theme, band=True)
        self.setAccessibleName("Paragrafer")
        self._theme = theme
        self._all: tuple[ListRow, ...] = ()
        self.rows = ParagrafRows(theme)
        self.search = FindBox(theme, "Sök paragraf …")
        self.search.setToolTip("Sök (Ctrl+F, eller skriv i listan)")
        self.add_button = button("+ Är&ende")
        self.add_button.setToolTip("Lägg till ett ärende (Ctrl+N)")
        self.klubba = button("Klubba")
        self.klubba.setToolTip("Besluta det valda enligt förslag (B)")
        self.more = icon_button(theme, Icon.MORE, "Mer om det valda")
        self.count = label("", Label.CAPTION)
        self.menu_for: Callable[[], QMenu] = QMenu
        self._build()
        self._connect()

    def show_protokoll(self, protokoll: Protokoll) -> None:
        """Show the §§ and what is left; selection and place stay."""
        self._all = rows_of(protokoll)
        self._show()
        self.count.setText(count_text(protokoll))
        self.show_selection()

    def choose(self, row_id: str) -> bool:
        """Go to a row; what was looked for is forgotten if it hides the row."""
        if self.rows.choose(row_id):
            return True
        self.search.clear()
        return self.rows.choose(row_id)

    def show_selection(self) -> None:
        """Enable what can be done with the selected rows."""
        some = bool(self.rows.selected())
        self.klubba.setEnabled(some)
        self.more.setEnabled(some)

    def begin_find(self, typed: str = "") -> None:
        """Put the caret in the find box, after what was typed in the list."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if typed:
            self.search.setText(typed)
        else:
            self.search.selectAll()

    def _show(self) -> None:
        self.rows.show_rows(found_in(self._all, self.search.text()))
        self.rows.reorder = not self.search.text()

    def _find(self) -> None:
        self._show()
        shown = self.rows.shown()
        if shown and self.rows.current() is None:
            self.rows.choose(shown[0].id)
        self.show_selection()  # a selection that goes with its rows tells nobody

    def _to_list(self) -> None:
        shown: Sequence[ListRow] = self.rows.shown()
        if shown and not self.rows.selected():
            self.rows.choose(shown[0].id)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        assert self.head is not None  # noqa: S101 - the card has a band
        for part in (self.add_button, self.klubba, None, self.more):
            if part is None:
                self.head.addStretch()
            else:
                self.head.addWidget(part)
        self.body.setSpacing(0)
        gap = self._theme.px(8)
        find = row(self.search, spacing=0)
        find.setContentsMargins(gap, gap, gap, gap)
        self.add(find)
        self.add(line())
        self.add(self.rows, 1)
        self.add(line())
        side = self._theme.px(14)
        self.count.setContentsMargins(side, self._theme.px(6), side, 0)
        self.add(self.count)
        order = (self.add_button, self.klubba, self.more, self.search, self.rows)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_wanted)
        self.klubba.clicked.connect(self.klubba_wanted)
        self.rows.klubba_wanted.connect(self.klubba_wanted)
        self.rows.find_wanted.connect(self.begin_find)
        self.rows.selectionModel().selectionChanged.connect(self.show_selection)
        self.search.textChanged.connect(self._find)
        self.search.list_wanted.connect(self._to_list)
        self.more.clicked.connect(lambda: pop_below(self.more, self.menu_for()))
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.customContextMenuRequested.connect(self._show_context)

    def _show_context(self, at: QPoint) -> None:
        if self.rows.selected():
            self.menu_for().popup(self.rows.viewport().mapToGlobal(at))
