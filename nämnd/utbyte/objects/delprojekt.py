"""Delprojekt of a program, with their beslut, åtgärder and reports."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from nämnd.delprojekt.values import Satsläge
from nämnd.utbyte.objects.base import (
    OR_TEXT,
    Datum,
    FilledText,
    HärlettId,
    Id,
    JsonObject,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Positive,
    Title,
)
from nämnd.utbyte.objects.ärende import UndertecknareObject


class DelprojektsatsObject(JsonObject):
    """One att-sats of a beslut."""

    id: HärlettId = None
    text: FilledText
    läge: Satsläge = "inte påbörjat"
    kommentar: MaybeText = None


class DelprojektbeslutObject(JsonObject):
    """What was decided about a delprojekt."""

    id: HärlettId = None
    datum: Datum
    organ: Annotated[MaybeLine, Field(description="null: nämnden själv.")] = None
    paragraf: Annotated[Positive | None, Field(description="Paragrafens nummer.")] = None
    paragraf_id: Id | None = None
    text: MaybeText = None
    satser: Many[DelprojektsatsObject] = ()


class ÅtgärdObject(JsonObject):
    """Something that is done."""

    id: HärlettId = None
    text: FilledText
    kort: MaybeText = None
    nivå: Annotated[int, Field(ge=1, le=2)] = 1
    läge: Satsläge = "gjort"
    rapport: Annotated[Id | None, Field(description="Rapporten där den var ny.")] = None


class BehovObject(JsonObject):
    """A need that is defined; a bare text will do."""

    model_config = ConfigDict(json_schema_extra={OR_TEXT: True})

    id: HärlettId = None
    text: FilledText
    rapport: Annotated[Id | None, Field(description="Rapporten där det var nytt.")] = None
    löst: Datum | None = None

    @model_validator(mode="before")
    @classmethod
    def _text(cls, data: object) -> object:
        return {"text": data} if isinstance(data, str) else data


class UppföljningsrapportObject(JsonObject):
    """One report to the nämnd."""

    id: HärlettId = None
    datum: Datum | None = None
    missiv_datum: Datum | None = None
    sammanträde: Id | None = None
    punkt: Id | None = None
    uppföljning_datum: Datum | None = None
    avsändare: MaybeLine = None
    förslag: Many[Line] = ()
    ingress: MaybeText = None
    missiv_bakgrund: MaybeText = None
    underskrifter: Many[UndertecknareObject] = ()
    missiv_handling: Id | None = None
    rapport_handling: Id | None = None


class DelprojektObject(JsonObject):
    """A numbered part of a program."""

    id: Id
    nummer: Positive
    rubrik: Title
    program: Line = ""
    ärende: Id | None = None
    bakgrund: MaybeText = None
    målsättning_ingress: MaybeText = None
    målsättning: Many[Line] = ()
    kontakt: MaybeLine = None
    ansvarig: MaybeLine = None
    mer_information: MaybeText = None
    avslutat: Datum | None = None
    beslut: Many[DelprojektbeslutObject] = ()
    åtgärder: Many[ÅtgärdObject] = ()
    behov: Many[BehovObject] = ()
    rapporter: Many[UppföljningsrapportObject] = ()
