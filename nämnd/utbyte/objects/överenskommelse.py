"""Överenskommelser with their money and forms, and redovisningar with questions and answers.

Money is whole kronor.
"""

from typing import Annotated, Literal

from pydantic import Field

from nämnd.redovisning.values import Frågeslag
from nämnd.utbyte.objects.base import (
    Datum,
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
from nämnd.utbyte.objects.bevakning import PåminnelseObject
from nämnd.överenskommelse.values import Blankettslag

Kronor = Annotated[int, Field(ge=-(10**15), le=10**15)]
Rader = Many[Many[Line | None]]


class TabellObject(JsonObject):
    """A table of money. Its rows are those of «fördelning» that name it."""

    id: Id
    rubrik: Line = ""
    poster: Many[Line] = ()
    summor: Annotated[dict[str, Kronor], Field(description="Som handlingen anger dem.")] = {}  # noqa: RUF012 - pydantic copies it
    totalsumma: Kronor | None = None
    sida: Positive | None = None


class FördelningObject(JsonObject):
    """What one recipient gets."""

    id: HärlettId = None
    tabell: Annotated[Id | None, Field(description="Får saknas när det bara finns en.")] = None
    mottagare: Title
    huvudman: Id | None = None
    poster: dict[str, Kronor] = {}  # noqa: RUF012 - pydantic copies it
    summa: Kronor | None = None


class KostnadObject(JsonObject):
    """A line of costs."""

    vad: Line
    belopp: Kronor


class BlankettObject(JsonObject):
    """A rekvisition or an ekonomisk redovisning."""

    id: Id
    slag: Blankettslag
    mottagare: Title
    datum: Datum | None = None
    belopp: Kronor | None = None
    uppgifter: dict[str, str] = {}  # noqa: RUF012 - pydantic copies it
    kostnader: Many[KostnadObject] = ()
    avvikelser: MaybeText = None
    handling: Id | None = None
    sänd: Datum | None = None


class ÖverenskommelseObject(JsonObject):
    """An agreement that gives money or duties."""

    id: Id
    rubrik: Title
    parter: Many[Line] = ()
    dnr: MaybeLine = None
    motpartens_dnr: Many[Line] = ()
    utbetalning_dnr: MaybeLine = None
    ärende: Id | None = None
    handling: Id | None = None
    period: Annotated[
        Many[Datum | None], Field(max_length=2, description="Första och sista dagen.")
    ] = ()
    totalt: Kronor | None = None
    utbetalas_av: MaybeLine = None
    anteckning: MaybeText = None
    tabeller: Many[TabellObject] = ()
    fördelning: Many[FördelningObject] = ()
    blanketter: Many[BlankettObject] = ()
    rapportering: Annotated[
        Many[Id], Field(description="Bevakningar som hör hit; de säger det själva i «källa».")
    ] = ()


class SvarandeObject(JsonObject):
    """One who is asked, and the answer."""

    id: HärlettId = None
    huvudman: Annotated[Id | None, Field(description="null: nämndens eget kansli.")] = None
    ansvarig: MaybeLine = None
    epost: MaybeLine = None
    text: MaybeText = None
    rader: Rader = ()
    besvarad: Datum | None = None
    frågad: Datum | None = None
    påmint: Many[PåminnelseObject] = ()


class FrågaObject(JsonObject):
    """A heading, a question or a table of the sender's structure."""

    id: Id
    text: Title
    slag: Frågeslag = "fråga"
    nivå: Annotated[int, Field(ge=1, le=6)] = 1
    kolumner: Many[Line] = ()
    svaras_av: Annotated[Many[Id], Field(description="Huvudmän som tillfrågas.")] = ()
    svarande: Many[SvarandeObject] = ()
    svar: Annotated[MaybeText, Field(description="Det sammanställda svaret.")] = None
    rader: Rader = ()
    läge: Literal["öppen", "besvarad"] = "öppen"


class RedovisningObject(JsonObject):
    """One occasion to report."""

    id: Id
    rubrik: Line = ""
    överenskommelse: Id | None = None
    ärende: Id | None = None
    handling: Id | None = None
    mottagare: MaybeLine = None
    epost: MaybeLine = None
    senast: Datum | None = None
    svar_senast: Datum | None = None
    inledning: MaybeText = None
    frågor: Many[FrågaObject] = ()
    godkänd: Datum | None = None
    godkänd_av: MaybeLine = None
    sänd: Datum | None = None
