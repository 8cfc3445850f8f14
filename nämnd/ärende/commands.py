"""Changes to ärenden."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.tables import Ärende

_ÄRENDE = frozenset({Topic.ÄRENDE, Topic.DAGORDNING})


@dataclass(frozen=True, kw_only=True)
class SaveÄrende:
    """Register an ärende, or change the one with that id. Any text is a valid dnr."""

    ärende_id: str
    nämnd_id: str
    dnr: str
    rubrik: str = ""

    def run(self, session: Session) -> frozenset[Topic]:
        """Save dnr and rubrik."""
        if not self.dnr.strip():
            raise InvalidDraftError((Draft.DNR_MISSING,))
        ärende = session.get(Ärende, self.ärende_id)
        if ärende is None:
            ärende = Ärende(id=self.ärende_id, nämnd_id=self.nämnd_id)
            session.add(ärende)
        ärende.dnr = self.dnr.strip()
        ärende.rubrik = self.rubrik.strip()
        return _ÄRENDE
