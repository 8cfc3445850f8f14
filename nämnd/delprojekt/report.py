"""A program as one report: what was decided, what has been done, what is late."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nämnd.bevakning.secrecy import outward
from nämnd.bevakning.values import BevakningRow
from nämnd.delprojekt.values import Beslut, DelprojektDraft, DelprojektView, Sats
from nämnd.ärende.rules import HIDDEN


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


def report_outward(report: ProgramReport) -> ProgramReport:
    """Return the report as it may leave the nämnd: what is hidden or secret only by its number.

    Source: OSL 5:2.
    """
    return replace(report, delprojekt=tuple(map(_outward, report.delprojekt)))


def _outward(one: Followed) -> Followed:
    if not one.view.dolt:
        return replace(one, bevakningar=tuple(map(outward, one.bevakningar)))
    draft = one.view.draft
    unsaid = DelprojektDraft(draft.nummer, HIDDEN, draft.program, draft.ärende_id)
    instead = f"Bevakning i ärende {one.view.dnr}"
    rows = tuple(outward(replace(row, dolt=instead)) for row in one.bevakningar)
    return Followed(replace(one.view, draft=unsaid), rows)
