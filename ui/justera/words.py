"""What the chair reads. Plain words: whoever reads them has never seen the program."""

from nämnd.core.swedish import listed
from nämnd.justeringsfil.values import Manifest, Slag
from ui.justera.asked import AskedRow, State
from ui.toolkit.palette import Role

ALL = "Hela protokollet"
CODE_PROVES = (
    "Koden visar att svaret kommer från någon som fick koden, och att varken protokollet eller "
    "svaret har ändrats på vägen. Den är ingen underskrift."
)
SIGNING_PROVES = (
    "Underskriften visar att just den här texten är undertecknad med ditt certifikat och inte har "
    "ändrats efteråt."
)
MADE_PROVES = (
    "Ett certifikat är en fil som du skriver under med. Det som skapas här visar att ingen har "
    "ändrat i texten, och att den som skrev under hade filen och dess lösenord. Det är inte BankID "
    "och inte en kvalificerad underskrift."
)
NO_CODE = "Utan kod tas svaret emot bara om sekreteraren redan känner igen ditt certifikat."
CODE_HINT = "Koden har du fått av sekreteraren, inte i samma brev som filen."
WRONG_CODE = (
    "Koden hör inte till den här filen. Skriv av den en gång till. Stämmer den ändå inte kan filen "
    "ha ändrats på vägen: svara inte, utan ring den som skickade den."
)
CODE_AGAIN = "Skriv av koden en gång till."
CODE_SHORT = "Koden har tolv tecken, till exempel K7PM-3XQD-9R2T."
BROKEN = (
    "En tidigare underskrift i filen håller inte: {names}. Texten kan ha ändrats efter den. Svara "
    "inte, utan ring den som skickade filen."
)
NOT_SHOWN = (
    "Protokollet i filen går inte att visa. Svara inte, utan be den som skickade filen om en ny."
)
WHOLE = (
    "Filen är hel: varje del har den kontrollsumma som står i den. Att den kommer från "
    "sekreteraren kontrolleras när du skriver din kod."
)
CHECKED = "Din kod visar att filen är den som sekreteraren skickade, oförändrad."
LEAD = (
    "Läs protokollet. Är något fel, skriv en kommentar till paragrafen. Svara sedan med en av "
    "knapparna."
)
NOT_ANSWERED = (
    "Du har skrivit kommentarer men inte svarat. De är sparade på din dator och skickas först när "
    "du svarar. Vill du stänga?"
)
NOTHING_TO_CHANGE = (
    "Skriv först vad du vill ha ändrat. Välj en paragraf till vänster och skriv i rutan till "
    "höger, eller välj «Hela protokollet»."
)
DONE_ALREADY = "Alla som tillfrågas i den här filen har svarat. Det finns inget mer att göra."
LOCKED = (
    "Filen är låst, för att innehållet kan omfattas av sekretess. Skriv lösenordet som du har fått "
    "av sekreteraren."
)
KEPT = "Det du skriver sparas på din dator. Det skickas först när du svarar."

PROOF = (
    ("Godkänn", f"Du godkänner just den här texten. {CODE_PROVES}"),
    ("Godkänn och signera", f"{SIGNING_PROVES} {MADE_PROVES}"),
    (
        "Det som inte visas",
        (
            "Varken koden eller ett certifikat som skapas här visar i sig vem som satt vid datorn. "
            "Den som gjorde koden känner den också."
        ),
    ),
)

BUTTON: dict[Slag, str] = {
    "godkänt": "&Godkänn",
    "godkänt och undertecknat": "Godkänn och &signera …",
    "ändring begärd": "&Begär ändring",
}
TITLE: dict[Slag, str] = {
    "godkänt": "Godkänn",
    "godkänt och undertecknat": "Godkänn och signera",
    "ändring begärd": "Begär ändring",
}
SAVE: dict[Slag, str] = {
    "godkänt": "&Godkänn och spara svaret",
    "godkänt och undertecknat": "&Signera och spara svaret",
    "ändring begärd": "&Begär ändring och spara svaret",
}
DONE: dict[Slag, str] = {
    "godkänt": "Du har godkänt protokollet",
    "godkänt och undertecknat": "Du har godkänt och undertecknat protokollet",
    "ändring begärd": "Du har begärt ändring",
}


def what(manifest: Manifest) -> str:
    """Return «protokollet 2026-03-27, §§ 59–74»."""
    return ", ".join(filter(None, (f"protokollet {manifest.dag}", manifest.paragrafer)))


def heading(manifest: Manifest) -> str:
    """Return «Justera protokoll 2026-03-27, §§ 59–74»."""
    return ", ".join(filter(None, (f"Justera protokoll {manifest.dag}", manifest.paragrafer)))


def intro(manifest: Manifest, slag: Slag, comments: int) -> str:
    """Return what one is about to do."""
    about = f"{what(manifest)}, version {manifest.version}"
    match slag:
        case "godkänt":
            said = f"Du godkänner texten i {about}, precis som den står i filen."
        case "godkänt och undertecknat":
            said = (
                f"Du godkänner texten i {about}, precis som den står i filen, och skriver under "
                "den elektroniskt."
            )
        case "ändring begärd":
            said = f"Du godkänner inte {about} än, utan ber sekreteraren att ändra."
    return f"{said} {following(comments)}".rstrip()


def following(comments: int) -> str:
    """Return what goes with the answer."""
    match comments:
        case 0:
            return ""
        case 1:
            return "Din kommentar skickas med."
        case _:
            return f"Dina {comments} kommentarer skickas med."


def must_wait(names: tuple[str, ...]) -> str:
    """Return why one can't approve yet, and what to do."""
    first = "skriver under eller godkänner före dig"
    return (
        f"{listed(names)} {first}. Du får en ny fil av sekreteraren när det är din tur. Begära "
        "ändring kan du göra redan nu."
    )


def only_approves() -> str:
    """Return what is left when one who is asked to sign just approves."""
    return (
        "Du är också ombedd att skriva under. Godkänner du bara nu, återstår underskriften: den "
        "gör du med «Godkänn och signera …»."
    )


def state_chip(row: AskedRow, mine: AskedRow | None, *, answered: bool) -> tuple[str, Role]:
    """Return what stands beside a name, and how it looks.

    `mine`: the one who reads; `answered`: they have made their answer.
    """
    if row is mine and answered:
        return "svaret är gjort", Role.NOTE
    match row.state:
        case State.SIGNED:
            return "undertecknat", Role.GOOD
        case State.APPROVED:
            return "godkänt", Role.GOOD
        case State.NOW:
            return ("väntar på dig", Role.WARN) if row is mine else ("väntar", Role.WARN)
        case State.LATER:
            after = mine is not None and mine.state is State.NOW
            return ("efter dig" if after else "senare", Role.QUIET)
        case State.ELSEWHERE:
            return "inte än", Role.QUIET


def answered(slag: str, tid: str) -> str:
    """Return what one did here before."""
    said = {
        "godkänt": "Du godkände",
        "godkänt och undertecknat": "Du godkände och skrev under",
        "ändring begärd": "Du begärde ändring",
    }.get(slag, "Du svarade")
    day, _, clock = tid.partition("T")
    return f"{said} {day} klockan {clock[:5].replace(':', '.')}."
