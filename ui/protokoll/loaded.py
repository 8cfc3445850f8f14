"""What the page of the meeting day shows, read at once."""

from dataclasses import dataclass

from nämnd.justering.queries import justering_views
from nämnd.lås.values import OUT
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import sammanträden
from nämnd.översikt.later import NOTHING_YET, Later, later
from ui.desk import Desk
from ui.protokoll.words import punkt_of


@dataclass(frozen=True, slots=True)
class Said:
    """An open comment of somebody on a § (None: on the whole)."""

    nummer: int | None
    namn: str
    text: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sammanträde with its §§. `facts`: its line in the list of sammanträden.

    `later`: how far it has come after its protokoll. `kommentarer`: what those who are to justera
    it have said, and nobody has answered.
    """

    protokoll: Protokoll
    facts: SammanträdeListRow | None
    later: Later = NOTHING_YET
    kommentarer: tuple[Said, ...] = ()

    def paragraf(self, row_id: str | None) -> ParagrafRow | None:
        """Return the § in a row of the list, or None when it is a punkt's or gone."""
        return self.protokoll.paragraf(row_id)

    def punkt(self, row_id: str | None) -> PunktRow | None:
        """Return the punkt in a row of the list, or None."""
        return next((one for one in self.protokoll.punkter if one.id == row_id), None)

    def row_of_punkt(self, punkt_id: str) -> str:
        """Return the row in which a punkt is found: its §'s, once it has one."""
        handled = {one.punkt_id: one.id for one in self.protokoll.paragrafer}
        return handled.get(punkt_id, punkt_id)

    def stand_in(self, row_id: str | None, before: "Loaded | None") -> str | None:
        """Return the row for one that may be gone: a punkt that was drawn, a § taken back."""
        known = {one.id for one in self.protokoll.paragrafer}
        if row_id is None or row_id in known:
            return row_id
        gone = before.paragraf(row_id) if before else None
        punkt = punkt_of(self.protokoll, gone) if gone else None
        return punkt.id if punkt else self.row_of_punkt(row_id)


def read(desk: Desk, sammanträde_id: str) -> Loaded:
    """Return all that the page shows.

    Raises:
        GoneError: the sammanträde is not there.
    """
    now = desk.store.ask(lambda session: protokoll(session, sammanträde_id))
    nämnd_id = now.sammanträde.nämnd_id
    rows = desk.store.ask(lambda session: sammanträden(session, nämnd_id))
    facts = next((one for one in rows if one.id == sammanträde_id), None)
    after = desk.store.ask(lambda session: later(session, sammanträde_id, today=desk.today))
    return Loaded(now, facts, after, _said(desk, now))


def _said(desk: Desk, now: Protokoll) -> tuple[Said, ...]:
    """Return the open comments; only what is out has any that matter."""
    if not any(one.läge in OUT for one in now.justeringar):
        return ()
    key = now.sammanträde.id
    views = desk.store.ask(lambda session: justering_views(session, key))
    return tuple(
        Said(one.paragraf, now.name(one.person_id), one.text)
        for view in views
        for one in view.open_kommentarer
    )
