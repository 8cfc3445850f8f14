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
