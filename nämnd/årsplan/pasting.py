"""Reads days to keep free from what somebody pasted: «2019-02-20 Region Skåne». Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nämnd.core.swedish import month_number
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.årsplan.values import SpärrdagDraft

MOST = 1000  # lines; a year of all fullmäktige in the country is less
_USUAL = "fullmäktige"
_ISO = r"(?P<y1>\d{4})-?(?P<m1>\d{2})-?(?P<d1>\d{2})"
_SLASH = r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:[ -]*(?P<y2>\d{4}))?"
_NAMED = r"(?:den )?(?P<d3>\d{1,2}) (?P<m3>[a-zåäö]{3,9})\b\.?(?: (?P<y3>\d{4}))?"
_DAY = re.compile(rf"(?<!\d)(?:{_ISO}|{_SLASH}|{_NAMED})(?!\d)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\b\.?", re.IGNORECASE)
_EDGES = " \t,;:–—-·•*."


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read, and the lines nobody could read a day in (numbered from 1)."""

    rows: tuple[SpärrdagDraft, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()


def read_spärrdagar(text: str, år: int, huvudmän: Sequence[HuvudmanDraft] = ()) -> Pasted:
    """Return the days in `text`, line by line; a line may have several.

    A day without a year is in `år`. What else stands in the line says what is on that day; a line
    without any day whose words are a name («Region Skåne:») is about the lines under it.
    """
    rows: list[SpärrdagDraft] = []
    unread: list[tuple[int, str]] = []
    above = ""
    for number, line in enumerate(text.splitlines()[:MOST], start=1):
        words = line.strip()
        if not words:
            above = ""
            continue
        found, rest = _read(words, år)
        if found:
            rows += (_row(day, rest or above, huvudmän) for day in found)
        elif words.endswith(":") or _huvudman(words, huvudmän):
            above = words.strip(_EDGES)
        else:
            unread.append((number, words))
    return Pasted(tuple(dict.fromkeys(rows)), tuple(unread))


def _read(line: str, år: int) -> tuple[list[date], str]:
    """Return the days of a line and the words that are left."""
    days: list[date] = []
    rest: list[str] = []
    end = 0
    for found in _DAY.finditer(line):
        day = _day(found, år)
        if day is not None:
            days.append(day)
            rest.append(line[end : found.start()])
            end = found.end()
    rest.append(line[end:])
    left = " ".join(one.strip(_EDGES) for one in rest if one.strip(_EDGES + "och"))
    return days, " ".join(_WEEKDAY.sub(" ", left).split()).strip(_EDGES)


def _day(found: re.Match[str], år: int) -> date | None:
    part = found.groupdict()
    year = part["y1"] or part["y2"] or part["y3"]
    named = part["m3"]
    month = month_number(named) if named else int(part["m1"] or part["m2"])
    try:
        return date(int(year or år), month or 0, int(part["d1"] or part["d2"] or part["d3"]))
    except ValueError:
        return None


def _row(day: date, words: str, huvudmän: Sequence[HuvudmanDraft]) -> SpärrdagDraft:
    owner = _huvudman(words, huvudmän)
    if owner is None:
        return SpärrdagDraft(day, words or _USUAL)
    at = words.casefold().index(owner.namn.casefold())
    left = words[:at] + words[at + len(owner.namn) :]
    return SpärrdagDraft(day, " ".join(left.split()).strip(_EDGES) or _USUAL, owner.id)


def _huvudman(words: str, huvudmän: Sequence[HuvudmanDraft]) -> HuvudmanDraft | None:
    """Return the huvudman that is named, the longest name first."""
    by_length = sorted(huvudmän, key=lambda one: -len(one.namn))
    return next(
        (one for one in by_length if one.namn and one.namn.casefold() in words.casefold()), None
    )
