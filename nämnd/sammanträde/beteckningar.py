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
    plain = _plain(punkter, numbers, sista_nummer or 0)
    return tuple(
        Beteckning(number, *_labels(punkt, "" if number == plain else str(number)))
        for punkt, number in zip(punkter, numbers, strict=True)
    )


def _numbers(punkter: Sequence[Numbered], last: int) -> list[int]:
    numbers: list[int] = []
    for punkt in punkter:
        if punkt.nummer is None:
            last += 1
        numbers.append(last if punkt.nummer is None else punkt.nummer)
    return numbers


def _plain(punkter: Sequence[Numbered], numbers: Sequence[int], last: int) -> int | None:
    """Return the number of the one punkt whose bilagor are plain letters: the first anmälan.

    Once plain letters have gone out, their punkt keeps them. Where they may have gone out with
    something that has been removed since, no other punkt gets any.
    """
    pairs = list(zip(numbers, punkter, strict=True))
    for number, punkt in pairs:
        if any(label is not None and label.isalpha() for label in punkt.bilagor):
            return number
    if any(_has_lost_letters(punkt) for punkt in punkter) or not {*range(1, last + 1)} <= {
        *numbers
    }:
        return None
    firsts = (
        number for number, punkt in pairs if punkt.slag == ANMÄLAN and not punkt.sista_bokstav
    )
    return min(firsts, default=None)


def _has_lost_letters(punkt: Numbered) -> bool:
    return bool(punkt.sista_bokstav) and not any(punkt.bilagor)


def _labels(punkt: Numbered, prefix: str) -> tuple[tuple[str, ...], int]:
    used = punkt.sista_bokstav or 0
    alone = bool(prefix) and used == 0 and len(punkt.bilagor) == 1
    labels: list[str] = []
    for standing in punkt.bilagor:
        if standing is not None:
            labels.append(standing)
            continue
        used += 1
        labels.append(prefix if alone else prefix + letters(used))
    return tuple(labels), used
