"""What is justerat, in the bytes that were approved and signed."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core import paragrafer
from nämnd.core.errors import FileMissingError
from nämnd.documents.protokoll.marks import listed
from nämnd.justering.errors import NotNow, NotNowError
from nämnd.justering.queries import handled
from nämnd.justering.wording import which
from nämnd.store import Store
from nämnd.store.rows import load, rows_where
from nämnd.tables import Justering, Paragraf


@dataclass(frozen=True, slots=True)
class KeptPdf:
    """The file of a set of §§ that is justerad. `which`: «§§ 59–61»."""

    justering_id: str
    sha256: str
    which: str


def justerat_pdf(store: Store, files: FileStore, justering_id: str) -> bytes:
    """Return the file of a set of §§ as it was approved and signed.

    Raises:
        GoneError: the set is not there.
        NotNowError: it is not justerad.
        FileMissingError, FileDamagedError, FileUnreadableError: of the kept file. What another
            program justerade has none.
    """
    sha256, name = store.ask(lambda session: _file(load(session, Justering, justering_id)))
    return files.read(sha256, name)


def kept_pdfs(session: Session, sammanträde_id: str) -> tuple[KeptPdf, ...]:
    """Return the files of a sammanträde whose every § is justerad; none as long as one is not.

    None either when a set has no file here, because another program justerade it.
    """
    done = rows_where(
        session,
        Justering,
        Justering.sammanträde_id == sammanträde_id,
        Justering.läge == "justerat",
    )
    if not done:
        return ()
    numbers = session.scalars(
        select(Paragraf.nummer).where(Paragraf.sammanträde_id == sammanträde_id)
    )
    sets = [paragrafer.read(row.paragrafer) for row in done]
    if not all(any(one.covers(number) for one in sets) for number in numbers):
        return ()
    found = [(handled(session, row), row) for row in done]
    rows = sorted((pair for pair in found if pair[0]), key=lambda pair: pair[0])
    kept = [
        KeptPdf(row.id, row.pdf, listed(paragrafer.of(mine)))
        for mine, row in rows
        if row.pdf is not None
    ]
    return tuple(kept) if len(kept) == len(rows) else ()


def _file(row: Justering) -> tuple[str, str]:
    words = which(row.paragrafer)
    if row.läge != "justerat":
        raise NotNowError(NotNow.NOT_JUSTERAT, words)
    if row.pdf is None:
        raise FileMissingError(Path(f"Protokoll {words}".rstrip()))
    return row.pdf, f"Protokoll {words}".rstrip()
