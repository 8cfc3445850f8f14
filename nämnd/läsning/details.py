"""Small things written into a rubrik or beside it: dnr, time, who presents."""

import re
from dataclasses import dataclass

from nämnd.läsning.markers import tidy_time

_NAME_WORD = r"[A-ZÅÄÖÉÈÜØÆ][\w’'.-]{0,30}"
NAME = rf"{_NAME_WORD}(?:\s(?:von|af|de|der|van|{_NAME_WORD})){{1,4}}"
_PRESENTER = re.compile(
    rf"(?P<who>{NAME}(?:\s\([A-ZÅÄÖ]{{1,3}}\))?(?:,\s[\w -]{{2,50}}?)?"
    rf"(?:(?:,|\soch)\s{NAME}){{0,3}})[, ]+"
    r"(?:kommer(?:\soch)?|(?:är\s)?föredragande|deltar(?:\soch)?)?\s?"
    r"(?:rapporterar|föredrar|informerar|presenterar|redogör|redovisar|berättar|föredragande|deltar)\b.{0,120}"
)
_PERSON = re.compile(
    rf"{NAME}(?:\s\([A-ZÅÄÖ]{{1,3}}\))?(?:,\s?[\w \-]{{2,60}})?(?:(?:,|/|\soch|\t)\s?{NAME}){{0,3}}"
)
_WITH_WORD = (
    r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\.?:?\s*"
    r"(?P<given>[A-ZÅÄÖa-zåäö]{0,12}[ -]?\d[\w/\-]{1,20}(?:\s?:\s?\d{1,6})?)"
)
_KNOWN_FORMS = (
    r"(?P<form>[A-ZÅÄÖ]{2,8}[ -]?(?:19|20)?\d{2}[/-]\d{1,6}(?:-\d{1,4})?(?![-\d])"
    r"|\d{2}[A-ZÅÄÖ]{2,6}\d{1,7}|[A-ZÅÄÖ]{2,5}\d{6}(?!\d)|(?:19|20)\d{2}/\d{2,7}(?:-\d{1,4})?|(?:19|20)\d{2}-[A-ZÅÄÖ]{2,5}\d{2,8})"
)
_DNR_CASED = re.compile(rf"(?<!\w){_KNOWN_FORMS}(?!\w)")
_WITH_WORD_ONLY = re.compile(_WITH_WORD, re.IGNORECASE)
_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_SPAN = rf"{_HOUR}(?:\s?(?:[-–—]|till)\s?{_HOUR})?"
_TID_LAST = re.compile(
    rf"[\s,(–-]*(?:(?:tidsatt\still\s|ca\s|cirka\s)?kl(?:ockan|\.)?\s?(?P<a>{_SPAN})"
    rf"|\((?P<b>{_SPAN})|\s(?P<c>{_HOUR}\s?[-–—]\s?{_HOUR}))\s*\)?",
    re.IGNORECASE,
)
_SPAN_ONLY = re.compile(rf"(?:kl(?:ockan|\.)?\s?)?{_SPAN}", re.IGNORECASE)
_FÖREDRAGANDE_LAST = re.compile(
    r"[\s,(–-]*\b(?:föredragande|föredragare|föredras\sav|föredr\.)\s?:?\s(?P<who>[^()]{3,120})\)?",
    re.IGNORECASE,
)
_PRESENTS_LAST = re.compile(
    rf"\s?[,(–-]\s?(?P<who>{NAME})\s(?:föredrar|informerar|rapporterar|presenterar|redogör)\)?"
)
_MAX_RUBRIK = 600


@dataclass(frozen=True, slots=True)
class Details:
    """A rubrik freed of what is not rubrik."""

    rubrik: str
    dnr: str = ""
    tid: str = ""
    föredragande: str = ""


def details_of(text: str) -> Details:
    """Divide the text after a number into rubrik, dnr, time and who presents.

    Columns (tabs) are looked at one by one; else the parts stand last, after a comma, a dash or in
    brackets, and a dnr also first.
    """
    if len(text) > _MAX_RUBRIK:
        return Details(" ".join(text.split()))
    rubrik, dnr, tid, föredragande = _from_columns(text)
    for _ in range(3):  # they come in any order
        if not föredragande:
            rubrik, föredragande = _cut(rubrik, _FÖREDRAGANDE_LAST)
        if not föredragande:
            rubrik, föredragande = _cut(rubrik, _PRESENTS_LAST)
        if not tid:
            rubrik, found = _cut(rubrik, _TID_LAST)
            tid = tidy_time(found)
        if not dnr:
            rubrik, dnr = _without_dnr(rubrik)
    return Details(" ".join(rubrik.split()), dnr, tid, föredragande.strip(" ,."))


def _from_columns(text: str) -> tuple[str, str, str, str]:
    rubrik: list[str] = []
    dnr = tid = föredragande = ""
    cells = text.split("\t")
    if len(cells) == 1:
        return text, "", "", ""
    for cell in cells:
        if not tid and _SPAN_ONLY.fullmatch(cell):
            tid = tidy_time(cell)
        elif not dnr and dnr_alone(cell):
            dnr = dnr_alone(cell)
        elif rubrik and not föredragande and _PERSON.fullmatch(cell):
            föredragande = cell
        else:
            rubrik.append(cell)
    return " ".join(rubrik), dnr, tid, föredragande


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """Take a match that ends the text off it; return what it captured."""
    for found in pattern.finditer(text):
        if found.end() == len(text) and found.start() > 0:
            return text[: found.start()], next(group for group in found.groups() if group)
    return text, ""


def _without_dnr(text: str) -> tuple[str, str]:
    for found in _dnr_matches(text):
        before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
        dnr = found.groupdict().get("given") or found["form"]
        if not after.strip(" ).,;"):
            return before.rstrip(" (,–-[;") or text, dnr
        if not before.strip(" ("):
            return after.lstrip(" ).,:;–-"), dnr
        if before.endswith("(") and after.startswith(")"):
            return f"{before[:-1].rstrip()} {after[1:].lstrip()}", dnr
    return text, ""


def _dnr_matches(text: str) -> list[re.Match[str]]:
    named = list(_WITH_WORD_ONLY.finditer(text))
    return named or list(_DNR_CASED.finditer(text))


def first_dnr(text: str) -> str:
    """Return the first dnr in running text, or «»."""
    return next(
        (match.groupdict().get("given") or match["form"] for match in _dnr_matches(text)), ""
    )


def dnr_alone(text: str) -> str:
    """Return the dnr when `text` is nothing else, or «»."""
    stripped = text.strip(" ()[]")
    for pattern in (_WITH_WORD_ONLY, _DNR_CASED):
        found = pattern.fullmatch(stripped)
        if found:
            return found.groupdict().get("given") or found["form"]
    return ""


def presenter_in(text: str) -> str:
    """Return who presents in «Anna Berg kommer och rapporterar.», or «»."""
    found = _PRESENTER.fullmatch(text)
    return found["who"].strip(" ,") if found else ""
