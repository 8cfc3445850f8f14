"""Mapped classes: columns and references, nothing else; one module per feature."""

from nämnd.tables.anslag import Anslag, Delegationsbeslut, Delegationsprotokoll
from nämnd.tables.base import Base, OrderedRow, Row
from nämnd.tables.bilaga import Bilaga, Bilageversion
from nämnd.tables.justering import (
    Certifikat,
    Justering,
    Justeringspaket,
    Justeringssvar,
)
from nämnd.tables.logg import Loggpost
from nämnd.tables.närvaro import Frånvaro, Justerare, Närvaro, Ordförandeskap
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
from nämnd.tables.ärende import Handling, Handlingsversion, Skrivelse, Urval, Ärende

__all__ = [
    "Anslag",
    "Anteckning",
    "Attsats",
    "Base",
    "Beslutspunkt",
    "Bilaga",
    "Bilageversion",
    "Certifikat",
    "Delegationsbeslut",
    "Delegationsprotokoll",
    "Frånvaro",
    "Handling",
    "Handlingsversion",
    "Huvudman",
    "Huvudmannabeslut",
    "Justerare",
    "Justering",
    "Justeringspaket",
    "Justeringssvar",
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
    "Skrivelse",
    "Underpunkt",
    "Uppdrag",
    "Urval",
    "Utgåva",
    "Utskick",
    "Votering",
    "Yrkande",
    "Ärende",
]
