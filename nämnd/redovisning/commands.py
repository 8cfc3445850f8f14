"""Changes to redovisningar: the facts, the structure, and what happens to the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.core.richtext import plain_text
from nämnd.organisation.rules import one_line
from nämnd.redovisning.errors import NotFinishedError, RedovisningFault
from nämnd.redovisning.opening import open_redovisning, refuse, refuse_foreign
from nämnd.redovisning.rules import draft_problem, structure_problem
from nämnd.redovisning.values import ANSWERED, FrågaDraft, RedovisningDraft
from nämnd.redovisning.watching import close, let_go, reopen, watch
from nämnd.redovisning.writing import (
    answer_rows,
    copied,
    question_rows,
    write_fråga,
    write_redovisning,
)
from nämnd.store.rows import load
from nämnd.tables import Nämnd, Redovisning, Redovisningsfråga, Redovisningssvar, Ärende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.values import HandlingDraft
from nämnd.ärende.writing import under

_CHANGED = frozenset({Topic.ÖVERENSKOMMELSE})
_WATCHED = frozenset({Topic.ÖVERENSKOMMELSE, Topic.BEVAKNING})
_REGISTERED = frozenset({Topic.ÖVERENSKOMMELSE, Topic.HANDLING, Topic.ÄRENDE})


@dataclass(frozen=True, kw_only=True)
class AddRedovisning:
    """Begin a redovisning with a sender's questions. The day it is due is watched."""

    nämnd_id: str
    draft: RedovisningDraft
    today: date
    frågor: tuple[FrågaDraft, ...] = ()
    redovisning_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it.

        Raises:
            GoneError; RedovisningError: it can't be as it is written.
        """
        nämnd = load(session, Nämnd, self.nämnd_id)
        row = Redovisning(id=self.redovisning_id, nämnd_id=nämnd.id)
        _write(session, row, self.draft)
        _write_structure(session, row, self.frågor)
        watch(session, row, self.today)
        return _WATCHED


@dataclass(frozen=True, kw_only=True)
class ChangeRedovisning:
    """Change the facts of a redovisning. Its bevakning moves with the day."""

    redovisning_id: str
    draft: RedovisningDraft
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; RedovisningError: it is approved, or can't be as it is written.
        """
        row = open_redovisning(session, self.redovisning_id)
        _write(session, row, self.draft)
        watch(session, row, self.today)
        return _WATCHED


@dataclass(frozen=True, kw_only=True)
class SaveFrågor:
    """Give a redovisning this structure, in this order. Questions are kept by their id."""

    redovisning_id: str
    frågor: tuple[FrågaDraft, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the structure.

        Raises:
            GoneError; RedovisningError: it is approved, a row lacks words, or a question that has
                answers would go.
        """
        row = open_redovisning(session, self.redovisning_id)
        _write_structure(session, row, self.frågor)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ApproveRedovisning:
    """Note who has approved a redovisning. From then on it can't be changed."""

    redovisning_id: str
    av: str
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """ApproveRedovisning it.

        Raises:
            GoneError; NotFinishedError: a question isn't put together; RedovisningError.
        """
        row = open_redovisning(session, self.redovisning_id)
        if not one_line(self.av):
            refuse(RedovisningFault.WHO_APPROVES)
        asked = [one for one in question_rows(session, row.id) if one.slag in ANSWERED]
        if not asked:
            refuse(RedovisningFault.NO_QUESTIONS)
        if lacking := tuple(one.text for one in asked if not one.klar):
            raise NotFinishedError(lacking)
        row.godkänd, row.godkänd_av = self.today, one_line(self.av)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ReopenRedovisning:
    """Take the approval back, so that something can be mended."""

    redovisning_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take it back.

        Raises:
            GoneError; RedovisningError: it isn't approved, is registered, or is sent.
        """
        row = load(session, Redovisning, self.redovisning_id)
        if row.handling_id is not None:
            refuse(RedovisningFault.REGISTERED)
        if row.sänd is not None:
            refuse(RedovisningFault.SENT)
        if row.godkänd is None:
            refuse(RedovisningFault.NOT_APPROVED)
        row.godkänd = row.godkänd_av = None
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RegisterRedovisning:
    """Register an approved redovisning as it stands: a handling that goes out, in its ärende."""

    final = True

    redovisning_id: str
    file: KeptFile
    when: str  # ISO time
    today: date
    handling_id: str = field(default_factory=new_id)  # what the new handling is to be called

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the handling.

        Raises:
            GoneError; RedovisningError: it isn't approved, is registered already, or there is no
                ärende; ÄrendeError: that ärende is annulled.
        """
        row = load(session, Redovisning, self.redovisning_id)
        if row.handling_id is not None:
            refuse(RedovisningFault.REGISTERED)
        if row.godkänd is None:
            refuse(RedovisningFault.NOT_APPROVED)
        if row.ärende_id is None:
            refuse(RedovisningFault.NO_ÄRENDE)
        draft = HandlingDraft(
            datum=min(row.godkänd, self.today),
            rubrik=row.rubrik,
            riktning="utgående",
            från_till=row.mottagare,
            slag="redovisning",
        )
        draft = under(load(session, Ärende, row.ärende_id), draft)
        new = NewHandling(draft, self.file, (), self.handling_id)
        RegisterHandlingar(
            ärende_id=row.ärende_id, new=(new,), when=self.when, today=self.today
        ).run(session)
        row.handling_id = self.handling_id
        return _REGISTERED


@dataclass(frozen=True, kw_only=True)
class MarkRedovisningSent:
    """Note the day a redovisning was sent, which closes its bevakning; None: it was not sent."""

    redovisning_id: str
    datum: date | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day.

        Raises:
            GoneError; RedovisningError: it isn't approved.
        """
        row = load(session, Redovisning, self.redovisning_id)
        if row.godkänd is None:
            refuse(RedovisningFault.NOT_APPROVED)
        row.sänd = self.datum
        if self.datum is None:
            reopen(session, row)
        else:
            close(session, row, self.datum)
        return _WATCHED


@dataclass(frozen=True, kw_only=True)
class NextOccasion:
    """Begin the next redovisning of the same questions, spread over the same people, unanswered.

    What was answered the last time is at hand in it (`redovisning_view`).
    """

    redovisning_id: str
    rubrik: str
    senast: date | None
    today: date
    svar_senast: date | None = None
    new_redovisning_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it.

        Raises:
            GoneError; RedovisningError: it can't be as it is written.
        """
        last = load(session, Redovisning, self.redovisning_id)
        row = Redovisning(id=self.new_redovisning_id, nämnd_id=last.nämnd_id)
        draft = RedovisningDraft(
            self.rubrik,
            last.överenskommelse_id,
            last.ärende_id,
            last.mottagare,
            last.epost,
            self.senast,
            self.svar_senast,
            last.inledning,
        )
        _write(session, row, draft)
        for fråga in question_rows(session, last.id):
            _copy(session, fråga, row.id)
        watch(session, row, self.today)
        return _WATCHED


@dataclass(frozen=True, kw_only=True)
class RemoveRedovisning:
    """Remove a redovisning that was never registered, with its answers and its bevakning."""

    redovisning_id: str
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; RedovisningError: it is registered or sent.
        """
        row = load(session, Redovisning, self.redovisning_id)
        if row.handling_id is not None:
            refuse(RedovisningFault.REGISTERED)
        if row.sänd is not None:
            refuse(RedovisningFault.SENT)
        asked = question_rows(session, row.id)
        for one in (*answer_rows(session, [fråga.id for fråga in asked]), *asked):
            session.delete(one)
        let_go(session, row, self.today)
        session.delete(row)
        return _WATCHED


def _write(session: Session, row: Redovisning, draft: RedovisningDraft) -> None:
    if (problem := draft_problem(draft)) is not None:
        refuse(problem)
    refuse_foreign(session, row.nämnd_id, draft.ärende_id, draft.överenskommelse_id)
    write_redovisning(row, draft)
    session.add(row)


def _write_structure(session: Session, row: Redovisning, frågor: Sequence[FrågaDraft]) -> None:
    if (problem := structure_problem(frågor)) is not None:
        refuse(*problem)
    kept = {one.id: one for one in question_rows(session, row.id)}
    _refuse_lost(session, kept, frågor)
    for place, draft in enumerate(frågor, start=1):
        fråga = kept.pop(draft.id, None) or Redovisningsfråga(id=draft.id, redovisning_id=row.id)
        fråga.ordning = place
        write_fråga(fråga, draft)
        session.add(fråga)
    for one in (*answer_rows(session, list(kept)), *kept.values()):
        session.delete(one)


def _refuse_lost(
    session: Session, kept: dict[str, Redovisningsfråga], frågor: Sequence[FrågaDraft]
) -> None:
    """Refuse to lose what somebody has answered or put together."""
    staying = {draft.id for draft in frågor if draft.answered}
    going = [one for one in kept.values() if one.id not in staying and one.slag in ANSWERED]
    given = answer_rows(session, [one.id for one in going])
    answered = {one.fråga_id for one in given if one.besvarad is not None}
    for one in going:
        if one.id in answered or plain_text(one.svar).strip() or one.rader:
            refuse(RedovisningFault.HAS_ANSWERS, one.text)


def _copy(session: Session, fråga: Redovisningsfråga, redovisning_id: str) -> None:
    new = copied(fråga, redovisning_id)
    session.add(new)
    for svar in answer_rows(session, [fråga.id]):
        session.add(
            Redovisningssvar(
                id=new_id(),
                fråga_id=new.id,
                huvudman_id=svar.huvudman_id,
                ansvarig=svar.ansvarig,
                epost=svar.epost,
            )
        )
