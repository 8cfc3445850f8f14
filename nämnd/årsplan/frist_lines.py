"""The days counted from each sammanträde, a line for each: «Stoppdag: 21 dagar före». Pure."""

import re

from nämnd.årsplan.values import Mötesfrist
from nämnd.årsplan.writing import MOST, dagslag

_LINE = re.compile(
    r"(?P<vad>.*?\S)\s*[:–,-]?\s*(?<!\d)(?P<dagar>\d{1,4})\s*"
    r"(?P<slag>arbetsdag(?:ar)?|kalenderdag(?:ar)?|dag(?:ar)?)?\s*(?P<sida>före|efter)?\s*\.?",
    re.IGNORECASE,
)


def frist_line(one: Mötesfrist) -> str:
    """Return «Stoppdag: 21 dagar före», «Beredning: 10 arbetsdagar före»."""
    many = abs(one.dagar)
    word = "arbetsdag" if one.slag == "arbetsdagar" else "dag"
    side = "efter" if one.dagar > 0 else "före"
    return f"{one.vad}: {many} {word}{'' if many == 1 else 'ar'} {side}"


def read_frist_lines(text: str) -> tuple[tuple[Mötesfrist, ...], tuple[str, ...]]:
    """Return what the lines say (days before, unless said), and those nobody can read."""
    found: list[Mötesfrist] = []
    unread: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        one = _read(line)
        if one is None:
            unread.append(line)
        else:
            found.append(one)
    return tuple(found), tuple(unread)


def _read(line: str) -> Mötesfrist | None:
    part = _LINE.fullmatch(line)
    if part is None or int(part["dagar"]) > MOST:
        return None
    vad = part["vad"].rstrip(" :–,-")
    after = (part["sida"] or "").casefold() == "efter"
    slag = dagslag("arbetsdagar" if (part["slag"] or "").casefold().startswith("arb") else "")
    days = int(part["dagar"])
    return Mötesfrist(vad, days if after else -days, slag) if vad else None
