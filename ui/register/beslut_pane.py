"""The chosen beslut beside the list: what was decided, what has followed, where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nämnd.core.swedish import long_date
from nämnd.register.values import BeslutRow
from ui.register.words import facts
from ui.toolkit.chips import Card, Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label, reading_area
from ui.toolkit.theme import Theme

_BESIDE = 460  # the design's pixels
_NONE = "Välj ett beslut i listan, så står det här."
_NO_TEXT = "Det står inga att-satser i paragrafen."


class BeslutPane(Card):
    """A card about one §.

    Signals:
        opened: the row, when the user wants to see the §.
        ärende_wanted: the row, when the user wants to see its ärende.
        others_wanted: the row, when the user wants every beslut of its ärende.
    """

    opened = Signal(object)
    ärende_wanted = Signal(object)
    others_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(theme)
        self._theme, self._row = theme, None
        self.setAccessibleName("Valt beslut")
        self.none = label(_NONE, Label.MUTED, wrap=True)
        self.heading = label("", Label.HEADING, wrap=True)
        self.when = label("", Label.MUTED, wrap=True)
        self.secret = Chip("sekretess", Role.WARN)
        self.texts = label("", wrap=True)
        self.facts = label("", Label.MUTED, wrap=True)
        self.open = button("&Öppna paragrafen")
        self.ärende = button("Till &ärendet", Kind.LINK)
        self.others = button("Alla &beslut i ärendet", Kind.LINK)
        self._acts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        self.show_row(None)

    def show_row(self, row: BeslutRow | None) -> None:
        """Show a beslut, or that none is chosen."""
        self._row = row
        for part in (self.when, self.texts, self.facts, self.open):
            part.setVisible(row is not None)
        of_ärende = row is not None and row.ärende_id is not None
        self.ärende.setVisible(of_ärende)
        self.others.setVisible(of_ärende)
        self.secret.setVisible(row is not None and row.sekretess)
        self.heading.setVisible(row is not None)
        self.none.setVisible(row is None)
        if row is None:
            return
        self.heading.setText(f"{row.paragraf} {row.rubrik}")
        self.when.setText(" · ".join((row.nämnd, long_date(row.datum), *row.dnr)))
        self.texts.setText("\n".join(f"• {one}" for one in row.beslut) or _NO_TEXT)
        self.facts.setText(facts(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what can be done beside each other where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._theme.px(_BESIDE)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._acts.setDirection(right if wide else down)

    def _build(self) -> None:
        theme, inside = self._theme, QWidget()
        inside.setObjectName("scrolled")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, theme.px(8), 0)
        layout.setSpacing(theme.px(10))
        self.texts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self.none, self.heading, self.when, self.secret, self.texts, self.facts):
            layout.addWidget(part)
        layout.addStretch()
        area = reading_area(inside, "Valt beslut")
        self.add(area, 1)
        for part in (self.open, self.ärende, self.others):
            self._acts.addWidget(part)
        self._acts.setSpacing(theme.px(8))
        self._acts.addStretch()
        self.add(self._acts)
        for part, signal in (
            (self.open, self.opened),
            (self.ärende, self.ärende_wanted),
            (self.others, self.others_wanted),
        ):
            part.clicked.connect(lambda _=False, signal=signal: signal.emit(self._row))
