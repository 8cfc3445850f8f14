"""The diarium and the register of beslut as files, for the window and the command line alike.

What a list says is gathered from the database at once; its file can be made in a helper process.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core.beside import save_beside
from nämnd.core.progress import Progress, Work
from nämnd.documents.beslutsregister import beslut_sheet, build_beslutsregister
from nämnd.documents.content import Document
from nämnd.documents.diarium import ListedÄrende, build_diarium, diarium_sheet
from nämnd.documents.listing import Listing
from nämnd.documents.parts import Sender
from nämnd.documents.sheet import Sheet, csv_bytes, xlsx_bytes
from nämnd.organisation.queries import nämnd_draft
from nämnd.paket.paper_file import with_logo
from nämnd.paket.public.beslut import public_beslut
from nämnd.register.queries import beslut
from nämnd.register.values import BeslutFilter, BeslutRow
from nämnd.store import Store
from nämnd.ärende.register_queries import whole_diarium

FORMS = (".xlsx", ".csv", ".pdf", ".docx", ".json")
PUBLIC = "offentlig version"


@dataclass(frozen=True, slots=True)
class DiariumList:
    """The diarium of a nämnd, to be written."""

    sender: Sender
    rows: tuple[ListedÄrende, ...]
    listing: Listing

    @property
    def sheet(self) -> Sheet:
        """Return it as a table."""
        return diarium_sheet(self.sender.nämnd.namn, self.rows, self.listing)

    @property
    def document(self) -> Document:
        """Return it as a document."""
        return build_diarium(self.sender, self.rows, self.listing)


@dataclass(frozen=True, slots=True)
class BeslutList:
    """A register of beslut, to be written. When it is public the rows are hidden already."""

    sender: Sender
    rows: tuple[BeslutRow, ...]
    listing: Listing

    @property
    def sheet(self) -> Sheet:
        """Return it as a table."""
        return beslut_sheet(self.sender.nämnd.namn, self.rows, self.listing)

    @property
    def document(self) -> Document:
        """Return it as a document."""
        return build_beslutsregister(self.sender, self.rows, self.listing)


List: TypeAlias = DiariumList | BeslutList


def gather_diarium(
    store: Store,
    files: FileStore,
    nämnd_id: str,
    *,
    today: date,
    public: bool,
    år: int | None = None,
) -> DiariumList:
    """Return the diarium of a nämnd, of one year or of all.

    Raises:
        GoneError: the nämnd is not there.
    """
    found = store.ask(lambda session: whole_diarium(session, nämnd_id, år))
    rows = tuple(ListedÄrende(*one) for one in found)
    return DiariumList(_sender(store, files, nämnd_id), rows, Listing(today, public, år))


def gather_beslut(
    store: Store,
    files: FileStore,
    nämnd_id: str,
    wanted: BeslutFilter,
    *,
    today: date,
    public: bool,
) -> BeslutList:
    """Return the beslut that a filter lets through, as `nämnd_id` sends them.

    Raises:
        GoneError: the nämnd is not there.
    """
    rows = store.ask(lambda session: beslut(session, wanted))
    if public:
        rows = public_beslut(store, files, rows, today=today)
    return BeslutList(_sender(store, files, nämnd_id), rows, Listing(today, public, wanted.år))


def list_name(one: List, form: str) -> str:
    """Return what its file is called: «Beslutsregister 2026 SRVN offentlig version.xlsx»."""
    nämnd = one.sender.nämnd
    what = "Diarium" if isinstance(one, DiariumList) else "Beslutsregister"
    words = (one.listing.title(what), nämnd.kortnamn or nämnd.namn)
    return safe_name(" ".join((*words, PUBLIC) if one.listing.public else words), form)


def list_bytes(one: List, form: str, *, created: datetime) -> bytes:
    """Return the file, in one of FORMS. The same arguments give the same bytes every time."""
    match form:
        case ".xlsx":
            return xlsx_bytes(one.sheet, created=created)
        case ".csv":
            return csv_bytes(one.sheet)
        case ".json":
            return _json(one.sheet)
        case ".docx":
            from nämnd.documents.word import word_bytes

            return word_bytes(one.document, created=created)
        case _:
            from nämnd.documents.pdf import pdf_bytes

            return pdf_bytes(one.document, created=created)


def write_list(one: List, form: str, target: Path, *, created: datetime) -> Work[Path]:
    """Write the file. For a helper process.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be written; nothing is left behind.
    """
    yield Progress(0, 1, f"Skriver {target.name}")
    save_beside(target, list_bytes(one, form, created=created))
    return target


def _sender(store: Store, files: FileStore, nämnd_id: str) -> Sender:
    nämnd = store.ask(lambda session: nämnd_draft(session, nämnd_id))
    return with_logo(Sender(nämnd), files)


def _json(sheet: Sheet) -> bytes:
    """Return the table with each line as an object, named by the columns in lower case."""
    names = [one.lower() for one in sheet.columns]
    lines = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    whole = {"titel": sheet.title, "om": dict(sheet.about), "rader": lines}
    text = json.dumps(whole, ensure_ascii=False, indent=1, default=str)
    return f"{text}\n".encode()
