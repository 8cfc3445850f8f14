"""Those who are named in a sentence: regions, authorities, groups, people by what they do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_NAMES: tuple[tuple[str, str], ...] = (
    (r"Regeringskansliet|(?:Social|Finans|Utbildnings)departementet", ""),
    (r"Kammarkollegiets?", "Kammarkollegiet"),
    (r"Socialstyrelsens?", "Socialstyrelsen"),
    (r"E-hälsomyndighetens?", "E-hälsomyndigheten"),
    (r"Försäkringskassans?", "Försäkringskassan"),
    (r"IVO:?s?|Inspektionen för vård och omsorgs?", "IVO"),
    (r"SCB:?s?|Statistiska centralbyråns?", "SCB"),
    (r"(?:Skatteverk|Läkemedelsverk|Riksarkiv)ets?|(?:Folkhälso|Upphandlings)myndighetens?", ""),
    (r"Riksrevisionens?|Vårdanalys|(?:förvaltnings|tings)rättens?|domstolens?", ""),
    (r"SKR:?s?|Sveriges\s+kommuner\s+och\s+regioners?", "SKR"),
    (r"SKL:?s?|Sveriges\s+kommuner\s+och\s+landstings?", "SKL"),
    (r"RSS:?(?:er(?:na)?)?s?", "RSS"),
    (r"regionala?\s+samverkans-\s+och\s+stödstruktur(?:er(?:na)?)?s?", "RSS"),
    (r"sjukvårdsregion(?:en|erna|er)s?", ""),
    (r"Region(?!er)\s+(?-i:[A-ZÅÄÖ])[a-zåäö]+|Landstinget\s+i\s+(?-i:[A-ZÅÄÖ])[a-zåäö]+", ""),
    (r"värd(?:regionen|kommunen|landstinget)s?", ""),
    (r"regioner(?:nas?|s)?|respektive\s+region|regionens?|region(?:er)?", "regionerna"),
    (r"landsting(?:ens?|ets?|s)?", "landstingen"),
    (r"kommuner(?:nas?|s)?|kommunens?|respektive\s+kommun|kommun", "kommunerna"),
    (r"huvudmän(?:nens?|s)?|huvudmannens?|respektive\s+huvudman", "huvudmännen"),
    (r"(?:förening(?:en|arna)|företag(?:et|en)|leverantör(?:en|erna)|entreprenören)s?", ""),
    (r"(?:stöd|bidrags)?mottagar(?:en|na)s?|sökandens?|(?:anbudsgivar|deltagar)(?:en|na)s?", ""),
    (r"regeringens?", "regeringen"),
    (r"utredningens?|utredarens?|revisor(?:n|erna)s?|myndighet(?:en|erna)s?", ""),
    (r"(?:\w+)?direktör(?:en|erna)s?|(?:\w+)?chef(?:en|erna)s?", ""),
    (r"(?:(?-i:[A-ZÅÄÖ])[a-zåäö]+\s+)?regionvårdsnämndens?|(?:\w+s)?nämnd(?:en|erna)s?", ""),
    (r"(?:region|kommun|landstings)?styrelse(?:n|rna)s?|fullmäktiges?|presidiets?", ""),
    (r"(?:\w+)?förvaltning(?:en|arna)s?|(?:\w+)?sekretariatets?|(?:nämnd)?kansliets?", ""),
    (r"ordförandens?|(?:nämnd)?sekreterarens?|samordnarens?|projektledarens?", ""),
    (r"handläggarens?|registratorns?|uppdragstagarens?", ""),
    (r"(?:\w+)?grupp(?:en|erna)s?|(?:chefs|program)?(?:sam)?råd(?:et)s?", ""),
    (r"delprojekt(?:et)?(?:\s+\d{1,3}\b)?", ""),
    (r"klinik(?:en|erna)s?|sjukhus(?:et|en)s?|vårdgivar(?:en|na)s?|universitet(?:et|en)s?", ""),
    (r"lärosäte(?:t|na)s?|parterna|vi|ni|kommittén|delegationen", ""),
    (r"läkarstudenter(?:na)?|ledamöter(?:na)?|ledamoten", ""),
)
"""Words for those who act, and how each is told; empty: as the text has it."""

_ANY = re.compile(
    "|".join(
        rf"(?P<a{number}>\b(?:{pattern})(?!\w))" for number, (pattern, _) in enumerate(_NAMES)
    ),
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"\s*(?:för|i)\s+samverkan", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:\([^)]{0,80}\)\s*)?(?:,|och|samt|eller|/|via|genom)\s*(?:\(?via\s+)?(?:(?:till|av|den)\s+)?"
    r"(?:ett\s+urval\s+av\s+)?(?:större\s+|övriga\s+|samtliga\s+|alla\s+)?",
    re.IGNORECASE,
)
_VIA = re.compile(r"\bvia\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who is named in a sentence."""

    name: str
    start: int
    end: int
    genitive: bool


def _named(text: str) -> list[Actor]:
    found: list[Actor] = []
    for match in _ANY.finditer(text):
        if _NOT_NAMES.match(text, match.end()) or not match.lastgroup:
            continue
        word = match[0]
        genitive = word.endswith("s") and not word.endswith(("RSS", "Vårdanalys", "fullmäktiges"))
        plain = word.removesuffix("s") if genitive else word
        name = _NAMES[int(match.lastgroup[1:])][1] or plain
        found.append(Actor(name, match.start(), match.end(), genitive))
    return found


@lru_cache(maxsize=32)  # asked for each day of a sentence, and for what is round it
def read_groups(text: str) -> tuple[tuple[Actor, ...], ...]:
    """Return those who are named in a sentence, in groups with «och» between them."""
    groups: list[list[Actor]] = []
    for one in _named(text):
        if groups and _AND.fullmatch(text, groups[-1][-1].end, one.start):
            if _VIA.search(text, groups[-1][-1].end, one.start):
                groups[-1].pop()  # «kommunerna via RSS»: RSS does it
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(tuple(one) for one in groups)


def in_words(group: Iterable[Actor]) -> str:
    """Return those of a group in words: «SKR, regionerna och RSS»."""
    names = list(dict.fromkeys(one.name for one in group))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
