"""Gives §§ new numbers, and with them every set of §§ that is kept in their numbers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.lås.values import LOCKED
from nämnd.protokoll.numbering import Numbered, Numbers
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Justerare,
    Justering,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Sammanträde,
    Sammanträdesdag,
)

_SETS = (Närvaro, Ordförandeskap, Justerare, Justering)
_ABOUT_ONE = (Närvaro, Justerare)


def year_of(session: Session, sammanträde_id: str) -> tuple[Numbers, ...]:
    """Return the numbers of every sammanträde of the same nämnd and year, by day and time.

    Raises:
        GoneError: the sammanträde is not there.
    """
    nämnd_id = load(session, Sammanträde, sammanträde_id).nämnd_id
    starts = _starts(session, nämnd_id)
    year = starts[sammanträde_id][0].year
    order = sorted((start, key) for key, start in starts.items() if start[0].year == year)
    firsts = dict(
        session.execute(
            select(Sammanträde.id, Sammanträde.första_paragraf).where(
                Sammanträde.nämnd_id == nämnd_id
            )
        ).all()
    )
    found = _numbered(session, nämnd_id)
    return tuple(
        Numbers(key, start[0].isoformat(), found.get(key, ()), firsts[key]) for start, key in order
    )


def renumber_paragrafer(
    session: Session, year: Iterable[Numbers], new: Mapping[str, int], gone: Sequence[int] = ()
) -> None:
    """Give the §§ their `new` numbers (by id), and renumber närvaro and all else kept in them.

    Args:
        session: where the rows are changed.
        year: the numbers before the change, without a § that is taken back.
        new: only those that change need be there.
        gone: the number of a § that is taken back; it is taken out of every set.
    """
    for numbers in year:
        mapping = {one.nummer: new.get(one.id, one.nummer) for one in numbers.paragrafer}
        changed = any(old != now for old, now in mapping.items())
        for one in numbers.paragrafer:
            if new.get(one.id, one.nummer) != one.nummer:
                load(session, Paragraf, one.id).nummer = new[one.id]
        if changed or gone:
            _renumber_sets(session, numbers.sammanträde_id, mapping, gone)


def _renumber_sets(
    session: Session, sammanträde_id: str, numbers: Mapping[int, int], gone: Sequence[int]
) -> None:
    for kind in _SETS:
        for row in rows_where(session, kind, kind.sammanträde_id == sammanträde_id):
            old = paragrafer.read(row.paragrafer)
            left = _without_zero(old.renumbered(numbers, gone))
            if left == paragrafer.NONE and left != old and kind in _ABOUT_ONE:
                session.delete(row)  # it was about the § that is taken back, and nothing else
            elif left != old:
                row.paragrafer = left.text


def _without_zero(found: Paragrafer) -> Paragrafer:
    """Return the set without «before § 1», which is nothing."""
    return Paragrafer(tuple(span for span in found.spans if span.last != 0))


def _starts(session: Session, nämnd_id: str) -> dict[str, tuple[date, str]]:
    found = session.execute(
        select(
            Sammanträdesdag.sammanträde_id,
            Sammanträdesdag.datum,
            Sammanträdesdag.tider,
            Sammanträdesdag.öppnat,
        )
        .join(Sammanträde, Sammanträde.id == Sammanträdesdag.sammanträde_id)
        .where(Sammanträde.nämnd_id == nämnd_id)
        .order_by(Sammanträdesdag.datum)
    )
    starts: dict[str, tuple[date, str]] = {}
    for key, day, tider, öppnat in found:
        planned = str(tider[0][0] or "") if tider else ""
        starts.setdefault(key, (day, öppnat or planned))
    return starts


def _numbered(session: Session, nämnd_id: str) -> dict[str, tuple[Numbered, ...]]:
    found = session.execute(
        select(Paragraf.sammanträde_id, Paragraf.id, Paragraf.nummer)
        .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        .where(Sammanträde.nämnd_id == nämnd_id)
        .order_by(Paragraf.sammanträde_id, Paragraf.ordning, Paragraf.id)
    )
    locked = _locked(session, nämnd_id)
    return {
        key: tuple(
            Numbered(row[1], row[2], any(one.touches(row[2]) for one in locked.get(key, ())))
            for row in rows
        )
        for key, rows in groupby(found, key=lambda row: row[0])
    }


def _locked(session: Session, nämnd_id: str) -> dict[str, list[Paragrafer]]:
    found = session.execute(
        select(Justering.sammanträde_id, Justering.paragrafer)
        .join(Sammanträde, Sammanträde.id == Justering.sammanträde_id)
        .where(Sammanträde.nämnd_id == nämnd_id, Justering.läge.in_(LOCKED))
    )
    locked: dict[str, list[Paragrafer]] = {}
    for key, text in found:
        locked.setdefault(key, []).append(paragrafer.read(text))
    return locked
