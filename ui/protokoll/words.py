"""What the page of the meeting day says of a sammanträde and its §§. Pure functions."""

from collections import Counter
from datetime import date

from nämnd.core.swedish import counted
from nämnd.lås.values import JUSTERAT
from nämnd.närvaro.meeting import At
from nämnd.närvaro.rules import Beslutsförhet, beslutsför
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import Dag, PunktRow
from ui.toolkit.palette import Role

UTGÅR = "utgår"
_WHOLE = {
    "bordläggning": "bordlagd",
    "återremiss": "återremitterad",
    "avslag": "avslag",
    UTGÅR: UTGÅR,
}
_SHORT_FORM = "§ {nr}"
_NOT_OPEN = "Inte öppnat än"


def paragraf_name(protokoll: Protokoll, nummer: int) -> str:
    """Return «§ 62», or as the nämnd writes it: «62/19»."""
    day = protokoll.sammanträde.day
    year = day.year if day else 0
    try:
        return protokoll.nämnd.paragrafform.format(nr=nummer, år=year % 100)
    except (KeyError, IndexError, ValueError):  # a form that somebody wrote by hand
        return _SHORT_FORM.format(nr=nummer)


def is_justerad(protokoll: Protokoll, paragraf: ParagrafRow) -> bool:
    """Say whether a § stands."""
    return any(
        one.läge == JUSTERAT and one.paragrafer.touches(paragraf.nummer)
        for one in protokoll.justeringar
    )


def state_text(paragraf: ParagrafRow) -> tuple[str, Role]:
    """Return how far a § has come: «pågår», «✓», «bordlagd»."""
    if not paragraf.klar:
        return "pågår", Role.NOTE
    outcomes = Counter(one.utfall for one in paragraf.beslutspunkter)
    if len(outcomes) == 1 and (whole := _WHOLE.get(next(iter(outcomes)) or "")):
        return whole, Role.MUTED
    if outcomes["bordläggning"]:
        return "delvis bordlagd", Role.MUTED
    return "✓", Role.GOOD


def state_spoken(paragraf: ParagrafRow) -> str:
    """Return the state of a § for a screen reader."""
    text, _ = state_text(paragraf)
    return "klar" if text == "✓" else text


def handling_text(punkt: PunktRow | None) -> str:
    """Return «handling 4» or «handlingar 7A–7C»; «» without any."""
    labels = [one.beteckning for one in punkt.bilagor] if punkt else []
    if not labels:
        return ""
    return f"handling {labels[0]}" if len(labels) == 1 else f"handlingar {labels[0]}–{labels[-1]}"


def facts_text(protokoll: Protokoll, paragraf: ParagrafRow) -> str:
    """Return the line under the heading: «Dnr SRVN 2019/0088 · handling 4 · kl. 09.41»."""
    punkt = punkt_of(protokoll, paragraf)
    dnr = f"Dnr {', '.join(paragraf.dnr)}" if paragraf.dnr else ""
    tid = f"kl. {paragraf.tid}" if paragraf.tid else ""
    return " · ".join(filter(None, (dnr, handling_text(punkt), tid)))


def punkt_of(protokoll: Protokoll, paragraf: ParagrafRow) -> PunktRow | None:
    """Return the punkt that a § is about, or None for an extra §."""
    return next((one for one in protokoll.punkter if one.id == paragraf.punkt_id), None)


def presence(protokoll: Protokoll, paragraf: ParagrafRow | None) -> Beslutsförhet:
    """Return who serves at a §; without one, from the start."""
    at = At(paragraf.nummer, paragraf.jäv) if paragraf else At(0)
    return beslutsför(protokoll, at)


def presence_text(found: Beslutsförhet) -> str:
    """Return «11 av 12 tjänstgör · beslutsför»."""
    able = "beslutsför" if found.ok else f"inte beslutsför, {found.needed} behövs"
    return f"{found.serving} av {found.seats} tjänstgör · {able}"


def course_text(protokoll: Protokoll, today: date) -> str:
    """Return where the sammanträde is: «Pågår sedan 08.31», «Ajournerat sedan 10.45»."""
    head = protokoll.sammanträde
    if head.inställt is not None:
        return "Inställt"
    pause = next((one for one in head.ajourneringar if one.till is None), None)
    if pause is not None:
        return f"Ajournerat sedan {pause.från}"
    if head.dagar and head.dagar[-1].avslutat is not None:
        return f"Avslutat {head.dagar[-1].avslutat}"
    running = open_day(protokoll)
    if running is not None and running.datum >= today:
        return f"Pågår sedan {running.öppnat}"
    if running is not None:
        return f"Öppnat {running.öppnat}, inte avslutat"
    ended = [n for n, one in enumerate(head.dagar) if one.avslutat is not None]
    return f"Dag {ended[-1] + 1} avslutad {head.dagar[ended[-1]].avslutat}" if ended else _NOT_OPEN


def open_day(protokoll: Protokoll) -> Dag | None:
    """Return the day that has been opened and not ended."""
    days = protokoll.sammanträde.dagar
    return next((one for one in days if one.öppnat and one.avslutat is None), None)


def day_now(protokoll: Protokoll, today: date) -> Dag | None:
    """Return the day that is being written about: today, the open one, or the next to open."""
    days = protokoll.sammanträde.dagar
    of_today = next((one for one in days if one.datum == today), None)
    unopened = next((one for one in days if one.öppnat is None), None)
    return of_today or open_day(protokoll) or unopened or (days[-1] if days else None)


def count_text(protokoll: Protokoll) -> str:
    """Return «4 av 16 behandlade», with how many §§ are not done."""
    handled = {one.punkt_id for one in protokoll.paragrafer}
    total = sum(1 for one in protokoll.punkter if one.utgår is None or one.id in handled)
    total += sum(1 for one in protokoll.paragrafer if one.punkt_id is None)
    open_ = sum(1 for one in protokoll.paragrafer if not one.klar)
    under = f" · {counted(open_, 'pågår', 'pågår')}" if open_ else ""
    return f"{len(protokoll.paragrafer)} av {total} behandlade{under}"
