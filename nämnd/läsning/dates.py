"""Dates and times in running text."""

import re
from dataclasses import dataclass
from datetime import date

from nämnd.core.swedish import month_number
from nämnd.läsning.markers import tidy_time

_MONTHS = (
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})(?:en)?(?:,|\s|den\s){{1,4}})?"
    rf"(?:(?P<iso>(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d))"
    rf"|(?<!\d)(?P<day>\d{{1,2}})(?:\s?[-–]\s?\d{{1,2}}|\soch\s\d{{1,2}})?\s(?P<month>{_MONTHS})\b\.?(?:\s(?P<year>(?:19|20)\d\d))?"
    rf"|(?<![\d/.])(?P<day2>\d{{1,2}})/(?P<month2>\d{{1,2}})[\s-](?P<year2>(?:19|20)\d\d))",
    re.IGNORECASE,
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_TIMES = re.compile(
    rf"(?:(?P<word>kl(?:ockan|\.)?)\s*)?(?<![\d.:-])(?P<from>{_HOUR}[.:][0-5]\d|(?(word){_HOUR}(?!\d)|(?!)))"
    rf"(?:\s*(?:[-–—]|till|t\.?o\.?m\.?)\s*(?:kl\.?\s*)?(?P<to>{_HOUR}(?:[.:][0-5]\d)?)(?!\d))?(?![:.]?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as a text gives it. `day` is None when its year is missing or it can't exist."""

    day: date | None
    text: str
    start: int
    end: int
    weekday_wrong: str = ""  # the right weekday, when the text names another


def dates_in(text: str) -> list[WrittenDate]:
    """Return the dates in `text` in order."""
    return [_written(found) for found in _DATE.finditer(text)]


def _written(found: re.Match[str]) -> WrittenDate:
    year, month, day = _parts(found)
    text = found[0].strip(" ,")
    try:
        when = date(year, month, day) if year else None
    except ValueError:
        when = None
    named = (found["weekday"] or "").casefold()
    right = _WEEKDAYS[when.weekday()] if when else ""
    wrong = right if named and right and named != right else ""
    return WrittenDate(when, text, found.start(), found.end(), wrong)


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    if found["iso"]:
        return int(found["y"]), int(found["m"]), int(found["d"])
    if found["day2"]:
        return int(found["year2"]), int(found["month2"]), int(found["day2"])
    return int(found["year"] or 0), month_number(found["month"]) or 0, int(found["day"])


def times_in(text: str) -> tuple[str, str, int]:
    """Return («08.30», «12.00», where it ends) for the first time of day in `text`.

    A missing time is «»; dates are passed over; a whole hour needs «kl» before it.
    """
    covered = [(found.start, found.end) for found in dates_in(text)]
    for found in _TIMES.finditer(text):
        if not any(start < found.end() and found.start("from") < end for start, end in covered):
            return _time(found["from"]), _time(found["to"] or ""), found.end()
    return "", "", -1


def _time(text: str) -> str:
    return tidy_time(text if not text or re.search(r"[.:]", text) else f"{text}.00")
