"""Beslut as the register has them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from nämnd.justering.values import RättelseRow


class Uppföljning(StrEnum):
    """How far what follows a beslut has come. The first of these that is true of it is told."""

    INTE_JUSTERAT = "inte justerat"
    INTE_EXPEDIERAT = "inte expedierat"  # not to all who are to have it
    VÄNTAR_PÅ_HUVUDMÄN = "väntar på huvudmän"  # a recommendation, some have not decided
    HUVUDMÄN_HAR_BESLUTAT = "huvudmännen har beslutat"
    EXPEDIERAT = "expedierat"
    INGET = ""  # it goes to nobody


@dataclass(frozen=True, slots=True)
class BeslutFilter:
    """Which beslut. None or empty: all. `text` is looked for in rubrik, dnr and the att-satser."""

    nämnd_id: str | None = None  # None: of every nämnd in the file
    år: int | None = None
    ärende_id: str | None = None
    utfall: str | None = None  # nämnd.protokoll.values.UTFALL
    uppföljning: str | None = None  # a value of BeslutRow.uppföljning
    text: str = ""


class BeslutRow(NamedTuple):
    """One § with its beslut. A tuple: there can be sixteen thousand."""

    paragraf_id: str
    sammanträde_id: str
    nämnd: str
    datum: date
    paragraf: str  # «§ 62», as the nämnd writes it
    rubrik: str
    dnr: tuple[str, ...]
    ärende_id: str | None
    utfall: tuple[str, ...]  # of its att-satser, each once
    beslut: tuple[str, ...]  # the att-satser
    läge: str  # utkast, utskickat, …, justerat
    uppföljning: str  # a value of Uppföljning; in words: nämnd.register.wording
    sekretess: bool
    nämnd_id: str = ""
    nummer: int = 0  # of the §
    ärende_rubrik: str = ""
    ärende_dolt: bool = False  # its rubrik may not be shown to everybody (OSL 5:2)
    huvudmän: tuple[int, int] | None = None  # so many of so many have decided what it recommends
    laga_kraft: date | None = None  # when that was confirmed
    rättelser: tuple[RättelseRow, ...] = ()  # of slips in what is justerat
    dold: bool = False  # nothing of it may be seen in this list
