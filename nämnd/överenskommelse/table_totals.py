"""What the last row of a table says of each column.

Its groups of digits are divided so that most columns are what their rows add up to.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from nämnd.överenskommelse.table_columns import NO_NUMBER, Groups, any_numbers_from, magnitude
from nämnd.överenskommelse.table_lines import Token

_Said: TypeAlias = tuple[float, tuple[int | None, ...]]
_RIGHT, _NOTHING = 10.0, -6.0  # how well a column fits that is what it should be; that is left out
_BEGINS_WITH_0 = -1.0
_MOST_TOKENS = 120


def divide_total(tokens: Sequence[Token], sums: Sequence[int | None]) -> list[int | None]:
    """Return what the last row says of each column; None where it says nothing.

    Args:
        tokens: of the row.
        sums: what each column is in all by its rows; None for one that is no number.
    """
    kept = tuple(tokens[:_MOST_TOKENS])
    scores: dict[tuple[int, int], _Said] = {(0, 0): (0.0, ())}
    for column, added in enumerate(sums):
        for at in range(len(kept) + 1):
            here = scores.get((column, at))
            if here is None:
                continue
            for end, said, score in _choices(kept, at, added):
                _keep(scores, (column + 1, end), (here[0] + score, (*here[1], said)))
    whole = scores.get((len(sums), len(kept)))
    return list(whole[1]) if whole else [None] * len(sums)


def _keep(
    scores: dict[tuple[int, int], _Said],
    key: tuple[int, int],
    new: _Said,
) -> None:
    if key not in scores or scores[key][0] < new[0]:
        scores[key] = new


def _choices(tokens: Groups, at: int, added: int | None) -> Iterator[tuple[int, int | None, float]]:
    """Yield where a column of the last row may end, what it then says, and how well that fits."""
    yield at, None, _NOTHING
    if at == len(tokens):
        return
    if added is None or tokens[at].kind in NO_NUMBER:
        yield at + 1, None, 0.0 if added is None else _NOTHING
        return
    odd = 0.0 if tokens[at].can_start else _BEGINS_WITH_0
    for end, number in any_numbers_from(tokens, at):
        off = abs(magnitude(number) - magnitude(added))
        yield end, number, _RIGHT if number == added else odd - off
