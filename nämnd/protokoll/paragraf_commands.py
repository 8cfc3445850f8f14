"""Changes to §§: drawn when a punkt is handled, moved, decided, taken back."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.core.ids import new_id
from nämnd.protokoll.drafts import Moment, ParagrafDraft, kept, problems_in_paragraf
from nämnd.protokoll.drawing import New, draw, made_from, make_room, unhandled
from nämnd.protokoll.numbering import moved, numbers_of, started_at, without
from nämnd.protokoll.parts_commands import release_yrkanden
from nämnd.protokoll.renumbering import renumber_paragrafer, year_of
from nämnd.store.rows import load, renumber, rows_where
from nämnd.tables import (
    Anteckning,
    Beslutspunkt,
    Huvudmannabeslut,
    Jäv,
    Paragraf,
    Punkt,
    Reservation,
    Sammanträde,
    Votering,
    Yrkande,
)

_PROTOKOLL = frozenset({Topic.PROTOKOLL})
_NUMBERS = frozenset({Topic.PROTOKOLL, Topic.NÄRVARO})
_PARTS = (Anteckning, Beslutspunkt, Huvudmannabeslut, Jäv, Reservation, Votering, Yrkande)
ENLIGT_FÖRSLAG = "enligt förslag"
INFORMATION = "information"


@dataclass(frozen=True, kw_only=True)
class HandlePunkt:
    """Begin to handle a punkt: it becomes a § with the next number."""

    paragraf_id: str
    punkt_id: str
    tid: str | None = None
    dag: date | None = None  # when the sammanträde has several

    def run(self, session: Session) -> frozenset[Topic]:
        """Draw the number and take over all that the punkt says.

        Raises:
            AlreadyHandledError: the punkt has its §.
        """
        sammanträde_id = load(session, Punkt, self.punkt_id).sammanträde_id
        punkt = unhandled(session, sammanträde_id, (self.punkt_id,))[0]
        moment = Moment(self.tid, self.dag)
        draw(session, sammanträde_id, made_from(session, [(self.paragraf_id, punkt)], moment))
        return _NUMBERS


@dataclass(frozen=True, kw_only=True)
class AddParagraf:
    """Begin to handle something that is not on the dagordning."""

    paragraf_id: str
    sammanträde_id: str
    draft: ParagrafDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Draw the number."""
        _refuse(problems_in_paragraf(self.draft))
        draw(session, self.sammanträde_id, (New(self.paragraf_id, None, self.draft, ()),))
        return _NUMBERS


@dataclass(frozen=True, kw_only=True)
class KlubbaPunkter:
    """Handle and decide many punkter in one go, in the given order."""

    sammanträde_id: str
    punkt_ids: tuple[str, ...]
    tid: str | None = None
    dag: date | None = None  # when the sammanträde has several

    def run(self, session: Session) -> frozenset[Topic]:
        """Draw their numbers and decide each enligt förslag.

        Raises:
            AlreadyHandledError: one of them has its §.
        """
        punkter = unhandled(session, self.sammanträde_id, self.punkt_ids)
        moment = Moment(self.tid, self.dag)
        made = made_from(session, [(new_id(), punkt) for punkt in punkter], moment)
        for row in draw(session, self.sammanträde_id, made):
            _klubba(session, row)
        return _NUMBERS


@dataclass(frozen=True, kw_only=True)
class MoveParagraf:
    """Let a § be handled at place `to` (1 is first): the §§ between get other numbers."""

    paragraf_id: str
    to: int

    def run(self, session: Session) -> frozenset[Topic]:
        """Renumber within the sammanträde.

        Raises:
            JusteratError: a § on the way is justerad.
        """
        sammanträde_id = load(session, Paragraf, self.paragraf_id).sammanträde_id
        year = year_of(session, sammanträde_id)
        mine = numbers_of(year, sammanträde_id)
        order = moved(mine.paragrafer, self.paragraf_id, self.to)
        renumber([load(session, Paragraf, one.id) for one in order])
        renumber_paragrafer(session, (mine,), {one.id: one.nummer for one in order})
        return _NUMBERS


@dataclass(frozen=True, kw_only=True)
class UndrawParagraf:
    """Take a § back with all that stands in it. Its punkt is then not handled."""

    paragraf_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it; those after it at the sammanträde close the gap.

        Raises:
            JusteratError: it is justerad.
        """
        row = load(session, Paragraf, self.paragraf_id)
        mine = numbers_of(year_of(session, row.sammanträde_id), row.sammanträde_id)
        left = without(mine.paragrafer, row.id)
        release_yrkanden(session, row.id)
        for kind in _PARTS:
            for part in rows_where(session, kind, kind.paragraf_id == row.id):
                session.delete(part)
        session.delete(row)
        renumber([load(session, Paragraf, one.id) for one in left])
        there = tuple(one for one in mine.paragrafer if one.id != row.id)
        before = replace(mine, paragrafer=there)
        new = {one.id: one.nummer for one in left}
        renumber_paragrafer(session, (before,), new, gone=(row.nummer,))
        return _NUMBERS


@dataclass(frozen=True, kw_only=True)
class NumberFrom:
    """Set which number the first § of a sammanträde has; None: count from the one before."""

    sammanträde_id: str
    first: int | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set it, and renumber the §§ there are; later sammanträden make room.

        Raises:
            JusteratError: a § that would get another number is justerad.
            NumberTakenError: an earlier sammanträde has got as far.
        """
        if self.first is not None and self.first < 1:
            raise InvalidDraftError((Draft.PARAGRAF_NOT_POSITIVE,))
        year = year_of(session, self.sammanträde_id)
        order = started_at(year, self.sammanträde_id, self.first)
        load(session, Sammanträde, self.sammanträde_id).första_paragraf = self.first
        make_room(session, year, self.sammanträde_id, order)
        return _NUMBERS


@dataclass(frozen=True, kw_only=True)
class SaveParagraf:
    """Change what a § says, but the lists that have commands of their own."""

    paragraf_id: str
    draft: ParagrafDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft. Once it is justerad, only who gets an utdrag can change."""
        _refuse(problems_in_paragraf(self.draft))
        row = load(session, Paragraf, self.paragraf_id)
        for name, value in kept(self.draft).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class Klubba:
    """Let §§ be decided: what has no outcome yet is decided enligt förslag."""

    paragraf_ids: tuple[str, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the outcomes that lack; in a § with information they are «information»."""
        for key in self.paragraf_ids:
            _klubba(session, load(session, Paragraf, key))
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class Decide:
    """Let whole §§ have one outcome: bordläggning, återremiss, utgår."""

    paragraf_ids: tuple[str, ...]
    utfall: str
    till: str | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the outcome of every beslutspunkt, and keep the texts; the § is then done."""
        for key in self.paragraf_ids:
            row = load(session, Paragraf, key)
            there = rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == key)
            for one in there or _one_more(session, key):
                one.utfall, one.till = self.utfall, self.till
            row.klar = True
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class Reopen:
    """Let the handling of a § go on. What was decided stays until something else is."""

    paragraf_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take the klubbslag back."""
        load(session, Paragraf, self.paragraf_id).klar = False
        return _PROTOKOLL


def _klubba(session: Session, row: Paragraf) -> None:
    utfall = INFORMATION if row.slag == INFORMATION else ENLIGT_FÖRSLAG
    for one in rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == row.id):
        one.utfall = one.utfall or utfall
    row.klar = True


def _one_more(session: Session, paragraf_id: str) -> list[Beslutspunkt]:
    made = Beslutspunkt(id=new_id(), paragraf_id=paragraf_id, ordning=1)
    session.add(made)
    return [made]


def _refuse(problems: tuple[Draft, ...]) -> None:
    if problems:
        raise InvalidDraftError(problems)
