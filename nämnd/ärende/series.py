"""The nämnd's own series of dnr: «SRVN {år}/{löpnr:04d}». Pure functions.

The pattern is a setting. A dnr from elsewhere is any text and is never read as a number; one of the
own series is, so that the next one can be given.

Source: RULES.md 11, the forms in use («1900525», «RJL 2018/36», «19RGK1617», «SHS2018-0002»).
"""

import re
from collections.abc import Iterable
from enum import Enum, auto

_FIELD = re.compile(r"\{(?P<what>år|löpnr)(?::0(?P<width>[1-9])d)?\}")
_ÅR_LONG, _ÅR_SHORT = 4, 2
_CENTURY = 2000


class SerieFault(Enum):
    """What is wrong with a pattern."""

    LÖPNR_MISSING = auto()  # nothing counts
    ÅR_MISSING = auto()  # next year's numbers would be those of this year
    TWICE = auto()  # a part stands twice
    BRACES = auto()  # something else stands in braces
    ÅR_WIDTH = auto()  # a year is written with two figures or four
    RUNS_TOGETHER = auto()  # the number and the year can't be told apart


def problems_in_pattern(pattern: str) -> tuple[SerieFault, ...]:
    """Return what keeps `pattern` from being a series; nothing: it can be used."""
    fields = list(_FIELD.finditer(pattern))
    names = [field["what"] for field in fields]
    found: list[SerieFault] = []
    if "löpnr" not in names:
        found.append(SerieFault.LÖPNR_MISSING)
    if "år" not in names:
        found.append(SerieFault.ÅR_MISSING)
    if len(set(names)) < len(names):
        found.append(SerieFault.TWICE)
    if re.search(r"[{}]", _FIELD.sub("", pattern)):
        found.append(SerieFault.BRACES)
    if any(field["what"] == "år" and field["width"] not in (None, "2", "4") for field in fields):
        found.append(SerieFault.ÅR_WIDTH)
    if re.search(r"\d\{löpnr|löpnr[^{}]*\}(\d|\{år)", pattern):
        found.append(SerieFault.RUNS_TOGETHER)
    return tuple(found)


def next_dnr(pattern: str, år: int, numbers: Iterable[int]) -> str:
    """Return the dnr after the highest of `numbers`, which are those of `år` already given.

    Raises:
        ValueError: the pattern has problems.
    """
    return write_dnr(pattern, år, max(numbers, default=0) + 1)


def write_dnr(pattern: str, år: int, number: int) -> str:
    """Return the dnr with that number in `år`.

    Raises:
        ValueError: the pattern has problems.
    """
    if problems_in_pattern(pattern):
        raise ValueError(pattern)

    def written(field: re.Match[str]) -> str:
        width = int(field["width"] or 0)
        if field["what"] == "löpnr":
            return f"{number:0{width}d}"
        return f"{år % 100:02d}" if width == _ÅR_SHORT else f"{år:04d}"

    return _FIELD.sub(written, pattern).strip()


def read_dnr(pattern: str, dnr: str) -> tuple[int, int] | None:
    """Return year and number of a dnr of the series; None: it is not of it, or there is none.

    Case, spaces and leading zeros of the number do not matter: «srvn 2019/88» is 88 in 2019 too. A
    year of two figures is one of this century.
    """
    if problems_in_pattern(pattern):
        return None
    found = re.fullmatch(_reading(pattern), "".join(dnr.split()), re.IGNORECASE)
    if found is None:
        return None
    år = int(found["år"])
    return (år + _CENTURY if len(found["år"]) == _ÅR_SHORT else år), int(found["löpnr"])


def _reading(pattern: str) -> str:
    """Return the regular expression of the dnr of a series, all spaces taken away."""
    made, place = "", 0
    pattern = "".join(pattern.split())
    for field in _FIELD.finditer(pattern):
        made += re.escape(pattern[place : field.start()])
        width = _ÅR_SHORT if field["width"] == "2" else _ÅR_LONG
        made += f"(?P<år>[0-9]{{{width}}})" if field["what"] == "år" else "(?P<löpnr>[0-9]{1,9})"
        place = field.end()
    return made + re.escape(pattern[place:])
