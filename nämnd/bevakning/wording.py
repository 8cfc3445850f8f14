"""What a bevakning says: when it is due, how often, where it comes from. Swedish."""

from datetime import date

from nämnd.bevakning.values import (
    Förfaller,
    Hinder,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from nämnd.core.swedish import counted, ordinal, short_date

_VARJE = {
    "månad": "varje månad",
    "kvartal": "varje kvartal",
    "halvår": "varje halvår",
    "år": "varje år",
    "sammanträde": "vid varje sammanträde",
}
_OF_UNKNOWN = "det som dagen räknas från"


def words(förfaller: Förfaller, till: str = "") -> str:
    """Return when it is due, in words.

    Args:
        förfaller: when: «fjärde sammanträdet 2019», «22 november 2019».
        till: what a relative day is counted from: «sammanträdet den 22 november 2019». In a
            `BevakningRow` all of it stands as `regel`.
    """
    match förfaller:
        case PåDatum(datum):
            return short_date(datum)
        case VidSammanträde(nummer, år):
            return f"{ordinal(nummer)} sammanträdet {år}"
        case Relativt(_, dagar, slag):
            return _relative(dagar, slag, till or _OF_UNKNOWN)
        case Villkor(text):
            return text or "på ett villkor"


def _relative(dagar: int, slag: str, till: str) -> str:
    if dagar == 0:
        return f"samma dag som {till}"
    kind = ("arbetsdag", "arbetsdagar") if slag == "arbetsdagar" else ("dag", "dagar")
    return f"{counted(abs(dagar), *kind)} {'efter' if dagar > 0 else 'före'} {till}"


def sammanträde_words(day: date) -> str:
    """Return a sammanträde as what a day is counted from."""
    return f"sammanträdet den {short_date(day)}"


def återkommer_words(återkommer: Återkommer | None) -> str:
    """Return how often it comes back: «varje år till och med 31 mars 2024»; nothing when once."""
    if återkommer is None:
        return ""
    till = f" till och med {short_date(återkommer.till)}" if återkommer.till else ""
    return f"{_VARJE[återkommer.varje]}{till}"


def hinder_words(förfaller: Förfaller, hinder: Hinder | None) -> str:
    """Return why it has no day, as a sentence; nothing when it has one."""
    match hinder:
        case None:
            return ""
        case Hinder.FÖR_FÅ_SAMMANTRÄDEN if isinstance(förfaller, VidSammanträde):
            return (
                f"År {förfaller.år} har inte så många sammanträden planerade än. Dagen sätts när "
                f"det {ordinal(förfaller.nummer)} är planerat."
            )
        case Hinder.FÖR_FÅ_SAMMANTRÄDEN:
            return "Dagen räknas från ett sammanträde som inte är planerat än."
        case Hinder.BORTA:
            return "Det som dagen räknas från finns inte längre. Välj något annat att räkna från."
        case Hinder.VILLKOR:
            return "Dagen beror på något som ska ha hänt först."


def meaning_words(förfaller: Förfaller, day: date | None, hinder: Hinder | None) -> str:
    """Return what it means today: «betyder 22 november 2019», or why it has no day yet."""
    if day is None:
        return hinder_words(förfaller, hinder)
    return f"betyder {short_date(day)}"
