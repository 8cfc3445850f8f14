"""The whole diarium with its handlingar, for a list of it. Three statements, however long it is."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from nämnd.store.rows import rows_where
from nämnd.tables import Handling, Ärende
from nämnd.ärende.queries import view_of
from nämnd.ärende.values import HandlingRow, ÄrendeView
from nämnd.ärende.writing import handling_draft


def whole_diarium(
    session: Session, nämnd_id: str, år: int | None = None
) -> tuple[tuple[ÄrendeView, tuple[HandlingRow, ...]], ...]:
    """Return every ärende of a nämnd with its handlingar, oldest first, without their files.

    `år`: only those of that year, by their dnr of the nämnd's own series, else by when they were
    opened.
    """
    found = rows_where(session, Ärende, *_conditions(nämnd_id, år))
    ids = select(Ärende.id).where(*_conditions(nämnd_id, år))
    handlingar: defaultdict[str, list[HandlingRow]] = defaultdict(list)
    for row in rows_where(session, Handling, Handling.ärende_id.in_(ids)):
        handlingar[row.ärende_id].append(_handling(row))
    ordered = sorted(found, key=_place)
    return tuple((view_of(row), tuple(sorted(handlingar[row.id], key=_number))) for row in ordered)


def _conditions(nämnd_id: str, år: int | None) -> Iterator[ColumnElement[bool]]:
    yield Ärende.nämnd_id == nämnd_id
    if år is not None:
        opened = Ärende.öppnat.between(date(år, 1, 1), date(år, 12, 31))
        yield or_(Ärende.serie_år == år, Ärende.serie_år.is_(None) & opened)


def _place(row: Ärende) -> tuple[str, int, int, str]:
    return (
        row.öppnat.isoformat() if row.öppnat else "",
        row.serie_år or 0,
        row.serie_nr or 0,
        row.dnr,
    )


def _number(row: HandlingRow) -> tuple[int, str]:
    return row.löpnr, row.id


def _handling(row: Handling) -> HandlingRow:
    return HandlingRow(
        id=row.id,
        ärende_id=row.ärende_id,
        löpnr=row.löpnr,
        draft=handling_draft(row),
        versioner=(),
        punkt_id=row.punkt_id,
        makulerad=row.makulerad,
        makulerad_datum=row.makulerad_datum,
    )
