"""What the page of an ärende shows, read at once."""

from dataclasses import dataclass

from nämnd.beredning.queries import ärendegång
from nämnd.beredning.values import Händelse
from nämnd.bevakning.queries import of_källa
from nämnd.bevakning.values import BevakningRow
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import skrivelser, ärende_view
from nämnd.ärende.values import HandlingRow, SkrivelseRow, ÄrendeView
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Loaded:
    """An ärende with all that belongs to it."""

    view: ÄrendeView
    handlingar: tuple[HandlingRow, ...]
    skrivelser: tuple[SkrivelseRow, ...]
    gång: tuple[Händelse, ...]
    bevakningar: tuple[BevakningRow, ...] = ()

    def handling(self, handling_id: str) -> HandlingRow | None:
        """Return one of the handlingar."""
        return next((one for one in self.handlingar if one.id == handling_id), None)


def load(desk: Desk, ärende_id: str) -> Loaded:
    """Read an ärende.

    Raises:
        GoneError: it is not there.
    """
    ask = desk.store.ask
    view = ask(lambda session: ärende_view(session, ärende_id))
    return Loaded(
        view,
        ask(lambda session: handlingar(session, ärende_id)),
        ask(lambda session: skrivelser(session, ärende_id)),
        ask(lambda session: ärendegång(session, ärende_id)),
        ask(lambda session: of_källa(session, ärende_id=ärende_id, today=desk.today)),
    )
