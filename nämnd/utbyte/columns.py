"""How the keys of an object become the columns of a row."""

from collections.abc import Iterable
from typing import cast

from nämnd.tables import (
    Attsats,
    Bilaga,
    Huvudman,
    Nämnd,
    Person,
    Punkt,
    Row,
    Sammanträde,
    Underpunkt,
    Uppdrag,
    Utskick,
    Ärende,
)
from nämnd.utbyte.objects import (
    BilagaObject,
    HuvudmanObject,
    JsonObject,
    KallelsetidObject,
    NämndObject,
    OrdförandeObject,
    PersonObject,
    PunktObject,
    SammanträdeObject,
    SatsObject,
    SekretessObject,
    UnderpunktObject,
    UppdragObject,
    UtskickObject,
    ÄrendeObject,
)
from nämnd.utbyte.objects.base import dumped

TABLES: dict[type[JsonObject], type[Row]] = {
    NämndObject: Nämnd,
    HuvudmanObject: Huvudman,
    PersonObject: Person,
    UppdragObject: Uppdrag,
    SammanträdeObject: Sammanträde,
    UtskickObject: Utskick,
    PunktObject: Punkt,
    UnderpunktObject: Underpunkt,
    SatsObject: Attsats,
    BilagaObject: Bilaga,
    ÄrendeObject: Ärende,
}
"""Where each kind of object is kept. Days and versions are found by date and number instead."""

_APART: dict[type[JsonObject], frozenset[str]] = {
    NämndObject: frozenset({"huvudmän", "logotyp"}),
    SammanträdeObject: frozenset({"dagar", "punkter", "utskick", "sista_nummer"}),
    PunktObject: frozenset(
        {"nummer", "står", "underpunkter", "förslag", "missivförslag", "bilagor", "sista_bokstav"}
    ),
    BilagaObject: frozenset({"beteckning", "står", "fil", "sha256", "versioner"}),
}
"""Keys that are more than a column: lists of objects, files, and numbers that may be derived."""

_NAMES = {"person": "person_id", "huvudman": "huvudman_id", "ärende": "ärende_id"}
_NEVER_NULL = frozenset({"plats", "sammanfattning", "rubrik"})


def plain_keys(kind: type[JsonObject]) -> tuple[str, ...]:
    """Return the keys that are columns."""
    apart = _APART.get(kind, frozenset[str]()) | kind.not_yet | {"id"}
    return tuple(key for key in kind.model_fields if key not in apart)


def columns(one: JsonObject, keys: Iterable[str]) -> dict[str, object]:
    """Return what the columns behind `keys` are to hold."""
    found: dict[str, object] = {}
    for key in keys:
        found |= _columns(key, getattr(one, key))
    return found


def _columns(key: str, value: object) -> dict[str, object]:
    match key, value:
        case "kallelsetid", KallelsetidObject():
            return {"kallelsetid_dagar": value.dagar, "kallelsetid_slag": value.slag}
        case "sekretess", SekretessObject():
            return {"sekretess_lagrum": value.lagrum, "sekretess_datum": value.datum}
        case "sekretess", _:
            return {"sekretess_lagrum": None, "sekretess_datum": None}
        case "ordförande", (OrdförandeObject(),):
            return {"ordförande": value[0].person}
        case "ordförande", _:
            return {"ordförande": None}
        case _, tuple():
            return {key: dumped(cast("object", value))}
        case _, None if key in _NEVER_NULL:
            return {key: ""}
        case _:
            return {_NAMES.get(key, key): value}
