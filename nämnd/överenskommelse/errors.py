"""What keeps an överenskommelse or one of its forms from being saved, registered or removed."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class ÖverenskommelseFault(Enum):
    """Why something can't be done."""

    RUBRIK_MISSING = auto()
    PERIOD_BACKWARDS = auto()
    OTHER_NÄMND = auto()  # the ärende or the handling is of another nämnd
    POST_MISSING = auto()  # a column without a name
    POST_TWICE = auto()  # two columns with the same name
    MOTTAGARE_MISSING = auto()
    TOO_LARGE = auto()  # more kronor than there are
    TOO_MANY = auto()  # more rows or columns than any table has
    REGISTERED = auto()  # the form is registered as it stands
    HAS_REGISTERED = auto()  # a form of the överenskommelse is
    HAS_REDOVISNING = auto()
    NO_ÄRENDE = auto()  # nowhere to register a form


@dataclass(eq=False)
class ÖverenskommelseError(NämndError):
    """Nothing was changed. `of`: the table or row that has the problems; else empty."""

    problems: tuple[ÖverenskommelseFault, ...]
    of: str = ""


@dataclass(eq=False)
class BlankettIncompleteError(NämndError):
    """The form lacks what it must say. `missing`: names of `nämnd.överenskommelse.fields.FÄLT`."""

    slag: str
    missing: tuple[str, ...]


@dataclass(eq=False)
class ÖverenskommelseUnknownError(NämndError):
    """No överenskommelse has that id, dnr or rubrik, or several do: then `known` has theirs."""

    wanted: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class MottagareUnknownError(NämndError):
    """No table of the överenskommelse has that recipient; `known`: those it has."""

    wanted: str
    known: tuple[str, ...] = ()
