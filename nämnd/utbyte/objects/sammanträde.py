"""The sammanträde: its dagordning, what has gone out, and what came of it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from nämnd.sammanträde.rules import Slag
from nämnd.utbyte.objects.anslag import AnslagObject
from nämnd.utbyte.objects.base import (
    Datum,
    FilledText,
    Id,
    JsonObject,
    Klockslag,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    Number,
    Positive,
    Sha256,
    Text,
    Title,
    problem,
)
from nämnd.utbyte.objects.bilaga import BilagaObject, Publicering
from nämnd.utbyte.objects.närvaro import (
    AjourneringObject,
    FrånvarandeObject,
    JusterareObject,
    JusteringObject,
    NärvaroObject,
    OrdförandeObject,
    VakantPlatsObject,
)
from nämnd.utbyte.objects.protokoll import ParagrafObject

Span: TypeAlias = Annotated[tuple[Klockslag, Klockslag | None], Field(strict=False)]


class DagObject(JsonObject):
    """One day; each span is [from, to], an open end is null."""

    datum: Datum
    tider: Many[Span] = ()
    öppnat: Annotated[Klockslag | None, Field(description="När dagen verkligen började.")] = None
    avslutat: Klockslag | None = None


class FlyttningObject(JsonObject):
    """A move from another day, and why."""

    från: Datum
    skäl: FilledText


class UnderpunktObject(JsonObject):
    """A numbered line under a punkt's rubrik."""

    id: Id
    rubrik: Text


class SatsObject(JsonObject):
    """One att-sats. It may be empty: somebody is about to write it."""

    id: Id
    text: Text


class PunktObject(JsonObject):
    """An item of the dagordning."""

    id: Id
    nummer: Number | None = None
    står: Annotated[bool | None, Field(description="Numret har gått ut och ändras inte.")] = None
    rubrik: Title
    slag: Slag = "beslut"
    grupp: MaybeLine = None
    underpunkter: Many[UnderpunktObject] = ()
    förslag: Many[SatsObject] = ()
    missivförslag: Many[SatsObject] = ()
    sammanfattning: MaybeText = None
    föredragande: MaybeLine = None
    tid: MaybeLine = None
    ärende: Id | None = None
    återupptar: Annotated[
        Id | None, Field(description="Paragrafen som sköt upp eller återremitterade ärendet.")
    ] = None
    tillkom_efter_kallelsen: bool = False
    utgår: Annotated[MaybeText, Field(description="Skälet, om punkten utgår.")] = None
    bilagor: Many[BilagaObject] = ()
    sista_bokstav: Annotated[
        Number | None, Field(description="Hur många bilagebeteckningar som har gått ut.")
    ] = None
    publicering: Publicering | None = None
    maskeringar: Many[Line] = ()


class UtskickObject(JsonObject):
    """A kallelse or an addition that went out."""

    id: Id
    datum: Datum
    slag: Literal["kallelse", "tillägg"]
    sha256: Sha256 | None = None
    till: Many[Id] = ()


def _days_in_order(dagar: tuple[DagObject, ...]) -> tuple[DagObject, ...]:
    days = [dag.datum for dag in dagar]
    if not days:
        raise problem("minst en dag")
    if days != sorted(set(days)):
        raise problem("dagarna i ordning, och varje dag en gång")
    return dagar


class SammanträdeObject(JsonObject):
    """A meeting of the nämnd."""

    id: Id
    dagar: Annotated[Many[DagObject], AfterValidator(_days_in_order)]
    ajourneringar: Many[AjourneringObject] = ()
    plats: MaybeText = None
    nummer_i_året: Number | None = None
    beteckning: MaybeLine = None
    slag: Literal["ordinarie", "extra"] = "ordinarie"
    inställt: Annotated[MaybeText, Field(description="Skälet, om det är inställt.")] = None
    flyttningar: Many[FlyttningObject] = ()
    vakanta_platser: Many[VakantPlatsObject] = ()
    punkter: Many[PunktObject] = ()
    sista_nummer: Annotated[
        Number | None, Field(description="Det högsta punktnummer som har gått ut.")
    ] = None
    utskick: Many[UtskickObject] = ()
    närvaro: Many[NärvaroObject] = ()
    frånvarande: Many[FrånvarandeObject] = ()
    ordförande: Many[OrdförandeObject] = ()
    sekreterare: Id | None = None
    justerare: Many[JusterareObject] = ()
    första_paragraf: Annotated[
        Positive | None, Field(description="Numret som paragraferna börjar på, om det är bestämt.")
    ] = None
    paragrafer: Many[ParagrafObject] = ()
    justeringar: Many[JusteringObject] = ()
    anslag: Many[AnslagObject] = ()
