"""The frame of a small dialog: labelled rows under each other, then parts across."""

from datetime import date

from PySide6.QtWidgets import QFormLayout, QWidget

from ui.toolkit.dates import read_date
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput
from ui.toolkit.theme import Theme

_DATE = "Skriv datum som 2026-03-17."
_AHEAD = "Dagen har inte varit än."


class FormFrame(DialogFrame):
    """Labelled rows under each other."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, *, width: int = 520) -> None:
        """Make an empty dialog over `parent`, `width` wide in the design's pixels."""
        super().__init__(theme, parent, title, width=width)
        self.rows = QFormLayout()
        self.rows.setSpacing(theme.px(8))
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, text: str, part: QWidget, name: str = "") -> None:
        """Put `part` in a labelled row. `text` carries & before its mnemonic."""
        self.rows.addRow(text, part)
        part.setAccessibleName(name or text.replace("&", ""))

    def put_rows(self) -> None:
        """Put the rows under what is in the body already."""
        self.body.addLayout(self.rows)


def day_input(day: date | None) -> ParsedInput[date]:
    """Return a line for a day."""
    made = ParsedInput(read_date, date.isoformat, problem=_DATE, placeholder="åååå-mm-dd")
    made.show_value(day)
    return made


def day_problem(
    field: ParsedInput[date], *, latest: date | None = None, needed: bool = True
) -> tuple[str, ...]:
    """Return what is wrong with a day; `latest`: it can't be later, `needed`: it must be there."""
    try:
        day = field.value()
    except MalformedError as malformed:
        return (str(malformed),)
    if day is None:
        return (_DATE,) if needed else ()
    return (_AHEAD,) if latest is not None and day > latest else ()


def words_in(field: LineInput) -> str:
    """Return what is written, without the blanks around it."""
    return field.value().strip()
