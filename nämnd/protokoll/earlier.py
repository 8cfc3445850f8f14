"""What a new § says of earlier treatment: the §§ that put its matter off or sent it back.

Source: PRACTICE.md 3 I («Tidigare behandling: Bordlagt den 6 mars 2024, § 215», in every third § of
Göteborg's); nobody should have to remember it.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from nämnd.protokoll.values import TidigareRow
from nämnd.tables import Beslutspunkt, Paragraf, Punkt, Sammanträde, Sammanträdesdag

_SAID = {"bordläggning": "bordlagt", "återremiss": "återremitterat"}
_first_day = (
    select(func.min(Sammanträdesdag.datum))
    .where(Sammanträdesdag.sammanträde_id == Sammanträde.id)
    .correlate(Sammanträde)
    .scalar_subquery()
)


def earlier_treatment(
    session: Session, punkt_ids: Collection[str]
) -> dict[str, tuple[TidigareRow, ...]]:
    """Return for each punkt the §§ of the same nämnd that put it off or sent it back, oldest first.

    They are those of its ärende, and the one that it takes up again with what that said itself.
    """
    punkter = session.execute(
        select(
            Punkt.id,
            Punkt.ärende_id,
            Punkt.återupptar,
            Sammanträde.nämnd_id,
            _first_day.label("day"),
        )
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .where(Punkt.id.in_(punkt_ids))
    ).all()
    paragrafer = _sent_back(
        session,
        {row.ärende_id for row in punkter} - {None},
        {row.återupptar for row in punkter} - {None},
    )
    return {row.id: _of(row, paragrafer) for row in punkter}


def _sent_back(
    session: Session, ärenden: Collection[str | None], paragrafer: Collection[str | None]
) -> list[Any]:
    if not ärenden and not paragrafer:
        return []
    found = session.execute(
        select(
            Paragraf.id,
            Paragraf.nummer,
            Paragraf.tidigare_behandling,
            Punkt.ärende_id,
            Sammanträde.nämnd_id,
            Beslutspunkt.utfall,
            func.coalesce(Paragraf.dag, _first_day).label("day"),
        )
        .join(Beslutspunkt, Beslutspunkt.paragraf_id == Paragraf.id)
        .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        .outerjoin(Punkt, Punkt.id == Paragraf.punkt_id)
        .where(Beslutspunkt.utfall.in_(_SAID))
        .where(or_(Punkt.ärende_id.in_(ärenden), Paragraf.id.in_(paragrafer)))
    )
    return sorted(found, key=lambda row: (row.day or date.min, row.nummer))


def _of(punkt: Any, paragrafer: Collection[Any]) -> tuple[TidigareRow, ...]:  # noqa: ANN401 - columns
    found: dict[tuple[str, int | None], TidigareRow] = {}
    for row in paragrafer:
        again = row.id == punkt.återupptar
        same = row.ärende_id is not None and row.ärende_id == punkt.ärende_id
        if not again and not (same and row.nämnd_id == punkt.nämnd_id and row.day < punkt.day):
            continue
        before = map(_kept, row.tidigare_behandling) if again else ()
        for one in (*before, _said(row)):
            found.setdefault((one.datum, one.paragraf), one)
    return tuple(sorted(found.values(), key=lambda one: one.datum))


def _said(row: Any) -> TidigareRow:  # noqa: ANN401 - columns
    day = row.day.isoformat() if row.day else ""
    return TidigareRow(_SAID[row.utfall], day, row.nummer, None)


def _kept(kept: dict[str, Any]) -> TidigareRow:
    return TidigareRow(
        kept.get("vad") or "beslut",
        kept.get("datum") or "",
        kept.get("paragraf"),
        kept.get("organ"),
    )
