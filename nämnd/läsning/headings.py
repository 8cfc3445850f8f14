"""The words that hold a dagordning together: titles, headings of sections, standing punkter."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

_MAX_HEADING = 120


class Section(Enum):
    """A part of a punkt."""

    RUBRIK = auto()
    FÖRSLAG = auto()
    SAMMANFATTNING = auto()
    BILAGOR = auto()
    FÖREDRAGANDE = auto()
    DNR = auto()
    TID = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a section: what it says beside itself."""

    section: Section
    rest: str = ""  # what follows on the same line
    note: str = ""  # «finns tillgängliga under mötet»
    unusual: bool = False  # it was not spelled as it uses to be
    leads: bool = False  # «Nämnden föreslås besluta»: the first words of the att-satser


_REST = r"\s*(?::\s*(?P<rest>.*))?"
_FÖRSLAG = re.compile(
    r"(?:(?P<who>[\w\-–. ]{1,60}s)\s+)?(?:besluts)?förslag(?:et)?(?:\s+till\s+beslut|\s+beslut)?"
    + _REST
    + r"|(?:förslag\s+till\s+)?beslut"
    + _REST.replace("rest", "rest2"),
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\S+\s){1,9}?(?:föreslås\s(?:att\s)?besluta|beslutar|föreslår\s(?:\S+\s){0,6}?(?:att\s)?besluta)"
    r"(?:\sföljande|\sföreslå\s(?:\S+\s){0,6}?besluta)?(?:\s?,?\s?att)?\s?[:,.…]?",
    re.IGNORECASE,
)
_SAMMANFATTNING = re.compile(
    r"(?:sammanfattning(?:\sav\särendet)?|ärendebeskrivning(?:\soch\smotivering)?|ärendet(?:\si\skorthet)?"
    r"|(?:ärendets\s)?bakgrund(?:\soch\s\S+)?|(?:kort\s)?beskrivning(?:\sav\särendet)?|motivering"
    r"|redogörelse(?:\sför\särendet)?|kommentar(?:er)?|tidigare\sbehandling)" + _REST,
    re.IGNORECASE,
)
_BILAGOR = re.compile(
    r"(?:(?:i|till)\särendet\s(?:finns|hör|bifogas)(?:\sföljande)?(?:\s(?:dokument|handlingar|underlag|bilagor))?"
    r"|(?:följande\s|bifogade\s|ärendets\s)?(?:handlingar|dokument|bilagor|bilaga|beslutsunderlag|underlag)"
    r"(?:\si\särendet|\sför\sbeslut|\still\särendet)?|bifogas|handling(?:\(ar\))?)"
    r"\s*(?:\((?P<note>[^()]*)\))?" + _REST,
    re.IGNORECASE,
)
_FÖREDRAGANDE = re.compile(
    r"(?:föredragande|föredras\sav|föredragare|föredragning|presenteras\sav|medverkande|deltar)\b"
    r"(?:\s*[:\t]\s*|\s+)(?P<rest>\S.*)|föredragande:?",
    re.IGNORECASE,
)
_DNR = re.compile(
    r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\.?\s*[:\t]?\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_TID = re.compile(r"(?:(?:tid|tidpunkt)\s*:|kl(?:ockan|\.)?)\s*(?P<rest>\d.*)", re.IGNORECASE)
_SECTIONS = (
    (Section.SAMMANFATTNING, _SAMMANFATTNING),
    (Section.BILAGOR, _BILAGOR),
    (Section.FÖREDRAGANDE, _FÖREDRAGANDE),
    (Section.DNR, _DNR),
    (Section.TID, _TID),
)


@lru_cache(maxsize=1024)  # the passes ask again for the same lines
def heading_of(text: str) -> Heading | None:
    """Return the section that a line opens, or None. Only short lines are headings."""
    if len(text) > _MAX_HEADING and ":" not in text[:_MAX_HEADING]:
        return None
    found = _FÖRSLAG.fullmatch(text)
    if found:
        unusual = (found["who"] or "").casefold() == "ordförandes"
        return Heading(Section.FÖRSLAG, found["rest"] or found["rest2"] or "", unusual=unusual)
    for section, pattern in _SECTIONS:
        found = pattern.fullmatch(text)
        if found:
            groups = found.groupdict()
            return Heading(section, groups.get("rest") or "", groups.get("note") or "")
    if _LEAD.fullmatch(text[:_MAX_HEADING]) and len(text) <= _MAX_HEADING:
        return Heading(Section.FÖRSLAG, leads=True)
    return None


_STRONG = r"(?:föredragnings|ärende)lista|dagordning|ärendeförteckning"
_TITLE = re.compile(
    rf"(?:(?:preliminär|justerad|slutlig|slutgiltig|ändrad|reviderad|kompletterad|förslag\still|kallelse\s?(?:och|/|med|till))\s)*"
    rf"(?P<word>{_STRONG}|kallelse|ärenden)\b(?P<tail>.*)",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r"\s*[:,–-]?\s*|\s*(?:för|till|vid|i|med|nr|inför|och|/|–|-|,|\d).*|(?:\s\S+){1,4}",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:godkänn|fastställ|skick|sänd|bifog|finns|framgår|är|har|ska|kan|utgår|enligt)",
    re.IGNORECASE,
)
_MAX_TITLE = 110


@dataclass(frozen=True, slots=True)
class Title:
    """A line that opens a dagordning. Weak: a kallelse need not hold one."""

    strong: bool


def title_of(text: str) -> Title | None:
    """Return what kind of title a line is, or None: «DAGORDNING 2019-11-22», «Kallelse till …»."""
    if len(text) > _MAX_TITLE or text.endswith((".", ";")):
        return None
    for cell in (text.replace("\t", " "), *text.split("\t")):
        found = _TITLE.fullmatch(cell)
        if found and _TITLE_TAIL.fullmatch(found["tail"]) and not _SAYS.search(found["tail"]):
            return Title(strong=re.search(_STRONG, cell, re.IGNORECASE) is not None)
    return None


_MINUTES_TITLE = re.compile(
    r"(?:sammanträdes)?protokoll(?:\s(?:§|nr|från|fört|över|\d).*)?", re.IGNORECASE
)
_MINUTES_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"beslutande(?:\sledamöter|\sersättare)?\b.{0,80}",
        r"(?:ej|icke)\stjänstgörande\sersättare\b.{0,80}",
        r"justeringens\s(?:plats|tid|datum).{0,80}",
        r"(?:utses|utsedda?|utsågs)\s(?:till\s|att\s)?justera.{0,80}",
        r"paragrafer\b.{0,40}",
        r"(?:protokollet\somfattar|§§)\s?.{0,40}",
        r"underskrifter\b.{0,40}",
        r"justerandes?\ssign.{0,80}",
        r"(?:anslag|bevis)(?:\s?/\s?bevis|\som\sanslag).{0,60}",
        r"utdragsbestyrkande.{0,60}",
        r"datum\sför\sanslags.{0,60}",
    )
)


def is_minutes_title(text: str) -> bool:
    """Tell whether a line is the title of minutes."""
    return len(text) <= _MAX_TITLE and _MINUTES_TITLE.fullmatch(text) is not None


def minutes_signs(texts: list[str]) -> int:
    """Return how many different signs of minutes stand among the lines."""
    short = [text for text in texts if len(text) <= _MAX_TITLE]
    return sum(any(sign.fullmatch(text) for text in short) for sign in _MINUTES_SIGNS)


_GROUP = re.compile(
    r"(?:besluts|informations|anmälnings|initiativ|val|delegerings|delegations|bordlagda\s|formella\s|inledande\s"
    r"|övriga\s|nya\s|gemensamma\s|återremitterade\s|a-|b-|c-)\s?ärenden|ärenden\s(?:från|för|till|om|som|inom|där)\s.{2,60}"
    r"|(?:inledande\s)?formalia|(?:för\s)?(?:beslut|information|kännedom|anmälningar|motioner|interpellationer|frågor|medborgarförslag)"
    r"|information(?:\soch\sdialog)?|mötets\söppnande\soch\sformalia|(?:öppet|slutet|stängt)\s(?:möte|sammanträde)",
    re.IGNORECASE,
)


def is_group(text: str) -> bool:
    """Tell whether an unnumbered line is the heading of a group of punkter."""
    return len(text) <= _MAX_TITLE and _GROUP.fullmatch(text.rstrip(":")) is not None


_STANDING = re.compile(
    r"upprop|öppnande|öppnas|närvaro|juster(?:are|ing|ings?person|a\b)|dagordning|föredragningslista|ärendelista"
    r"|\bjäv|anmälningsärende|anmälningar|delegations?beslut|delegeringsbeslut|delegationsärende|inkomna\s|skrivelser"
    r"|övriga\s(?:frågor|ärenden)|nästa\s(?:möte|sammanträde)|avslut(?:as|ande|ning)|föregående\s|information|meddelanden"
    r"|rapport|verksamhetsplan|budget|delårs|årsredovisning",
    re.IGNORECASE,
)


def is_standing(rubrik: str) -> bool:
    """Tell whether a rubrik is of the kind that comes back at every meeting."""
    return _STANDING.search(rubrik) is not None
