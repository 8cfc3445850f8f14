"""Why an ärende, a handling or a skrivelse can't be saved or changed, in Swedish."""

from nämnd.core.swedish import listed
from nämnd.ärende.errors import DnrTakenError, ÄrendeError, ÄrendeFault, ÄrendeUnknownError

ÄRENDE_REFUSALS = (ÄrendeError, DnrTakenError, ÄrendeUnknownError)
FAULT_TEXT = {
    ÄrendeFault.RUBRIK_MISSING: "Skriv i korthet vad det rör.",
    ÄrendeFault.DNR_MISSING: "Skriv ett diarienummer.",
    ÄrendeFault.SERIE_MISSING: "Nämnden har ingen egen diarieserie. Skriv ett diarienummer, eller "
    "ange serien i nämndens inställningar.",
    ÄrendeFault.SERIE_MALFORMED: "Nämndens diarieserie går inte att läsa. Skriv den i nämndens "
    "inställningar som «SRVN {år}/{löpnr:04d}», eller skriv ett diarienummer.",
    ÄrendeFault.AHEAD: "Datumet har inte varit än. Skriv den dag då det kom in eller gjordes.",
    ÄrendeFault.LAGRUM_MISSING: "Skriv den bestämmelse som sekretessen följer av, till exempel "
    "OSL 25 kap. 1 §.",
    ÄrendeFault.BETECKNING_MISSING: "Skriv vad den andra myndigheten kallar ärendet, eller ta bort "
    "raden.",
    ÄrendeFault.SKÄL_MISSING: "Skriv ett skäl. Det syns i diariet för den som läser senare.",
    ÄrendeFault.CLOSED_BEFORE: "Ärendet kan inte ha avslutats innan det öppnades. Rätta datumet.",
    ÄrendeFault.ANNULLED: "Det är makulerat och kan inte ändras. Registrera det på nytt om det "
    "behövs.",
    ÄrendeFault.ÄRENDE_ANNULLED: "Ärendet är makulerat. Registrera i ett annat ärende.",
    ÄrendeFault.NOTHING: "Välj vad som ska registreras.",
    ÄrendeFault.REGISTERED: "Skrivelsen är registrerad som den står. Välj Ny version för att ändra "
    "den; den registrerade finns kvar.",
    ÄrendeFault.NOT_REGISTERED: "Skrivelsen är inte registrerad, så den kan ändras som den är.",
    ÄrendeFault.OTHER_ÄRENDE: "Skrivelsen hör till ett annat ärende.",
    ÄrendeFault.NAMN_MISSING: "Skriv vad urvalet ska heta.",
}
"""What the user can do about each problem."""


def ärende_text(error: ÄrendeError | DnrTakenError | ÄrendeUnknownError) -> str:
    """Return the sentences for `error`."""
    match error:
        case DnrTakenError(dnr, rubrik):
            which = f"{dnr} ({rubrik})" if rubrik else dnr
            return (
                f"Diarienumret finns redan i diariet: {which}. Registrera handlingarna där, eller "
                "skriv ett annat nummer."
            )
        case ÄrendeUnknownError(wanted, ()):
            return f"Diariet har inget ärende {wanted}. Kontrollera diarienumret."
        case ÄrendeUnknownError(wanted, known):
            return (
                f"Flera ärenden i diariet kan vara {wanted}: {listed(known)}. Skriv diarienumret "
                "som det står där."
            )
        case ÄrendeError(problems, of):
            said = "\n".join(FAULT_TEXT[problem] for problem in problems)
            return f"«{of}»: {said}" if of else said
