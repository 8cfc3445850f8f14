"""Gathers what an import is to do: rows to add, change and remove, and what that disagrees with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from nämnd.tables import OrderedRow, Row
from nämnd.utbyte.columns import TABLES, columns, plain_keys
from nämnd.utbyte.errors import Difference, Finding
from nämnd.utbyte.names import id_of, name_of, said_of
from nämnd.utbyte.objects import JsonObject
from nämnd.utbyte.preparing import Prepared
from nämnd.utbyte.references import identified
from nämnd.utbyte.there import Known, There

T = TypeVar("T", bound=JsonObject)
_LOUD = frozenset(
    {"punkt_id", "paragraf_id", "ärende_id", "slag"}
)  # another place in the file: something a reader must know


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
    names: dict[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        """Note which ids the file has: what has one is not removed, only moved."""
        file = self.prepared.file
        self.ids = frozenset(key for _, key in identified(file))
        named = (*file.nämnd.huvudmän, *file.personer)
        self.names = self.there.names | {one.id: one.namn for one in named}

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
        ordered = all(issubclass(TABLES[type(one)], OrderedRow) for one in objects)
        kept = now == was or not ordered
        made: list[Pending | None] = []
        for place, one in enumerate(objects):
            values = fixed if kept else {**fixed, "ordning": place + 1}
            made.append(self.put(one, f"{path}[{place}]", values, owner))
            if before is not None and self.known(one) is None:
                self.differ(f"{path}[{place}]", one, None, self.name(one))
        if ordered:
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
            self.differ(path, one, self.name(one), None)

    def differ(self, path: str, one: JsonObject, there: str | None, in_file: str | None) -> None:
        """Note a difference."""
        self.differences.append(Difference(path, self.name(one), there, in_file))

    def name(self, one: JsonObject) -> str:
        """Return what a reader calls `one`."""
        return name_of(one, self.named)

    def named(self, key: str) -> str:
        """Return the name of a person or huvudman."""
        return self.names.get(key, key)

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
            there, in_file = (
                said_of(key, getattr(each, key), self.named) for each in (known.one, one)
            )
            self.differ(f"{path}.{key}", one, there, in_file)
        return Pending(TABLES[type(one)], known.row, columns(merged(known.one, one), changed))

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
            there, in_file = (", ".join(map(self.name, some)) for some in (common, after))
            self.differences.append(Difference(path, "ordningen", there, in_file))


def merged(there: T, one: T) -> T:
    """Return what is there with the plain keys that `one` gives."""
    given = set(plain_keys(type(one))) & one.model_fields_set
    return there.model_copy(update={key: getattr(one, key) for key in given})
