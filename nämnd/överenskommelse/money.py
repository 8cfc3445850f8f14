"""Kronor as they are written: «762 149 317», «762 149 317 kr», «5 698,5 miljoner kronor».

Source: Svenska skrivregler (groups of three with a space between); the real överenskommelser.
"""

import re
from decimal import Decimal, InvalidOperation

HARD_SPACE = "\N{NO-BREAK SPACE}"  # a number is not broken over two lines
MINUS = "\N{MINUS SIGN}"
MOST = 10**15  # kronor; more is no sum of money

_SPACES = "[ \\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}]"
_UNITS = {
    "": 1, "kr": 1, "kronor": 1, "sek": 1, "tkr": 1000, "tusen kronor": 1000,
    "mkr": 10**6, "mnkr": 10**6, "miljoner kronor": 10**6, "miljon kronor": 10**6,
    "miljarder kronor": 10**9, "miljard kronor": 10**9,
}  # fmt: skip
_WRITTEN = re.compile(
    rf"([-{MINUS}–]?){_SPACES}*(\d{{1,3}}(?:{_SPACES}\d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+|\d{{1,16}})"
    rf"(?:,(\d{{1,9}}|-))?{_SPACES}*([a-zåäö]*(?: kronor)?)\.?"
)


def kronor(text: str) -> int | None:
    """Return the whole kronor that `text` says, or None when it says no amount.

    «1 234,50» says no whole kronor, and so nothing; «1 234,00» and «1 234:-» do.
    """
    said = " ".join(text.replace(":-", "").split(" ")).strip().casefold()
    found = _WRITTEN.fullmatch(said) if len(said) <= 60 else None  # noqa: PLR2004 no number is so long
    if found is None or found[4] not in _UNITS:
        return None
    sign, whole, part, unit = found.groups()
    try:
        amount = Decimal(re.sub(r"\D", "", whole) + "." + (part or "0").replace("-", "0"))
    except InvalidOperation:
        return None
    amount *= _UNITS[unit]
    if amount != int(amount) or amount > MOST:
        return None
    return -int(amount) if sign else int(amount)


def money_text(belopp: int) -> str:
    """Return «762 149 317», with hard spaces; what is below zero with a minus sign."""
    digits = f"{abs(belopp):,}".replace(",", HARD_SPACE)
    return f"{MINUS}{digits}" if belopp < 0 else digits
