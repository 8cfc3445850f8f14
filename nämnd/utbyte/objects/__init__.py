"""The exchange format: one class per kind of object, keys as in the file.

Loaded only when a file is read or written: pydantic takes a while to import.
"""

from nämnd.utbyte.objects.anslag import (
    AnslagObject,
    DelegationsbeslutObject,
    DelegationsprotokollObject,
)
from nämnd.utbyte.objects.base import JsonObject
from nämnd.utbyte.objects.bevakning import (
    BevakningObject,
    FlyttObject,
    FörfallerObject,
    KällaObject,
    SpärrdagObject,
    ÅterkommerObject,
    ÅterrapportObject,
)
from nämnd.utbyte.objects.bilaga import BilagaObject, SekretessObject, VersionObject
from nämnd.utbyte.objects.delprojekt import (
    BehovObject,
    DelprojektbeslutObject,
    DelprojektObject,
    DelprojektsatsObject,
    UppföljningsrapportObject,
    ÅtgärdObject,
)
from nämnd.utbyte.objects.file import FORMAT, VERSION, UtbyteFile
from nämnd.utbyte.objects.json_schema import schema
from nämnd.utbyte.objects.närvaro import (
    FrånvarandeObject,
    JusterareObject,
    JusteringObject,
    NärvaroObject,
    OrdförandeObject,
)
from nämnd.utbyte.objects.organisation import (
    HuvudmanObject,
    KallelsetidObject,
    NämndObject,
    PersonObject,
    StåendePunktObject,
    UppdragObject,
)
from nämnd.utbyte.objects.protokoll import (
    AntalObject,
    AnteckningObject,
    BeslutspunktObject,
    ErsättaresMeningObject,
    HuvudmannabeslutObject,
    JävObject,
    ParagrafObject,
    ReservationObject,
    VoteringObject,
    YrkandeObject,
)
from nämnd.utbyte.objects.sammanträde import (
    DagObject,
    FlyttningObject,
    PunktObject,
    SammanträdeObject,
    SatsObject,
    UnderpunktObject,
    UtskickObject,
)
from nämnd.utbyte.objects.ärende import (
    ExternBeteckningObject,
    HandlingObject,
    HandlingsversionObject,
    SkrivelseObject,
    UndertecknareObject,
    UrvalObject,
    ÄrendeObject,
)
from nämnd.utbyte.objects.överenskommelse import (
    BlankettObject,
    FrågaObject,
    FördelningObject,
    RedovisningObject,
    SvarandeObject,
    TabellObject,
    ÖverenskommelseObject,
)

__all__ = [
    "FORMAT",
    "VERSION",
    "AnslagObject",
    "AntalObject",
    "AnteckningObject",
    "BehovObject",
    "BeslutspunktObject",
    "BevakningObject",
    "BilagaObject",
    "BlankettObject",
    "DagObject",
    "DelegationsbeslutObject",
    "DelegationsprotokollObject",
    "DelprojektObject",
    "DelprojektbeslutObject",
    "DelprojektsatsObject",
    "ErsättaresMeningObject",
    "ExternBeteckningObject",
    "FlyttObject",
    "FlyttningObject",
    "FrågaObject",
    "FrånvarandeObject",
    "FördelningObject",
    "FörfallerObject",
    "HandlingObject",
    "HandlingsversionObject",
    "HuvudmanObject",
    "HuvudmannabeslutObject",
    "JsonObject",
    "JusterareObject",
    "JusteringObject",
    "JävObject",
    "KallelsetidObject",
    "KällaObject",
    "NämndObject",
    "NärvaroObject",
    "OrdförandeObject",
    "ParagrafObject",
    "PersonObject",
    "PunktObject",
    "RedovisningObject",
    "ReservationObject",
    "SammanträdeObject",
    "SatsObject",
    "SekretessObject",
    "SkrivelseObject",
    "SpärrdagObject",
    "StåendePunktObject",
    "SvarandeObject",
    "TabellObject",
    "UnderpunktObject",
    "UndertecknareObject",
    "UppdragObject",
    "UppföljningsrapportObject",
    "UrvalObject",
    "UtbyteFile",
    "UtskickObject",
    "VersionObject",
    "VoteringObject",
    "YrkandeObject",
    "ÄrendeObject",
    "ÅterkommerObject",
    "ÅterrapportObject",
    "ÅtgärdObject",
    "ÖverenskommelseObject",
    "schema",
]
