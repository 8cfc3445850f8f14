"""That a sammanträde has been archived."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.store.rows import load
from nämnd.tables import Sammanträde, Utgåva

ARKIV = "arkiv"


@dataclass(frozen=True, kw_only=True)
class RecordArkiv:
    """Record that an archive folder was made. There is no way back; it can be made again.

    `manifest`: its list of itself, as JSON. `checksums`: sha256 of its list of checksums, so that a
    folder that was rewritten with all sums anew is noticed.
    """

    sammanträde_id: str
    name: str
    manifest: str
    checksums: str
    storlek: int  # bytes of all files
    when: str  # ISO time

    final = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep what was archived."""
        load(session, Sammanträde, self.sammanträde_id)
        session.add(
            Utgåva(
                sammanträde_id=self.sammanträde_id,
                dokument=ARKIV,
                format="mapp",
                sha256=self.checksums,
                storlek=self.storlek,
                filnamn=self.name,
                innehåll=self.manifest,
                mallversion="1",
                skapad=self.when,
            )
        )
        return frozenset({Topic.JUSTERING, Topic.SAMMANTRÄDE})
