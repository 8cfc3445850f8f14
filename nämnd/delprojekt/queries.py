"""What is asked of delprojekt and their reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bevakning.queries import bevakningar, of_källa
from nämnd.bevakning.values import BevakningRow
from nämnd.core.swedish import sort_key
from nämnd.delprojekt.errors import (
    DelprojektUnknownError,
    ProgramUnknownError,
    RapportMissingError,
)
from nämnd.delprojekt.from_beslut import draft_from
from nämnd.delprojekt.prefill import first_draft
from nämnd.delprojekt.report import Followed, ProgramReport
from nämnd.delprojekt.rules import program_key
from nämnd.delprojekt.values import (
    Beslut,
    DelprojektDraft,
    DelprojektRow,
    DelprojektView,
    RapportDraft,
    RapportRow,
)
from nämnd.delprojekt.writing import (
    behov_of,
    beslut_of,
    of_delprojekt,
    rapport_draft,
    rapport_rows,
    åtgärd_of,
)
from nämnd.organisation.queries import nämnd_draft
from nämnd.sammanträde.queries import all_days
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Beslutspunkt,
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Paragraf,
    Sammanträde,
    Uppföljningsrapport,
    Ärende,
)


def delprojekt_rows(session: Session, nämnd_id: str, today: date) -> tuple[DelprojektRow, ...]:
    """Return the delprojekt of a nämnd by program and number, the closed ones last.

    A constant number of statements.
    """
    found = _all(session, nämnd_id)
    beslut = _beslut(session, (one.id for one in found))
    reports = _reports(session, (one.id for one in found))
    first = _first_watched(session, nämnd_id, today)
    rows = (_row(one, beslut[one.id], reports[one.id], first.get(one.id)) for one in found)
    return tuple(sorted(rows, key=lambda row: row.avslutat is not None))


def delprojekt_view(session: Session, delprojekt_id: str) -> DelprojektView:
    """Return a delprojekt with its reports, the oldest first.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Delprojekt, delprojekt_id)
    days, _ = all_days(session, row.nämnd_id)
    return _view(session, row, days)


def _view(
    session: Session, row: Delprojekt, days: Mapping[str, tuple[date, ...]]
) -> DelprojektView:
    åtgärder, behov = of_delprojekt(session, row.id)
    ärende = session.get(Ärende, row.ärende_id) if row.ärende_id else None
    reports = rapport_rows(session, row.id)
    return DelprojektView(
        id=row.id,
        nämnd_id=row.nämnd_id,
        draft=DelprojektDraft(
            nummer=row.nummer,
            rubrik=row.rubrik,
            program=row.program,
            ärende_id=row.ärende_id,
            bakgrund=row.bakgrund,
            målsättning_ingress=row.målsättning_ingress,
            målsättning=tuple(row.målsättning),
            kontakt=row.kontakt,
            ansvarig=row.ansvarig,
            mer_information=row.mer_information,
            beslut=_beslut(session, (row.id,))[row.id],
            åtgärder=tuple(map(åtgärd_of, åtgärder)),
            behov=tuple(map(behov_of, behov)),
        ),
        dnr=ärende.dnr if ärende else None,
        avslutat=row.avslutat,
        rapporter=tuple(_rapport(one, days) for one in reports),
        dolt=ärende is not None and (ärende.dölj_rubrik or ärende.sekretess_lagrum is not None),
    )


def of_rapport(session: Session, rapport_id: str) -> DelprojektView:
    """Return the delprojekt of a report.

    Raises:
        GoneError: the report is not there.
    """
    return delprojekt_view(session, load(session, Uppföljningsrapport, rapport_id).delprojekt_id)


def next_rapport(session: Session, delprojekt_id: str, today: date) -> RapportDraft:
    """Return the next report with what is known, as from the one before it. Nothing is saved.

    It is for the sammanträde where the delprojekt is to be followed up.

    Raises:
        GoneError: the delprojekt is not there.
    """
    view = delprojekt_view(session, delprojekt_id)
    followed = watched(session, delprojekt_id, today)
    return first_draft(view, followed, nämnd_draft(session, view.nämnd_id).namn, today)


def watched(session: Session, delprojekt_id: str, today: date) -> tuple[BevakningRow, ...]:
    """Return what is watched of a delprojekt, and of the §§ that decided about it, once each.

    First the open ones, in the order they are due.
    """
    mine = Delprojektbeslut.delprojekt_id == delprojekt_id
    decided = session.scalars(
        select(Delprojektbeslut.paragraf_id).where(mine, Delprojektbeslut.paragraf_id.is_not(None))
    )
    found = list(of_källa(session, delprojekt_id=delprojekt_id, today=today))
    for paragraf_id in decided.all():
        found.extend(_of_no_other(of_källa(session, paragraf_id=paragraf_id, today=today)))
    once = {one.id: one for one in found}.values()
    return tuple(sorted(once, key=lambda one: (one.avslutad is not None, one.due or date.max)))


def from_paragraf(session: Session, paragraf_id: str) -> DelprojektDraft:
    """Return a delprojekt as a § tells of it: what was decided, att-sats by att-sats.

    Number and program are taken from its rubrik as far as they stand there (else 0 and nothing).

    Raises:
        GoneError: the § is not there.
    """
    row = load(session, Paragraf, paragraf_id)
    meeting = load(session, Sammanträde, row.sammanträde_id)
    days, _ = all_days(session, meeting.nämnd_id)
    day = row.dag or next(iter(days[meeting.id]), None)
    known = programs(session, meeting.nämnd_id)
    ärende_id = _ärende_of(session, meeting.nämnd_id, row.dnr)
    punkter = rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == row.id)
    return draft_from(row, punkter, day).within(known, ärende_id)


def programs(session: Session, nämnd_id: str) -> tuple[str, ...]:
    """Return the names of a nämnd's programs, each once, in order."""
    seen = {program_key(one.program): one.program for one in _all(session, nämnd_id)}
    return tuple(sorted(filter(None, seen.values()), key=sort_key))


def program_report(
    session: Session, nämnd_id: str, program: str | None, today: date
) -> ProgramReport:
    """Return what was decided about the delprojekt of a program, what is done and what is late.

    Args:
        session: the database.
        nämnd_id: whose.
        program: its name, however it is written; None: every delprojekt of the nämnd.
        today: what is late is late by this day.

    Raises:
        GoneError: the nämnd is not there; ProgramUnknownError: it has no such program.
    """
    namn = nämnd_draft(session, nämnd_id).namn
    chosen = [
        one
        for one in _all(session, nämnd_id)
        if program is None or program_key(one.program) == program_key(program)
    ]
    if program is not None and not chosen:
        raise ProgramUnknownError(program, programs(session, nämnd_id))
    of_each = _watched(session, nämnd_id, today)
    days, _ = all_days(session, nämnd_id)
    followed = tuple(Followed(_view(session, one, days), tuple(of_each[one.id])) for one in chosen)
    return ProgramReport(namn, chosen[0].program if program is not None else None, today, followed)


def find_delprojekt(session: Session, nämnd_id: str, nummer: int, program: str | None) -> str:
    """Return the id of the delprojekt with a number, in a program when one is named.

    Raises:
        DelprojektUnknownError: there is none, or several programs have one with that number.
    """
    found = [
        one
        for one in _all(session, nämnd_id)
        if one.nummer == nummer
        and (program is None or program_key(one.program) == program_key(program))
    ]
    if len(found) == 1:
        return found[0].id
    raise DelprojektUnknownError(str(nummer), tuple(one.program for one in found))


def newest_rapport(session: Session, delprojekt_id: str) -> str:
    """Return the id of the newest report.

    Raises:
        GoneError; RapportMissingError: it has none.
    """
    row = load(session, Delprojekt, delprojekt_id)
    reports = rapport_rows(session, row.id)
    if not reports:
        raise RapportMissingError(row.nummer)
    return reports[-1].id


def _all(session: Session, nämnd_id: str) -> list[Delprojekt]:
    """Return the delprojekt of a nämnd by program and number."""
    found = rows_where(session, Delprojekt, Delprojekt.nämnd_id == nämnd_id)
    return sorted(found, key=lambda one: (sort_key(one.program), one.nummer, one.id))


def _row(
    one: Delprojekt,
    beslut: tuple[Beslut, ...],
    reports: list[Uppföljningsrapport],
    watched: BevakningRow | None,
) -> DelprojektRow:
    satser = [sats for each in beslut for sats in each.satser]
    dates = [report.datum for report in reports if report.datum]
    return DelprojektRow(
        id=one.id,
        program=one.program,
        nummer=one.nummer,
        rubrik=one.rubrik,
        beslutat=min((each.datum for each in beslut), default=None),
        gjort=sum(sats.läge == "gjort" for sats in satser),
        satser=len(satser),
        rapporter=len(reports),
        senast=max(dates, default=None),
        due=watched.due if watched else None,
        förfaller=watched.regel if watched else "",
        sen=watched is not None and watched.is_late,
        ansvarig=one.ansvarig,
        avslutat=one.avslutat,
    )


def _beslut(session: Session, keys: Iterable[str]) -> dict[str, tuple[Beslut, ...]]:
    """Return the beslut about each delprojekt, in two statements."""
    wanted = list(keys)
    rows = rows_where(session, Delprojektbeslut, Delprojektbeslut.delprojekt_id.in_(wanted))
    satser: dict[str, list[Delprojektsats]] = defaultdict(list)
    for sats in session.scalars(
        select(Delprojektsats)
        .join(Delprojektbeslut, Delprojektbeslut.id == Delprojektsats.beslut_id)
        .where(Delprojektbeslut.delprojekt_id.in_(wanted))
        .order_by(Delprojektsats.ordning, Delprojektsats.id)
    ):
        satser[sats.beslut_id].append(sats)
    found: dict[str, tuple[Beslut, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.delprojekt_id] = (*found[row.delprojekt_id], beslut_of(row, satser[row.id]))
    return found


def _reports(session: Session, keys: Iterable[str]) -> dict[str, list[Uppföljningsrapport]]:
    mine = Uppföljningsrapport.delprojekt_id.in_(list(keys))
    found: dict[str, list[Uppföljningsrapport]] = defaultdict(list)
    for row in rows_where(session, Uppföljningsrapport, mine):
        found[row.delprojekt_id].append(row)
    return found


def _rapport(row: Uppföljningsrapport, days: Mapping[str, tuple[date, ...]]) -> RapportRow:
    meeting = days.get(row.sammanträde_id or "", ())
    return RapportRow(
        id=row.id,
        ordning=row.ordning,
        draft=rapport_draft(row),
        dag=meeting[0] if meeting else None,
        missiv_handling_id=row.missiv_handling_id,
        rapport_handling_id=row.rapport_handling_id,
    )


def _watched(
    session: Session, nämnd_id: str, today: date, *, closed: bool = True
) -> dict[str, list[BevakningRow]]:
    """Return what is watched of each delprojekt as `watched` does, in a constant number."""
    decided: dict[str, list[str]] = defaultdict(list)
    pairs = select(Delprojektbeslut.paragraf_id, Delprojektbeslut.delprojekt_id).where(
        Delprojektbeslut.paragraf_id.is_not(None)
    )
    for paragraf_id, delprojekt_id in session.execute(pairs.distinct()):
        decided[paragraf_id or ""].append(delprojekt_id)
    found: dict[str, list[BevakningRow]] = defaultdict(list)
    for one in bevakningar(session, nämnd_id, today, closed=closed):
        källa = one.draft.källa
        own = [källa.delprojekt_id] if källa.delprojekt_id else decided[källa.paragraf_id or ""]
        for key in own:
            found[key].append(one)
    return found


def _of_no_other(rows: Iterable[BevakningRow]) -> Iterator[BevakningRow]:
    """Yield those that are said to be of no delprojekt at all."""
    return (one for one in rows if one.draft.källa.delprojekt_id is None)


def _first_watched(session: Session, nämnd_id: str, today: date) -> dict[str, BevakningRow]:
    """Return the open bevakning of each delprojekt that is due first."""
    of_each = _watched(session, nämnd_id, today, closed=False)
    return {key: rows[0] for key, rows in of_each.items()}


def _ärende_of(session: Session, nämnd_id: str, dnr: list[str]) -> str | None:
    """Return the ärende when the § names one that is in the file."""
    found = rows_where(session, Ärende, Ärende.nämnd_id == nämnd_id, Ärende.dnr.in_(dnr))
    return found[0].id if len(found) == 1 else None
