"""Which numbers and beteckningar of a file stand, and which follow from the order.

`står` says so. Where it is left out, what is there already decides. Otherwise numbers stand when a
kallelse has gone out (the file has utskick), or when one of them is not the one that the order
would give: then all that the file gives stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from nämnd.sammanträde.beteckningar import Numbered, beteckningar

T = TypeVar("T", int, str)
_LETTERS = re.compile(r"\d*([A-Z]{1,3})")


@dataclass(frozen=True, slots=True)
class GivenBilaga:
    """A bilaga as the file and the database have it. None: says nothing, or derived."""

    id: str
    given: str | None
    står: bool | None
    there: str | None


@dataclass(frozen=True, slots=True)
class GivenPunkt:
    """A punkt as the file and the database have it."""

    id: str
    slag: str
    given: int | None
    står: bool | None
    there: int | None
    sista_bokstav: int | None  # as the file says, else as the database says
    bilagor: tuple[GivenBilaga, ...]


@dataclass(slots=True)
class Numbers:
    """What the rows are to hold, and what then shows."""

    sista_nummer: int | None
    nummer: dict[str, int | None] = field(default_factory=dict[str, int | None])
    sista_bokstav: dict[str, int | None] = field(default_factory=dict[str, int | None])
    beteckning: dict[str, str | None] = field(default_factory=dict[str, str | None])
    shown: dict[str, str] = field(default_factory=dict[str, str])  # by the id of either


def numbers(
    punkter: Sequence[GivenPunkt], *, sista_nummer: int | None, exact: bool, sent: bool
) -> Numbers:
    """Return what stands.

    Args:
        punkter: all of a sammanträde, in order.
        sista_nummer: as the file says (`exact`), else as the database says.
        exact: the file says which number is the last that has gone out.
        sent: a kallelse has gone out.
    """
    found = _settled(punkter, sista_nummer, exact=exact)
    new = sent and found.sista_nummer is None
    if new or any(_disagrees(punkt, found.shown) for punkt in punkter):
        found = _settled([_standing(punkt) for punkt in punkter], sista_nummer, exact=exact)
    if sent and found.sista_nummer is None:
        found.sista_nummer = 0
    return found


def contradictions(punkter: Sequence[GivenPunkt], found: Numbers) -> Iterator[tuple[str, str, str]]:
    """Yield id, given and derived where the file says that something derived is something else."""
    for punkt in punkter:
        for one in (punkt, *punkt.bilagor):
            given = None if one.given is None else str(one.given)
            if given is not None and given != found.shown[one.id]:
                yield one.id, given, found.shown[one.id]


def _settled(punkter: Sequence[GivenPunkt], sista_nummer: int | None, *, exact: bool) -> Numbers:
    standing = [_numbered(punkt) for punkt in punkter]
    stand = [one.nummer for one in standing if one.nummer is not None]
    if stand and not exact:
        sista_nummer = max([sista_nummer or 0, *stand])
    found = Numbers(sista_nummer)
    shown = beteckningar(standing, sista_nummer=sista_nummer)
    for punkt, kept, label in zip(punkter, standing, shown, strict=True):
        found.nummer[punkt.id] = kept.nummer
        found.sista_bokstav[punkt.id] = kept.sista_bokstav
        found.shown[punkt.id] = str(label.nummer)
        for bilaga, own, text in zip(punkt.bilagor, kept.bilagor, label.bilagor, strict=True):
            found.beteckning[bilaga.id] = own
            found.shown[bilaga.id] = text
    return found


def _numbered(punkt: GivenPunkt) -> Numbered:
    nummer = _one(punkt.given, punkt.there, står=punkt.står)
    labels = tuple(_one(one.given, one.there, står=one.står) for one in punkt.bilagor)
    used = [label for label in labels if label is not None]
    last = punkt.sista_bokstav
    if nummer is not None or used:
        last = max([last or 0, len(used), *map(_letter, used)])
    return Numbered(nummer, punkt.slag, last, labels)


def _one(given: T | None, there: T | None, *, står: bool | None) -> T | None:
    if står is None:
        return there
    return given if står else None


def _letter(label: str) -> int:
    found = _LETTERS.fullmatch(label)
    number = 0
    for char in found[1] if found else "":
        number = number * 26 + ord(char) - ord("A") + 1
    return number


def _disagrees(punkt: GivenPunkt, shown: dict[str, str]) -> bool:
    return any(
        one.står is None and one.given is not None and str(one.given) != shown[one.id]
        for one in (punkt, *punkt.bilagor)
    )


def _standing(punkt: GivenPunkt) -> GivenPunkt:
    bilagor = tuple(
        replace(one, står=True) if one.står is None and one.given is not None else one
        for one in punkt.bilagor
    )
    står = True if punkt.står is None and punkt.given is not None else punkt.står
    return replace(punkt, står=står, bilagor=bilagor)
