"""How rows of presence are cut and added. Used by the commands only."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.errors import GoneError
from nämnd.core.ids import new_id
from nämnd.core.paragrafer import NONE, Paragrafer
from nämnd.närvaro.drafts import NärvaroDraft, tidy
from nämnd.närvaro.queries import deltagare
from nämnd.närvaro.rules import roll_there
from nämnd.närvaro.values import DeltagareRow
from nämnd.store.rows import load, rows_where
from nämnd.tables import Frånvaro, Närvaro, Paragraf, Sammanträde, Sammanträdesdag


def rows_of(session: Session, sammanträde_id: str, person_id: str) -> list[Närvaro]:
    """Return the rows of one person."""
    return rows_where(
        session,
        Närvaro,
        Närvaro.sammanträde_id == sammanträde_id,
        Närvaro.person_id == person_id,
    )


def add(
    session: Session, sammanträde_id: str, draft: NärvaroDraft, *, key: str | None = None
) -> Närvaro:
    """Add a row, last; `key` is its id, when that is given."""
    highest = session.scalar(
        select(func.max(Närvaro.ordning)).where(Närvaro.sammanträde_id == sammanträde_id)
    )
    row = Närvaro(id=key or new_id(), sammanträde_id=sammanträde_id, ordning=(highest or 0) + 1)
    put(row, draft)
    session.add(row)
    session.flush()
    return row


def put(row: Närvaro, draft: NärvaroDraft) -> None:
    """Let `row` be as the draft says."""
    row.person_id = draft.person_id
    row.roll = draft.roll
    row.för = draft.för
    row.paragrafer = tidy(draft.paragrafer)
    row.från_tid = draft.från_tid
    row.till_tid = draft.till_tid
    row.deltar_i = draft.deltar_i
    row.på_distans = draft.på_distans
    row.delvis = draft.delvis
    row.anmärkning = (draft.anmärkning or "").strip() or None


def start_at(session: Session, sammanträde_id: str, nummer: int | None) -> int:
    """Return § `nummer`, or 0 when no § of the sammanträde comes before it: from the start.

    So nobody is there «t.o.m. § 58» at a sammanträde that begins with § 59.
    """
    if nummer is None:
        return 0
    earlier = select(Paragraf.id).where(
        Paragraf.sammanträde_id == sammanträde_id, Paragraf.nummer < nummer
    )
    return nummer if session.execute(earlier).first() else 0


def after(row: Närvaro, nummer: int) -> Paragrafer:
    """Return the §§ of `row` from § `nummer` on; 0 is from the start."""
    return paragrafer.read(row.paragrafer).since(nummer)


def end(session: Session, row: Närvaro, nummer: int, tid: str | None) -> None:
    """Let `row` end before § `nummer`, at `tid`; it goes when nothing is left of it."""
    if after(row, nummer) == NONE:
        return
    left = paragrafer.read(row.paragrafer).until(nummer - 1)
    if left == NONE:
        session.delete(row)
    else:
        row.paragrafer, row.till_tid = left.text, tid


def turn(
    session: Session, row: Närvaro, nummer: int, tid: str | None, **facts: str | bool | None
) -> None:
    """Let `row` be another from § `nummer` on: the same person with other `facts`."""
    away = after(row, nummer)
    if away == NONE:
        return
    till = row.till_tid
    if away != paragrafer.read(row.paragrafer):
        same = NärvaroDraft(
            row.person_id,
            row.roll,
            row.för,
            away.text,
            tid,
            till,
            row.deltar_i,
            row.på_distans,
            row.delvis,
            row.anmärkning,
        )
        end(session, row, nummer, None)
        row = add(session, row.sammanträde_id, same)
    for name, value in facts.items():
        setattr(row, name, value)


def people_that_day(
    session: Session, sammanträde_id: str, *mentioned: str
) -> dict[str, DeltagareRow]:
    """Return everybody with an uppdrag that day, and those `mentioned`.

    Raises:
        GoneError: one of those is not there.
    """
    sammanträde = load(session, Sammanträde, sammanträde_id)
    day = session.scalar(
        select(func.min(Sammanträdesdag.datum)).where(
            Sammanträdesdag.sammanträde_id == sammanträde_id
        )
    )
    if day is None:
        raise GoneError("sammanträdesdag", sammanträde_id)
    found = deltagare(session, sammanträde.nämnd_id, day, mentioned)
    missing = [key for key in mentioned if key not in found]
    if missing:
        raise GoneError("person", missing[0])
    return found


def own_role(people: dict[str, DeltagareRow], person_id: str) -> str:
    """Return as what somebody is at the sammanträde by their uppdrag."""
    return roll_there(people[person_id].roll)


def has_come(session: Session, sammanträde_id: str, person_id: str) -> None:
    """Take away the frånvaro of somebody who came; it stays when an ersättare was asked."""
    for row in frånvaro_of(session, sammanträde_id, person_id):
        if not row.inkallade:
            session.delete(row)


def is_missing(session: Session, sammanträde_id: str, person_id: str) -> None:
    """Write down that somebody who should be there is not."""
    if not frånvaro_of(session, sammanträde_id, person_id):
        add_frånvaro(session, sammanträde_id, person_id)


def add_frånvaro(session: Session, sammanträde_id: str, person_id: str) -> Frånvaro:
    """Add a frånvaro, last."""
    highest = session.scalar(
        select(func.max(Frånvaro.ordning)).where(Frånvaro.sammanträde_id == sammanträde_id)
    )
    row = Frånvaro(
        sammanträde_id=sammanträde_id,
        person_id=person_id,
        ordning=(highest or 0) + 1,
        anmäld=False,
        inkallade=[],
    )
    session.add(row)
    session.flush()
    return row


def frånvaro_of(session: Session, sammanträde_id: str, person_id: str) -> list[Frånvaro]:
    """Return the frånvaro of one person, if any."""
    return rows_where(
        session,
        Frånvaro,
        Frånvaro.sammanträde_id == sammanträde_id,
        Frånvaro.person_id == person_id,
    )
