"""Whether a sammanträde has been archived."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from nämnd.arkiv.commands import ARKIV
from nämnd.core import paragrafer
from nämnd.justering.queries import has_sekretess
from nämnd.tables import Bilaga, Punkt, Utgåva, Ärende


@dataclass(frozen=True, slots=True)
class ArkivRow:
    """An archive folder that was made."""

    when: str  # ISO time
    name: str


def archives(session: Session, sammanträde_id: str) -> tuple[ArkivRow, ...]:
    """Return the archive folders of a sammanträde, oldest first."""
    rows = session.execute(
        select(Utgåva.skapad, Utgåva.filnamn)
        .where(Utgåva.sammanträde_id == sammanträde_id, Utgåva.dokument == ARKIV)
        .order_by(Utgåva.skapad, Utgåva.id)
    )
    return tuple(ArkivRow(*row) for row in rows)


def holds_secrets(session: Session, sammanträde_id: str) -> bool:
    """Say whether what is archived of a sammanträde has something under sekretess.

    A §, a bilaga of any punkt, or an ärende: the folder has the exchange file, where its rubrik is.
    """
    if has_sekretess(session, sammanträde_id, paragrafer.ALL):
        return True
    mine = Punkt.sammanträde_id == sammanträde_id
    bilagor = select(Bilaga.id).join(Punkt, Punkt.id == Bilaga.punkt_id).where(mine)
    ärenden = select(Ärende.id).join(Punkt, Punkt.ärende_id == Ärende.id).where(mine)
    noted = or_(Bilaga.sekretess_lagrum.is_not(None), Bilaga.sekretess_datum.is_not(None))
    hidden = or_(Ärende.sekretess_lagrum.is_not(None), Ärende.dölj_rubrik)
    marked = (bilagor.where(noted), ärenden.where(hidden))
    return any(session.scalar(one.limit(1)) is not None for one in marked)
