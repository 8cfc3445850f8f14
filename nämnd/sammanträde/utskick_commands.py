"""What has gone out: from then on the beteckningar stand."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.sammanträde.bilaga_commands import bilagor_of
from nämnd.sammanträde.dagordning import Dagordning, to_json
from nämnd.sammanträde.punkt_commands import has_gone_out, punkter_of
from nämnd.sammanträde.queries import dagordning
from nämnd.store.rows import load
from nämnd.tables import Sammanträde, Utgåva, Utskick

_UTSKICK = frozenset({Topic.UTSKICK, Topic.SAMMANTRÄDE, Topic.DAGORDNING})


@dataclass(frozen=True, slots=True)
class NewUtgåva:
    """A document that leaves: what it is, and its bytes in the file store."""

    dokument: str  # kallelse, utskick, tilläggslista
    format: str  # pdf, docx, zip
    sha256: str
    storlek: int  # bytes
    filnamn: str
    mallversion: str


@dataclass(frozen=True, kw_only=True)
class RecordUtskick:
    """Record that the kallelse, or an addition to it, has gone out. There is no way back."""

    sammanträde_id: str
    when: str  # ISO time
    till: tuple[str, ...]  # person ids
    utgåvor: tuple[NewUtgåva, ...]
    utskick_id: str = field(default_factory=new_id)

    final = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep the utgåvor and let every beteckning stand."""
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        again = has_gone_out(session, self.sammanträde_id)
        now = dagordning(session, self.sammanträde_id)
        content = to_json(now)
        for new in self.utgåvor:
            session.add(_utgåva(new, self.sammanträde_id, content, self.when))
        main = next((new for new in self.utgåvor if new.dokument == "utskick"), None)
        session.add(
            Utskick(
                id=self.utskick_id,
                sammanträde_id=self.sammanträde_id,
                datum=date.fromisoformat(self.when[:10]),
                slag="tillägg" if again else "kallelse",
                sha256=main.sha256 if main else None,
                till=list(self.till),
                innehåll=content,
            )
        )
        let_stand(session, sammanträde, now)
        return _UTSKICK


def let_stand(session: Session, sammanträde: Sammanträde, now: Dagordning) -> None:
    """Write the beteckningar of `now` into the rows, so that they stand from here on."""
    numbers = [punkt.nummer for punkt in now.punkter]
    sammanträde.sista_nummer = max([sammanträde.sista_nummer or 0, *numbers])
    shown = {punkt.id: punkt for punkt in now.punkter}
    for punkt in punkter_of(session, sammanträde.id):
        row = shown[punkt.id]
        punkt.nummer = row.nummer
        labels = {bilaga.id: bilaga.beteckning for bilaga in row.bilagor}
        new = [bilaga for bilaga in bilagor_of(session, punkt.id) if bilaga.beteckning is None]
        for bilaga in bilagor_of(session, punkt.id):
            bilaga.beteckning = labels[bilaga.id]
        punkt.sista_bokstav = (punkt.sista_bokstav or 0) + len(new)


def _utgåva(new: NewUtgåva, sammanträde_id: str, content: str, when: str) -> Utgåva:
    return Utgåva(
        sammanträde_id=sammanträde_id,
        dokument=new.dokument,
        format=new.format,
        sha256=new.sha256,
        storlek=new.storlek,
        filnamn=new.filnamn,
        innehåll=content,
        mallversion=new.mallversion,
        skapad=when,
    )
