"""What several commands do to a bevakning."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bevakning import writing
from nämnd.bevakning.calendars import calendar, history_words
from nämnd.bevakning.errors import (
    BevakningError,
    BevakningFault,
    HurMissingError,
    SkälMissingError,
)
from nämnd.bevakning.rules import next_after, own_day
from nämnd.bevakning.values import Avslut, BevakningDraft, Förfaller, PåDatum
from nämnd.core.changes import Topic
from nämnd.organisation.rules import one_line
from nämnd.store.rows import load, rows_where
from nämnd.tables import Bevakning

CHANGED = frozenset({Topic.BEVAKNING})
GJORD: Avslut = "gjord"


def open_row(session: Session, key: str) -> Bevakning:
    """Return a bevakning that nobody has closed.

    Raises:
        GoneError; BevakningError: it is closed.
    """
    row = load(session, Bevakning, key)
    if row.avslutad is not None:
        raise BevakningError(BevakningFault.CLOSED, row.rubrik)
    return row


def move(session: Session, row: Bevakning, till: Förfaller, skäl: str, today: date) -> None:
    """Let it be due another time, and remember the old one.

    Raises:
        SkälMissingError.
    """
    if not one_line(skäl):
        raise SkälMissingError(row.rubrik)
    line: dict[str, object] = {
        "datum": today.isoformat(),
        "från": history_words(writing.read(row.förfaller), session, row.nämnd_id),
        "till": history_words(till, session, row.nämnd_id),
        "skäl": one_line(skäl),
    }
    row.historik = [*row.historik, line]
    row.förfaller = writing.kept(till)


def close(row: Bevakning, avslut: Avslut, hur: str, today: date) -> None:
    """Say how it ended.

    Raises:
        HurMissingError.
    """
    if not one_line(hur):
        raise HurMissingError(row.rubrik)
    row.avslutad, row.avslut, row.avslutad_hur = today, avslut, one_line(hur)


def add(session: Session, nämnd_id: str, key: str, draft: BevakningDraft, today: date) -> None:
    """Add a row for a draft that is in order."""
    row = Bevakning(id=key, nämnd_id=nämnd_id, historik=[], påmint=[])
    writing.write(row, draft)
    row.skapad = today
    session.add(row)
    session.flush()


def come_back(session: Session, row: Bevakning, today: date, next_id: str) -> None:
    """Add the next time of what comes back; nothing when this was the last one, or only one.

    Nor when it is there already: the one before it was opened again, and closed again.
    """
    draft = writing.draft_of(row)
    coming = next_after(draft, today, calendar(session, row.nämnd_id))
    if coming is None:
        return
    of_same = _of_same(session, row)
    if isinstance(coming, PåDatum):
        earlier = (writing.read(one.förfaller) for one in of_same if not one.historik)
        days = [one.datum for one in earlier if isinstance(one, PåDatum)]
        coming = PåDatum(own_day(coming.datum, draft, () if row.historik else days))
    if writing.kept(coming) not in [one.förfaller for one in of_same]:
        add(session, row.nämnd_id, next_id, replace(draft, förfaller=coming), today)


def _of_same(session: Session, row: Bevakning) -> list[Bevakning]:
    """Return the other times of what comes back."""
    same = rows_where(
        session, Bevakning, Bevakning.nämnd_id == row.nämnd_id, Bevakning.rubrik == row.rubrik
    )
    källa = writing.draft_of(row).källa
    return [
        one
        for one in same
        if one.id != row.id
        and one.återkommer == row.återkommer
        and writing.draft_of(one).källa == källa
    ]
