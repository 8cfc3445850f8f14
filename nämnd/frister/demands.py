"""Whether a day in a sentence is one that something must be done by.

Words right before the day decide first («senast den»). Without them it takes a demand («ska») and
a duty («redovisa») in the same sentence. What was decided, published or is only valid is no
deadline.
"""

import re
from functools import lru_cache

from nämnd.frister.duties import has_duty, is_order
from nämnd.frister.times import LIST, When

_BEFORE = 60  # characters before a day that say what it is
_AFTER = 50


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_AT_LATEST = _compiled(
    r"\b(?:(?:allra\s+)?senast|(?:inte|ej)\s+senare\s+än|(?:sista|slut)\s?datum|deadline|(?:tids)?frist(?:en)?|klart?(?=:)|stänger"
    r"|sista\s+(?:\w+)?dag(?:en)?|förfaller(?:\s+till\s+betalning)?|förfallodag(?:en)?"
    r"|(?:svars|anmälnings|ansöknings|remiss|inlämnings)(?:tid|tiden|perioden|dag|dagen|datum)(?:et)?"
    r"|(?:till\s?handa|inne)\b[^.]{0,25})"
    r"(?:\s+(?:är|blir|går\s+ut|att\s+\w+(?:\s+sig)?|för\s+\w+(?:\s+\w+)?|till\s+\w+))?"
    r"[\s:]*(?:(?:är|blir)\s+)?(?:(?:i|under|vid|till|före|t\.?o\.?m\.?)\s+)?(?:\w+dag(?:en)?\s+)?(?:den\s+)?$"
)
_BEFORE_DAY = _compiled(
    r"\b(?P<word>före|innan|inför|till\s+och\s+med|t\.?o\.?m\.?|fram\s+till|vid|inom)\s+"
    r"(?:(?:den|slutet\s+av|utgången\s+av|i|månad(?:s)?skiftet)\s+)*$"
)
_LAST_AFTER = _compiled(
    r"^[\s,]*(?:\w+\s+){0,2}(?:är|som|blir|utgör)\s+(?:sista|senaste)\s+(?:\w+)?(?:dag|datum|tid)"
)
_NO_LATEST = _compiled(
    r"\b(?:ändra\w*|uppdatera\w*|revidera\w*|hämta\w*|granska\w*|besökt\w*|lydelse\w*|utgiven"
    r"|version\w*|sparad|kontrollera(?:d|t|des)|träffades|sågs|möttes)\s+senast\s+(?:den\s+)?$"
    r"|\bsenast\s+(?:ändra\w*|uppdatera\w*|revidera\w*|hämta\w*|granska\w*|kontrollera\w*)\W+"
    r"(?:den\s+)?$"
)
_DAY_WORDS = r"(?:den\s+|i\s+|under\s+|och\s+med\s+)*$"
_NO_DAY = tuple(
    _compiled(pattern + _DAY_WORDS)
    for pattern in (
        # what has been done: «beslutade den», «publicerades i», «har lämnats den»
        (
            r"\b(?:beslut(?:ade|at|ad|en|et)?|fattade|antog|antagen|fastställd|godkänd|undertecknad"
            r"|dater\w*|publicer\w*|utgav|utgiven|tryckt|inkom(?:men|na)?|kom\s+in|lämnade|redovisade"
            r"|slöts?|ingicks?|höll|hölls|född|hämta\w*|version\w*|läst|\w{2,}des"
            r"|(?<!\bha )\w{3,}(?:ats|its))"
            r"(?:\s+av\s+[\w-]+(?:\s+[\w-]+)?|\s+i\s+[\w-]+)?[\s,(]*"
        ),
        # what is only referred to: «enligt avtalet den»
        (
            r"\b(?:enligt|genom|jfr|se)\s+(?:\w+\s+){0,2}"
            r"(?:beslut|avtal|överenskommelse|skrivelse|protokoll|yttrande)\w*\s+(?:av\s+)?"
        ),
        # where something begins: «från den», «efter den», «tidigast den»
        (
            r"\b(?:tidigast|från|from|fr\.?\s?o\.?\s?m\.?|fr\s?om|sedan|efter|och\s+med|per)\s+"
            r"(?:månad(?:s)?skiftet\s+)?"
        ),
        # a time that something is about: «perioden», «gäller till»
        (
            r"\b(?:period(?:en)?|tiden|avtalstid(?:en)?|verksamhetsår(?:et)?|omfattar|avser"
            r"|avseende|gäller|gälla|giltig\w*|löper|utfall(?:et)?|läget)\s+"
            r"(?:(?:under|för|från|mellan|till|t\.?o\.?m\.?|perioden|tiden)\s+)*"
        ),
        # what comes into force, begins or is held
        (
            r"\b(?:träd(?:er|a|de)\s+i\s?kraft|börjar?\s+gälla|införs|startar?|upphör(?:a|de)?"
            r"|sammanträde[rt]?|möte(?:t)?|konferens(?:en)?|håll(?:s|as|er)|äger?\s+rum)"
            r"\s*(?:\w+\s+){0,2}"
        ),
    )
)
"""What stands before a day that nothing must be done by."""
_VALID = _compiled(
    r"\b(?:gäller|gälla|giltig|löper|löpa|träd(?:er|a|de)\s+i\s?kraft|börja[rs]?\s+(?:att\s+)?gälla"
    r"|upphör|träffas|möts|hållas|äga\s+rum|sammanträda)\b"
)
_DEMANDED = (
    r"\b(?:ska(?:ll)?|måste|bör|behöver|skulle|åligger|förbinder\s+sig|förväntas|åtar\s+sig"
    r"|har\s+att|skyldiga?\s+att|anmodas|uppmanas|ombeds|krävs|emotses|väntas|föreläggs?|förelägger|begär|åläggs|i\s+uppdrag"
    r"|(?:del|slut|åter|av)?(?:redovisas|rapporteras)|(?:in|över|av)?lämnas|återbetalas|återförs|rekvireras"
    r"|skickas|sänds|insänds|besvaras|inges|följs\s+(?:\w+\s+)?upp|justeras|betalas|presenteras"
    r"|bordläggs|återremitteras|tas\s+upp|behandlas|görs|sker|fastställs|antas|lämnar|återkommer"
)
_MUST = _compiled(rf"{_DEMANDED})\b")
_MAY = _compiled(rf"{_DEMANDED}|kan|får|kommer\s+att|önskas|vill\s+vi\s+ha)\b")
_HELD = _compiled(r"^\s*(?:,|kl\.?|klockan)\s*(?:kl\.?|klockan|\d)")
_LISTED = _compiled(
    r"(?:^|[,;•–-]\s*)(?:\w+\s+){0,2}?(?:(?:del|slut)(?:redovisning|rapport)|verksamhetsrapport|rekvisition"
    r"|remissvar|återrapport(?:ering)?|anmälan|ansökan|(?:redovisning|rapport|svar|yttrande)(?=\s*:))\w*"
    r"\s*[:–-]?\s*(?:den\s+|i\s+)?$"
)
"""A line of a list, with nothing but what and when: «Delrapport 30 september»."""
_AT_MEETING = _compiled(
    r"\b(?:till|vid|på|inför)\s+(?:\w+\s+){0,2}(?:sammanträde|möte)\w*\s+(?:den\s+|i\s+)?$"
)
_DECIDED = _compiled(r"\b(?:beslutade|behandlade|fastställde|godkände|noterade|konstaterade)\b")
_EVERY_YEAR = _compiled(
    r"\b(?:årligen|varje\s+(?:kalender)?år|varje\s+(?:\w+\s+)?(?:mars|april|maj|juni|januari)"
    r"|en\s+gång\s+(?:per|om)\s+(?:år|året)|(?:år)?(?:et|\s)därpå|påföljande\s+år|året\s+efter"
    r"|nästkommande\s+år|efterföljande\s+år)\b"
)
_FORFEIT = _compiled(
    r"\b(?:förfaller(?!\s+till\s+betalning)|förfalla(?!\s+till\s+betalning)|förverka\w*"
    r"|går\s+förlora\w*|(?:kan|får|kommer)\s+(?:\w+\s+){0,3}(?:återkräva\w*|krävas?\s+tillbaka|hålla\s+inne"
    r"|hållas\s+inne)|återkrävs|mister|förlorar|går\s+miste|faller\s+bort|dras\s+in|hålls\s+inne"
    r"|preskribera\w*|(?:kan|får|kommer)\s+(?:\w+\s+){0,4}(?:inte|ej|inte\s+att)\s+(?:\w+\s+){0,2}"
    r"(?:rekvireras|betalas\s+ut|utbetalas|beviljas|lämnas\s+ut|prövas)"
    r"|(?:betalas|utbetalas|beviljas|prövas)\s+(?:inte|ej))\b"
    r"|\bförutsättning(?:en)?\s+för\s+(?:att\s+)?(?:få|ta\s+del|utbetalning)"
)


_UNTIL = frozenset({"till och med", "t.o.m.", "t.o.m", "tom", "fram till"})
_FIRST = frozenset({"före", "innan", "inför"})
_MAY_UNTIL = _compiled(
    r"\b(?:kan|får|ska|möjligt|välkom\w*|svar(?:a|en)?|ansök\w*|anmäl\w*)\s+(?:\w+\s+){1,8}$"
)


def is_deadline(text: str, when: When, *, after_one: When | None) -> bool:
    """Say whether something must be done by that day.

    `after_one`: the day before it in the sentence, when that one is a deadline.
    """
    before = text[max(when.start - _BEFORE, 0) : when.start]
    behind = text[when.end : when.end + _AFTER]
    if after_one is not None and LIST.fullmatch(text, after_one.end, when.start):
        return True
    if _NO_LATEST.search(before):
        return False
    if _AT_LATEST.search(before) or _LAST_AFTER.search(behind):
        return True
    word = _BEFORE_DAY.search(before)
    leading = " ".join(word["word"].lower().split()) if word else ""
    if leading in _UNTIL:
        may = _MAY_UNTIL.search(before) and not _is_validity(text[: when.start])
        return bool(may) and has_duty(text)
    if _LISTED.search(before):
        return True
    if _AT_MEETING.search(before):
        return has_duty(text) and _demands(text, may=False) and not _DECIDED.search(before)
    if any(one.search(before) for one in _NO_DAY) or (_HELD.match(behind) and not is_order(text)):
        return False
    if when.sammanträde:
        return has_duty(text)
    if _is_validity(text[: when.start]):
        return False
    return has_duty(text) and (_demands(text, may=leading in _FIRST) or is_order(text))


@lru_cache(maxsize=8)
def _demands(text: str, *, may: bool) -> bool:
    """Say whether a sentence demands something; `may`: or only lets it be done."""
    return (_MAY if may else _MUST).search(text) is not None


def _is_validity(before: str) -> bool:
    """Say whether the last thing before a day is that something is valid, and no demand."""
    return _last(_VALID, before) > _last(_MUST, before)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def comes_every_year(text: str, when: When) -> bool:
    """Say whether the day is one of every year."""
    return when.datum is not None and not when.has_year and _EVERY_YEAR.search(text) is not None


def is_before(text: str, when: When) -> bool:
    """Say whether it must be done before the day itself: «före den 1 mars»."""
    word = _BEFORE_DAY.search(text[max(when.start - _BEFORE, 0) : when.start])
    return bool(word) and word["word"].lower() in _FIRST and not when.is_month


def forfeits(text: str) -> bool:
    """Say whether a sentence tells that a right or money is lost."""
    return _FORFEIT.search(text) is not None
