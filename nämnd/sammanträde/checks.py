"""What a kallelse still lacks before it can go out. It warns; the secretary decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, PunktRow, SammanträdeRow
from nämnd.sammanträde.rules import NEW_RUBRIK, last_kallelse_day


class Lack(Enum):
    """What is missing, or looks like a slip."""

    KALLELSE_LATE = auto()
    KALLELSE_SOON = auto()
    PLATS = auto()
    TID = auto()
    PUNKTER = auto()
    ORDFÖRANDE = auto()
    SEKRETERARE = auto()
    CALLED = auto()
    EMAIL = auto()
    RUBRIK = auto()
    FÖRSLAG = auto()
    FIL = auto()
    SAME_FILE = auto()
    BRÅDSKANDE = auto()  # a beslut that must be reported there and is not
    BEVAKNING = auto()  # what is to be followed up there, and stands on no dagordning
    FÖRSLAG_BEHIND = auto()  # the skrivelse of the ärende proposes something else now
    FIL_BEHIND = auto()  # the handling has a newer version
    HANDLING_ANNULLED = auto()
    ÄRENDE_ANNULLED = auto()
    HIDDEN_RUBRIK = auto()  # of the ärende: its texts may tell what the rubrik may not


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, and where."""

    lack: Lack
    where: str = ""  # a beteckning, a number of a punkt, a day or how many
    what: str = ""  # a rubrik or a name
    punkt_id: str | None = None
    bilaga_id: str | None = None
    days: int = 0  # left until, or passed since, the last day


@dataclass(frozen=True, slots=True)
class Calling:
    """Who is called, when it must be out, and what the nämnd must be told of there.

    `unreported`: the rubriker of brådskande beslut that stand on no dagordning (KL 6:40).
    `to_follow_up`: what is to be followed up there and stands on none: rubrik, where it comes from.
    """

    called: int
    without_email: int
    kallelsetid_dagar: int
    kallelsetid_slag: str
    unreported: tuple[str, ...] = ()
    to_follow_up: tuple[tuple[str, str], ...] = ()


def before_kallelse(
    dagordning: Dagordning, calling: Calling, *, today: date
) -> tuple[Finding, ...]:
    """Return what is missing before the kallelse goes out, most urgent first."""
    return (
        *_deadline(dagordning, calling, today),
        *(Finding(Lack.BRÅDSKANDE, what=rubrik) for rubrik in calling.unreported),
        *(Finding(Lack.BEVAKNING, källa, rubrik) for rubrik, källa in calling.to_follow_up),
        *_head(dagordning),
        *_people(calling),
        *(found for punkt in dagordning.punkter for found in _punkt(punkt)),
        *_same_files(dagordning),
    )


def _deadline(dagordning: Dagordning, calling: Calling, today: date) -> Iterator[Finding]:
    day = dagordning.sammanträde.day
    if day is None:
        return
    last = last_kallelse_day(day, days=calling.kallelsetid_dagar, slag=calling.kallelsetid_slag)
    left = (last - today).days
    lack = Lack.KALLELSE_LATE if left < 0 else Lack.KALLELSE_SOON
    yield Finding(lack, where=last.isoformat(), days=abs(left))


def _head(dagordning: Dagordning) -> Iterator[Finding]:
    head = dagordning.sammanträde
    yield from _times(head)
    lacks = (
        (Lack.PLATS, not head.plats),
        (Lack.ORDFÖRANDE, head.ordförande is None),
        (Lack.SEKRETERARE, head.sekreterare is None),
        (Lack.PUNKTER, not dagordning.punkter),
    )
    yield from (Finding(lack) for lack, missing in lacks if missing)


def _times(head: SammanträdeRow) -> Iterator[Finding]:
    if len(head.dagar) < 2:  # noqa: PLR2004 - of several days the finding says which
        if not head.time_text:
            yield Finding(Lack.TID)
        return
    for dag in head.dagar:
        if not dag.tider:
            yield Finding(Lack.TID, where=dag.datum.isoformat())


def _people(calling: Calling) -> Iterator[Finding]:
    if not calling.called:
        yield Finding(Lack.CALLED)
    if calling.without_email:
        yield Finding(Lack.EMAIL, where=str(calling.without_email))


def _punkt(punkt: PunktRow) -> Iterator[Finding]:
    if punkt.utgår is not None:
        return
    if punkt.rubrik == NEW_RUBRIK:
        yield Finding(Lack.RUBRIK, str(punkt.nummer), punkt.rubrik, punkt.id)
    if punkt.slag == "beslut" and not any(one.text.strip() for one in punkt.förslag):
        yield Finding(Lack.FÖRSLAG, str(punkt.nummer), punkt.rubrik, punkt.id)
    for bilaga in punkt.bilagor:
        if bilaga.i_utskicket and bilaga.fil is None:
            yield Finding(Lack.FIL, bilaga.beteckning, bilaga.rubrik, punkt.id, bilaga.id)


def _same_files(dagordning: Dagordning) -> Iterator[Finding]:
    first: dict[str, BilagaRow] = {}
    for punkt in dagordning.punkter:
        for bilaga in punkt.bilagor:
            if bilaga.fil is None or punkt.utgår is not None:
                continue
            twin = first.setdefault(bilaga.fil.sha256, bilaga)
            if twin is not bilaga:
                where = f"{twin.beteckning}, {bilaga.beteckning}"
                yield Finding(Lack.SAME_FILE, where, bilaga.rubrik, punkt.id, bilaga.id)
