"""What is to be put into an archive folder. It crosses to the helper process."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from nämnd.documents.content import Document
from nämnd.logg.values import LogHead
from nämnd.utbyte.export import Export

Suffix = Literal[".pdf", ".docx"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper that is drawn now, from what was justerat."""

    path: str
    grupp: str
    rubrik: str
    document: Document
    suffix: Suffix
    anmärkning: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept, byte for byte. `office`: a PDF/A is made of it too, where possible."""

    path: str
    grupp: str
    rubrik: str
    source: Path  # in the file store
    sha256: str
    anmärkning: str = ""
    office: bool = False


@dataclass(frozen=True, slots=True)
class ArkivOrder:
    """Everything that goes in, in the order of the index."""

    name: str  # of the folder
    nämnd: str
    sammanträde_id: str
    dag: str
    paragrafer: str
    av: str
    created: datetime
    logg: LogHead
    items: tuple[Drawn | Kept, ...]
    data: Export
    saknas: tuple[str, ...]
    sekretess: bool
    soffice: Path | None

    @property
    def office(self) -> tuple[Kept, ...]:
        """Return the files that LibreOffice is to make PDF/A of."""
        return tuple(one for one in self.items if isinstance(one, Kept) and one.office)
