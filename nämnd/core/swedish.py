"""Swedish text order, and the ways dates, counts and lists are written."""

import unicodedata
from collections.abc import Iterable
from datetime import date

_ORDER = str.maketrans("åäæöøőœüű", "{||}}}}yy")  # { | } follow z in ASCII
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_ORDINALS = (
    "nollte", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde",
    "åttonde", "nionde", "tionde", "elfte", "tolfte",
)  # fmt: skip


def sort_key(text: str) -> str:
    """Return a key that sorts `text` as a Swedish reader expects, ignoring case.

    Å, ä and ö come last, in that order; æ stands with ä, ø with ö, ü with y. Other letters stand
    where they would without their accent: é with e.

    Source: the Swedish order of CLDR, Unicode's collection of what languages do.
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFD", folded.translate(_ORDER))
    return "".join(char for char in parts if not unicodedata.combining(char))


def long_date(day: date) -> str:
    """Return «fredag 22 november 2019»."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return «22 november 2019»."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_name(number: int) -> str:
    """Return «november» for 11."""
    return _MONTHS[number - 1]


def month_number(name: str) -> int | None:
    """Return 1–12 for a month's name or its first three letters; None for anything else."""
    wanted = name.casefold().rstrip(".")
    for number, month in enumerate(_MONTHS, start=1):
        if wanted == month or (len(wanted) >= 3 and month.startswith(wanted)):  # noqa: PLR2004
            return number
    return None


def ordinal(number: int) -> str:
    """Return «fjärde» for 4; «13:e», «21:a» where the word gets long."""
    if 0 <= number < len(_ORDINALS):
        return _ORDINALS[number]
    spoken_as_first = number % 10 in (1, 2) and number % 100 not in (11, 12)
    return f"{number}:{'a' if spoken_as_first else 'e'}"


def counted(number: int, one: str, many: str) -> str:
    """Return «1 bilaga» or «3 bilagor»."""
    return f"{number} {one if number == 1 else many}"


def listed(words: Iterable[str]) -> str:
    """Return «Anna Ek (M), Bo Alm (S) och Cecilia Öst (C)»."""
    *first, last = tuple(words) or ("",)
    return f"{', '.join(first)} och {last}" if first else last
