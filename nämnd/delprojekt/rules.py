"""What a delprojekt must have, and what stands in which of its reports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from nämnd.delprojekt.errors import DelprojektFault
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    DelprojektView,
    RapportRow,
    ÅtgärdRow,
)
from nämnd.organisation.rules import one_line

_MOST_NUMMER = 9_999
_LEVELS = 2
_T = TypeVar("_T", ÅtgärdRow, BehovRow)


@dataclass(frozen=True, slots=True)
class InRapport:
    """What a report tells. `marked`: ids of what is new since the one before it.

    Nothing is marked in a first report: there all is new.
    """

    åtgärder: tuple[ÅtgärdRow, ...]
    behov: tuple[BehovRow, ...]
    marked: frozenset[str]


def draft_problems(draft: DelprojektDraft) -> tuple[DelprojektFault, ...]:
    """Return what keeps a delprojekt from being saved."""
    found: list[DelprojektFault] = []
    if not 0 < draft.nummer <= _MOST_NUMMER:
        found.append(DelprojektFault.NUMMER_MISSING)
    if not one_line(draft.rubrik):
        found.append(DelprojektFault.RUBRIK_MISSING)
    return tuple(found)


def program_key(program: str) -> str:
    """Return the same for two ways to write the name of a program."""
    return one_line(program).casefold()


def level(nivå: int) -> int:
    """Return a level there is: 1, or 2 for what stands under the åtgärd before it."""
    return min(max(nivå, 1), _LEVELS)


def first_beslut(beslut: Iterable[Beslut]) -> date | None:
    """Return the day of the first beslut."""
    return min((one.datum for one in beslut), default=None)


def in_rapport(view: DelprojektView, rapport_id: str) -> InRapport:
    """Return what a report tells: what stood in those before it, and what is new.

    The newest report tells also what is in none yet, as long as it is not registered. A need that
    was met before the report is left out; one that was met later stands there as it did.
    """
    place = {one.id: at for at, one in enumerate(view.rapporter)}
    mine = place.get(rapport_id, len(view.rapporter))
    row = view.rapporter[mine] if mine < len(view.rapporter) else None
    newest = mine >= len(view.rapporter) - 1 and not (row and row.registrerad)
    told = _Told(place, mine, takes_loose=newest)
    åtgärder = tuple(told.of(view.draft.åtgärder))
    behov = tuple(one for one in told.of(view.draft.behov) if not _was_met(one, row))
    new = {one.id for one in (*åtgärder, *behov) if told.is_new(one)} if mine else set[str]()
    return InRapport(åtgärder, behov, frozenset(new))


@dataclass(frozen=True, slots=True)
class _Told:
    """Which rows a report tells. `place`: of each report; `mine`: of this one."""

    place: dict[str, int]
    mine: int
    takes_loose: bool

    def of(self, rows: Iterable[_T]) -> Iterator[_T]:
        for one in rows:
            first = self._first(one)
            if self.takes_loose if first is None else first <= self.mine:
                yield one

    def is_new(self, row: ÅtgärdRow | BehovRow) -> bool:
        first = self._first(row)
        return first is None or first == self.mine

    def _first(self, row: ÅtgärdRow | BehovRow) -> int | None:
        return self.place.get(row.rapport_id) if row.rapport_id else None


def _was_met(one: BehovRow, rapport: RapportRow | None) -> bool:
    """Say whether a need was met before a report; in one without a day, whether it is met."""
    if one.löst is None:
        return False
    day = rapport.draft.datum if rapport else None
    return day is None or one.löst < day


def grouped(åtgärder: Sequence[ÅtgärdRow]) -> tuple[tuple[ÅtgärdRow, ...], ...]:
    """Return each åtgärd together with what stands under it."""
    groups: list[tuple[ÅtgärdRow, ...]] = []
    for one in åtgärder:
        if one.nivå > 1 and groups:
            groups[-1] = (*groups[-1], one)
        else:
            groups.append((one,))
    return tuple(groups)
