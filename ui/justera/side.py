"""To the right of the paper: the message, who answers, and the comment."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from nämnd.justeringsfil.values import Asked, Manifest
from ui.justera import words
from ui.justera.asked import AskedRow
from ui.toolkit.chips import Card, Chip
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import TextInput
from ui.toolkit.small import Label, column, label, line, row
from ui.toolkit.theme import Theme

_LEAST_LINES = 5


class Side(QScrollArea):
    """What belongs to the paper.

    Signals:
        written: the comment that is being written.
        person_chosen: the person id of whoever reads; «» when none is chosen.

    Attributes:
        comment: where the comment is written.
        who: who reads, when several are asked.
    """

    written = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, theme: Theme, manifest: Manifest, asked: Sequence[Asked]) -> None:
        """Make the cards. `asked`: who may be reading."""
        super().__init__()
        self._theme = theme
        self.comment = TextInput(
            "Skriv vad som ska ändras, eller något annat till sekreteraren.", least=_LEAST_LINES
        )
        self.heading = label("", Label.HEADING, wrap=True)
        self.saved = label(words.KEPT, Label.CAPTION, wrap=True)
        self.who: Choice[str] = Choice(
            theme, ((one.person_id, f"{one.namn}, {one.roll}") for one in asked)
        )
        self.who.setPlaceholderText("Välj ditt namn")
        self._rows = QVBoxLayout()
        self._lay_out(manifest, several=len(asked) > 1)
        self.comment.typed.connect(lambda: self.written.emit(self.comment.value()))
        self.who.activated.connect(lambda: self.person_chosen.emit(self.who.value() or ""))

    def show_comment(self, about: str, text: str) -> None:
        """Let the field hold the comment on «§ 62» or on the whole."""
        heading = f"Kommentar till {about}" if about != words.ALL else "Kommentar till helheten"
        self.heading.setText(heading)
        self.comment.setAccessibleName(heading)
        self.comment.show_value(text)

    def show_people(
        self, rows: Sequence[AskedRow], mine: AskedRow | None, *, answered: bool
    ) -> None:
        """Show who has answered and who is asked.

        `mine` is the one who reads; `answered`: they have made their answer here.
        """
        while self._rows.count():
            item = self._rows.takeAt(0)
            part = item.widget() if item else None
            if part is not None:
                part.deleteLater()
        for number, one in enumerate(rows):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._person(one, mine, answered=answered))

    def _person(self, one: AskedRow, mine: AskedRow | None, *, answered: bool) -> QWidget:
        name = label(f"{one.namn} (du)" if one is mine else one.namn, wrap=True)
        under = ", ".join(filter(None, (one.roll.capitalize(), one.when)))
        text, role = words.state_chip(one, mine, answered=answered)
        chip = Chip(text, role)
        both = column(name, label(under, Label.CAPTION), spacing=0)
        across = row(both, chip, spacing=self._theme.px(8))
        across.setStretch(0, 1)
        across.setAlignment(chip, Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(across)
        made.setAccessibleName(f"{one.namn}, {one.roll}: {text}")
        return made

    def _lay_out(self, manifest: Manifest, *, several: bool) -> None:
        gap = self._theme.px(12)
        parts: list[QWidget] = [self._comment_card(), self._people_card(several=several)]
        if manifest.meddelande:
            parts.insert(0, self._message(manifest))
        inside = QWidget()
        inside.setObjectName("scrolled")
        cards = column(*parts, None, spacing=gap)
        cards.setStretch(len(parts), 1)  # else the cards grow beyond what is in them
        inside.setLayout(cards)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.setAccessibleName("Kommentarer och svar")

    def _message(self, manifest: Manifest) -> Card:
        card = Card(self._theme, f"Från {manifest.avsändare}" if manifest.avsändare else "Hälsning")
        said = label(manifest.meddelande, wrap=True)
        said.setTextInteractionFlags(_SELECTABLE)
        card.add(said)
        return card

    def _comment_card(self) -> Card:
        card = Card(self._theme)
        for part in (self.heading, self.comment, self.saved):
            card.add(part)
        return card

    def _people_card(self, *, several: bool) -> Card:
        card = Card(self._theme, "Godkännanden och underskrifter")
        assert card.title is not None  # noqa: S101 - it was given one
        card.title.setWordWrap(True)
        who = self._who()
        card.add(who)
        who.setVisible(several)
        self._rows.setSpacing(self._theme.px(6))
        card.add(self._rows)
        return card

    def _who(self) -> QWidget:
        said = label("&Jag är", Label.LABEL)
        said.setBuddy(self.who)
        self.who.setAccessibleName("Jag är")
        self.who.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made = QWidget()
        made.setLayout(column(said, self.who, spacing=self._theme.px(4)))
        return made


_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
