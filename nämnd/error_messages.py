"""From error to Swedish sentence: what happened, and what the user can do.

Used by the window and the command line alike. A test proves that no error lacks its sentence.
"""

from functools import singledispatch

from nämnd.core import errors as e
from nämnd.core.errors import NämndError
from nämnd.core.swedish import listed
from nämnd.documents.errors import LogoTooLargeError, LogoUnreadableError, TemplateUnfitError
from nämnd.error_features import OF_FEATURES
from nämnd.error_words import DRAFT_TEXT, UNREADABLE_TEXT
from nämnd.justering.wording import which
from nämnd.paket import errors as paket
from nämnd.utbyte.errors import (
    Difference,
    Finding,
    UtbyteDiffersError,
    UtbyteError,
    UtbyteUnwritableError,
)

MOST_DIFFERENCES = 30  # told in a sentence; a window has room for all of them


@singledispatch
def message_for(error: NämndError) -> str:
    """Return the sentence for `error`. Register one function per error type."""
    raise NotImplementedError(type(error))


@message_for.register
def _(error: e.GoneError) -> str:
    return (
        f"Det du ändrade ({error.what}) finns inte längre eller har ändrats på annat håll. "
        "Sidan har lästs om; gör ändringen igen om den fortfarande behövs."
    )


@message_for.register
def _(error: e.InvalidDraftError) -> str:
    return "\n".join(DRAFT_TEXT[problem] for problem in error.problems)


@message_for.register
def _(error: e.TakenError) -> str:
    if error.what == "sammanträde":
        return (
            f"Nämnden har redan ett sammanträde {error.value}. Välj en annan dag, eller ändra det "
            "som finns."
        )
    one = "ett" if error.what == "urval" else "en"
    return f"Det finns redan {one} {error.what} som heter {error.value}. Välj ett annat namn."


@message_for.register
def _(error: e.InUseError) -> str:
    if error.used_by == "kallelse":
        return (
            f"Det går inte att ta bort {error.what}, eftersom kallelsen har gått ut. Ställ in det "
            "i stället."
        )
    if error.used_by == "justeringsfil":
        return (
            f"Det går inte att ta bort {error.what}, eftersom texten har skickats för justering. "
            "Gå först tillbaka ett steg på sidan Justering, om den inte ska gälla."
        )
    return (
        f"Det går inte att ta bort {error.what}, eftersom det finns {error.used_by} som hör dit. "
        "Ändra eller ta bort dem först."
    )


@message_for.register
def _(error: e.JusteratError) -> str:
    if error.läge == "godkänt":
        return (
            f"§ {error.nummer} är godkänd av alla som ska justera den och kan inte ändras. Om "
            "texten måste ändras: gå tillbaka ett steg på sidan Justering. Då ska den godkännas "
            "på nytt."
        )
    return (
        f"§ {error.nummer} är justerad och kan inte ändras. Skriv en rättelse, eller ta upp frågan "
        "i en ny paragraf."
    )


@message_for.register
def _(error: e.ApprovalsVoidedError) -> str:
    found, who = which(error.paragrafer), listed(error.persons)
    if error.replanned:
        given = f"Det som {who} har godkänt gäller då inte längre. " if who else ""
        return (
            f"Omgången som {found} läggs till i eller tas ur har skickats för justering. Ändras "
            "den går det inte längre att svara på det som har skickats ut, och en ny version "
            f"måste skickas. {given}".rstrip()
        )
    return (
        f"Det som står i {found} har godkänts av {who}. Om det ändras gäller godkännandet inte "
        "längre, och en ny version måste skickas för justering."
    )


@message_for.register
def _(error: e.AlreadyHandledError) -> str:
    return f"Punkten «{error.rubrik}» behandlas redan i § {error.nummer}. Öppna den i stället."


@message_for.register
def _(error: e.NumberTakenError) -> str:
    return (
        f"Paragraferna kan inte börja på {error.first}, eftersom sammanträdet {error.day} går till "
        f"§ {error.last}. Välj {error.last + 1} eller ett högre nummer."
    )


@message_for.register
def _(error: e.FileMissingError) -> str:
    return f"Filen {error.path} finns inte. Kontrollera sökvägen, eller välj filen på nytt."


@message_for.register
def _(error: e.NotAFileError) -> str:
    return f"{error.path} är en mapp eller något annat som inte kan läsas. Välj en fil."


@message_for.register
def _(error: e.FileUnreadableError) -> str:
    return (
        f"Filen {error.path} går inte att läsa ({error.reason}). Stäng den i andra program, eller "
        "kopiera den till en mapp som du får läsa."
    )


@message_for.register
def _(error: e.FolderNotWritableError) -> str:
    return (
        f"Det går inte att skriva i {error.path} ({error.reason}). Välj en mapp som du får "
        "skriva i. Ingenting har ändrats."
    )


@message_for.register
def _(error: e.DiskFullError) -> str:
    return (
        f"Disken är full, så {error.path} kunde inte skrivas. Frigör utrymme och försök igen. "
        "Det som redan var sparat är kvar som det var."
    )


@message_for.register
def _(error: e.FileDamagedError) -> str:
    return (
        f"Den sparade filen {error.name} har ändrats eller skadats sedan den lades till. "
        "Lägg till den på nytt från originalet."
    )


@message_for.register
def _(error: e.DatabaseBusyError) -> str:
    return (
        f"Databasen {error.path} är redan öppen i ett annat fönster eller på en annan dator. "
        "Fortsätt där, eller stäng det först."
    )


@message_for.register
def _(error: e.DatabaseNewerError) -> str:
    return (
        f"Databasen {error.path} är gjord med en nyare version av Nämnd (schema {error.found}; "
        f"den här versionen kan {error.known}). Uppdatera programmet. Filen är orörd."
    )


@message_for.register
def _(error: e.DatabaseOlderError) -> str:
    return (
        f"Databasen {error.path} är gjord med en äldre version av Nämnd (schema {error.found}; "
        f"den här versionen har {error.known}). Öppna den en gång i programmet, så görs den om, "
        "och försök igen. Filen är orörd."
    )


@message_for.register
def _(error: e.DatabaseReadOnlyError) -> str:
    return (
        f"Databasen {error.path} är öppnad bara för läsning, så inget kan ändras. Stäng den där "
        "den är öppen och öppna den på nytt. Ingenting har ändrats."
    )


@message_for.register
def _(error: e.NotADatabaseError) -> str:
    return f"{error.path} är inte en databas från Nämnd. Välj en annan fil. Filen är orörd."


@message_for.register
def _(error: e.DatabaseDamagedError) -> str:
    return (
        f"Databasen {error.path} klarar inte kontrollen ({error.finding}). Ingen ny kopia togs och "
        "äldre säkerhetskopior är kvar. Återställ den senaste under menyn Arkiv, Säkerhetskopior."
    )


@message_for.register
def _(error: e.DatabaseUnreachableError) -> str:
    return (
        f"Databasen på {error.url} går inte att nå ({error.reason}). Kontrollera adressen, "
        "nätverket och att servern är igång."
    )


@message_for.register
def _(error: e.ForeignFileError) -> str:
    return f"Filen {error.name} {UNREADABLE_TEXT[error.why]}"


@message_for.register
def _(error: e.NoDagordningError) -> str:
    return (
        f"Ingen dagordning hittades i {error.name}. Välj en kallelse, dagordning eller "
        "föredragningslista med numrerade punkter. Ingenting har ändrats."
    )


@message_for.register
def _(error: e.WorkerDiedError) -> str:
    return (
        f"Arbetet avbröts oväntat: {error.what}. Försök igen. Händer det på nytt är troligen en "
        "fil skadad; ta bort den sist tillagda och försök utan den."
    )


@message_for.register
def _(error: e.NämndUnknownError) -> str:
    if not error.known:
        return (
            "Det finns ingen nämnd i databasen än. Läs in en dagordning med «namnd importera FIL», "
            "eller öppna programmet och lägg till en."
        )
    return (
        f"Det finns ingen nämnd som heter {error.wanted}. De som finns: {', '.join(error.known)}."
    )


@message_for.register
def _(error: e.NämndAmbiguousError) -> str:
    return f"Det finns flera nämnder. Ange vilken med --namnd: {', '.join(error.known)}."


@message_for.register
def _(error: e.SammanträdeUnknownError) -> str:
    known = ", ".join(error.known) or "inga än"
    if not error.wanted:
        return f"Ange vilket sammanträde med --sammantrade. De som finns: {known}."
    return f"Det finns inget sammanträde {error.wanted}. De som finns: {known}."


@message_for.register
def _(error: e.DayMalformedError) -> str:
    return f"{error.written} är inget datum. Skriv det som 2019-11-22."


@message_for.register
def _(error: e.OptionUnfitError) -> str:
    return f"{error.option} går bara att använda med {error.fits}, inte med {error.dokument}."


@message_for.register
def _(error: e.FormatUnfitError) -> str:
    possible = " eller ".join(error.possible)
    return f"«{error.dokument}» finns inte som {error.wanted}. Välj {possible}."


for _kinds, _text in OF_FEATURES:
    for _kind in _kinds:
        message_for.register(_kind)(_text)


@message_for.register
def _(_error: paket.NothingSentError) -> str:
    return (
        "Det finns ingen tilläggslista att göra, eftersom ingen kallelse har gått ut än. "
        "Skicka kallelsen först."
    )


@message_for.register
def _(error: paket.NothingHandledError) -> str:
    what = {"utdrag": "protokollsutdrag"}.get(error.dokument, error.dokument)
    return (
        f"Det finns inget {what} att göra, eftersom ingen paragraf har behandlats än. Behandla "
        "den första punkten först, under Sammanträde, Mötesdagen och protokollet."
    )


@message_for.register
def _(error: paket.ParagraferUnknownError) -> str:
    return f"{error.wanted} finns inte. Sammanträdet har {error.known}. Välj bland dem."


@message_for.register
def _(error: paket.RecipientUnknownError) -> str:
    if not error.known:
        return (
            "Ingen paragraf expedieras till någon. Lägg till mottagare i paragraferna, eller ange "
            "vilka paragrafer utdraget ska ha (--paragraf)."
        )
    known = ", ".join(error.known)
    return (
        f"Ingen paragraf expedieras till {error.wanted}. Mottagarna är: {known}. Välj en av dem, "
        "eller ange paragraferna också (--paragraf)."
    )


@message_for.register
def _(_error: LogoUnreadableError) -> str:
    return (
        "Logotypen går inte att läsa. Välj en bild som är sparad som PNG eller JPEG, och prova att "
        "öppna den i ett bildprogram först."
    )


@message_for.register
def _(error: LogoTooLargeError) -> str:
    size = f" ({error.width} × {error.height} bildpunkter)" if error.width else ""  # noqa: RUF001 the sign for sizes
    return (
        f"Logotypen är för stor{size}. Spara den i mindre storlek, till exempel 1000 bildpunkter "
        "bred, och välj den igen."
    )


@message_for.register
def _(error: TemplateUnfitError) -> str:
    if not error.missing:
        return (
            f"Mallen {error.name} går inte att öppna som Worddokument. Spara den på nytt "
            "i Word som .docx, eller utgå från mallen som följer med programmet."
        )
    missing = ", ".join(f"«{name}»" for name in error.missing)
    return (
        f"Mallen {error.name} saknar {missing}. Format och fält med de namnen måste finnas kvar; "
        "kopiera dem från mallen som följer med programmet."
    )


@message_for.register
def _(error: UtbyteError) -> str:
    return (
        f"Filen {error.name} går inte att läsa in. Ingenting har ändrats. Rätta det här, eller be "
        f"avsändaren om en ny fil:\n{_findings(error.findings, error.more)}"
    )


@message_for.register
def _(error: UtbyteUnwritableError) -> str:
    return (
        "Det som finns i databasen går inte att skriva som utbytesfil. Ingen fil har skrivits. "
        f"Rätta det här först:\n{_findings(error.findings, error.more)}"
    )


@message_for.register
def _(error: UtbyteDiffersError) -> str:
    shown = "\n".join(map(difference_text, error.differences[:MOST_DIFFERENCES]))
    more = len(error.differences) - MOST_DIFFERENCES
    rest = f"\n… och {more} till." if more > 0 else ""
    return (
        "Filen stämmer inte med det som redan finns. Ingenting har ändrats. Om filen får ersätta "
        f"det som skiljer sig, läs in den på nytt och säg ja till det:\n{shown}{rest}"
    )


def difference_text(one: Difference) -> str:
    """Return a line on one place where a file differs from what is there."""
    match one.there, one.in_file:
        case None, _:
            said = "finns bara i filen"
        case _, None:
            said = f"{one.there} finns bara här; tas bort om filen får ersätta"
        case _:
            said = f"här {one.there}, i filen {one.in_file}"
    return f"– {one.what} ({one.path}): {said}"


def _findings(findings: tuple[Finding, ...], more: int) -> str:
    lines = [
        f"– {one.path + ': ' if one.path else ''}hittade {one.found}, väntade {one.expected}"
        for one in findings
    ]
    return "\n".join([*lines, f"… och {more} till."] if more else lines)
