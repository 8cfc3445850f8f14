"""The words of a §, from all its parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.sök.plain import plain
from nämnd.tables import (
    Anteckning,
    Beslutspunkt,
    Huvudman,
    Huvudmannabeslut,
    Jäv,
    Paragraf,
    Person,
    Reservation,
    Votering,
    Yrkande,
)


def paragraf_texts(session: Session, keys: Sequence[str]) -> dict[str, list[str]]:
    """Return the texts of each §: the decision first, then what led to it, then who."""
    found: dict[str, list[str]] = defaultdict(list)
    parts = _Parts(session, keys)
    beslut = parts.rows(Beslutspunkt, Beslutspunkt.text, Beslutspunkt.utfall, Beslutspunkt.till)
    for key, text, utfall, till in beslut:
        found[key] += filter(None, (text, utfall, till))
    for row in session.execute(select(*Paragraf.__table__.columns).where(Paragraf.id.in_(keys))):
        found[row.id] += _own(row)
    for key, av, partier, text in parts.rows(Yrkande, Yrkande.av, Yrkande.av_partier, Yrkande.text):
        found[key] += [text, *parts.names(av), *partier]
    for key, ja, nej in parts.rows(Votering, Votering.ja_betyder, Votering.nej_betyder):
        found[key] += filter(None, (ja, nej))
    for key, av, text in parts.rows(Reservation, Reservation.av, Reservation.text):
        found[key] += [text or "", *parts.names(av)]
    for key, av, text in parts.rows(Anteckning, Anteckning.av, Anteckning.text):
        found[key] += [text, *parts.names(av)]
    for key, person_id, grund in parts.rows(Jäv, Jäv.person_id, Jäv.grund):
        found[key] += [*parts.names((person_id,)), grund or ""]
    for key, namn, svar in _huvudmannabeslut(session, keys):
        found[key] += filter(None, (namn, svar))
    return found


def _own(row: Any) -> list[str]:  # noqa: ANN401 - a row of SQLAlchemy's
    told = (row.ingress, plain(row.sammanfattning), *row.dnr, *row.beslutsunderlag)
    led = (plain(row.propositionsordning), plain(row.beslutsgång), *row.anmälningar)
    to = (one.get(name) for one in row.expedieringar for name in ("till", "beteckning"))
    sent = [str(part) for part in to if part]
    return [part for part in (*told, *led, *sent, row.upphäver) if part]


class _Parts:
    """The rows below a § and the names of those in them."""

    def __init__(self, session: Session, keys: Sequence[str]) -> None:
        self._session, self._keys = session, keys
        self._names: dict[str, str] = {}

    def rows(self, kind: Any, *columns: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - a table and its columns
        query = select(kind.paragraf_id, *columns).where(kind.paragraf_id.in_(self._keys))
        return [tuple(row) for row in self._session.execute(query.order_by(kind.ordning, kind.id))]

    def names(self, people: Iterable[str]) -> list[str]:
        asked = tuple(people)
        unknown = [one for one in asked if one not in self._names]
        if unknown:
            query = select(Person.id, Person.namn).where(Person.id.in_(unknown))
            self._names |= {key: name for key, name in self._session.execute(query)}  # noqa: C416 - typed
        return [self._names[one] for one in asked if one in self._names]


def _huvudmannabeslut(session: Session, keys: Sequence[str]) -> list[tuple[str, str, str | None]]:
    query = (
        select(Huvudmannabeslut.paragraf_id, Huvudman.namn, Huvudmannabeslut.svar)
        .join(Huvudman, Huvudman.id == Huvudmannabeslut.huvudman_id)
        .where(Huvudmannabeslut.paragraf_id.in_(keys))
    )
    return [(key, namn, svar) for key, namn, svar in session.execute(query)]
