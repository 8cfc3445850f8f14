"""The §§ of a protokoll and all that stands in them."""

from typing import Annotated, Literal

from pydantic import Field

from nämnd.protokoll.values import Avgörande, Röst, Utfall, Voteringsslag, Yrkandeslag
from nämnd.sammanträde.rules import Slag
from nämnd.utbyte.objects.base import (
    Datum,
    DatumDel,
    HärlettId,
    Id,
    JsonObject,
    Klockslag,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Number,
    ParagrafText,
    Positive,
    Text,
    Title,
)
from nämnd.utbyte.objects.bilaga import Publicering, SekretessObject


class BeslutspunktObject(JsonObject):
    """One att-sats that was decided, or several with the same outcome («2–12»)."""

    id: Id
    nummer: Line = ""
    text: Text = ""
    utfall: Annotated[Utfall | None, Field(description="null: inte beslutat än.")] = None
    till: MaybeText = None
    riktas_till: Annotated[
        Many[Title], Field(description="Huvudmäns id, eller namn på andra.")
    ] = ()


class TidigareObject(JsonObject):
    """An earlier treatment of the same matter."""

    organ: MaybeLine = None
    datum: DatumDel = None
    paragraf: Number | None = None
    vad: Literal["beslut", "bordlagt", "återremitterat"] | None = None


class YrkandeObject(JsonObject):
    """What somebody moves."""

    id: Id
    av: Many[Id] = ()
    av_partier: Many[Title] = ()
    slag: Many[Yrkandeslag] = ()
    hand: Positive = 1
    punkt: MaybeLine = None
    text: Text = ""
    återtaget: bool = False


class AntalObject(JsonObject):
    """The count of a closed vote; null: not counted yet."""

    ja: Number | None = None
    nej: Number | None = None
    avstår: Number | None = None


class VoteringObject(JsonObject):
    """One round of voting."""

    id: Id
    omgång: Annotated[Positive | None, Field(description="Platsen i listan, från 1.")] = None
    slag: Voteringsslag = "omröstning"
    punkt: MaybeLine = None
    sluten: bool = False
    ja_betyder: Text = ""
    nej_betyder: Text = ""
    röster: Annotated[
        dict[Id, Röst], Field(default_factory=dict, description="Röst efter personens id.")
    ]
    antal: Annotated[AntalObject | None, Field(description="Bara i en sluten omröstning.")] = None
    utfall: Literal["ja", "nej"] | None = None
    avgjord_av: Avgörande | None = None


class JävObject(JsonObject):
    """Somebody who leaves for jäv, and who steps in."""

    id: HärlettId = None
    person: Id
    punkt: MaybeLine = None
    grund: MaybeText = None
    ersätts_av: Id | None = None


class ReservationObject(JsonObject):
    """A reservation against the decision."""

    id: HärlettId = None
    av: Many[Id] = ()
    av_partier: Many[Title] = ()
    till_förmån_för: Annotated[Id | None, Field(description="Ett yrkande i samma paragraf.")] = None
    text: MaybeText = None
    bilaga: MaybeLine = None


class AnteckningObject(JsonObject):
    """A protokollsanteckning or a särskilt yttrande."""

    id: HärlettId = None
    av: Many[Id] = ()
    text: Text = ""


class ErsättaresMeningObject(JsonObject):
    """How an ersättare would have voted."""

    id: HärlettId = None
    person: Id | None = None
    med: Annotated[Many[Id], Field(description="Fler ersättare av samma mening.")] = ()
    text: Text = ""


class ExpedieringObject(JsonObject):
    """Who gets an utdrag."""

    till: Title
    beteckning: MaybeLine = None
    datum: DatumDel = None


class HuvudmannabeslutObject(JsonObject):
    """What a huvudman decided about a recommendation."""

    id: HärlettId = None
    huvudman: Id
    datum: DatumDel = None
    paragraf: ParagrafText = None
    svar: MaybeText = None


class ParagrafObject(JsonObject):
    """A §, at its place in the order of handling."""

    id: Id
    nummer: Positive
    punkt: Annotated[Id | None, Field(description="Punkten på dagordningen.")] = None
    rubrik: Line
    slag: Slag = "beslut"
    dnr: Many[Line] = ()
    dag: Annotated[Datum | None, Field(description="Behövs när det är flera dagar.")] = None
    tid: Annotated[Klockslag | None, Field(description="När behandlingen började.")] = None
    klar: Annotated[bool, Field(description="Klubbad: behandlingen är över.")] = False
    ingress: MaybeText = None
    beslutspunkter: Many[BeslutspunktObject] = ()
    sammanfattning: MaybeText = None
    beslutsunderlag: Many[Text] = ()
    tidigare_behandling: Many[TidigareObject] = ()
    upphäver: MaybeText = None
    yrkanden: Many[YrkandeObject] = ()
    propositionsordning: MaybeText = None
    beslutsgång: MaybeText = None
    voteringar: Many[VoteringObject] = ()
    jäv: Many[JävObject] = ()
    deltar_inte_i_beslutet: Many[Id] = ()
    reservationer: Many[ReservationObject] = ()
    protokollsanteckningar: Many[AnteckningObject] = ()
    särskilda_yttranden: Many[AnteckningObject] = ()
    ersättares_mening: Many[ErsättaresMeningObject] = ()
    anmälningar: Many[Text] = ()
    omedelbart_justerad: bool = False
    expedieringar: Many[ExpedieringObject] = ()
    huvudmannabeslut: Many[HuvudmannabeslutObject] = ()
    överklagande: MaybeLine = None
    publicering: Publicering | None = None
    maskeringar: Many[Line] = ()
    sekretess: SekretessObject | None = None
