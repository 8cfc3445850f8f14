"""Why something can't be signed, in Swedish."""

from nämnd.underskrift.errors import (
    CertificateExpiredError,
    FieldMissingError,
    FieldTakenError,
    NotACertificateError,
    PassphraseTooShortError,
    Unfit,
    UnsignableError,
    WrongPassphraseError,
)

UNDERSKRIFT_REFUSALS = (
    CertificateExpiredError,
    FieldMissingError,
    FieldTakenError,
    NotACertificateError,
    PassphraseTooShortError,
    UnsignableError,
    WrongPassphraseError,
)

_UNFIT_TEXT = {
    Unfit.NOT_P12: "Filen är inte ett certifikat som det går att skriva under med, eller så är "
    "den skadad. Välj en fil som slutar på .p12 eller .pfx, eller skapa ett nytt certifikat.",
    Unfit.NO_KEY: "Filen innehåller ett certifikat men inte nyckeln till det, så det går inte att "
    "skriva under med den. Exportera certifikatet igen, tillsammans med sin nyckel.",
    Unfit.WEAK_KEY: "Certifikatets nyckel är för kort för att vara säker. Be den som gav dig "
    "certifikatet om ett nytt, eller skapa ett här.",
    Unfit.FOREIGN_KEY: "Certifikatets nyckel är av ett slag som programmet inte kan använda. Be "
    "den som gav dig certifikatet om ett med RSA eller elliptisk kurva, eller skapa ett här.",
    Unfit.NOT_FOR_SIGNING: "Certifikatet är utfärdat för något annat än underskrifter. Välj ett "
    "annat, eller skapa ett här.",
}


def refusal_text(
    error: CertificateExpiredError
    | FieldMissingError
    | FieldTakenError
    | NotACertificateError
    | PassphraseTooShortError
    | UnsignableError
    | WrongPassphraseError,
) -> str:
    """Return what happened and what to do."""
    match error:
        case NotACertificateError(why):
            return _UNFIT_TEXT[why]
        case WrongPassphraseError():
            return (
                "Lösenordet till certifikatet stämmer inte. Skriv det igen; stora och små "
                "bokstäver är olika."
            )
        case PassphraseTooShortError(least):
            return f"Lösenordet är för kort. Välj ett med minst {least} tecken."
        case CertificateExpiredError():
            return _expired(error)
        case FieldMissingError():
            return (
                "Filen har ingen plats för den underskriften. Be sekreteraren om en ny fil att "
                "justera."
            )
        case FieldTakenError():
            return "Den här platsen är redan undertecknad. Ingenting har ändrats."
        case UnsignableError():
            return (
                "PDF-filen är skadad eller låst, så det går inte att skriva under den. Be "
                "sekreteraren om en ny."
            )


def _expired(error: CertificateExpiredError) -> str:
    if error.too_early:
        return (
            f"Certifikatet för {error.name} gäller först från {error.valid_from:%Y-%m-%d %H.%M}, "
            f"och datorns klocka visar {error.now:%Y-%m-%d %H.%M}. Kontrollera klockan, eller "
            "välj ett annat certifikat."
        )
    return (
        f"Certifikatet för {error.name} gällde till och med {error.valid_till:%Y-%m-%d}, och "
        f"datorns klocka visar {error.now:%Y-%m-%d}. Skapa eller skaffa ett nytt certifikat. Är "
        "klockan fel, rätta den först."
    )
