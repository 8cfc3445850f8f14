"""What can be said of a nämnd and its people. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, get_args

from nämnd.core.errors import Draft
from nämnd.core.richtext import clean_text

JURIDISKA_FORMER = {
    "nämnd": "Nämnd",
    "gemensam_nämnd": "Gemensam nämnd",
    "kommunalförbund": "Kommunalförbund",
    "samverkan": "Samverkan genom avtal",
    "utskott": "Utskott eller presidium",
    "fullmäktige": "Fullmäktige",
}
"""Legal forms (KL 6 kap., 9:19–37): they decide anslag, justering and överklagande."""

Roll = Literal[
    "ordförande",
    "vice ordförande",
    "1:e vice ordförande",
    "2:e vice ordförande",
    "ledamot",
    "ersättare",
    "adjungerad",
    "personalföreträdare",
    "sekreterare",
    "tjänsteman",
]
ROLLER: tuple[str, ...] = get_args(Roll)
LEDAMÖTER = ROLLER[:5]
_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
ERSÄTTARORDNINGAR = ("huvudman", "parti", "personlig", "fri")


@dataclass(frozen=True, slots=True)
class StåendePunkt:
    """A punkt that every new dagordning begins with (or ends with, when `sist`)."""

    rubrik: str
    slag: str = "formalia"
    förslag: tuple[str, ...] = ()
    sist: bool = False


@dataclass(frozen=True, slots=True)
class Mandatperiod:
    """A term, both days included; `till` None: nobody has said when it ends."""

    från: date
    till: date | None = None


@dataclass(frozen=True, slots=True)
class NämndDraft:
    """What the user can set of a nämnd."""

    namn: str
    kortnamn: str | None = None
    adress: tuple[str, ...] = ()
    logotyp: str | None = None  # sha256 in the file store
    juridisk_form: str = "nämnd"
    paragrafform: str = "§ {nr}"
    diarieserie: str | None = None
    kallelsetid_dagar: int = 7
    kallelsetid_slag: str = "kalenderdagar"
    ersättarordning: str | None = None
    justeringssätt: tuple[str, ...] = ()
    stående_punkter: tuple[StåendePunkt, ...] = ()
    rubrikordning: tuple[str, ...] = ()  # parts of a §, see nämnd.protokoll.headings
    frasbank: tuple[tuple[str, str], ...] = ()  # key and text, only what the nämnd has changed
    mandatperioder: tuple[Mandatperiod, ...] = ()
    förvaring: str | None = None  # where a protokoll can be read, for the anslag
    förvaltningsrätt: str | None = None  # name and address, one a line: where to appeal


@dataclass(frozen=True, slots=True)
class HuvudmanDraft:
    """A region that appoints; `id` stays the same through changes."""

    id: str
    namn: str
    platser: int = 0
    ersättarplatser: int = 0
    anslagstavla: bool = False


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What the user can set of a person."""

    namn: str
    parti: str | None = None
    titel: str | None = None
    epost: str | None = None


@dataclass(frozen=True, slots=True)
class UppdragDraft:
    """What the user can set of an uppdrag."""

    roll: str
    huvudman_id: str | None = None
    ordning: int = 0
    från: date | None = None
    till: date | None = None
    ersätter: str | None = None  # person id: personlig ersättare for that ledamot


def problems_in_nämnd(draft: NämndDraft) -> tuple[Draft, ...]:
    """Return what keeps a nämnd from being saved."""
    return () if one_line(draft.namn) else (Draft.NAMN_MISSING,)


def problems_in_huvudmän(drafts: Iterable[HuvudmanDraft]) -> tuple[Draft, ...]:
    """Return what keeps the list of huvudmän from being saved."""
    found: list[Draft] = []
    for draft in drafts:
        if not one_line(draft.namn):
            found.append(Draft.NAMN_MISSING)
        if min(draft.platser, draft.ersättarplatser) < 0:
            found.append(Draft.PLATSER_NEGATIVE)
    return tuple(dict.fromkeys(found))


def problems_in_uppdrag(draft: UppdragDraft) -> tuple[Draft, ...]:
    """Return what keeps an uppdrag from being saved."""
    backwards = draft.från and draft.till and draft.till < draft.från
    return (Draft.PERIOD_BACKWARDS,) if backwards else ()


def problems_in_mandatperioder(perioder: Iterable[Mandatperiod]) -> tuple[Draft, ...]:
    """Return what keeps the mandatperioder of a nämnd from being saved, whatever their order."""
    known = sorted(perioder, key=lambda one: one.från)
    found: list[Draft] = []
    if any(one.till and one.till < one.från for one in known):
        found.append(Draft.MANDATPERIOD_BACKWARDS)
    if any(one.till is None or one.till >= after.från for one, after in pairwise(known)):
        found.append(Draft.MANDATPERIODER_OVERLAP)
    return tuple(found)


def serves(från: date | None, till: date | None, day: date) -> bool:
    """Say whether an uppdrag from `från` to `till` (both included, None: open) covers `day`."""
    return (från is None or från <= day) and (till is None or day <= till)


def overlap(one: UppdragDraft, other: UppdragDraft) -> bool:
    """Say whether there is a day on which both serve."""
    starts = max(one.från or date.min, other.från or date.min)
    return starts <= min(one.till or date.max, other.till or date.max)


def role_order(roll: str) -> int:
    """Return where a role stands in a list of people: ordförande first."""
    return ROLLER.index(roll) if roll in ROLLER else len(ROLLER)


def with_party(namn: str, parti: str | None) -> str:
    """Return «Anna Ek (M)»."""
    return f"{namn} ({parti})" if parti else namn


def reachable(epost: str | None) -> bool:
    """Say whether `epost` is one address that every mail program can send to.

    Letters beyond a–z are left out: they need servers that few have.
    """
    return _ADDRESS.fullmatch(epost or "") is not None


def one_line(text: str) -> str:
    """Return `text` on one line, words one space apart, without what nobody sees.

    Nor what can't be stored or drawn: control characters, half characters.
    """
    return " ".join(clean_text(text).split())
