"""What is asked and said at standing punkter that have no förslag: val av justerare and others."""

import re
from collections.abc import Callable

from nämnd.core.swedish import listed
from nämnd.documents.klubblista.reminders import justering
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.values import ParagrafRow, Protokoll

Rows = tuple[tuple[str, str], ...]
_BLANK = "________________"


def standing(protokoll: Protokoll, paragraf: ParagrafRow) -> Rows:
    """Return cues and words for a punkt without förslag, by its rubrik or slag; or none.

    «Upprop och val av justerare» is both, in that order.
    """
    named = [
        (match.start(), rows(protokoll))
        for pattern, rows in _BY_RUBRIK
        if (match := re.search(pattern, paragraf.rubrik, re.IGNORECASE))
    ]
    if named:
        return tuple(row for _, rows in sorted(named) for row in rows)
    if paragraf.slag in ("information", "anmälan"):
        return _asked(
            phrase(protokoll.nämnd.frasbank, f"fråga {paragraf.slag}"),
            phrase(protokoll.nämnd.frasbank, paragraf.slag),
        )
    if paragraf.slag == "beslut":
        return (("Gör", "Be om ett förslag till beslut. Det finns inget än."),)
    return ()


def _asked(question: str, said: str) -> Rows:
    return ("Fråga", question), ("Väntat svar", "Ja"), ("Säg", said)


def _justerare(protokoll: Protokoll) -> Rows:
    names = listed(protokoll.name(one.person_id) for one in protokoll.justerare)
    values = {"personer": names or _BLANK, "tid": justering(protokoll)}
    said = phrase(protokoll.nämnd.frasbank, "justerare", **values)
    if names:
        return _asked(f"Utses {names} att jämte mig justera protokollet?", said)
    return ("Fråga", "Vem föreslås att jämte mig justera protokollet?"), ("Säg", said)


def _dagordning(protokoll: Protokoll) -> Rows:
    said = phrase(protokoll.nämnd.frasbank, "föredragningslista")
    return (
        ("Fråga", "Vill någon lägga till, flytta eller ta bort något ärende?"),
        *_asked("Godkänns föredragningslistan?", said),
    )


def _jäv(_: Protokoll) -> Rows:
    return (("Fråga", "Har någon jäv i något av ärendena?"),)


def _roll_call(_: Protokoll) -> Rows:
    return (("Gör", "Ropa upp ledamöterna. Säg vem som tjänstgör för den som inte är här."),)


def _other_matters(protokoll: Protokoll) -> Rows:
    said = phrase(protokoll.nämnd.frasbank, "inga övriga frågor")
    return ("Fråga", "Finns det några övriga frågor?"), ("Vid nej", said)


_BY_RUBRIK: tuple[tuple[str, Callable[[Protokoll], Rows]], ...] = (
    (r"\bjuster(are|ingsperson|ingsm[aä]n)|\bprotokollets justering", _justerare),
    (r"\b(dagordning|föredragningslista|ärendelista)", _dagordning),
    (r"\bjäv\b", _jäv),
    (r"\b(upprop|närvaro)", _roll_call),
    (r"\bövriga (frågor|ärenden)\b", _other_matters),
)
