"""What the head of the page says: the next step and the stages. Pure functions."""

from datetime import date
from enum import StrEnum, auto

from nämnd.core.swedish import short_date
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.översikt.later import Later
from ui.protokoll.rows import next_punkt
from ui.sammanträde.head_words import SAMMANTRÄDE, Course, course_stages
from ui.toolkit.chips import Stage


class Step(StrEnum):
    """What the primary button does."""

    NEXT = auto()
    END = auto()
    CHECK = auto()


_TEXT = {Step.NEXT: "&Nästa paragraf ↓", Step.END: "Avs&luta", Step.CHECK: "&Granska"}
_HINT = {
    Step.NEXT: "Behandla nästa punkt: den får nästa paragrafnummer (Ctrl+Enter)",
    Step.END: "Alla punkter är behandlade. Avsluta sammanträdet (Ctrl+Enter)",
    Step.CHECK: "Se vad som återstår innan protokollet justeras (Ctrl+Enter)",
}


def next_step(now: Protokoll) -> Step:
    """Return what comes next: a punkt, then the end, then the checks."""
    if next_punkt(now) is not None:
        return Step.NEXT
    days = now.sammanträde.dagar
    over = bool(days) and days[-1].avslutat is not None
    return Step.CHECK if over else Step.END


def text_of(step: Step) -> str:
    """Return what the primary button says."""
    return _TEXT[step]


def hint_of(step: Step) -> str:
    """Return its tool tip."""
    return _HINT[step]


def stages_of(
    now: Protokoll,
    facts: SammanträdeListRow | None,
    later: Later,
    *,
    today: date,
    here: str = SAMMANTRÄDE,
) -> tuple[Stage, ...]:
    """Return the stages, with the one on the screen (`here`) as the one under way."""
    days = now.sammanträde.dagar
    over = bool(days) and (days[-1].datum < today or days[-1].avslutat is not None)
    sent = facts.kallelse if facts else None
    course = Course(planned=True, sent=sent, held=over, later=later, here=here)
    return course_stages(course, _kallelse(sent))


def _kallelse(sent: date | None) -> str:
    gone = f"Kallelsen gick ut {short_date(sent)}." if sent else "Kallelsen är inte skickad."
    return f"{gone} Klicka för dagordningen."
