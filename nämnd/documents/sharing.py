"""How wide the columns of a table are, for PDF and Word alike."""

from collections.abc import Sequence


def shares(least: Sequence[float], wish: Sequence[float], room: float) -> list[float]:
    """Share `room` among columns.

    Every column gets what it wishes if there is room for all. Else none gets less than its least
    (its longest word) if there is room for that, and what is left is shared alike: those that
    wish for little get it all, those that wish for much get the rest. Else all get too little, in
    proportion.

    Args:
        least: what each column needs, above 0.
        wish: what each column would take, not under its least.
        room: what there is, in the same unit.
    """
    if sum(wish) <= room:
        return list(wish)
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    widths, spare = list(least), room - sum(least)
    modest_first = sorted(range(len(least)), key=lambda column: wish[column] - least[column])
    for waiting, column in zip(range(len(least), 0, -1), modest_first, strict=True):
        given = min(wish[column] - least[column], spare / waiting)
        widths[column] += given
        spare -= given
    return widths
