"""How wide the columns of a table are, for PDF and Word alike."""

from collections.abc import Sequence


def shares(least: Sequence[float], wish: Sequence[float], room: float) -> list[float]:
    """Share `room` among columns.

    Every column gets what it wishes if there is room for all. Else none gets less than its least
    (its longest word) if there is room for that, and what is left goes to those that wish for
    more. Else all get too little, in proportion.

    Args:
        least: what each column needs, above 0.
        wish: what each column would take, not under its least.
        room: what there is, in the same unit.
    """
    if sum(wish) <= room:
        return list(wish)
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    part = (room - sum(least)) / (sum(wish) - sum(least))
    return [low + (high - low) * part for low, high in zip(least, wish, strict=True)]
