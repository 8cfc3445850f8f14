"""From the rows of what is followed up to the objects of the format.

A reference to what is not in the file is left out: what it led to has been removed since, or
belongs to another nämnd. Then the file says nothing of it.
"""

from typing import Any

from nämnd.tables import Beslutspunkt, Bevakning, Paragraf, Redovisningsfråga, Row
from nämnd.utbyte.columns import values_of
from nämnd.utbyte.objects import (
    BevakningObject,
    FrågaObject,
    JsonObject,
    ÖverenskommelseObject,
)
from nämnd.utbyte.parts import FOLLOW_UP, OF_FOLLOW_UP, Part
from nämnd.utbyte.references_follow_up import REFERENCES
from nämnd.utbyte.rows import Rows


class FollowUpBuilder:
    """Makes the objects of what is followed up."""

    def __init__(self, rows: Rows) -> None:
        """Use `rows`."""
        self._rows = rows
        self._there = _there(rows)
        self._meeting_of = {
            one.id: meeting.id
            for meeting in rows.sammanträden
            for one in rows.protokoll.of(Paragraf, meeting.id)
        }

    def lists(self) -> dict[str, Any]:
        """Return the lists of the file, by key."""
        return {
            part.key: tuple(self._object(part, row) for row in self._rows.follow_up.top[part.key])
            for part in FOLLOW_UP
        }

    def _object(self, part: Part, row: Row) -> JsonObject:
        values = self._here(values_of(part.kind, row))
        for inner in OF_FOLLOW_UP.get(part.kind, ()):
            found = self._rows.follow_up.of(inner.key, row.id)
            values[inner.key] = tuple(self._object(inner, one) for one in found)
        values |= self._derived(part.kind, row)
        if part.kind is BevakningObject:
            values["källa"] = self._källa(values["källa"])
        return part.kind.model_validate(values)

    def _derived(self, kind: type[JsonObject], row: Row) -> dict[str, Any]:
        """Return what the format has and the tables do not: what follows from other rows."""
        if kind is BevakningObject and isinstance(row, Bevakning):
            return {"läge": "avslutad"} if row.avslutad else {}
        if kind is ÖverenskommelseObject:
            bevakningar = self._rows.follow_up.top["bevakningar"]
            mine = (one.id for one in bevakningar if _of_agreement(one) == row.id)
            return {"rapportering": tuple(mine)}
        if kind is FrågaObject and isinstance(row, Redovisningsfråga):
            asked = self._rows.follow_up.of("svarande", row.id)
            keys = (getattr(one, "huvudman_id") for one in asked)  # noqa: B009 - of the table
            return {"svaras_av": tuple(key for key in keys if key in self._there["huvudman"])}
        return {}

    def _källa(self, given: dict[str, Any]) -> dict[str, Any]:
        said = self._here({key: value for key, value in given.items() if value is not None})
        meeting = self._meeting_of.get(said.get("paragraf_id", ""))
        return said | ({"sammanträde": meeting} if meeting else {})

    def _here(self, values: dict[str, Any]) -> dict[str, Any]:
        return {
            key: value
            for key, value in values.items()
            if key not in REFERENCES or value is None or value in self._there[REFERENCES[key]]
        }


def _of_agreement(row: Row) -> str | None:
    return row.överenskommelse_id if isinstance(row, Bevakning) else None


def _there(rows: Rows) -> dict[str, set[str]]:
    """Return the ids that references may lead to, by the words of `REFERENCES`."""
    paragrafer = [
        one for meeting in rows.sammanträden for one in rows.protokoll.of(Paragraf, meeting.id)
    ]
    follow_up = rows.follow_up
    inner: dict[str, set[str]] = {"rapport": set(), "tabell": set()}
    for (key, _), found in follow_up.inner.items():
        name = {"rapporter": "rapport", "tabeller": "tabell"}.get(key)
        if name:
            inner[name] |= {row.id for row in found}
    return inner | {
        "ärende": {row.id for row in rows.ärenden},
        "handling": {row.id for found in rows.diarium.handlingar.values() for row in found},
        "delprojekt": {row.id for row in follow_up.top["delprojekt"]},
        "överenskommelse": {row.id for row in follow_up.top["överenskommelser"]},
        "redovisning": {row.id for row in follow_up.top["redovisningar"]},
        "sammanträde": {row.id for row in rows.sammanträden},
        "punkt": {row.id for found in rows.punkter.values() for row in found},
        "paragraf": {row.id for row in paragrafer},
        "beslutspunkt": {
            row.id for one in paragrafer for row in rows.protokoll.of(Beslutspunkt, one.id)
        },
        "huvudman": {row.id for row in rows.huvudmän},
    }
