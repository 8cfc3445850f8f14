"""Saves what is changed of a delprojekt, a piece at a time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from nämnd.delprojekt.commands import ChangeDelprojekt, SetSatsläge
from nämnd.delprojekt.queries import delprojekt_view
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    Sats,
    Satsläge,
    ÅtgärdRow,
)
from ui.delprojekt.words import named
from ui.desk import Desk

_Row = TypeVar("_Row", ÅtgärdRow, BehovRow, Beslut)


class DelprojektSaver:
    """Changes the delprojekt that is shown, as it is in the database now."""

    def __init__(self, desk: Desk) -> None:
        """Save nothing until `about`."""
        self._desk, self._key = desk, ""

    def about(self, delprojekt_id: str) -> None:
        """Save in another delprojekt."""
        self._key = delprojekt_id

    def draft(self) -> DelprojektDraft:
        """Return it as it is now.

        Raises:
            GoneError: it is not there.
        """
        key = self._key
        return self._desk.store.ask(lambda session: delprojekt_view(session, key)).draft

    def state(self, sats: Sats, läge: Satsläge, kommentar: str | None = None) -> bool:
        """Say how far a sats has come; without `kommentar` the one there is stays."""
        said = sats.kommentar if kommentar is None else kommentar
        command = SetSatsläge(sats_id=sats.id, läge=läge, kommentar=said)
        what = f"{läge}: att-sats i {named(self.draft())}"
        return self._desk.editor.do(command, what) is not None

    def beslut(self, what: str, change: Callable[[tuple[Beslut, ...]], Iterable[Beslut]]) -> bool:
        """Change the beslut."""
        draft = self.draft()
        return self._save(what, draft, beslut=tuple(change(draft.beslut)))

    def åtgärder(
        self, what: str, change: Callable[[tuple[ÅtgärdRow, ...]], Iterable[ÅtgärdRow]]
    ) -> bool:
        """Change the åtgärder."""
        draft = self.draft()
        return self._save(what, draft, åtgärder=tuple(change(draft.åtgärder)))

    def behov(
        self, what: str, change: Callable[[tuple[BehovRow, ...]], Iterable[BehovRow]]
    ) -> bool:
        """Change the needs."""
        draft = self.draft()
        return self._save(what, draft, behov=tuple(change(draft.behov)))

    def whole(self, what: str, **changes: Any) -> bool:  # noqa: ANN401 - the fields of the draft
        """Change other fields."""
        return self._save(what, self.draft(), **changes)

    def _save(self, what: str, draft: DelprojektDraft, **changes: Any) -> bool:  # noqa: ANN401
        command = ChangeDelprojekt(delprojekt_id=self._key, draft=replace(draft, **changes))
        return self._desk.editor.do(command, f"{what} i {named(draft)}") is not None


def put(rows: Sequence[_Row], row: _Row, after: str | None = None) -> tuple[_Row, ...]:
    """Return `rows` with `row` in place of the one with its id; a new one after `after` or last."""
    if any(one.id == row.id for one in rows):
        return tuple(row if one.id == row.id else one for one in rows)
    return inserted(rows, (row,), after)


def inserted(rows: Sequence[_Row], new: Sequence[_Row], after: str | None) -> tuple[_Row, ...]:
    """Return `rows` with `new` after the one with the id `after`, else last."""
    places = {one.id: at for at, one in enumerate(rows, 1)}
    at = places.get(after or "", len(rows))
    return (*rows[:at], *new, *rows[at:])


def without(rows: Sequence[_Row], ids: Iterable[str]) -> tuple[_Row, ...]:
    """Return `rows` but those with `ids`."""
    gone = set(ids)
    return tuple(one for one in rows if one.id not in gone)


def moved(rows: Sequence[_Row], ids: Sequence[str], to: int) -> tuple[_Row, ...]:
    """Return `rows` with `ids` moved so that the first of them stands at place `to` (1 first)."""
    chosen = set(ids)
    staying = [one for one in rows if one.id not in chosen]
    going = [one for one in rows if one.id in chosen]
    return (*staying[: to - 1], *going, *staying[to - 1 :])
