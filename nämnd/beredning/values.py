"""What has happened in an ärende, and what waits for a dagordning."""

from dataclasses import dataclass
from enum import StrEnum


class Slag(StrEnum):
    """A kind of event in an ärende's life."""

    ÖPPNAT = "ärendet öppnades"
    AVSLUTAT = "ärendet avslutades"
    HANDLING = "handling"
    SKRIVELSE = "skrivelse"
    PUNKT = "punkt"
    PARAGRAF = "beslut"
    HUVUDMANNABESLUT = "huvudmannens beslut"
    DELEGATIONSBESLUT = "delegationsbeslut"
    BEVAKNING = "bevakning"


@dataclass(frozen=True, slots=True)
class Händelse:
    """One event. `key` is the row's id, for the link; `datum` ISO, maybe in part, or None."""

    datum: str | None
    slag: Slag
    key: str
    rubrik: str  # «§ 62 Nationell högspecialiserad vård»
    text: str = ""  # outcome, votering, from whom
    organ: str = ""  # which nämnd, when it is of a sammanträde
    sammanträde_id: str | None = None
    nämnd_id: str | None = None
    struken: bool = False  # annulled, withdrawn
    paragraf_id: str | None = None  # the § that a huvudmannabeslut answers
    ärende_id: str | None = None  # whose it is, when the same ärende has a row in several nämnder


class Waits(StrEnum):
    """Why something waits for a dagordning."""

    BRÅDSKANDE = "brådskande beslut ska anmälas"  # KL 6:40
    BEVAKNING = "ska följas upp"
    BORDLAGT = "bordlagt"
    ÅTERREMITTERAT = "återremitterat"
    DELEGATION = "delegationsbeslut ska anmälas"
    ANMÄLAN = "handling ska anmälas"
    VÄNTAR = "väntar på en dagordning"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `key`: of what `why` says: a delegationsbeslut, handling, § …."""

    why: Waits
    key: str
    rubrik: str
    ärende_id: str | None = None
    dnr: str | None = None
    since: str | None = None  # ISO date
    where: str = ""  # «§ 62 den 22 november 2019», the note of the ärende
    till: str | None = None  # to which sammanträde, as the beslut says
    must: bool = False  # the law demands it at the next sammanträde
    senast: str | None = None  # ISO date of the sammanträde where the law demands it
