"""Gathers what an import is to do: rows to add, change and remove, and what that disagrees with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from nämnd.tables import Row
from nämnd.utbyte.columns import TABLES, columns, plain_keys
from nämnd.utbyte.errors import Difference, Finding
from nämnd.utbyte.objects import JsonObject
from nämnd.utbyte.objects.base import dumped
from nämnd.utbyte.preparing import Prepared
from nämnd.utbyte.references import identified
from nämnd.utbyte.there import Known, There
from nämnd.utbyte.tree import printable

_WORDS = {True: "ja", False: "nej", None: "–"}
_LOUD = frozenset({"punkt_id", "slag"})  # another place in the file: something a reader must know


@dataclass(slots=True)
class Pending:
    """A row to add (`row` None), or what of a row is to change."""

    kind: type[Row]
    row: Row | None
    values: dict[str, object]

    def set(self, name: str, value: object) -> bool:
        """Let a column hold `value`; say whether that changes a row that is there."""
        if self.row is None or getattr(self.row, name) != value:
            self.values[name] = value
        return self.row is not None and name in self.values


@dataclass(slots=True)
class Collector:
    """The work of one import, as it is found."""

    prepared: Prepared
    there: There
    when: str  # ISO time
    pending: list[Pending] = field(default_factory=list[Pending])
    removed: list[Row] = field(default_factory=list[Row])
    differences: list[Difference] = field(default_factory=list[Difference])
    findings: list[Finding] = field(default_factory=list[Finding])
    ids: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Note which ids the file has: what has one is not removed, only moved."""
        self.ids = frozenset(key for _, key in identified(self.prepared.file))

    def known(self, one: JsonObject) -> Known | None:
        """Return what is there under the id of `one`."""
        return self.there.known.get((type(one), id_of(one)))

    def put(
        self, one: JsonObject, path: str, fixed: dict[str, object], owner: str | None = None
    ) -> Pending | None:
        """Add `one`, or what of it differs. None: its id belongs to something else.

        Args:
            one: an object of the file.
            path: where it stands.
            fixed: columns that come from its place in the file.
            owner: the sammanträde it belongs to.
        """
        known = self.known(one)
        if known is None and id_of(one) in self.there.taken:
            return self._refuse(one, path, self.there.taken[id_of(one)])
        if known is not None and known.owner != owner:
            return self._refuse(one, path, f"{known.row.__tablename__} i ett annat sammanträde")
        if known is None:
            values = {"id": id_of(one), **fixed, **columns(one, plain_keys(type(one)))}
            pending = Pending(TABLES[type(one)], None, values)
        else:
            pending = self._changed(one, known, path)
            self._place(pending, one, path, fixed)
        self.pending.append(pending)
        return pending

    def put_list(
        self,
        objects: Sequence[JsonObject],
        path: str,
        fixed: dict[str, object],
        before: Sequence[JsonObject] | None,
        owner: str | None = None,
    ) -> list[Pending | None]:
        """Put a whole list in its order. `before`: what it is now; None: its owner is new."""
        now, was = [id_of(one) for one in objects], [id_of(one) for one in before or ()]
        kept = now == was
        made: list[Pending | None] = []
        for place, one in enumerate(objects):
            values = fixed if kept else {**fixed, "ordning": place + 1}
            made.append(self.put(one, f"{path}[{place}]", values, owner))
            if before is not None and self.known(one) is None:
                self.differ(f"{path}[{place}]", one, None, name_of(one))
        self._order(path, objects, before or ())
        for one in before or ():
            if id_of(one) not in self.ids:
                self.remove(one, path)
        return made

    def remove(self, one: JsonObject, path: str) -> None:
        """Remove what the file does not have in a list that it has."""
        known = self.known(one)
        if known is not None:
            self.removed.append(known.row)
            self.differ(path, one, name_of(one), None)

    def differ(self, path: str, one: JsonObject, there: str | None, in_file: str | None) -> None:
        """Note a difference."""
        self.differences.append(Difference(path, name_of(one), there, in_file))

    def find(self, path: str, found: str, expected: str) -> None:
        """Note what can't be imported."""
        self.findings.append(Finding(path, found, expected))

    def _refuse(self, one: JsonObject, path: str, what: str) -> None:
        found = f"«{id_of(one)}», som redan är id för: {what}"
        self.find(f"{path}.id", found, "ett id som inte används av något annat i databasen")

    def _changed(self, one: JsonObject, known: Known, path: str) -> Pending:
        given = [key for key in plain_keys(type(one)) if key in one.model_fields_set]
        changed = [key for key in given if getattr(one, key) != getattr(known.one, key)]
        for key in changed:
            there, in_file = getattr(known.one, key), getattr(one, key)
            self.differ(f"{path}.{key}", one, said(there), said(in_file))
        return Pending(TABLES[type(one)], known.row, columns(one, changed))

    def _place(
        self, pending: Pending, one: JsonObject, path: str, fixed: dict[str, object]
    ) -> None:
        for name, value in fixed.items():
            if name != "nämnd_id" and pending.set(name, value) and name in _LOUD:
                self.differ(path, one, "på annat ställe", path)

    def _order(
        self, path: str, objects: Sequence[JsonObject], before: Sequence[JsonObject]
    ) -> None:
        now = {id_of(one): one for one in objects}
        common = [one for one in before if id_of(one) in now]
        was = {id_of(one) for one in common}
        after = [one for one in objects if id_of(one) in was]
        if [id_of(one) for one in common] != [id_of(one) for one in after]:
            there, in_file = (", ".join(map(name_of, some)) for some in (common, after))
            self.differences.append(Difference(path, "ordningen", there, in_file))


def id_of(one: JsonObject) -> str:
    """Return the id of an object that has one."""
    return str(getattr(one, "id"))  # noqa: B009 - not every object has one


def name_of(one: JsonObject) -> str:
    """Return what a reader calls `one`."""
    for key in ("rubrik", "namn", "dnr", "text", "roll", "datum", "dagar"):
        match getattr(one, key, None):
            case str() as text if text:
                return printable(text)
            case date() as day:
                return day.isoformat()
            case (first, *_):
                return name_of(first)
            case _:
                continue
    return id_of(one)


def said(value: object) -> str:
    """Return a value of the format for a reader, on one line."""
    match value:
        case None | bool():
            return _WORDS[value]
        case str() | int():
            return printable(str(value).replace("\n", " "))
        case date():
            return value.isoformat()
        case tuple() if not value:
            return "–"
        case _:
            import json

            return printable(json.dumps(dumped(value), ensure_ascii=False))
