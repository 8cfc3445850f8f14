"""What is put up on the boards, taken down, and confirmed to have won laga kraft."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.anslag import rules
from nämnd.anslag.errors import AnslagError, AnslagFault
from nämnd.anslag.queries import anslag_view, notices_of
from nämnd.anslag.values import AnslagDraft, AnslagLäge, Överklagande
from nämnd.anslag.view import AnslagView, board_name
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.organisation.rules import one_line
from nämnd.store.rows import load
from nämnd.tables import Anslag, Delegationsprotokoll, Justering, Paragraf

CHANGED = frozenset({Topic.ANSLAG})


@dataclass(frozen=True, kw_only=True)
class SetAnslag:
    """Record that a justering or a delegationsprotokoll (`key`) is put up on a board, or down.

    Once recorded the notice keeps its id; a board that has none yet is named by its huvudman.
    """

    key: str
    huvudman_id: str | None  # None: the nämnd's own board
    draft: AnslagDraft
    today: date
    anslag_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft. Where it can be read is the nämnd's place when the draft says none.

        Raises:
            GoneError, AnslagError.
        """
        view = anslag_view(session, self.key)
        row = self._there(session)
        _refuse_unready(view)
        if view.laga_kraft and (row is None or row.uppsatt != self.draft.uppsatt):
            raise AnslagError(AnslagFault.CONFIRMED)
        _refuse_days(view, self.draft, self.today)
        if row is None:
            row = self._new(session)
        self._save(row, view)
        return CHANGED

    def _there(self, session: Session) -> Anslag | None:
        mine = notices_of(session, self.key)
        known = next((row for row in mine if row.id == self.anslag_id), None)
        return known or next((row for row in mine if row.huvudman_id == self.huvudman_id), None)

    def _new(self, session: Session) -> Anslag:
        row = Anslag(id=self.anslag_id, huvudman_id=self.huvudman_id)
        if session.get(Delegationsprotokoll, self.key) is not None:
            row.delegationsprotokoll_id = self.key
        else:
            of = load(session, Justering, self.key)
            row.sammanträde_id, row.paragrafer = of.sammanträde_id, of.paragrafer
        session.add(row)
        return row

    def _save(self, row: Anslag, view: AnslagView) -> None:
        draft = self.draft
        row.uppsatt, row.nedtaget = draft.uppsatt, draft.nedtaget
        row.förvaring = one_line(draft.förvaring or view.förvaring or "") or None
        row.underskrift = one_line(draft.underskrift or "") or None
        row.tavla = one_line(draft.tavla or "") or None


@dataclass(frozen=True, kw_only=True)
class RemoveAnslag:
    """Take a notice out of the register: it was never up."""

    key: str
    anslag_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it. The time to appeal then does not run.

        Raises:
            GoneError; AnslagError: laga kraft is confirmed.
        """
        row = load(session, Anslag, self.anslag_id)
        if anslag_view(session, self.key).laga_kraft:
            raise AnslagError(AnslagFault.CONFIRMED)
        session.delete(row)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class ConfirmLagaKraft:
    """Confirm, after asking the court, that what was announced has won laga kraft."""

    key: str
    datum: date  # when the court was asked
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day on every notice.

        Raises:
            GoneError; AnslagError: the time is not over, or does not run.
        """
        view = anslag_view(session, self.key)
        _refuse_unready(view)
        last = _refuse_running(view, self.today)
        if self.datum <= last:
            raise AnslagError(AnslagFault.CONFIRMED_BEFORE, last.isoformat())
        if self.datum > self.today:
            raise AnslagError(AnslagFault.AHEAD, self.datum.isoformat())
        for row in notices_of(session, self.key):
            row.laga_kraft_bekräftad = self.datum
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class TakeBackLagaKraft:
    """Take back that something has won laga kraft. Its notices stay as they are."""

    key: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take the day away from every notice.

        Raises:
            GoneError; AnslagError: it is not confirmed.
        """
        if anslag_view(session, self.key).laga_kraft is None:
            raise AnslagError(AnslagFault.NOT_CONFIRMED)
        for row in notices_of(session, self.key):
            row.laga_kraft_bekräftad = None
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class SetÖverklagande:
    """Say how the beslut of §§ are appealed; None: as is usual for such a body.

    It says nothing of what was decided, so it can be set when the §§ are justerade.
    """

    paragraf_ids: tuple[str, ...]
    slag: Överklagande | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set it.

        Raises:
            GoneError: a § is not there.
        """
        for key in self.paragraf_ids:
            load(session, Paragraf, key).överklagande = self.slag
        return frozenset({Topic.ANSLAG, Topic.PROTOKOLL})


def _refuse_unready(view: AnslagView) -> None:
    if not rules.demanded(view.boards) and not any(row.id for row in view.boards):
        raise AnslagError(AnslagFault.NOT_DEMANDED)
    if not view.is_justerat:
        of_delegation = view.delegationsprotokoll_id is not None
        raise AnslagError(AnslagFault.NOT_SIGNED if of_delegation else AnslagFault.NOT_JUSTERAT)


def _refuse_days(view: AnslagView, draft: AnslagDraft, today: date) -> None:
    if draft.uppsatt is None:
        raise AnslagError(AnslagFault.UPPSATT_MISSING)
    if view.justerat and draft.uppsatt < view.justerat:
        raise AnslagError(AnslagFault.UPPSATT_BEFORE, view.justerat.isoformat())
    if draft.nedtaget and draft.nedtaget < draft.uppsatt:
        raise AnslagError(AnslagFault.NEDTAGET_BEFORE, draft.uppsatt.isoformat())
    last = max(draft.uppsatt, draft.nedtaget or draft.uppsatt)
    if last > today:
        raise AnslagError(AnslagFault.AHEAD, last.isoformat())


def _refuse_running(view: AnslagView, today: date) -> date:
    """Return the last day to appeal, when it has gone by.

    Raises:
        AnslagError: it has not, or there is none.
    """
    last, läge = view.överklagas_senast, view.läge(today)
    if läge is AnslagLäge.NOT_DEMANDED:
        raise AnslagError(AnslagFault.NOT_DEMANDED)
    if last is None:
        boards = tuple(map(board_name, view.missing))
        raise AnslagError(AnslagFault.MISSING, boards=boards)
    if läge is AnslagLäge.DOWN_TOO_EARLY:
        boards = tuple(map(board_name, view.too_early))
        raise AnslagError(AnslagFault.DOWN_TOO_EARLY, last.isoformat(), boards)
    if today <= last:
        raise AnslagError(AnslagFault.TIME_NOT_OVER, last.isoformat())
    return last
