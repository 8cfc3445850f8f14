"""Imports a file that has been prepared, and says beforehand what it disagrees with.

What a file says, stands; what it leaves out, it says nothing of. A list that is in the file is
complete: what is missing in it is removed, when the file may replace what is there. But what has
gone out (`utskick`) is never removed, nor are whole sammanträden, personer, uppdrag and ärenden.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.store import Store
from nämnd.utbyte.collecting import Collector, Pending
from nämnd.utbyte.errors import Difference, UtbyteDiffersError, refuse
from nämnd.utbyte.planning import plan
from nämnd.utbyte.preparing import Prepared
from nämnd.utbyte.removing import remove_rows
from nämnd.utbyte.there import what_is_there


@dataclass(frozen=True, kw_only=True)
class ImportUtbyte:
    """Save what a file says. `replace`: also where it disagrees with what is there."""

    prepared: Prepared
    when: str  # ISO time, for files whose own time is not known
    replace: bool = False

    def run(self, session: Session) -> frozenset[Topic]:
        """Add what is new and, with `replace`, change what differs.

        Raises:
            UtbyteError: an id belongs to something else, or a number contradicts the order.
            UtbyteDiffersError: the file disagrees with what is there.
            InUseError: a huvudman that the file lacks has uppdrag, or has decided something.
        """
        work = _work(session, self.prepared, self.when)
        if work.differences and not self.replace:
            raise UtbyteDiffersError(tuple(work.differences))
        for pending in work.pending:
            _save(session, pending)
        session.flush()
        remove_rows(session, work.removed)
        return frozenset(Topic)


def differences(store: Store, prepared: Prepared) -> tuple[Difference, ...]:
    """Return where the file disagrees with what is there, in its order. Nothing is changed.

    Raises:
        UtbyteError: it can't be imported at all.
    """
    return store.ask(lambda session: tuple(_work(session, prepared, "").differences))


def _work(session: Session, prepared: Prepared, when: str) -> Collector:
    work = Collector(prepared, what_is_there(session, prepared.file), when)
    plan(work)
    refuse(prepared.name, work.findings)
    return work


def _save(session: Session, pending: Pending) -> None:
    if pending.row is None:
        session.add(pending.kind(**pending.values))
        return
    for name, value in pending.values.items():
        setattr(pending.row, name, value)
