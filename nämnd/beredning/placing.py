"""Where on a dagordning something is put."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.beredning.errors import BeredningError, BeredningFault
from nämnd.sammanträde.beteckningar import ANMÄLAN
from nämnd.sammanträde.punkt_commands import punkter_of
from nämnd.store.rows import load
from nämnd.tables import Paragraf, Punkt, Sammanträde

_CLOSING = "formalia"  # «Övriga frågor», «Nästa sammanträde»


def open_for(session: Session, sammanträde_id: str) -> Sammanträde:
    """Return the sammanträde.

    Raises:
        GoneError; BeredningError: it is cancelled.
    """
    row = load(session, Sammanträde, sammanträde_id)
    if row.inställt is not None:
        raise BeredningError(BeredningFault.INSTÄLLT)
    return row


def place(session: Session, sammanträde_id: str, slag: str) -> int | None:
    """Return the place of a new punkt: what is decided before anmälningar, both before the closing.

    None (last) once the kallelse has gone out: an addition has the next number.

    Source: the usual order of standing punkter, PRACTICE.md 2.
    """
    if load(session, Sammanträde, sammanträde_id).sista_nummer is not None:
        return None
    after = {_CLOSING} if slag == ANMÄLAN else {_CLOSING, ANMÄLAN}
    rows = punkter_of(session, sammanträde_id)
    kept = len(rows)
    while kept and rows[kept - 1].slag in after:
        kept -= 1
    return kept + 1 if kept or any(row.slag == ANMÄLAN for row in rows) else None


def anmälan(session: Session, sammanträde_id: str, *, delegated: bool) -> Punkt | None:
    """Return the punkt where something is to be reported, of those that are not handled yet.

    Delegationsbeslut go under a punkt of their own when there is one; nothing else goes there.
    """
    handled = select(Paragraf.punkt_id).where(Paragraf.sammanträde_id == sammanträde_id)
    done = set(session.scalars(handled))
    there = [
        row
        for row in punkter_of(session, sammanträde_id)
        if row.slag == ANMÄLAN and row.utgår is None and row.id not in done
    ]
    own = [row for row in there if _only_delegated(row.rubrik)]
    others = [row for row in there if row not in own]
    return next(iter([*own, *others] if delegated else others), None)


def _only_delegated(rubrik: str) -> bool:
    folded = rubrik.casefold()
    return ("delegation" in folded or "delegering" in folded) and "ärenden" not in folded
