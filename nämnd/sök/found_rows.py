"""What stands behind a hit: whether it is still there, its file, where it belongs."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from nämnd.sök.documents_of import TABLE_OF
from nämnd.sök.index import Index
from nämnd.sök.values import Kind
from nämnd.sök.writing import PAGE, unpack
from nämnd.tables import Bilaga, Bilageversion, Handling, Handlingsversion, Uppdrag


@dataclass(frozen=True, slots=True)
class FoundFile:
    """The version of a handling's or bilaga's file that is in use; `punkt_id`: of a bilaga."""

    sha256: str
    filnamn: str
    rubrik: str
    punkt_id: str | None = None


def file_of(session: Session, kind: Kind, key: str) -> FoundFile | None:
    """Return the file of a handling or bilaga; None when it has none, or is not there."""
    match kind:
        case Kind.HANDLING:
            query = _of_handling(key)
        case Kind.BILAGA:
            query = _of_bilaga(key)
        case _:
            return None
    row = session.execute(query).first()
    return FoundFile(*row) if row else None


def is_there(session: Session, kind: Kind, key: str) -> bool:
    """Say whether the thing that was found is still there: an index may be behind."""
    table = TABLE_OF[kind]
    return session.scalar(select(table.id).where(table.id == key)) is not None


def nämnder_of(session: Session, person_id: str) -> tuple[str, ...]:
    """Return the nämnder in which somebody has or had an uppdrag, the newest uppdrag first."""
    query = select(Uppdrag.nämnd_id).where(Uppdrag.person_id == person_id)
    return tuple(dict.fromkeys(session.scalars(query.order_by(Uppdrag.från.desc()))))


def punkt_of(session: Session, bilaga_id: str) -> str | None:
    """Return the punkt of a bilaga; None when the bilaga is not there."""
    return session.scalar(select(Bilaga.punkt_id).where(Bilaga.id == bilaga_id))


def file_pages(index: Index, sha256: str) -> tuple[str, ...]:
    """Return what was read out of a file, page by page; empty when it has not been read."""
    query = "SELECT text FROM filtext WHERE sha256 = ?"
    row = index.ask(lambda link: link.execute(query, (sha256,)).fetchone(), otherwise=None)
    return tuple(unpack(row[0]).split(PAGE)) if row else ()


def _of_handling(key: str) -> Select[str, str, str]:
    return (
        select(Handlingsversion.sha256, Handlingsversion.filnamn, Handling.rubrik)
        .join(Handling, Handling.id == Handlingsversion.handling_id)
        .where(Handling.id == key)
        .order_by(Handlingsversion.nummer.desc())
        .limit(1)
    )


def _of_bilaga(key: str) -> Select[str, str, str, str]:
    return (
        select(Bilageversion.sha256, Bilageversion.filnamn, Bilaga.rubrik, Bilaga.punkt_id)
        .join(Bilaga, Bilaga.id == Bilageversion.bilaga_id)
        .where(Bilaga.id == key)
        .order_by(Bilageversion.nummer.desc())
        .limit(1)
    )
