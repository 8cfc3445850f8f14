"""Questions about decisions by delegates. A constant number of statements each."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.delegation.values import (
    DelegationsbeslutDraft,
    DelegationsbeslutRow,
    DelegationsprotokollRow,
)
from nämnd.store.rows import load, rows_where
from nämnd.tables import Delegationsbeslut, Delegationsprotokoll, Ärende


def delegationsbeslut(session: Session, nämnd_id: str) -> tuple[DelegationsbeslutRow, ...]:
    """Return the delegationsbeslut of a nämnd, newest first."""
    rows = rows_where(session, Delegationsbeslut, Delegationsbeslut.nämnd_id == nämnd_id)
    return tuple(reversed(_rows(session, rows)))


def delegationsbeslut_row(session: Session, beslut_id: str) -> DelegationsbeslutRow:
    """Return one of them.

    Raises:
        GoneError: it is not there.
    """
    return _rows(session, [load(session, Delegationsbeslut, beslut_id)])[0]


def delegationsprotokoll(session: Session, protokoll_id: str) -> DelegationsprotokollRow:
    """Return a delegationsprotokoll with its beslut, oldest first.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Delegationsprotokoll, protokoll_id)
    return _protokoll(row, _rows(session, _in_protokoll(session, [row.id])))


def delegationsprotokoll_rows(
    session: Session, nämnd_id: str
) -> tuple[DelegationsprotokollRow, ...]:
    """Return every delegationsprotokoll of a nämnd, newest first."""
    rows = rows_where(session, Delegationsprotokoll, Delegationsprotokoll.nämnd_id == nämnd_id)
    beslut = _rows(session, _in_protokoll(session, [row.id for row in rows]))
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


def _in_protokoll(session: Session, keys: list[str]) -> list[Delegationsbeslut]:
    return rows_where(
        session, Delegationsbeslut, Delegationsbeslut.delegationsprotokoll_id.in_(keys)
    )


def _rows(session: Session, rows: Iterable[Delegationsbeslut]) -> tuple[DelegationsbeslutRow, ...]:
    ordered = sorted(rows, key=lambda row: (row.datum, row.rubrik, row.id))
    dnr = dict(session.execute(select(Ärende.id, Ärende.dnr)).all()) if ordered else {}
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
            anmält=row.anmält,
            delegationsprotokoll_id=row.delegationsprotokoll_id,
            fixed=row.delegationsprotokoll_id in signed,
        )
        for row in ordered
    )


def _draft(row: Delegationsbeslut) -> DelegationsbeslutDraft:
    return DelegationsbeslutDraft(
        datum=row.datum,
        av=row.av,
        rubrik=row.rubrik,
        enligt=row.enligt,
        beslut=row.beslut,
        ärende_id=row.ärende_id,
        brådskande=row.brådskande,
    )
