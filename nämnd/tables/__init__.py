"""Mapped classes: columns and references, nothing else; one module per feature."""

from nämnd.tables.base import Base, OrderedRow, Row
from nämnd.tables.bilaga import Bilaga, Bilageversion
from nämnd.tables.logg import Loggpost
from nämnd.tables.organisation import Huvudman, Nämnd, Person, Uppdrag
from nämnd.tables.sammanträde import (
    Attsats,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Underpunkt,
)
from nämnd.tables.utgåva import Utgåva, Utskick
from nämnd.tables.ärende import Ärende

__all__ = [
    "Attsats",
    "Base",
    "Bilaga",
    "Bilageversion",
    "Huvudman",
    "Loggpost",
    "Nämnd",
    "OrderedRow",
    "Person",
    "Punkt",
    "Row",
    "Sammanträde",
    "Sammanträdesdag",
    "Underpunkt",
    "Uppdrag",
    "Utgåva",
    "Utskick",
    "Ärende",
]
