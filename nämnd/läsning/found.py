"""What the reader found in a file: a proposed dagordning with its doubts, tied to the source lines.

Nothing here is saved; the review page shows it beside the source, and an import command saves what
the user keeps.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader is unsure of: a Swedish sentence and the source line it is about."""

    text: str
    line: int  # index into FoundDagordning.source


@dataclass(frozen=True, slots=True)
class FoundBilaga:
    """One bilaga named on the dagordning. `label` is the beteckning as the source wrote it."""

    label: str  # «3A», «4», «A»; «» when the source gave none
    rubrik: str
    anmärkning: str = ""
    i_utskicket: bool = True  # False: «finns tillgängliga under mötet»
    line: int = 0


@dataclass(frozen=True, slots=True)
class FoundPunkt:
    """One punkt. `sammanfattning` is running text as nämnd.core.richtext keeps it."""

    number: str  # as the source wrote it: «6», «§ 6», «6.2»; «» when it gave none
    rubrik: str
    slag: str  # beslut, information, anmälan, val, formalia
    grupp: str = ""  # heading of the group it stands in: «Ärenden från nämnder»
    dnr: str = ""
    tid: str = ""  # «09.15» or «09.15–09.45» when the list has times
    föredragande: str = ""
    underpunkter: tuple[str, ...] = ()
    förslag: tuple[str, ...] = ()
    sammanfattning: str = ""
    bilagor: tuple[FoundBilaga, ...] = ()
    line: int = 0
    doubts: tuple[Doubt, ...] = ()
    missivförslag: tuple[str, ...] = ()  # what the missiv among the papers proposes


@dataclass(frozen=True, slots=True)
class FoundDagordning:
    """The whole proposal."""

    organ: str  # «Södra Regionvårdsnämnden»; «» when not found
    day: date | None
    from_time: str  # «08.30»; «» when not found
    to_time: str
    plats: str
    ordförande: str
    sekreterare: str
    punkter: tuple[FoundPunkt, ...]
    source: tuple[str, ...]  # the lines read, with page headers and all
    first_line: int  # where in `source` the dagordning begins
    last_line: int  # and ends (inclusive)
    doubts: tuple[Doubt, ...] = ()
