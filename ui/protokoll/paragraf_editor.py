"""The § in the middle: what it is, what is decided, and its texts. Everything saves by itself."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from nämnd.protokoll.findings import Place
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow
from ui.desk import Desk
from ui.protokoll.agenda_bar import AgendaBar
from ui.protokoll.coming_punkt import ComingPunkt
from ui.protokoll.text_sections import TextSections
from ui.protokoll.words import facts_text, is_justerad, paragraf_name, state_spoken
from ui.sammanträde.popups import pop_below
from ui.toolkit.chips import Card, Chip
from ui.toolkit.fields import Field
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme
from ui.votering.decision import DecisionEditor


class ParagrafEditor(Card):
    """Shows the § chosen in the list, or what a punkt that is not handled will be about.

    Signals:
        typed: something was written that is not saved yet.
        list_wanted: Escape: the user wants back to the list.
        klubba_wanted: of the § that is shown; when it is done: let its handling go on.
        handle_wanted: the punkt that is shown becomes a §.
        side_wanted: what is to the right is to be seen.

    Attributes:
        menu_for: gives the menu of the § that is shown; the page sets it.
        shown: the § that is shown.
        watch: follows it up; `watching` says how.
    """

    typed = Signal()
    list_wanted = Signal()
    klubba_wanted = Signal()
    handle_wanted = Signal()
    side_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme)
        self.setAccessibleName("Paragrafen")
        self.heading = label("", Label.HEADING, wrap=True)
        self.facts = label("", Label.MUTED, wrap=True)
        self.state = Chip("", Role.NOTE)
        self.immediate = Chip("omedelbar justering", Role.NOTE)
        self.side = button("Närvaro", Kind.LINK)
        self.side.setToolTip("Visa närvaron eller protokollet till höger (Ctrl+H)")
        self.watch = button("Beva&ka …", Kind.LINK)
        self.shown: ParagrafRow | None = None
        self.klubba = button("")
        self.more = icon_button(desk.theme, Icon.MORE, "Mer om paragrafen")
        self.hint = label("Här skrivs det som beslutas.", Label.MUTED, wrap=True)
        self.coming = ComingPunkt(desk.theme)
        self.agenda = AgendaBar(desk)
        self.decision = DecisionEditor(desk)
        self.texts = TextSections(desk)
        self.area, self._inside, self._of_paragraf = QScrollArea(), QWidget(), QWidget()
        self.menu_for: Callable[[], QMenu] = QMenu
        self._build(desk.theme)
        self._connect(desk.theme)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that there is nothing to show."""
        self.heading.setText("")
        self.shown = None
        for part in (self.facts, self.state, self.immediate, self.klubba, self.more, self.area):
            part.hide()
        self.watch.hide()
        self.hint.show()

    def show_punkt(self, punkt: PunktRow) -> None:
        """Show what a punkt that is not handled will be about."""
        self.shown = None
        self.watch.hide()
        self.heading.setText(f"Punkt {punkt.nummer}. {punkt.rubrik}")
        self.facts.setText(f"Dnr {punkt.dnr}" if punkt.dnr else "")
        self.facts.setVisible(bool(punkt.dnr))
        for part in (self.state, self.immediate, self.klubba, self.hint, self._of_paragraf):
            part.hide()
        self.coming.show_punkt(punkt)
        for part in (self.coming, self.more, self.area):
            part.show()

    def show_paragraf(self, protokoll: Protokoll, paragraf: ParagrafRow) -> None:
        """Show a §, or the same one read again: then what is being written stays."""
        self.shown = paragraf
        self.watch.show()
        name = paragraf_name(protokoll, paragraf.nummer)
        self.heading.setText(f"{name} {paragraf.rubrik}")
        self.facts.setText(facts_text(protokoll, paragraf))
        self.facts.show()  # empty it still keeps the chips to the right
        self._show_state(protokoll, paragraf)
        self.immediate.setVisible(paragraf.omedelbart_justerad)
        self.agenda.show_paragraf(protokoll, paragraf)
        self.decision.show_paragraf(protokoll, paragraf.id)
        self.texts.show_paragraf(paragraf, name)
        for part in (self.hint, self.coming):
            part.hide()
        for part in (self.state, self.klubba, self.more, self._of_paragraf, self.area):
            part.show()

    def scroll_up(self) -> None:
        """Show the § from its beginning."""
        self.area.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Put the caret where the decision is written."""
        if self.coming.isHidden():
            self.decision.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.coming.handle.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: Place) -> None:
        """Put the caret where a finding points; in the decision when it is about no text."""
        field = self.decision.go_to(place) or self.texts.go_to(place.part)
        if field is not None:
            self.area.ensureWidgetVisible(field)
        else:
            self.begin()

    def unsaved(self) -> Field[Any] | None:
        """Return the first field that holds something that could not be saved."""
        return self.decision.unsaved() or self.texts.unsaved()

    def minimumSizeHint(self) -> QSize:
        """Be wide enough for all that can be in it: nothing is cut off to the right."""
        bar, margins = self.area.verticalScrollBar().sizeHint(), self.body.contentsMargins()
        around = bar.width() + margins.left() + margins.right()
        least = self._inside.minimumSizeHint().width() + around
        return QSize(least, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.list_wanted.emit()
            return
        super().keyPressEvent(event)

    def _show_state(self, protokoll: Protokoll, paragraf: ParagrafRow) -> None:
        justerad = is_justerad(protokoll, paragraf)
        text = "justerad" if justerad else state_spoken(paragraf)
        self.state.show_as(text, Role.GOOD if paragraf.klar else Role.NOTE)
        self.klubba.setText("Återu&ppta" if paragraf.klar else "&Klubba")
        tip = "Behandlingen går vidare" if paragraf.klar else "Besluta enligt förslag där inget"
        self.klubba.setToolTip(tip if paragraf.klar else f"{tip} annat står (B i listan)")
        self.klubba.setEnabled(not justerad)

    def _build(self, theme: Theme) -> None:
        gap = theme.px(8)
        self.body.setContentsMargins(theme.px(16), theme.px(12), theme.px(4), theme.px(10))
        head = row(self.heading, self.side, self.klubba, self.more, spacing=gap)
        head.setStretch(0, 1)
        head.setContentsMargins(0, 0, theme.px(12), 0)
        below = row(self.facts, self.watch, self.state, self.immediate, spacing=gap)
        below.setStretch(0, 1)
        below.setContentsMargins(0, 0, theme.px(12), 0)
        for part in (head, below):
            self.add(part)
        self.add(self.hint)
        self.add(self.area, 1)
        self.body.addStretch()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside.setObjectName("scrolled")
        self._fill(theme)
        self.area.setWidget(self._inside)
        self.side.hide()

    def _fill(self, theme: Theme) -> None:
        inner = QVBoxLayout(self._of_paragraf)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(12))
        for part in (self.agenda, self.decision, self.texts):
            inner.addWidget(part)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, theme.px(12), theme.px(8))
        layout.addWidget(self.coming)
        layout.addWidget(self._of_paragraf)
        layout.addStretch(1)

    def _connect(self, theme: Theme) -> None:
        theme.dress(self.side, Icon.EYE, Role.ACCENT)
        theme.dress(self.watch, Icon.CLOCK, Role.ACCENT)
        self.watch.setToolTip("Följ upp beslutet: vid ett sammanträde, på en dag eller på villkor")
        self.klubba.clicked.connect(self.klubba_wanted)
        self.coming.handle_wanted.connect(self.handle_wanted)
        self.side.clicked.connect(self.side_wanted)
        self.texts.typed.connect(self.typed)
        self.more.clicked.connect(lambda: pop_below(self.more, self.menu_for()))
