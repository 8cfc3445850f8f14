"""Why something can't be done to a justering, in Swedish: what happened and what to do."""

from nämnd.core.swedish import listed
from nämnd.justering.errors import (
    Amiss,
    AskedUnfitError,
    ChangedMeanwhileError,
    JusteringDraftError,
    NoSignersError,
    NothingToJusteraError,
    NotNow,
    NotNowError,
    PassphraseDemandedError,
    PassphraseWeakError,
    SetAmbiguousError,
    SetsOverlapError,
    SvarRefusal,
    SvarRefusedError,
    SättNotAllowedError,
)

JUSTERING_REFUSALS = (
    AskedUnfitError,
    ChangedMeanwhileError,
    JusteringDraftError,
    NoSignersError,
    NothingToJusteraError,
    NotNowError,
    PassphraseDemandedError,
    PassphraseWeakError,
    SetAmbiguousError,
    SetsOverlapError,
    SvarRefusedError,
    SättNotAllowedError,
)
_NOT_NOW = {
    NotNow.ALREADY_LOCKED: "Alla har redan godkänt {which}. Ska något ändras, gå först tillbaka "
    "ett steg; då gäller godkännandena inte längre.",
    NotNow.NOT_SENT: "{which} har inte skickats för justering, så det finns ingen text att skriva "
    "under. Skicka dem först, eller gör filen för underskrift på papper.",
    NotNow.NOT_APPROVED: "Alla har inte godkänt {which} än. Vänta in svaren, eller skicka dem "
    "igen.",
    NotNow.NOT_JUSTERAT: "{which} har inte justerats. Ändra texten direkt; en rättelse är till för "
    "det som redan är justerat.",
    NotNow.NO_UTDRAG: "{which} är inte justerade än, och utdrag görs bara av det som är justerat. "
    "Vänta tills protokollet är justerat. Brådskar det, låt paragrafen justeras för sig.",
    NotNow.NOT_LOCKED: "Alla har inte godkänt {which} än.",
    NotNow.NO_WAY_BACK: "{which} kan inte gå tillbaka ett steg. Är något fel i det som är "
    "justerat, skriv en rättelse.",
    NotNow.ON_A_BOARD: "Justeringen av {which} är anslagen. Ta först bort anslagets datum om det "
    "var fel.",
}
_SVAR = {
    SvarRefusal.UNKNOWN_PACKAGE: "Svaret hör till en justeringsfil som inte har gjorts här. "
    "Kontrollera att du har öppnat rätt databas och valt rätt svar.",
    SvarRefusal.REPLACED: "Svaret från {namn} hör till en äldre justeringsfil, som inte gäller "
    "längre. Be om ett svar på den senaste.",
    SvarRefusal.REMOVED: "Svaret hör till en justeringsfil som har tagits tillbaka, och "
    "omgången med dess paragrafer är borttagen. Be om ett svar på den senaste.",
    SvarRefusal.CHANGED: "Paragraferna har ändrats sedan {namn} fick dem. Skicka den nya texten "
    "och be om ett nytt svar.",
    SvarRefusal.LOCKED: "Alla har redan godkänt. Svaret från {namn} behövs inte.",
    SvarRefusal.USED: "Det här svaret är redan inläst. Varje svar läses in en gång.",
    SvarRefusal.ANSWERED: "{namn} har redan svarat så på den här justeringsfilen.",
    SvarRefusal.SIGNED: "{namn} har redan skrivit under. Ska något ändras, gå först tillbaka ett "
    "steg.",
    SvarRefusal.OLDER: "{namn} har svarat senare än så här. Det senaste svaret gäller.",
    SvarRefusal.OUT_OF_TURN: "{namn} står efter {names} i ordningen. Läs in svaret igen när "
    "{names} har svarat.",
    SvarRefusal.NOT_ASKED: "Svaret är från någon som inte är tillfrågad i den här justeringsfilen.",
    SvarRefusal.OTHER_PDF: "Sedan {namn} fick filen har någon annan skrivit under den. Skicka den "
    "underskrivna filen till {namn} och be om en ny underskrift.",
    SvarRefusal.SIGNATURE_BROKEN: "Underskriften från {namn} stämmer inte med filen: den är skadad "
    "eller ändrad. Be om ett nytt svar.",
    SvarRefusal.SIGNATURE_MISSING: "Det finns ingen underskrift av {namn} på den plats som är "
    "{namn}s. Be om ett nytt svar.",
    SvarRefusal.SIGNATURE_OTHER: "Filen är underskriven med ett annat certifikat än det som svaret "
    "från {namn} har. Be om ett nytt svar.",
    SvarRefusal.MORE_THAN_SIGNED: "Filen från {namn} är ändrad innan den skrevs under: den säger "
    "kanske något annat än det som skickades. Be om ett nytt svar.",
    SvarRefusal.EARLIER_GONE: "En underskrift som fanns i filen saknas eller stämmer inte i svaret "
    "från {namn}. Be om ett nytt svar.",
}
_NOTHING_CHANGED = " Ingenting har ändrats."
_AMISS = {
    Amiss.DATE_MALFORMED: "Skriv datumet som 2026-03-27.",
    Amiss.DATE_BEFORE: "Datumet är före sammanträdet. Rätta det.",
    Amiss.DATE_AHEAD: "Datumet har inte varit än. Skriv den dag då det skedde.",
    Amiss.DATE_BEFORE_APPROVED: "Datumet är före den dag då den sista godkände. Paragraferna är "
    "justerade tidigast den dagen.",
    Amiss.DATE_BEFORE_SIGNED: "Datumet är före den elektroniska underskrift som redan finns i "
    "filen. Skriv den dag då de skrev under på papper.",
    Amiss.DATE_BEFORE_JUSTERAT: "Datumet är före justeringen. Skriv den dag då rättelsen gjordes.",
    Amiss.NOBODY: "Välj vilka som har skrivit under.",
    Amiss.STRANGER: "Någon av dem har ingenting att skriva under här. Välj bland dem som är "
    "ordförande, justerare eller sekreterare för paragraferna.",
    Amiss.TEXT_MISSING: "Skriv både vad som stod och vad som ska stå.",
    Amiss.TEXT_SAME: "Det som stod och det som ska stå är likadant. Skriv det som ska stå.",
    Amiss.PARAGRAF_OUTSIDE: "Paragrafen hör inte till det som är justerat. Välj en annan.",
    Amiss.SKÄL_MISSING: "Skriv ett skäl. Det sparas och syns för den som läser senare.",
    Amiss.KOMMENTAR_EMPTY: "Skriv vad du svarar på kommentaren.",
}


def refusal_text(error: object) -> str:
    """Return what happened and what to do."""
    match error:
        case NotNowError(why, which):
            return _capital(_NOT_NOW[why].format(which=which or "paragraferna"))
        case SvarRefusedError(why, namn, names):
            words = _SVAR[why].format(namn=namn or "personen", names=listed(names))
            return words + _NOTHING_CHANGED
        case JusteringDraftError(why):
            return _AMISS[why]
        case PassphraseDemandedError() | PassphraseWeakError():
            return _passphrase_text(error)
        case _:
            return _sending_text(error)


def _passphrase_text(error: PassphraseDemandedError | PassphraseWeakError) -> str:
    if isinstance(error, PassphraseDemandedError):
        return (
            f"Något i {error.paragrafer or 'paragraferna'} omfattas av sekretess. Skriv ett "
            "lösenord, så att bara den som har det kan läsa filen."
        )
    return (
        f"Lösenordet är för kort. Skriv minst {error.least} tecken, gärna några ord efter varandra."
    )


def _sending_text(error: object) -> str:
    match error:
        case SetAmbiguousError(known):
            return f"Det finns flera omgångar att skicka: {listed(known)}. Säg vilken."
        case NothingToJusteraError(which):
            return f"Ingen paragraf i {which or 'sammanträdet'} är behandlad än."
        case NoSignersError(which):
            return (
                f"Ingen ordförande och ingen justerare är utsedd för {which or 'paragraferna'}. "
                "Ange vilka de är på sidan för sammanträdesdagen."
            )
        case SetsOverlapError(which):
            return (
                f"{which} har redan skickats eller justerats i en annan omgång. Ta bort det ur "
                "den här."
            )
        case SättNotAllowedError(sätt):
            return (
                f"Nämnden justerar inte sina protokoll genom {sätt}. Välj ett annat sätt, eller "
                "ändra nämndens inställning om fullmäktige har bestämt så."
            )
        case ChangedMeanwhileError(which):
            return f"{which or 'Paragraferna'} ändrades under tiden. Gör om det med den nya texten."
        case AskedUnfitError(which):
            return (
                "Välj minst en att fråga, bland dem som är ordförande, justerare eller "
                f"sekreterare för {which or 'paragraferna'}."
            )
        case _:
            raise NotImplementedError(type(error))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
