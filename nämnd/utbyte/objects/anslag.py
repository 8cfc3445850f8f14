"""What stands on the boards, and decisions by delegates."""

from typing import Annotated

from pydantic import Field

from nämnd.utbyte.objects.base import (
    Datum,
    HärlettId,
    Id,
    JsonObject,
    Line,
    Many,
    MaybeLine,
    MaybeText,
    ParagrafMängd,
    Title,
)


class AnslagObject(JsonObject):
    """A notice on one board."""

    id: HärlettId = None
    huvudman: Annotated[Id | None, Field(description="null: nämndens egen tavla.")] = None
    tavla: MaybeLine = None
    paragrafer: ParagrafMängd = None
    uppsatt: Datum | None = None
    nedtaget: Datum | None = None
    förvaring: MaybeText = None
    underskrift: MaybeLine = None
    överklagas_senast: Datum | None = None
    laga_kraft_bekräftad: Datum | None = None


class DelegationsprotokollObject(JsonObject):
    """A protokoll of delegationsbeslut that are not reported to the nämnd."""

    id: Id
    datum: Datum
    undertecknat_av: MaybeLine = None
    undertecknat: Datum | None = None
    anslag: Many[AnslagObject] = ()


class DelegationsbeslutObject(JsonObject):
    """A decision that somebody made for the nämnd."""

    id: Id
    datum: Datum
    av: Line
    enligt: MaybeLine = None
    rubrik: Title
    beslut: MaybeText = None
    ärende: Id | None = None
    brådskande: bool = False
    anmäls: Annotated[
        bool | None, Field(description="Om det ska anmälas till nämnden; null: inte sagt.")
    ] = None
    punkt: Annotated[Id | None, Field(description="Punkten där det anmäls.")] = None
    anmält: Annotated[MaybeLine, Field(description="Dagen för sammanträdet där det anmäldes.")] = (
        None
    )
    särskilt_protokoll: Annotated[
        Id | None, Field(description="Ett id i listan delegationsprotokoll.")
    ] = None
