"""Saves a dagordning that was read out of a file, as the user has reviewed it."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InvalidDraftError, TakenError
from nämnd.core.ids import new_id
from nämnd.core.swedish import sort_key
from nämnd.läsning.found import FoundBilaga, FoundDagordning, FoundPunkt
from nämnd.organisation.commands import SaveNämnd, SavePerson, SaveUppdrag
from nämnd.organisation.rules import NämndDraft, PersonDraft, UppdragDraft, one_line
from nämnd.sammanträde.bilaga_commands import AddBilagor
from nämnd.sammanträde.commands import PlanSammanträde
from nämnd.sammanträde.dagordning import Dag, UnderpunktRow
from nämnd.sammanträde.drafts import (
    BilagaDraft,
    NewBilaga,
    PunktDraft,
    SammanträdeDraft,
    satser,
)
from nämnd.sammanträde.punkt_commands import AddPunkt
from nämnd.sammanträde.queries import sammanträde_on
from nämnd.sammanträde.rules import read_time
from nämnd.tables import Nämnd, Person, Uppdrag
from nämnd.ärende.commands import SaveÄrende
from nämnd.ärende.errors import ÄrendeUnknownError
from nämnd.ärende.queries import find_ärende

_ALL = frozenset({Topic.NÄMND, Topic.PERSON, Topic.ÄRENDE, Topic.SAMMANTRÄDE, Topic.DAGORDNING})


@dataclass(frozen=True, kw_only=True)
class ImportDagordning:
    """Save `found` as a new sammanträde.

    `nämnd_id` None: the nämnd is the one that goes by the found name, made when there is none.
    """

    found: FoundDagordning
    nämnd_id: str | None
    when: str  # ISO time
    sammanträde_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the sammanträde, its people and its punkter.

        Raises:
            InvalidDraftError: there is no date.
            TakenError: the nämnd has a sammanträde that day.
        """
        if self.found.day is None:
            raise InvalidDraftError((Draft.DAG_MISSING,))
        nämnd_id = self.nämnd_id or _nämnd_called(session, self.found.organ)
        if sammanträde_on(session, nämnd_id, self.found.day.isoformat()):
            raise TakenError("sammanträde", self.found.day.isoformat())
        self._plan(session, nämnd_id, self.found.day)
        for punkt in self.found.punkter:
            self._add(session, nämnd_id, punkt)
            session.flush()
        return _ALL

    def _plan(self, session: Session, nämnd_id: str, day: date) -> None:
        start, end = read_time(self.found.from_time), read_time(self.found.to_time)
        PlanSammanträde(
            sammanträde_id=self.sammanträde_id,
            nämnd_id=nämnd_id,
            draft=SammanträdeDraft(
                dagar=(Dag(day, ((start, end),) if start else ()),),
                plats=self.found.plats,
                ordförande=_person_called(session, nämnd_id, self.found.ordförande, "ordförande"),
                sekreterare=_person_called(
                    session, nämnd_id, self.found.sekreterare, "sekreterare"
                ),
            ),
            stående=False,
        ).run(session)

    def _add(self, session: Session, nämnd_id: str, punkt: FoundPunkt) -> None:
        punkt_id = new_id()
        AddPunkt(
            punkt_id=punkt_id,
            sammanträde_id=self.sammanträde_id,
            draft=PunktDraft(
                rubrik=punkt.rubrik,
                slag=punkt.slag,
                sammanfattning=punkt.sammanfattning,
                föredragande=punkt.föredragande,
                tid=punkt.tid,
                ärende_id=_ärende_with(session, nämnd_id, punkt),
                underpunkter=tuple(UnderpunktRow(new_id(), one) for one in punkt.underpunkter),
                förslag=satser(punkt.förslag),
                missivförslag=satser(punkt.missivförslag),
            ),
        ).run(session)
        session.flush()
        AddBilagor(
            punkt_id=punkt_id, new=tuple(_bilaga(one) for one in punkt.bilagor), when=self.when
        ).run(session)


def nämnd_named(session: Session, name: str) -> str | None:
    """Return the id of the nämnd called `name` (or its short name), whatever the case."""
    wanted = sort_key(one_line(name))
    for key, namn, kortnamn in session.execute(select(Nämnd.id, Nämnd.namn, Nämnd.kortnamn)):
        if wanted in (sort_key(namn), sort_key(kortnamn or namn)):
            return key
    return None


def _nämnd_called(session: Session, name: str) -> str:
    name = name.strip() or "Nämnden"
    found = nämnd_named(session, name)
    if found is not None:
        return found
    nämnd_id = new_id()
    SaveNämnd(nämnd_id=nämnd_id, draft=NämndDraft(name)).run(session)
    session.flush()
    return nämnd_id


def _person_called(session: Session, nämnd_id: str, name: str, roll: str) -> str | None:
    wanted = sort_key(one_line(name))
    if not wanted:
        return None
    known = (
        select(Person.id, Person.namn)
        .join(Uppdrag, Uppdrag.person_id == Person.id)
        .where(Uppdrag.nämnd_id == nämnd_id)
        .order_by(Person.id)
    )
    for person_id, namn in session.execute(known):
        if sort_key(namn) == wanted:
            return person_id
    person_id = new_id()
    SavePerson(person_id=person_id, draft=PersonDraft(name)).run(session)
    session.flush()
    SaveUppdrag(
        uppdrag_id=new_id(), nämnd_id=nämnd_id, person_id=person_id, draft=UppdragDraft(roll)
    ).run(session)
    return person_id


def _ärende_with(session: Session, nämnd_id: str, punkt: FoundPunkt) -> str | None:
    if not punkt.dnr.strip():
        return None
    try:
        return find_ärende(session, nämnd_id, punkt.dnr)
    except ÄrendeUnknownError:
        key = new_id()
        new = SaveÄrende(ärende_id=key, nämnd_id=nämnd_id, dnr=punkt.dnr, rubrik=punkt.rubrik)
        new.run(session)
        session.flush()
        return key


def _bilaga(found: FoundBilaga) -> NewBilaga:
    draft = BilagaDraft(found.rubrik, found.anmärkning or None, found.i_utskicket)
    return NewBilaga(draft)
