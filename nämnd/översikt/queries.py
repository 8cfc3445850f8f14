"""What the next sammanträde asks of the secretary."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from nämnd.beredning.following import of_diarium
from nämnd.beredning.queries import unreported
from nämnd.bevakning.queries import due_at
from nämnd.organisation.queries import called, nämnd_draft
from nämnd.organisation.rules import reachable
from nämnd.sammanträde.checks import Calling, Finding, Lack, before_kallelse
from nämnd.sammanträde.dagordning import Dagordning
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import dagordning, sammanträden
from nämnd.sammanträde.rules import last_kallelse_day


@dataclass(frozen=True, slots=True)
class Next:
    """The next sammanträde and what it lacks."""

    dagordning: Dagordning
    days_left: int
    kallelse_senast: date
    sent: date | None
    to_do: tuple[Finding, ...]


def calling(
    session: Session, nämnd_id: str, day: date, to_follow_up: tuple[tuple[str, str], ...] = ()
) -> Calling:
    """Return how many are called on `day`, the kallelsetid, and what must be reported then."""
    draft, people = nämnd_draft(session, nämnd_id), called(session, nämnd_id, day)
    without = sum(1 for row in people.all if not reachable(row.person.epost))
    return Calling(
        len(people.all),
        without,
        draft.kallelsetid_dagar,
        draft.kallelsetid_slag,
        unreported(session, nämnd_id, day),
        to_follow_up,
    )


def findings(session: Session, sammanträde_id: str, *, today: date) -> tuple[Finding, ...]:
    """Return what a sammanträde lacks before its kallelse can go out."""
    return findings_in(session, dagordning(session, sammanträde_id), today=today)


def findings_in(session: Session, now: Dagordning, *, today: date) -> tuple[Finding, ...]:
    """Return what a dagordning that is read already lacks before its kallelse can go out."""
    head = now.sammanträde
    due = due_at(session, head.id, today)
    asked = tuple((one.draft.rubrik, one.källa_text) for one in due)
    people = calling(session, head.nämnd_id, head.day or today, asked)
    return (*before_kallelse(now, people, today=today), *of_diarium(session, now))


def next_sammanträde(session: Session, nämnd_id: str, *, today: date) -> Next | None:
    """Return the next sammanträde that is not cancelled, with what to do about it."""
    row = coming(sammanträden(session, nämnd_id), today=today)
    if row is None:
        return None
    day = row.dagar[0]
    draft = nämnd_draft(session, nämnd_id)
    last = last_kallelse_day(day, days=draft.kallelsetid_dagar, slag=draft.kallelsetid_slag)
    to_do = () if row.kallelse else findings(session, row.id, today=today)
    lacking = tuple(one for one in to_do if one.lack is not Lack.BRÅDSKANDE)  # it is watched too
    return Next(dagordning(session, row.id), (day - today).days, last, row.kallelse, lacking)


def coming(rows: tuple[SammanträdeListRow, ...], *, today: date) -> SammanträdeListRow | None:
    """Return the first sammanträde from `today` on that is not cancelled."""
    ahead = [row for row in rows if row.dagar and row.dagar[-1] >= today and row.inställt is None]
    return min(ahead, key=lambda row: row.dagar, default=None)
