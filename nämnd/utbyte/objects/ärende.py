"""The diarium: ärenden, their handlingar, and what is written in them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from nämnd.utbyte.objects.base import (
    Datum,
    FilePath,
    Id,
    JsonObject,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Positive,
    Sha256,
    Title,
    clean_line,
)
from nämnd.utbyte.objects.bilaga import SekretessObject, VersionObject
from nämnd.ärende.values import Riktning, Skrivelseslag


def _note(text: str | None) -> str | None:
    return None if text is None else clean_line(text)


Väntar = Annotated[
    str | None,
    AfterValidator(_note),
    Field(description="Väntar på en dagordning, med en anteckning som får vara tom; null: nej."),
]


class ExternBeteckningObject(JsonObject):
    """What somebody else calls the ärende."""

    hos: Line = ""
    beteckning: Title


class HandlingsversionObject(VersionObject):
    """One version of a handling's file."""

    varningar: Annotated[Many[Line], Field(description="Sådant som användaren varnas för.")] = ()


class HandlingObject(JsonObject):
    """A paper of an ärende. It is never removed."""

    id: Id
    löpnr: Positive
    datum: Datum
    riktning: Riktning = "inkommen"
    från_till: MaybeLine = None
    rubrik: Title
    slag: MaybeLine = None
    anmäls: Annotated[bool, Field(description="Ska anmälas till nämnden.")] = False
    punkt: Annotated[Id | None, Field(description="Punkten där den anmäls.")] = None
    fil: Annotated[FilePath | None, Field(description="Filen som gäller.")] = None
    sha256: Sha256 | None = None
    versioner: Annotated[
        Many[HandlingsversionObject],
        Field(description="Alla versioner; den sista är filen som gäller."),
    ] = ()
    dölj_från_till: Annotated[bool, Field(description="Visas inte i ett offentligt diarium.")] = (
        False
    )
    dölj_rubrik: bool = False
    sekretess: SekretessObject | None = None
    makulerad: Annotated[MaybeText, Field(description="Skälet, om den är makulerad.")] = None
    makulerad_datum: Datum | None = None


class UndertecknareObject(JsonObject):
    """Who signs a skrivelse."""

    namn: Title
    titel: Line = ""


class SkrivelseObject(JsonObject):
    """A missiv or tjänsteskrivelse that is written in the ärende."""

    id: Id
    slag: Skrivelseslag = "tjänsteskrivelse"
    datum: Datum | None = None
    till: Many[Line] = ()
    rubrik: Title
    förslag: Many[Line] = ()
    bakgrund: MaybeText = None
    underskrifter: Many[UndertecknareObject] = ()
    handling: Annotated[Id | None, Field(description="Handlingen den är registrerad som.")] = None
    registrerad: Annotated[bool, Field(description="Står som den är registrerad.")] = False


class ÄrendeObject(JsonObject):
    """A case with its diarienummer."""

    id: Id
    dnr: Title
    rubrik: MaybeLine = None
    öppnat: Datum | None = None
    avslutat: Datum | None = None
    handläggare: MaybeLine = None
    parter: Many[Line] = ()
    status: Literal["öppet", "avslutat"] = "öppet"
    gallring: MaybeLine = None
    externa_beteckningar: Many[ExternBeteckningObject] = ()
    väntar: Väntar = None
    dölj_rubrik: Annotated[bool, Field(description="Visas inte i ett offentligt diarium.")] = False
    sekretess: SekretessObject | None = None
    makulerat: Annotated[MaybeText, Field(description="Skälet, om det är makulerat.")] = None
    makulerat_datum: Datum | None = None
    handlingar: Many[HandlingObject] = ()
    skrivelser: Many[SkrivelseObject] = ()


class UrvalObject(JsonObject):
    """A filter that somebody has saved for a list."""

    id: Id
    lista: Line
    namn: Title
    villkor: dict[str, str] = {}  # noqa: RUF012 - pydantic copies it
