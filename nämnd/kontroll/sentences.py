"""What a control has found, in plain Swedish. Used by the window and the command line alike."""

from collections.abc import Iterator

from nämnd.kontroll.values import Finding, Grade, Kind, Report, What

_TEXTS = {
    What.SIGNED: "{plats}: undertecknad {tid} med ett certifikat för {vems}, som är känt här. "
    "Innehållet är oförändrat sedan dess.",
    What.SIGNED_UNKNOWN: "{plats}: undertecknad {tid} med ett certifikat i namnet {namn}. "
    "Innehållet är oförändrat sedan dess, men certifikatet är inte känt i den här "
    "databasen. Vem som helst kan ha gjort det: fråga den som ska ha undertecknat.",
    What.SIGNED_UNPROVED: "{plats}: undertecknad {tid} med ett certifikat i namnet {namn}. "
    "Innehållet är oförändrat sedan dess. Vem som har certifikatet går bara att "
    "säga med databasen.",
    What.SIGNED_BROKEN: "{plats}: underskriften av {namn} gäller inte. Filen har ändrats efter att "
    "den undertecknades ({tid}). Använd originalet i stället.",
    What.SIGNED_CHANGED_AFTER: "{plats}: {namn} undertecknade {tid}, men något annat än en "
    "underskrift har lagts till efteråt. Det som visas behöver inte vara det som undertecknades. "
    "Använd originalet i stället.",
    What.SIGNED_EXPIRED: "{plats}: {namn} undertecknade {tid} med ett certifikat som inte gällde "
    "då.",
    What.SIGNED_AHEAD: "{plats}: {namn} undertecknade {tid}, en tid som inte har varit än. Den här "
    "datorns klocka går fel, eller den som undertecknaren hade.",
    What.SIGNED_UNREADABLE: "Filen är skadad eller avkortad, så underskrifterna går inte att läsa. "
    "Hämta filen på nytt.",
    What.UNSIGNED: "{plats} saknas. Antingen är filen inte färdigt undertecknad, eller så har "
    "underskriften tagits bort.",
    What.UNSIGNED_YET: "{plats} är inte gjord än.",
    What.NO_SIGNATURE: "Filen har inga elektroniska underskrifter och ingen plats för sådana.",
    What.KEPT: "Filen är exakt den som skapades {tid}: {vad}, {nämnd} {dag}.",
    What.JUSTERAT: "Det är det justerade protokollet, {paragrafer}, justerat {datum}.",
    What.REPLACED: "Det finns en nyare fil för samma paragrafer, till exempel med fler "
    "underskrifter.",
    What.PUBLIC_EXISTS: "Det finns en offentlig version av den. Det är den som kan publiceras.",
    What.NOT_KEPT: "Filen är inte någon som den här databasen har skapat.",
    What.NO_DATABASE: "Kontrollen gjordes utan databas. Vems certifikaten är, och om filen är den "
    "som skapades, går därför inte att säga.",
    What.HEAD_KNOWN: "Post {post} i loggen, som den hänvisar till, finns kvar oförändrad.",
    What.HEAD_UNKNOWN: "Filen hänvisar till post {post} i loggen, men den posten finns inte så "
    "längre. Loggen har skrivits om eller avkortats, eller så har en äldre säkerhetskopia lästs "
    "tillbaka.",
    What.PAKET_WHOLE: "Justeringsfilen är hel: {nämnd} {dag}, {paragrafer}, version {version}, "
    "skapad {tid} av {vem}.",
    What.PAKET_SENT: "Den är exakt den som skickades {tid}.",
    What.PAKET_VOID: "Svar på den tas inte längre emot: {skäl}.",
    What.PAKET_CHANGED: "Den uppger att den kommer härifrån, men är inte någon som har skickats. "
    "Svara inte på den.",
    What.PAKET_FOREIGN: "Den kommer från en annan databas, så om den är som den skickades går inte "
    "att säga här.",
    What.PAKET_UNPROVED: "Att den är som den skickades visar bara engångskoden, när den fylls i, "
    "eller databasen som den kommer från.",
    What.SVAR_SAYS: "Svaret är helt: {namn} svarar «{slag}» {tid}, kommentarer: {kommentarer}.",
    What.SVAR_PROVED: "Att det är {namn} som har svarat styrks av {bevis}.",
    What.SVAR_SIGNED: "Underskriften från {namn} i svaret gäller, och allt annat i filen är "
    "som det skickades.",
    What.SVAR_TAKEN: "Det lästes in {tid}.",
    What.SVAR_VOID: "Det gäller inte längre: {skäl}.",
    What.SVAR_NOT_TAKEN: "Det är inte inläst.",
    What.SVAR_FOREIGN: "Det hör till en justeringsfil från en annan databas, så vem det kommer "
    "från går inte att säga här.",
    What.SVAR_UNPROVED: "Vem det kommer från går bara att säga med databasen, och "
    "justeringsfilen som det hör till.",
    What.ARKIV_WHOLE: "Alla {antal} filer är som när mappen gjordes {tid}: {nämnd} {dag}, "
    "{paragrafer}.",
    What.ARKIV_RECORDED: "Listan med kontrollsummor är exakt den som programmet skrev.",
    What.ARKIV_REWRITTEN: "Listan med kontrollsummor är inte den som programmet skrev. Den har "
    "skrivits om, så att filerna stämmer med den säger ingenting.",
    What.ARKIV_FOREIGN: "Mappen kommer från en annan databas, så om listan med kontrollsummor har "
    "skrivits om går inte att säga här.",
    What.ARKIV_UNPROVED: "Om listan med kontrollsummor har skrivits om går bara att säga med "
    "databasen.",
    What.FILE_MISSING: "Filen saknas.",
    What.FILE_CHANGED: "Filen har ändrats sedan mappen gjordes.",
    What.FILE_EXTRA: "Filen fanns inte när mappen gjordes.",
    What.FILE_LINK: "I stället för filen ligger en länk till en annan plats. Den har inte följts.",
    What.FILE_LISTS: "Mappens listor säger olika om filen.",
    What.FILE_UNREADABLE: "Filen går inte att läsa.",
    What.LOG_WHOLE: "Loggens {antal} poster hänger ihop, till och med den senaste ({tid}).",
    What.LOG_HEADS: "Den stämmer med {antal} om loggen som har lämnat programmet, i "
    "justeringsfiler, protokoll och arkiv. Den senaste gäller post {post}.",
    What.LOG_NO_HEADS: "Ingen fil som har lämnat programmet har någon uppgift om loggen att "
    "jämföra med. Att slutet är kvar går därför inte att visa.",
    What.LOG_CHANGED: "Post {post} ({tid}) har ändrats sedan den skrevs.",
    What.LOG_REMOVED: "Post {post} till {sista} är borttagna.",
    What.LOG_MOVED: "Post {post} ({tid}) har flyttats: den var post {sista}.",
    What.LOG_CUT: "Loggen slutar vid post {post}, men en fil som har lämnat programmet hänvisar "
    "till post {sista}. Slutet är borttaget, eller så har en äldre säkerhetskopia lästs tillbaka.",
    What.LOG_REWRITTEN: "Post {post} ({tid}) är inte den som fanns när en fil lämnade programmet. "
    "Loggen har skrivits om från den posten eller tidigare.",
    What.REFUSED: "{skäl}",
    What.NOT_OURS: "Filen är varken PDF, justeringsfil, svar eller arkivmapp, så det finns "
    "ingenting att kontrollera i den.",
}
_DOCUMENTS = {
    "protokoll offentligt": "det offentliga protokollet",
    "utskick offentligt": "de offentliga handlingarna",
    "justering": "en justeringsfil",
}
_KINDS = {
    Kind.PDF: "PDF-filen",
    Kind.PAKET: "Justeringsfilen",
    Kind.SVAR: "Svaret",
    Kind.ARKIV: "Arkivmappen",
    Kind.LOGG: "Loggen",
    Kind.OTHER: "Filen",
}
GRADE_TEXT = {
    Grade.GOOD: "Stämmer",
    Grade.NOTE: "Att veta",
    Grade.BAD: "Fel",
}
"""What a screen reader hears of a finding's icon, and what stands before it in a terminal."""


def text_of(one: Finding) -> str:
    """Return what was found, as one or two sentences."""
    if one.what is What.KEPT:
        facts = {**one.facts, "vad": _DOCUMENTS.get(one.facts["vad"], one.facts["vad"])}
        return _TEXTS[one.what].format(**facts)
    if one.what is What.LOG_WHOLE and one.facts["antal"] == "0":
        return "Loggen har inga poster än."
    if one.what is What.LOG_REMOVED and one.facts["post"] == one.facts["sista"]:
        return f"Post {one.facts['post']} är borttagen."
    return _TEXTS[one.what].format(**one.facts)


def verdict(report: Report) -> str:
    """Return the outcome in a few words."""
    what = _KINDS[report.kind]
    wrong = sum(one.grade is Grade.BAD for one in report.findings)
    if wrong:
        return f"{what}: något stämmer inte" if wrong == 1 else f"{what}: {wrong} fel"
    if all(one.grade is Grade.NOTE for one in report.findings):
        return f"{what}: inget fel, men inget som styrker något heller"
    return f"{what}: inget fel"


def lines(report: Report) -> Iterator[str]:
    """Yield the report as lines for a terminal."""
    named = "" if report.kind is Kind.LOGG else f"{report.name}. "
    yield f"{named}{verdict(report)}."
    file = ""
    for one in report.findings:
        if one.fil != file:
            yield f"\n  {one.fil}"
        file = one.fil
        yield f"  {GRADE_TEXT[one.grade]}: {text_of(one)}"


def values(report: Report) -> dict[str, object]:
    """Return the report for JSON: what a program needs, and the sentences for people."""
    return {
        "fil": report.name,
        "slag": report.kind.value,
        "stämmer": report.fits,
        "databas": report.database,
        "fynd": [
            {
                "kod": one.what.name,
                "grad": one.grade.value,
                "fil": one.fil or None,
                "text": text_of(one),
            }
            for one in report.findings
        ],
        "underskrifter": [
            {
                "plats": one.field,
                "namn": one.name,
                "tid": one.when.isoformat(timespec="seconds") if one.when else None,
                "certifikat": one.fingerprint,
                "oförändrad": one.intact,
                "problem": one.problem.name if one.problem else None,
            }
            for one in report.signatures
        ],
    }
