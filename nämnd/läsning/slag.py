"""What kind of punkt something is, by its rubrik and what is proposed."""

import re
from collections.abc import Sequence

_FORMALIA = re.compile(
    r"upprop|(?:mötets|sammanträdets)?\s?(?:öppnande|öppnas|avslutande|avslutas)|(?:mötet|sammanträdet)\s(?:öppnas|avslutas)"
    r"|avslut(?:ning)?$|^inledning$|närvaro|(?:godkännande|fastställande|godkänna|fastställa)\s(?:av\s)?(?:dagens\s|dagordning|föredragningslista|ärendelista)"
    r"|^(?:dagordning|föredragningslista)|\bjäv|övriga\s(?:frågor|ärenden)|nästa\s(?:möte|sammanträde)|kommande\smöten"
    r"|föregående\s(?:mötes?|sammanträdes?)?\s?(?:protokoll|(?:minnes)?anteckning)",
    re.IGNORECASE,
)
_VAL = re.compile(
    r"^(?:fyllnads)?val\s(?:av|till|i|för)\b|^(?:fyllnads|om)val\b|\b(?:utse(?:s|nde)?|val)\s(?:av\s)?(?:\w+\s){0,3}juster|protokoll?s?justerare|^justerare"
    r"|^(?:protokolls)?justering\b|^valärende|^(?:utseende|entledigande|nominering)\b|avsägelse",
    re.IGNORECASE,
)
_ANMÄLAN = re.compile(
    r"^(?:anmälningsärende|anmälningar|anmälan\s(?:av|om)|delegations?(?:beslut|ärende)|delegeringsbeslut|delegeringsärende|redovisning\sav\sdeleg"
    r"|inkomna\s|meddelanden?|skrivelser|handlingar\sför\skännedom|för\skännedom|protokoll\sför\skännedom)",
    re.IGNORECASE,
)
_INFORMATION = re.compile(
    r"\b(?:information|informerar|informationsärende|presenterar|presentation|dialog|lägesrapport|redogörelse|rapporterar"
    r"|^rapport(?:er)?\b|berättar|studiebesök|aktuellt|föredragning|orientering)",
    re.IGNORECASE,
)
_ONLY_INFORMATION = re.compile(
    r"(?:att\s)?(?:(?:lägga|notera|anteckna|ta)\s(?:informationen|rapporten|redovisningen|redogörelsen|återrapporteringen|presentationen)\b"
    r"|informationen\s(?:läggs|noteras|antecknas)).{0,80}",
    re.IGNORECASE,
)
_GROUPS = (
    (re.compile(r"anmälning|delegation|delegering|kännedom", re.IGNORECASE), "anmälan"),
    (re.compile(r"\bval", re.IGNORECASE), "val"),
    (re.compile(r"information", re.IGNORECASE), "information"),
    (re.compile(r"formalia|formella|öppnande", re.IGNORECASE), "formalia"),
)


def slag_of(rubrik: str, förslag: Sequence[str], grupp: str = "") -> str:
    """Return the slag of a punkt.

    The first rule that fits decides:

    1. The rubrik chooses somebody (val av justerare, fyllnadsval, avsägelse): val.
    2. It is one of the standing forms (upprop, dagordning, jäv, övriga frågor, nästa möte):
       formalia.
    3. It reports (anmälningsärenden, delegationsbeslut, inkomna skrivelser): anmälan.
    4. Every att-sats only lays the information to the papers: information.
    5. There is no att-sats and the rubrik or its group says so: information, or the group's slag.
    6. Else: beslut.

    Source: the standing punkter of PRACTICE.md section 2.
    """
    if _VAL.search(rubrik):
        return "val"
    if _FORMALIA.search(rubrik):
        return "formalia"
    if _ANMÄLAN.search(rubrik):
        return "anmälan"
    if förslag:
        informs = all(_ONLY_INFORMATION.fullmatch(text.rstrip(". ")) for text in förslag)
        return "information" if informs else "beslut"
    by_group = next((slag for pattern, slag in _GROUPS if pattern.search(grupp)), "")
    return by_group or ("information" if _INFORMATION.search(rubrik) else "beslut")
