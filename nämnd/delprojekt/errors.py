"""What keeps a delprojekt or one of its reports from being saved, registered or removed."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class DelprojektFault(Enum):
    """Why something can't be done."""

    NUMMER_MISSING = auto()
    RUBRIK_MISSING = auto()
    NUMMER_TAKEN = auto()  # the program has a delprojekt with that number
    OTHER_NÄMND = auto()  # the ärende or the sammanträde is of another nämnd
    OTHER_SAMMANTRÄDE = auto()  # the punkt is on another dagordning
    CLOSED = auto()  # the delprojekt is
    NOT_CLOSED = auto()
    CLOSED_BEFORE = auto()  # before the nämnd decided about it
    REGISTERED = auto()  # the report is registered as it stands
    HAS_REGISTERED = auto()  # a report of the delprojekt is
    NO_ÄRENDE = auto()  # nowhere to register a report


@dataclass(eq=False)
class DelprojektError(NämndError):
    """Nothing was changed. `of`: what the problem is about, where that is not plain."""

    problems: tuple[DelprojektFault, ...]
    of: str = ""


@dataclass(eq=False)
class DelprojektUnknownError(NämndError):
    """No delprojekt has that number, or one in each program of `known` has it.

    `wanted` is empty when no number was given on the command line.
    """

    wanted: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class RapportMissingError(NämndError):
    """Nothing to print: the delprojekt has no report to the nämnd."""

    nummer: int


@dataclass(eq=False)
class ProgramUnknownError(NämndError):
    """The nämnd has no delprojekt in a program with that name; `known`: its programs."""

    wanted: str
    known: tuple[str, ...] = ()
