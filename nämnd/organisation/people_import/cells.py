"""What one cell means: a role, a day, a huvudman. Pure functions."""

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from nämnd.core.swedish import month_number
from nämnd.organisation.rules import ROLLER, HuvudmanDraft

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?")
_FIGURES = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2}) (\d{4})")
_NAMED = re.compile(r"(?:den )?(\d{1,2}) ([a-zåäö]+)\.? (\d{4})", re.IGNORECASE)
_PARTY = re.compile(r"(.+?)\s*\(([^()]{1,12})\)")
_ROLES = {
    "ordf": "ordförande",
    "ordföranden": "ordförande",
    "vordf": "vice ordförande",
    "viceordf": "vice ordförande",
    "1viceordförande": "1:e vice ordförande",
    "1vordf": "1:e vice ordförande",
    "1evordf": "1:e vice ordförande",
    "1viceordf": "1:e vice ordförande",
    "1eviceordf": "1:e vice ordförande",
    "försteviceordförande": "1:e vice ordförande",
    "förstaviceordförande": "1:e vice ordförande",
    "2viceordförande": "2:e vice ordförande",
    "2vordf": "2:e vice ordförande",
    "2evordf": "2:e vice ordförande",
    "2viceordf": "2:e vice ordförande",
    "2eviceordf": "2:e vice ordförande",
    "andreviceordförande": "2:e vice ordförande",
    "andraviceordförande": "2:e vice ordförande",
    "led": "ledamot",
    "ordinarie": "ledamot",
    "ordinarieledamot": "ledamot",
    "ledamöter": "ledamot",
    "ers": "ersättare",
    "suppleant": "ersättare",
    "personligersättare": "ersättare",
    "nämndsekreterare": "sekreterare",
    "sekr": "sekreterare",
    "adj": "adjungerad",
    "adjungerande": "adjungerad",
}
_FORMS = re.compile(r"^(region(en)?|landstinget|kommun(en)?) | (läns landsting|kommun|region)$")
_BARE = str.maketrans("åäöéèü", "aaoeeu")


def read_name(text: str) -> tuple[str, str]:
    """Return name and party of «Anna Ek», «Ek, Anna» or «Anna Ek (M)»; no party is «»."""
    found = _PARTY.fullmatch(text)
    name, party = (found[1], found[2]) if found else (text, "")
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        name = f"{first} {last}".strip()
    return name, party


def read_role(text: str) -> str | None:
    """Return the role that is meant; None for a word that is none."""
    folded = _squeezed(text)
    known = {_squeezed(role): role for role in ROLLER}
    return known.get(folded) or _ROLES.get(folded)


def closest_role(text: str) -> str:
    """Return the role most like `text`; «» when none is."""
    return _closest(text, ROLLER)


def read_huvudman(text: str, huvudmän: Iterable[HuvudmanDraft]) -> str | None:
    """Return the id of the huvudman called «Region Skåne», «REGION SKÅNE» or «Skåne», if any."""
    known = [(one.id, _squeezed(one.namn), _squeezed(_without_form(one.namn))) for one in huvudmän]
    whole, bare = _squeezed(text), _squeezed(_without_form(text))
    exact = [key for key, name, _ in known if name == whole]
    loose = [key for key, _, name in known if name == bare]
    found = exact or loose
    return found[0] if len(found) == 1 else None


def closest_huvudman(text: str, huvudmän: Iterable[HuvudmanDraft]) -> str:
    """Return the name of the huvudman most like `text`; «» when none is."""
    names = [one.namn for one in huvudmän]
    bare = {_without_form(name).casefold(): name for name in names}
    return _closest(text, names) or bare.get(
        _closest(_without_form(text.casefold()), list(bare)), ""
    )


def looks_like_a_day(text: str) -> bool:
    """Say whether `text` has the form of a day, whether or not the calendar has it."""
    return _day_parts(text) is not None


def read_day(text: str) -> date | None:
    """Return the day of «2019-01-01», «2019-01-01 00:00:00», «1/1 2019», «1 jan 2019».

    None for anything else, also for days that do not exist and for «1/2/2019», which is another
    day in another country.
    """
    parts = _day_parts(text)
    try:
        return date(*parts) if parts else None
    except ValueError:
        return None


def read_number(text: str) -> int | None:
    """Return a whole number from 0 to 999; None for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) else None


def _day_parts(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _FIGURES.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTS.fullmatch(text) or _SLASH.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := _NAMED.fullmatch(text)) and (month := month_number(found[2])):
        return int(found[3]), month, int(found[1])
    return None


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _without_form(name: str) -> str:
    """Return «skåne» for «Region Skåne» and «Skånes läns landsting»'s «skånes»."""
    return _FORMS.sub("", name.casefold()).strip()


def _closest(text: str, names: Iterable[str]) -> str:
    """Return the name most like `text`, whatever the dots and rings."""
    bare = {name.casefold().translate(_BARE): name for name in names}
    found = get_close_matches(text.casefold().translate(_BARE), list(bare), n=1, cutoff=0.6)
    return bare[found[0]] if found else ""
