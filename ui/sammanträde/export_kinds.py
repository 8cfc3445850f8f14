"""The papers in the menu «Exportera». Light: the menu bar is made of it."""

from dataclasses import dataclass

from nämnd.paket.paper_kinds import (
    DAGORDNING_PDF,
    DAGORDNING_WORD,
    DELTAGARLISTA_PDF,
    DELTAGARLISTA_WORD,
    KALLELSE_PDF,
    KALLELSE_WORD,
    KLUBBLISTA_PDF,
    KLUBBLISTA_WORD,
    PROTOKOLL_PDF,
    PROTOKOLL_WORD,
    SNABBPROTOKOLL_PDF,
    SNABBPROTOKOLL_WORD,
    TILLÄGG_PDF,
    TILLÄGG_WORD,
    UTDRAG_PDF,
    UTDRAG_WORD,
    UTSKICK_PDF,
    UTSKICK_ZIP,
    Kind,
)


@dataclass(frozen=True, slots=True)
class Export:
    """A paper in the menu; `also`: what is made with it."""

    text: str
    kind: Kind
    also: tuple[Kind, ...] = ()


EXPORTS = (
    Export("&Dagordning som PDF …", DAGORDNING_PDF),
    Export("Dagordning som &Word …", DAGORDNING_WORD),
    Export("&Kallelse som PDF …", KALLELSE_PDF),
    Export("Kallelse som W&ord …", KALLELSE_WORD),
    Export("&Utskick: en PDF med alla handlingar …", UTSKICK_PDF),
    Export("Utskick: &zip med filerna …", UTSKICK_ZIP),
    Export("&Tilläggslista som PDF …", TILLÄGG_PDF),
    Export("Tilläggslista som Wo&rd …", TILLÄGG_WORD),
)

OF_THE_DAY = (
    Export("&Protokoll som PDF …", PROTOKOLL_PDF),
    Export("Protokoll som &Word …", PROTOKOLL_WORD),
    Export("&Snabbprotokoll som PDF …", SNABBPROTOKOLL_PDF),
    Export("Snabbprotokoll som W&ord …", SNABBPROTOKOLL_WORD),
    Export("Protokolls&utdrag som PDF …", UTDRAG_PDF),
    Export("Protokollsutdrag som Wo&rd …", UTDRAG_WORD),
    Export("&Klubblista som PDF …", KLUBBLISTA_PDF),
    Export("Klu&bblista som Word …", KLUBBLISTA_WORD),
    Export("&Deltagarlista som PDF …", DELTAGARLISTA_PDF),
    Export("D&eltagarlista som Word …", DELTAGARLISTA_WORD),
)
"""What is made of the meeting day."""
