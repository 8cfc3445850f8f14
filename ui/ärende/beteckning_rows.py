"""What others call an ärende: as many rows as there are authorities, one empty last."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.ärende.values import ExternBeteckning
from ui.toolkit.inputs import LineInput
from ui.toolkit.theme import Theme


class BeteckningRows(QWidget):
    """Rows of «hos» and «beteckning». A row that is emptied goes when it is saved."""

    def __init__(self, theme: Theme, shown: Sequence[ExternBeteckning]) -> None:
        """Show those that are known, and an empty row."""
        super().__init__()
        self.rows: list[tuple[LineInput, LineInput]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        for one in (*shown, ExternBeteckning("", "")):
            self._add(one)

    def value(self) -> tuple[ExternBeteckning, ...]:
        """Return the rows in which something is written."""
        found = (
            ExternBeteckning(hos.value().strip(), beteckning.value().strip())
            for hos, beteckning in self.rows
        )
        return tuple(one for one in found if one.hos or one.beteckning)

    def problems(self) -> tuple[str, ...]:
        """Return what is missing."""
        nameless = next((one for one in self.value() if not one.beteckning), None)
        return (f"Skriv vad {nameless.hos} kallar ärendet, eller töm raden.",) if nameless else ()

    def _add(self, one: ExternBeteckning) -> None:
        hos, beteckning = LineInput("hos, till exempel Socialstyrelsen"), LineInput("beteckning")
        hos.show_value(one.hos)
        beteckning.show_value(one.beteckning)
        number = len(self.rows) + 1
        hos.setAccessibleName(f"Annan beteckning {number}, hos")
        beteckning.setAccessibleName(f"Annan beteckning {number}")
        for at, part in enumerate((hos, beteckning)):
            self._grid.addWidget(part, number, at)
            part.textEdited.connect(self._grow)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1][1], hos)
        QWidget.setTabOrder(hos, beteckning)
        self.rows.append((hos, beteckning))

    def _grow(self) -> None:
        """Keep an empty row last."""
        if any(part.text() for part in self.rows[-1]):
            self._add(ExternBeteckning("", ""))
