"""The main window: pages to the left, the page in the middle, what is saved below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nämnd.core.changes import Topic
from ui.desk import Desk
from ui.status import StatusLine
from ui.sök.bar import TopBar
from ui.toolkit.controls import Choice
from ui.toolkit.small import Label, button, column, label, row
from ui.toolkit.theme import Icon, Theme

if TYPE_CHECKING:
    from nämnd.organisation.queries import NämndRow

PAGES = (
    ("översikt", "Översikt", Icon.ÖVERSIKT),
    ("sammanträden", "Sammanträden", Icon.SAMMANTRÄDE),
    ("ärenden", "Ärenden", Icon.ÄRENDE),
    ("beslut", "Beslut", Icon.CHECK),
    ("uppföljning", "Uppföljning", Icon.CLOCK),
    ("nämnd", "Nämnd och ledamöter", Icon.PERSON),
    ("delegation", "Delegationsbeslut", Icon.FILE),
)

_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_UNDER = {  # pages reached through the list of another
    "dagordning": "sammanträden",
    "mötesdag": "sammanträden",
    "justering": "sammanträden",
    "ärende": "ärenden",
    "skrivelse": "ärenden",
    "delprojekt": "uppföljning",
    "överenskommelser": "uppföljning",
    "överenskommelse": "uppföljning",
    "redovisning": "uppföljning",
    "årshjul": "uppföljning",
}
_SIDE = 196  # pixels of the design


class NämndPage(Protocol):
    """A page about the chosen nämnd."""

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show that nämnd."""
        ...

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now."""
        ...


class MainWindow(QMainWindow):
    """Holds the pages and moves between them. What they do is theirs.

    Signals:
        nämnd_chosen: the id of the nämnd to show from now on.
        closing: the window is about to close, with everything saved.
        page_shown: the name of the page that the user has come to.
    """

    nämnd_chosen = Signal(str)
    closing = Signal()
    page_shown = Signal(str)

    def __init__(self, theme: Theme, first: QWidget) -> None:
        """Show `first`, which needs no database; the rest comes with `attach`."""
        super().__init__()
        self.setWindowTitle("Nämnd")
        self._theme = theme
        self.stack = QStackedWidget()
        self.status = StatusLine(theme)
        self.chooser: Choice[str] = Choice(theme)
        self.top = TopBar(theme)
        self.who = self.top.who
        self.side = QFrame()
        self.nav: dict[str, QPushButton] = {}
        self.extra = self._nav_button("", Icon.IMPORT, len(PAGES) + 1)
        self._extra_name = ""
        self._pages: dict[str, QWidget] = {"översikt": first}
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._desk: Desk | None = None
        self._nämnd_id: str | None = None
        self.stack.addWidget(first)
        self._build()
        self._mark("översikt")

    @property
    def nämnd_id(self) -> str | None:
        """Return the id of the nämnd that is shown."""
        return self._nämnd_id

    @property
    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self.stack.currentWidget()

    def attach(self, desk: Desk, factories: dict[str, Callable[[], QWidget]]) -> None:
        """Use the opened database; pages are made when they are first shown."""
        self._desk, self._factories = desk, factories
        self.status.attach(desk)
        desk.editor.changed.connect(self.reload)
        for one in self.nav.values():
            one.setEnabled(True)
        self.chooser.setEnabled(True)

    def show_start(self, page: QWidget) -> None:
        """Show the page of the first start alone: there is nowhere else to go until `choose`."""
        self._nämnd_id = None
        self._let_move(free=False)
        self.add_page("start", page)

    def show_nämnder(self, rows: tuple[NämndRow, ...], chosen: str | None) -> None:
        """Fill the chooser without choosing anew."""
        self.chooser.offer((one.id, one.namn) for one in rows)
        self.chooser.choose(chosen)
        self.chooser.setToolTip(self.chooser.currentText())
        self.chooser.setVisible(bool(rows))
        letters = self.chooser.fontMetrics()
        widest = max((letters.horizontalAdvance(one.namn) for one in rows), default=0)
        self.chooser.view().setMinimumWidth(widest + self._theme.px(40))  # the box is narrow

    def choose(self, nämnd_id: str) -> None:
        """Show another nämnd on every page; a first start is then over."""
        self.drop_page("start")
        self._let_move(free=True)
        self._nämnd_id = nämnd_id
        self.chooser.choose(nämnd_id)
        self.chooser.setToolTip(self.chooser.currentText())
        for page in self._pages.values():
            if hasattr(page, "show_nämnd"):
                cast("NämndPage", page).show_nämnd(nämnd_id)

    def show_page(self, name: str) -> QWidget:
        """Show a page, saving what is being written on the one before."""
        if self._desk is not None:
            self._desk.editor.flush()
        page = self._pages.get(name) or self._make(name)
        self.stack.setCurrentWidget(page)
        self._mark(name)
        page.setFocus()
        self.page_shown.emit(name)
        return page

    def add_page(self, name: str, page: QWidget, *, nav: str = "") -> None:
        """Put a page in place of the one with that name, and show it.

        With `nav` a button of that text leads back to it for as long as it is there.
        """
        if nav:
            self._extra_name = name
            self.extra.setText(nav)
            self.extra.setToolTip(nav)
            self.extra.show()
        old = self._pages.pop(name, None)
        self._pages[name] = page
        self.stack.addWidget(page)
        self.show_page(name)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def drop_page(self, name: str) -> None:
        """Forget a page that has done its work."""
        page = self._pages.pop(name, None)
        if page is not None:
            self.stack.removeWidget(page)
            page.deleteLater()
        if name == self._extra_name:
            self.extra.hide()

    def has_page(self, name: str) -> bool:
        """Say whether there is such a page now."""
        return name in self._pages

    def reload(self, topics: frozenset[Topic]) -> None:
        """Let every page that shows one of `topics` read anew."""
        for page in tuple(self._pages.values()):
            cast("NämndPage", page).reload(topics)

    def forget_pages(self) -> None:
        """Drop every page but the first: the database under them is another."""
        first = self._pages.pop("översikt")
        self.stack.setCurrentWidget(first)
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages = {"översikt": first}
        self._nämnd_id = self._desk = None
        self.extra.hide()
        self._mark("översikt")

    def closeEvent(self, event: QCloseEvent) -> None:
        desk = self._desk
        question = None if desk is None else self._why_stay(desk)
        if desk and question and not desk.messages.confirm(question, yes="Stäng utan att spara"):
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def _why_stay(self, desk: Desk) -> str | None:
        if not desk.editor.flush():
            return "Något du skrev kunde inte sparas. Stänga ändå?"
        if not self.extra.isHidden():
            return "Det som lästes in är inte sparat som sammanträde än. Stänga ändå?"
        return None

    def _let_move(self, *, free: bool) -> None:
        self.side.setVisible(free)
        self.top.box.setVisible(free)
        for one in (*self.nav.values(), self.extra):
            one.setEnabled(free)

    def _to_page(self) -> None:
        if self.page is not None:
            self.page.setFocus()

    def _make(self, name: str) -> QWidget:
        page = self._factories[name]()
        self._pages[name] = page
        self.stack.addWidget(page)
        if self._nämnd_id is not None and hasattr(page, "show_nämnd"):
            cast("NämndPage", page).show_nämnd(self._nämnd_id)
        return page

    def _build(self) -> None:
        self._fill_side()
        middle = QWidget()
        across = row(self.side, self.stack, spacing=0)
        across.setStretch(1, 1)
        down = column(self.top, across, spacing=0)
        down.setStretch(1, 1)
        middle.setLayout(down)
        self.top.box.left.connect(self._to_page)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)

    def _fill_side(self) -> None:
        side = self.side
        side.setObjectName("side")
        self._fit_side()
        self._theme.changed.connect(self._fit_side)
        layout = QVBoxLayout(side)
        gap = self._theme.px(8)
        layout.setContentsMargins(gap, self._theme.px(12), gap, gap)
        layout.setSpacing(self._theme.px(2))
        for number, (name, text, icon) in enumerate(PAGES, start=1):
            self.nav[name] = made = self._nav_button(text, icon, number)
            made.setEnabled(name == "översikt")
            self._lead(made, name)
            layout.addWidget(made)
        self.extra.clicked.connect(lambda: self.show_page(self._extra_name))
        self.extra.hide()
        layout.addWidget(self.extra)
        layout.addSpacing(self._theme.px(16))
        layout.addWidget(label("NÄMND", Label.GROUP))
        self.chooser.setAccessibleName("Nämnd att visa")
        self.chooser.setEnabled(False)
        self.chooser.setVisible(False)
        self.chooser.setMinimumContentsLength(12)
        self.chooser.setSizeAdjustPolicy(_NARROW)  # a long name must not make it wider
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chooser.activated.connect(lambda: self.nämnd_chosen.emit(self.chooser.value()))
        layout.addWidget(self.chooser)
        layout.addStretch()

    def _fit_side(self) -> None:
        """Make room for the names of the pages at the size text has now."""
        self.side.setFixedWidth(self._theme.px(_SIDE))

    def _nav_button(self, text: str, icon: Icon, number: int) -> QPushButton:
        made = button(text)
        made.setProperty("nav", "true")
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme.dress(made, icon)
        keys = QKeySequence(f"Ctrl+{number}")
        made.setToolTip(f"{text} (Ctrl+{number})")
        QShortcut(keys, self, lambda: made.isEnabled() and not made.isHidden() and made.click())
        return made

    def _lead(self, made: QPushButton, name: str) -> None:
        made.clicked.connect(lambda: self.show_page(name))

    def _mark(self, name: str) -> None:
        shown = _UNDER.get(name, name)
        for key, one in self.nav.items():
            one.setChecked(key == shown)
        self.extra.setChecked(shown == self._extra_name)
