"""Changes to who is not coming, and which ersättare were asked."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.närvaro.commands import NÄRVARO
from nämnd.närvaro.presence import add_frånvaro, frånvaro_of
from nämnd.store.rows import load
from nämnd.tables import Frånvaro, Person, Sammanträde


@dataclass(frozen=True, kw_only=True)
class SaveFrånvaro:
    """Write down that somebody is not coming. `anmäld`: they have said so, at `tid` (ISO time)."""

    sammanträde_id: str
    person_id: str
    anmäld: bool
    skäl: str | None
    tid: str | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Save it; who was asked to come instead stays."""
        load(session, Sammanträde, self.sammanträde_id)
        load(session, Person, self.person_id)
        there = frånvaro_of(session, self.sammanträde_id, self.person_id)
        row = there[0] if there else add_frånvaro(session, self.sammanträde_id, self.person_id)
        row.anmäld = self.anmäld
        row.skäl = " ".join((self.skäl or "").split()) or None
        row.tid = self.tid
        return NÄRVARO


@dataclass(frozen=True, kw_only=True)
class RemoveFrånvaro:
    """Take away a frånvaro: they are coming after all."""

    frånvaro_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it with the list of those who were asked."""
        session.delete(load(session, Frånvaro, self.frånvaro_id))
        return NÄRVARO


@dataclass(frozen=True, kw_only=True)
class RecordInkallad:
    """An ersättare was asked to come.

    `svar` is ja, nej or inget svar, None while there is no answer yet; `tid` an ISO time.
    """

    frånvaro_id: str
    person_id: str
    svar: str | None
    tid: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Add them to those who were asked, or change their answer."""
        load(session, Person, self.person_id)
        row = load(session, Frånvaro, self.frånvaro_id)
        new: dict[str, object] = {"person": self.person_id, "svar": self.svar, "tid": self.tid}
        asked = {str(one["person"]): one for one in row.inkallade}
        row.inkallade = list((asked | {self.person_id: new}).values())
        return NÄRVARO
