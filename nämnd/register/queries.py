"""Questions about what was decided, over all years. A constant number of statements each."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import Session

from nämnd.protokoll.marking import written
from nämnd.register.parts import Paragrafen, Parts
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
    parts = Parts(session, *_extent(wanted))
    found = map(Paragrafen._make, session.execute(_paragrafer(wanted)))
    rows = (parts.row(one) for one in found if parts.decided(one) and _says(parts, one, wanted))
    kept = (one for one in rows if wanted.uppföljning in (None, one.uppföljning))
    return tuple(sorted(kept, key=_place, reverse=True))


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


def _place(row: BeslutRow) -> tuple[int, int]:
    return row.datum.toordinal(), row.nummer


def _paragrafer(wanted: BeslutFilter) -> Select[*tuple[Any, ...]]:
    return (
        select(
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
        .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        .join(Nämnd, Nämnd.id == Sammanträde.nämnd_id)
        .join(_first_days, _first_days.c.sammanträde_id == Sammanträde.id)
        .outerjoin(Punkt, Punkt.id == Paragraf.punkt_id)
        .outerjoin(Ärende, Ärende.id == Punkt.ärende_id)
        .where(*_conditions(wanted))
    )


def _conditions(wanted: BeslutFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.nämnd_id is not None:
        mine = select(Sammanträde.id).where(Sammanträde.nämnd_id == wanted.nämnd_id)
        yield Paragraf.sammanträde_id.in_(mine)
    if wanted.år is not None:
        within = _first_days.c.datum.between(date(wanted.år, 1, 1), date(wanted.år, 12, 31))
        yield Paragraf.sammanträde_id.in_(select(_first_days.c.sammanträde_id).where(within))
    if wanted.ärende_id is not None:
        of_it = select(Punkt.id).where(Punkt.ärende_id == wanted.ärende_id)
        yield Paragraf.punkt_id.in_(of_it)


def _extent(wanted: BeslutFilter) -> tuple[Select[str] | None, Select[str] | None]:
    """Return the §§ and the sammanträden to read about; None: all, which is quicker than asking."""
    if wanted.år is None and wanted.ärende_id is None:
        return None, None
    chosen = select(Paragraf.id).where(*_conditions(wanted))
    return chosen, chosen.with_only_columns(Paragraf.sammanträde_id)


def _says(parts: Parts, one: Paragrafen, wanted: BeslutFilter) -> bool:
    """Say whether a § has the outcome and the words that are looked for."""
    satser = parts.satser(one)
    if wanted.utfall and wanted.utfall not in satser.utfall:
        return False
    if not wanted.text.strip():
        return True
    mark = written(one.paragrafform, one.nummer, one.dag or one.datum)
    return has_words(wanted.text, (mark, one.rubrik, *parts.dnr(one), *satser.texts, one.nämnd))
