"""What is justerat, in the bytes that were approved and signed."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import FileMissingError
from nämnd.justering.errors import NotNow, NotNowError
from nämnd.justering.queries import justering_views
from nämnd.justering.wording import which
from nämnd.protokoll.queries import paragraf_rows
from nämnd.store import Store
from nämnd.store.rows import load, rows_where
from nämnd.tables import Justering, Utgåva


@dataclass(frozen=True, slots=True)
class KeptPdf:
    """The file of a set of §§ that is justerad."""

    justering_id: str
    sha256: str
    filnamn: str


def justerat_pdf(store: Store, files: FileStore, justering_id: str) -> bytes:
    """Return the file of a set of §§ as it was approved and signed.

    Raises:
        GoneError: the set is not there.
        NotNowError: it is not justerad.
        FileMissingError, FileDamagedError, FileUnreadableError: of the kept file. What another
            program justerade has none.
    """
    kept = store.ask(lambda session: _kept(session, load(session, Justering, justering_id)))
    return files.read(kept.sha256, kept.filnamn)


def kept_pdfs(session: Session, sammanträde_id: str) -> tuple[KeptPdf, ...]:
    """Return the files of a sammanträde whose every § is justerad; none as long as one is not.

    None either when a set has no file here, because another program justerade it.
    """
    views = justering_views(session, sammanträde_id)
    done = [one for one in views if one.läge == "justerat"]

    numbers = [one.nummer for one in paragraf_rows(session, sammanträde_id)]
    covered = all(any(one.paragrafer.covers(number) for one in done) for number in numbers)
    if not numbers or not covered or any(one.pdf is None for one in done):
        return ()
    return tuple(_kept(session, load(session, Justering, one.id)) for one in done if one.numbers)


def _kept(session: Session, row: Justering) -> KeptPdf:
    if row.läge != "justerat":
        raise NotNowError(NotNow.NOT_JUSTERAT, which(row.paragrafer))
    if row.pdf is None:
        raise FileMissingError(Path(which(row.paragrafer) or "protokollet"))
    found = rows_where(session, Utgåva, Utgåva.justering_id == row.id, Utgåva.sha256 == row.pdf)
    name = found[0].filnamn if found else "protokoll.pdf"
    return KeptPdf(row.id, row.pdf, name)
