"""Who must do something, and for whom, as the sentence and what is round it say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NAMES: tuple[tuple[str, str], ...] = (
    (r"Regeringskansliet|(?:Social|Finans|Utbildnings)departementet", ""),
    (r"Kammarkollegiets?", "Kammarkollegiet"),
    (r"Socialstyrelsens?", "Socialstyrelsen"),
    (r"E-hälsomyndighetens?", "E-hälsomyndigheten"),
    (r"Försäkringskassans?", "Försäkringskassan"),
    (r"Riksrevisionens?", "Riksrevisionen"),
    (r"IVO:?s?|Inspektionen för vård och omsorgs?", "IVO"),
    (r"SCB:?s?|Statistiska centralbyråns?", "SCB"),
    (r"Skatteverkets?|Folkhälsomyndighetens?|Läkemedelsverkets?|Vårdanalys|Kemikalieinspektionens?", ""),
    (r"(?:förvaltnings|tings)rättens?|domstolens?|Upphandlingsmyndighetens?|Riksarkivets?", ""),
    (r"SKR:?s?|Sveriges\s+[Kk]ommuner\s+och\s+[Rr]egioners?", "SKR"),
    (r"SKL:?s?|Sveriges\s+[Kk]ommuner\s+och\s+[Ll]andstings?", "SKL"),
    (r"RSS:?(?:er(?:na)?)?s?|regionala?\s+samverkans-\s+och\s+stödstruktur(?:er(?:na)?)?s?", "RSS"),
    (r"sjukvårdsregion(?:en|erna|er)s?", ""),
    (r"(?:Region(?!er)|Landstinget)\s+(?:i\s+)?[A-ZÅÄÖ][a-zåäö]+", ""),
    (r"regioner(?:nas?|s)?|respektive\s+region|regionens?|region(?:er)?", "regionerna"),
    (r"landsting(?:ens?|ets?|s)?", "landstingen"),
    (r"kommuner(?:nas?|s)?|kommunens?|respektive\s+kommun|kommun", "kommunerna"),
    (r"huvudmän(?:nens?|s)?|huvudmannens?|respektive\s+huvudman", "huvudmännen"),
    (r"(?:förening(?:en|arna)|företag(?:et|en)|leverantör(?:en|erna)|entreprenören)s?", ""),
    (r"(?:stöd|bidrags)?mottagar(?:en|na)s?|sökandens?|anbudsgivar(?:en|na)s?|deltagar(?:en|na)s?|uppdragstagarens?", ""),
    (r"regeringens?", "regeringen"),
    (r"utredningens?|utredarens?|revisor(?:n|erna)s?|myndighet(?:en|erna)s?|myndigheten", ""),
    (r"(?:förvaltnings|ekonomi|region|sjukhus|hälso- och sjukvårds)?direktör(?:en|erna)s?"
     r"|ekonomichef(?:en|erna)s?|verksamhetschef(?:en|erna)s?|förvaltningschef(?:en|erna)s?", ""),
    (r"(?:[A-ZÅÄÖ][a-zåäö]+\s+)?[Rr]egionvårdsnämndens?|(?:\w+s)?nämnd(?:en|erna)s?", ""),
    (r"(?:region|kommun|landstings)?styrelse(?:n|rna)s?|fullmäktiges?|presidiets?", ""),
    (r"(?:\w+)?förvaltning(?:en|arna)s?|(?:\w+)?sekretariatets?|(?:nämnd)?kansliets?|nämndsekreteraren", ""),
    (r"ordförandens?|sekreterarens?|samordnarens?|projektledarens?|handläggarens?|registratorns?", ""),
    (r"(?:\w+)?(?:arbets|projekt|styr|lednings|expert)grupp(?:en|erna)s?|(?:chefs|program)?(?:råd|samråd)(?:et)s?", ""),
    (r"delprojekt(?:et)?(?:\s+\d{1,3}\b)?", ""),
    (r"klinik(?:en|erna)s?|sjukhus(?:et|en)s?|vårdgivar(?:en|na)s?|universitet(?:et|en)s?|lärosäte(?:t|na)s?", ""),
    (r"parterna|[Vv]i\b|ni\b|kommittén|delegationen|läkarstudenter(?:na)?|ledamöter(?:na)?|ledamoten", ""),
)  # fmt: skip
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
_PREPOSITION = re.compile(
    r"\b(?P<word>till|tillhanda|hos|för|från|av|mot|mellan|med|i|inom|hos|åt|på|enligt|ur|via|om|vid)\s+"
    r"(?:(?:den|det|samtliga|alla|respektive|vår|berörda|en|ett|länets|länens|nämndens|övriga)\s+)*"
    r"(?:\w+(?:a|s)\s+){0,1}$",
    re.IGNORECASE,
)
_MODAL_AFTER = re.compile(
    r"\s*(?:\([^)]{0,80}\)\s*)?(?:\w+\s+){0,2}?(?:ska(?:ll)?|måste|bör|behöver|skulle|har\s+att|åtar\s+sig"
    r"|åligger|lämnar|redovisar|rapporterar|rekvirerar|inkommer|svarar|återkommer|ansöker|kan|får|vill"
    r"|förbinder|förväntas|ansvarar|är\s+skyldig|kommer\s+att|har\s+i\s+uppdrag|önskar|sänder|skickar)\b",
    re.IGNORECASE,
)
_MODAL_BEFORE = re.compile(
    r"\b(?:ska(?:ll)?|måste|bör|behöver|skulle|uppmanas|ombeds|att|verka\s+för\s+att|åligger|uppdras|uppdrar\s+(?:åt|till))\s+"
    r"(?:(?:samtliga|alla|respektive|berörda|även|därför|också|sedan|den|det|varje)\s+)*$",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"\b(?:medel(?:n|s)?|bidrag\w*|utbetal\w*|stöd\w*|tilldel\w*)\b", re.IGNORECASE
)
_GIVEN_TO = re.compile(
    r"\b(?:medel(?:n|s)?|bidrag\w*|stöd\w*|utbetal\w*|betala\w*\s+ut)\s+"
    r"(?:(?!ställ|rekvi|redovis|återbetal|tillbaka)\S+\s+){0,6}$",
    re.IGNORECASE,
)
_LEFT_TO = re.compile(
    r"(?:lämna|inlämna|redovis|rapport|inkom|kom|skick|sänd|insänd|ställ|återbetal|betal|återrapport|anmäl"
    r"|ansök|inge|överlämn|återför|yttr|redogör|svar|mejl|återkoppl|rekvi|presenter|underlag|tillhanda"
    r"|avrapport|upp)\w*",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"\s*(?:har\s+)?(?:beslut\w*|fastställ\w*|bemyndig\w*)", re.IGNORECASE)
_DONE_BY = re.compile(r"\b\w+as\s+(?:gemensamt\s+)?av\s+(?:\w+\s+)?$", re.IGNORECASE)
_OWN_DUTY = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:redovisning|redogörelse|rapport|svar|yttrande|återrapport|delrapport"
    r"|slutrapport|handlingsplan|underlag|ansökan|rekvisition|betänkande|slutbetänkande)",
    re.IGNORECASE,
)
_VIA = re.compile(r"\bvia\b", re.IGNORECASE)
_MAIL = re.compile(r"\b(?:till|via)\s+(?P<mail>[\w.+-]{1,64}@[\w.-]{1,80}\w)")


@dataclass(frozen=True, slots=True)
class _Actor:
    name: str
    start: int
    end: int
    genitive: bool


def _actors(text: str) -> list[_Actor]:
    found: list[_Actor] = []
    for match in _ANY.finditer(text):
        if _NOT_NAMES.match(text, match.end()) or not match.lastgroup:
            continue
        name = _NAMES[int(match.lastgroup[1:])][1] or match[0].strip()
        genitive = match[0].endswith("s") and not match[0].endswith(("RSS", "utskotts"))
        if not _NAMES[int(match.lastgroup[1:])][1] and genitive and len(name) > 6:  # noqa: PLR2004 - no short name
            name = name.removesuffix("s")
        found.append(_Actor(name, match.start(), match.end(), genitive))
    return found


def _groups(text: str) -> list[list[_Actor]]:
    """Put together those that are named with «och» between them."""
    groups: list[list[_Actor]] = []
    for one in _actors(text):
        if groups and _AND.fullmatch(text, groups[-1][-1].end, one.start):
            if _VIA.search(text, groups[-1][-1].end, one.start):
                groups[-1].pop()  # «kommunerna via RSS»: RSS does it
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def who(text: str, start: int, around: Sequence[str], floor: int = 0) -> str | None:
    """Return who must act by the day that begins at `start`, in plain words; None: nobody is named.

    Args:
        text: the sentence.
        start: where the day begins.
        around: the sentences before it, nearest first.
        floor: where another day ended: what stands before that is of less weight.
    """
    ranked = sorted(_acting(text, start, floor), key=lambda one: (-one[0], -one[1]))
    if ranked:
        return ranked[0][2]
    return next((found for other in around if (found := _in_context(other))), None)


def _acting(text: str, start: int, floor: int) -> Iterable[tuple[int, int, str]]:
    for group in _groups(text):
        first, last = group[0], group[-1]
        word = _preposition(text, first.start)
        weight = _weight(text, first, last, word, start)
        if not weight:
            continue
        near = first.start if first.start < start else -first.start
        beyond = 1 if first.start < floor else 0
        yield weight - beyond, near, _told(group)


def _weight(text: str, first: _Actor, last: _Actor, word: str, start: int) -> int:
    before_day = last.end <= start
    if _DECIDES.match(text, last.end):
        return 0
    if word == "av" and before_day and start - last.end < 45 and not first.genitive:  # noqa: PLR2004
        return 8
    if word in {"till", "tillhanda", "hos", "för", "mot", "från", "enligt", "med", "mellan", "i", "på",
                "ur", "om", "inom", "vid", "via"}:  # fmt: skip
        return 0
    if _MODAL_AFTER.match(text, last.end):
        return 6
    if _MODAL_BEFORE.search(text[max(first.start - 60, 0) : first.start]):
        return 6
    if last.genitive:
        return 4 if _OWN_DUTY.match(text, last.end) else 0
    return 3 if word != "av" else 2


def _in_context(text: str) -> str | None:
    """Return who a sentence before is about: who acts there, else who receives the money."""
    groups = _groups(text)
    for says in (_acts_there, _is_paid_there, _owns_there):
        for group in groups:
            if says(text, group):
                return _told(group)
    return None


def _acts_there(text: str, group: Sequence[_Actor]) -> bool:
    start = group[0].start
    word = _preposition(text, start)
    if word == "av":
        return _DONE_BY.search(text[max(start - 60, 0) : start]) is not None
    return not word and _MODAL_AFTER.match(text, group[-1].end) is not None


def _is_paid_there(text: str, group: Sequence[_Actor]) -> bool:
    start = group[0].start
    before = re.sub(r"\btill\s+(?:\w+\s+)?$", "", text[max(start - 60, 0) : start])
    return _preposition(text, start) == "till" and _GIVEN_TO.search(before) is not None


def _owns_there(text: str, group: Sequence[_Actor]) -> bool:
    last = group[-1]
    return (
        last.genitive
        and not _preposition(text, group[0].start)
        and _OWN_DUTY.match(text, last.end) is not None
    )


def heading_actor(heading: str) -> str | None:
    """Return whom what stands under a heading is about: «Medel till SKL», «Delprojekt 8 …»."""
    for group in _groups(heading):
        if not _DECIDES.match(heading, group[-1].end) and heading[: group[0].start].strip() != "Till":
            return _told(group)
    return None


def _preposition(text: str, at: int) -> str:
    found = _PREPOSITION.search(text[max(at - 50, 0) : at])
    return found["word"].lower() if found else ""


def whom(
    text: str, start: int, before: Sequence[str], after: Sequence[str], me: str | None
) -> str | None:
    """Return to or for whom it is done; None: nobody is named.

    `before`, `after`: the sentences round it, nearest first. `me`: who acts, and so does not
    receive.
    """
    found = _receiver(text, start, me)
    if found:
        return found
    places = [(one, 0) for one in after] + [(one, len(one)) for one in before]
    return next((told for one, at in places if (told := _receiver(one, at, me))), None)


def _receiver(text: str, start: int, me: str | None) -> str | None:
    """Return the receiver named nearest to a place; an address of mail is one too."""
    found = [(abs(start - one.start()), one["mail"]) for one in _MAIL.finditer(text)]
    for group in _groups(text):
        first = group[0].start
        told, before = _told(group), text[max(first - 80, 0) : first]
        to = _preposition(text, first) in {"till", "tillhanda", "hos", "för"}
        if to and told != me and _LEFT_TO.search(before) and not _is_given(before):
            found.append((abs(start - first), told))
    return min(found)[1] if found else None


def _is_given(before: str) -> bool:
    """Say whether money goes to them, so that they are no receiver of what is demanded."""
    stripped = re.sub(r"\b(?:till|för|hos)\s+(?:\w+\s+)?$", "", before)
    return _GIVEN_TO.search(stripped) is not None and not re.search(
        r"(?:återbetal|betala\w*\s+(?:\w+\s+){0,2}tillbaka|ställ|inkom|lämna)\w*\W+(?:\w+\W+){0,2}$",
        stripped,
        re.IGNORECASE,
    )


def _told(group: Iterable[_Actor]) -> str:
    names = list(dict.fromkeys(one.name for one in group))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
