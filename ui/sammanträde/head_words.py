"""What the head of the page says: subtitle, stages, what is missing. Pure functions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nämnd.core.swedish import counted, ordinal, short_date
from nämnd.sammanträde.checks import Finding, Lack
from nämnd.sammanträde.dagordning import Dagordning, SammanträdeRow
from nämnd.översikt.words import finding_text
from ui.toolkit.chips import Progression, Stage

PLANERA, KALLELSE, SAMMANTRÄDE, PROTOKOLL = "planera", "kallelse", "sammanträde", "protokoll"
_DEADLINE = (Lack.KALLELSE_SOON, Lack.KALLELSE_LATE)
_FIRST_FEW = 4
_BEGUN = (Lack.TID, Lack.PLATS, Lack.PUNKTER)
_SO_FAR = "Den här versionen av Nämnd följer sammanträdet fram till protokollet."
_LATER = (
    (
        "justering",
        "Justering",
        "Ordföranden och den som är vald att justera godkänner protokollet.",
    ),
    ("anslag", "Anslag", "På anslagstavlan tillkännages att protokollet är justerat."),
    ("arkiv", "Arkiv", "Protokoll och handlingar lämnas till arkivet."),
)


def subtitle(head: SammanträdeRow) -> str:
    """Return «08.30 · Best Western Grand Hotell, Halmstad · fjärde sammanträdet 2019»."""
    return " · ".join(filter(None, (head.time_text, head.plats, _number(head), head.beteckning)))


def missing(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what is missing; the last day for the kallelse is not a thing that is missing."""
    return tuple(one for one in findings if one.lack not in _DEADLINE)


def missing_text(findings: Sequence[Finding]) -> str:
    """Return «3 saker saknas», «» when nothing does."""
    number = len(missing(findings))
    return f"{counted(number, 'sak', 'saker')} saknas" if number else ""


def deadline_text(findings: Sequence[Finding]) -> str:
    """Return when the kallelse must be out, as a sentence."""
    return next((finding_text(one) for one in findings if one.lack in _DEADLINE), "")


def is_late(findings: Sequence[Finding]) -> bool:
    """Say whether the last day for the kallelse has passed."""
    return any(one.lack is Lack.KALLELSE_LATE for one in findings)


@dataclass(frozen=True, slots=True)
class Course:
    """How far a sammanträde has come: what is done of planning, kallelse and the day itself."""

    planned: bool
    sent: date | None
    held: bool
    protokoll: bool = False  # there are §§


def stages(
    now: Dagordning, findings: Sequence[Finding], *, sent: date | None, today: date
) -> tuple[Stage, ...]:
    """Return the stages of a sammanträde, from planning to archive."""
    planned = not any(one.lack in _BEGUN for one in findings)
    days = now.sammanträde.dagar
    over = bool(days) and (days[-1].datum < today or days[-1].avslutat is not None)
    course = Course(planned or sent is not None or over, sent, over)
    return course_stages(course, _kallelse_hint(findings, sent))


def course_stages(course: Course, kallelse: str) -> tuple[Stage, ...]:
    """Return the stages; `kallelse` says how the kallelse stands."""
    return (*_so_far(course, kallelse), *_later())


def shortened(found: Sequence[Stage], level: int) -> tuple[Stage, ...]:
    """Return the stages where room is short: 0 all, 1 the first four, 2 the one under way."""
    whole = tuple(found)
    if level == 0:
        return whole
    now = next((one for one in whole if one.progression is Progression.NOW), whole[0])
    kept = whole[:_FIRST_FEW] if level == 1 else (now,)
    rest = [one.text for one in whole if one not in kept]
    before = "Övriga steg" if level > 1 else "Sedan följer"
    return (*kept, Stage("rest", "…", Progression.LATER, f"{before}: {', '.join(rest)}. {_SO_FAR}"))


def _so_far(course: Course, kallelse: str) -> Iterator[Stage]:
    texts = (
        (PLANERA, "Planera", "Dag, tid, plats och dagordning. Klicka för att ändra."),
        (KALLELSE, "Kallelse", kallelse),
        (SAMMANTRÄDE, "Sammanträde", "Närvaro, yrkanden och beslut under mötet. Klicka för dit."),
        (PROTOKOLL, "Protokoll", "Protokollet skrivs utifrån mötet. Klicka för att se det."),
    )
    done = (course.planned, course.sent is not None, course.held, False)
    at = 3 if course.held else next(n for n, one in enumerate(done) if not one)
    for place, (key, text, hint) in enumerate(texts):
        how = Progression.NOW if place == at else Progression.LATER
        yield Stage(key, text, Progression.DONE if done[place] else how, hint)


def _later() -> Iterator[Stage]:
    for key, text, hint in _LATER:
        yield Stage(key, text, Progression.LATER, f"{hint} {_SO_FAR}")


def _kallelse_hint(findings: Sequence[Finding], sent: date | None) -> str:
    if sent is not None:
        return f"Kallelsen gick ut {short_date(sent)}. Det som ändras sedan skickas som tillägg."
    parts = ("Kallelse, dagordning och handlingar går ut till alla kallade.",)
    lacking = missing_text(findings)
    return " ".join((*parts, deadline_text(findings), f"{lacking}." if lacking else "")).strip()


def _number(head: SammanträdeRow) -> str:
    if head.slag == "extra":
        return "extra sammanträde"
    if head.nummer_i_året is None or head.day is None:
        return ""
    return f"{ordinal(head.nummer_i_året)} sammanträdet {head.day.year}"
