"""What the page of a sammanträde shows, read at once."""

from dataclasses import dataclass
from datetime import date

from nämnd.beredning.following import behind
from nämnd.beredning.queries import waiting
from nämnd.beredning.values import Waiting
from nämnd.paket.papers import Papers, gather
from nämnd.sammanträde.checks import Finding
from nämnd.sammanträde.dagordning import Dagordning, PunktRow
from nämnd.sammanträde.queries import utskick_rows
from nämnd.ärende.queries import ÄrendeRow, ärenden
from nämnd.översikt.later import NOTHING_YET, Later, later
from nämnd.översikt.queries import findings_in
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sammanträde with what its page says about it. `sent`: when the kallelse went out.

    `later`: how far it has come after its protokoll. `waiting`: what waits for a dagordning.
    """

    papers: Papers
    findings: tuple[Finding, ...]
    ärenden: tuple[ÄrendeRow, ...]
    sent: date | None
    later: Later = NOTHING_YET
    waiting: tuple[Waiting, ...] = ()

    @property
    def dagordning(self) -> Dagordning:
        """Return the dagordning as it is now."""
        return self.papers.dagordning

    @property
    def behind(self) -> frozenset[str]:
        """Return the ids of the punkter whose texts or files are newer in the diarium."""
        return behind(self.findings)

    @property
    def last_sent(self) -> Dagordning | None:
        """Return the dagordning as it last went out."""
        return self.papers.sent[-1][1] if self.papers.sent else None

    def punkt(self, punkt_id: str | None) -> PunktRow | None:
        """Return a punkt, or None when it is not there."""
        return next((one for one in self.dagordning.punkter if one.id == punkt_id), None)


def read(desk: Desk, sammanträde_id: str) -> Loaded:
    """Return all that the page shows.

    Raises:
        GoneError: the sammanträde is not there.
    """
    papers = gather(desk.store, desk.files, sammanträde_id, today=desk.today)
    head = papers.dagordning.sammanträde
    utskick = desk.store.ask(lambda session: utskick_rows(session, sammanträde_id))
    return Loaded(
        papers,
        desk.store.ask(lambda session: findings_in(session, papers.dagordning, today=desk.today)),
        desk.store.ask(lambda session: ärenden(session, head.nämnd_id)),
        min((one.datum for one in utskick), default=None),
        desk.store.ask(lambda session: later(session, sammanträde_id, today=desk.today)),
        desk.store.ask(lambda session: waiting(session, head.nämnd_id, desk.today)),
    )
