"""Why a bevakning can't be saved, moved or closed, in Swedish."""

from nämnd.bevakning.errors import (
    BevakningError,
    BevakningFault,
    HurMissingError,
    SkälMissingError,
)

BEVAKNING_REFUSALS = (BevakningError, HurMissingError, SkälMissingError)
_TEXT = {
    BevakningFault.RUBRIK_MISSING: "Skriv vad som ska bevakas.",
    BevakningFault.VILLKOR_MISSING: "Skriv vad som ska ha hänt, till exempel «när respektive "
    "region har beslutat».",
    BevakningFault.NUMMER: "Skriv vilket av årets sammanträden det är, från 1 till 99.",
    BevakningFault.ÅR: "Skriv året med fyra siffror, från 1900 till 2999.",
    BevakningFault.DAGAR: "Så många dagar går inte att räkna. Skriv högst 3 660, eller välj ett "
    "datum i stället.",
    BevakningFault.ITSELF: "Dagen för «{of}» räknas från en bevakning som själv räknas från den. "
    "Välj något annat att räkna från.",
    BevakningFault.GONE: "Det som dagen för «{of}» räknas från finns inte i nämnden. Välj något "
    "annat att räkna från.",
    BevakningFault.PÅMINNELSER: "Påminnelser räknas i dagar före, från 0 till 3 660, och kan vara "
    "högst tio. Rätta dem.",
    BevakningFault.EPOST: "E-postadressen till den ansvariga går inte att använda. Rätta den eller "
    "lämna den tom.",
    BevakningFault.CLOSED: "«{of}» är avslutad. Öppna den igen om den ska ändras.",
    BevakningFault.NOT_CLOSED: "«{of}» är inte avslutad.",
    BevakningFault.HISTORY: "«{of}» har flyttats, återrapporterats eller fått en påminnelse och "
    "kan därför inte tas bort. Avsluta den i stället och skriv hur.",
    BevakningFault.CANCELLED: "Punkten utgår. Välj en annan punkt för «{of}».",
    BevakningFault.REPORTED: "Det är redan sagt vad som blev av «{of}» vid det sammanträdet.",
    BevakningFault.NEXT_MISSING: "Skriv när «{of}» ska återkomma.",
    BevakningFault.OTHER_NÄMND: "«{of}» hör till en annan nämnd.",
    BevakningFault.ON_DAGORDNING: "«{of}» står redan på en dagordning. Ta bort punkten därifrån "
    "om den ska stå på en annan.",
}


def bevakning_text(error: BevakningError | HurMissingError | SkälMissingError) -> str:
    """Return the sentence for `error`."""
    match error:
        case HurMissingError():
            return f"Skriv hur «{error.of}» avslutades. Utan det kan den inte avslutas."
        case SkälMissingError():
            return f"Skriv varför «{error.of}» flyttas. Skälet sparas i historiken."
        case BevakningError():
            return _TEXT[error.why].format(of=error.of)
