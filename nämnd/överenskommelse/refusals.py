"""Why an överenskommelse or a form can't be saved, registered or removed, in Swedish."""

from typing import cast

from nämnd.core.swedish import listed
from nämnd.överenskommelse.errors import (
    BlankettIncompleteError,
    MottagareUnknownError,
    ÖverenskommelseError,
    ÖverenskommelseFault,
    ÖverenskommelseUnknownError,
)
from nämnd.överenskommelse.fields import label
from nämnd.överenskommelse.values import Blankettslag

ÖVERENSKOMMELSE_REFUSALS = (
    ÖverenskommelseError,
    BlankettIncompleteError,
    ÖverenskommelseUnknownError,
    MottagareUnknownError,
)
FAULT_TEXT = {
    ÖverenskommelseFault.RUBRIK_MISSING: "Skriv vad överenskommelsen heter.",
    ÖverenskommelseFault.PERIOD_BACKWARDS: "Perioden slutar innan den börjar. Rätta något av "
    "datumen.",
    ÖverenskommelseFault.OTHER_NÄMND: "Ärendet eller handlingen hör till en annan nämnd. Välj ur "
    "den här nämndens diarium.",
    ÖverenskommelseFault.POST_MISSING: "En kolumn saknar namn. Skriv vad pengarna i den är till.",
    ÖverenskommelseFault.POST_TWICE: "Två kolumner heter likadant. Ge dem olika namn.",
    ÖverenskommelseFault.MOTTAGARE_MISSING: "Skriv vem som får pengarna.",
    ÖverenskommelseFault.TOO_LARGE: "Ett belopp är större än det kan vara. Kontrollera siffrorna.",
    ÖverenskommelseFault.TOO_MANY: "Tabellen är för stor: högst 1 000 rader och 60 kolumner. Dela "
    "den eller ta bort det som inte är belopp.",
    ÖverenskommelseFault.REGISTERED: "Blanketten är registrerad som den står och kan inte ändras. "
    "Gör en ny om något ska rättas.",
    ÖverenskommelseFault.HAS_REGISTERED: "En blankett till överenskommelsen är registrerad i "
    "diariet, så överenskommelsen måste finnas kvar.",
    ÖverenskommelseFault.HAS_REDOVISNING: "En redovisning är gjord efter överenskommelsen. Ta bort "
    "redovisningen först.",
    ÖverenskommelseFault.NO_ÄRENDE: "Överenskommelsen hör inte till något ärende, så blanketten "
    "kan inte registreras. Välj ett ärende för överenskommelsen.",
}
"""What the user can do about each problem."""


def överenskommelse_text(
    error: ÖverenskommelseError
    | BlankettIncompleteError
    | ÖverenskommelseUnknownError
    | MottagareUnknownError,
) -> str:
    """Return the sentences for `error`."""
    match error:
        case BlankettIncompleteError(slag, missing):
            names = listed(f"«{label(cast('Blankettslag', slag), one)}»" for one in missing)
            return f"Fyll först i det som saknas: {names}."
        case ÖverenskommelseUnknownError("", ()):
            return "Nämnden har inga överenskommelser. Lägg till den det gäller först."
        case ÖverenskommelseUnknownError("", known):
            return f"Ange vilken överenskommelse det gäller: {listed(known)}."
        case ÖverenskommelseUnknownError(wanted, ()):
            return f"Nämnden har ingen överenskommelse {wanted}. Kontrollera namnet eller numret."
        case ÖverenskommelseUnknownError(wanted, known):
            return (
                f"Flera överenskommelser kan vara {wanted}: {listed(known)}. Skriv mer av namnet, "
                "eller diarienumret."
            )
        case MottagareUnknownError(_, ()):
            return (
                "Överenskommelsen har ingen tabell över pengarna, så det går inte att se vem som "
                "får vad. Lägg in tabellen först."
            )
        case MottagareUnknownError(wanted, known):
            return f"Ingen rad i tabellerna heter {wanted}. Mottagarna är {listed(known)}."
        case ÖverenskommelseError(problems, of):
            said = "\n".join(FAULT_TEXT[problem] for problem in problems)
            return f"«{of}»: {said}" if of else said
