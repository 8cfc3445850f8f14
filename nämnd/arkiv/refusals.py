"""Why an archive folder can't be made or read, in Swedish."""

from nämnd.arkiv.errors import ArkivTakenError, NotAnArchiveError, NotArchivableError

ARKIV_REFUSALS = (ArkivTakenError, NotAnArchiveError, NotArchivableError)


def arkiv_text(error: ArkivTakenError | NotAnArchiveError | NotArchivableError) -> str:
    """Return what happened and what to do."""
    match error:
        case ArkivTakenError(name):
            return f"Mappen «{name}» finns redan. Välj en annan plats, eller flytta den gamla."
        case NotAnArchiveError(name, True):
            return f"«{name}» är gjord av en nyare version av Nämnd. Uppdatera programmet."
        case NotAnArchiveError(name):
            return (
                f"«{name}» är ingen arkivmapp från Nämnd: den saknar manifest.json, eller så går "
                "den inte att läsa. Välj mappen som innehåller filen."
            )
        case NotArchivableError(""):
            return "Det finns inget att arkivera: ingen paragraf har behandlats."
        case NotArchivableError(which):
            return (
                f"{which} är inte justerade än. Ett sammanträde arkiveras när alla paragrafer är "
                "justerade."
            )
