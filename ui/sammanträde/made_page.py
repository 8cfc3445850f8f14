"""What was made, and what is left to do with it: open the letter, send it, say that it went."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.core.swedish import counted
from nämnd.paket.reasons import sentences_for
from nämnd.paket.sending import Made
from ui.sammanträde.exports import open_in_system
from ui.toolkit.small import Kind, Label, button, column, label, reading_area, row
from ui.toolkit.theme import Theme

_WIDE = 580  # the design's pixels that a line has at least
_HIGH = 200  # the design's pixels that the list of what is wrong may take


class MadePage(QWidget):
    """The second step of sending.

    Signals:
        recorded: the papers have gone out.
        closed: the user is done without having sent them.
    """

    recorded = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, made: Made, *, again: bool) -> None:
        """Show what was made; `again`: it is an addition to a kallelse that has gone out."""
        super().__init__()
        self._made = made
        self.files = label(_listing(made), wrap=True)
        self.files.setTextInteractionFlags(_SELECTABLE)
        self.folder = button("Öppna &mappen")
        self.letter = button("Öppna &brevet")
        self.record = button("Markera som &skickat", Kind.PRIMARY)
        self.later = button("Stäng utan att markera")
        self.record.setDefault(True)
        self.folder.clicked.connect(lambda: open_in_system(self._folder))
        self.letter.clicked.connect(self._open_letter)
        self.record.clicked.connect(self.recorded)
        self.later.clicked.connect(self.closed)
        gap = theme.px(8)
        layout = column(
            label("Filerna är klara", Label.TITLE),
            self.files,
            row(self.folder, self.letter, None, spacing=gap),
            *_to_tell(theme, made),
            label("Skicka", Label.HEADING),
            label(_what_now(again=again), wrap=True),
            None,
            row(None, self.later, self.record, spacing=gap),
            spacing=theme.px(10),
        )
        self.setLayout(layout)

    @property
    def _folder(self) -> Path:
        return self._made.files[0].path.parent

    def _open_letter(self) -> None:
        if self._made.mail is not None:
            open_in_system(self._made.mail)


_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


def _listing(made: Made) -> str:
    lines = [one.path.name for one in made.files]
    if made.mail is not None:
        lines.append(f"{made.mail.name} (brevutkast med PDF-filerna bifogade)")
    folder = made.files[0].path.parent
    return f"I mappen {folder} ligger nu:\n" + "\n".join(f"• {one}" for one in lines)


def _to_tell(theme: Theme, made: Made) -> list[QWidget]:
    if not made.to_tell:
        return []
    number = counted(len(made.to_tell), "bilaga", "bilagor")
    said = label("\n\n".join(sentences_for(made.to_tell)), wrap=True)
    return [label(f"Att se över i utskicket: {number}", Label.HEADING), _scrolled(theme, said)]


def _scrolled(theme: Theme, said: QLabel) -> QWidget:
    said.setObjectName("scrolled")
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = reading_area(said, "Att se över i utskicket")
    needed = said.heightForWidth(theme.px(_WIDE)) + theme.px(4)
    area.setFixedHeight(min(needed, theme.px(_HIGH)))
    return area


def _what_now(*, again: bool) -> str:
    then = (
        "När det har gått iväg, markera som skickat: då står också det nya fast."
        if again
        else "När det har gått iväg, markera som skickat: då står beteckningarna fast, och det som "
        "ändras sedan kommer med på en tilläggslista."
    )
    return f"Öppna brevet i ditt e-postprogram, läs igenom det och skicka. {then}"
