"""What the head of the page says: subtitle, stages, what is missing. Pure functions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nämnd.core.swedish import counted, ordinal, short_date
from nämnd.sammanträde.checks import Finding, Lack
from nämnd.sammanträde.dagordning import Dagordning, SammanträdeRow
from nämnd.översikt.later import NOTHING_YET, Later
from nämnd.översikt.words import finding_text
from ui.toolkit.chips import Progression, Stage

PLANERA, KALLELSE, SAMMANTRÄDE, PROTOKOLL = "planera", "kallelse", "sammanträde", "protokoll"
_DEADLINE = (Lack.KALLELSE_SOON, Lack.KALLELSE_LATE)
_FIRST_FEW = 4
_BEGUN = (Lack.TID, Lack.PLATS, Lack.PUNKTER)
JUSTERING, ANSLAG, LAGA_KRAFT, ARKIV = "justering", "anslag", "laga kraft", "arkiv"
AFTERWARDS = (JUSTERING, ANSLAG, LAGA_KRAFT, ARKIV)
"""The stages that the page of the justering is about."""


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
    later: Later = NOTHING_YET
    here: str = ""  # the stage that is on the screen; else the first that is not done


def stages(
    now: Dagordning,
    findings: Sequence[Finding],
    later: Later,
    *,
    sent: date | None,
    today: date,
) -> tuple[Stage, ...]:
    """Return the stages of a sammanträde, from planning to archive."""
    planned = not any(one.lack in _BEGUN for one in findings)
    days = now.sammanträde.dagar
    over = bool(days) and (days[-1].datum < today or days[-1].avslutat is not None)
    course = Course(planned or sent is not None or over, sent, over, later)
    return course_stages(course, _kallelse_hint(findings, sent))


def course_stages(course: Course, kallelse: str) -> tuple[Stage, ...]:
    """Return the stages; `kallelse` says how the kallelse stands."""
    found = tuple(_all(course, kallelse))
    first = next((key for key, _, done, _ in found if not done), "")
    here = course.here or (PROTOKOLL if course.held and first in _BEFORE else first)
    return tuple(_stage(one, here=here) for one in found)


def shortened(found: Sequence[Stage], level: int) -> tuple[Stage, ...]:
    """Return the stages where room is short: 0 all, 1 half of them, 2 the one under way."""
    whole = tuple(found)
    if level == 0:
        return whole
    now = next((one for one in whole if one.progression is Progression.NOW), whole[0])
    few = whole[:_FIRST_FEW] if now in whole[:_FIRST_FEW] else whole[_FIRST_FEW - 1 :]
    kept = few if level == 1 else (now,)
    rest = [one.text for one in whole if one not in kept]
    before = "Sedan följer" if kept == whole[:_FIRST_FEW] else "Övriga steg"
    return (*kept, Stage("rest", "…", Progression.LATER, f"{before}: {', '.join(rest)}."))


_Part = tuple[str, str, bool, str]
"""Key, text, done, hint."""
_BEFORE = (PLANERA, KALLELSE, SAMMANTRÄDE)


def _all(course: Course, kallelse: str) -> Iterator[_Part]:
    later = course.later
    whole = later.sets > 0
    day = "Närvaro, yrkanden och beslut under mötet. Klicka för dit."
    text = "Protokollet skrivs utifrån mötet. Klicka för att se det."
    yield (
        PLANERA,
        "Planera",
        course.planned,
        "Dag, tid, plats och dagordning. Klicka för att ändra.",
    )
    yield KALLELSE, "Kallelse", course.sent is not None, kallelse
    yield SAMMANTRÄDE, "Sammanträde", course.held, day
    yield PROTOKOLL, "Protokoll", whole and later.sent == later.sets, text
    yield JUSTERING, "Justering", whole and later.justerade == later.sets, _justering_hint(later)
    if later.has_anslag:
        yield ANSLAG, "Anslag", whole and later.anslagna == later.sets, _anslag_hint(later)
        yield LAGA_KRAFT, "Laga kraft", whole and later.laga_kraft == later.sets, _kraft_hint(later)
    yield ARKIV, "Arkiv", later.arkiverat, "Protokoll och handlingar lämnas till arkivet."


def _stage(part: _Part, *, here: str) -> Stage:
    key, text, done, hint = part
    if key == here:
        return Stage(key, text, Progression.NOW, hint)
    return Stage(key, text, Progression.DONE if done else Progression.LATER, hint)


def _justering_hint(later: Later) -> str:
    if not later.sets:
        return "Ordföranden och den som är vald att justera godkänner protokollet. Klicka för dit."
    return f"{_of(later.justerade, later)} justerade. Klicka för dit."


def _anslag_hint(later: Later) -> str:
    what = "På anslagstavlan tillkännages att protokollet är justerat."
    return f"{what} {_of(later.anslagna, later)} anslagna." if later.justerade else what


def _kraft_hint(later: Later) -> str:
    what = (
        "När tiden för att överklaga har gått ut och domstolen har svarat att ingen har gjort det."
    )
    return f"{what} {_of(later.laga_kraft, later)} klara." if later.anslagna else what


def _of(number: int, later: Later) -> str:
    return f"{number} av {counted(later.sets, 'del', 'delar')} är"


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
