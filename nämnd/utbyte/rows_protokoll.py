"""The rows of närvaro and protokoll behind a file, each list in the order the file has it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.tables import (
    Anslag,
    Anteckning,
    Beslutspunkt,
    Frånvaro,
    Huvudmannabeslut,
    Justerare,
    Justering,
    Jäv,
    Närvaro,
    OrderedRow,
    Ordförandeskap,
    Paragraf,
    Reservation,
    Row,
    Sammanträde,
    Votering,
    Yrkande,
)

R = TypeVar("R", bound=Row)
Place: TypeAlias = tuple[int, str]
_OF_SAMMANTRÄDE = (Närvaro, Frånvaro, Ordförandeskap, Justerare, Justering, Anslag, Paragraf)
_OF_PARAGRAF = (
    Beslutspunkt,
    Yrkande,
    Votering,
    Jäv,
    Reservation,
    Anteckning,
    Huvudmannabeslut,
)
_PEOPLE = ("person_id", "för", "ersätts_av", "av", "deltar_inte", "röster")
_NAMED_INSIDE = ("inkallade", "underskrifter", "kommentarer")


@dataclass(frozen=True, slots=True)
class ProtokollRows:
    """Mapped rows by kind, and by the id of the sammanträde or the § they belong to."""

    groups: dict[type[Row], defaultdict[str, list[Row]]]

    def of(self, kind: type[R], owner: str) -> list[R]:
        """Return the rows of `kind` that belong to `owner`, in order."""
        return cast("list[R]", self.groups[kind][owner])

    def people(self) -> Iterator[str]:
        """Yield the ids of everybody mentioned."""
        for owned in self.groups.values():
            for rows in owned.values():
                for row in rows:
                    yield from _people(row)


def load_protokoll(
    session: Session, scope: ColumnElement[bool], huvudmän: Sequence[str]
) -> ProtokollRows:
    """Return the rows of the sammanträden in `scope`. `huvudmän`: their ids, in order."""
    order = {key: place for place, key in enumerate(huvudmän)}
    groups: dict[type[Row], defaultdict[str, list[Row]]] = {}
    for kind in _OF_SAMMANTRÄDE:
        query = select(kind).join(Sammanträde, Sammanträde.id == kind.sammanträde_id)
        found = session.scalars(query.where(scope))
        groups[kind] = _grouped(found, "sammanträde_id", order)
    for kind in _OF_PARAGRAF:
        query = (
            select(kind)
            .join(Paragraf, Paragraf.id == kind.paragraf_id)
            .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        )
        found = session.scalars(query.where(scope))
        groups[kind] = _grouped(found, "paragraf_id", order)
    return ProtokollRows(groups)


def _grouped(
    rows: Iterable[Row], owner: str, huvudmän: dict[str, int]
) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: _place(row, huvudmän)):
        groups[getattr(row, owner)].append(row)
    return groups


def _place(row: Row, huvudmän: dict[str, int]) -> Place:
    match row:
        case OrderedRow():
            return row.ordning, row.id
        case Huvudmannabeslut():
            return huvudmän.get(row.huvudman_id, len(huvudmän)), row.id
        case Justering() | Anslag():
            first = next(iter(paragrafer.read(row.paragrafer).spans), None)
            return first.first if first else 0, row.id
        case _:
            return 0, row.id


def _people(row: Row) -> Iterator[str]:
    for name in _PEOPLE:
        match getattr(row, name, None):
            case str() as key:
                yield key
            case None:
                continue
            case keys:
                yield from cast("Iterable[str]", keys)
    for name in _NAMED_INSIDE:
        for one in cast("list[dict[str, str]]", getattr(row, name, ())):
            yield one["person"]
