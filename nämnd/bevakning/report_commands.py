"""Changes of what a bevakning has to do with a dagordning."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bevakning import problems
from nämnd.bevakning.changing import CHANGED, GJORD, close, come_back, move, open_row
from nämnd.bevakning.errors import BevakningError, BevakningFault
from nämnd.bevakning.values import Förfaller
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.core.richtext import clean_lines
from nämnd.store.rows import load, rows_where
from nämnd.tables import Bevakning, Paragraf, Punkt, Sammanträde, Återrapport

Utfall: TypeAlias = Literal["klar", "återkommer"]
_KLAR: Utfall = "klar"


@dataclass(frozen=True, kw_only=True)
class LinkPunkt:
    """Say that a punkt is where a bevakning is reported."""

    bevakning_id: str
    punkt_id: str
    rapport_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Remember it; nothing changes when it is known already.

        Raises:
            GoneError; BevakningError: it is closed, the punkt utgår or is another nämnd's.
        """
        row, punkt = open_row(session, self.bevakning_id), load(session, Punkt, self.punkt_id)
        if punkt.utgår is not None:
            raise BevakningError(BevakningFault.CANCELLED, row.rubrik)
        if load(session, Sammanträde, punkt.sammanträde_id).nämnd_id != row.nämnd_id:
            raise BevakningError(BevakningFault.OTHER_NÄMND, row.rubrik)
        if not _links(session, row.id, punkt.id):
            session.add(
                Återrapport(id=self.rapport_id, bevakning_id=row.id, punkt_id=punkt.id, text="")
            )
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class UnlinkPunkt:
    """Say that a punkt is not where a bevakning is reported, as long as nobody said how it went."""

    bevakning_id: str
    punkt_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Forget it.

        Raises:
            BevakningError: somebody has said what came of it there.
        """
        for one in _links(session, self.bevakning_id, self.punkt_id):
            if one.utfall is not None:
                rubrik = load(session, Bevakning, self.bevakning_id).rubrik
                raise BevakningError(BevakningFault.REPORTED, rubrik)
            session.delete(one)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class Report:
    """Say what came of a report: it is finished, or comes back.

    Attributes:
        text: how it ended («klar»; empty: «återrapporterad § 62»), or why it comes back.
        next: when it comes back.
        next_id: of the next one, when it is finished this time and comes back by its own rule.
    """

    rapport_id: str
    utfall: Utfall
    text: str
    today: date
    next: Förfaller | None = None
    next_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Close the bevakning, or let it be due the next time.

        Raises:
            GoneError; BevakningError: it is closed, it has been said, or the next day is missing.
        """
        rapport = load(session, Återrapport, self.rapport_id)
        row = open_row(session, rapport.bevakning_id)
        if rapport.utfall is not None:
            raise BevakningError(BevakningFault.REPORTED, row.rubrik)
        rapport.utfall, rapport.datum = self.utfall, self.today
        rapport.text = clean_lines(self.text)
        where = f"återrapporterad {_where(session, rapport)}"
        if self.utfall == _KLAR:
            close(row, GJORD, self.text if self.text.strip() else where, self.today)
            come_back(session, row, self.today, self.next_id)
        else:
            self._move(session, row, where)
        return CHANGED

    def _move(self, session: Session, row: Bevakning, where: str) -> None:
        if self.next is None:
            raise BevakningError(BevakningFault.NEXT_MISSING, row.rubrik)
        problems.refuse_day(session, row.nämnd_id, row.id, self.next, row.rubrik)
        why = f"{where}: {self.text.strip()}" if self.text.strip() else where
        move(session, row, self.next, why, self.today)


def _links(session: Session, bevakning_id: str, punkt_id: str) -> list[Återrapport]:
    return rows_where(
        session,
        Återrapport,
        Återrapport.bevakning_id == bevakning_id,
        Återrapport.punkt_id == punkt_id,
    )


def _where(session: Session, rapport: Återrapport) -> str:
    number = select(Paragraf.nummer).where(Paragraf.punkt_id == rapport.punkt_id)
    nummer = session.scalar(number.limit(1))
    return f"§ {nummer}" if nummer else "vid sammanträdet"
