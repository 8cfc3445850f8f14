"""The file as a whole."""

from typing import ClassVar, Literal

from nämnd.utbyte.objects.anslag import DelegationsbeslutObject, DelegationsprotokollObject
from nämnd.utbyte.objects.base import JsonObject, Many, NotYet
from nämnd.utbyte.objects.bevakning import BevakningObject, SpärrdagObject
from nämnd.utbyte.objects.delprojekt import DelprojektObject
from nämnd.utbyte.objects.organisation import NämndObject, PersonObject, UppdragObject
from nämnd.utbyte.objects.sammanträde import SammanträdeObject
from nämnd.utbyte.objects.ärende import UrvalObject, ÄrendeObject
from nämnd.utbyte.objects.överenskommelse import RedovisningObject, ÖverenskommelseObject

FORMAT = "namnd-utbyte"
VERSION = 1


class UtbyteFile(JsonObject):
    """What the program knows of a nämnd, or of one sammanträde."""

    not_yet: ClassVar[frozenset[str]] = frozenset({"remisser"})

    format: Literal["namnd-utbyte"]
    version: Literal[1]
    nämnd: NämndObject
    personer: Many[PersonObject] = ()
    uppdrag: Many[UppdragObject] = ()
    sammanträden: Many[SammanträdeObject] = ()
    ärenden: Many[ÄrendeObject] = ()
    delegationsbeslut: Many[DelegationsbeslutObject] = ()
    delegationsprotokoll: Many[DelegationsprotokollObject] = ()
    urval: Many[UrvalObject] = ()
    delprojekt: Many[DelprojektObject] = ()
    bevakningar: Many[BevakningObject] = ()
    remisser: NotYet = None
    överenskommelser: Many[ÖverenskommelseObject] = ()
    redovisningar: Many[RedovisningObject] = ()
    spärrdagar: Many[SpärrdagObject] = ()

    def as_json(self) -> str:
        """Return the file's content: UTF-8, two spaces, keys in the order of the format."""
        return self.model_dump_json(indent=2, exclude_unset=True) + "\n"
