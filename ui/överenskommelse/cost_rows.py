"""The costs of an ekonomisk redovisning: what for and how much, one empty row last."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.överenskommelse.money import kronor, money_text
from nämnd.överenskommelse.values import Kostnad
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput
from ui.toolkit.theme import Theme

_AMOUNT = "Skriv beloppet i hela kronor, till exempel 762 149 317."
_INCOMPLETE = "Skriv både vad kostnaden gäller och hur stor den är, eller töm raden."


class CostRows(QWidget):
    """Rows of «vad» and «belopp», as one input. A row that is emptied goes when it is saved."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show one empty row."""
        super().__init__()
        self.rows: list[tuple[LineInput, ParsedInput[int]]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 1)
        self._fill(())

    def value(self) -> tuple[Kostnad, ...]:
        """Return the rows in which something is written.

        Raises:
            MalformedError: an amount can't be read, or half a row is missing.
        """
        return tuple(
            found for vad, belopp in self.rows if (found := _cost(vad, belopp)) is not None
        )

    def show_value(self, value: object) -> None:
        """Show costs; what is the same already stays as it is written."""
        wanted: tuple[Kostnad, ...] = value if isinstance(value, tuple) else ()  # pyright: ignore[reportUnknownVariableType]
        try:
            if self.value() == wanted:
                return
        except MalformedError:
            pass
        self._fill(wanted)

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the amounts that can't be read."""
        for vad, belopp in self.rows:
            belopp.show_wrong(wrong and _is_wrong(vad, belopp))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name_rows()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.rows[0][0].setFocus(event.reason())

    def _fill(self, wanted: Sequence[Kostnad]) -> None:
        while len(self.rows) > len(wanted) + 1:
            for part in self.rows.pop():
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        while len(self.rows) < len(wanted) + 1:
            self._add()
        for (vad, belopp), one in zip(self.rows, (*wanted, None), strict=True):
            vad.show_value(one.vad if one else "")
            belopp.show_value(one.belopp if one else None)

    def _add(self) -> None:
        vad = LineInput("vad kostnaden gäller")
        belopp: ParsedInput[int] = ParsedInput(
            kronor, money_text, problem=_AMOUNT, placeholder="kr"
        )
        at = len(self.rows)
        parts = (vad, belopp)
        for place, part in enumerate(parts):
            self._grid.addWidget(part, at, place)
            part.typed.connect(self._typed)
            part.left.connect(self._leave)
            part.show()
        if self.rows:
            QWidget.setTabOrder(self.rows[-1][1], vad)
        QWidget.setTabOrder(vad, belopp)
        self.rows.append(parts)
        self._name_rows()

    def _name_rows(self) -> None:
        for number, (vad, belopp) in enumerate(self.rows, 1):
            vad.setAccessibleName(f"Kostnad {number}, vad")
            belopp.setAccessibleName(f"Kostnad {number}, belopp")

    def _typed(self) -> None:
        if any(part.text() for part in self.rows[-1]):
            self._add()
        self.typed.emit()

    def _leave(self) -> None:
        """Tell when the user has left all rows: half a row is no mistake yet."""
        if not any(part.hasFocus() for row in self.rows for part in row):
            self.left.emit()


def _cost(vad: LineInput, belopp: ParsedInput[int]) -> Kostnad | None:
    words, amount = " ".join(vad.value().split()), belopp.value()
    if not words and amount is None:
        return None
    if not words or amount is None:
        raise MalformedError(_INCOMPLETE)
    return Kostnad(words, amount)


def _is_wrong(vad: LineInput, belopp: ParsedInput[int]) -> bool:
    try:
        _cost(vad, belopp)
    except MalformedError:
        return True
    return False
