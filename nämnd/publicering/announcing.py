"""What delegationsbeslut are called on a board, where everybody can read it.

Nobody reviews a notice as a protokoll is reviewed before it is published. So what is masked in any
paper of the nämnd is masked here too, and whatever may have to be; of an ärende under sekretess,
or whose rubrik is hidden in the register (OSL 5:2), only the dnr is told.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from nämnd.delegation.values import DelegationsbeslutRow
from nämnd.organisation.queries import uppdrag_rows
from nämnd.publicering.finding import find
from nämnd.publicering.masks import MASKED, mask_of
from nämnd.tables import Bilaga, Paragraf, Punkt, Sammanträde, Ärende


def announced_rubriker(
    session: Session, nämnd_id: str, beslut: Iterable[DelegationsbeslutRow]
) -> dict[str, str]:
    """Return what each beslut is called on a board, by its id. A constant number of statements."""
    rows = tuple(beslut)
    hidden, secret = _hidden(session, rows), _secret(session, rows)
    masked = tuple(_masked(session, nämnd_id))
    known = tuple(row.person.namn for row in uppdrag_rows(session, nämnd_id))
    found: dict[str, str] = {}
    for one in rows:
        rubrik = one.draft.rubrik
        words = (*masked, *(each.words for each in find(rubrik, known)))
        closed = one.draft.ärende_id in hidden or one.punkt_id in secret
        found[one.id] = MASKED if closed else mask_of(words).masked(rubrik)
    return found


def _hidden(session: Session, rows: Iterable[DelegationsbeslutRow]) -> set[str]:
    """Return the ärenden of which only the dnr is told."""
    keys = {one.draft.ärende_id for one in rows if one.draft.ärende_id}
    closed = or_(
        Ärende.dölj_rubrik,
        Ärende.sekretess_datum.is_not(None),
        Ärende.sekretess_lagrum.is_not(None),
    )
    return set(session.scalars(select(Ärende.id).where(Ärende.id.in_(keys), closed)))


def _secret(session: Session, rows: Iterable[DelegationsbeslutRow]) -> set[str]:
    """Return the punkter where a beslut was reported, whose § is under sekretess."""
    keys = {one.punkt_id for one in rows if one.punkt_id}
    closed = or_(Paragraf.sekretess_datum.is_not(None), Paragraf.sekretess_lagrum.is_not(None))
    found = session.scalars(select(Paragraf.punkt_id).where(Paragraf.punkt_id.in_(keys), closed))
    return {key for key in found if key}


def _masked(session: Session, nämnd_id: str) -> Iterator[str]:
    """Yield the words that are masked in what the nämnd publishes."""
    mine = Sammanträde.nämnd_id == nämnd_id
    for query in (
        select(Punkt.maskeringar).join(Sammanträde),
        select(Bilaga.maskeringar).join(Punkt).join(Sammanträde),
        select(Paragraf.maskeringar).join(Sammanträde),
    ):
        for words in session.scalars(query.where(mine)):
            yield from words
