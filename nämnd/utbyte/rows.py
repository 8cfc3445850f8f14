"""The rows behind a file: all of a nämnd, or those of one sammanträde. Some thirty statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.core.swedish import sort_key
from nämnd.organisation.rules import role_order, serves
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Attsats,
    Bilaga,
    Bilageversion,
    Huvudman,
    Nämnd,
    Person,
    Punkt,
    Row,
    Sammanträde,
    Sammanträdesdag,
    Underpunkt,
    Uppdrag,
    Utskick,
    Ärende,
)
from nämnd.utbyte.objects.base import clean_line
from nämnd.utbyte.rows_delegation import DelegatedRows, load_delegated
from nämnd.utbyte.rows_diarium import DiariumRows, load_diarium
from nämnd.utbyte.rows_follow_up import FollowUpRows, load_follow_up
from nämnd.utbyte.rows_protokoll import ProtokollRows, load_protokoll

R = TypeVar("R", bound=Row)
B = TypeVar("B", Underpunkt, Attsats, Bilaga)
_MANY = 500  # ids in one question


@dataclass(frozen=True, slots=True)
class Rows:
    """Mapped rows, each list in the order a file has it. For use inside the session only."""

    nämnd: Nämnd
    huvudmän: list[Huvudman]
    personer: dict[str, Person]
    uppdrag: list[Uppdrag]
    sammanträden: list[Sammanträde]
    dagar: defaultdict[str, list[Sammanträdesdag]]  # by the sammanträde's id
    utskick: defaultdict[str, list[Utskick]]
    punkter: defaultdict[str, list[Punkt]]
    underpunkter: defaultdict[str, list[Underpunkt]]  # by the punkt's id
    satser: defaultdict[str, list[Attsats]]
    bilagor: defaultdict[str, list[Bilaga]]
    versioner: defaultdict[str, list[Bilageversion]]  # by the bilaga's id
    ärenden: list[Ärende]
    diarium: DiariumRows
    delegated: DelegatedRows
    protokoll: ProtokollRows
    follow_up: FollowUpRows


def load_rows(session: Session, nämnd_id: str, sammanträde_id: str | None = None) -> Rows:
    """Return the rows of a nämnd, or only what belongs to one of its sammanträden.

    With one sammanträde: the nämnd and its huvudmän, who serves on its days, and the ärenden on
    its dagordning, without their handlingar: those have not been chosen to go along.

    Raises:
        GoneError: the nämnd is not there.
    """
    nämnd, scope = load(session, Nämnd, nämnd_id), _scope(nämnd_id, sammanträde_id)
    dagar = _of_meetings(session, Sammanträdesdag, Sammanträdesdag.sammanträde_id, scope)
    punkter = _of_meetings(session, Punkt, Punkt.sammanträde_id, scope)
    utskick = _of_meetings(session, Utskick, Utskick.sammanträde_id, scope)
    uppdrag = _uppdrag(session, nämnd_id, dagar if sammanträde_id else None)
    sammanträden = rows_where(session, Sammanträde, scope)
    huvudmän = rows_where(session, Huvudman, Huvudman.nämnd_id == nämnd_id)
    protokoll = load_protokoll(session, scope, [row.id for row in huvudmän])
    named = [*_mentioned(uppdrag, sammanträden, utskick), *protokoll.people()]
    personer = rows_by_id(session, Person, named)
    days = _grouped(sorted(dagar, key=lambda row: row.datum), lambda row: row.sammanträde_id)
    whole = nämnd_id if sammanträde_id is None else None
    return Rows(
        nämnd=nämnd,
        huvudmän=huvudmän,
        personer=personer,
        uppdrag=sorted(uppdrag, key=lambda row: _uppdrag_order(row, personer)),
        sammanträden=sorted(sammanträden, key=lambda row: _meeting_order(row, days)),
        dagar=days,
        utskick=_grouped(sorted(utskick, key=_utskick_order), lambda row: row.sammanträde_id),
        punkter=_grouped(_ordered(punkter), lambda row: row.sammanträde_id),
        underpunkter=_by_punkt(session, Underpunkt, scope),
        satser=_by_punkt(session, Attsats, scope),
        bilagor=_by_punkt(session, Bilaga, scope),
        versioner=_versions(session, scope),
        ärenden=_ärenden(session, nämnd_id, punkter, whole=whole is not None),
        diarium=load_diarium(session, whole),
        delegated=load_delegated(session, whole),
        protokoll=protokoll,
        follow_up=load_follow_up(session, whole),
    )


def rows_by_id(session: Session, kind: type[R], keys: Iterable[str]) -> dict[str, R]:
    """Return those rows of `kind` that are there, by id."""
    found: dict[str, R] = {}
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), _MANY):
        some = rows_where(session, kind, kind.id.in_(wanted[start : start + _MANY]))
        found |= {row.id: row for row in some}
    return found


def ids_in(session: Session, kind: type[Row], keys: Iterable[str]) -> set[str]:
    """Return which of `keys` name a row of `kind`."""
    found: set[str] = set()
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), _MANY):
        query = select(kind.id).where(kind.id.in_(wanted[start : start + _MANY]))
        found |= set(session.scalars(query))
    return found


def _scope(nämnd_id: str, sammanträde_id: str | None) -> ColumnElement[bool]:
    mine = Sammanträde.nämnd_id == nämnd_id
    return mine if sammanträde_id is None else mine & (Sammanträde.id == sammanträde_id)


def _of_meetings(
    session: Session, kind: type[R], owner: object, scope: ColumnElement[bool]
) -> list[R]:
    return list(
        session.scalars(select(kind).join(Sammanträde, Sammanträde.id == owner).where(scope))
    )


def _by_punkt(
    session: Session, kind: type[B], scope: ColumnElement[bool]
) -> defaultdict[str, list[B]]:
    query = (
        select(kind)
        .join(Punkt, Punkt.id == kind.punkt_id)
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .where(scope)
    )
    return _grouped(_ordered(list(session.scalars(query))), lambda row: row.punkt_id)


def _versions(
    session: Session, scope: ColumnElement[bool]
) -> defaultdict[str, list[Bilageversion]]:
    query = (
        select(Bilageversion)
        .join(Bilaga, Bilaga.id == Bilageversion.bilaga_id)
        .join(Punkt, Punkt.id == Bilaga.punkt_id)
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .where(scope)
        .order_by(Bilageversion.nummer, Bilageversion.id)
    )
    return _grouped(session.scalars(query), lambda row: row.bilaga_id)


def _mentioned(
    uppdrag: list[Uppdrag], sammanträden: list[Sammanträde], utskick: list[Utskick]
) -> list[str]:
    wanted: list[str | None] = []
    for row in uppdrag:
        wanted += [row.person_id, row.ersätter]
    for row in sammanträden:
        wanted += [row.ordförande, row.sekreterare]
    for row in utskick:
        wanted += row.till
    return [key for key in wanted if key is not None]


def _ärenden(session: Session, nämnd_id: str, punkter: list[Punkt], *, whole: bool) -> list[Ärende]:
    named = (punkt.ärende_id for punkt in punkter if punkt.ärende_id is not None)
    found = rows_by_id(session, Ärende, named)
    if whole:
        found |= {row.id: row for row in rows_where(session, Ärende, Ärende.nämnd_id == nämnd_id)}
    return sorted(found.values(), key=lambda row: (_text_order(row.dnr), row.id))


def _uppdrag(session: Session, nämnd_id: str, dagar: list[Sammanträdesdag] | None) -> list[Uppdrag]:
    """Return the uppdrag of a nämnd, or only those that last on one of `dagar`."""
    return [
        row
        for row in rows_where(session, Uppdrag, Uppdrag.nämnd_id == nämnd_id)
        if dagar is None or any(serves(row.från, row.till, dag.datum) for dag in dagar)
    ]


def _uppdrag_order(row: Uppdrag, personer: dict[str, Person]) -> tuple[int, int, str, str]:
    namn = personer[row.person_id].namn
    return role_order(row.roll), row.ordning, _text_order(namn), row.id


def _utskick_order(row: Utskick) -> tuple[date, str, str]:
    return row.datum, row.slag, row.id


def _text_order(text: str) -> str:
    """Return the place of a text as the file has it: with that the same order comes back."""
    return sort_key(clean_line(text))


def _meeting_order(
    row: Sammanträde, days: defaultdict[str, list[Sammanträdesdag]]
) -> tuple[str, int, str]:
    first = next((dag.datum.isoformat() for dag in days[row.id]), "")
    return first, row.nummer_i_året or 0, row.id


P = TypeVar("P", Punkt, Underpunkt, Attsats, Bilaga)


def _ordered(rows: list[P]) -> list[P]:
    return sorted(rows, key=lambda row: (row.ordning, row.id))


def _grouped(rows: Iterable[R], key: Callable[[R], str]) -> defaultdict[str, list[R]]:
    groups: defaultdict[str, list[R]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups
