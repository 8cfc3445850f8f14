"""The order of service: in which order ersättare step in, and people stand in lists."""

from collections.abc import Iterable, Sequence

from nämnd.organisation.queries import UppdragRow


def alike(rows: Iterable[UppdragRow], one: UppdragRow) -> tuple[UppdragRow, ...]:
    """Return those among `rows` with the role and the huvudman of `one`, in order."""
    uppdrag = one.uppdrag
    return tuple(
        row
        for row in rows
        if (row.uppdrag.roll, row.uppdrag.huvudman_id) == (uppdrag.roll, uppdrag.huvudman_id)
    )


def moved(rows: Sequence[UppdragRow], uppdrag_id: str, step: int) -> dict[str, int]:
    """Return the new `ordning` of every uppdrag that gets another, by id.

    Args:
        rows: those to move among, in the order they are listed.
        uppdrag_id: the one to move.
        step: -1 up, 1 down; past an end nothing moves.

    The numbers there are stay where they are in the list, as far as they tell people apart.
    """
    ids = [row.id for row in rows]
    at = ids.index(uppdrag_id)
    to = at + step
    if not 0 <= to < len(ids):
        return {}
    numbers = _told_apart([row.uppdrag.ordning for row in rows])
    ids.insert(to, ids.pop(at))
    old = {row.id: row.uppdrag.ordning for row in rows}
    return {key: new for key, new in zip(ids, numbers, strict=True) if old[key] != new}


def _told_apart(numbers: list[int]) -> list[int]:
    """Return rising numbers from 1 or more, as close to `numbers` as can be."""
    told, last = list[int](), 0
    for number in numbers:
        last = max(number, last + 1)
        told.append(last)
    return told
