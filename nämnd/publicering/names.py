"""Names of people who are there neither as förtroendevalda nor in their work."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from nämnd.publicering.förnamn import FÖRNAMN
from nämnd.publicering.masks import letters_of

_CAPITAL = r"[A-ZÅÄÖÉÜÆØČŠŽĆÁÍÓÚ][a-zåäöéüæøčšžćáíóúè'’]+"
_WORD = re.compile(rf"{_CAPITAL}(?:-{_CAPITAL})*|(?:von|af|de|van|der|al|el)(?=[ ]{_CAPITAL})")
_ROLE = re.compile(
    r"\b\w*(?:direktör|chef|sekreterare|ordförande|handläggare|strateg|samordnare|läkare|professor|"
    r"docent|ledamot|ersättare|jurist|controller|ekonom|utredare|koordinator|projektledare|"
    r"processledare|regionråd|minister|utvecklingsledare|rådgivare|administratör|registrator|"
    r"föredragande|handledare|expert|sakkunnig|generaldirektör|landstingsråd|hälsoråd)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\s*\((?:[A-ZÅÄÖ]{1,4}|Kd|Mp|Sd|Fi)\)")
_MOST_WORDS = 4
_NEAR_ADDRESS = 160  # letters before an address that may name whose it is
_LEAST = 3  # letters of a name that are looked for in an address
_NOT_NAMES = frozenset(
    [
        "region",
        "regionen",
        "regionvårdsnämnden",
        "nämnden",
        "södra",
        "norra",
        "västra",
        "östra",
        "sjukhus",
        "sjukhuset",
        "kliniken",
        "universitet",
        "anmälan",
        "kirurgi",
        "allmän",
        "hotell",
        "best",
        "western",
        "svenska",
        "sverige",
        "nationell",
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
        "gata",
        "gatan",
        "väg",
        "vägen",
        "sida",
        "bilaga",
        "punkt",
        "beslut",
        "avdelning",
        "enheten",
        "centrum",
        "råd",
        "landsting",
        "kommun",
    ]
)


def private_names(
    text: str, known: Iterable[str], addresses: Sequence[tuple[str, int]]
) -> Iterator[tuple[str, int]]:
    """Yield names and where they stand, but those `known` and those with a role or a party.

    A name is words with capitals of which one is a common first name, or which stand before an
    e-mail address (`addresses`: with their places) that is made of them.
    """
    familiar = [frozenset(_parts(one)) for one in known]
    for first, last in _runs(text):
        words = text[first:last]
        for start, end in _names_in(words, _owned(first, last, addresses)):
            name, at = words[start:end], first + start
            if not _is_familiar(name, familiar) and not _has_role(text, at, at + len(name)):
                yield name, at


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of two words or more with capitals, on one line with a space between."""
    found = list(_WORD.finditer(text))
    start = None
    for one, following in pairwise([*found, None]):
        if one is None:
            continue
        start = one.start() if start is None else start
        joined = following is not None and text[one.end() : following.start()] in (" ", "\u00a0")
        if not joined:
            if start != one.start():
                yield start, one.end()
            start = None


def _owned(first: int, last: int, addresses: Sequence[tuple[str, int]]) -> str:
    """Return the letters of the addresses that may be those of a name at this place."""
    near = (one for one, at in addresses if first <= at <= last + _NEAR_ADDRESS)
    return " ".join(letters_of(one.partition("@")[0]) for one in near)


def _names_in(words: str, owned: str) -> Iterator[tuple[int, int]]:
    """Yield where names are in a stretch of words."""
    parts = list(_WORD.finditer(words))
    at = 0
    while at < len(parts):
        run = parts[at : at + _MOST_WORDS]
        size = _name_size([one[0] for one in run], owned)
        if size:
            yield run[0].start(), run[size - 1].end()
        at += size or 1


def _name_size(run: Sequence[str], owned: str) -> int:
    """Return how many of the words from the first on are a name; 0: it begins none."""
    usable = 0
    for word in run:
        another = usable >= 2 and word.casefold() in FÖRNAMN  # noqa: PLR2004 - the next person
        if another or word.casefold() in _NOT_NAMES or _ROLE.fullmatch(word):
            break
        usable += 1
    if usable < 2:  # noqa: PLR2004 - a first name and another
        return 0
    lead = [word.casefold() in FÖRNAMN for word in run[:2]]
    if lead[0]:
        return usable
    if lead[1]:  # «Tanase Claudia», but not «Kalmar Johan Berggren»
        return usable if usable == 2 else 0  # noqa: PLR2004
    mine = [word for word in run[:usable] if len(letters_of(word)) >= _LEAST]
    return usable if owned and any(letters_of(word) in owned for word in mine) else 0


def _is_familiar(name: str, familiar: Iterable[frozenset[str]]) -> bool:
    parts = frozenset(_parts(name))
    return any(len(parts & one) >= min(2, len(one)) for one in familiar if one)


def _parts(name: str) -> Iterator[str]:
    yield from filter(None, (letters_of(one) for one in re.split(r"[\s-]+", name)))


def _has_role(text: str, start: int, end: int) -> bool:
    """Say whether a role stands beside a name, or a party after it."""
    if _PARTY.match(text, end):
        return True
    before = text[:start].rpartition("\n")[2][-40:]
    if re.search(rf"{_ROLE.pattern}\s*$", before, re.IGNORECASE):
        return True
    same, _, rest = text[end:].partition("\n")
    below = next((line for line in rest.split("\n")[:2] if line.strip()), "")
    return bool(
        re.match(rf"\s*[,(–-]?\s*(?:\w+\s+)?{_ROLE.pattern}", same, re.IGNORECASE)
        or (not same.strip() and re.match(rf"\s*(?:\w+\s+)?{_ROLE.pattern}", below, re.IGNORECASE))
    )
