"""Why something can't be searched, in Swedish."""

from nämnd.sök.errors import SökindexUnwritableError, SökUnavailableError

SÖK_REFUSALS = (SökindexUnwritableError, SökUnavailableError)


def sök_text(error: SökindexUnwritableError | SökUnavailableError) -> str:
    """Return the sentence: what happened, and what to do."""
    match error:
        case SökUnavailableError(where):
            return (
                f"Det går inte att söka i {where}: sökningen fungerar bara när databasen är en "
                "egen fil."
            )
        case SökindexUnwritableError(path, why):
            return (
                f"Sökregistret {path} kan inte skrivas: {why}. Se till att mappen går att skriva "
                "i och att disken inte är full, och försök igen."
            )
