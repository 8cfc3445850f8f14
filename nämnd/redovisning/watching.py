"""The bevakning of a redovisning: the day it is due. It follows the redovisning in everything."""

from datetime import date

from sqlalchemy.orm import Session

from nämnd.bevakning import changing
from nämnd.bevakning.changing import GJORD
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum
from nämnd.bevakning.writing import read
from nämnd.core.ids import new_id
from nämnd.store.rows import rows_where
from nämnd.tables import Bevakning, Redovisning, Återrapport

_MOVED = "Dagen ändrades i redovisningen"
_REMOVED = "redovisningen togs bort"


def watch(session: Session, row: Redovisning, today: date) -> None:
    """Make, move or remove the bevakning so that it is due when the redovisning is.

    One that somebody has closed is left alone; that the day was changed stands in its history.
    """
    kept = bevakning_of(session, row.id)
    if kept is None:
        if row.senast is not None:
            changing.add(session, row.nämnd_id, new_id(), _draft(row, row.senast), today)
        return
    if kept.avslutad is not None:
        return
    if row.senast is None:
        _let_go(session, kept, today)
        return
    due = PåDatum(row.senast)
    if read(kept.förfaller) != due:
        changing.move(session, kept, due, _MOVED, today)
    kept.rubrik, kept.mottagare = _rubrik(row), row.mottagare


def close(session: Session, row: Redovisning, sent: date) -> None:
    """Close the bevakning: the redovisning is sent."""
    kept = bevakning_of(session, row.id)
    if kept is not None and kept.avslutad is None:
        changing.close(kept, GJORD, f"redovisningen sändes {sent.isoformat()}", sent)


def reopen(session: Session, row: Redovisning) -> None:
    """Open the bevakning again: the redovisning was not sent."""
    kept = bevakning_of(session, row.id)
    if kept is not None and kept.avslut == GJORD:
        kept.avslutad = kept.avslut = kept.avslutad_hur = None


def let_go(session: Session, row: Redovisning, today: date) -> None:
    """Let the bevakning go with a redovisning that is removed."""
    kept = bevakning_of(session, row.id)
    if kept is not None:
        _let_go(session, kept, today)


def bevakning_of(session: Session, redovisning_id: str) -> Bevakning | None:
    """Return the bevakning that follows a redovisning: the first one that was made for it."""
    mine = Bevakning.redovisning_id == redovisning_id
    found = rows_where(session, Bevakning, mine)
    return min(found, key=lambda one: (one.skapad or date.max, one.id), default=None)


def _draft(row: Redovisning, senast: date) -> BevakningDraft:
    källa = Källa(
        ärende_id=row.ärende_id,
        överenskommelse_id=row.överenskommelse_id,
        redovisning_id=row.id,
    )
    return BevakningDraft(_rubrik(row), PåDatum(senast), källa, mottagare=row.mottagare)


def _let_go(session: Session, kept: Bevakning, today: date) -> None:
    """Remove one that nothing has happened to; close the others, so that their history is kept."""
    if kept.avslutad is not None:
        return
    reported = rows_where(session, Återrapport, Återrapport.bevakning_id == kept.id)
    if kept.historik or kept.påmint or reported:
        changing.close(kept, "inte längre aktuell", _REMOVED, today)
    else:
        session.delete(kept)


def _rubrik(row: Redovisning) -> str:
    return f"{row.rubrik} till {row.mottagare}" if row.mottagare else row.rubrik
