"""Which column of a list holds what, by the words people put at the top."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.läsning.sheet import Sheet, SheetRow
from nämnd.organisation.people_import.errors import (
    ColumnMissingError,
    ColumnTwiceError,
    HeadingsMissingError,
    NoPeopleError,
)

_LOOKED_AT = 20  # rows from the top: headings stand under a title or two, not further down


class Column(StrEnum):
    """What a column holds; the value is the word for it."""

    NAMN = "Namn"
    FÖRNAMN = "Förnamn"
    EFTERNAMN = "Efternamn"
    PARTI = "Parti"
    TITEL = "Titel"
    EPOST = "E-post"
    ROLL = "Roll"
    HUVUDMAN = "Region"
    ORDNING = "Ordning"
    ERSÄTTER = "Ersätter"
    FRÅN = "Från"
    TILL = "Till"


_WORDS: dict[Column, str] = {
    Column.NAMN: "namn förtroendevald person efternamnförnamn förnamnefternamn"
    " förnamnochefternamn namnochparti",
    Column.FÖRNAMN: "förnamn tilltalsnamn",
    Column.EFTERNAMN: "efternamn",
    Column.PARTI: "parti partibeteckning partiförkortning",
    Column.TITEL: "titel yrkestitel tjänstetitel",
    Column.EPOST: "epost epostadress mail mejl email mailadress mejladress emailadress",
    Column.ROLL: "roll uppdrag funktion befattning rollinämnden uppdragstyp",
    Column.HUVUDMAN: "region huvudman kommun regionhuvudman huvudmanregion utseddav",
    Column.ORDNING: "ordning ordningsnummer turordning tjänstgöringsordning nr",
    Column.ERSÄTTER: "ersätter personligersättare personligersättareför ersättareför",
    Column.FRÅN: "från from frånochmed fråndatum startdatum start tillträder tillträde börjar",
    Column.TILL: "till tom tillochmed tilldatum slutdatum slut slutar avgår upphör",
}
_MEANINGS = {word: column for column, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that is understood. `place`: 0 is the first; `text`: what stands at its top."""

    column: Column
    place: int
    text: str


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """What a file holds: the rows under the headings, nothing of them understood yet."""

    name: str
    headings: tuple[Heading, ...]
    ignored: tuple[str, ...]  # headings of columns that are not read
    rows: tuple[SheetRow, ...]


def meaning_of(heading: str) -> Column | None:
    """Return what «Fr.o.m.», «E-postadress» or «REGION» says that a column holds, if anything."""
    return _MEANINGS.get("".join(char for char in heading.casefold() if char.isalpha()))


def find_people(sheets: Iterable[Sheet], name: str) -> FoundPeople:
    """Return the people in the sheet, and below the row, with the most headings understood.

    Raises:
        HeadingsMissingError, ColumnMissingError, ColumnTwiceError: the headings do not do.
        NoPeopleError: there is nothing below them.
        ForeignFileError: there is more below them than anybody can look through.
    """
    known = tuple(sheets)
    candidates = [
        (len({one.column for one in _headings(row)}), -at, sheet, row)
        for at, sheet in enumerate(known)
        for row in sheet.rows[:_LOOKED_AT]
    ]
    _, _, sheet, row = max(candidates, key=lambda one: one[:2])
    headings = _headings(row)
    if not any(one.column in _NAMES for one in headings):
        raise HeadingsMissingError(name, _first_cells(known[0]))
    _refuse_twice(headings, name)
    _refuse_missing(headings, row, name)
    rows = tuple(one for one in sheet.rows if one.number > row.number)
    if not rows:
        raise NoPeopleError(name)
    if sheet.too_long:
        raise ForeignFileError(name, Unreadable.SHEET_TOO_LARGE)
    return FoundPeople(name, headings, _ignored(headings, row), rows)


_NAMES = (Column.NAMN, Column.FÖRNAMN, Column.EFTERNAMN)


def letter(place: int) -> str:
    """Return what a spreadsheet calls a column: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _headings(row: SheetRow) -> tuple[Heading, ...]:
    meant = ((place, text, meaning_of(text)) for place, text in enumerate(row.cells))
    found = [Heading(column, place, text) for place, text, column in meant if column]
    columns = {one.column for one in found}
    if Column.EFTERNAMN in columns and Column.FÖRNAMN not in columns:  # «Namn» is the first name
        return tuple(
            Heading(Column.FÖRNAMN, one.place, one.text) if one.column is Column.NAMN else one
            for one in found
        )
    return tuple(found)


def _refuse_twice(headings: tuple[Heading, ...], name: str) -> None:
    for column in Column:
        alike = [one for one in headings if one.column is column]
        if len(alike) > 1:
            told = tuple(f"{letter(one.place)} («{one.text}»)" for one in alike)
            raise ColumnTwiceError(name, column, told)


def _refuse_missing(headings: tuple[Heading, ...], row: SheetRow, name: str) -> None:
    columns = {one.column for one in headings}
    needed = [] if Column.NAMN in columns else [Column.FÖRNAMN, Column.EFTERNAMN]
    for column in (*needed, Column.ROLL):
        if column not in columns:
            raise ColumnMissingError(name, column, tuple(filter(None, row.cells)))


def _ignored(headings: tuple[Heading, ...], row: SheetRow) -> tuple[str, ...]:
    known = {one.place for one in headings}
    return tuple(text for place, text in enumerate(row.cells) if text and place not in known)


def _first_cells(sheet: Sheet) -> str:
    cells = [cell for cell in sheet.rows[0].cells if cell] if sheet.rows else []
    return ", ".join(cells[:6])
