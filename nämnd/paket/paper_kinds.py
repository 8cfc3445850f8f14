"""Which papers there are, and in which forms. Light: the menus are made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper and its form: («kallelse», «.pdf»), («utskick», «.zip»)."""

    what: str
    suffix: str


KALLELSE_PDF = Kind("kallelse", ".pdf")
KALLELSE_WORD = Kind("kallelse", ".docx")
DAGORDNING_PDF = Kind("dagordning", ".pdf")
DAGORDNING_WORD = Kind("dagordning", ".docx")
UTSKICK_PDF = Kind("utskick", ".pdf")
UTSKICK_ZIP = Kind("utskick", ".zip")
TILLÄGG_PDF = Kind("tillagg", ".pdf")
TILLÄGG_WORD = Kind("tillagg", ".docx")
PROTOKOLL_PDF = Kind("protokoll", ".pdf")
PROTOKOLL_WORD = Kind("protokoll", ".docx")
SNABBPROTOKOLL_PDF = Kind("snabbprotokoll", ".pdf")
SNABBPROTOKOLL_WORD = Kind("snabbprotokoll", ".docx")
UTDRAG_PDF = Kind("utdrag", ".pdf")
UTDRAG_WORD = Kind("utdrag", ".docx")
UTDRAG_MAIL = Kind("utdrag", ".eml")
"""A mail draft with the utdrag attached; it comes after the utdrag itself."""
KLUBBLISTA_PDF = Kind("klubblista", ".pdf")
KLUBBLISTA_WORD = Kind("klubblista", ".docx")
DELTAGARLISTA_PDF = Kind("deltagarlista", ".pdf")
DELTAGARLISTA_WORD = Kind("deltagarlista", ".docx")

OF_PARAGRAFER = frozenset({"protokoll", "snabbprotokoll", "utdrag"})
"""The papers that can't be made before a § is handled, and are an utkast until it is justerad."""
OF_PROTOKOLL = OF_PARAGRAFER | {"klubblista", "deltagarlista"}
"""The papers that say who was there and what was decided: these need the whole protokoll."""
