"""What the chair's window shows when there is no paper: it opens, it asks, it says no."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.justera import words
from ui.toolkit.chips import Card
from ui.toolkit.fields import line_field
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Icon, Role, Theme

_WIDE = 460  # of the design's pixels


class Notice(QWidget):
    """A card in the middle: a heading, a sentence, and perhaps what to do.

    Signals:
        another: the user wants to open another file.
    """

    another = Signal()

    def __init__(self, theme: Theme, heading: str, text: str, *, offer: bool) -> None:
        """Say `text`; `offer` a button to choose another file."""
        super().__init__()
        self.setObjectName("canvas")
        self.heading = label(heading, Label.TITLE, wrap=True)
        self.text = label(text, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = button("&Öppna en annan fil …", Kind.PRIMARY)
        self.open.clicked.connect(self.another)
        if not offer:
            self.open.hide()
        picture = label("")
        if offer:
            side = theme.px(28)
            picture.setPixmap(theme.icon(Icon.WARNING, Role.LATE, side).pixmap(side, side))
        card = Card(theme)
        for part in (row(picture, None, spacing=0), self.heading, self.text):
            card.add(part)
        card.add(row(None, self.open, spacing=0))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        if offer:
            self.setFocusProxy(self.open)
        in_the_middle(theme, self, card)


class PassphrasePage(QWidget):
    """Asks for the passphrase of a package.

    Signals:
        given: the passphrase.
    """

    given = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """Ask for the passphrase of the file `name`."""
        super().__init__()
        self.setObjectName("canvas")
        self.field = line_field(theme, "&Lösenord")
        self.field.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = button("&Öppna", Kind.PRIMARY)
        card = Card(theme)
        for part in (
            label("Filen är låst", Label.TITLE),
            label(name, Label.MUTED, wrap=True),
            label(words.LOCKED, wrap=True),
            self.field,
        ):
            card.add(part)
        card.add(row(None, self.button, spacing=0))
        self.button.clicked.connect(self._give)
        self.field.input.returnPressed.connect(self._give)
        self.setFocusProxy(self.field.input)
        in_the_middle(theme, self, card)

    def refuse(self, text: str) -> None:
        """Say that it did not open, and let it be written again."""
        self.show_busy(busy=False)
        self.field.set_problem(text)
        self.field.setFocus()
        self.field.input.selectAll()

    def show_busy(self, *, busy: bool) -> None:
        """Say that it is being tried."""
        self.button.setDisabled(busy)
        self.button.setText("Öppnar …" if busy else "&Öppna")

    def _give(self) -> None:
        text = self.field.input.text()
        if not text:
            self.field.set_problem("Skriv lösenordet.")
            return
        self.show_busy(busy=True)
        self.given.emit(text)


def in_the_middle(theme: Theme, page: QWidget, card: Card) -> None:
    """Lay `card` out in the middle of `page`."""
    card.setFixedWidth(theme.px(_WIDE))
    layout = QVBoxLayout(page)
    layout.addStretch(2)
    layout.addLayout(row(None, card, None, spacing=0))  # told to be as high as its text needs
    layout.addStretch(3)
