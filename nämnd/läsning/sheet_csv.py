"""The cells of a CSV file, whatever separates them."""

import csv
import io
from itertools import islice

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.läsning.decoding import decode
from nämnd.läsning.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow, says_something, tidy_cell

_SEPARATORS = ";,\t"
_ALL_ROWS = 1_048_576  # as many as a spreadsheet has


def csv_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the rows as each separator cuts them; one that can't be right is left out.

    Raises:
        ForeignFileError: quotation marks do not match, whatever the separator.
    """
    text = _without_hint(decode(data))
    found = [sheet for one in _SEPARATORS if (sheet := _cut(text, one)) is not None]
    if not found:
        raise ForeignFileError(name, Unreadable.CSV_QUOTES)
    return tuple(found)


def _without_hint(text: str) -> str:
    """Blank out the line «sep=;» that tells Excel what the separator is; rows keep their number."""
    first, _, rest = text.partition("\n")
    return f"\n{rest}" if first.casefold().startswith("sep=") else text


def _cut(text: str, separator: str) -> Sheet | None:
    rows: list[SheetRow] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(islice(reader, _ALL_ROWS), start=1):
            tidied = tuple(tidy_cell(cell) for cell in cells[:MOST_COLUMNS])
            if not says_something(tidied):
                continue
            if len(rows) == MOST_ROWS:
                return Sheet(tuple(rows), too_long=True)
            rows.append(SheetRow(number, tidied))
    except csv.Error:
        return None
    return Sheet(tuple(rows))
