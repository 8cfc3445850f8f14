"""Questions about ärenden."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.swedish import sort_key
from nämnd.tables import Ärende


@dataclass(frozen=True, slots=True)
class ÄrendeRow:
    """One ärende to choose."""

    id: str
    dnr: str
    rubrik: str


def ärenden(session: Session, nämnd_id: str) -> tuple[ÄrendeRow, ...]:
    """Return the ärenden of a nämnd by dnr."""
    found = session.execute(
        select(Ärende.id, Ärende.dnr, Ärende.rubrik).where(Ärende.nämnd_id == nämnd_id)
    )
    return tuple(sorted((ÄrendeRow(*row) for row in found), key=lambda row: sort_key(row.dnr)))
