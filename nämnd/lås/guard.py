"""Refuses a change of what is approved by all or justerat, whichever command made it.

The store asks `guard` after every command, with the rows that it changed. Of a set of §§ that is
out, the approvals are voided by a change of what it says: that is refused too, unless the user has
said yes to it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.changes import RowChange, Values
from nämnd.core.errors import ApprovalsVoidedError, JusteratError
from nämnd.core.paragrafer import Paragrafer
from nämnd.lås.innehåll import HEAD, digest, said
from nämnd.lås.rows import TABLES, Rows, read_rows, undone
from nämnd.lås.touched import touched
from nämnd.lås.values import LOCKED, OUT
from nämnd.tables import Justering, Justeringspaket, Justeringssvar, Person

CHANGED = "ändrat"
"""Why an answer does not hold any more (`Justeringssvar.kastat`): its §§ were changed."""

_KEPT = (
    *("läge", "version", "sätt", "innehåll", "pdf", "underskrifter"),
    *("sammanträde_id", "datum", "plats", "planerat_datum"),
)
_SET = Justering.__tablename__
_REQUEST = "ändring begärd"  # the answer that is no approval


@dataclass(frozen=True, slots=True)
class _Set:
    """A set of §§ before the command, and after it (None: it was removed)."""

    before: Values
    after: Values | None

    @property
    def läge(self) -> str:
        return str(self.before["läge"])

    @property
    def locked(self) -> bool:
        return self.läge in LOCKED

    @property
    def replanned(self) -> bool:
        return self.after is not None and _chosen(self.before) != _chosen(self.after)

    @property
    def approvals(self) -> list[dict[str, object]]:
        return self.before["underskrifter"]


@dataclass(frozen=True, slots=True)
class _Voided:
    """A set that is out, whose approvals or packages a command makes void."""

    set_: _Set
    numbers: list[int]  # the §§ that change
    replanned: bool  # its packages take no answers any more, for it has other §§


def guard(
    session: Session,
    changes: Sequence[RowChange],
    *,
    leads: bool = False,
    takes_back: bool = False,
    accept: bool = False,
) -> None:
    """Refuse `changes`, which are flushed, or void the approvals of what they change.

    Args:
        session: where the command ran.
        changes: the rows it changed.
        leads: it is a command of the justering, which may set where a locked set stands.
        takes_back: it is the undo of another; what came as a whole may then go as a whole.
        accept: approvals may be voided.

    Raises:
        JusteratError: a set that is locked would say something else, or be another.
        ApprovalsVoidedError: approvals would not hold, or packages of other §§ take no answers.
    """
    mine = [one for one in changes if one.table in TABLES or one.table == _SET]
    if not mine:
        return
    voided: list[_Voided] = []
    for sammanträde_id, sets in _sets(session, mine).items():
        now = read_rows(session, sammanträde_id)
        if takes_back and sammanträde_id not in now["sammanträde"]:
            continue  # an import is undone, with all that came by it
        before = undone(now, mine)
        for one in sets:
            numbers = _changed(one, before, now)
            if one.locked:
                _refuse_locked(one, numbers, leads=leads)
            elif numbers:
                void = _Voided(one, numbers, _takes_no_answers(session, one, before))
                voided += [void] if one.approvals or void.replanned else []
    if voided and not accept:
        raise _voided(session, voided)
    _void(session, [one.set_ for one in voided])


def _sets(session: Session, changes: Sequence[RowChange]) -> dict[str, list[_Set]]:
    """Return the sets that were out or locked at the sammanträden that are touched, by those."""
    keys = touched(session, changes)
    known = select(Justering.__table__).where(Justering.sammanträde_id.in_(keys))
    after = {str(row["id"]): dict(row) for row in session.execute(known).mappings()}
    before = undone({_SET: after}, changes)[_SET]
    found: dict[str, list[_Set]] = {}
    for key, values in before.items():
        if values["läge"] in (*OUT, *LOCKED):
            found.setdefault(values["sammanträde_id"], []).append(_Set(values, after.get(key)))
    return found


def _changed(one: _Set, before: Rows, now: Rows) -> list[int]:
    """Return the §§ that say something else, or are not both times in the set."""
    key = one.before["sammanträde_id"]
    was = said(before, key, _chosen(one.before))
    says = said(now, key, _chosen(one.after)) if one.after else {}
    everywhere = was.get(HEAD) != says.get(HEAD)
    return sorted(
        nummer
        for nummer in (was.keys() | says) - {HEAD}
        if everywhere or was.get(nummer) != says.get(nummer)
    )


def _chosen(values: Values) -> Paragrafer:
    return paragrafer.read(values["paragrafer"])


def _refuse_locked(one: _Set, numbers: list[int], *, leads: bool) -> None:
    if numbers or _is_another(one, leads=leads):
        chosen = _chosen(one.before)
        first = min((span.first for span in chosen.spans), default=0)
        mine = (nummer for nummer in numbers if chosen.touches(nummer))
        raise JusteratError(next(mine, first), one.läge)


def _is_another(one: _Set, *, leads: bool) -> bool:
    """Say whether a set stands elsewhere than before, which only the justering may bring about."""
    if one.after is None:
        return True
    same = all(one.before[name] == one.after[name] for name in _KEPT)
    return not leads and not (same and _chosen(one.before) == _chosen(one.after))


def _takes_no_answers(session: Session, one: _Set, before: Rows) -> bool:
    """Say whether a set that is given other §§ has packages that took answers until then.

    That a § is written differently does the same, but it is what somebody who is asked wants.
    """
    if not one.replanned:
        return False
    now = digest(said(before, one.before["sammanträde_id"], _chosen(one.before)))
    living = select(Justeringspaket.id).where(
        Justeringspaket.justering_id == one.before["id"],
        Justeringspaket.kastat.is_(None),
        Justeringspaket.innehåll == now,
    )
    return session.scalar(living.limit(1)) is not None


def _voided(session: Session, voided: Sequence[_Voided]) -> ApprovalsVoidedError:
    keys = dict.fromkeys(str(each["person"]) for one in voided for each in one.set_.approvals)
    rows = session.execute(select(Person.id, Person.namn).where(Person.id.in_(list(keys))))
    names = dict(rows.all())
    found = paragrafer.of(nummer for one in voided for nummer in one.numbers)
    return ApprovalsVoidedError(
        tuple(names.get(key, "") for key in keys),
        found.text or "",
        replanned=any(one.replanned for one in voided),
    )


def _void(session: Session, sets: Iterable[_Set]) -> None:
    """Let no approval of the sets hold, nor the answers it came with."""
    for one in sets:
        row = session.get(Justering, one.before["id"])
        if row is not None:
            row.underskrifter = []
        for svar in _answers(session, str(one.before["id"])):
            svar.kastat = CHANGED


def _answers(session: Session, justering_id: str) -> Iterator[Justeringssvar]:
    yield from session.scalars(
        select(Justeringssvar)
        .join(Justeringspaket, Justeringspaket.id == Justeringssvar.paket_id)
        .where(Justeringspaket.justering_id == justering_id)
        .where(Justeringssvar.kastat.is_(None), Justeringssvar.slag != _REQUEST)
    )
