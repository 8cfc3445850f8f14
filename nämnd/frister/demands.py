"""Whether a day in a sentence is one that something must be done by.

Words right before the day decide first («senast den»). Without them it takes a demand («ska») and
a duty («redovisa») in the same sentence. What was decided, published or is only valid is no
deadline.
"""

import re
from functools import cache

from nämnd.frister.duties import has_duty, is_order
from nämnd.frister.times import LIST, When

_BEFORE = 60  # characters before a day that say what it is
_AFTER = 50


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_AT_LATEST = _compiled(
    r"\b(?:(?:allra\s+)?senast|(?:inte|ej)\s+senare\s+än|(?:sista|slut)\s?datum|deadline"
    r"|sista\s+(?:\w+)?dag(?:en)?|förfaller(?:\s+till\s+betalning)?|förfallodag(?:en)?"
    r"|(?:svars|anmälnings|ansöknings|remiss|inlämnings)(?:tid|tiden|dag|dagen|datum)(?:et)?"
    r"|(?:till\s?handa|inne)\b[^.]{0,25})"
    r"(?:\s+(?:är|blir|går\s+ut|att\s+\w+|för\s+\w+(?:\s+\w+)?|till\s+\w+))?"
    r"[\s:]*(?:(?:är|blir)\s+)?(?:(?:i|under|vid|till|före)\s+)?(?:\w+dag(?:en)?\s+)?(?:den\s+)?$"
)
_BEFORE_DAY = _compiled(
    r"\b(?P<word>före|innan|inför|tills?|till\s+och\s+med|t\.?o\.?m\.?|fram\s+till|vid|inom)\s+"
    r"(?:och\s+med\s+)?(?:(?:den|slutet\s+av|utgången\s+av|i|månad(?:s)?skiftet)\s+)*$"
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
_NO_DAY = _compiled(
    r"(?:\b(?:beslut(?:ade|at|ades|ats|et|en|ad)?|fattade[ns]?|fattats|antogs?|antagen|antagits"
    r"|fastställ\w*|godkän\w+|underteckna\w*|datera\w*|publicera\w*|utgav\w*|utgiven|tryckt"
    r"|inkom(?:mit|men|na)?|kom\s+in|skickades?|lämnades?|redovisades?|tecknades?|slöts?|ingicks?"
    r"|protokoll\w*|skrivelse\w*|remiss(?:en)?|avtal(?:et)?|överenskommelse(?:n)?|yttrande(?:t)?"
    r"|\w{2,}des|(?<!\bha )\w{3,}(?:ats|its)|ägde\s+rum|hölls?|träffades|inrättades|infördes|invald\w*|född|hämta\w*|version\w*|läst)"
    r"(?:\s+av\s+[\w-]+(?:\s+[\w-]+)?|\s+i\s+[\w-]+)?[\s,(]*(?:den\s+|i\s+|under\s+)*"
    r"|\b(?:från|from|fr\.?\s?o\.?\s?m\.?|sedan|efter|fr\s?om|och\s+med|per)\s+(?:och\s+med\s+)?"
    r"(?:den\s+|i\s+|månad(?:s)?skiftet\s+)*"
    r"|\b(?:period(?:en)?|tiden|avtalstid(?:en)?|verksamhetsår(?:et)?|omfattar|avser|avseende"
    r"|gäller(?:\s+för)?|gälla(?:\s+för)?|giltig\w*(?:\s+till)?|löper|stats?bidrag\s+för|utfall(?:et)?"
    r"|läget)\s+(?:(?:under|för|från|mellan|till|t\.?o\.?m\.?|och\s+med|perioden|tiden|den|i)\s+)*"
    r"|\b(?:träd(?:er|a|de)\s+i\s?kraft|börjar?\s+gälla|införs|startar?|upphör(?:a|de)?(?:\s+att\s+gälla)?"
    r"|sammanträde[rt]?|möte(?:t)?|konferens(?:en)?|(?:håll(?:s|as|er)|äger?\s+rum))\s*(?:\w+\s+){0,2}"
    r"(?:den\s+|i\s+)*)$"
)
_VALID = _compiled(
    r"\b(?:gäller|gälla|giltig|löper|löpa|träd(?:er|a|de)\s+i\s?kraft|börja[rs]?\s+(?:att\s+)?gälla"
    r"|upphör)\b"
)
_MODAL = _compiled(
    r"\b(?:ska(?:ll)?|måste|bör|behöver|skulle|åligger|förbinder\s+sig|förväntas|åtar\s+sig"
    r"|har\s+att|skyldiga?\s+att|anmodas|uppmanas|ombeds|vill\s+vi\s+ha|önskas|kan|får|krävs?"
    r"|kommer\s+att|att\s+\w+a\s|i\s+uppdrag)\b|\b\w{3,}as\b"
)
_MUST = _compiled(
    r"\b(?:ska(?:ll)?|måste|bör|behöver|skulle|åligger|förbinder\s+sig|förväntas|åtar\s+sig"
    r"|har\s+att|skyldiga?\s+att|anmodas|uppmanas|ombeds|krävs|i\s+uppdrag)\b"
)
_HELD = _compiled(r"^\s*(?:,|kl\.?|klockan)\s*(?:kl\.?|klockan|\d)")
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
    if _NO_DAY.search(before) or (_HELD.match(behind) and not is_order(text)):
        return False
    if when.sammanträde:
        return has_duty(text)
    word = _BEFORE_DAY.search(before)
    if word and word["word"].lower() in {"före", "innan", "inför"}:
        return _MODAL.search(text) is not None and has_duty(text) and not _VALID.search(before)
    if _VALID.search(text):
        return False
    return has_duty(text) and (_MUST.search(text) is not None or is_order(text))


def comes_every_year(text: str, when: When) -> bool:
    """Say whether the day is one of every year."""
    return when.datum is not None and not when.has_year and _EVERY_YEAR.search(text) is not None


def is_before(text: str, when: When) -> bool:
    """Say whether it must be done before the day itself: «före den 1 mars»."""
    word = _BEFORE_DAY.search(text[max(when.start - _BEFORE, 0) : when.start])
    return bool(word) and word["word"].lower() in {"före", "innan"} and not when.is_month


@cache
def forfeits(text: str) -> bool:
    """Say whether a sentence tells that a right or money is lost."""
    return _FORFEIT.search(text) is not None
