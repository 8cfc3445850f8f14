"""What the database knows of files that have left the program."""

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.swedish import listed
from nämnd.documents.protokoll.marks import listed as which
from nämnd.justering.queries import justering_view
from nämnd.logg.queries import removed_row
from nämnd.sammanträde.queries import dagordning
from nämnd.store.rows import rows_where
from nämnd.tables import (
    Certifikat,
    Justering,
    Justeringspaket,
    Loggpost,
    Nämnd,
    Person,
    Sammanträde,
    Utgåva,
)

_ARKIV = "arkiv"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that the program has made. `justerat`: the day, when it is what is justerat."""

    what: str  # «protokoll», «utskick»
    when: str  # ISO time
    body: str
    day: str
    paragrafer: str = ""
    justerat: str = ""
    replaced: bool = False  # its §§ have another, newer file
    public: bool = False  # there is a public version of it


@dataclass(frozen=True, slots=True)
class SentPackage:
    """A package that was sent. `void`: why no answers to it are taken; «» when they are."""

    when: str  # ISO time
    void: str


def kept_file(session: Session, sha256: str) -> KeptFile | None:
    """Return what a file is to the program; None when it has not made it."""
    rows = rows_where(session, Utgåva, Utgåva.sha256 == sha256, Utgåva.dokument != _ARKIV)
    if not rows:
        return None
    row = min(rows, key=lambda one: one.skapad)
    head = session.get(Sammanträde, row.sammanträde_id)
    body = session.get(Nämnd, head.nämnd_id) if head else None
    day = dagordning(session, row.sammanträde_id).sammanträde.day_text if head else ""
    public = _has_public(session, row)
    known = KeptFile(row.dokument, row.skapad, body.namn if body else "", day, public=public)
    return _of_justering(session, row, known, sha256)


def _of_justering(session: Session, row: Utgåva, known: KeptFile, sha256: str) -> KeptFile:
    justering = session.get(Justering, row.justering_id) if row.justering_id else None
    if justering is None or row.dokument != "protokoll":
        return known
    if justering.pdf != sha256:
        return replace(known, replaced=True)
    view = justering_view(session, justering.id)
    if view.läge != "justerat":
        return known
    shown = which(paragrafer.of(view.numbers))
    return replace(known, paragrafer=shown, justerat=view.datum or "")


def _has_public(session: Session, row: Utgåva) -> bool:
    """Say whether there is a public version of what a row is an issue of."""
    wanted = (
        Utgåva.sammanträde_id == row.sammanträde_id,
        Utgåva.dokument == f"{row.dokument} offentligt",
    )
    return bool(rows_where(session, Utgåva, *wanted))


def sent_package(session: Session, manifest: str) -> SentPackage | None:
    """Return when the package with that manifest (SHA-256) was sent; None when it was not."""
    row = session.scalar(select(Justeringspaket).where(Justeringspaket.manifest == manifest))
    if row is not None:
        return SentPackage(row.skapat, row.kastat or "")
    gone = removed_row(session, Justeringspaket.__tablename__, manifest)
    return SentPackage(str(gone["skapat"]), str(gone["kastat"] or "")) if gone else None


def is_ours(session: Session, justering_id: str) -> bool:
    """Say whether the database has that set of §§, or has had it."""
    if session.get(Justering, justering_id) is not None:
        return True
    return removed_row(session, Justering.__tablename__, justering_id) is not None


def owners(session: Session, fingerprint: str) -> str:
    """Return whose a certificate is known to be: «Anna Ek»; «» when it is an issuer's."""
    names = session.scalars(
        select(Person.namn)
        .join(Certifikat, Certifikat.person_id == Person.id)
        .where(Certifikat.fingeravtryck == fingerprint)
        .order_by(Person.namn)
    ).all()
    return listed(dict.fromkeys(names)) if names else ""


def is_recorded(session: Session, checksums: str) -> bool:
    """Say whether an archive folder with that list of checksums (SHA-256) was made here."""
    wanted = (Utgåva.dokument == _ARKIV, Utgåva.sha256 == checksums)
    return bool(rows_where(session, Utgåva, *wanted))


def has_archive(session: Session, sammanträde_id: str) -> bool:
    """Say whether the database has that sammanträde."""
    return session.get(Sammanträde, sammanträde_id) is not None


def has_head(session: Session, number: int, digest: str) -> bool:
    """Say whether the log has that entry, as it was."""
    found = session.scalar(select(Loggpost.hash).where(Loggpost.nummer == number))
    return found == digest
