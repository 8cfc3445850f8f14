"""Decisions by delegates, as pages and documents read them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DelegationsbeslutDraft:
    """What the user writes of a delegationsbeslut."""

    datum: date
    av: str
    rubrik: str
    enligt: str | None = None  # where the right is given: «delegationsordningen 4.2»
    beslut: str = ""
    ärende_id: str | None = None
    brådskande: bool = False  # KL 6:39


@dataclass(frozen=True, slots=True)
class DelegationsbeslutRow:
    """A delegationsbeslut in the register."""

    id: str
    draft: DelegationsbeslutDraft
    dnr: str | None  # of its ärende
    anmält: str | None  # ISO date of the sammanträde where it was reported
    delegationsprotokoll_id: str | None
    fixed: bool  # its protokoll is signed: it can't be changed
    anmäls: bool | None = None  # whether the nämnd wants it reported; None: not said yet
    punkt_id: str | None = None  # where it is to be reported, or was


@dataclass(frozen=True, slots=True)
class DelegationsprotokollRow:
    """A protokoll of delegationsbeslut that are not reported to the nämnd."""

    id: str
    nämnd_id: str
    datum: date
    undertecknat_av: str | None
    undertecknat: date | None
    beslut: tuple[DelegationsbeslutRow, ...]
