"""From the rows of närvaro and protokoll to the objects of the format."""

from collections.abc import Sequence
from typing import Any

from nämnd.tables import Anteckning, Ordförandeskap, Row, Sammanträde
from nämnd.utbyte.columns import TABLES, values_of
from nämnd.utbyte.given_ids import derived_id
from nämnd.utbyte.objects import JsonObject, OrdförandeObject, ParagrafObject, VoteringObject
from nämnd.utbyte.parts import OF_PARAGRAF, OF_SAMMANTRÄDE, Part
from nämnd.utbyte.rows_protokoll import ProtokollRows


def protokoll_values(row: Sammanträde, rows: ProtokollRows) -> dict[str, Any]:
    """Return what belongs to a sammanträde: närvaro, paragrafer and their kin."""
    values: dict[str, Any] = {
        part.key: tuple(
            _object(part.kind, one, place, rows)
            for place, one in enumerate(rows_of(part, row.id, rows), start=1)
        )
        for part in OF_SAMMANTRÄDE
    }
    if row.ordförande is not None and not rows.of(Ordförandeskap, row.id):
        values["ordförande"] = (_alone(row.id, row.ordförande),)
    return values


def rows_of(part: Part, owner: str, rows: ProtokollRows) -> Sequence[Row]:
    """Return the rows behind a list of the sammanträde or § `owner`."""
    found = rows.of(TABLES[part.kind], owner)
    if part.slag is None:
        return found
    return [one for one in found if isinstance(one, Anteckning) and one.slag == part.slag]


def _object(kind: type[JsonObject], row: Row, place: int, rows: ProtokollRows) -> JsonObject:
    values = values_of(kind, row)
    if kind is VoteringObject:
        values["omgång"] = place
    if kind is ParagrafObject:
        values |= {
            part.key: tuple(
                _object(part.kind, one, number, rows)
                for number, one in enumerate(rows_of(part, row.id, rows), start=1)
            )
            for part in OF_PARAGRAF
        }
    return kind.model_validate(values)


def _alone(sammanträde_id: str, person_id: str) -> OrdförandeObject:
    """Return the ordförande of all §§: no row of its own, but the id that a reader would give."""
    own = derived_id(sammanträde_id, "ordförande", person_id)
    return OrdförandeObject(id=own, person=person_id, paragrafer=None)
