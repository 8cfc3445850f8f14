"""What a set of §§ says, as one checksum: an approval is bound to it, and the lock keeps it.

In it: each § with its parts and the förslag it was decided on, who served, presided and checks at
it, the day and the place. Not in it is what may change after the justering: who gets an utdrag,
what the huvudmän decide, what is published, sekretess and överklagande, times of what happens at
later §§, and what people are called in the register.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.changes import Values
from nämnd.core.paragrafer import Paragrafer
from nämnd.lås.rows import PARTS, Rows, read_rows

_PLACE = {"id", "ordning", "sammanträde_id", "paragraf_id", "punkt_id"}
FREE = {  # of a §
    "expedieringar",
    "granskat",
    "maskeringar",
    "publicering",
    "sekretess_datum",
    "sekretess_lagrum",
    "överklagande",
}
_TIMES = {"från_tid", "till_tid"}
HEAD = 0
"""The key of what belongs to no single §: the day and the place."""


def innehåll(session: Session, sammanträde_id: str, set_: str | None) -> str:
    """Return the SHA-256 (hex) of everything the §§ of the set say; None is all of them.

    Raises:
        ValueError: the set is not written like one.
    """
    return digest(said(read_rows(session, sammanträde_id), sammanträde_id, paragrafer.read(set_)))


def digest(found: Mapping[int, str]) -> str:
    """Return the SHA-256 (hex) of what `said` returns."""
    return hashlib.sha256(_json(sorted(found.items())).encode()).hexdigest()


def said(rows: Rows, sammanträde_id: str, chosen: Paragrafer) -> dict[int, str]:
    """Return what each § that is in `chosen`, in whole or in part, says, by its number.

    `HEAD` is what is common to them.
    """
    mine = [
        row
        for row in _of_sammanträde(rows, "paragraf", sammanträde_id)
        if chosen.touches(row["nummer"])
    ]
    parts = _Parts(rows)
    people = tuple(_people(rows, sammanträde_id))
    found = {HEAD: _json(_head(rows, sammanträde_id, mine))} if mine else {}
    for row in sorted(mine, key=lambda row: (row["nummer"], row["id"])):
        here = [_plain(row, _PLACE | FREE), parts.of(row), _at(people, row["nummer"])]
        found[row["nummer"]] = found.get(row["nummer"], "") + _json(here)
    return found


class _Parts:
    """What belongs to the §§, by the §'s id."""

    def __init__(self, rows: Rows) -> None:
        self._by_paragraf = {
            kind.__tablename__: _grouped(rows[kind.__tablename__], "paragraf_id") for kind in PARTS
        }
        förslag = {key: row for key, row in rows["attsats"].items() if row["slag"] == "förslag"}
        self._förslag = _grouped(förslag, "punkt_id")

    def of(self, paragraf: Values) -> dict[str, object]:
        found: dict[str, object] = {
            table: [_part(table, row) for row in groups[paragraf["id"]]]
            for table, groups in self._by_paragraf.items()
            if paragraf["id"] in groups
        }
        satser = self._förslag.get(paragraf["punkt_id"], ())
        return found | ({"förslag": [row["text"] for row in satser]} if satser else {})


def _part(table: str, row: Values) -> Values:
    """Return what a part says. A yrkande keeps its id: a reservation names it."""
    return _plain(row, _PLACE - {"id"} if table == "yrkande" else _PLACE)


def _head(rows: Rows, sammanträde_id: str, mine: Iterable[Values]) -> object:
    """Return the place, and the days up to the last one that a § of the set was handled on."""
    days = sorted(row["datum"] for row in _of_sammanträde(rows, "sammanträdesdag", sammanträde_id))
    last = max((row["dag"] for row in mine if row["dag"]), default=days[0] if days else date.min)
    plats = rows["sammanträde"].get(sammanträde_id, {}).get("plats", "")
    return [plats, [day for day in days if day <= last]]


def _people(rows: Rows, sammanträde_id: str) -> Iterator[tuple[Paragrafer, str]]:
    """Yield who is there, presides or checks (as JSON), with the §§ where they do."""
    for table in ("närvaro", "ordförandeskap", "justerare"):
        for row in _of_sammanträde(rows, table, sammanträde_id):
            facts = {"uppgift": table, **_plain(row, _PLACE | _TIMES | {"paragrafer"})}
            yield paragrafer.read(row["paragrafer"]), _json(facts)
    alone = rows["sammanträde"].get(sammanträde_id, {}).get("ordförande")
    if alone and not _of_sammanträde(rows, "ordförandeskap", sammanträde_id):
        yield paragrafer.ALL, _json({"uppgift": "ordförandeskap", "person_id": alone})


def _at(people: Iterable[tuple[Paragrafer, str]], nummer: int) -> list[tuple[str, ...]]:
    return sorted((facts, *its.parts(nummer)) for its, facts in people if its.touches(nummer))


def _of_sammanträde(rows: Rows, table: str, sammanträde_id: str) -> list[Values]:
    return [row for row in rows[table].values() if row["sammanträde_id"] == sammanträde_id]


def _grouped(rows: Mapping[str, Values], owner: str) -> dict[str, list[Values]]:
    groups: dict[str, list[Values]] = {}
    for row in sorted(rows.values(), key=lambda row: (row["ordning"], row["id"])):
        groups.setdefault(row[owner], []).append(row)
    return groups


def _plain(row: Values, away: set[str]) -> Values:
    """Return what a row says. What is empty is left out, so that a new column changes no sum."""
    return {name: value for name, value in row.items() if value and name not in away}


def _json(value: object) -> str:
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_as_text
    )


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
