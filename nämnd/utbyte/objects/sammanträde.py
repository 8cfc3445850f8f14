"""The sammanträde, its dagordning and what has gone out."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, Field

from nämnd.sammanträde.rules import Slag
from nämnd.utbyte.objects.base import (
    Datum,
    FilledText,
    Id,
    JsonObject,
    Klockslag,
    Many,
    MaybeLine,
    MaybeText,
    NotYet,
    Number,
    Sha256,
    Text,
    Title,
    problem,
)
from nämnd.utbyte.objects.bilaga import BilagaObject

Span: TypeAlias = Annotated[tuple[Klockslag, Klockslag | None], Field(strict=False)]


class DagObject(JsonObject):
    """One day; each span is [from, to], an open end is null."""

    datum: Datum
    tider: Many[Span] = ()


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
    tillkom_efter_kallelsen: bool = False
    utgår: Annotated[MaybeText, Field(description="Skälet, om punkten utgår.")] = None
    bilagor: Many[BilagaObject] = ()
    sista_bokstav: Annotated[
        Number | None, Field(description="Hur många bilagebeteckningar som har gått ut.")
    ] = None


class UtskickObject(JsonObject):
    """A kallelse or an addition that went out."""

    id: Id
    datum: Datum
    slag: Literal["kallelse", "tillägg"]
    sha256: Sha256 | None = None
    till: Many[Id] = ()


class OrdförandeObject(JsonObject):
    """Who presides."""

    not_yet: ClassVar[frozenset[str]] = frozenset({"paragrafer"})

    person: Id
    paragrafer: NotYet = None


def _days_in_order(dagar: tuple[DagObject, ...]) -> tuple[DagObject, ...]:
    days = [dag.datum for dag in dagar]
    if not days:
        raise problem("minst en dag")
    if days != sorted(set(days)):
        raise problem("dagarna i ordning, och varje dag en gång")
    return dagar


def _one_alone(people: tuple[OrdförandeObject, ...]) -> tuple[OrdförandeObject, ...]:
    if len(people) > 1:
        raise problem("högst en ordförande; den här versionen av Nämnd kan inte läsa flera ännu")
    return people


class SammanträdeObject(JsonObject):
    """A meeting of the nämnd."""

    not_yet: ClassVar[frozenset[str]] = frozenset(
        {
            "ajourneringar",
            "vakanta_platser",
            "närvaro",
            "frånvarande",
            "justerare",
            "paragrafer",
            "justeringar",
            "anslag",
        }
    )

    id: Id
    dagar: Annotated[Many[DagObject], AfterValidator(_days_in_order)]
    ajourneringar: NotYet = None
    plats: MaybeText = None
    nummer_i_året: Number | None = None
    beteckning: MaybeLine = None
    slag: Literal["ordinarie", "extra"] = "ordinarie"
    inställt: Annotated[MaybeText, Field(description="Skälet, om det är inställt.")] = None
    flyttningar: Many[FlyttningObject] = ()
    vakanta_platser: NotYet = None
    punkter: Many[PunktObject] = ()
    sista_nummer: Annotated[
        Number | None, Field(description="Det högsta punktnummer som har gått ut.")
    ] = None
    utskick: Many[UtskickObject] = ()
    närvaro: NotYet = None
    frånvarande: NotYet = None
    ordförande: Annotated[Many[OrdförandeObject], AfterValidator(_one_alone)] = ()
    sekreterare: Id | None = None
    justerare: NotYet = None
    paragrafer: NotYet = None
    justeringar: NotYet = None
    anslag: NotYet = None
