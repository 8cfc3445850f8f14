"""The papers in the menu «Exportera». Light: the menu bar is made of it."""

from dataclasses import dataclass

from nämnd.paket.paper_kinds import (
    DAGORDNING_PDF,
    DAGORDNING_WORD,
    KALLELSE_PDF,
    KALLELSE_WORD,
    TILLÄGG_PDF,
    TILLÄGG_WORD,
    UTSKICK_PDF,
    UTSKICK_ZIP,
    Kind,
)


@dataclass(frozen=True, slots=True)
class Export:
    """A paper in the menu."""

    text: str
    kind: Kind


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
