"""What the page of the justering shows, read at once."""

from dataclasses import dataclass
from datetime import date

from nämnd.justering.queries import justering_views, justeringssätt
from nämnd.justering.values import JusteringView
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.rules import justeras_senast
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.queries import dagordning, utskick_rows
from nämnd.översikt.later import Later, later
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sammanträde with its sets of §§. `ways`: how the nämnd lets them be justerade.

    `later`: how far it has come after its protokoll.
    """

    protokoll: Protokoll
    views: tuple[JusteringView, ...]
    ways: tuple[str, ...]
    later: Later
    kallelse: date | None  # when the first one went out

    @property
    def last_day(self) -> date | None:
        """Return when the protokoll must be justerat (KL 5:69)."""
        days = self.protokoll.sammanträde.dagar
        return justeras_senast(days[-1].datum) if days else None

    def view(self, justering_id: str | None) -> JusteringView | None:
        """Return a set, or None when it is not there."""
        return next((one for one in self.views if one.id == justering_id), None)

    def paragraf_id(self, nummer: int | None) -> str | None:
        """Return the § with a number."""
        rows = self.protokoll.paragrafer
        return next((one.id for one in rows if one.nummer == nummer), None)


def read(desk: Desk, sammanträde_id: str) -> Loaded:
    """Return all that the page shows.

    Raises:
        GoneError: the sammanträde is not there.
    """
    utskick = desk.store.ask(lambda session: utskick_rows(session, sammanträde_id))
    return desk.store.ask(
        lambda session: Loaded(
            protokoll=protokoll(session, sammanträde_id),
            views=justering_views(session, sammanträde_id),
            ways=justeringssätt(session, sammanträde_id),
            later=later(session, sammanträde_id, today=desk.today),
            kallelse=min((one.datum for one in utskick), default=None),
        )
    )


def nämnd_of(desk: Desk, sammanträde_id: str) -> str:
    """Return which nämnd a sammanträde is of.

    Raises:
        GoneError: the sammanträde is not there.
    """
    return desk.store.ask(lambda session: dagordning(session, sammanträde_id)).sammanträde.nämnd_id
