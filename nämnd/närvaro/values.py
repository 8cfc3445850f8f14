"""Presence as plain values: what pages show, rules reason about and documents are made from."""

from dataclasses import dataclass
from typing import Literal, get_args

from nämnd.core.paragrafer import Paragrafer

Närvaroroll = Literal[
    "ledamot", "tjänstgörande ersättare", "ersättare", "personalföreträdare", "tjänsteman", "gäst"
]
NÄRVAROROLLER: tuple[str, ...] = get_args(Närvaroroll)
TJÄNSTGÖR = NÄRVAROROLLER[:2]  # those with a seat: they count and vote
DeltarI = Literal["beredning och beslut", "beredning"]
Svar = Literal["ja", "nej", "inget svar"]
SVAR: tuple[str, ...] = get_args(Svar)


@dataclass(frozen=True, slots=True)
class DeltagareRow:
    """A person who has to do with the sammanträde, as they were on its day.

    `roll` and what follows are of their uppdrag that day; None for somebody without one.
    """

    person_id: str
    namn: str
    parti: str | None
    titel: str | None
    roll: str | None  # nämnd.organisation.rules.ROLLER
    huvudman_id: str | None
    huvudman: str | None
    ordning: int
    ersätter: str | None  # person id, for a personlig ersättare

    @property
    def name_and_party(self) -> str:
        """Return «Anna Ek (M)»."""
        return f"{self.namn} ({self.parti})" if self.parti else self.namn


@dataclass(frozen=True, slots=True)
class NärvaroRow:
    """One person in one role for a set of §§."""

    id: str
    person_id: str
    roll: str
    för: str | None  # person id
    paragrafer: Paragrafer
    från_tid: str | None
    till_tid: str | None
    deltar_i: str
    på_distans: bool
    delvis: bool
    anmärkning: str | None


@dataclass(frozen=True, slots=True)
class InkalladRow:
    """An ersättare who was asked, and what they said (None: no answer yet)."""

    person_id: str
    svar: str | None
    tid: str | None  # ISO time


@dataclass(frozen=True, slots=True)
class FrånvaroRow:
    """Somebody who is not there."""

    id: str
    person_id: str
    anmäld: bool
    skäl: str | None
    inkallade: tuple[InkalladRow, ...]
    tid: str | None = None  # ISO time, when they told


@dataclass(frozen=True, slots=True)
class ForParagrafer:
    """Somebody with a task for a set of §§: ordförande or justerare."""

    id: str
    person_id: str
    paragrafer: Paragrafer


@dataclass(frozen=True, slots=True)
class JävRow:
    """Somebody who leaves a § (or a punkt of it) for jäv, and who steps in (KL 6:28–30)."""

    id: str
    person_id: str
    punkt: str | None
    grund: str | None
    ersätts_av: str | None


@dataclass(frozen=True, slots=True)
class Underskrivet:
    """Somebody who has approved or signed a set of §§."""

    person_id: str
    roll: str  # ordförande, justerare, sekreterare
    sätt: str  # nämnd.justering.values.Sätt


@dataclass(frozen=True, slots=True)
class JusteringRow:
    """A set of §§ that is checked and signed together."""

    id: str
    paragrafer: Paragrafer
    plats: str | None
    planerat_datum: str | None  # ISO
    datum: str | None
    läge: str
    underskrivet: tuple[Underskrivet, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat with voting right at a § (or a punkt of it) and who sits on it."""

    person_id: str
    för: str | None  # the ledamot whose seat it is; None: their own, or a vacant seat
    vakant: bool = False  # an ersättare on a seat that nobody holds
