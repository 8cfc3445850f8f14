"""Days, months, periods and sammanträden in a sentence, as Swedish writes them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_SHORT = tuple(one[:3] for one in _MONTH.split("|"))
_ANY_MONTH = f"(?:{_MONTH}|{'|'.join(_SHORT)}|febr|sept)\\b\\.?"
_ORDINAL = "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte"
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL.split("|"), start=1)}
_YEAR = r"(?:\s+(?:år\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s*[:/]\d))?"
_DAY = r"(?P<day>\d{1,2})(?::?[ae])?"


LIST = re.compile(
    r"[\s,]*(?:(?:och|samt|respektive|resp\.?|eller)\s+)?(?:senast\s+)?(?:den\s+)?", re.IGNORECASE
)
"""What stands between the days of a list."""


@dataclass(frozen=True, slots=True)
class When:
    """A day that a sentence names. The year may have to be worked out from what is round it."""

    start: int  # where in the sentence
    end: int
    datum: date | None
    från: date | None = None
    sammanträde: tuple[int, int] | None = None
    has_year: bool = True
    is_month: bool = False  # only a month, or the end of something


_Maker = Callable[[re.Match[str]], When | None]


def times(text: str, near: date | None) -> tuple[When, ...]:
    """Return the days of a sentence in their order.

    A day without a year has that of the next day in the same list («31 mars och 30 september
    2020»), else the first that is not before `near`; without `near` it is left out.
    """
    found: list[When] = []
    taken = bytearray(len(text))
    for pattern, maker in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            when = maker(match)
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            if when is not None:
                found.append(when)
    return tuple(_with_years(sorted(found, key=lambda one: one.start), text, near))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else date.max
    return following - timedelta(days=1)


def _with_years(found: list[When], text: str, near: date | None) -> Iterator[When]:
    years = [one.datum.year if one.has_year and one.datum else None for one in found]
    before: When | None = None
    for index, one in enumerate(found):
        fixed: When | None = one
        if not one.has_year:
            later = index + 1 < len(found) and _is_list(text, one, found[index + 1])
            year = years[index + 1] if later else None
            said = replace(one, has_year=True)  # further on
            fixed = _in_year(said, year) if year else _after(one, _later(near, before))
        if fixed is not None:
            before = fixed
            yield fixed


def _is_list(text: str, one: When, other: When) -> bool:
    return LIST.fullmatch(text, one.end, other.start) is not None


def _later(near: date | None, before: When | None) -> date | None:
    if before is None or before.datum is None:
        return near
    return before.datum if near is None or before.datum > near else near


def _in_year(one: When, year: int) -> When | None:
    if one.datum is None:
        return one
    try:
        datum = month_end(year, one.datum.month) if one.is_month else one.datum.replace(year=year)
        från = one.från and one.från.replace(year=year - (one.från > one.datum))
    except ValueError:
        return None
    return replace(one, datum=datum, från=från)


def _after(one: When, near: date | None) -> When | None:
    if near is None or near.year >= date.max.year - 8:
        return None
    for year in range(near.year, near.year + 9):
        fixed = _in_year(one, year)
        if fixed is not None and fixed.datum is not None and fixed.datum >= near:
            return fixed
    return None


_LEAP = 2000  # a year that has every day, for a day whose year is not said


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    word = word.lower().rstrip(".")
    return _SHORT.index(word[:3]) + 1


def _written(match: re.Match[str]) -> When | None:
    """«den 31 mars 2021», «1 december»."""
    year = match["year"]
    datum = _date(int(year or _LEAP), _month(match["month"]), int(match["day"]))
    return datum and When(match.start(), match.end(), datum, has_year=year is not None)


def _figures(match: re.Match[str]) -> When | None:
    """«2021-03-31», «31/3 2021», «31.3.2021», «31/3»."""
    year = match.groupdict().get("year")
    datum = _date(int(year or _LEAP), int(match["month"]), int(match["day"]))
    return datum and When(match.start(), match.end(), datum, has_year=year is not None)


def _month_only(match: re.Match[str]) -> When | None:
    """«i december 2022», «utgången av mars», «den sista februari»."""
    year = match.groupdict().get("year")
    datum = month_end(int(year or _LEAP), _month(match["month"]))
    return When(match.start(), match.end(), datum, has_year=year is not None, is_month=True)


def _part_of_month(match: re.Match[str]) -> When | None:
    """«början av mars 2021»: the 10th; «mitten av mars»: the 20th. Rather too early than late."""
    year = match["year"]
    day = 10 if match["part"].lower() == "början" else 20
    datum = date(int(year or _LEAP), _month(match["month"]), day)
    return When(match.start(), match.end(), datum, has_year=year is not None)


def _this_year_end(match: re.Match[str]) -> When | None:
    """«senast vid årsskiftet», «senast vid årets slut»."""
    return When(match.start(), match.end(), date(_LEAP, 12, 31), has_year=False, is_month=True)


def _year_end(match: re.Match[str]) -> When | None:
    """«utgången av 2018», «årsskiftet 2020/2021»."""
    datum = date(int(match["year"]), 12, 31)
    return When(match.start(), match.end(), datum, is_month=True)


def _half_year(match: re.Match[str]) -> When | None:
    return When(match.start(), match.end(), date(int(match["year"]), 6, 30), is_month=True)


def _quarter(match: re.Match[str]) -> When | None:
    number = _ORDINALS.get((match["word"] or "").lower()) or int(match["number"] or 0)
    if not 1 <= number <= 4:  # noqa: PLR2004 - quarters
        return None
    return When(
        match.start(), match.end(), month_end(int(match["year"]), number * 3), is_month=True
    )


def _week(match: re.Match[str]) -> When | None:
    try:
        datum = date.fromisocalendar(int(match["year"]), int(match["week"]), 7)
    except ValueError:
        return None
    return When(match.start(), match.end(), datum, is_month=True)


def _meeting(match: re.Match[str]) -> When | None:
    word = (match["word"] or "").lower()
    number = _ORDINALS.get(word) or int(match["number"] or 0)
    if not number:
        return None
    return When(match.start(), match.end(), None, sammanträde=(number, int(match["year"])))


def _period(match: re.Match[str]) -> When | None:
    """«mellan den 1 och den 31 mars 2021», «1 januari–31 mars 2021»."""
    last, year = _month(match["month"]), match["year"]
    first = _month(match["month1"]) if match["month1"] else last
    datum = _date(int(year or _LEAP), last, int(match["day"]))
    first_year = int(match["year1"] or year or _LEAP)
    från = _date(first_year, first, int(match["day1"]))
    if datum is None or från is None:
        return None
    if från > datum and match["year1"] is None and year is not None:
        från = _date(från.year - 1, från.month, från.day)
    return When(match.start(), match.end(), datum, från, has_year=year is not None)


def _iso_period(match: re.Match[str]) -> When | None:
    try:
        från, datum = date.fromisoformat(match["first"]), date.fromisoformat(match["last"])
    except ValueError:
        return None
    return When(match.start(), match.end(), datum, från)


def _days_period(match: re.Match[str]) -> When | None:
    """«3-4/12 2020»."""
    year, month = int(match["year"]), int(match["month"])
    från, datum = _date(year, month, int(match["day1"])), _date(year, month, int(match["day"]))
    return datum and When(match.start(), match.end(), datum, från)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FROM = rf"(?P<day1>\d{{1,2}})(?::?[ae])?(?:\s+(?P<month1>{_ANY_MONTH}))?(?:\s+(?P<year1>20\d\d))?"
_TO = rf"{_DAY}\s+(?P<month>{_ANY_MONTH}){_YEAR}"
_DASH = r"\s*(?:[-–—]|\b(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s)\s*"
_ISO_FROM, _ISO_TO = r"(?P<first>20\d\d-\d\d-\d\d)", r"(?P<last>20\d\d-\d\d-\d\d)(?![\w-])"
_MEETING = r"(?:ordinarie\s+)?(?:nämnd)?(?:sammanträdet?|mötet?)"
_OF_YEAR = r"\s*(?:(?:under|i|för|,)\s*)?(?:år\s+)?"
_PATTERNS: tuple[tuple[re.Pattern[str], _Maker], ...] = (
    (_compiled(rf"\bmellan\s+(?:den\s+)?{_FROM}\s+(?:och|till)\s+(?:den\s+)?{_TO}"), _period),
    (_compiled(rf"(?:\bden\s+)?\b{_FROM}{_DASH}(?:den\s+)?{_TO}"), _period),
    (_compiled(rf"\bmellan\s+(?:den\s+)?{_ISO_FROM}\s+och\s+(?:den\s+)?{_ISO_TO}"), _iso_period),
    (_compiled(rf"(?<![\w-]){_ISO_FROM}{_DASH}{_ISO_TO}"), _iso_period),
    (_compiled(r"\b(?P<day1>\d{1,2})[-–](?P<day>\d{1,2})/(?P<month>\d{1,2})[\s-](?P<year>20\d\d)\b"),
     _days_period),
    (_compiled(rf"\b(?:(?P<word>{_ORDINAL})|(?P<number>\d{{1,2}}):?[ae])\s+{_MEETING}{_OF_YEAR}"
               r"(?P<year>20\d\d)\b"), _meeting),
    (_compiled(r"\b(?P<word>)sammanträde(?:\s+(?:nr|nummer))?\s+(?P<number>\d{1,2})"
               r"(?:/|\s+(?:år\s+|under\s+)?)(?P<year>20\d\d)\b"), _meeting),
    (_compiled(rf"\b(?P<year>20\d\d)\s+års\s+(?:(?P<word>{_ORDINAL})|(?P<number>\d{{1,2}}):?[ae])\s+"
               rf"{_MEETING}"), _meeting),
    (_compiled(r"(?<![\w-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _figures),
    (_compiled(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})[\s-](?P<year>20\d\d)\b"), _figures),
    (_compiled(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)\b"), _figures),
    (_compiled(rf"\b{_DAY}\s+(?P<month>{_ANY_MONTH}){_YEAR}"), _written),
    (_compiled(rf"\bsista\s+(?:dag(?:en)?\s+(?:i|av)\s+)?(?P<month>{_MONTH})\b{_YEAR}"),
     _month_only),
    (_compiled(r"(?:utgången\s+av|slutet\s+av)\s+(?:år\s+)?(?P<year>20\d\d)\b"), _year_end),
    (_compiled(r"\bårsskiftet\s+(?P<year>20\d\d)\s*[/–-]\s*(?:20)?\d\d\b"), _year_end),
    (_compiled(r"\bhalvårsskiftet\s+(?:år\s+)?(?P<year>20\d\d)\b"), _half_year),
    (_compiled(rf"\b(?:(?P<word>{_ORDINAL})\s+kvartalet|kvartal\s+(?P<number>[1-4])){_OF_YEAR}"
               r"(?P<year>20\d\d)\b"), _quarter),
    (_compiled(r"\b(?:vecka|v\.)\s*(?P<week>\d{1,2})[\s,/]+(?:år\s+)?(?P<year>20\d\d)\b"), _week),
    (_compiled(rf"\b(?P<part>början|mitten)\s+av\s+(?P<month>{_MONTH})\b{_YEAR}"), _part_of_month),
    (_compiled(r"(?<=\bsenast )(?:(?:vid|före|till)\s+)?(?:årsskiftet|årets\s+(?:slut|utgång)"
               r"|utgången\s+av\s+året)\b"), _this_year_end),
    (_compiled(r"(?:(?<=\bsenast )|(?<=\bden )|(?<=\bföre ))(?P<day>\d{1,2})/(?P<month>\d{1,2})"
               r"(?![\d/-])"), _figures),
    (_compiled(rf"\b(?P<month>{_MONTH})(?:\s+månad)?\s+(?:år\s+)?(?P<year>20\d\d)\b"), _month_only),
    (_compiled(rf"(?:(?<=\bi )|(?<=\bav )|(?<=\bunder )|(?<=\bsenast ))(?P<month>{_MONTH})\b"),
     _month_only),
)  # fmt: skip
