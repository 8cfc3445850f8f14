"""What the page of a delprojekt shows, read at once."""

from dataclasses import dataclass

from nämnd.bevakning.values import BevakningRow, Läge
from nämnd.delprojekt.queries import delprojekt_view, watched
from nämnd.delprojekt.values import DelprojektView, RapportRow
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Loaded:
    """A delprojekt with what is watched of it."""

    view: DelprojektView
    bevakningar: tuple[BevakningRow, ...]

    @property
    def late(self) -> bool:
        """Whether something of it should have been done already."""
        return any(one.is_late for one in self.bevakningar)

    @property
    def open_bevakning(self) -> BevakningRow | None:
        """Return the first bevakning that is not on a dagordning and not closed."""
        return next((one for one in self.bevakningar if one.läge is Läge.ÖPPEN), None)

    @property
    def unregistered(self) -> frozenset[str]:
        """Return the ids of the reports that are being written."""
        return frozenset(one.id for one in self.view.rapporter if not one.registrerad)

    def is_new(self, rapport_id: str | None) -> bool:
        """Say whether what was first in a report is news: in none yet, or in one being written."""
        return rapport_id is None or rapport_id in self.unregistered

    def punkt_of(self, one: RapportRow) -> str | None:
        """Return the punkt where a report is taken up: its own, or that of what is watched."""
        if one.draft.punkt_id is not None:
            return one.draft.punkt_id
        there = (each for row in self.bevakningar for each in row.rapporter)
        meeting = one.draft.sammanträde_id
        return next((each.punkt_id for each in there if each.sammanträde_id == meeting), None)

    def rapport(self, rapport_id: str) -> RapportRow | None:
        """Return one of the reports."""
        return next((one for one in self.view.rapporter if one.id == rapport_id), None)


def load(desk: Desk, delprojekt_id: str) -> Loaded:
    """Read a delprojekt.

    Raises:
        GoneError: it is not there.
    """
    ask, today = desk.store.ask, desk.today
    return Loaded(
        ask(lambda session: delprojekt_view(session, delprojekt_id)),
        ask(lambda session: watched(session, delprojekt_id, today)),
    )
