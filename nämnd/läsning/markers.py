"""What a line of a list begins with: a number, a letter, a bullet, a time."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

_TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_TIME_PREFIX = re.compile(
    rf"(?:kl(?:ockan|\.)?\s*)?({_TIME})(?:\s*(?:[-–—]|till)\s*({_TIME}))?(?![.:]?\d)[\s:–-]*",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b"
_FORMS = (
    ("PARAGRAPH", r"(?P<written>§\s*(?P<n>\d{1,4})(?:/\d{2,4})?)\b[.:)]?\s*(?P<rest>.*)"),
    ("PARAGRAPH", r"(?P<written>(?P<n>\d{1,4})/\d{2}(?:\d{2})?)\s(?P<rest>[A-ZÅÄÖ].*)"),
    ("PARAGRAPH", r"(?P<written>(?P<n>\d{1,4})\s*§)[.:]?\s*(?P<rest>.*)"),
    (
        "NAMED",
        (
            r"(?P<written>(?:Ärende|ÄRENDE|Punkt|PUNKT)\s(?:nr\s)?(?P<n>\d{1,3}))\b[.:)]?"
            r"\s*(?:[-–]\s)?(?P<rest>.*)"
        ),
    ),
    ("DOT", rf"(?P<written>(?P<n>\d{{1,3}}))\.\s*(?!\d|{_MONTH})(?P<rest>\S.*)"),
    ("PAREN", r"(?P<written>(?P<n>\d{1,3}))[):]\s*(?P<rest>\D.*)"),
    ("PLAIN", rf"(?P<written>(?P<n>\d{{1,3}}))\s(?!{_MONTH})(?P<rest>[A-ZÅÄÖÉ«\"”].*)"),
)  # fmt: skip
_SUB = re.compile(
    r"(?P<n>\d{1,3})(?:\.(?P<sub>\d{1,2})\.?|\s?(?P<letter>[a-zåäö])[.)]?)\s+(?P<rest>\S.*)"
)
_LETTER = re.compile(r"(?P<letter>[a-zåäöA-ZÅÄÖ])[.)]\s*(?P<rest>\S.*)")
_SPACED_BULLET = re.compile("[•·▪●○◦■□–—*\uf0b7\uf0a7-]\\s+(?P<rest>\\S.*)")


class Form(Enum):
    """How numbers are written in a list: «§ 12», «Ärende 1», «1.», «1)», «1 »."""

    PARAGRAPH = auto()
    NAMED = auto()
    DOT = auto()
    PAREN = auto()
    PLAIN = auto()


_COMPILED = tuple((Form[name], re.compile(pattern)) for name, pattern in _FORMS)


@dataclass(frozen=True, slots=True)
class Marker:
    """The number a line begins with, and the text after it."""

    form: Form
    number: int
    written: str  # «6», «§ 6», «Ärende 6»
    rest: str
    tid: str = ""  # a time before the number


@dataclass(frozen=True, slots=True)
class SubMarker:
    """«6.1», «6 a», «a)» or a bullet. `parent` is None where no number is written."""

    parent: int | None
    written: str
    rest: str
    place: int = 0  # 2 for «6.2» and «6 b»


@lru_cache(maxsize=1024)  # the passes ask again for the same lines
def marker_of(text: str) -> Marker | None:
    """Return the whole number that `text` begins with, in any form; None if there is none."""
    tid, after = time_before(text)
    for form, pattern in _COMPILED:
        found = pattern.fullmatch(after)
        if found:
            return Marker(form, int(found["n"]), found["written"], found["rest"].strip(), tid)
    return None


def time_before(text: str) -> tuple[str, str]:
    """Return («09.15–09.45», the rest) for a text that begins with a time, else («», text)."""
    found = _TIME_PREFIX.match(text)
    if not found or (text[:1].isdigit() and found.end() == found.end(1)):
        return "", text
    tid = found[1] if found[2] is None else f"{found[1]}–{found[2]}"
    return tidy_time(tid), text[found.end() :].strip()


def tidy_time(text: str) -> str:
    """Return «09.15» for «9:15»; a span likewise."""
    return "–".join(
        f"{int(hour):02}.{minute}" for hour, minute in re.findall(r"(\d{1,2})[.:](\d\d)", text)
    )


def sub_marker_of(text: str) -> SubMarker | None:
    """Return the mark of something under a punkt: «6.1», «6 a», «a)», a bullet; else None."""
    found = _SUB.fullmatch(text)
    if found:
        written = (
            f"{found['n']}.{found['sub']}" if found["sub"] else f"{found['n']} {found['letter']}"
        )
        place = int(found["sub"]) if found["sub"] else _place(found["letter"])
        return SubMarker(int(found["n"]), written, found["rest"], place)
    found = _LETTER.fullmatch(text)
    if found:
        return SubMarker(None, found["letter"], found["rest"])
    if is_bullet(text):
        return SubMarker(None, "", bullet_text(text))
    return None


def _place(letter: str) -> int:
    return "abcdefghijklmnopqrstuvwxyzåäö".index(letter) + 1


def is_bullet(text: str) -> bool:
    """Tell whether `text` begins with a bullet or a dash with space after it."""
    return _SPACED_BULLET.fullmatch(text) is not None


def bullet_text(text: str) -> str:
    """Return `text` without its bullet."""
    found = _SPACED_BULLET.fullmatch(text)
    return found["rest"] if found else text
