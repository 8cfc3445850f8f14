"""What the head of the page says: the next step and the stages. Pure functions."""

from datetime import date
from enum import StrEnum, auto

from nämnd.core.swedish import short_date
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.list_row import SammanträdeListRow
from ui.protokoll.rows import next_punkt
from ui.sammanträde.head_words import PROTOKOLL, SAMMANTRÄDE, Course, course_stages
from ui.toolkit.chips import Progression, Stage


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
    now: Protokoll, facts: SammanträdeListRow | None, *, today: date, paper: bool
) -> tuple[Stage, ...]:
    """Return the stages, with the one on the screen as the one under way."""
    days = now.sammanträde.dagar
    over = bool(days) and (days[-1].datum < today or days[-1].avslutat is not None)
    sent = facts.kallelse if facts else None
    found = course_stages(Course(planned=True, sent=sent, held=over), _kallelse(sent))
    here = PROTOKOLL if paper else SAMMANTRÄDE
    return tuple(_shown(one, here=here) for one in found)


def _shown(stage: Stage, *, here: str) -> Stage:
    if stage.key == here:
        return Stage(stage.key, stage.text, Progression.NOW, stage.hint)
    if stage.progression is Progression.NOW:
        return Stage(stage.key, stage.text, Progression.LATER, stage.hint)
    return stage


def _kallelse(sent: date | None) -> str:
    gone = f"Kallelsen gick ut {short_date(sent)}." if sent else "Kallelsen är inte skickad."
    return f"{gone} Klicka för dagordningen."
