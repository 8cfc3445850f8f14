"""The bevakning of a redovisning: the day it is due. It follows the redovisning in everything."""

from datetime import date

from sqlalchemy.orm import Session

from nämnd.bevakning.values import BevakningDraft
from nämnd.core.ids import new_id
from nämnd.store.rows import rows_where
from nämnd.tables import Bevakning, Redovisning

_REMOVED = "Redovisningen togs bort."


def watch(session: Session, row: Redovisning, today: date) -> None:
    """Make, move or remove the bevakning so that it is due when the redovisning is.

    One that somebody has closed is left alone; that the day was changed stands in its history.
    """
    kept = bevakning_of(session, row.id)
    if kept is None:
        if row.senast is not None:
            session.add(_new(row, today))
        return
    if kept.avslutad is not None:
        return
    if row.senast is None:
        _let_go(session, kept, today)
        return
    _move(kept, row.senast, today)
    kept.rubrik, kept.mottagare = _rubrik(row), row.mottagare


def close(session: Session, row: Redovisning, sent: date) -> None:
    """Close the bevakning: the redovisning is sent."""
    kept = bevakning_of(session, row.id)
    if kept is not None and kept.avslutad is None:
        kept.avslutad, kept.avslut = sent, "gjord"
        kept.avslutad_hur = f"Redovisningen sändes {sent.isoformat()}."


def reopen(session: Session, row: Redovisning) -> None:
    """Open the bevakning again: the redovisning was not sent."""
    kept = bevakning_of(session, row.id)
    if kept is not None and kept.avslut == "gjord":
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


def _new(row: Redovisning, today: date) -> Bevakning:
    return Bevakning(
        id=new_id(),
        nämnd_id=row.nämnd_id,
        rubrik=_rubrik(row),
        förfaller=_on(row.senast),
        påminnelser=list(BevakningDraft.__dataclass_fields__["påminnelser"].default),
        mottagare=row.mottagare,
        ärende_id=row.ärende_id,
        överenskommelse_id=row.överenskommelse_id,
        redovisning_id=row.id,
        skapad=today,
    )


def _move(kept: Bevakning, day: date, today: date) -> None:
    before, now = kept.förfaller, _on(day)
    if before == now:
        return
    line: dict[str, object] = {
        "datum": today.isoformat(),
        "från": str(before.get("datum", "")),
        "till": day.isoformat(),
        "skäl": "Dagen ändrades i redovisningen.",
    }
    kept.historik, kept.förfaller = [*kept.historik, line], now


def _let_go(session: Session, kept: Bevakning, today: date) -> None:
    """Remove one that nothing has happened to; close the others, so that their history is kept."""
    if kept.avslutad is not None:
        return
    if kept.historik or kept.påmint:
        kept.avslutad, kept.avslut, kept.avslutad_hur = today, "inte längre aktuell", _REMOVED
    else:
        session.delete(kept)


def _rubrik(row: Redovisning) -> str:
    return f"{row.rubrik} till {row.mottagare}" if row.mottagare else row.rubrik


def _on(day: date | None) -> dict[str, object]:
    return {"datum": day.isoformat()} if day else {}
