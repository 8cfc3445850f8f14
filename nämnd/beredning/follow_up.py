"""The punkt where a bevakning is reported: rubrik, what was decided, and which papers go along.

Source: items 7 and 8 of Södra regionvårdsnämnden's dagordning 2019-11-22 (PRACTICE.md 1).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from nämnd.beredning import papers, texts
from nämnd.beredning.sources import Source
from nämnd.bevakning.queries import bevakning
from nämnd.bevakning.values import BevakningRow, Källa
from nämnd.delprojekt.prefill import background
from nämnd.delprojekt.queries import delprojekt_view, next_rapport
from nämnd.delprojekt.values import Beslut, DelprojektView, RapportDraft, Sats
from nämnd.sammanträde.drafts import PunktDraft, satser
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Beslutspunkt,
    Bevakning,
    Delprojekt,
    Handling,
    Nämnd,
    Paragraf,
    Punkt,
    Redovisning,
    Sammanträdesdag,
    Uppföljningsrapport,
    Ärende,
    Överenskommelse,
)

_NUMBER = 5  # characters: an attsats so short is its number, not its words


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A bevakning that is to be reported, with its delprojekt when it is of one."""

    row: BevakningRow
    delprojekt: DelprojektView | None
    rapport: RapportDraft | None
    handling_ids: tuple[str, ...]  # the report's missiv and report, once they are registered
    rapport_id: str | None = None  # of the report that the nämnd has not had yet


def find(session: Session, bevakning_id: str, today: date) -> FollowUp:
    """Return what is to be reported.

    Raises:
        GoneError: it is not there.
    """
    row = bevakning(session, bevakning_id, today)
    key = row.draft.källa.delprojekt_id
    if key is None or session.get(Delprojekt, key) is None:
        return FollowUp(row, None, None, ())
    view = delprojekt_view(session, key)
    last = view.rapporter[-1] if view.rapporter else None
    done = (last.missiv_handling_id, last.rapport_handling_id) if last else ()
    if last is None or _is_told(session, last.draft):
        return FollowUp(row, view, next_rapport(session, key, today), ())
    handlingar = tuple(one for one in done if one is not None)
    return FollowUp(row, view, last.draft, handlingar, last.id)


def note_where(session: Session, of: FollowUp, punkt: Punkt) -> None:
    """Let the report of the delprojekt say at which punkt the nämnd has it."""
    row = session.get(Uppföljningsrapport, of.rapport_id) if of.rapport_id else None
    if row is not None:
        row.punkt_id, row.sammanträde_id = punkt.id, punkt.sammanträde_id


def _is_told(session: Session, rapport: RapportDraft) -> bool:
    """Say whether a report has been handled already: its punkt has a §."""
    if rapport.punkt_id is None:
        return False
    return bool(rows_where(session, Paragraf, Paragraf.punkt_id == rapport.punkt_id))


def ärenden_of(session: Session, bevakning_ids: Collection[str]) -> Mapping[str, Ärende]:
    """Return the ärende of what each bevakning comes from, where there is one. One statement."""
    of_punkt = aliased(Punkt)
    key = func.coalesce(
        Bevakning.ärende_id,
        Delprojekt.ärende_id,
        Redovisning.ärende_id,
        Överenskommelse.ärende_id,
        Handling.ärende_id,
        of_punkt.ärende_id,
    )
    found = session.execute(
        select(Bevakning.id, Ärende)
        .outerjoin(Delprojekt, Delprojekt.id == Bevakning.delprojekt_id)
        .outerjoin(Redovisning, Redovisning.id == Bevakning.redovisning_id)
        .outerjoin(Överenskommelse, Överenskommelse.id == Bevakning.överenskommelse_id)
        .outerjoin(Handling, Handling.id == Bevakning.handling_id)
        .outerjoin(Paragraf, Paragraf.id == Bevakning.paragraf_id)
        .outerjoin(of_punkt, of_punkt.id == Paragraf.punkt_id)
        .join(Ärende, Ärende.id == key)
        .where(Bevakning.id.in_(bevakning_ids))
    )
    return dict(found.all())


def draft_for(session: Session, source: Source, of: FollowUp) -> PunktDraft:
    """Return the punkt. What is proposed is the report's, or that of a skrivelse newer than the §.

    What was decided then is not proposed once more.
    """
    ärende = source.ärende
    written = texts.newest_skrivelse(session, ärende.id) if ärende else None
    if written is not None and source.earlier and not texts.is_newer(written, source.earlier):
        written = None
    förslag = of.rapport.förslag if of.rapport else ()
    if written is not None and written.förslag:
        förslag = tuple(written.förslag)
    return PunktDraft(
        rubrik=_rubrik(ärende, of),
        sammanfattning=_sammanfattning(session, of) or (written.bakgrund if written else ""),
        ärende_id=ärende.id if ärende else None,
        förslag=satser(förslag),
        missivförslag=satser(förslag),
    )


def _rubrik(ärende: Ärende | None, of: FollowUp) -> str:
    if ärende is not None and ärende.dölj_rubrik:
        return f"Ärende {ärende.dnr}"  # OSL 5:2: the dagordning is public
    if of.row.dolt is not None:
        return f"Ärende {ärende.dnr}" if ärende else of.row.dolt
    view = of.delprojekt
    if view is None:
        return of.row.draft.rubrik
    head = f"uppföljning delprojekt {view.draft.nummer} {view.draft.rubrik}"
    return f"{view.draft.program}, {head}" if view.draft.program else f"U{head[1:]}"


def _sammanfattning(session: Session, of: FollowUp) -> str:
    """Return what was decided and when it was to be followed up; nothing when nobody knows."""
    if of.rapport is not None and of.rapport.missiv_bakgrund:
        return of.rapport.missiv_bakgrund
    beslut = _beslut(session, of.row.draft.källa)
    namn = load(session, Nämnd, of.row.nämnd_id).namn
    return background(namn, (beslut,), of.row) if beslut else ""


def _beslut(session: Session, källa: Källa) -> Beslut | None:
    """Return the beslut that is followed up, with the att-sats or all of them."""
    paragraf = session.get(Paragraf, källa.paragraf_id) if källa.paragraf_id else None
    if paragraf is None:
        said = källa.attsats if källa.attsats and len(källa.attsats) > _NUMBER else None
        if källa.beslutsdatum is None or said is None:
            return None
        return Beslut("", källa.beslutsdatum, (Sats("", said),), paragraf=källa.beslutsparagraf)
    day = _day(session, paragraf)
    rows = rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == paragraf.id)
    mine = [row for row in rows if row.id == källa.beslutspunkt_id] or rows
    found = tuple(Sats(row.id, row.text) for row in mine if row.text.strip())
    return Beslut("", day, found, paragraf=paragraf.nummer) if day and found else None


def _day(session: Session, paragraf: Paragraf) -> date | None:
    key = paragraf.sammanträde_id
    days = rows_where(session, Sammanträdesdag, Sammanträdesdag.sammanträde_id == key)
    return min((row.datum for row in days), default=None)


def papers_for(session: Session, source: Source, of: FollowUp) -> Sequence[str]:
    """Return the handlingar that go along: the report's, or the new ones of the ärende."""
    if of.handling_ids:
        return of.handling_ids
    return papers.suggested(session, source.ärende.id if source.ärende else None, None)
