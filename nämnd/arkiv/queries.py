"""Whether a sammanträde has been archived."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.arkiv.commands import ARKIV
from nämnd.tables import Utgåva


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
