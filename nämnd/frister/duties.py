"""What is to be done: the words that documents use, and the rubrik of a bevakning for each.

The first that matches decides, so what is narrow stands before what is wide.
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that documents demand."""

    rubrik: str
    stem: str  # what a sentence that tells what happens otherwise calls it
    pattern: re.Pattern[str]

    @property
    def is_vague(self) -> bool:
        """Say whether the sentence itself tells more than the rubrik does."""
        return self.rubrik in _VAGUE


def _duty(rubrik: str, stem: str, pattern: str) -> Duty:
    return Duty(rubrik, stem, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))


DUTIES: tuple[Duty, ...] = (
    _duty("Rekvirera medel", "rekvi", r"rekvi(?:rer|sition)\w*"),
    _duty("Betala tillbaka medel", "återbetal", r"återbetal\w*|betala\w*\s+(?:\w+\s+){0,3}tillbaka"
          r"|(?:medel|belopp\w*)\s+åter\b|återför\w*"),
    _duty("Lämna ekonomisk redovisning", "redovis", r"ekonomisk(?:a|t)?\s+(?:del|slut)?redovis\w*"
          r"|ekonomisk\w*\s+rapport\w*|redovisa\w*\s+(?:\w+\s+){0,4}ekonomi\w*"),
    _duty("Lämna delredovisning", "redovis", r"delredovis\w*"),
    _duty("Lämna slutredovisning", "redovis", r"slutredovis\w*"),
    _duty("Lämna verksamhetsrapport", "rapport", r"verksamhetsrapport\w*|verksamhetsberättelse\w*"),
    _duty("Lämna delrapport", "rapport", r"delrapport\w*|lägesrapport\w*"),
    _duty("Lämna slutrapport", "rapport", r"slutrapport\w*"),
    _duty("Lämna delårsrapport", "rapport", r"delårsrapport\w*"),
    _duty("Lämna årsredovisning", "redovis", r"årsredovisning(?!en\s+för)\w*"),
    _duty("Lämna slutbetänkande", "betänkande", r"(?:slut|del)?betänkande\w*"),
    _duty("Återrapportera", "rapport", r"återrapport\w*|avrapport\w*|återkoppl\w*"),
    _duty("Lämna redogörelse", "redogör", r"redogör\w*"),
    _duty("Lämna remissvar", "svar", r"remissvar\w*|yttra\w*|remissinstans\w*|samrådssvar\w*"
          r"|synpunkter\w*"),
    _duty("Lämna statistik", "uppgift", r"statistik\w*|uppgiftslämn\w*"),
    _duty("Upprätta handlingsplan", "plan", r"(?:upprätta\w*|ta\w*\s+fram|fram)\s*(?:\w+\s+){0,3}"
          r"(?:handlings|åtgärds)plan\w*"),
    _duty("Följa upp beslutet", "följ", r"följ(?:a|as|s|er|t|ts|de|des)?\s+(?:\w+\s+){0,4}upp\b"
          r"|uppfölj(?:as|a|t|er|s)\b|uppföljning(?:en)?\b(?=[^.]{0,40}\b(?:ska|görs"
          r"|sker|genomförs))"),
    _duty("Utvärdera", "utvärder", r"utvärder(?:a|as)\b"
          r"|utvärdering(?:en)?\b(?=[^.]{0,40}\b(?:ska|görs|sker))"),
    _duty("Överklaga", "överklag", r"överklag\w*"),
    _duty("Säga upp avtalet", "upp", r"säg(?:a|as|er|s)\s+(?:\w+\s+){0,3}upp\b|uppsägning\w*"
          r"|sagts?\s+upp"),
    _duty("Begära förlängning", "förläng", r"förläng\w*"),
    _duty("Ansöka", "ansök", r"ansök\w*|söka?s?\b"),
    _duty("Anmäla", "anmäl", r"anmäl\w*|föranmäl\w*"),
    _duty("Lämna anbud", "anbud", r"anbud\w*"),
    _duty("Nominera", "nominer", r"nominer\w*|utse(?:s)?\b|föreslå\w*\s+ledam\w*"),
    _duty("Betala", "betal", r"betala(?:s|r)?\b|inbetal\w*|faktura\w*|fakturer\w*|erlägg\w*"),
    _duty("Underteckna", "underteck", r"underteckna(?:s)?\b|justeras?\b|signera\w*"),
    _duty("Göra avstämning", "avstäm", r"avstäm\w*|stäm(?:ma|mer|s|mas)\s+av\b"),
    _duty("Rapportera", "rapport", r"rapport(?:er(?:a|as|ing\w*)?|en|er|s)?\b"),
    _duty("Redovisa", "redovis", r"redovis\w*"),
    _duty("Svara", "svar", r"svar(?:a|as|en|et)?\b|besvar\w*|enkät\w*"),
    _duty("Lämna beskrivning", "beskriv", r"beskriv\w*"),
    _duty("Lämna underlag", "underlag", r"underlag\w*|komplettera(?:s)?\b|komplettering\w*"
          r"|handlingar(?:na)?\b|ärende(?:n|t)?\s+till"),
    _duty("Lämna plan", "plan", r"(?:\w+plan|plan)(?:en|er)?\b"),
    _duty("Lämna budget", "budget", r"budget\w*"),
    _duty("Lämna in", "lämna", r"(?:in|över|av)?lämna(?:s|t|r)?\b|lämna(?:s)?\s+in\b|inge(?:s)?\b"
          r"|inkom(?:ma|mer|mit)\b|kom(?:ma|mer|mit)\s+in\b|till\s?handa\w*|inlämning\w*|inne\s+hos"),
    _duty("Skicka", "skick", r"skicka(?:s|t)?\b|sända?s?\b|insända?s?\b|mejla\w*|översända?s?\b"),
    _duty("Ta upp igen", "", r"ta(?:s)?\s+upp\b|återkom(?:ma|mer)\b|behandla(?:s)?\b|prövas?\b"
          r"|bordlägg\w*|återremitter\w*|presenter(?:a|as)\b|omprövas?\b|återuppta\w*"),
    _duty("Vara klar", "klar", r"klar(?:t|a)?\b|använts\b|finnas\s+framme\b"
          r"|färdig\w*|slutför\w*|genomför(?:as?|t|ts)?\b"
          r"|på\s+plats|avsluta(?:s|d|t)?\b|verkställ\w*|åtgärda\w*|införa(?:s|t)?\b|uppnå\w*"),
    _duty("Ta fram", "fram", r"ta(?:s|git|gits)?\s+fram\b|upprätta(?:s|t|ts)?\b"
          r"|utarbeta(?:s|t|ts)?\b|utveckla(?:s|t|ts)?\b|fastställ(?:s|a|as)?\b|besluta(?:s)?\b|bestäm\w*"),
)  # fmt: skip
"""What a secretary watches, most narrow first."""

_VAGUE = {"Lämna in", "Skicka", "Vara klar", "Ta fram", "Ta upp igen"}
_WIDE = _VAGUE | {
    "Lämna underlag",
    "Lämna plan",
    "Lämna budget",
    "Rapportera",
    "Redovisa",
    "Svara",
    "Betala",
}
_REACH = 400  # characters from a day that may say what is to be done by it
_BETTER = 60  # characters that a narrow word may stand farther away than a wide one
_ORDER = re.compile(
    r"(?:^|[,;:–\u2212-]\s*)(?:vid\s+\w+(?:\s+\w+){0,3},?\s+)?"
    r"(?:beskriv|redovisa|lämna|skicka|rapportera|rekvirera|ange|svara|anmäl|ansök|sänd|meddela"
    r"|återkom|betala|fyll\s+i|komplettera|redogör)\b(?!\s+(?:är|var|blev|ska))"
    r"|\bber\s+vi\s+(?:er|dig)|\bbeskriv\s+\w+",
    re.IGNORECASE,
)
_DECISIONS_ONLY = re.compile(r"\b(?:besluta\w*|bestäm\w*|införa\w*|prövas?)\b", re.IGNORECASE)


@lru_cache(maxsize=4)  # asked once for each day of a sentence
def has_duty(text: str) -> bool:
    """Say whether a sentence names something to be done."""
    return any(
        match and not _DECISIONS_ONLY.fullmatch(match[0])
        for match in (duty.pattern.search(text) for duty in DUTIES)
    )


@lru_cache(maxsize=4)
def is_order(text: str) -> bool:
    """Say whether a sentence asks the reader to do something: «Beskriv …»."""
    return _ORDER.search(text) is not None


def duty_of(text: str, start: int, end: int, floor: int = 0) -> Duty | None:
    """Return what must be done by the day that stands at start to end.

    The nearest before it that is not before `floor` (where the day before it ends), else the
    nearest after it. A narrow one wins over a wide one a little nearer («lämna … delrapport»).
    """
    before, behind = text[max(floor, start - _REACH) : start], text[end : end + _REACH]
    earlier = text[max(floor - _REACH, 0) : floor]
    for text_part, last in ((before, True), (behind, False), (earlier, True)):
        found = _nearest(text_part, last=last)
        if found is not None:
            return found
    return None


def _nearest(text: str, *, last: bool) -> Duty | None:
    best: tuple[int, int, Duty] | None = None
    for order, duty in enumerate(DUTIES):
        spots = [match.start() for match in duty.pattern.finditer(text)]
        if not spots:
            continue
        near = spots[-1] if last else -spots[0]
        rank = (near + _BETTER * (2 - (duty.rubrik in _WIDE) - duty.is_vague), -order, duty)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return best[2] if best else None
