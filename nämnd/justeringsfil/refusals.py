"""Why a justeringsfil or an answer is not believed, in Swedish: what happened and what to do."""

from nämnd.justeringsfil.errors import PackageError, PackageFault, SvarError, SvarFault

JUSTERINGSFIL_REFUSALS = (PackageError, SvarError)

_MOST_NAME = 60  # characters that are shown of a name in a foreign file
_PARTS = {
    "protokoll.pdf": "Protokollet (PDF-filen)",
    "innehall.json": "Paragrafernas text",
    "sigill.json": "Sigillet",
}
_PACKAGE = {
    PackageFault.NOT_A_PACKAGE: "Filen är inte en justeringsfil. Välj den fil som slutar på "
    "«.justering».",
    PackageFault.IS_ANSWER: "Filen är ett svar på en justeringsfil. Ett svar läses in av "
    "sekreteraren. Välj den fil som slutar på «.justering».",
    PackageFault.NEWER: "Justeringsfilen är gjord med en nyare version av programmet. Uppdatera "
    "programmet och öppna filen igen.",
    PackageFault.DAMAGED: "Justeringsfilen är skadad eller har ändrats på vägen, så den går inte "
    "att lita på. Hämta den en gång till, eller be sekreteraren skicka den igen.",
    PackageFault.TOO_LARGE: "Filen är större än en justeringsfil får vara, så den har inte "
    "öppnats. Be sekreteraren skicka den igen.",
    PackageFault.PASSPHRASE_NEEDED: "Justeringsfilen är låst med ett lösenord, eftersom den "
    "innehåller sekretess. Skriv lösenordet som sekreteraren har lämnat.",
    PackageFault.WRONG_PASSPHRASE: "Lösenordet stämmer inte. Skriv det igen; stora och små "
    "bokstäver är olika.",
}
_SVAR = {
    SvarFault.NOT_AN_ANSWER: "Filen är inte ett svar på en justeringsfil. Välj den fil som slutar "
    "på «.svar».",
    SvarFault.IS_PACKAGE: "Filen är en justeringsfil, inte ett svar. Välj den fil som slutar på "
    "«.svar».",
    SvarFault.NEWER: "Svaret är gjort med en nyare version av programmet. Uppdatera programmet och "
    "läs in svaret igen.",
    SvarFault.DAMAGED: "Svaret är skadat eller har ändrats på vägen. Be den som svarade skicka "
    "filen igen.",
    SvarFault.TOO_LARGE: "Filen är större än ett svar får vara, så den har inte öppnats. Be den "
    "som svarade skicka den igen.",
    SvarFault.PASSPHRASE_NEEDED: "Svaret är låst med justeringsfilens lösenord. Skriv det.",
    SvarFault.WRONG_PASSPHRASE: "Lösenordet stämmer inte. Skriv det som justeringsfilen låstes "
    "med; stora och små bokstäver är olika.",
    SvarFault.OTHER_PACKAGE: "Svaret hör till en annan justeringsfil. Kontrollera att du har valt "
    "rätt svar.",
    SvarFault.OTHER_VERSION: "Svaret hör till en tidigare justeringsfil för samma paragrafer. Be "
    "om ett svar på den senaste.",
    SvarFault.PACKAGE_CHANGED: "Den justeringsfil som svaret hör till har ändrats sedan den "
    "skickades, så svaret gäller något annat än det som skickades. Skicka filen igen, och ta reda "
    "på hur den kom fram.",
    SvarFault.NOT_ASKED: "Svaret är från någon som inte är tillfrågad i justeringsfilen. "
    "Kontrollera att du har valt rätt svar.",
    SvarFault.NOT_ASKED_TO_SIGN: "{namn} är tillfrågad om att godkänna, inte om att skriva under.",
    SvarFault.SIGNATURE_MISSING: "Svaret från {namn} ska innehålla en underskrift, men den saknas. "
    "Be om ett nytt svar.",
    SvarFault.NO_PROOF: "Inget visar vem svaret kommer från: det saknar både engångskod och "
    "certifikat. Svaret ska göras med koden som sekreteraren har lämnat, eller med ett certifikat.",
    SvarFault.WRONG_PERSON: "Svaret uppger att det är från {namn}, men engångskoden eller "
    "certifikatet stämmer inte. Fråga {namn} om svaret, och be om ett nytt.",
    SvarFault.UNKNOWN_CERTIFICATE: "Svaret från {namn} är undertecknat med ett certifikat som inte "
    "är känt här. Be om ett nytt svar där engångskoden också är ifylld, eller godkänn "
    "certifikatet först, när du vet att det är rätt persons.",
    SvarFault.EXPIRED_CERTIFICATE: "Certifikatet som {namn} har svarat med gällde inte när svaret "
    "gjordes ({tid}). Be om ett nytt svar med ett giltigt certifikat.",
    SvarFault.TIME_BEFORE_PACKAGE: "Svaret från {namn} är daterat {tid}, innan justeringsfilen "
    "gjordes ({skapat}). Datorns klocka går troligen fel. Be {namn} rätta klockan och svara igen.",
    SvarFault.TIME_AHEAD: "Svaret från {namn} är daterat {tid}, en tid som inte har varit än. "
    "Någon av klockorna går fel. Kontrollera den här datorns klocka; är den rätt, be {namn} rätta "
    "sin och svara igen.",
    SvarFault.WRONG_CODE: "Engångskoden stämmer inte för den valda personen. Kontrollera namnet "
    "och skriv koden igen. Stämmer den ändå inte kan justeringsfilen ha ändrats på vägen: hör med "
    "sekreteraren.",
    SvarFault.CLOCK_BEHIND: "Datorns klocka visar {tid}, men justeringsfilen gjordes {skapat}. "
    "Rätta datorns klocka och försök igen.",
    SvarFault.COMMENTS_TOO_LONG: "Kommentarerna är för långa för att skickas i ett svar. Korta "
    "dem, eller skicka en del av dem på annat sätt.",
}


def refusal_text(error: PackageError | SvarError) -> str:
    """Return what happened and what to do."""
    match error:
        case PackageError(PackageFault.PART_CHANGED, part):
            return (
                f"{_PARTS.get(part, 'En del av justeringsfilen')} har ändrats sedan "
                "justeringsfilen gjordes. Svara inte på den. Be sekreteraren skicka den igen."
            )
        case PackageError(PackageFault.EXTRA_PART, part):
            return (
                f"Justeringsfilen innehåller något som inte hör dit («{_shown(part)}»), så den har "
                "inte öppnats. Be sekreteraren skicka den igen."
            )
        case PackageError(why):
            return _PACKAGE[why]
        case SvarError(why, namn, tid, skapat):
            who = namn or "den som svarade"
            return _SVAR[why].format(namn=who, tid=_time(tid), skapat=_time(skapat))


def _shown(name: str) -> str:
    seen = "".join(c if c.isprintable() else "·" for c in name)
    return seen if len(seen) <= _MOST_NAME else f"{seen[:_MOST_NAME]}…"


def _time(tid: str) -> str:
    """Return «2026-03-27 14.05»."""
    day, _, clock = tid.partition("T")
    return f"{day} {clock[:5].replace(':', '.')}".strip()
