"""Where a punkt that is made of an ärende takes its texts and papers from."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.beredning.days import first_day
from nämnd.beredning.sent_back import WHY
from nämnd.store.rows import load, rows_where
from nämnd.tables import Beslutspunkt, Paragraf, Punkt, Sammanträde, Ärende

_UNDECIDED = (*WHY, "utgår", None)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where it was last on a dagordning: the punkt, its § or both. `nämnd_id`: in which nämnd."""

    punkt: Punkt | None
    paragraf: Paragraf | None
    day: date
    nämnd_id: str


@dataclass(frozen=True, slots=True)
class Source:
    """An ärende, where it was before, and whether the papers from there go along."""

    ärende: Ärende | None
    earlier: Earlier | None
    papers_along: bool

    @property
    def papers_of(self) -> str | None:
        """Return the punkt whose papers go along."""
        punkt = self.earlier.punkt if self.earlier else None
        return punkt.id if punkt and self.papers_along else None


def find(
    session: Session, ärende_id: str | None, paragraf_id: str | None, *, nämnd_id: str
) -> Source:
    """Return what a punkt in the nämnd is made of.

    The papers from before go along when they are not done with: it was put off, sent back, never
    taken up, or it was another nämnd (a presidium) that had them.

    Raises:
        GoneError: the ärende or the § is not there.
    """
    if paragraf_id is not None:
        earlier = _of_paragraf(session, load(session, Paragraf, paragraf_id))
    else:
        earlier = _of_ärende(session, ärende_id) if ärende_id else None
    of_punkt = earlier.punkt.ärende_id if earlier and earlier.punkt else None
    key = ärende_id or of_punkt
    ärende = load(session, Ärende, key) if key else None
    along = bool(paragraf_id) or (
        earlier is not None and (earlier.nämnd_id != nämnd_id or not _decided(session, earlier))
    )
    return Source(ärende, earlier, along)


def _of_paragraf(session: Session, paragraf: Paragraf) -> Earlier:
    punkt = session.get(Punkt, paragraf.punkt_id) if paragraf.punkt_id else None
    sammanträde = load(session, Sammanträde, paragraf.sammanträde_id)
    day = session.scalar(select(first_day()).where(Sammanträde.id == sammanträde.id))
    return Earlier(punkt, paragraf, day or date.min, sammanträde.nämnd_id)


def _of_ärende(session: Session, ärende_id: str) -> Earlier | None:
    """Return where the ärende was last, in any nämnd; None: it never was."""
    found = session.execute(
        select(Punkt, Paragraf, first_day(), Sammanträde.nämnd_id)
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .outerjoin(Paragraf, Paragraf.punkt_id == Punkt.id)
        .where(Punkt.ärende_id == ärende_id)
    )
    rows = [Earlier(punkt, paragraf, day or date.min, key) for punkt, paragraf, day, key in found]
    return max(rows, key=lambda one: one.day, default=None)


def _decided(session: Session, earlier: Earlier) -> bool:
    if earlier.paragraf is None:
        return False
    key = earlier.paragraf.id
    rows = rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == key)
    return all(row.utfall not in _UNDECIDED for row in rows)
