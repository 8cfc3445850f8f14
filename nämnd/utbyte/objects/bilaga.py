"""A file at its place on a dagordning, with its versions."""

from typing import Annotated, Literal

from pydantic import Field

from nämnd.utbyte.objects.base import (
    Datum,
    FilePath,
    Id,
    JsonObject,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Number,
    Sha256,
    Tidpunkt,
    Title,
)

Publicering = Literal["ja", "nej", "maskerad"]


class VersionObject(JsonObject):
    """One version of a bilaga's file."""

    id: Id | None = None
    nummer: Number
    fil: FilePath | None = None
    sha256: Sha256 | None = None
    filnamn: Annotated[MaybeLine, Field(description="Namnet som filen kom med.")] = None
    sidor: Number | None = None
    tillagd: Tidpunkt | None = None


class SekretessObject(JsonObject):
    """Why a bilaga or a § is secret, and since when."""

    lagrum: MaybeLine = None
    datum: Datum | None = None


class BilagaObject(JsonObject):
    """A paper that belongs to a punkt."""

    id: Id
    beteckning: MaybeLine = None
    står: Annotated[bool | None, Field(description="Beteckningen har gått ut och ändras inte.")] = (
        None
    )
    rubrik: Title
    fil: Annotated[FilePath | None, Field(description="Filen som gäller.")] = None
    sha256: Sha256 | None = None
    versioner: Annotated[
        Many[VersionObject], Field(description="Alla versioner; den sista är filen som gäller.")
    ] = ()
    handling: Annotated[Id | None, Field(description="Handlingen som filen kommer från.")] = None
    delegationsbeslut: Annotated[
        Id | None, Field(description="Delegationsbeslutet som raden i en anmälan gäller.")
    ] = None
    i_utskicket: bool = True
    sekretess: SekretessObject | None = None
    publicering: Publicering | None = None
    maskeringar: Annotated[
        Many[Line], Field(description="Det som tas bort ur den publika versionen.")
    ] = ()
    anmärkning: MaybeText = None
