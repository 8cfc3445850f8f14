"""What is said of files that come from outside, wherever they are shown."""

from collections.abc import Iterable

from nämnd.filtext.values import TextState
from nämnd.filtext.values import Warning as FileWarning
from nämnd.inkorg.values import Refused

WARNING = {
    FileWarning.MACROS: "makron",
    FileWarning.PROGRAM: "program",
    FileWarning.ACTIVE_PDF: "aktivt innehåll",
    FileWarning.EXTERNAL: "hämtar utifrån",
    FileWarning.LOCKED: "lösenord",
    FileWarning.DISGUISED: "annat slag",
    FileWarning.DAMAGED: "skadad",
    FileWarning.TOO_LARGE: "för stor att läsa",
}
"""In a word or two."""

WARNING_TEXT = {
    FileWarning.MACROS: "Filen innehåller makron. De körs aldrig här, men öppna den inte i Office "
    "om du inte väntar på den.",
    FileWarning.PROGRAM: "Filen är ett program eller en genväg, ingen handling. Den sparas, men "
    "körs aldrig härifrån.",
    FileWarning.ACTIVE_PDF: "PDF-filen innehåller skript, åtgärder eller inbäddade filer.",
    FileWarning.EXTERNAL: "Filen vill hämta något utifrån när den öppnas.",
    FileWarning.LOCKED: "Filen är låst med lösenord: orden i den går inte att söka.",
    FileWarning.DISGUISED: "Filens namn säger ett annat slag än innehållet.",
    FileWarning.DAMAGED: "Filen är skadad. Den sparas som den är.",
    FileWarning.TOO_LARGE: "Filen är för stor för att läsas. Den sparas, men orden går inte att "
    "söka.",
}
"""In sentences."""

NOT_TAKEN = {
    Refused.EMPTY: "filen är tom",
    Refused.TOO_LARGE: "filen är för stor",
    Refused.UNREADABLE: "filen går inte att läsa",
    Refused.NOT_A_FILE: "det är en länk eller något annat än en fil",
    Refused.TOO_DEEP: "mappen ligger för djupt",
    Refused.TOO_MANY: "det är för många filer på en gång",
    Refused.SYSTEM: "det är en systemfil",
    Refused.IN_MAIL: "det hör till brevets text och följer med i brevet",
}
"""Why a file was not taken in."""

TEXT_STATE = {
    TextState.READ: "",
    TextState.WITHOUT_TEXT: "utan text",
    TextState.PART: "delvis läst",
    TextState.UNREADABLE: "går inte att läsa",
    TextState.UNKNOWN_KIND: "okänt slag",
}
"""How far the words of a file could be read; empty when all of them were."""


def known_warnings(kept: Iterable[str]) -> tuple[FileWarning, ...]:
    """Return the warnings of a file, as it was registered; what is not known is left out."""
    known = {one.value: one for one in FileWarning}
    return tuple(known[one] for one in kept if one in known)
