"""What a finding says to the secretary, for the window and the command line alike."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from nämnd.beredning.values import Waiting, Waits
from nämnd.core.swedish import counted, listed, short_date
from nämnd.sammanträde.checks import Finding, Lack

_WAITS = {
    Waits.BORDLAGT: ("ett bordlagt ärende", "{} bordlagda ärenden"),
    Waits.ÅTERREMITTERAT: ("ett återremitterat ärende", "{} återremitterade ärenden"),
    Waits.DELEGATION: ("ett delegationsbeslut", "{} delegationsbeslut"),
    Waits.ANMÄLAN: ("en handling att anmäla", "{} handlingar att anmäla"),
    Waits.VÄNTAR: ("ett ärende", "{} ärenden"),
}


def waiting_text(waiting: Sequence[Waiting]) -> str:
    """Return what waits for a dagordning as a sentence; empty when nothing does.

    A brådskande beslut is not among it: it has a line of its own, with its day.
    """
    found = Counter(one.why for one in waiting if one.why in _WAITS)
    parts = [
        one if found[why] == 1 else many.format(found[why])
        for why, (one, many) in _WAITS.items()
        if found[why]
    ]
    said = f"{listed(parts)} väntar på en dagordning." if parts else ""
    return f"{said[:1].upper()}{said[1:]}"


def finding_text(finding: Finding) -> str:
    """Return one finding as a sentence."""
    match finding.lack:
        case Lack.KALLELSE_SOON:
            return f"Kallelsen ska vara ute senast den {_day(finding.where)}."
        case Lack.KALLELSE_LATE:
            return f"Kallelsen skulle ha gått ut senast den {_day(finding.where)}."
        case Lack.EMAIL:
            people = counted(int(finding.where), "kallad", "kallade")
            return f"{people} saknar en e-postadress som går att använda."
        case Lack.TID if finding.where:
            return f"Klockslag saknas för den {_day(finding.where)}."
        case Lack.BEVAKNING if finding.where:
            return (
                f"Bevakningen «{finding.what}» ({finding.where}) ska tas upp vid sammanträdet och "
                "står inte på dagordningen."
            )
        case _:
            return _SAID[finding.lack].format(where=finding.where, what=finding.what)


def finding_chip(finding: Finding) -> str:
    """Return the finding in a word or two: «3 dagar kvar», «saknas»."""
    match finding.lack:
        case Lack.KALLELSE_SOON if finding.days == 0:
            return "i dag"
        case Lack.KALLELSE_SOON:
            return f"{counted(finding.days, 'dag', 'dagar')} kvar"
        case Lack.KALLELSE_LATE:
            return f"{counted(finding.days, 'dag', 'dagar')} sen"
        case _ if finding.lack in _TO_CHECK:
            return "kontrollera"
        case _:
            return "saknas"


_TO_CHECK = (
    Lack.SAME_FILE,
    Lack.FÖRSLAG_BEHIND,
    Lack.FIL_BEHIND,
    Lack.HANDLING_ANNULLED,
    Lack.ÄRENDE_ANNULLED,
    Lack.HIDDEN_RUBRIK,
)
_SAID = {
    Lack.RUBRIK: "Punkt {where} har ingen egen rubrik än.",
    Lack.FÖRSLAG: "Punkt {where}: «{what}» saknar förslag till beslut.",
    Lack.FIL: "Bilaga {where}: «{what}» har ingen fil än.",
    Lack.SAME_FILE: "Bilagorna {where} är samma fil.",
    Lack.BRÅDSKANDE: "Det brådskande beslutet «{what}» måste anmälas vid sammanträdet och står "
    "inte på dagordningen.",
    Lack.BEVAKNING: "Bevakningen «{what}» ska tas upp vid sammanträdet och står inte på "
    "dagordningen.",
    Lack.FÖRSLAG_BEHIND: "Punkt {where}: skrivelsens förslag har ändrats sedan punkten lades på.",
    Lack.FIL_BEHIND: "Bilaga {where}: «{what}» har en nyare version i diariet.",
    Lack.HANDLING_ANNULLED: "Bilaga {where}: «{what}» är makulerad i diariet.",
    Lack.ÄRENDE_ANNULLED: "Punkt {where}: ärendet «{what}» är makulerat i diariet.",
    Lack.HIDDEN_RUBRIK: "Punkt {where}: ärendets rubrik är dold. Läs igenom punktens texter innan "
    "de går ut.",
    Lack.PLATS: "Sammanträdet har ingen plats än.",
    Lack.TID: "Sammanträdet har inget klockslag än.",
    Lack.PUNKTER: "Dagordningen är tom.",
    Lack.ORDFÖRANDE: "Ingen ordförande är vald för sammanträdet.",
    Lack.SEKRETERARE: "Ingen sekreterare är vald för sammanträdet.",
    Lack.CALLED: "Nämnden har inga ledamöter eller ersättare att kalla den dagen.",
}


def _day(iso: str) -> str:
    return short_date(date.fromisoformat(iso))
