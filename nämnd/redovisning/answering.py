"""Changes to the questions of a redovisning: who answers, what they say, what becomes of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.organisation.rules import one_line
from nämnd.redovisning.errors import RedovisningFault
from nämnd.redovisning.opening import huvudman_of, open_answers, open_questions, refuse
from nämnd.redovisning.rules import clean_table, is_empty
from nämnd.redovisning.values import ANSWERED, Mottagare, Rader
from nämnd.redovisning.writing import answer_rows, clean, to_json
from nämnd.store.rows import load
from nämnd.tables import Redovisning, Redovisningsfråga, Redovisningssvar

_CHANGED = frozenset({Topic.ÖVERENSKOMMELSE})


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Let these answer these questions. Who is to already gets the new name and address."""

    fråga_ids: tuple[str, ...]
    mottagare: tuple[Mottagare, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Add an empty answer for each; headings and texts are passed over.

        Raises:
            GoneError; RedovisningError: nobody or nothing is chosen, somebody has neither huvudman
                nor name, or it is approved.
        """
        rows = [one for one in open_questions(session, self.fråga_ids) if one.slag in ANSWERED]
        if not rows or not self.mottagare:
            refuse(RedovisningFault.NOBODY)
        nämnd_id = load(session, Redovisning, rows[0].redovisning_id).nämnd_id
        for one in self.mottagare:
            if one.huvudman_id:
                huvudman_of(session, one.huvudman_id, nämnd_id)
            elif not one_line(one.ansvarig or ""):
                refuse(RedovisningFault.WHO_MISSING)
        for fråga in rows:
            self._ask(session, fråga)
        return _CHANGED

    def _ask(self, session: Session, fråga: Redovisningsfråga) -> None:
        there = {
            _key(one.huvudman_id, one.ansvarig): one for one in answer_rows(session, [fråga.id])
        }
        for one in self.mottagare:
            key = _key(one.huvudman_id, one.ansvarig)
            row = there.get(key) or Redovisningssvar(
                id=new_id(), fråga_id=fråga.id, huvudman_id=one.huvudman_id
            )
            there[key] = row
            row.ansvarig = one_line(one.ansvarig or "") or row.ansvarig
            row.epost = one_line(one.epost or "") or row.epost
            session.add(row)


@dataclass(frozen=True, kw_only=True)
class Unspread:
    """Ask these no more. What they have answered goes with them."""

    svar_ids: tuple[str, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove the answers.

        Raises:
            GoneError; RedovisningError: it is approved.
        """
        for row in open_answers(session, self.svar_ids):
            session.delete(row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Write down what somebody answers. Nothing written: they have not answered."""

    svar_id: str
    today: date
    text: str = ""  # richtext
    rader: Rader = ()

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the answer; the day of the first answer is kept.

        Raises:
            GoneError; RedovisningError: it is approved.
        """
        (row,) = open_answers(session, (self.svar_id,))
        columns = len(load(session, Redovisningsfråga, row.fråga_id).kolumner)
        text, rader = clean(self.text), clean_table(self.rader, columns)
        row.text, row.rader = text, to_json(rader)
        row.besvarad = None if is_empty(text, rader) else row.besvarad or self.today
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class Answers:
    """Write down several answers at once: those of a form that came back."""

    answers: tuple[Answer, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Save them all, or none.

        Raises:
            GoneError; RedovisningError: nothing is chosen, or it is approved.
        """
        if not self.answers:
            refuse(RedovisningFault.NOBODY)
        for one in self.answers:
            one.run(session)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class NoteAsked:
    """Note that the questions were sent."""

    svar_ids: tuple[str, ...]
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day, where they were not asked before.

        Raises:
            GoneError; RedovisningError: it is approved.
        """
        for row in open_answers(session, self.svar_ids):
            row.frågad = row.frågad or self.today
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class NoteSvarReminded:
    """Note that somebody was reminded."""

    svar_ids: tuple[str, ...]
    till: str
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Add a line to each.

        Raises:
            GoneError; RedovisningError: it is approved.
        """
        line: dict[str, object] = {"datum": self.today.isoformat(), "till": one_line(self.till)}
        for row in open_answers(session, self.svar_ids):
            row.påmint = [*row.påmint, line]
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class PutTogether:
    """Write what is to be reported on a question, and whether that is finished."""

    fråga_id: str
    text: str
    rader: Rader = ()
    klar: bool = False

    def run(self, session: Session) -> frozenset[Topic]:
        """Save it.

        Raises:
            GoneError; RedovisningError: it is approved, or finished without a word.
        """
        (row,) = open_questions(session, (self.fråga_id,))
        text, rader = clean(self.text), clean_table(self.rader, len(row.kolumner))
        if self.klar and is_empty(text, rader):
            refuse(RedovisningFault.NOTHING_WRITTEN)
        row.svar, row.rader, row.klar = text, to_json(rader), self.klar
        return _CHANGED


def _key(huvudman_id: str | None, ansvarig: str | None) -> str:
    """Return what makes somebody the same: the huvudman, else the name."""
    return huvudman_id or one_line(ansvarig or "").casefold()
