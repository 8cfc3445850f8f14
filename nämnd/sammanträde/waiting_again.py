"""What a punkt or a bilaga holds waits for a dagordning again when it is taken away.

That are the delegationsbeslut and handlingar that were to be reported there, and the ärende.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.sammanträde.beteckningar import ANMÄLAN
from nämnd.store.rows import rows_where
from nämnd.tables import (
    Bilaga,
    Delegationsbeslut,
    Handling,
    Paragraf,
    Punkt,
    Ärende,
    Återrapport,
)

_NOTHING = frozenset[Topic]()
_TOLD = ((Delegationsbeslut, Topic.DELEGATION), (Handling, Topic.HANDLING))


def of_punkt(session: Session, punkt: Punkt) -> frozenset[Topic]:
    """Let what `punkt` holds wait again; it is about to be removed."""
    topics: set[Topic] = set()
    for kind, topic in _TOLD:
        for row in rows_where(session, kind, kind.punkt_id == punkt.id):
            row.punkt_id = None
            topics.add(topic)
    if rows_where(session, Återrapport, Återrapport.punkt_id == punkt.id):
        topics.add(Topic.BEVAKNING)  # it waits by itself: its report has no punkt any more
    return frozenset(topics)


def of_bilaga(session: Session, bilaga: Bilaga, to: str | None = None) -> frozenset[Topic]:
    """Let what `bilaga` tells of wait again, or be reported at the punkt `to` instead."""
    topics: set[Topic] = set()
    keys = (bilaga.delegationsbeslut_id, bilaga.handling_id)
    for (kind, topic), key in zip(_TOLD, keys, strict=True):
        row = session.get(kind, key) if key else None
        if row is not None and row.punkt_id == bilaga.punkt_id:
            row.punkt_id = to
            topics.add(topic)
    return frozenset(topics)


def told_elsewhere(session: Session, punkt: Punkt) -> list[Bilaga]:
    """Return the lines of an anmälan that tell of what is not reported there any more.

    It has been put on a dagordning elsewhere since, or waits for one.
    """
    if punkt.slag != ANMÄLAN:
        return []
    lines = rows_where(session, Bilaga, Bilaga.punkt_id == punkt.id)
    return [one for one in lines if _is_elsewhere(session, one)]


def _is_elsewhere(session: Session, line: Bilaga) -> bool:
    if line.delegationsbeslut_id:
        beslut = session.get(Delegationsbeslut, line.delegationsbeslut_id)
        return beslut is not None and beslut.punkt_id != line.punkt_id
    handling = session.get(Handling, line.handling_id) if line.handling_id else None
    if handling is None or handling.punkt_id == line.punkt_id:
        return False
    return handling.punkt_id is not None or handling.anmäls


def of_ärende(session: Session, punkt: Punkt) -> frozenset[Topic]:
    """Let the ärende of `punkt` wait, if it is open and no other punkt of it is to be handled."""
    ärende = session.get(Ärende, punkt.ärende_id) if punkt.ärende_id else None
    if ärende is None or ärende.väntar is not None or not _is_open(ärende):
        return _NOTHING
    handled = select(Paragraf.id).where(Paragraf.punkt_id == Punkt.id).exists()
    others = select(Punkt.id).where(
        Punkt.ärende_id == ärende.id, Punkt.id != punkt.id, Punkt.utgår.is_(None), ~handled
    )
    if session.scalar(others.limit(1)) is not None:
        return _NOTHING
    ärende.väntar = ""
    return frozenset({Topic.ÄRENDE})


def _is_open(ärende: Ärende) -> bool:
    return ärende.status == "öppet" and ärende.makulerat is None
