"""The page of an överenskommelse: its money, what must be reported, its forms."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from ui.bevakningar_card import BevakningarCard
from ui.desk import Desk, Go
from ui.toolkit.small import column, reading_area, row
from ui.toolkit.walking import walk_with_f6
from ui.överenskommelse.actions import ÖverenskommelseActions
from ui.överenskommelse.blankett_view import BlankettView
from ui.överenskommelse.facts_card import ÖverenskommelseFacts
from ui.överenskommelse.forms_card import FormsCard
from ui.överenskommelse.head import ÖverenskommelseHead
from ui.överenskommelse.loaded import Loaded, load
from ui.överenskommelse.redovisningar_card import RedovisningarCard
from ui.överenskommelse.share_card import ShareCard
from ui.överenskommelse.table_actions import TableActions
from ui.överenskommelse.tables_card import TablesCard

_SHOWS = frozenset({Topic.ÖVERENSKOMMELSE, Topic.BEVAKNING, Topic.ÄRENDE, Topic.HANDLING})
_BESIDE = 1080  # the design's pixels: narrower, and the cards to the right stand below
_SIDE = 330
_NOTHING_WATCHED = (
    "Inget bevakas än. «Hitta frister …» läser handlingen och föreslår vad som ska redovisas, till "
    "vem och när."
)


class ÖverenskommelsePage(QWidget):
    """One överenskommelse at a time, or one of its forms.

    Attributes:
        head: its name, and what can be done with it.
        tables, share, facts, bevakningar, forms, redovisningar: the cards.
        blankett: a form being filled in.
        acts: what the buttons do.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until `show_överenskommelse`."""
        super().__init__()
        self._desk, self._go = desk, go
        self.loaded: Loaded | None = None
        self.head = ÖverenskommelseHead(desk.theme)
        self.acts = ÖverenskommelseActions(desk, go, self, self.show_blankett)
        self.on_tables = TableActions(desk, self)
        self.tables, self.share = TablesCard(desk, self.on_tables), ShareCard(desk)
        self.facts = ÖverenskommelseFacts(desk)
        self.bevakningar = BevakningarCard(desk.theme, _NOTHING_WATCHED)
        self.forms = FormsCard(desk, self.show_blankett)
        self.redovisningar = RedovisningarCard(desk, go.to_redovisning)
        self.blankett = BlankettView(desk, go, self._back_from_form)
        self.stack = QStackedWidget()
        self.shown: QMenu | None = None
        self._build()

    @property
    def överenskommelse_id(self) -> str | None:
        """Return the id of what is shown."""
        return self.loaded.view.id if self.loaded else None

    def show_överenskommelse(self, överenskommelse_id: str) -> None:
        """Show an överenskommelse, of whichever nämnd it is."""
        self.stack.setCurrentIndex(0)
        self._show(överenskommelse_id)
        if self.loaded is not None:
            self._go.in_nämnd(self.loaded.view.nämnd_id)

    def show_blankett(self, blankett_id: str) -> None:
        """Show one of the forms of the överenskommelse that is shown."""
        self._desk.editor.flush()
        one = self.loaded.blankett(blankett_id) if self.loaded else None
        if self.loaded is not None and one is not None:
            self.stack.setCurrentIndex(1)
            self.blankett.show_it(self.loaded, one)
            self.blankett.begin()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read it anew, if it is in sight: `show_överenskommelse` leads here, and reads it."""
        if self.loaded is not None and topics & _SHOWS and self.isVisible():
            self._show(self.loaded.view.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.stack.currentIndex():
            self.blankett.begin()
            return
        table = self.tables.table
        (self.tables.paste if table.isHidden() else table).setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards to the right under the rest where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.theme.px(_BESIDE)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else right)
        self._across.setStretch(0, 0 if narrow else 1)
        self._across.setStretch(2, 1 if narrow else 0)  # what is left over goes last
        width = 16777215 if narrow else self._desk.theme.px(_SIDE)  # as wide as Qt allows
        self._side.setMaximumWidth(width)
        self._side.setMinimumWidth(0 if narrow else width)

    def _show(self, överenskommelse_id: str) -> None:
        try:
            loaded = load(self._desk, överenskommelse_id)
        except GoneError:  # by undo, or another window
            self.loaded = None
            self._go.to_page("överenskommelser")
            return
        self.loaded = loaded
        self.acts.show_it(loaded)
        self.on_tables.show_it(loaded)
        self.head.show_it(loaded, self._desk.today)
        for part in (self.tables, self.share, self.facts, self.forms, self.redovisningar):
            part.show_it(loaded)
        self.bevakningar.show_rows(loaded.bevakningar)
        self._show_form(loaded)

    def _show_form(self, loaded: Loaded) -> None:
        if not self.stack.currentIndex():
            return
        one = loaded.blankett(self.blankett.blankett_id or "")
        if one is None:  # undone
            self.stack.setCurrentIndex(0)
        else:
            self.blankett.show_it(loaded, one)

    def _back_from_form(self) -> None:
        self._desk.editor.flush()
        self.stack.setCurrentIndex(0)
        link = next(iter(self.forms.links), self.forms.new)
        link.setFocus()

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(14)
        main = QWidget()
        main.setLayout(column(self.tables, self.share, None, spacing=gap))
        self._side = QWidget()
        cards = (self.facts, self.bevakningar, self.forms, self.redovisningar)
        self._side.setLayout(column(*cards, None, spacing=gap))
        inside = QWidget()
        self._across = row(main, self._side, spacing=gap)
        self._across.setStretch(0, 1)
        self._across.addStretch(0)
        inside.setLayout(self._across)
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(gap)
        down.addWidget(self.head)
        down.addWidget(reading_area(inside, "Överenskommelsen"), 1)
        for part in (whole, self.blankett):
            self.stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.addWidget(self.stack)
        self._connect(whole)

    def _connect(self, whole: QWidget) -> None:
        head, acts = self.head, self.acts
        head.back.clicked.connect(lambda: self._go.to_page("överenskommelser"))
        head.deadlines.clicked.connect(acts.find_deadlines)
        head.more.clicked.connect(self._offer)
        self.facts.change.clicked.connect(acts.change)
        self.facts.ärende.clicked.connect(acts.to_ärende)
        self.facts.file.clicked.connect(acts.open_file)
        self.bevakningar.new.clicked.connect(acts.watch)
        self.bevakningar.opened.connect(self._go.to_bevakning)
        self.forms.new.clicked.connect(acts.new_blankett)
        self.redovisningar.new.clicked.connect(acts.new_redovisning)
        walk_with_f6(
            whole,
            (self.tables, self._first_of_tables),
            (self.share, lambda: self.share.table),
            (self.facts, lambda: self.facts.change),
            (self.bevakningar, lambda: self.bevakningar.new),
            (self.forms, lambda: self.forms.new),
            (self.redovisningar, lambda: self.redovisningar.new),
        )

    def _first_of_tables(self) -> QWidget:
        return self.tables.paste if self.tables.table.isHidden() else self.tables.table

    def _offer(self) -> None:
        self._desk.editor.flush()
        self.shown = menu = QMenu(self.head.more)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        for text, act in self.acts.offered():
            menu.addAction(text).triggered.connect(_called(act))
        menu.popup(self.head.more.mapToGlobal(QPoint(0, self.head.more.height())))

    def _forget(self) -> None:
        self.shown = None


def _called(act: Callable[[], object]) -> Callable[[], object]:
    return lambda: act()  # noqa: PLW0108 - leaves «checked» behind
