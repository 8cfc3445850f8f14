"""Tables of a Word file: their text has a line for each cell, and nothing says where a row ends.

A row is a name and so many numbers; where three or more follow each other with as many numbers in
each, they are rows, and the lines before the first are its head when they are as many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nämnd.överenskommelse.table_lines import MOST_TOKENS, Line, Token, is_name, numbers_of

_LEAST_ROWS = 3
_MOST_HEAD = 80  # letters of a line of a head


@dataclass(frozen=True, slots=True)
class _Row:
    """A name with the numbers after it. `at`: the line of the name; `end`: after the last."""

    at: int
    end: int
    name: str
    tokens: tuple[Token, ...]


def lay_out(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with the cells of such a table put on the line of their row.

    There are as many lines as before: those that are put elsewhere are left empty.
    """
    found = list(lines)
    for run in _runs(list(_rows(lines))):
        for row in run:
            cells = (row.name, *(one.digits for one in row.tokens))
            page = found[row.at].page
            found[row.at : row.end] = [Line("", page)] * (row.end - row.at)
            found[row.at] = Line("\t".join(cells), page, row.name, row.tokens, cells)
        _put_head(found, run[0].at, len(run[0].tokens) + 1)
    return found


def _put_head(lines: list[Line], first: int, width: int) -> None:
    """Put the names of the columns on one line, when the lines before the table are as many."""
    head = lines[max(first - width, 0) : first]
    words = tuple(line.text.strip() for line in head)
    if len(words) == width and all(0 < len(one) <= _MOST_HEAD for one in words):
        page = head[0].page
        lines[first - width : first] = [Line("", page)] * width
        lines[first - 1] = Line("\t".join(words), page, cells=words)


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    at = 0
    while at < len(lines):
        name, end, tokens = lines[at].text.strip(), at + 1, list[Token]()
        if not lines[at].is_row and is_name(name):
            while end < len(lines) and len(tokens) < MOST_TOKENS:
                more = numbers_of([lines[end].text]) if lines[end].text.strip() else None
                if more is None:
                    break
                tokens += more
                end += 1
        if tokens:
            yield _Row(at, end, " ".join(name.split()), tuple(tokens))
        at = end


def _runs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows that follow each other with as many numbers in each."""
    run: list[_Row] = []
    for row in rows:
        same = run and run[-1].end == row.at and len(run[-1].tokens) == len(row.tokens)
        if not same:
            if len(run) >= _LEAST_ROWS:
                yield run
            run = []
        run.append(row)
    if len(run) >= _LEAST_ROWS:
        yield run
