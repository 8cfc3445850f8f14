"""Why something can't be put on a dagordning, in Swedish."""

from nämnd.beredning.errors import BeredningError, BeredningFault

BEREDNING_REFUSALS = (BeredningError,)
_TEXT = {
    BeredningFault.NOTHING: "Välj vad som ska läggas på dagordningen.",
    BeredningFault.INSTÄLLT: "Sammanträdet är inställt. Välj ett annat.",
    BeredningFault.ALREADY: "«{of}» står redan på den dagordningen.",
    BeredningFault.ON_ANOTHER: "«{of}» står redan på en dagordning. Ta bort det därifrån om "
    "det ska stå på en annan.",
    BeredningFault.ANNULLED: "«{of}» är makulerat i diariet och kan inte läggas på en dagordning.",
    BeredningFault.REPORTED: "«{of}» är redan anmält till nämnden.",
    BeredningFault.IN_PROTOKOLL: "«{of}» står i ett delegationsprotokoll och ska därför inte "
    "anmälas. Ta först bort det därifrån.",
    BeredningFault.DECIDED_AFTER: "«{of}» beslutades efter det sammanträdet. Välj ett senare.",
}


def beredning_text(error: BeredningError) -> str:
    """Return the sentence for `error`."""
    return _TEXT[error.why].format(of=error.of)
