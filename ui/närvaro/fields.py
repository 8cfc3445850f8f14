"""The fields that the dialogs about who is there have in common."""

from collections.abc import Callable

from nämnd.core import paragrafer
from nämnd.core.errors import Draft
from nämnd.core.paragrafer import Paragrafer
from nämnd.error_messages import DRAFT_TEXT
from nämnd.sammanträde.rules import read_time
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput

_NUMBER = "Skriv paragrafens nummer, till exempel 62."
_DIGITS = 6


def number_input(nummer: int | None, placeholder: str = "") -> ParsedInput[int]:
    """Return a line for the number of a §; «§ 62» is read too."""
    made = ParsedInput(_read_number, str, problem=_NUMBER, placeholder=placeholder)
    made.show_value(nummer)
    return made


def time_input(tid: str | None) -> ParsedInput[str]:
    """Return a line for a time of day."""
    problem = DRAFT_TEXT[Draft.TID_MALFORMED]
    made = ParsedInput(read_time, str, problem=problem, placeholder="tt.mm")
    made.show_value(tid or None)
    return made


def set_input(found: Paragrafer) -> ParsedInput[Paragrafer]:
    """Return a line for a set of §§; empty is all of them."""
    problem = DRAFT_TEXT[Draft.PARAGRAFER_MALFORMED]
    made = ParsedInput(_read_set, _write_set, problem=problem, placeholder="alla")
    made.show_value(found)
    return made


def set_of(field: ParsedInput[Paragrafer]) -> Paragrafer:
    """Return the set that is written.

    Raises:
        MalformedError: it can't be read.
    """
    found = field.value()
    return paragrafer.ALL if found is None else found


def unread(*fields: LineInput) -> tuple[str, ...]:
    """Return what is wrong with the fields that can't be read."""
    return tuple(text for field in fields if (text := _problem(field.value)))


def _problem(value: Callable[[], object]) -> str:
    try:
        value()
    except MalformedError as malformed:
        return str(malformed)
    return ""


def _read_number(text: str) -> int | None:
    plain = text.replace("§", "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS else None


def _read_set(text: str) -> Paragrafer | None:
    try:
        return paragrafer.read(text)
    except ValueError:
        return None


def _write_set(found: Paragrafer) -> str:
    return found.text or ""
