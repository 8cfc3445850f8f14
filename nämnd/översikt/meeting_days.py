"""The days of the sammanträden to come: when they are, and what is counted from them."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bevakning.steps import shifted
from nämnd.bevakning.wording import sammanträde_words
from nämnd.organisation.queries import nämnd_draft
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.rules import last_kallelse_day
from nämnd.store.rows import load
from nämnd.tables import Nämnd
from nämnd.översikt.todo import Action, Todo
from nämnd.översikt.todo_words import days_chip, meeting_text, vikt_of


def of_meetings(
    session: Session,
    nämnd_id: str,
    meetings: Sequence[SammanträdeListRow],
    today: date,
    left: range,
    *,
    told: int,
) -> Iterator[Todo]:
    """Yield each sammanträde to come, its kallelse and the nämnd's own days before it.

    Args:
        session: the file.
        nämnd_id: whose.
        meetings: the sammanträden to come, the next one first.
        today: the day that it is.
        left: which days are told of, counted from today.
        told: the kallelse of the next one is told of elsewhere from so many days before.

    Raises:
        GoneError: the nämnd is not there.
    """
    draft = nämnd_draft(session, nämnd_id)
    own = load(session, Nämnd, nämnd_id).mötesfrister
    for place, row in enumerate(meetings):
        day = row.dagar[0]
        last = last_kallelse_day(day, days=draft.kallelsetid_dagar, slag=draft.kallelsetid_slag)
        found = [(day, meeting_text(row.plats, row.nummer_i_året))]
        if row.kallelse is None and (place or (last - today).days > told):
            found.append((last, f"Kallelsen till {sammanträde_words(day)} ska vara ute."))
        found += [(_own_day(day, one), _own_text(day, one)) for one in own]
        for when, text in found:
            if (when - today).days in left:
                yield _todo(row.id, when, (when - today).days, text)


def _own_text(day: date, kept: dict[str, object]) -> str:
    return f"{kept.get('vad')} för {sammanträde_words(day)}."


def _own_day(day: date, kept: dict[str, object]) -> date:
    dagar = kept.get("dagar")
    slag = "arbetsdagar" if kept.get("slag") == "arbetsdagar" else "kalenderdagar"
    return shifted(day, dagar if isinstance(dagar, int) else 0, slag)


def _todo(key: str, when: date, left: int, text: str) -> Todo:
    return Todo(
        when,
        left,
        days_chip(left),
        text,
        "Till dagordningen",
        Action.TO_SAMMANTRÄDE,
        (key,),
        vikt_of(left),
    )
