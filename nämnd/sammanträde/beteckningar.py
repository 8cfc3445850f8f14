"""Beteckningar: derived from the order until the kallelse has gone out, then they stand.

Source: the form of Södra regionvårdsnämnden's dagordning 2019-11-22 (3A–3F, a bare 4, A–I under
Anmälningsärenden).
"""

from collections.abc import Sequence
from dataclasses import dataclass

ANMÄLAN = "anmälan"
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Numbered:
    """A punkt as numbering sees it. `nummer` and labels of `bilagor`: what stands, or None."""

    nummer: int | None
    slag: str
    sista_bokstav: int | None
    bilagor: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Beteckning:
    """The number of a punkt and the beteckningar of its bilagor, in order."""

    nummer: int
    bilagor: tuple[str, ...]
    sista_bokstav: int  # how many letters are used, those of removed bilagor included


def letters(number: int) -> str:
    """Return A for 1, Z for 26, AA for 27, AB for 28.

    Raises:
        ValueError: `number` is less than 1.
    """
    if number < 1:
        raise ValueError(number)
    found = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found


def beteckningar(
    punkter: Sequence[Numbered], *, sista_nummer: int | None
) -> tuple[Beteckning, ...]:
    """Return number and beteckningar for each of `punkter`, in their order.

    Args:
        punkter: in the order of the dagordning.
        sista_nummer: the highest number that has gone out; None while none has. Numbers that
            have gone out stand; others come after, so none is ever used for two things.
    """
    numbers = _numbers(punkter, sista_nummer or 0)
    bare = _bare(punkter, numbers)
    return tuple(
        Beteckning(number, *_labels(punkt, number, bare=number == bare))
        for punkt, number in zip(punkter, numbers, strict=True)
    )


def _numbers(punkter: Sequence[Numbered], last: int) -> list[int]:
    numbers: list[int] = []
    for punkt in punkter:
        if punkt.nummer is None:
            last += 1
        numbers.append(last if punkt.nummer is None else punkt.nummer)
    return numbers


def _bare(punkter: Sequence[Numbered], numbers: Sequence[int]) -> int | None:
    """Return the number of the one anmälan whose bilagor are plain letters: the first."""
    return min(
        (number for punkt, number in zip(punkter, numbers, strict=True) if punkt.slag == ANMÄLAN),
        default=None,
    )


def _labels(punkt: Numbered, number: int, *, bare: bool) -> tuple[tuple[str, ...], int]:
    used = punkt.sista_bokstav or 0
    alone = not bare and used == 0 and len(punkt.bilagor) == 1
    labels: list[str] = []
    for standing in punkt.bilagor:
        if standing is None:
            used += 1
            labels.append("" if alone else letters(used))
        else:
            labels.append(standing)
    prefix = "" if bare else str(number)
    fresh = [standing is None for standing in punkt.bilagor]
    return tuple(
        prefix + label if new else label for label, new in zip(labels, fresh, strict=True)
    ), used
