"""How the keys of an object become the columns of a row, and the other way round."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from nämnd.tables import (
    Anslag,
    Anteckning,
    Attsats,
    Behov,
    Beslutspunkt,
    Bevakning,
    Bilaga,
    Blankett,
    Delegationsbeslut,
    Delegationsprotokoll,
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Frånvaro,
    Fördelningsrad,
    Fördelningstabell,
    Handling,
    Huvudman,
    Huvudmannabeslut,
    Justerare,
    Justering,
    Jäv,
    Nämnd,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Person,
    Punkt,
    Redovisning,
    Redovisningsfråga,
    Redovisningssvar,
    Reservation,
    Row,
    Sammanträde,
    Skrivelse,
    Spärrdag,
    Underpunkt,
    Uppdrag,
    Uppföljningsrapport,
    Urval,
    Utskick,
    Votering,
    Yrkande,
    Ärende,
    Återrapport,
    Åtgärd,
    Överenskommelse,
)
from nämnd.utbyte.objects import (
    AnslagObject,
    AntalObject,
    AnteckningObject,
    BehovObject,
    BeslutspunktObject,
    BevakningObject,
    BilagaObject,
    BlankettObject,
    DelegationsbeslutObject,
    DelegationsprotokollObject,
    DelprojektbeslutObject,
    DelprojektObject,
    DelprojektsatsObject,
    ErsättaresMeningObject,
    FrågaObject,
    FrånvarandeObject,
    FördelningObject,
    HandlingObject,
    HuvudmannabeslutObject,
    HuvudmanObject,
    JsonObject,
    JusterareObject,
    JusteringObject,
    JävObject,
    KallelsetidObject,
    NämndObject,
    NärvaroObject,
    OrdförandeObject,
    ParagrafObject,
    PersonObject,
    PunktObject,
    RedovisningObject,
    ReservationObject,
    SammanträdeObject,
    SatsObject,
    SekretessObject,
    SkrivelseObject,
    SpärrdagObject,
    SvarandeObject,
    TabellObject,
    UnderpunktObject,
    UppdragObject,
    UppföljningsrapportObject,
    UrvalObject,
    UtskickObject,
    VoteringObject,
    YrkandeObject,
    ÄrendeObject,
    ÅterrapportObject,
    ÅtgärdObject,
    ÖverenskommelseObject,
)
from nämnd.utbyte.objects.base import SparseObject, dumped, object_in
from nämnd.utbyte.parts import OF_PARAGRAF, OF_SAMMANTRÄDE

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
    NärvaroObject: Närvaro,
    FrånvarandeObject: Frånvaro,
    OrdförandeObject: Ordförandeskap,
    JusterareObject: Justerare,
    JusteringObject: Justering,
    ParagrafObject: Paragraf,
    BeslutspunktObject: Beslutspunkt,
    YrkandeObject: Yrkande,
    VoteringObject: Votering,
    JävObject: Jäv,
    ReservationObject: Reservation,
    AnteckningObject: Anteckning,
    ErsättaresMeningObject: Anteckning,
    HuvudmannabeslutObject: Huvudmannabeslut,
    ÄrendeObject: Ärende,
    HandlingObject: Handling,
    SkrivelseObject: Skrivelse,
    UrvalObject: Urval,
    AnslagObject: Anslag,
    DelegationsbeslutObject: Delegationsbeslut,
    DelegationsprotokollObject: Delegationsprotokoll,
    BevakningObject: Bevakning,
    ÅterrapportObject: Återrapport,
    DelprojektObject: Delprojekt,
    DelprojektbeslutObject: Delprojektbeslut,
    DelprojektsatsObject: Delprojektsats,
    ÅtgärdObject: Åtgärd,
    BehovObject: Behov,
    UppföljningsrapportObject: Uppföljningsrapport,
    ÖverenskommelseObject: Överenskommelse,
    TabellObject: Fördelningstabell,
    FördelningObject: Fördelningsrad,
    BlankettObject: Blankett,
    RedovisningObject: Redovisning,
    FrågaObject: Redovisningsfråga,
    SvarandeObject: Redovisningssvar,
    SpärrdagObject: Spärrdag,
}
"""Where each kind of object is kept. Days and versions are found by date and number instead."""

_APART: dict[type[JsonObject], frozenset[str]] = {
    NämndObject: frozenset({"huvudmän", "logotyp"}),
    SammanträdeObject: frozenset(
        {"dagar", "punkter", "utskick", "sista_nummer", *(part.key for part in OF_SAMMANTRÄDE)}
    ),
    PunktObject: frozenset(
        {"nummer", "står", "underpunkter", "förslag", "missivförslag", "bilagor", "sista_bokstav"}
    ),
    BilagaObject: frozenset({"beteckning", "står", "fil", "sha256", "versioner"}),
    ParagrafObject: frozenset(part.key for part in OF_PARAGRAF),
    VoteringObject: frozenset({"omgång"}),
    DelegationsprotokollObject: frozenset({"anslag"}),
    ÄrendeObject: frozenset({"handlingar", "skrivelser"}),
    HandlingObject: frozenset({"fil", "sha256", "versioner"}),
    BevakningObject: frozenset({"läge", "rapporter"}),
    DelprojektObject: frozenset({"beslut", "åtgärder", "behov", "rapporter"}),
    DelprojektbeslutObject: frozenset({"satser"}),
    ÖverenskommelseObject: frozenset({"tabeller", "fördelning", "blanketter", "rapportering"}),
    RedovisningObject: frozenset({"frågor"}),
    FrågaObject: frozenset({"svaras_av", "svarande"}),
}
"""Keys that are more than a column: lists of objects, files, and numbers that may be derived."""

_NAMES = {
    "person": "person_id",
    "huvudman": "huvudman_id",
    "ärende": "ärende_id",
    "deltar_inte_i_beslutet": "deltar_inte",
    "särskilt_protokoll": "delegationsprotokoll_id",
    "handling": "handling_id",
    "delegationsbeslut": "delegationsbeslut_id",
    "sammanträde": "sammanträde_id",
    "beslutspunkt": "beslutspunkt_id",
    "delprojekt": "delprojekt_id",
    "överenskommelse": "överenskommelse_id",
    "redovisning": "redovisning_id",
    "rapport": "rapport_id",
    "missiv_handling": "missiv_handling_id",
    "rapport_handling": "rapport_handling_id",
    "tabell": "tabell_id",
}
_OF_A_PUNKT = frozenset(
    {
        *(ParagrafObject, HandlingObject, DelegationsbeslutObject),
        *(ÅterrapportObject, UppföljningsrapportObject),
    }
)
"""Here «punkt» is a punkt's id; elsewhere the number of a beslutspunkt."""

_KÄLLA = {
    "beslutsdatum": "beslutsdatum",
    "paragraf": "beslutsparagraf",
    "attsats": "attsats",
    "paragraf_id": "paragraf_id",
    "beslutspunkt": "beslutspunkt_id",
    "ärende": "ärende_id",
    "handling": "handling_id",
    "delprojekt": "delprojekt_id",
    "överenskommelse": "överenskommelse_id",
    "redovisning": "redovisning_id",
}
"""Where a bevakning keeps what it comes from."""

_APART_FROM: dict[tuple[type[JsonObject], str], Callable[[Any], object]] = {
    (BevakningObject, "källa"): lambda row: {
        name: getattr(row, column) for name, column in _KÄLLA.items()
    },
    (FrågaObject, "läge"): lambda row: "besvarad" if row.klar else "öppen",
    (ÖverenskommelseObject, "period"): lambda row: (
        [row.från, row.till] if row.från or row.till else []
    ),
}
"""Keys that are more than one column, or another one."""

_APART_INTO: dict[tuple[type[JsonObject], str], Callable[[Any], dict[str, object]]] = {
    (BevakningObject, "källa"): lambda källa: {
        column: getattr(källa, name) for name, column in _KÄLLA.items()
    },
    (FrågaObject, "läge"): lambda läge: {"klar": läge == "besvarad"},
    (ÖverenskommelseObject, "period"): lambda period: dict(
        zip(("från", "till"), (*period, None, None), strict=False)
    ),
}
"""The other way round."""


def plain_keys(kind: type[JsonObject]) -> tuple[str, ...]:
    """Return the keys that are columns."""
    apart = _APART.get(kind, frozenset[str]()) | kind.not_yet | {"id"}
    return tuple(key for key in kind.model_fields if key not in apart)


def columns(one: JsonObject, keys: Iterable[str]) -> dict[str, object]:
    """Return what the columns behind `keys` are to hold."""
    found: dict[str, object] = {}
    for key in keys:
        found |= _columns(one, key)
    return found


def values_of(kind: type[JsonObject], row: Row) -> dict[str, Any]:
    """Return id and plain keys of an object of `kind`, as `row` has them."""
    values: dict[str, Any] = {"id": row.id}
    for key in plain_keys(kind):
        if kind is ErsättaresMeningObject and key in ("person", "med"):
            first, *more = getattr(row, "av") or [None]  # noqa: B009 - an Anteckning
            values |= {"person": first, "med": more}
        elif key == "sekretess":
            values[key] = secrecy(row)
        elif (kind, key) in _APART_FROM:
            values[key] = _APART_FROM[kind, key](row)
        else:
            inner = object_in(kind.model_fields[key].annotation)
            values[key] = _whole(getattr(row, _column(kind, key)), inner)
    return values


def secrecy(row: Row) -> SekretessObject | None:
    """Return why a bilaga, a § or something of the diarium is secret, or None."""
    lagrum, datum = (getattr(row, f"sekretess_{key}") for key in ("lagrum", "datum"))
    return SekretessObject(lagrum=lagrum, datum=datum) if lagrum or datum else None


def _column(kind: type[JsonObject], key: str) -> str:
    if key == "punkt" and kind in _OF_A_PUNKT:
        return "punkt_id"
    if key == "poster" and kind is FördelningObject:
        return "belopp"
    return _NAMES.get(key, key)


def _whole(kept: Any, inner: type[JsonObject] | None) -> Any:  # noqa: ANN401 - JSON
    """Return what is kept as JSON with every key there is, so that each is written."""
    if inner is None or kept is None:
        return kept
    if isinstance(kept, list):
        return [_whole(one, inner) for one in cast("list[object]", kept)]
    fields = {} if issubclass(inner, SparseObject) else inner.model_fields
    empty = {key: one.default for key, one in fields.items() if not one.is_required()}
    said = cast("dict[str, object]", kept)
    return empty | {key: one for key, one in said.items() if one is not None}


def _columns(one: JsonObject, key: str) -> dict[str, object]:
    value: object = getattr(one, key)
    if (type(one), key) in _APART_INTO:
        return _APART_INTO[type(one), key](value)
    match one, value:
        case ErsättaresMeningObject(), _ if key in ("person", "med"):
            return {"av": [person for person in (one.person, *one.med) if person]}
        case _, KallelsetidObject():
            return {"kallelsetid_dagar": value.dagar, "kallelsetid_slag": value.slag}
        case _, SekretessObject():
            return {"sekretess_lagrum": value.lagrum, "sekretess_datum": value.datum}
        case _, None if key == "sekretess":
            return {"sekretess_lagrum": None, "sekretess_datum": None}
        case _, None:
            column = _column(type(one), key)
            may_be_null = TABLES[type(one)].__table__.c[column].nullable
            return {column: None if may_be_null else ""}
        case _, AntalObject():  # a number that is not known has no key
            return {key: value.model_dump(exclude_none=True)}
        case _, tuple() | JsonObject():
            return {_column(type(one), key): dumped(cast("object", value))}
        case _:
            return {_column(type(one), key): value}
