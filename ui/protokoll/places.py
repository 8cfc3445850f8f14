"""Where rows that are moved in the list come to stand. Pure functions."""

from collections.abc import Sequence

from nämnd.protokoll.values import Protokoll
from ui.protokoll.rows import unhandled


def paragraf_moves(
    order: Sequence[str], ids: Sequence[str], to: int
) -> tuple[tuple[str, int], ...]:
    """Return the moves, one § at a time, after which the first of `ids` stands at place `to`.

    Each move is an id and its place then (1 is first), as MoveParagraf takes them.
    """
    first = max(1, min(to, len(order) - len(ids) + 1))
    moves = [(key, first + n) for n, key in enumerate(ids)]
    down = [(key, place) for key, place in moves if order.index(key) + 1 < place]
    up = [(key, place) for key, place in moves if order.index(key) + 1 > place]
    return (*reversed(down), *up)  # so that none pushes one that is in its place already


def punkt_place(protokoll: Protokoll, ids: Sequence[str], to: int) -> int:
    """Return the place on the dagordning for punkter moved to place `to` of those that are left.

    Handled punkter keep their places among the others.
    """
    staying = [one.id for one in unhandled(protokoll) if one.id not in ids]
    others = [one.id for one in protokoll.punkter if one.id not in ids]
    at = max(0, to - 1)
    if at < len(staying):
        return others.index(staying[at]) + 1
    return others.index(staying[-1]) + 2 if staying else len(others) + 1
