"""Mapped classes: columns and references, nothing else; one module per feature."""

from nämnd.tables.anslag import Anslag, Delegationsbeslut, Delegationsprotokoll
from nämnd.tables.base import Base, OrderedRow, Row
from nämnd.tables.bevakning import Bevakning, Återrapport
from nämnd.tables.bilaga import Bilaga, Bilageversion
from nämnd.tables.delprojekt import (
    Behov,
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Uppföljningsrapport,
    Åtgärd,
)
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
from nämnd.tables.redovisning import Redovisning, Redovisningsfråga, Redovisningssvar
from nämnd.tables.sammanträde import (
    Attsats,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Underpunkt,
)
from nämnd.tables.utgåva import Utgåva, Utskick
from nämnd.tables.ärende import Handling, Handlingsversion, Skrivelse, Urval, Ärende
from nämnd.tables.årsplan import Spärrdag
from nämnd.tables.överenskommelse import (
    Blankett,
    Fördelningsrad,
    Fördelningstabell,
    Överenskommelse,
)

__all__ = [
    "Anslag",
    "Anteckning",
    "Attsats",
    "Base",
    "Behov",
    "Beslutspunkt",
    "Bevakning",
    "Bilaga",
    "Bilageversion",
    "Blankett",
    "Certifikat",
    "Delegationsbeslut",
    "Delegationsprotokoll",
    "Delprojekt",
    "Delprojektbeslut",
    "Delprojektsats",
    "Frånvaro",
    "Fördelningsrad",
    "Fördelningstabell",
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
    "Redovisning",
    "Redovisningsfråga",
    "Redovisningssvar",
    "Reservation",
    "Row",
    "Sammanträde",
    "Sammanträdesdag",
    "Skrivelse",
    "Spärrdag",
    "Underpunkt",
    "Uppdrag",
    "Uppföljningsrapport",
    "Urval",
    "Utgåva",
    "Utskick",
    "Votering",
    "Yrkande",
    "Ärende",
    "Återrapport",
    "Åtgärd",
    "Överenskommelse",
]
