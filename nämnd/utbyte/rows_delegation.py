"""The rows of delegationsbeslut behind a file."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.store.rows import rows_where
from nämnd.tables import Anslag, Delegationsbeslut, Delegationsprotokoll


@dataclass(frozen=True, slots=True)
class DelegatedRows:
    """Mapped rows, each list in the order a file has it. For use inside the session only."""

    beslut: list[Delegationsbeslut]
    protokoll: list[Delegationsprotokoll]
    anslag: defaultdict[str, list[Anslag]]  # by the delegationsprotokoll's id


def load_delegated(session: Session, nämnd_id: str | None) -> DelegatedRows:
    """Return the delegationsbeslut of a nämnd; none without one."""
    beslut = rows_where(session, Delegationsbeslut, Delegationsbeslut.nämnd_id == nämnd_id)
    own = rows_where(session, Delegationsprotokoll, Delegationsprotokoll.nämnd_id == nämnd_id)
    found = session.scalars(
        select(Anslag)
        .join(Delegationsprotokoll, Delegationsprotokoll.id == Anslag.delegationsprotokoll_id)
        .where(Delegationsprotokoll.nämnd_id == nämnd_id)
        .order_by(Anslag.id)
    )
    anslag: defaultdict[str, list[Anslag]] = defaultdict(list)
    for row in found:
        anslag[row.delegationsprotokoll_id or ""].append(row)
    return DelegatedRows(
        sorted(beslut, key=lambda row: (row.datum, row.id)),
        sorted(own, key=lambda row: (row.datum, row.id)),
        anslag,
    )
