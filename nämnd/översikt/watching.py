"""What is to be watched now: the days that are near or have gone by, and what each says."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from nämnd.anslag.lagfrister import lagfrister
from nämnd.anslag.values import Lagfrist, Vad
from nämnd.core.swedish import counted, listed, short_date
from nämnd.justering.wording import which

_SOON = {Vad.FRÅGA_RÄTTEN: 0, Vad.TAS_NED: 0, Vad.ANMÄLS: 3650}
"""Days ahead from which each is shown: what can't be done before its day, on that day.

A brådskande beslut is pressed for from the start: it is put on the dagordning long before the day.
"""
_USUALLY_SOON = 14
_OLD = -365  # days: nobody does now what was missed more than a year ago
_TWO_YEARS = timedelta(days=730)
_LATE_LATER = (Vad.FRÅGA_RÄTTEN, Vad.TAS_NED)  # nothing is late with these


def to_watch(session: Session, nämnd_id: str, *, today: date) -> tuple[Lagfrist, ...]:
    """Return what is to be done now or soon, the most urgent first.

    Raises:
        GoneError: the nämnd is not there.
    """
    found = lagfrister(session, nämnd_id, today, since=since(today))
    return tuple(one for one in found if is_near(one))


def since(today: date) -> date:
    """Return the day from which sammanträden are watched: of older ones it is all old."""
    return max(today, date.min + _TWO_YEARS) - _TWO_YEARS


def is_late(one: Lagfrist) -> bool:
    """Say whether the day has gone by."""
    if one.vad is Vad.SÄTTS_UPP_IGEN:
        return True
    return one.days_left is not None and one.days_left < 0 and one.vad not in _LATE_LATER


def lagfrist_chip(one: Lagfrist) -> str:
    """Return it in a word or two: «3 dagar kvar», «2 dagar sen»."""
    left = one.days_left
    if left is None or one.vad is Vad.SÄTTS_UPP_IGEN or one.vad in _LATE_LATER:
        return "att göra"
    if left == 0:
        return "i dag"
    days = counted(abs(left), "dag", "dagar")
    return f"{days} kvar" if left > 0 else f"{days} sen"


def lagfrist_text(one: Lagfrist) -> str:
    """Return it as a sentence."""
    said = _said(one)
    return f"{said[:1].upper()}{said[1:]}"


def _said(one: Lagfrist) -> str:
    match one.vad:
        case Vad.JUSTERAS:
            verb = "skulle ha justerats" if is_late(one) else "ska justeras"
            return f"{_which(one)} {verb} senast den {_day(one.day)}."
        case Vad.ANSLÅS:
            return _announce(one)
        case Vad.SÄTTS_UPP_IGEN:
            boards = listed(one.words)
            return (
                f"Anslaget om {_which(one)} togs ned för tidigt från {boards}. Sätt upp det igen."
            )
        case Vad.FRÅGA_RÄTTEN:
            return (
                f"Tiden för att överklaga {_which(one)} har gått ut. Fråga förvaltningsrätten om "
                "någon har gjort det."
            )
        case Vad.TAS_NED:
            return f"Anslaget om {_which(one)} får tas ned från {listed(one.words)}."
        case Vad.ANMÄLS:
            return _report(one)
        case Vad.UNDERTECKNAS:
            return f"Delegationsprotokollet från den {_day(one.datum)} är inte undertecknat."


def is_near(one: Lagfrist) -> bool:
    """Say whether it is to be done now or soon; nobody does what was missed long ago."""
    if one.days_left is None:
        return True
    return _OLD <= one.days_left <= _SOON.get(one.vad, _USUALLY_SOON)


def _announce(one: Lagfrist) -> str:
    boards = f"på {listed(one.words)}"
    if one.day is None:
        return f"{_which(one)} är inte anslagna {boards}."
    verb = "skulle ha anslagits" if is_late(one) else "ska anslås"
    return f"{_which(one)} {verb} {boards} senast den {_day(one.day)}."


def _report(one: Lagfrist) -> str:
    what = f"Det brådskande beslutet «{listed(one.words)}»"
    if one.day is None:
        return f"{what} ska anmälas vid nästa sammanträde, och inget är planerat."
    verb = "skulle ha anmälts" if is_late(one) else "ska anmälas"
    return f"{what} {verb} vid sammanträdet den {_day(one.day)}."


def _which(one: Lagfrist) -> str:
    """Return «§§ 59–74 från den 27 mars 2026»."""
    if one.delegationsprotokoll_id:
        return f"delegationsprotokollet från den {_day(one.datum)}"
    sets = which(one.paragrafer.text) if one.paragrafer else ""
    return f"{sets or 'protokollet'} från den {_day(one.dagar[0] if one.dagar else None)}"


def _day(day: date | None) -> str:
    return short_date(day) if day else "?"
