"""The nämnd, its huvudmän, and who is what in it."""

from typing import Annotated, Literal

from pydantic import Field

from nämnd.organisation.rules import Roll
from nämnd.sammanträde.rules import Slag
from nämnd.utbyte.objects.base import (
    Datum,
    FilePath,
    FilledText,
    Id,
    JsonObject,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Number,
    Text,
    Title,
)

JuridiskForm = Literal[
    "nämnd", "gemensam_nämnd", "kommunalförbund", "samverkan", "utskott", "fullmäktige"
]
Justeringssätt = Literal["papper", "godkännande", "elektronisk underskrift"]


class HuvudmanObject(JsonObject):
    """A region that appoints."""

    id: Id
    namn: Title
    platser: Number = 0
    ersättarplatser: Number = 0
    anslagstavla: bool = False


class KallelsetidObject(JsonObject):
    """How long before a sammanträde the kallelse must be out."""

    dagar: Number = 7
    slag: Literal["kalenderdagar", "arbetsdagar"] = "kalenderdagar"


class FrasObject(JsonObject):
    """A standard text."""

    nyckel: Title
    text: FilledText


class MandatperiodObject(JsonObject):
    """A term, both days included."""

    från: Datum
    till: Datum | None = None


class StåendePunktObject(JsonObject):
    """A punkt that every new dagordning begins with, or ends with."""

    rubrik: Line
    slag: Slag = "formalia"
    förslag: Many[Text] = ()
    sist: bool = False


class MötesfristObject(JsonObject):
    """A day that is counted from each sammanträde; below 0: before it."""

    vad: Title
    dagar: Annotated[int, Field(ge=-366, le=366)]
    slag: Literal["kalenderdagar", "arbetsdagar"] = "kalenderdagar"


class NämndObject(JsonObject):
    """A body that meets."""

    id: Id
    namn: Title
    kortnamn: MaybeLine = None
    adress: Many[Line] = ()
    logotyp: Annotated[FilePath | None, Field(description="En PNG eller JPEG.")] = None
    juridisk_form: JuridiskForm = "nämnd"
    paragrafform: Title = "§ {nr}"
    huvudmän: Many[HuvudmanObject] = ()
    diarieserie: MaybeLine = None
    kallelsetid: KallelsetidObject = KallelsetidObject()
    ersättarordning: Literal["huvudman", "parti", "personlig", "fri"] | None = None
    justeringssätt: Many[Justeringssätt] = ()
    rubrikordning: Many[Title] = ()
    frasbank: Many[FrasObject] = ()
    mandatperioder: Many[MandatperiodObject] = ()
    stående_punkter: Annotated[
        Many[StåendePunktObject], Field(description="Finns på varje ny dagordning.")
    ] = ()
    mötesfrister: Annotated[
        Many[MötesfristObject], Field(description="Dagar som räknas från varje sammanträde.")
    ] = ()
    förvaring: Annotated[MaybeText, Field(description="Var protokollet kan läsas.")] = None
    förvaltningsrätt: Annotated[
        MaybeText, Field(description="Namn och adress, för hur man överklagar.")
    ] = None


class PersonObject(JsonObject):
    """Somebody with a name; shared by all nämnder."""

    id: Id
    namn: Title
    parti: MaybeLine = None
    titel: MaybeLine = None
    epost: MaybeLine = None


class UppdragObject(JsonObject):
    """A role in the nämnd."""

    id: Id
    person: Id
    roll: Roll
    huvudman: Id | None = None
    ordning: Number = 0
    ersätter: Annotated[Id | None, Field(description="En persons id.")] = None
    från: Datum | None = None
    till: Datum | None = None
