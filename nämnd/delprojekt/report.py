"""A program as one report: what was decided, what has been done, what is late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nämnd.bevakning.values import BevakningRow
from nämnd.delprojekt.values import Beslut, DelprojektView, Sats


@dataclass(frozen=True, slots=True)
class Followed:
    """A delprojekt with what is watched of it, closed bevakningar too."""

    view: DelprojektView
    bevakningar: tuple[BevakningRow, ...] = ()

    @property
    def satser(self) -> tuple[tuple[Beslut, Sats], ...]:
        """Return every att-sats with its beslut."""
        return tuple((one, sats) for one in self.view.draft.beslut for sats in one.satser)

    @property
    def done(self) -> int:
        """Return how many att-satser are done."""
        return sum(sats.läge == "gjort" for _, sats in self.satser)

    @property
    def open_ones(self) -> tuple[BevakningRow, ...]:
        """Return what is still to come, first what is due first; what has no day last."""
        found = (one for one in self.bevakningar if one.avslutad is None)
        return tuple(sorted(found, key=lambda one: one.due or date.max))

    @property
    def late(self) -> tuple[BevakningRow, ...]:
        """Return what should have been done already."""
        return tuple(one for one in self.open_ones if one.is_late)

    @property
    def unwatched(self) -> bool:
        """Say whether something is left to do that nobody watches."""
        left = self.view.avslutat is None and self.done < len(self.satser)
        return left and not self.open_ones


@dataclass(frozen=True, slots=True)
class ProgramReport:
    """The delprojekt of a program (None: of the whole nämnd) as they stand on a day."""

    nämnd: str
    program: str | None
    dag: date
    delprojekt: tuple[Followed, ...]

    @property
    def late(self) -> tuple[tuple[Followed, BevakningRow], ...]:
        """Return what is late, the longest first."""
        return tuple(sorted(self._late(), key=lambda pair: pair[1].due or date.max))

    def _late(self) -> Iterator[tuple[Followed, BevakningRow]]:
        for one in self.delprojekt:
            yield from ((one, row) for row in one.late)
