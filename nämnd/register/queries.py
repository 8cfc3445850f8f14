"""Questions about what was decided, over all years. A constant number of statements each."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import Session

from nämnd.register.parts import Parts
from nämnd.register.rules import has_words
from nämnd.register.values import BeslutFilter, BeslutRow
from nämnd.tables import Nämnd, Paragraf, Punkt, Sammanträde, Sammanträdesdag, Ärende

_first_days = (
    select(Sammanträdesdag.sammanträde_id, func.min(Sammanträdesdag.datum).label("datum"))
    .group_by(Sammanträdesdag.sammanträde_id)
    .subquery()
)


def beslut(session: Session, wanted: BeslutFilter) -> tuple[BeslutRow, ...]:
    """Return the §§ with beslut that `wanted` lets through, the newest first.

    What is only proposed (an att-sats without outcome in a § that is not klar) is not decided.
    """
    found = session.execute(_paragrafer(wanted)).all()
    ids = _selected(wanted).with_only_columns(Paragraf.id)
    sammanträden = _selected(wanted).with_only_columns(Paragraf.sammanträde_id)
    parts = Parts(session, ids, sammanträden)
    rows = (parts.row(one) for one in found if parts.decided(one))
    kept = (row for row in rows if _fits(row, wanted))
    return tuple(sorted(kept, key=lambda row: (row.datum, row.nummer), reverse=True))


def years(session: Session, nämnd_id: str | None = None) -> tuple[int, ...]:
    """Return the years in which a nämnd (None: any) has §§, the newest first."""
    query = (
        select(func.min(_first_days.c.datum))
        .join(Paragraf, Paragraf.sammanträde_id == _first_days.c.sammanträde_id)
        .join(Sammanträde, Sammanträde.id == _first_days.c.sammanträde_id)
        .group_by(_first_days.c.sammanträde_id)
    )
    if nämnd_id is not None:
        query = query.where(Sammanträde.nämnd_id == nämnd_id)
    return tuple(sorted({day.year for day in session.scalars(query) if day}, reverse=True))


def _selected(wanted: BeslutFilter) -> Select[str]:
    return (
        select(Paragraf.id)
        .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        .join(Nämnd, Nämnd.id == Sammanträde.nämnd_id)
        .join(_first_days, _first_days.c.sammanträde_id == Sammanträde.id)
        .outerjoin(Punkt, Punkt.id == Paragraf.punkt_id)
        .outerjoin(Ärende, Ärende.id == Punkt.ärende_id)
        .where(*_conditions(wanted))
    )


def _paragrafer(wanted: BeslutFilter) -> Select[*tuple[Any, ...]]:
    return _selected(wanted).with_only_columns(
        Paragraf.id,
        Paragraf.sammanträde_id,
        Paragraf.nummer,
        Paragraf.dag,
        Paragraf.rubrik,
        Paragraf.klar,
        Paragraf.sekretess_lagrum,
        cast(Paragraf.dnr, String).label("dnr"),
        cast(Paragraf.expedieringar, String).label("expedieringar"),
        _first_days.c.datum,
        Punkt.ärende_id,
        Ärende.dnr.label("ärende_dnr"),
        Ärende.rubrik.label("ärende_rubrik"),
        Ärende.dölj_rubrik,
        Nämnd.id.label("nämnd_id"),
        Nämnd.namn.label("nämnd"),
        Nämnd.paragrafform,
    )


def _conditions(wanted: BeslutFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.nämnd_id is not None:
        yield Sammanträde.nämnd_id == wanted.nämnd_id
    if wanted.år is not None:
        yield _first_days.c.datum.between(date(wanted.år, 1, 1), date(wanted.år, 12, 31))
    if wanted.ärende_id is not None:
        yield Punkt.ärende_id == wanted.ärende_id


def _fits(row: BeslutRow, wanted: BeslutFilter) -> bool:
    if wanted.utfall and wanted.utfall not in row.utfall:
        return False
    if wanted.uppföljning is not None and row.uppföljning != wanted.uppföljning:
        return False
    if not wanted.text.strip():
        return True
    return has_words(wanted.text, (row.paragraf, row.rubrik, *row.dnr, *row.beslut, row.nämnd))
