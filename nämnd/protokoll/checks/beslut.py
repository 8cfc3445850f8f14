"""The beslut of a §: that it is there, what it builds on, to whom it goes.

Source: KL 5:67 p 1 and 4 (förslag and beslut are in the protokoll), RULES.md 4 point 10 and 9.
"""

import re
from collections.abc import Iterator

from nämnd.protokoll.differences import beslut_difference, missiv_difference
from nämnd.protokoll.findings import Finding, Part, Place, Rule, about
from nämnd.protokoll.values import BeslutspunktRow, ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow

_DECIDES = ("beslut", "val")
_FREE = ("val", "formalia")  # whom to elect is seldom in the förslag
_CHANGES = frozenset({"ändring", "tillägg", "avslag", "namnförslag", "annat"})
_DONE = ("enligt förslag", "enligt yrkande", "annat")
_RECOMMENDS = re.compile(
    r"\brekommender(?:a|ar|as)\b|\bhemställ\w*|\bföreslå(?:r|s)?\b.*fullmäktige\b"
    r"|\brespektive (?:region|huvudman)\w* beslutar\b",
    re.IGNORECASE,
)


def beslut_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield what the beslut of the §§ lack, or say against what was proposed."""
    punkter = {one.id: one for one in protokoll.punkter}
    yield from _missiv(protokoll)
    for paragraf in protokoll.paragrafer:
        yield from _missing(paragraf)
        yield from _utfall_without_yrkande(paragraf)
        punkt = punkter.get(paragraf.punkt_id or "")
        if punkt is not None and paragraf.slag not in _FREE:
            yield from _differs(paragraf, punkt)
        yield from _to_whom(paragraf)


def _missiv(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield the punkter whose förslag is not their missiv's; without a förslag the beslut tells."""
    handled = {one.punkt_id: one for one in protokoll.paragrafer}
    for punkt in protokoll.punkter:
        found = missiv_difference(punkt) if punkt.förslag else None
        if found is None:
            continue
        words, paragraf = (str(punkt.nummer), punkt.rubrik), handled.get(punkt.id)
        if paragraf is None:
            place = Place(Part.DAGORDNING, punkt.id)
            yield Finding(Rule.FÖRSLAG_DIFFERS, place, words=words, satser=found.satser)
        else:
            yield about(
                paragraf, Rule.FÖRSLAG_DIFFERS, Part.BESLUT, words=words, satser=found.satser
            )


def _missing(paragraf: ParagrafRow) -> Iterator[Finding]:
    rows = paragraf.beslutspunkter
    if paragraf.slag in _DECIDES and not any(one.utfall or one.text.strip() for one in rows):
        yield about(paragraf, Rule.NO_BESLUT, Part.BESLUT)
        return
    if not paragraf.klar:
        yield about(paragraf, Rule.OPEN, Part.BESLUT)
    for one in rows:
        if one.utfall is None or (one.utfall in _DONE and not one.text.strip()):
            yield about(
                paragraf, Rule.NO_UTFALL, Part.BESLUT, key=one.id, words=(one.nummer, one.text)
            )


def _utfall_without_yrkande(paragraf: ParagrafRow) -> Iterator[Finding]:
    """A beslut «enligt yrkande», or avslag, with nobody who moved it: 5:67 p 1 wants it told."""
    moved = any(not one.återtaget for one in paragraf.yrkanden)
    if moved or paragraf.voteringar:
        return
    for one in paragraf.beslutspunkter:
        if one.utfall in ("enligt yrkande", "avslag"):
            yield about(
                paragraf, Rule.NO_YRKANDE, Part.BESLUT, key=one.id, words=(one.utfall, one.nummer)
            )


def _differs(paragraf: ParagrafRow, punkt: PunktRow) -> Iterator[Finding]:
    moved = (one.slag for one in paragraf.yrkanden if not one.återtaget)
    if any(not slag or _CHANGES & set(slag) for slag in moved):
        return
    found = beslut_difference(punkt, paragraf)
    if found is not None:
        yield about(paragraf, Rule.DIFFERS, Part.BESLUT, satser=found.satser)


def _to_whom(paragraf: ParagrafRow) -> Iterator[Finding]:
    for one in paragraf.beslutspunkter:
        if one.utfall in _DONE and not one.riktas_till and _RECOMMENDS.search(one.text):
            yield about(
                paragraf, Rule.NO_ADDRESSEE, Part.BESLUT, key=one.id, words=(one.nummer, one.text)
            )
    if not paragraf.expedieringar and any(map(_goes_to_others, paragraf.beslutspunkter)):
        yield about(paragraf, Rule.NO_EXPEDIERING, Part.EXPEDIERING)


def _goes_to_others(row: BeslutspunktRow) -> bool:
    return row.utfall == "återremiss" or bool(row.riktas_till)
