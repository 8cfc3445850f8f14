"""Tables of money read from what was pasted, or from the pages of a document.

What is read is proposed: a user sees it, with the sums that are wrong pointed out, before it is
kept. Population, percentages and counts are left out. The text is data: whatever it holds, reading
it ends in reasonable time, and nothing but names and numbers comes out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nämnd.core.ids import new_id
from nämnd.överenskommelse.money import MOST
from nämnd.överenskommelse.names import REGIONS, recipient_key
from nämnd.överenskommelse.rules import MOST_POSTS, wrong_sums
from nämnd.överenskommelse.table_blocks import Block, Row, find_blocks
from nämnd.överenskommelse.table_columns import (
    Numbers,
    Relation,
    relation,
    solve,
)
from nämnd.överenskommelse.table_headings import (
    above,
    cell_names,
    column_names,
    count_of,
    meanings,
    title,
    unit,
)
from nämnd.överenskommelse.table_lines import Kind, Line, Token, read_lines
from nämnd.överenskommelse.table_totals import divide_total
from nämnd.överenskommelse.table_upright import lay_out
from nämnd.överenskommelse.values import Rad, Tabell

MOST_TABLES = 50
_MOST_SPACED = 400  # rows with nothing but spaces: there are 290 kommuner
_LEAST_ROWS = 3  # of a table in a document
_LEAST_MONEY = 1000  # kronor of the largest amount
_NO_MONEY = re.compile(r"(?:befolkning|folkmängd|invånar|antal|andel|procent|kvot)", re.IGNORECASE)
_TOTAL = re.compile(r"(?:summa|totalt?|totalsumma|summa totalt|totalt belopp)$", re.IGNORECASE)
_UNKNOWN = "Belopp"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what stands in it, None where nothing does; what the last row says it is."""

    values: tuple[int | None, ...]
    is_share: bool = False
    is_money: bool = False  # «kr» stands there
    total: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A block with its columns. `total`: which of them is the sum of which: see Relation."""

    rows: tuple[Row, ...]
    columns: tuple[_Column, ...]
    relation: Relation | None


def read_tables(text: str | Sequence[str]) -> tuple[Tabell, ...]:
    """Return the tables of money in a text, in order.

    Args:
        text: what was pasted; or the pages of a document, in which a table must look like one.
    """
    pasted = isinstance(text, str)
    lines = lay_out(read_lines([text] if isinstance(text, str) else text))
    found: list[Tabell] = []
    for block in find_blocks(lines):
        grid = _grid(block, lines)
        table = grid and _table(grid, lines, paged=not pasted)
        if grid and table and (pasted or _is_believable(grid, table)):
            found.append(table)
        if len(found) == MOST_TABLES:
            break
    return tuple(found)


def _grid(block: Block, lines: Sequence[Line]) -> _Grid | None:
    read = (
        _from_cells(block) if all(row.cells for row in block.rows) else _from_groups(block, lines)
    )
    if read is None:
        return None
    rows, columns, found = read
    if rows[0].cells:
        names = cell_names(lines, rows[0].at, len(columns))
    else:
        head = above(lines, rows[0].at)
        names = column_names(head, [one.is_share for one in columns])
    said = meanings(lines, rows[0].at)
    each = unit(lines, rows[0].at)
    named = (
        replace(_times(one, each), name=said.get(name, name))
        for one, name in zip(columns, names, strict=True)
    )
    return _Grid(rows, tuple(named), found)


def _times(column: _Column, each: int) -> _Column:
    """Return a column in kronor."""
    values = tuple(None if value is None else value * each for value in column.values)
    total = None if column.total is None else column.total * each
    return replace(column, values=values, total=total)


_Read = tuple[tuple[Row, ...], list[_Column], Relation | None]


def _from_cells(block: Block) -> _Read | None:
    """Return the columns of rows whose cells are told apart by tabs or the like."""
    width = max(len(row.tokens) for row in block.rows)
    if width > MOST_POSTS:
        return None
    last = block.total.tokens if block.total else ()
    columns: list[_Column] = []
    for place in range(width):
        cells = [row.tokens[place] if place < len(row.tokens) else None for row in block.rows]
        columns.append(_column(cells, last[place] if place < len(last) else None))
    numbers = [tuple(value or 0 for value in row) for row in zip(*_values(columns), strict=True)]
    return tuple(block.rows), columns, relation(numbers)


def _column(cells: Sequence[Token | None], last: Token | None) -> _Column:
    share = any(one is not None and one.kind is Kind.SHARE for one in cells)
    money = any(one is not None and one.money for one in cells)
    total = None if last is None or share else _amount(last)
    values = tuple(None if one is None or share else _amount(one) for one in cells)
    return _Column(values, share, money, total)


def _amount(token: Token) -> int | None:
    return int(token.digits) if token.kind in (Kind.WHOLE, Kind.GROUP) else None


def _values(columns: Sequence[_Column]) -> list[tuple[int | None, ...]]:
    return [one.values for one in columns]


def _from_groups(block: Block, lines: Sequence[Line]) -> _Read | None:
    """Return the columns of rows with nothing but spaces in and between their numbers."""
    if len(block.rows) > _MOST_SPACED:
        return None
    shapes = [_shape(row.tokens) for row in block.rows]
    shape, _ = Counter(shapes).most_common(1)[0]
    rows = [row for row, one in zip(block.rows, shapes, strict=True) if one == shape]
    parts = [_parts(row.tokens) for row in rows]
    named = count_of(above(lines, block.rows[0].at)) if len(shape) == 1 else 0
    solved: list[list[Numbers | None]] = []
    for place, filled in enumerate(shape):
        numbers = [row[place] for row in parts]
        solved.append(solve(numbers, named) if filled else [()] * len(rows))
    fits = [all(part[number] is not None for part in solved) for number in range(len(rows))]
    kept = tuple(row for row, fit in zip(rows, fits, strict=True) if fit)
    if not kept:
        return None
    columns, found = _solved_columns(
        [[one or () for one, fit in zip(part, fits, strict=True) if fit] for part in solved],
        _money_parts([one for one, fit in zip(parts, fits, strict=True) if fit]),
    )
    return kept, _with_totals(columns, block.total), found


def _solved_columns(
    solved: Sequence[Sequence[Numbers]], money: Sequence[bool]
) -> tuple[list[_Column], Relation | None]:
    columns: list[_Column] = []
    found: Relation | None = None
    for place, part in enumerate(solved):
        if place:
            columns.append(_Column((None,) * len(part), is_share=True))
        if here := relation(part):
            found = (here[0] + len(columns), here[1] + len(columns))
        columns += [_Column(values, is_money=money[place]) for values in zip(*part, strict=True)]
    return columns, found


def _shape(tokens: Sequence[Token]) -> tuple[bool, ...]:
    """Return, for each part between percentages, whether numbers stand in it."""
    return tuple(bool(part) for part in _parts(tokens))


def _parts(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    found: list[list[Token]] = [[]]
    for one in tokens:
        if one.kind is Kind.SHARE:
            found.append([])
        else:
            found[-1].append(Token(Kind.WHOLE, "0", end=True) if one.kind is Kind.EMPTY else one)
    return [tuple(part) for part in found]


def _money_parts(parts: Sequence[Sequence[tuple[Token, ...]]]) -> list[bool]:
    """Return, for each part between percentages, whether «kr» stands in it."""
    return [
        any(one.money for part in column for one in part) for column in zip(*parts, strict=True)
    ]


def _with_totals(columns: list[_Column], total: Row | None) -> list[_Column]:
    if total is None:
        return columns
    sums = [None if one.is_share else sum(value or 0 for value in one.values) for one in columns]
    said = divide_total(total.tokens, sums)
    return [replace(one, total=amount) for one, amount in zip(columns, said, strict=True)]


def _table(grid: _Grid, lines: Sequence[Line], *, paged: bool) -> Tabell | None:
    total = _total_place(grid)
    money = list(_money_places(grid, total))
    if not money:
        return None
    names = _unique([grid.columns[place].name or _UNKNOWN for place in money])
    posts = list(zip(names, (grid.columns[place] for place in money), strict=True))
    whole = None if total is None else grid.columns[total]
    return Tabell(
        id=new_id(),
        rubrik=title(lines, grid.rows[0].at),
        poster=tuple(names),
        rader=tuple(_rad(row.name, number, posts, whole) for number, row in enumerate(grid.rows)),
        summor={name: one.total for name, one in posts if one.total is not None},
        totalsumma=whole.total if whole else None,
        sida=grid.rows[0].page if paged else None,
    )


def _rad(
    name: str, number: int, posts: Sequence[tuple[str, _Column]], whole: _Column | None
) -> Rad:
    belopp = {post: value for post, one in posts if (value := one.values[number]) is not None}
    return Rad(new_id(), name, belopp, whole.values[number] if whole else None)


def _total_place(grid: _Grid) -> int | None:
    """Return the column that says what each row is in all."""
    if grid.relation:
        return grid.relation[0]
    for place in (len(grid.columns) - 1, 0):
        others = len(list(_money_places(grid, place)))
        if _TOTAL.match(grid.columns[place].name) and others > 1:
            return place
    return None


def _money_places(grid: _Grid, total: int | None) -> Iterator[int]:
    marked = any(one.is_money for one in grid.columns)
    for place, one in enumerate(grid.columns):
        if place == total or one.is_share or _too_large(one):
            continue
        if grid.relation:
            whole, first = grid.relation
            fits = first <= place < whole if whole else place >= first
        else:
            fits = one.is_money if marked else not _NO_MONEY.match(one.name)
        if fits:
            yield place


def _too_large(column: _Column) -> bool:
    return any(value is not None and value > MOST for value in column.values)


def _unique(names: Sequence[str]) -> list[str]:
    """Return the names, with a number after those that are there already."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for name in names:
        seen[name.casefold()] += 1
        again = seen[name.casefold()]
        found.append(name if again == 1 else f"{name} ({again})")
    return found


def _is_believable(grid: _Grid, table: Tabell) -> bool:
    """Say whether rows of a document are a table of money, and not a list of contents or the like.

    It has sums that are right, or shares out to regions.
    """
    amounts = [value for rad in table.rader for value in rad.belopp.values()]
    if len(table.rader) < _LEAST_ROWS or max(amounts, default=0) < _LEAST_MONEY:
        return False
    regions = sum(recipient_key(rad.mottagare) in REGIONS for rad in table.rader)
    agree = any(
        table.summor.get(post) == sum(rad.belopp.get(post, 0) for rad in table.rader)
        for post in table.poster
    )
    wrong = sum(one.rad is not None for one in wrong_sums(table))
    shared = 2 * regions >= len(table.rader) and 2 * wrong < len(table.rader)
    return agree or grid.relation is not None or shared
