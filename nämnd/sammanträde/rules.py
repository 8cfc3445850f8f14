"""What the law and the conventions say about calling a sammanträde. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, get_args

from nämnd.core.calendar import workdays_before
from nämnd.core.paragrafer import NONE, read

NEW_RUBRIK = "Ny punkt"  # what a new punkt is called until somebody writes its rubrik
Slag = Literal["beslut", "information", "anmälan", "val", "formalia"]
SLAG: tuple[str, ...] = get_args(Slag)
_TIME = re.compile(
    r"(?:kl\.?|klockan)?\s*(?:([0-9]{1,2})(?:[.:]([0-9]{2}))?|([0-9]{2})([0-9]{2}))", re.IGNORECASE
)


class Stage(StrEnum):
    """How far a sammanträde has come. Derived, never stored."""

    PLANERING = "planering"
    KALLAT = "kallat"
    PÅGÅR = "pågår"
    HÅLLET = "hållet"
    PROTOKOLL = "protokoll"
    JUSTERAT = "justerat"
    INSTÄLLT = "inställt"


@dataclass(frozen=True, slots=True)
class Held:
    """What there is of the sammanträde itself: §§, the end of its last day, their justering."""

    paragrafer: int = 0
    avslutat: bool = False
    justerat: bool = False


def stage(
    days: Iterable[date], *, sent: bool, cancelled: bool, today: date, held: Held = Held()
) -> Stage:
    """Return the stage on `today`. A sammanträde without a kallelse is being planned until held.

    Once it is over its protokoll is being written, if it has §§ at all, until it is justerat.
    """
    ordered = sorted(days)
    if cancelled:
        return Stage.INSTÄLLT
    if ordered and (ordered[-1] < today or held.avslutat):
        if held.justerat:
            return Stage.JUSTERAT
        return Stage.PROTOKOLL if held.paragrafer else Stage.HÅLLET
    if ordered and ordered[0] <= today:
        return Stage.PÅGÅR
    return Stage.KALLAT if sent else Stage.PLANERING


def whole_justerat(numbers: Iterable[int], justerade: Iterable[str | None]) -> bool:
    """Say whether every § is justerad, and there is one.

    Args:
        numbers: the §§ that are handled.
        justerade: the sets of §§ that are justerade, as they are kept.
    """
    handled, done = tuple(numbers), NONE
    for one in justerade:
        done = done.plus(read(one))
    return bool(handled) and all(map(done.covers, handled))


def read_time(text: str) -> str | None:
    """Return «08.30» for «8.30», «8:30», «0830», «8» or «kl. 8»; None when it is no time of day."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = found[1] or found[3], found[2] or found[4] or "00"
    if int(hour) > 23 or int(minute) > 59:  # noqa: PLR2004 - hours and minutes of a day
        return None
    return f"{int(hour):02d}.{minute}"


def read_spans(text: str) -> tuple[tuple[str, str | None], ...] | None:
    """Return the spans in «09.00–12.00, 13.00»; () for nothing written, None for what is no times.

    An end may be missing; each span begins after the one before has ended.
    """
    spans: list[tuple[str, str | None]] = []
    for part in filter(str.strip, text.split(",")):
        ends = [read_time(end) for end in re.split(r"[–—-]", part)]
        if None in ends or len(ends) > 2:  # noqa: PLR2004 - from and to
            return None
        spans.append((ends[0] or "", ends[1] if len(ends) > 1 else None))
    times = [time for span in spans for time in span if time is not None]
    return tuple(spans) if times == sorted(set(times)) else None


def last_kallelse_day(day: date, *, days: int, slag: str) -> date:
    """Return the last day the kallelse may go out for a sammanträde on `day`.

    Args:
        day: the first day of the sammanträde.
        days: the kallelsetid; the day of the sammanträde is not counted.
        slag: «kalenderdagar» or «arbetsdagar».

    Source: the nämnd's own reglemente; kommunallagen sets no kallelsetid for a nämnd (KL 6:23
    names none; 5:13–15 are about fullmäktige).
    """
    if slag == "arbetsdagar":
        return workdays_before(day, days)
    return day - timedelta(days=days)


def number_in_year(day: date, others: Iterable[date]) -> int:
    """Return which ordinarie sammanträde of the year `day` is, among the first days of `others`."""
    return 1 + sum(1 for other in others if other.year == day.year and other < day)


def spans_text(tider: tuple[tuple[str, str | None], ...]) -> str:
    """Return spans of time as a reader writes them."""
    return ", ".join(start if end is None else f"{start}–{end}" for start, end in tider)
