"""What has happened in an ärende, and what waits. A constant number of statements each."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from nämnd.beredning import gång, papers, pool, sources, watching
from nämnd.beredning.comebacks import comebacks
from nämnd.beredning.gång_möten import at_sammanträden
from nämnd.beredning.texts import newest_skrivelse
from nämnd.beredning.values import Händelse, Slag, Waiting, Waits
from nämnd.core.swedish import sort_key
from nämnd.core.wording import Sats, compared, same_wording
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import sammanträden
from nämnd.store.rows import load, rows_where
from nämnd.tables import Attsats, Punkt, Sammanträde, Ärende

_WITHIN_A_DAY = tuple(Slag)
_ORDER = tuple(Waits)


def ärendegång(session: Session, ärende_id: str) -> tuple[Händelse, ...]:
    """Return all that has happened in an ärende in every nämnd of the file, oldest first.

    What has no date stands last: it is being written.

    Raises:
        GoneError: it is not there.
    """
    same = gång.same_ärende(session, load(session, Ärende, ärende_id))
    found = [
        *gång.opened_and_closed(session, same),
        *gång.handlingar(session, same),
        *gång.skrivelser(session, same),
        *at_sammanträden(session, same),
        *gång.delegationsbeslut(session, same),
        *watching.events(session, same),
    ]
    return tuple(sorted(found, key=_when))


def _when(one: Händelse) -> tuple[str, int]:
    place = -1 if one.slag is Slag.ÖPPNAT else _WITHIN_A_DAY.index(one.slag)
    last = len(_WITHIN_A_DAY) if one.slag is Slag.AVSLUTAT else place
    return one.datum or "9999", last


def waiting(session: Session, nämnd_id: str, today: date) -> tuple[Waiting, ...]:
    """Return what waits for a dagordning of the nämnd: what the law demands first."""
    held = pool.held(session, nämnd_id, today)
    back = tuple(comebacks(session, nämnd_id, held))
    watched = tuple(watching.waiting(session, nämnd_id, today, {one.key for one in back}))
    returned = {one.ärende_id for one in (*back, *watched) if one.ärende_id}
    said = (one for one in pool.ärenden(session, nämnd_id) if one.ärende_id not in returned)
    found = (
        *pool.delegationsbeslut(session, nämnd_id, held),
        *watched,
        *back,
        *pool.handlingar(session, nämnd_id, held),
        *said,
    )
    return tuple(sorted(found, key=_urgent))


def _urgent(one: Waiting) -> tuple[int, str, str, tuple[object, ...], str]:
    return (
        _ORDER.index(one.why),
        one.senast or "",
        one.since or "",
        (sort_key(one.rubrik),),
        one.key,
    )


def unreported(session: Session, nämnd_id: str, day: date) -> tuple[str, ...]:
    """Return the rubriker of brådskande beslut that must be reported by `day` and are not to be.

    They stand on no dagordning, or on that of a later sammanträde.

    `day`: of the sammanträde that is called.

    Source: KL 6:40 second paragraph.
    """
    if not pool.is_brådskande_open(session, nämnd_id):
        return ()
    held = replace(pool.held(session, nämnd_id, day), until=day)
    found = pool.delegationsbeslut(session, nämnd_id, held)
    return tuple(
        one.rubrik
        for one in found
        if one.must and one.senast is not None and one.senast <= day.isoformat()
    )


def coming_sammanträden(
    session: Session, nämnd_id: str, today: date
) -> tuple[SammanträdeListRow, ...]:
    """Return the sammanträden that something can be put on, the next one first."""
    rows = reversed(sammanträden(session, nämnd_id))
    return tuple(
        row
        for row in rows
        if row.inställt is None and not row.avslutat and row.dagar and row.dagar[-1] >= today
    )


def suggested_handlingar(
    session: Session,
    ärende_id: str,
    *,
    paragraf_id: str | None = None,
    sammanträde_id: str | None = None,
) -> tuple[str, ...]:
    """Return the handlingar that likely go along to a dagordning, in the order they would stand.

    `sammanträde_id`: to which; None: one of the ärende's own nämnd.

    Raises:
        GoneError: something is not there.
    """
    if sammanträde_id is not None:
        nämnd_id = load(session, Sammanträde, sammanträde_id).nämnd_id
    else:
        nämnd_id = load(session, Ärende, ärende_id).nämnd_id
    source = sources.find(session, ärende_id, paragraf_id, nämnd_id=nämnd_id)
    return papers.suggested(session, ärende_id, source.papers_of)


def changed_since(session: Session, punkt_id: str) -> tuple[Sats, ...]:
    """Return how the förslag of a punkt differs from that of its ärende's newest skrivelse.

    None of it differs, or there is no skrivelse with a förslag: nothing.

    Raises:
        GoneError: the punkt is not there.
    """
    punkt = load(session, Punkt, punkt_id)
    skrivelse = newest_skrivelse(session, punkt.ärende_id) if punkt.ärende_id else None
    if skrivelse is None or not skrivelse.förslag or punkt.utgår is not None:
        return ()
    mine = (Attsats.punkt_id == punkt_id, Attsats.slag == "förslag")
    now = tuple(row.text for row in rows_where(session, Attsats, *mine))
    was = tuple(skrivelse.förslag)
    return () if same_wording(was, now) else compared(was, now)
