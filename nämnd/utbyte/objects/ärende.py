"""The case a punkt belongs to."""

from typing import ClassVar, Literal

from nämnd.utbyte.objects.base import Datum, Id, JsonObject, MaybeLine, NotYet, Title


class ÄrendeObject(JsonObject):
    """A case with its diarienummer."""

    not_yet: ClassVar[frozenset[str]] = frozenset(
        {"handläggare", "parter", "gallring", "externa_beteckningar", "handlingar"}
    )

    id: Id
    dnr: Title
    rubrik: MaybeLine = None
    öppnat: Datum | None = None
    handläggare: NotYet = None
    parter: NotYet = None
    status: Literal["öppet", "avslutat"] = "öppet"
    gallring: NotYet = None
    externa_beteckningar: NotYet = None
    handlingar: NotYet = None
