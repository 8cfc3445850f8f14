"""What is there before an import: every object of the nämnd as the format has it, with its row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.tables import (
    Attsats,
    Bilageversion,
    Handling,
    Handlingsversion,
    Nämnd,
    Person,
    Punkt,
    Row,
    Sammanträdesdag,
    Skrivelse,
    Ärende,
)
from nämnd.utbyte.building import file_of_rows, person_object
from nämnd.utbyte.building_protokoll import rows_of
from nämnd.utbyte.columns import TABLES, values_of
from nämnd.utbyte.names import id_of
from nämnd.utbyte.objects import (
    HuvudmanObject,
    JsonObject,
    PersonObject,
    SammanträdeObject,
    UtbyteFile,
    ÄrendeObject,
)
from nämnd.utbyte.parts import OF_PARAGRAF, OF_SAMMANTRÄDE, Part, follow_up_in
from nämnd.utbyte.references import identified
from nämnd.utbyte.rows import Rows, ids_in, load_rows, rows_by_id

Key: TypeAlias = tuple[type[JsonObject], str]
Version: TypeAlias = Bilageversion | Handlingsversion


@dataclass(frozen=True, slots=True)
class Known:
    """An object that is there."""

    one: JsonObject
    row: Row
    owner: str | None  # the sammanträde it belongs to


@dataclass(slots=True)
class There:
    """What the database holds of what a file is about."""

    known: dict[Key, Known] = field(default_factory=dict[Key, Known])
    taken: dict[str, str] = field(default_factory=dict[str, str])  # ids of the file in use: by what
    names: dict[str, str] = field(default_factory=dict[str, str])  # of people and huvudmän, by id
    same_name: str | None = None  # the id of another nämnd that is called the same
    dagar: dict[str, list[Sammanträdesdag]] = field(
        default_factory=dict[str, list[Sammanträdesdag]]
    )
    versioner: dict[str, Sequence[Version]] = field(default_factory=dict[str, Sequence[Version]])
    dnr: dict[str, str] = field(default_factory=dict[str, str])  # ids of the nämnd's ärenden
    filled: frozenset[str] = frozenset()  # ids of the file's ärenden that hold something there


def what_is_there(session: Session, file: UtbyteFile) -> There:
    """Return what the database holds of the nämnd in `file`, and of its people.

    Raises:
        UtbyteUnwritableError: something there does not fit the format.
    """
    there = There()
    if session.get(Nämnd, file.nämnd.id) is not None:
        rows = load_rows(session, file.nämnd.id)
        there.dagar = dict(rows.dagar)
        there.versioner = {**rows.versioner, **rows.diarium.versioner}
        there.dnr = _dnr(session, file.nämnd.id)
        there.known = {
            (type(one), cast("str", getattr(one, "id"))): Known(one, row, owner)  # noqa: B009
            for one, row, owner in _pairs(file_of_rows(rows, None), rows)
        }
    for key, row in rows_by_id(session, Person, (one.id for one in file.personer)).items():
        there.known.setdefault((PersonObject, key), Known(person_object(row), row, None))
    for key, row in rows_by_id(session, Ärende, (one.id for one in file.ärenden)).items():
        one = ÄrendeObject.model_validate(values_of(ÄrendeObject, row))  # in another's diarium
        there.known.setdefault((ÄrendeObject, key), Known(one, row, None))
    named = (known.one for known in there.known.values())
    there.names = {
        one.id: one.namn for one in named if isinstance(one, PersonObject | HuvudmanObject)
    }
    there.taken = _taken(session, file)
    there.filled = _filled(session, file)
    there.same_name = _same_name(session, file)
    return there


def _taken(session: Session, file: UtbyteFile) -> dict[str, str]:
    """Return for each id of the file the kind of thing that has it already."""
    wanted = [key for _, key in identified(file)]
    tables = dict.fromkeys([*TABLES.values(), Bilageversion, Handlingsversion])
    return {key: table.__tablename__ for table in tables for key in ids_in(session, table, wanted)}


def _filled(session: Session, file: UtbyteFile) -> frozenset[str]:
    """Return the ids of the file's ärenden that have handlingar or skrivelser."""
    ids = {one.id for one in file.ärenden}
    found = (session.scalars(select(kind.ärende_id).distinct()) for kind in (Handling, Skrivelse))
    return frozenset(key for some in found for key in some if key in ids)


def _dnr(session: Session, nämnd_id: str) -> dict[str, str]:
    rows = session.execute(select(Ärende.dnr, Ärende.id).where(Ärende.nämnd_id == nämnd_id))
    return dict(rows.all())


def _same_name(session: Session, file: UtbyteFile) -> str | None:
    same = select(Nämnd.id).where(Nämnd.namn == file.nämnd.namn, Nämnd.id != file.nämnd.id)
    return session.scalars(same).first()


def _pairs(file: UtbyteFile, rows: Rows) -> Iterator[tuple[JsonObject, Row, str | None]]:
    yield file.nämnd, rows.nämnd, None
    yield from _alone(file.nämnd.huvudmän, rows.huvudmän)
    yield from _alone(file.uppdrag, rows.uppdrag)
    yield from _alone(file.ärenden, rows.ärenden)
    for ärende in file.ärenden:
        yield from _alone(ärende.handlingar, rows.diarium.handlingar[ärende.id])
        yield from _alone(ärende.skrivelser, rows.diarium.skrivelser[ärende.id])
    yield from _alone(file.urval, rows.diarium.urval)
    yield from _alone(file.delegationsbeslut, rows.delegated.beslut)
    yield from _alone(file.delegationsprotokoll, rows.delegated.protokoll)
    for own in file.delegationsprotokoll:
        yield from _alone(own.anslag, rows.delegated.anslag[own.id])
    followed = rows.follow_up.by_id()
    for _, one in follow_up_in(file):
        yield one, followed[TABLES[type(one)], id_of(one)], None
    for person in file.personer:
        yield person, rows.personer[person.id], None
    for sammanträde, row in zip(file.sammanträden, rows.sammanträden, strict=True):
        yield sammanträde, row, None
        for utskick, its in zip(sammanträde.utskick, rows.utskick[row.id], strict=True):
            yield utskick, its, row.id
        for punkt, its in zip(sammanträde.punkter, rows.punkter[row.id], strict=True):
            yield punkt, its, row.id
            inner = (punkt.underpunkter, punkt.förslag, punkt.missivförslag, punkt.bilagor)
            for objects, found in zip(inner, _inner(rows, its), strict=True):
                yield from ((one, own, row.id) for one, own in zip(objects, found, strict=True))
        yield from _protokoll(sammanträde, row.id, rows)


def _protokoll(
    sammanträde: SammanträdeObject, owner: str, rows: Rows
) -> Iterator[tuple[JsonObject, Row, str]]:
    for part in OF_SAMMANTRÄDE:
        yield from _listed(part, sammanträde, owner, owner, rows)
    for paragraf in sammanträde.paragrafer:
        for part in OF_PARAGRAF:
            yield from _listed(part, paragraf, paragraf.id, owner, rows)


def _listed(
    part: Part, one: JsonObject, key: str, owner: str, rows: Rows
) -> Iterator[tuple[JsonObject, Row, str]]:
    objects: Sequence[JsonObject] = getattr(one, part.key)
    # an ordförande of all §§ has no row of their own
    for inner, row in zip(objects, rows_of(part, key, rows.protokoll), strict=False):
        yield inner, row, owner


def _alone(
    objects: Sequence[JsonObject], rows: Sequence[Row]
) -> Iterator[tuple[JsonObject, Row, None]]:
    for one, row in zip(objects, rows, strict=True):
        yield one, row, None


def _inner(rows: Rows, punkt: Punkt) -> tuple[Sequence[Row], ...]:
    def satser(slag: str) -> list[Attsats]:
        return [row for row in rows.satser[punkt.id] if row.slag == slag]

    return (
        rows.underpunkter[punkt.id],
        satser("förslag"),
        satser("missivförslag"),
        rows.bilagor[punkt.id],
    )
