"""Gathers what a paper is made from, for the window and the command line alike."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core import paragrafer
from nämnd.core.errors import FileDamagedError, FileMissingError
from nämnd.core.progress import Progress, Work
from nämnd.documents.content import Document
from nämnd.documents.dagordning import build_dagordning
from nämnd.documents.deltagarlista import build_deltagarlista
from nämnd.documents.kallelse import build_kallelse
from nämnd.documents.klubblista import build_klubblista
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll import (
    build_protokoll,
    build_snabbprotokoll,
    build_utdrag,
    is_draft,
)
from nämnd.documents.protokoll.marks import listed
from nämnd.documents.tillägg import build_tillägg
from nämnd.justering.kept_text import as_justerat, rättelse_rows
from nämnd.justering.values import RättelseRow
from nämnd.organisation.queries import Called, called, nämnd_draft
from nämnd.organisation.rules import NämndDraft
from nämnd.paket.errors import NothingHandledError, NothingSentError
from nämnd.paket.justering.kept import kept_pdfs
from nämnd.paket.paper_kinds import OF_PARAGRAFER, OF_PROTOKOLL
from nämnd.paket.utdrag import Utdrag, whole
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Dagordning, from_json
from nämnd.sammanträde.queries import dagordning, utskick_rows
from nämnd.store import Store

_TITLES = {"tillagg": "Tilläggslista", "utdrag": "Protokollsutdrag"}
_MOST_SET = 40  # letters of a set of §§ in a file's name
_MOST_END = 65  # letters of §§ and recipient: leaves room for UTKAST, which must be seen


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A file that was approved and signed: it is never drawn again. `which`: «§§ 59–61»."""

    path: Path
    sha256: str
    which: str


@dataclass(frozen=True, slots=True)
class Papers:
    """A sammanträde with all that its papers say.

    `protokoll` only when it was asked for: those papers that need it are in `OF_PROTOKOLL`.
    `kept`: the protokoll in the files that were signed, a file for each set of §§; none until
    every § is justerad.
    """

    nämnd: NämndDraft
    dagordning: Dagordning
    called: Called
    sent: tuple[tuple[date, Dagordning], ...]  # what has gone out, oldest first
    logo: bytes | None
    protokoll: Protokoll | None = None
    kept: tuple[KeptPaper, ...] = ()
    rättelser: tuple[RättelseRow, ...] = ()  # of what is justerat

    @property
    def sender(self) -> Sender:
        """Return who sends."""
        return Sender(self.nämnd, self.logo)


def gather(
    store: Store,
    files: FileStore,
    sammanträde_id: str,
    *,
    today: date,
    protokoll: bool = False,
) -> Papers:
    """Return what the papers of a sammanträde are made from; the protokoll too, if it is needed."""
    found = store.ask(
        lambda session: _gather(session, sammanträde_id, today, with_protokoll=protokoll)
    )
    if protokoll:
        kept = store.ask(lambda session: kept_pdfs(session, sammanträde_id))
        found = replace(
            found,
            kept=tuple(KeptPaper(files.path_of(one.sha256), one.sha256, one.which) for one in kept),
        )
    logo = found.nämnd.logotyp
    if logo is None or not files.has(logo):
        return found
    return replace(found, logo=files.read(logo, ""))


def document(papers: Papers, what: str, utdrag: Utdrag | None = None) -> Document:
    """Return a paper: «kallelse», «dagordning», «protokoll», as `Kind.what`.

    Args:
        papers: what it is made from; with a protokoll for those `OF_PROTOKOLL`.
        what: which paper.
        utdrag: what an utdrag has in it.

    Raises:
        NothingSentError: a tilläggslista was asked for, and no kallelse has gone out.
        NothingHandledError: a protokoll was asked for, and no § is handled.
    """
    match what:
        case _ if what in OF_PROTOKOLL:
            return _of_protokoll(papers, what, utdrag)
        case "kallelse":
            return build_kallelse(papers.sender, papers.dagordning, papers.called)
        case "tillagg":
            if not papers.sent:
                raise NothingSentError
            when, old = papers.sent[-1]
            return build_tillägg(papers.sender, old, papers.dagordning, sent=when)
        case _:
            return build_dagordning(papers.sender, papers.dagordning)


def is_utkast(papers: Papers, what: str, utdrag: Utdrag | None = None) -> bool:
    """Say whether a paper is to be marked UTKAST: until every § in it is justerad."""
    if papers.protokoll is None or what not in OF_PARAGRAFER:
        return False
    return is_draft(papers.protokoll, utdrag.paragraf_ids if utdrag else None)


def file_name(papers: Papers, what: str, suffix: str, utdrag: Utdrag | None = None) -> str:
    """Return the name a paper is saved under: «Kallelse 2019-11-22 SRVN.pdf».

    One of §§ says which, for whom, and whether it is an utkast:
    «Protokollsutdrag 2026-03-27 § 62 Region Norr UTKAST.pdf».
    """
    title = _TITLES.get(what, what.capitalize())
    if papers.protokoll is not None and what in OF_PARAGRAFER:
        which = _which(papers.protokoll, utdrag)
        mark = "UTKAST" if is_utkast(papers, what, utdrag) else ""
        end = safe_name(f"{which} {utdrag.till or '' if utdrag else ''}")[:_MOST_END]
        head = papers.dagordning.sammanträde
        return safe_name(" ".join(filter(None, (title, head.day_text, end, mark))), suffix)
    body = papers.nämnd.kortnamn or papers.nämnd.namn
    return safe_name(f"{title} {papers.dagordning.sammanträde.day_text} {body}", suffix)


def kept_name(papers: Papers, kept: KeptPaper) -> str:
    """Return the name under which a file that was signed is saved."""
    day = papers.dagordning.sammanträde.day_text
    return safe_name(f"Protokoll {day} {kept.which}"[:_MOST_END], ".pdf")


def read_kept(kept: KeptPaper) -> bytes:
    """Return the very bytes that were signed.

    Raises:
        FileMissingError, FileDamagedError: they are no longer what was kept.
    """
    name = f"Protokoll {kept.which}"
    if not kept.path.is_file():
        raise FileMissingError(Path(name))
    data = kept.path.read_bytes()
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise FileDamagedError(name)
    return data


def preview_kept(kept: tuple[KeptPaper, ...]) -> Work[bytes]:
    """Return the files that were signed as one, to look at and to print: never to keep or send.

    For a helper process. Raises as `read_kept`.
    """
    from nämnd.documents.pdf.appearance import with_signatures_drawn
    from nämnd.paket.justering.joining import in_a_row

    yield Progress(0, 1)
    return in_a_row([with_signatures_drawn(read_kept(one)) for one in kept])


def _of_protokoll(papers: Papers, what: str, utdrag: Utdrag | None) -> Document:
    found = papers.protokoll
    if found is None or (what in OF_PARAGRAFER and not found.paragrafer):
        raise NothingHandledError(what)
    match what:
        case "protokoll":
            return build_protokoll(papers.sender, found)
        case "snabbprotokoll":
            return build_snabbprotokoll(papers.sender, found)
        case "klubblista":
            return build_klubblista(papers.sender, found)
        case "deltagarlista":
            return build_deltagarlista(papers.sender, found)
        case _:
            chosen = utdrag or whole(found)
            return build_utdrag(
                papers.sender, found, chosen.paragraf_ids, chosen.till, papers.rättelser
            )


def _which(protokoll: Protokoll, utdrag: Utdrag | None) -> str:
    """Return «§§ 59–74»; a set with many gaps is told by its ends."""
    ids = (utdrag or whole(protokoll)).paragraf_ids
    numbers = [one.nummer for one in protokoll.paragrafer if one.id in ids]
    words = listed(paragrafer.of(numbers))
    return words if len(words) <= _MOST_SET else f"§§ {min(numbers)} … {max(numbers)}"


def _gather(session: Session, sammanträde_id: str, today: date, *, with_protokoll: bool) -> Papers:
    now = dagordning(session, sammanträde_id)
    head = now.sammanträde
    sent = tuple(
        (row.datum, from_json(row.innehåll))
        for row in utskick_rows(session, sammanträde_id)
        if row.innehåll is not None
    )
    people = called(session, head.nämnd_id, head.day or today)
    whole_protokoll = as_justerat(session, sammanträde_id) if with_protokoll else None
    rättelser = rättelse_rows(session, sammanträde_id) if with_protokoll else ()
    nämnd = nämnd_draft(session, head.nämnd_id)
    return Papers(nämnd, now, people, sent, None, whole_protokoll, rättelser=rättelser)


def write_paper(
    paper: Document, target: Path, *, created: datetime, draft: bool = False
) -> Work[Path]:
    """Write a paper as the target's suffix says: .pdf or .docx. For a helper process.

    `draft`: every page is marked UTKAST.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be written; nothing is left behind.
    """
    yield Progress(0, 1, f"Skriver {target.name}")
    if target.suffix == ".docx":
        from nämnd.documents.word import write_word

        write_word(paper, target, created=created, draft=draft)
    else:
        from nämnd.documents.pdf import write_pdf

        write_pdf(paper, target, created=created, draft=draft)
    return target


def preview(paper: Document, *, created: datetime, draft: bool = False) -> Work[bytes]:
    """Return a paper as a PDF in memory. For the helper process behind the preview."""
    from nämnd.documents.pdf import pdf_bytes

    yield Progress(0, 1)
    return pdf_bytes(paper, created=created, draft=draft)
