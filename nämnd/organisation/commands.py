"""Changes to a nämnd, its huvudmän and its people."""

from dataclasses import asdict, dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InUseError, InvalidDraftError, TakenError
from nämnd.core.swedish import sort_key
from nämnd.organisation.mentions import huvudman_is_mentioned, person_is_mentioned
from nämnd.organisation.rules import (
    HuvudmanDraft,
    Mandatperiod,
    NämndDraft,
    PersonDraft,
    StåendePunkt,
    UppdragDraft,
    one_line,
    problems_in_huvudmän,
    problems_in_mandatperioder,
    problems_in_nämnd,
    problems_in_uppdrag,
)
from nämnd.store.rows import load, rows_where
from nämnd.tables import Huvudman, Nämnd, Person, Uppdrag

_NÄMND = frozenset({Topic.NÄMND})
_PERSON = frozenset({Topic.PERSON, Topic.SAMMANTRÄDE})


@dataclass(frozen=True, kw_only=True)
class SaveNämnd:
    """Register a nämnd, or change the one with that id."""

    nämnd_id: str
    draft: NämndDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save every setting of the draft."""
        _refuse(problems_in_nämnd(self.draft))
        self._refuse_same_name(session)
        nämnd = session.get(Nämnd, self.nämnd_id)
        kept = [_kept_period(one) for one in self.draft.mandatperioder]
        if nämnd is None or kept != nämnd.mandatperioder:  # those read in are left as they are
            _refuse(problems_in_mandatperioder(self.draft.mandatperioder))
        if nämnd is None:
            nämnd = Nämnd(id=self.nämnd_id)
            session.add(nämnd)
        _set(nämnd, self.draft)
        return _NÄMND

    def _refuse_same_name(self, session: Session) -> None:
        name = one_line(self.draft.namn)
        others = session.scalars(select(Nämnd.namn).where(Nämnd.id != self.nämnd_id))
        if sort_key(name) in map(sort_key, others):
            raise TakenError("nämnd", name)


@dataclass(frozen=True, kw_only=True)
class SaveHuvudmän:
    """Set the list of huvudmän of a nämnd, in order."""

    nämnd_id: str
    drafts: tuple[HuvudmanDraft, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Add, change and remove so that the list is as drafted."""
        _refuse(problems_in_huvudmän(self.drafts))
        wanted = {draft.id for draft in self.drafts}
        for huvudman in rows_where(session, Huvudman, Huvudman.nämnd_id == self.nämnd_id):
            if huvudman.id not in wanted:
                _refuse_in_use(session, huvudman)
                session.delete(huvudman)
        for place, draft in enumerate(self.drafts, start=1):
            self._save(session, place, draft)
        return _NÄMND

    def _save(self, session: Session, place: int, draft: HuvudmanDraft) -> None:
        huvudman = session.get(Huvudman, draft.id)
        if huvudman is None:
            huvudman = Huvudman(id=draft.id, nämnd_id=self.nämnd_id)
            session.add(huvudman)
        huvudman.ordning = place
        huvudman.namn = one_line(draft.namn)
        huvudman.platser = draft.platser
        huvudman.ersättarplatser = draft.ersättarplatser
        huvudman.anslagstavla = draft.anslagstavla


@dataclass(frozen=True, kw_only=True)
class SavePerson:
    """Register a person, or change the one with that id."""

    person_id: str
    draft: PersonDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft."""
        _refuse(() if one_line(self.draft.namn) else (Draft.NAMN_MISSING,))
        person = session.get(Person, self.person_id)
        if person is None:
            person = Person(id=self.person_id)
            session.add(person)
        for name, value in asdict(self.draft).items():
            setattr(person, name, one_line(value or "") or None)
        return _PERSON


@dataclass(frozen=True, kw_only=True)
class SaveUppdrag:
    """Give a person a role in a nämnd, or change the uppdrag with that id."""

    uppdrag_id: str
    nämnd_id: str
    person_id: str
    draft: UppdragDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft."""
        _refuse(problems_in_uppdrag(self.draft))
        load(session, Nämnd, self.nämnd_id)
        load(session, Person, self.person_id)
        if self.draft.ersätter:
            _refuse((Draft.ERSÄTTER_SELF,) if self.draft.ersätter == self.person_id else ())
            load(session, Person, self.draft.ersätter)
        uppdrag = session.get(Uppdrag, self.uppdrag_id)
        if uppdrag is None:
            uppdrag = Uppdrag(id=self.uppdrag_id, nämnd_id=self.nämnd_id)
            session.add(uppdrag)
        uppdrag.person_id = self.person_id
        for name, value in asdict(self.draft).items():
            setattr(uppdrag, name, value)
        return _PERSON


@dataclass(frozen=True, kw_only=True)
class RemoveUppdrag:
    """Take away an uppdrag that was entered by mistake. One that ended gets an end date instead."""

    uppdrag_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove the uppdrag, and the person when nothing else mentions them."""
        uppdrag = load(session, Uppdrag, self.uppdrag_id)
        session.delete(uppdrag)
        session.flush()
        if not person_is_mentioned(session, uppdrag.person_id):
            session.delete(load(session, Person, uppdrag.person_id))
        return _PERSON


def _set(nämnd: Nämnd, draft: NämndDraft) -> None:
    for one in fields(draft):
        value = getattr(draft, one.name)
        if not isinstance(value, tuple):
            setattr(nämnd, one.name, value)
    nämnd.namn = one_line(draft.namn)
    nämnd.adress = list(draft.adress)
    nämnd.justeringssätt = list(draft.justeringssätt)
    nämnd.stående_punkter = [_kept(one) for one in draft.stående_punkter]
    nämnd.rubrikordning = list(draft.rubrikordning)
    nämnd.frasbank = [{"nyckel": key, "text": text} for key, text in draft.frasbank]
    nämnd.mandatperioder = [_kept_period(one) for one in draft.mandatperioder]


def _kept(one: StåendePunkt) -> dict[str, object]:
    kept: dict[str, object] = asdict(one)
    kept["förslag"] = list(one.förslag)
    return kept


def _kept_period(one: Mandatperiod) -> dict[str, object]:
    return {"från": one.från.isoformat(), "till": one.till.isoformat() if one.till else None}


def _refuse_in_use(session: Session, huvudman: Huvudman) -> None:
    used_by = huvudman_is_mentioned(session, huvudman.id)
    if used_by is not None:
        raise InUseError(f"huvudmannen {huvudman.namn}", used_by)


def _refuse(problems: tuple[Draft, ...]) -> None:
    if problems:
        raise InvalidDraftError(problems)
