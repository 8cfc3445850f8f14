"""Changes that put something on a dagordning. What stands there is taken off as punkter are."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.beredning import follow_up, papers, placing, sources, texts
from nämnd.beredning.errors import BeredningError, BeredningFault
from nämnd.beredning.follow_up import FollowUp
from nämnd.beredning.sources import Source
from nämnd.beredning.wording import ANMÄLAN_FÖRSLAG, ANMÄLAN_RUBRIK, DELEGATION_RUBRIK
from nämnd.bevakning.changing import open_row
from nämnd.bevakning.commands import LinkPunkt
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.delegation.queries import delegationsbeslut_row
from nämnd.sammanträde.beteckningar import ANMÄLAN
from nämnd.sammanträde.drafts import PunktDraft, satser
from nämnd.sammanträde.punkt_commands import AddPunkt
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Bevakning,
    Delegationsbeslut,
    Handling,
    Paragraf,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Ärende,
    Återrapport,
)

_PUT = frozenset({Topic.DAGORDNING, Topic.ÄRENDE, Topic.BEVAKNING, Topic.DELPROJEKT})
_TOLD = frozenset({Topic.DAGORDNING, Topic.DELEGATION, Topic.HANDLING})


@dataclass(frozen=True, kw_only=True)
class PutOnDagordning:
    """Put an ärende, a § that comes back or a bevakning on a dagordning with texts and papers.

    Attributes:
        when: ISO time; the bilagor are added then.
        ärende_id: the ärende; None: that of the §, if it has one.
        paragraf_id: the § that was put off or sent back; None: just the ärende.
        bevakning_id: what is followed up there; its ärende goes along.
        handling_ids: the handlingar that go along; None: those that are likely meant
            (`beredning.queries.suggested_handlingar`).
        at: the place in the order (1 is first); None: after what is to be decided.
    """

    sammanträde_id: str
    when: str
    ärende_id: str | None = None
    paragraf_id: str | None = None
    bevakning_id: str | None = None
    handling_ids: tuple[str, ...] | None = None
    punkt_id: str = field(default_factory=new_id)
    at: int | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Make the punkt; the ärende does not wait any more.

        Raises:
            GoneError; BeredningError: the sammanträde is cancelled, the ärende is annulled or
            stands there already, the bevakning stands on a dagordning, or nothing was chosen.
            BevakningError: it is closed, or another nämnd's.
        """
        nämnd_id = placing.open_for(session, self.sammanträde_id).nämnd_id
        watched = self._watched(session)
        key = self.ärende_id
        if watched is not None and key is None:
            of = follow_up.ärenden_of(session, (watched.row.id,)).get(watched.row.id)
            key = of.id if of else None
        source = sources.find(session, key, self.paragraf_id, nämnd_id=nämnd_id)
        self._refuse(session, source.ärende)
        draft = (
            follow_up.draft_for(session, source, watched)
            if watched
            else texts.draft_for(session, source.ärende, source.earlier)
        )
        at = self.at or placing.place(session, self.sammanträde_id, draft.slag)
        new = AddPunkt(
            punkt_id=self.punkt_id, sammanträde_id=self.sammanträde_id, draft=draft, at=at
        )
        new.run(session)
        session.flush()
        load(session, Punkt, self.punkt_id).återupptar = self.paragraf_id
        self._add_papers(session, source, watched)
        self._link(session, source)
        if watched is not None:
            follow_up.note_where(session, watched, load(session, Punkt, self.punkt_id))
        if source.ärende is not None:
            source.ärende.väntar = None
        return _PUT | _TOLD

    def _watched(self, session: Session) -> FollowUp | None:
        if self.bevakning_id is None:
            return None
        rubrik = open_row(session, self.bevakning_id).rubrik
        mine = Återrapport.bevakning_id == self.bevakning_id
        for one in rows_where(session, Återrapport, mine, Återrapport.utfall.is_(None)):
            _refuse_elsewhere(session, one.punkt_id, rubrik)
        return follow_up.find(session, self.bevakning_id, date.fromisoformat(self.when[:10]))

    def _link(self, session: Session, source: Source) -> None:
        """Remember what is followed up here, and what was to be at the punkt that comes back."""
        keys = [self.bevakning_id] if self.bevakning_id else []
        before = source.earlier.punkt if source.earlier and self.paragraf_id else None
        if before is not None:
            there = Återrapport.punkt_id == before.id
            for one in rows_where(session, Återrapport, there, Återrapport.utfall.is_(None)):
                row = session.get(Bevakning, one.bevakning_id)
                if row is not None and row.avslutad is None:
                    keys.append(row.id)
        for key in dict.fromkeys(keys):
            LinkPunkt(bevakning_id=key, punkt_id=self.punkt_id).run(session)

    def _add_papers(self, session: Session, source: Source, watched: FollowUp | None) -> None:
        ärende_id = source.ärende.id if source.ärende else None
        chosen = self.handling_ids
        if chosen is None and watched is not None:
            chosen = tuple(follow_up.papers_for(session, source, watched))
        elif chosen is None:
            chosen = papers.suggested(session, ärende_id, source.papers_of)
        if watched is not None:
            papers.add(session, self.punkt_id, papers.of_handlingar(session, chosen), self.when)
            return
        again = papers.of_earlier(session, source.papers_of) if source.papers_of else []
        found = [*again, *papers.of_handlingar(session, chosen)]
        papers.add(session, self.punkt_id, found, self.when)
        if source.papers_of:
            papers.move_told(session, source.papers_of, self.punkt_id)

    def _refuse(self, session: Session, ärende: Ärende | None) -> None:
        """Refuse what is annulled, and what stands on the dagordning already."""
        if ärende is None and self.paragraf_id is None and self.bevakning_id is None:
            raise BeredningError(BeredningFault.NOTHING)
        if ärende is not None and ärende.makulerat is not None:
            raise BeredningError(BeredningFault.ANNULLED, ärende.dnr)
        if self.bevakning_id is not None:
            return  # several parts of an ärende are followed up in punkter of their own
        mine = Punkt.ärende_id == ärende.id if ärende else Punkt.återupptar == self.paragraf_id
        handled = select(Paragraf.id).where(Paragraf.punkt_id == Punkt.id).exists()
        here = Punkt.sammanträde_id == self.sammanträde_id
        for row in rows_where(session, Punkt, here, mine, Punkt.utgår.is_(None), ~handled):
            raise BeredningError(BeredningFault.ALREADY, ärende.dnr if ärende else row.rubrik)


@dataclass(frozen=True, kw_only=True)
class GatherAnmälningar:
    """Put delegationsbeslut and handlingar that are to be reported under one punkt, lettered.

    That is the anmälan that the dagordning has already, or else a new one. What is chosen twice
    is put there once.
    """

    sammanträde_id: str
    when: str  # ISO time
    beslut_ids: tuple[str, ...] = ()
    handling_ids: tuple[str, ...] = ()
    punkt_id: str = field(default_factory=new_id)  # of a new one

    def run(self, session: Session) -> frozenset[Topic]:
        """Add them as bilagor, and remember where each is.

        Raises:
            GoneError; BeredningError: nothing was chosen, the sammanträde is cancelled, or one of
            them can't be reported there.
        """
        if not self.beslut_ids and not self.handling_ids:
            raise BeredningError(BeredningFault.NOTHING)
        placing.open_for(session, self.sammanträde_id)
        beslut = [load(session, Delegationsbeslut, key) for key in dict.fromkeys(self.beslut_ids)]
        handlingar = [load(session, Handling, key) for key in self.handling_ids]
        for one in beslut:
            _refuse_beslut(session, one, self.sammanträde_id)
        for one in handlingar:
            _refuse_handling(session, one)
        self._tell(session, beslut, handlingar)
        return _TOLD

    def _tell(
        self, session: Session, beslut: list[Delegationsbeslut], handlingar: list[Handling]
    ) -> None:
        """Put each under the punkt that suits it, and remember where."""
        if beslut:
            rubrik = ANMÄLAN_RUBRIK if handlingar else DELEGATION_RUBRIK
            punkt_id = self._punkt(session, rubrik, delegated=True)
            found = [papers.of_beslut(one) for one in beslut]
            papers.add(session, punkt_id, found, self.when)
            for one in beslut:
                one.punkt_id = punkt_id
        if handlingar:
            punkt_id = self._punkt(session, ANMÄLAN_RUBRIK, delegated=False)
            found = papers.of_handlingar(session, self.handling_ids)
            papers.add(session, punkt_id, found, self.when)
            for one in handlingar:
                one.punkt_id = punkt_id

    def _punkt(self, session: Session, rubrik: str, *, delegated: bool) -> str:
        there = placing.anmälan(session, self.sammanträde_id, delegated=delegated)
        if there is not None:
            return there.id
        draft = PunktDraft(rubrik, slag=ANMÄLAN, förslag=satser((ANMÄLAN_FÖRSLAG,)))
        at = placing.place(session, self.sammanträde_id, ANMÄLAN)
        AddPunkt(
            punkt_id=self.punkt_id, sammanträde_id=self.sammanträde_id, draft=draft, at=at
        ).run(session)
        session.flush()
        return self.punkt_id


def _refuse_beslut(session: Session, one: Delegationsbeslut, sammanträde_id: str) -> None:
    if delegationsbeslut_row(session, one.id).anmält:
        raise BeredningError(BeredningFault.REPORTED, one.rubrik)
    if one.delegationsprotokoll_id:
        raise BeredningError(BeredningFault.IN_PROTOKOLL, one.rubrik)
    last = select(func.max(Sammanträdesdag.datum)).where(
        Sammanträdesdag.sammanträde_id == sammanträde_id
    )
    if one.datum > (session.scalar(last) or date.max):
        raise BeredningError(BeredningFault.DECIDED_AFTER, one.rubrik)
    _refuse_elsewhere(session, one.punkt_id, one.rubrik)


def _refuse_handling(session: Session, one: Handling) -> None:
    if one.makulerad is not None or load(session, Ärende, one.ärende_id).makulerat is not None:
        raise BeredningError(BeredningFault.ANNULLED, one.rubrik)
    _refuse_elsewhere(session, one.punkt_id, one.rubrik)


def _refuse_elsewhere(session: Session, punkt_id: str | None, rubrik: str) -> None:
    """Refuse what stands on a dagordning that is still to come, this one or another."""
    punkt = session.get(Punkt, punkt_id) if punkt_id else None
    if punkt is None or punkt.utgår is not None:
        return
    started = rows_where(session, Paragraf, Paragraf.sammanträde_id == punkt.sammanträde_id)
    if not started and load(session, Sammanträde, punkt.sammanträde_id).inställt is None:
        raise BeredningError(BeredningFault.ON_ANOTHER, rubrik)
