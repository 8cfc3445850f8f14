"""Why a delprojekt or a report can't be saved, registered or removed, in Swedish."""

from nämnd.core.swedish import listed
from nämnd.delprojekt.errors import (
    DelprojektError,
    DelprojektFault,
    DelprojektUnknownError,
    ProgramUnknownError,
    RapportMissingError,
)

DELPROJEKT_REFUSALS = (
    DelprojektError,
    DelprojektUnknownError,
    ProgramUnknownError,
    RapportMissingError,
)
FAULT_TEXT = {
    DelprojektFault.NUMMER_MISSING: "Skriv delprojektets nummer, ett tal från 1 till 9999.",
    DelprojektFault.RUBRIK_MISSING: "Skriv vad delprojektet gäller.",
    DelprojektFault.NUMMER_TAKEN: "Programmet har redan ett delprojekt med det numret. Välj ett "
    "annat nummer, eller ändra det delprojekt som finns.",
    DelprojektFault.OTHER_NÄMND: "Ärendet eller sammanträdet hör till en annan nämnd. Välj bland "
    "den här nämndens.",
    DelprojektFault.OTHER_SAMMANTRÄDE: "Punkten står på dagordningen för ett annat sammanträde. "
    "Välj sammanträde och punkt som hör ihop.",
    DelprojektFault.CLOSED: "Delprojektet är avslutat. Öppna det igen om det ska följas upp mer.",
    DelprojektFault.NOT_CLOSED: "Delprojektet är inte avslutat, så det finns inget att öppna.",
    DelprojektFault.CLOSED_BEFORE: "Nämnden beslutade om delprojektet efter den dagen. Rätta "
    "något av datumen.",
    DelprojektFault.REGISTERED: "Rapporten är registrerad som den står och kan inte ändras. Gör "
    "en ny rapport om något ska rättas.",
    DelprojektFault.HAS_REGISTERED: "En rapport om delprojektet är registrerad i diariet, så "
    "delprojektet måste finnas kvar. Avsluta det i stället.",
    DelprojektFault.NO_ÄRENDE: "Delprojektet hör inte till något ärende, så rapporten kan inte "
    "registreras. Välj ett ärende för delprojektet.",
}
"""What the user can do about each problem."""


def delprojekt_text(
    error: DelprojektError | DelprojektUnknownError | ProgramUnknownError | RapportMissingError,
) -> str:
    """Return the sentences for `error`."""
    match error:
        case DelprojektUnknownError(""):
            return "Ange delprojektets nummer med --nummer, till exempel --nummer 8."
        case DelprojektUnknownError(wanted, ()):
            return f"Nämnden har inget delprojekt {wanted}. Kontrollera numret."
        case DelprojektUnknownError(wanted, known):
            names = listed(f"«{one}»" for one in known)
            return f"Flera program har ett delprojekt {wanted}: {names}. Ange programmet också."
        case ProgramUnknownError(wanted, ()):
            return f"Det finns inget program «{wanted}»: nämnden har inga delprojekt än."
        case ProgramUnknownError(wanted, known):
            names = listed(f"«{one}»" for one in known)
            return f"Det finns inget program «{wanted}». Nämnden har {names}."
        case RapportMissingError(nummer):
            return f"Delprojekt {nummer} har ingen rapport till nämnden än. Gör en rapport först."
        case DelprojektError(problems, of):
            said = "\n".join(FAULT_TEXT[problem] for problem in problems)
            return f"«{of}»: {said}" if of else said
