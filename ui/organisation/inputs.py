"""Lines of the dialogs for numbers and days."""

from datetime import date

from ui.toolkit.dates import read_date
from ui.toolkit.inputs import ParsedInput

DAY_PROBLEM = "Skriv datum som 2026-03-17."


def number_input(number: int, *, most: int, placeholder: str = "") -> ParsedInput[int]:
    """Return a short line for a whole number from 0 to `most`; empty is None, and so is shown 0."""

    def read(text: str) -> int | None:
        return int(text) if text.isdecimal() and int(text) <= most else None

    problem = f"Skriv ett tal, 0–{most}."
    made = ParsedInput(read, str, problem=problem, placeholder=placeholder)
    made.show_value(number or None)
    return made


def date_input(day: date | None) -> ParsedInput[date]:
    """Return a line for a day; empty is None."""
    made = ParsedInput(read_date, date.isoformat, problem=DAY_PROBLEM, placeholder="åååå-mm-dd")
    made.show_value(day)
    return made
