"""What is watched, and the days that are taken."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from nämnd.bevakning.values import Avslut, Dagslag, Varje
from nämnd.utbyte.objects.base import (
    Datum,
    HärlettId,
    Id,
    JsonObject,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Number,
    Positive,
    SparseObject,
    Title,
    problem,
)

_YEARS = Annotated[int, Field(ge=1900, le=2999)]
_DAYS = Annotated[int, Field(ge=-3660, le=3660)]


class VidSammanträdeObject(JsonObject):
    """The n-th ordinarie sammanträde of a year."""

    nummer: Positive
    år: _YEARS


class RelativtObject(JsonObject):
    """So many days after something, before it when below 0."""

    till: Annotated[Id, Field(description="Ett sammanträdes eller en bevaknings id.")]
    dagar: _DAYS
    slag: Dagslag = "kalenderdagar"


class FörfallerObject(SparseObject):
    """When it is due: one of these."""

    datum: Datum | None = None
    sammanträde: VidSammanträdeObject | None = None
    relativt: RelativtObject | None = None
    villkor: MaybeLine = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        given = [self.datum, self.sammanträde, self.relativt, self.villkor]
        if sum(one is not None for one in given) != 1:
            raise problem("exakt en av datum, sammanträde, relativt och villkor")
        return self


class ÅterkommerObject(SparseObject):
    """How often it comes back."""

    varje: Varje
    till: Datum | None = None


class KällaObject(JsonObject):
    """Where a bevakning comes from."""

    sammanträde: Annotated[Id | None, Field(description="Där paragrafen är fattad.")] = None
    beslutsdatum: Datum | None = None
    paragraf: Annotated[Positive | None, Field(description="Paragrafens nummer.")] = None
    attsats: MaybeLine = None
    paragraf_id: Id | None = None
    beslutspunkt: Id | None = None
    ärende: Id | None = None
    handling: Id | None = None
    delprojekt: Id | None = None
    överenskommelse: Id | None = None
    redovisning: Id | None = None


class FlyttObject(SparseObject):
    """One time the day was moved."""

    datum: Datum | None = None
    från: Line = ""
    till: Line = ""
    skäl: Line = ""


class PåminnelseObject(SparseObject):
    """One reminder that was made."""

    datum: Datum | None = None
    till: Line = ""


class ÅterrapportObject(JsonObject):
    """That it is on a dagordning, and what came of it."""

    id: HärlettId = None
    punkt: Id
    utfall: Literal["klar", "återkommer"] | None = None
    text: MaybeText = None
    datum: Datum | None = None


class BevakningObject(JsonObject):
    """Something that must have happened by a day."""

    id: Id
    rubrik: Title
    källa: KällaObject = KällaObject()
    förfaller: FörfallerObject
    återkommer: ÅterkommerObject | None = None
    påminnelser: Annotated[Many[Number], Field(description="Dagar före.")] = ()
    ansvarig: MaybeLine = None
    ansvarig_epost: MaybeLine = None
    mottagare: MaybeLine = None
    förverkande: bool = False
    anteckning: MaybeText = None
    citat: Annotated[MaybeText, Field(description="Meningen den hittades i.")] = None
    sida: Positive | None = None
    läge: Annotated[
        Literal["öppen", "på dagordningen", "återrapporterad", "avslutad"] | None,
        Field(description="Härleds; läses bara för att kontrollera att «avslutad» har ett datum."),
    ] = None
    skapad: Datum | None = None
    avslutad: Datum | None = None
    avslut: Avslut | None = None
    avslutad_hur: MaybeText = None
    historik: Many[FlyttObject] = ()
    påmint: Many[PåminnelseObject] = ()
    rapporter: Many[ÅterrapportObject] = ()


class SpärrdagObject(JsonObject):
    """A day on which the nämnd should not meet."""

    id: Id
    datum: Datum
    huvudman: Id | None = None
    vad: Line = "fullmäktige"
