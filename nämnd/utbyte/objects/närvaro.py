"""Who is there, who is not, who presides and who checks the protokoll."""

from typing import Annotated, Literal

from pydantic import Field

from nämnd.närvaro.values import DeltarI, Närvaroroll, Svar
from nämnd.utbyte.objects.base import (
    Datum,
    DatumText,
    HärlettId,
    Id,
    JsonObject,
    Klockslag,
    Many,
    MaybeLine,
    MaybeText,
    Number,
    ParagrafMängd,
    Text,
    Tidpunkt,
)

Läge = Literal["utkast", "utskickat", "ändringar begärda", "godkänt", "justerat"]
JusteratSätt = Literal["godkännande", "elektronisk underskrift", "papper"]


class AjourneringObject(JsonObject):
    """A break; an open end is null. The day is needed when there are several."""

    från: Klockslag
    till: Klockslag | None = None
    datum: Annotated[Datum | None, Field(description="Behövs när det är flera dagar.")] = None


class VakantPlatsObject(JsonObject):
    """A seat that nobody holds."""

    parti: MaybeLine = None
    huvudman: Id | None = None


class NärvaroObject(JsonObject):
    """One person in one role for a set of §§."""

    id: HärlettId = None
    person: Id
    roll: Närvaroroll
    för: Annotated[Id | None, Field(description="Personen som en ersättare tjänstgör för.")] = None
    paragrafer: ParagrafMängd = None
    från_tid: Klockslag | None = None
    till_tid: Klockslag | None = None
    deltar_i: DeltarI = "beredning och beslut"
    på_distans: bool = False
    delvis: Annotated[bool, Field(description="En del som ingen har antecknat.")] = False
    anmärkning: MaybeText = None


class InkalladObject(JsonObject):
    """An ersättare who was asked, and the answer."""

    person: Id
    svar: Svar | None = None
    tid: Tidpunkt | None = None


class FrånvarandeObject(JsonObject):
    """Somebody who is not there."""

    id: HärlettId = None
    person: Id
    anmäld: bool = False
    tid: Annotated[Tidpunkt | None, Field(description="När frånvaron anmäldes.")] = None
    skäl: MaybeText = None
    inkallade: Annotated[
        Many[InkalladObject], Field(description="Ersättare som har tillfrågats, i ordning.")
    ] = ()


class OrdförandeObject(JsonObject):
    """Who presides over which §§. The first is the ordförande of the sammanträde."""

    id: HärlettId = None
    person: Id
    paragrafer: ParagrafMängd = None


class JusterareObject(JsonObject):
    """Who checks and signs which §§ beside the ordförande."""

    id: HärlettId = None
    person: Id
    paragrafer: ParagrafMängd = None


class UnderskriftObject(JsonObject):
    """A signature."""

    person: Id
    roll: Literal["ordförande", "justerare", "sekreterare"]
    datum: DatumText = None
    sätt: JusteratSätt | None = None
    version: Number | None = None
    pdf: MaybeText = None
    bevis: MaybeText = None


class KommentarObject(JsonObject):
    """What somebody wants changed before they sign."""

    id: MaybeText = None
    person: Id
    paragraf: Number | None = None
    text: Text = ""
    svar: Literal["antagen", "avvisad", "besvarad"] | None = None
    svarstext: Text = ""
    version: Number | None = None
    datum: MaybeText = None


class JusteringObject(JsonObject):
    """A set of §§ that is checked and signed together."""

    id: Id
    paragrafer: ParagrafMängd = None
    plats: MaybeText = None
    planerat_datum: DatumText = None
    datum: DatumText = None
    läge: Läge = "utkast"
    version: Number = 1
    sätt: JusteratSätt | None = None
    innehåll: MaybeText = None
    pdf: MaybeText = None
    underskrifter: Many[UnderskriftObject] = ()
    kommentarer: Many[KommentarObject] = ()
    rättelser: Annotated[
        Many[dict[str, object]], Field(description="Sparas och skrivs som de är.")
    ] = ()
