"""Where missiv, dagordning and beslut say different things about the same punkt. Pure functions.

The text goes from the missiv's proposal to the förslag of the dagordning to the beslut; whoever
changes it on the way should be seen to (PRACTICE.md section 1: punkt 4, 7 and 8 of the packet).
What has changed in a dagordning since it went out is another thing: `nämnd.sammanträde.changes`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from nämnd.core.wording import Sats, compared, same_wording
from nämnd.protokoll.values import BeslutspunktRow, ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import Dagordning, PunktRow, SatsRow

_DECIDED = frozenset({None, "enligt förslag", "enligt yrkande", "annat"})  # these have a text of
# their own; a bordläggning or an avslag does not repeat what it was about
_RANGE = re.compile(r"([0-9]{1,4})(?:\s*[–-]\s*([0-9]{1,4}))?")


class Paper(Enum):
    """Where a wording stands."""

    MISSIV = auto()
    FÖRSLAG = auto()  # of the dagordning
    BESLUT = auto()


@dataclass(frozen=True, slots=True)
class PunktDifference:
    """One punkt whose wording is not the same in two papers. `nummer`: of the punkt."""

    punkt_id: str
    nummer: int
    rubrik: str
    was: Paper
    now: Paper
    satser: tuple[Sats, ...]
    paragraf_id: str | None = None


def punkt_differences(dagordning: Dagordning) -> tuple[PunktDifference, ...]:
    """Return every punkt whose förslag is not what its missiv proposes, in order."""
    found = map(missiv_difference, dagordning.punkter)
    return tuple(one for one in found if one is not None)


def missiv_difference(punkt: PunktRow) -> PunktDifference | None:
    """Return how the förslag differs from the missiv's; None when it does not, or there is none."""
    if punkt.utgår is not None or not punkt.missivförslag:
        return None
    return _difference(
        punkt, (Paper.MISSIV, _texts(punkt.missivförslag)), (Paper.FÖRSLAG, _texts(punkt.förslag))
    )


def differences(protokoll: Protokoll) -> tuple[PunktDifference, ...]:
    """Return every difference: missiv to dagordning, and dagordning (else missiv) to beslut."""
    return tuple(_differences(protokoll))


def beslut_difference(punkt: PunktRow, paragraf: ParagrafRow) -> PunktDifference | None:
    """Return how what was decided differs from the förslag, or from the missiv without one.

    Att-satser that were bordlagda, avslagna and the like are left out on both sides; None when
    nothing else is left to compare.
    """
    decided = [one for one in paragraf.beslutspunkter if one.utfall in _DECIDED and one.text]
    others = [one for one in paragraf.beslutspunkter if one.utfall not in _DECIDED]
    was = Paper.FÖRSLAG if punkt.förslag else Paper.MISSIV
    proposed = [
        (number, one.text)
        for number, one in enumerate(punkt.förslag or punkt.missivförslag, start=1)
        if not any(_is_about(other, number, one.text) for other in others)
    ]
    if not decided or not proposed:
        return None
    found = _difference(
        punkt, (was, [text for _, text in proposed]), (Paper.BESLUT, [one.text for one in decided])
    )
    if found is None:
        return None
    before = [number for number, _ in proposed]
    after = [_number(one.nummer, place) for place, one in enumerate(decided, start=1)]
    satser = tuple(_renumbered(sats, before, after) for sats in found.satser)
    return replace(found, satser=satser, paragraf_id=paragraf.id)


def _differences(protokoll: Protokoll) -> Iterator[PunktDifference]:
    handled = {one.punkt_id: one for one in protokoll.paragrafer if one.punkt_id}
    for punkt in protokoll.punkter:
        paragraf = handled.get(punkt.id)
        missiv = missiv_difference(punkt)
        if missiv is not None:
            yield replace(missiv, paragraf_id=paragraf.id if paragraf else None)
        beslut = beslut_difference(punkt, paragraf) if paragraf else None
        if beslut is not None:
            yield beslut


def _difference(
    punkt: PunktRow, was: tuple[Paper, Sequence[str]], now: tuple[Paper, Sequence[str]]
) -> PunktDifference | None:
    if same_wording(was[1], now[1]):
        return None
    satser = compared(was[1], now[1])
    return PunktDifference(punkt.id, punkt.nummer, punkt.rubrik, was[0], now[0], satser)


def _is_about(row: BeslutspunktRow, number: int, text: str) -> bool:
    """Say whether a beslutspunkt is about att-sats `number` («2–12»), or repeats its text."""
    found = _RANGE.fullmatch(row.nummer.strip())
    if found and int(found[1]) <= number <= int(found[2] or found[1]):
        return True
    return same_wording([row.text], [text])


def _number(written: str, place: int) -> int:
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written) else place


def _renumbered(sats: Sats, before: Sequence[int], after: Sequence[int]) -> Sats:
    return replace(
        sats,
        before=before[sats.before - 1] if sats.before else None,
        after=after[sats.after - 1] if sats.after else None,
    )


def _texts(satser: Sequence[SatsRow]) -> list[str]:
    return [one.text for one in satser]
