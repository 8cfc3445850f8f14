"""Mapped classes: columns and references, nothing else; one module per feature."""

from nämnd.tables.base import Base, OrderedRow, Row
from nämnd.tables.bilaga import Bilaga, Bilageversion
from nämnd.tables.logg import Loggpost
from nämnd.tables.närvaro import Frånvaro, Justerare, Justering, Närvaro, Ordförandeskap
from nämnd.tables.organisation import Huvudman, Nämnd, Person, Uppdrag
from nämnd.tables.protokoll import (
    Anteckning,
    Beslutspunkt,
    Huvudmannabeslut,
    Jäv,
    Paragraf,
    Reservation,
    Votering,
    Yrkande,
)
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
    "Anteckning",
    "Attsats",
    "Base",
    "Beslutspunkt",
    "Bilaga",
    "Bilageversion",
    "Frånvaro",
    "Huvudman",
    "Huvudmannabeslut",
    "Justerare",
    "Justering",
    "Jäv",
    "Loggpost",
    "Nämnd",
    "Närvaro",
    "OrderedRow",
    "Ordförandeskap",
    "Paragraf",
    "Person",
    "Punkt",
    "Reservation",
    "Row",
    "Sammanträde",
    "Sammanträdesdag",
    "Underpunkt",
    "Uppdrag",
    "Utgåva",
    "Utskick",
    "Votering",
    "Yrkande",
    "Ärende",
]
