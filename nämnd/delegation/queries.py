"""Questions about decisions by delegates. A constant number of statements each."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from nämnd.core.errors import GoneError
from nämnd.delegation import rules
from nämnd.delegation.values import (
    DelegationsbeslutDraft,
    DelegationsbeslutRow,
    DelegationsprotokollRow,
)
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Beslutspunkt,
    Delegationsbeslut,
    Delegationsprotokoll,
    Paragraf,
    Sammanträdesdag,
    Ärende,
)


def delegationsbeslut(session: Session, nämnd_id: str) -> tuple[DelegationsbeslutRow, ...]:
    """Return the delegationsbeslut of a nämnd, newest first."""
    return tuple(reversed(_rows(session, Delegationsbeslut.nämnd_id == nämnd_id)))


def brådskande(session: Session, nämnd_id: str) -> tuple[DelegationsbeslutRow, ...]:
    """Return the brådskande ones, newest first."""
    mine = Delegationsbeslut.nämnd_id == nämnd_id
    return tuple(reversed(_rows(session, mine, Delegationsbeslut.brådskande.is_(True))))


def delegationsbeslut_row(session: Session, beslut_id: str) -> DelegationsbeslutRow:
    """Return one of them.

    Raises:
        GoneError: it is not there.
    """
    found = _rows(session, Delegationsbeslut.id == beslut_id)
    if not found:
        raise GoneError(Delegationsbeslut.__tablename__, beslut_id)
    return found[0]


def delegationsprotokoll(session: Session, protokoll_id: str) -> DelegationsprotokollRow:
    """Return a delegationsprotokoll with its beslut, oldest first.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Delegationsprotokoll, protokoll_id)
    return _protokoll(row, _rows(session, Delegationsbeslut.delegationsprotokoll_id == row.id))


def delegationsprotokoll_rows(
    session: Session, nämnd_id: str
) -> tuple[DelegationsprotokollRow, ...]:
    """Return every delegationsprotokoll of a nämnd, newest first."""
    rows = rows_where(session, Delegationsprotokoll, Delegationsprotokoll.nämnd_id == nämnd_id)
    own = Delegationsbeslut.delegationsprotokoll_id.in_([row.id for row in rows])
    beslut = _rows(session, own)
    made = (_protokoll(row, beslut) for row in rows)
    return tuple(sorted(made, key=lambda one: (one.datum, one.id), reverse=True))


def _protokoll(
    row: Delegationsprotokoll, beslut: Iterable[DelegationsbeslutRow]
) -> DelegationsprotokollRow:
    return DelegationsprotokollRow(
        id=row.id,
        nämnd_id=row.nämnd_id,
        datum=row.datum,
        undertecknat_av=row.undertecknat_av,
        undertecknat=row.undertecknat,
        beslut=tuple(one for one in beslut if one.delegationsprotokoll_id == row.id),
    )


def _rows(session: Session, *conditions: ColumnElement[bool]) -> tuple[DelegationsbeslutRow, ...]:
    """Return the beslut that meet every condition, oldest first; columns, for they are many."""
    order = (Delegationsbeslut.datum, Delegationsbeslut.rubrik, Delegationsbeslut.id)
    columns = Delegationsbeslut.__table__.columns
    ordered = session.execute(select(*columns).where(*conditions).order_by(*order)).all()
    dnr = _dnr(session) if ordered else {}
    reported = _reported(session) if ordered else {}
    signed = set(
        session.scalars(
            select(Delegationsprotokoll.id).where(Delegationsprotokoll.undertecknat.is_not(None))
        )
    )
    return tuple(
        DelegationsbeslutRow(
            id=row.id,
            draft=_draft(row),
            dnr=dnr.get(row.ärende_id or ""),
            anmält=row.anmält or reported.get(row.punkt_id or ""),
            delegationsprotokoll_id=row.delegationsprotokoll_id,
            fixed=row.delegationsprotokoll_id in signed,
            anmäls=row.anmäls,
            punkt_id=row.punkt_id,
        )
        for row in ordered
    )


def _dnr(session: Session) -> dict[str, str]:
    used = select(Ärende.id, Ärende.dnr).join(
        Delegationsbeslut, Delegationsbeslut.ärende_id == Ärende.id
    )
    return dict(session.execute(used).all())


def _reported(session: Session) -> dict[str, str]:
    """Return by punkt the ISO day when what stands under it was reported: its § is done.

    A § that was put off or sent back has not reported anything.
    """
    put_off = select(Beslutspunkt.paragraf_id).where(Beslutspunkt.utfall.in_(rules.NOT_REPORTED))
    found = session.execute(
        select(Paragraf.punkt_id, func.coalesce(Paragraf.dag, func.min(Sammanträdesdag.datum)))
        .join(Delegationsbeslut, Delegationsbeslut.punkt_id == Paragraf.punkt_id)
        .join(Sammanträdesdag, Sammanträdesdag.sammanträde_id == Paragraf.sammanträde_id)
        .where(Paragraf.klar, Paragraf.id.not_in(put_off))
        .group_by(Paragraf.id, Paragraf.punkt_id, Paragraf.dag)
    )
    return {str(punkt_id): str(day) for punkt_id, day in found}


def _draft(row: Any) -> DelegationsbeslutDraft:  # noqa: ANN401 - columns
    return DelegationsbeslutDraft(
        datum=row.datum,
        av=row.av,
        rubrik=row.rubrik,
        enligt=row.enligt,
        beslut=row.beslut,
        ärende_id=row.ärende_id,
        brådskande=row.brådskande,
    )
