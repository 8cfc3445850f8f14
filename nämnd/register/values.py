"""Beslut as the register has them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BeslutFilter:
    """Which beslut. None or empty: all. `text` is looked for in rubrik, dnr and the att-satser."""

    nämnd_id: str | None = None  # None: of every nämnd in the file
    år: int | None = None
    ärende_id: str | None = None
    utfall: str | None = None  # nämnd.protokoll.values.UTFALL
    uppföljning: str | None = None  # a value of BeslutRow.uppföljning
    text: str = ""


@dataclass(frozen=True, slots=True)
class BeslutRow:
    """One § with its beslut."""

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
    uppföljning: str  # «2 av 4 huvudmän har beslutat», «expedierat», «inte expedierat»
    sekretess: bool
