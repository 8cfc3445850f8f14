"""All that is to be done, in one list: the first thing a secretary sees in the morning."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from nämnd.anslag.lagfrister import lagfrister
from nämnd.anslag.values import Lagfrist, Vad
from nämnd.beredning.queries import coming_sammanträden, waiting
from nämnd.beredning.values import Waiting
from nämnd.bevakning.queries import bevakningar
from nämnd.redovisning.queries import redovisning_rows
from nämnd.redovisning.values import RedovisningRow
from nämnd.sammanträde.checks import Finding, Lack
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.översikt import bevakningar_todo
from nämnd.översikt.meeting_days import of_meetings
from nämnd.översikt.queries import Next, next_sammanträde
from nämnd.översikt.todo import Action, Morning, Todo, Vikt
from nämnd.översikt.todo_words import days_chip, redovisning_text, vikt_of
from nämnd.översikt.watching import (
    is_late,
    is_near,
    lagfrist_chip,
    lagfrist_text,
    since,
)
from nämnd.översikt.words import finding_chip, finding_text, waiting_text

AHEAD = 90  # days
_KALLELSE_SOON = 30  # days before its last day: from then on what is lacking is shown
_SVAR_SOON = 7
_PEOPLE = (Lack.CALLED, Lack.EMAIL)
_KALLELSE = (Lack.KALLELSE_LATE, Lack.KALLELSE_SOON)
_OF_LAGFRIST = {
    Vad.FRÅGA_RÄTTEN: "Bekräfta laga kraft",
    Vad.JUSTERAS: "Till justeringen",
    Vad.ANMÄLS: "Till beslutet",
    Vad.UNDERTECKNAS: "Till protokollet",
}
_OF_LACK = {
    Lack.KALLELSE_LATE: "Färdigställ kallelsen",
    Lack.KALLELSE_SOON: "Färdigställ kallelsen",
    Lack.FIL: "Bifoga",
    Lack.FÖRSLAG: "Skriv förslag",
    Lack.CALLED: "Till ledamöterna",
    Lack.EMAIL: "Till ledamöterna",
}


def morning(session: Session, nämnd_id: str, today: date) -> Morning:
    """Return what is to be done now, and what comes in the next 90 days.

    Raises:
        GoneError: the nämnd is not there.
    """
    coming = next_sammanträde(session, nämnd_id, today=today)
    meetings = coming_sammanträden(session, nämnd_id, today)
    watched = lagfrister(session, nämnd_id, today, since=since(today))
    rows = bevakningar(session, nämnd_id, today)
    now = [
        *_meeting_today(coming),
        *(_lagfrist(one) for one in watched if is_near(one)),
        *bevakningar_todo.now(rows, meetings, today),
        *_redovisningar(redovisning_rows(session, nämnd_id), today),
        *_lacking(coming, today),
        *_waiting(waiting(session, nämnd_id, today), meetings),
    ]
    later = [
        *(_lagfrist(one) for one in watched if not is_near(one) and _comes(one.days_left)),
        *bevakningar_todo.coming(rows, meetings, AHEAD),
        *of_meetings(session, nämnd_id, meetings, today, range(AHEAD + 1), told=_KALLELSE_SOON),
    ]
    return Morning(tuple(sorted(now, key=_urgent)), tuple(sorted(later, key=_by_day)))


def _urgent(one: Todo) -> tuple[bool, date, bool, int]:
    """Put what is late or near first; what has no day of its own stands as if it were today's.

    What has no day and no hurry is last.
    """
    quiet = one.when is None and one.vikt in (Vikt.LUGN, Vikt.SNART)
    return quiet, one.when or date.max, not one.förverkande, list(Vikt).index(one.vikt)


def _by_day(one: Todo) -> tuple[date, bool, str]:
    return one.when or date.max, not one.förverkande, one.text


def _comes(days_left: int | None) -> bool:
    return days_left is not None and 0 < days_left <= AHEAD


def _meeting_today(coming: Next | None) -> Iterator[Todo]:
    if coming is None or coming.days_left > 0:
        return
    head = coming.dagordning.sammanträde
    yield Todo(
        head.day,
        coming.days_left,
        "i dag",
        "Sammanträdet: upprop, paragrafer och beslut.",
        "Till mötesdagen",
        Action.TO_PROTOKOLL,
        (head.id,),
        Vikt.NU,
    )


def _lagfrist(one: Lagfrist) -> Todo:
    late = is_late(one)
    if one.sammanträde_id is not None:
        action, keys = Action.TO_JUSTERING, (one.sammanträde_id, one.justering_id)
    else:
        action, keys = Action.TO_DELEGATION, (one.delegationsbeslut_id,)
    usual = "Till protokollet" if one.delegationsprotokoll_id else "Till anslaget"
    return Todo(
        one.day,
        one.days_left,
        lagfrist_chip(one),
        lagfrist_text(one),
        usual if one.delegationsprotokoll_id else _OF_LAGFRIST.get(one.vad, usual),
        action,
        tuple(key for key in keys if key is not None),
        Vikt.SEN if late else vikt_of(one.days_left or 0),
        late,
    )


def _lacking(coming: Next | None, today: date) -> Iterator[Todo]:
    """Yield what the next dagordning lacks, once its kallelse is near."""
    if coming is None:
        return
    near = (coming.kallelse_senast - today).days <= _KALLELSE_SOON
    for finding in coming.to_do if near else ():
        if finding.lack is not Lack.BEVAKNING:  # it has a line of its own
            yield _finding(finding, coming, today)


def _finding(finding: Finding, coming: Next, today: date) -> Todo:
    of_people = finding.lack in _PEOPLE
    key = coming.dagordning.sammanträde.id
    todo = Todo(
        None,
        None,
        finding_chip(finding),
        finding_text(finding),
        _OF_LACK.get(finding.lack, "Visa"),
        Action.TO_PEOPLE if of_people else Action.TO_SAMMANTRÄDE,
        () if of_people else tuple(filter(None, (key, finding.punkt_id))),
        Vikt.SNART,
    )
    if finding.lack not in _KALLELSE:
        return todo
    left = (coming.kallelse_senast - today).days
    vikt = Vikt.SEN if left < 0 else vikt_of(left)
    return replace(todo, when=coming.kallelse_senast, days_left=left, vikt=vikt, sen=left < 0)


def _waiting(found: Sequence[Waiting], meetings: Sequence[SammanträdeListRow]) -> Iterator[Todo]:
    said = waiting_text(found)
    if not said:
        return
    key = meetings[0].id if meetings else None
    yield Todo(
        None,
        None,
        "väntar",
        said,
        "Till dagordningen" if key else "Till sammanträdena",
        Action.TO_SAMMANTRÄDE if key else Action.TO_SAMMANTRÄDEN,
        (key,) if key else (),
    )


def _redovisningar(rows: Sequence[RedovisningRow], today: date) -> Iterator[Todo]:
    """Yield those that wait for answers, a week before the answers must be there.

    When the whole must be sent is watched by a bevakning of its own.
    """
    for one in rows:
        day = one.svar_senast
        if one.sänd or one.godkänd or not one.väntar_på or day is None:
            continue
        left = (day - today).days
        if left <= _SVAR_SOON:
            yield Todo(
                day,
                left,
                days_chip(left),
                redovisning_text(one, late=left < 0),
                "Till redovisningen",
                Action.TO_REDOVISNING,
                (one.id,),
                Vikt.SEN if left < 0 else Vikt.NU,
                left < 0,
                källa=one.överenskommelse or "",
            )
