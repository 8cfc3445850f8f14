"""Puts the invented diarium in place through the commands of the window."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.exempel.papers import mail, paper
from nämnd.exempel.ärenden import ON_DAGORDNING, OTHERS, ExampleÄrende, Known
from nämnd.ärende.commands import AnnulÄrende, ChangeÄrende, RegisterÄrende
from nämnd.ärende.handling_commands import (
    AddVersion,
    AnnulHandling,
    NewHandling,
    RegisterHandlingar,
)
from nämnd.ärende.skrivelse_commands import SaveSkrivelse


@dataclass(frozen=True, slots=True)
class DiariumMaker:
    """Makes the commands. Days that have not come by `now` are today instead."""

    nämnd_id: str
    ids: Mapping[str, str]  # of the ärenden that are there, by dnr
    files: FileStore
    now: datetime

    def commands(self) -> Iterator[Command]:
        """Yield them in the order of the register."""
        for one in ON_DAGORDNING:
            key = self.ids[one.dnr or ""]
            yield ChangeÄrende(ärende_id=key, draft=one.draft)
            yield from self._inside(one, key)
        for one in OTHERS:
            draft = replace(one.draft, öppnat=self._day(one.draft.öppnat))
            made = RegisterÄrende(nämnd_id=self.nämnd_id, draft=draft, today=self.now.date())
            yield made
            yield from self._inside(one, made.ärende_id)
            if one.annulled:
                yield AnnulÄrende(
                    ärende_id=made.ärende_id, skäl=one.annulled, datum=self.now.date()
                )

    def _inside(self, one: ExampleÄrende, key: str) -> Iterator[Command]:
        made = [(known, self._new(known)) for known in one.handlingar]
        if made:
            yield RegisterHandlingar(
                ärende_id=key,
                new=tuple(new for _, new in made),
                when=self._when,
                today=self.now.date(),
            )
        for known, new in made:
            yield from self._later(known, new)
        if one.skrivelse is not None:
            yield SaveSkrivelse(skrivelse_id=new_id(), ärende_id=key, draft=one.skrivelse)

    def _new(self, known: Known) -> NewHandling:
        draft = replace(known.draft, datum=self._day(known.draft.datum))
        return NewHandling(draft, self._file(known))

    def _later(self, known: Known, new: NewHandling) -> Iterator[Command]:
        for number in range(2, known.versions + 1):
            pages = known.pages + number - 1
            file = paper(known.draft.rubrik, pages, self.files, self.now)
            yield AddVersion(handling_id=new.handling_id, file=file, when=self._when)
        if known.annulled:
            yield AnnulHandling(
                handling_id=new.handling_id, skäl=known.annulled, datum=self.now.date()
            )

    def _file(self, known: Known) -> KeptFile | None:
        if known.body:
            sender = f"{known.draft.från_till} <registrator@exempel.se>"
            day = self._day(known.draft.datum)
            return mail(known.draft.rubrik, sender, known.body, self.files, day)
        if not known.pages:
            return None
        return paper(known.draft.rubrik, known.pages, self.files, self.now)

    @property
    def _when(self) -> str:
        return self.now.isoformat(timespec="seconds")

    def _day(self, day: date | None) -> date:
        return min(day or self.now.date(), self.now.date())
