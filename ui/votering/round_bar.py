"""The rounds of voting in a § beside each other. Buttons are kept and filled anew."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.toolkit.small import button


class RoundBar(QWidget):
    """A button for each round, hidden when there is just one.

    Signals:
        picked: the id of a round.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        """Show no round yet."""
        super().__init__()
        self.setAccessibleName("Omgångar")
        self._keys: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._tell)

    def show_rounds(self, rounds: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show other rounds: id and name of each."""
        self._keys = [key for key, _ in rounds]
        while len(self.buttons) < len(rounds):
            self._grow()
        for place, made in enumerate(self.buttons):
            shown = place < len(rounds)
            made.setVisible(shown)
            if shown:
                made.setText(rounds[place][1])
                made.setChecked(rounds[place][0] == chosen)
        self.setVisible(len(rounds) > 1)

    def choose(self, key: str) -> None:
        """Mark a round as the one that is shown."""
        if key in self._keys:
            self.buttons[self._keys.index(key)].setChecked(True)

    def _grow(self) -> None:
        made = button("")
        made.setCheckable(True)
        made.setProperty("kind", None)
        made.setProperty("nav", "true")
        self._group.addButton(made, len(self.buttons))
        self.buttons.append(made)
        self._row.addWidget(made)

    def _tell(self, place: int) -> None:
        self.picked.emit(self._keys[place])
