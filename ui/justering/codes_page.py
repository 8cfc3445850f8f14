"""What was made and the one-time codes, which are shown this once."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from nämnd.core.swedish import listed
from nämnd.justering.values import Signer
from ui.justering.words import WHAT_A_CODE_PROVES
from ui.sammanträde.exports import open_in_system
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Theme

Line = tuple[str, str]
"""What it is for, and the code."""


@dataclass(frozen=True, slots=True)
class Left:
    """What was made: where it lies, the mail draft with it, who gets it now and who later."""

    path: Path
    letter: Path | None
    now: tuple[Signer, ...]
    later: tuple[Signer, ...]


class CodesPage(QWidget):
    """The last step of sending.

    Signals:
        done: the user is done.
        print_wanted: the codes on paper.

    Attributes:
        told: the codes have been copied or printed, or there are none.
    """

    done = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, left: Left, lines: tuple[Line, ...]) -> None:
        """Show where the file lies and each code."""
        super().__init__()
        self.lines = lines
        self.told = not lines
        self.codes: dict[str, QLabel] = {}
        self.copies: dict[str, QPushButton] = {}
        self.folder = button("Öppna &mappen")
        self.letter = button("Öppna &brevet")
        self.copy = button("&Kopiera alla")
        self.print = button("Skriv &ut koderna …")
        self.close_button = button("Klar", Kind.PRIMARY)
        self.close_button.setDefault(True)
        gap = theme.px(8)
        where = label(_where(left), wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        parts: list[QWidget] = [label("Filen är klar", Label.TITLE), where]
        layout = column(
            *parts,
            row(self.folder, *self._letter(left.letter), None, spacing=gap),
            spacing=theme.px(10),
        )
        if lines:
            layout.addWidget(label("Koder, som bara visas nu", Label.HEADING))
            layout.addWidget(label(WHAT_A_CODE_PROVES, wrap=True))
            layout.addLayout(self._grid(theme))
            layout.addLayout(row(self.copy, self.print, None, spacing=gap))
        layout.addStretch()
        layout.addLayout(row(None, self.close_button, spacing=gap))
        self.setLayout(layout)
        self.folder.clicked.connect(lambda: open_in_system(left.path.parent))
        self.copy.clicked.connect(lambda: self._copy(self.text()))
        self.print.clicked.connect(self._print)
        self.close_button.clicked.connect(self.done)

    def text(self) -> str:
        """Return every code with its name, a line each."""
        return "\n".join(f"{name}: {code}" for name, code in self.lines)

    def _letter(self, path: Path | None) -> tuple[QPushButton, ...]:
        """Return the button that opens the mail draft, if there is one."""
        if path is None:
            return ()
        self.letter.setToolTip("Ett brevutkast med filen bifogad; koderna är inte med")
        self.letter.clicked.connect(lambda: open_in_system(path))
        return (self.letter,)

    def _grid(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for at, (name, code) in enumerate(self.lines):
            shown = self.codes[name] = label(code, Label.STRONG)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"{name}: {code}")
            one = self.copies[name] = button("Kopiera", Kind.LINK)
            one.setAccessibleName(f"Kopiera: {name}")
            one.clicked.connect(lambda _=False, code=code: self._copy(code))
            grid.addWidget(label(name), at, 0)
            grid.addWidget(shown, at, 1)
            grid.addWidget(one, at, 2)
        grid.setColumnStretch(3, 1)
        return grid

    def _copy(self, words: str) -> None:
        self.told = True
        QGuiApplication.clipboard().setText(words)

    def _print(self) -> None:
        self.told = True
        self.print_wanted.emit()


def _where(left: Left) -> str:
    lies = f"{left.path.name} ligger i mappen {left.path.parent}."
    if not left.now:
        return f"{lies} Skriv ut den, låt dem skriva under och anteckna sedan vilka som gjorde det."
    known = [f"{one.namn} <{one.epost}>" if one.epost else one.namn for one in left.now]
    sent = f"{lies} Skicka den till {listed(known)}. Svaret är en liten fil som du läser in här."
    if not left.later:
        return sent
    names = listed(one.namn for one in left.later)
    return f"{sent} När det är inläst skickar du den underskrivna filen vidare till {names}."
