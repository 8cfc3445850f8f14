"""A protokoll as it was justerat: the register may have changed since, what was signed may not."""

from dataclasses import replace

from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.justering.kept import rättelse_rows as rows_in
from nämnd.justering.queries import frozen_protokoll
from nämnd.justering.values import RättelseRow
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.store.rows import rows_where
from nämnd.tables import Justering


def as_justerat(session: Session, sammanträde_id: str) -> Protokoll:
    """Return a protokoll where every § that is justerad says what was signed.

    So do the names of those in it, whatever the register calls them now. Who gets an utdrag, and
    what the huvudmän have decided, is as it is today.

    Raises:
        GoneError: the sammanträde is not there.
    """
    now = protokoll(session, sammanträde_id)
    for row in _justerade(session, sammanträde_id):
        then = frozen_protokoll(session, row.id)
        if then is not None:
            now = _with(now, then, paragrafer.read(row.paragrafer))
    return now


def rättelse_rows(session: Session, sammanträde_id: str) -> tuple[RättelseRow, ...]:
    """Return what has been put right of what is justerat, oldest first."""
    found = (one for row in _justerade(session, sammanträde_id) for one in rows_in(row.rättelser))
    return tuple(sorted(found, key=lambda one: (one.datum, one.paragraf, one.id)))


def justerade(session: Session, sammanträde_id: str) -> Paragrafer:
    """Return the §§ of a sammanträde that are justerade."""
    found = _justerade(session, sammanträde_id)
    return paragrafer.normalised(
        span for row in found for span in paragrafer.read(row.paragrafer).spans
    )


def _justerade(session: Session, sammanträde_id: str) -> list[Justering]:
    return rows_where(
        session,
        Justering,
        Justering.sammanträde_id == sammanträde_id,
        Justering.läge == "justerat",
    )


def _with(now: Protokoll, then: Protokoll, chosen: Paragrafer) -> Protokoll:
    signed = {one.id: one for one in then.paragrafer if chosen.covers(one.nummer)}
    rows = tuple(
        _as_signed(signed[one.id], one) if one.id in signed else one for one in now.paragrafer
    )
    people = {**now.deltagare, **then.deltagare}
    return replace(now, paragrafer=rows, deltagare=people)


def _as_signed(then: ParagrafRow, now: ParagrafRow) -> ParagrafRow:
    return replace(then, expedieringar=now.expedieringar, huvudmannabeslut=now.huvudmannabeslut)
