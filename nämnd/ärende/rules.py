"""What can be said of ärenden, handlingar and skrivelser as they are written. Pure functions.

Source: OSL 5:1–5 (what the register holds, what may be hidden); RULES.md 11.
"""

from collections.abc import Iterable
from datetime import date

from nämnd.core.richtext import clean_text
from nämnd.ärende.errors import ÄrendeFault
from nämnd.ärende.values import HandlingDraft, Sekretess, SkrivelseDraft, ÄrendeDraft

HIDDEN = "[uppgift dold]"
"""Stands in a public register where a field is hidden (OSL 5:2 second paragraph)."""


def line(text: str) -> str:
    """Return `text` on one line, words one space apart, without what nobody sees."""
    return " ".join(clean_text(text).split())


def some_line(text: str | None) -> str | None:
    """Return `text` on one line; None when nothing is left of it."""
    return line(text or "") or None


def lines(texts: Iterable[str]) -> list[str]:
    """Return each on one line, without those that are empty."""
    return [kept for kept in map(line, texts) if kept]


def beteckning(dnr: str, löpnr: int) -> str:
    """Return what a handling is called: «SRVN 2019/0088-3»."""
    return f"{dnr}-{löpnr}"


def ärende_problems(draft: ÄrendeDraft, today: date | None = None) -> tuple[ÄrendeFault, ...]:
    """Return what keeps an ärende from being saved."""
    found: list[ÄrendeFault] = []
    if not line(draft.rubrik):
        found.append(ÄrendeFault.RUBRIK_MISSING)
    if today and draft.öppnat and draft.öppnat > today:
        found.append(ÄrendeFault.AHEAD)
    if any(not line(one.beteckning) for one in draft.externa_beteckningar):
        found.append(ÄrendeFault.BETECKNING_MISSING)
    return (*found, *_sekretess_problems(draft.sekretess))


def handling_problems(draft: HandlingDraft, today: date | None = None) -> tuple[ÄrendeFault, ...]:
    """Return what keeps a handling from being registered or changed."""
    found: list[ÄrendeFault] = []
    if not line(draft.rubrik):
        found.append(ÄrendeFault.RUBRIK_MISSING)
    if today and draft.datum > today:
        found.append(ÄrendeFault.AHEAD)
    return (*found, *_sekretess_problems(draft.sekretess))


def skrivelse_problems(draft: SkrivelseDraft) -> tuple[ÄrendeFault, ...]:
    """Return what keeps a skrivelse from being saved: only that it has no rubrik."""
    return () if line(draft.rubrik) else (ÄrendeFault.RUBRIK_MISSING,)


def _sekretess_problems(sekretess: Sekretess | None) -> tuple[ÄrendeFault, ...]:
    return (ÄrendeFault.LAGRUM_MISSING,) if sekretess and not line(sekretess.lagrum) else ()
