"""Reads dates as people write them."""

import re
from datetime import date

from nämnd.core.swedish import month_number

_ISO = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})[ -]*(\d{4})")
_NAMED = re.compile(r"(?:den )?(\d{1,2}) ([a-zåäö]+)\.? (\d{4})", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """Return the day of «2019-11-22», «20191122», «22/11 2019» or «22 nov 2019»; None for others.

    The year is always asked for: guessing it would be wrong twice a year.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASH.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if (found := _NAMED.fullmatch(text)) and (month := month_number(found[2])):
        return _day(int(found[3]), month, int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
