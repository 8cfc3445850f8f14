"""Who was there when a § was justerad stands: no command changes it."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.errors import JusteratError
from nämnd.core.paragrafer import Paragrafer, of
from nämnd.närvaro.queries import justerare_rows, närvaro_rows, ordförande_rows
from nämnd.store.rows import rows_where
from nämnd.tables import Justering, Paragraf

JUSTERAT = "justerat"


@contextmanager
def keeping_justerat(session: Session, sammanträde_id: str) -> Generator[None]:
    """Let a change happen that leaves every justerad § as it was.

    Raises:
        JusteratError: who served, presided or checked would be another at such a §.
    """
    numbers = _justerade(session, sammanträde_id)
    before = {nummer: _at(session, sammanträde_id, nummer) for nummer in numbers}
    yield
    session.flush()
    for nummer in numbers:
        if _at(session, sammanträde_id, nummer) != before[nummer]:
            raise JusteratError(nummer)


def _justerade(session: Session, sammanträde_id: str) -> list[int]:
    kept = rows_where(
        session,
        Justering,
        Justering.sammanträde_id == sammanträde_id,
        Justering.läge == JUSTERAT,
    )
    sets = [paragrafer.read(row.paragrafer) for row in kept]
    if not sets:
        return []
    numbers = session.scalars(
        select(Paragraf.nummer)
        .where(Paragraf.sammanträde_id == sammanträde_id)
        .order_by(Paragraf.nummer)
    )
    return [nummer for nummer in numbers if any(one.touches(nummer) for one in sets)]


def _at(session: Session, sammanträde_id: str, nummer: int) -> frozenset[object]:
    """Return what the protokoll says of those at a §; not the times, nor what is after it."""
    here = of([nummer])
    there = (
        replace(row, id="", paragrafer=_here(row.paragrafer, here), från_tid=None, till_tid=None)
        for row in närvaro_rows(session, sammanträde_id)
        if row.paragrafer.touches(nummer)
    )
    tasks = (
        (kind, row.person_id, _here(row.paragrafer, here))
        for kind, rows in (("ordförande", ordförande_rows), ("justerare", justerare_rows))
        for row in rows(session, sammanträde_id)
        if row.paragrafer.touches(nummer)
    )
    return frozenset((*there, *tasks))


def _here(found: Paragrafer, here: Paragrafer) -> Paragrafer:
    return found.minus(found.minus(here))
