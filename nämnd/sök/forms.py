"""Dnr, §§ and other beteckningar in one form, however they are written.

«SRVN 2019/0088», «SRVN2019-88», «srvn 19/88» and «2019/88» meet in `_d2019_88`. A form begins with
an underscore, which no word does, so it can stand among the words of a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.sök.fold import fold, words

_DNR = re.compile(
    r"(?<![\w/-])(?:(?P<serie>[a-zåäö]{1,10})[ \u00a0-]?)?"
    r"(?P<år>(?:19|20)\d\d|\d\d)(?P<tecken>[/-])(?P<nr>\d{1,7})(?![\w/])"
)
_BACKWARDS = re.compile(r"(?<![\w/-])(?P<nr>\d{1,7})/(?P<år>(?:19|20)\d\d)(?![\w/])")
_PARAGRAF = re.compile(r"§+\s*(?P<nr>\d{1,4})(?:\s*/\s*(?P<år>(?:19|20)\d\d))?(?!\d)")
_LIKE_DNR = re.compile(r"\d[/-]\d")  # the quick look
_DAY = re.compile(r"-\d\d(?!\d)")
_NO_SERIE = frozenset(("beteckning", "diarienr", "dnr", "nr", "ärende", "ärendet", "se", "i"))
PARAGRAF = "_s"  # how the form of a § begins
_CENTURY = 50  # «19/88» is 2019, «87/12» is 1987


@dataclass(frozen=True, slots=True)
class Asked:
    """A dnr or § in what is asked for: where it stands in the folded text, and its forms.

    `loose`: a dnr of any series, and the word before it: «avtal 2019/88» may be two things.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    loose: tuple[str, ...] = ()


def forms(text: str) -> list[str]:
    """Return the forms of every dnr and § in `text`, as they stand among the words of a text."""
    return forms_in(fold(text))


def forms_in(folded: str) -> list[str]:
    """Return the forms of every dnr and § in a folded text."""
    return [form for _, _, form in places_of_forms(folded)]


def places_of_forms(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each dnr and § of a folded text stands, with each of its forms."""
    for one in _dnrs(folded) if _LIKE_DNR.search(folded) else ():
        for form in (_form(one, ""), _form(one, _serie(one) or "n")):
            yield one.start(), one.end(), form
    for one in _PARAGRAF.finditer(folded):
        for form in _paragraf(one):
            yield one.start(), one.end(), form


def asked(folded: str) -> list[Asked]:
    """Return every dnr and § that is asked for in a folded text, in order."""
    found = [_asked_paragraf(one) for one in _PARAGRAF.finditer(folded)]
    for one in _dnrs(folded):
        if not any(other.start < one.end() and one.start() < other.end for other in found):
            found.append(_asked_dnr(one))
    return sorted(found, key=lambda one: one.start)


def paragraf_forms(nummer: int, year: int | None) -> list[str]:
    """Return the forms by which a § itself is found: «§ 62» and «§ 62/2019»."""
    return [f"{PARAGRAF}{nummer}", *([f"{PARAGRAF}{nummer}_{year}"] if year else [])]


def beteckning_form(text: str) -> str:
    """Return a whole beteckning without anything but its letters and figures: «_x19rgk1617»."""
    return "_x" + "".join(words(text))


def name_form(text: str) -> str:
    """Return a whole name or title, to be found as it is: «_nanna_ek»."""
    return "_n" + "_".join(words(text))


def _dnrs(folded: str) -> Iterator[re.Match[str]]:
    for one in _DNR.finditer(folded):
        dash = one["tecken"] == "-"
        if not dash or (_serie(one) and not _DAY.match(folded, one.end())):  # «2019-11-22» is a day
            yield one
    yield from _BACKWARDS.finditer(folded)


def _serie(one: re.Match[str]) -> str:
    serie = one.groupdict().get("serie") or ""
    return "" if serie in _NO_SERIE else serie


def _form(one: re.Match[str], serie: str) -> str:
    """Return «_d2019_88» of any series, «_dsrvn2019_88» of one, «_dn2019_88» where none is said."""
    return f"_d{serie}{_year(one['år'])}_{int(one['nr']) or ''}"


def _asked_dnr(one: re.Match[str]) -> Asked:
    serie = _serie(one)
    if serie:
        loose = (serie, _form(one, ""))
        return Asked(one.start(), one.end(), (_form(one, serie), _form(one, "n")), loose)
    found = [_form(one, "")]
    if one.re is _BACKWARDS:  # «62/2019» is how a § is written too
        found.append(f"{PARAGRAF}{int(one['nr'])}_{one['år']}")
    return Asked(one.start(), one.end(), tuple(found))


def _asked_paragraf(one: re.Match[str]) -> Asked:
    return Asked(one.start(), one.end(), (_paragraf(one)[-1],))


def _paragraf(one: re.Match[str]) -> list[str]:
    return paragraf_forms(int(one["nr"]), int(one["år"]) if one["år"] else None)


def _year(written: str) -> int:
    year = int(written)
    if year >= 100:  # noqa: PLR2004 - all four figures are there
        return year
    return year + (2000 if year < _CENTURY else 1900)
