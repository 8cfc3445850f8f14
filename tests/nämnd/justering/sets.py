"""Sets of §§ that go out for justering, through the real commands."""

from typing import Any

from nämnd.core.ids import new_id
from nämnd.justering.commands import NewAsked, NewPaket, NewText, RecordSent, TakeSvar
from nämnd.justering.queries import justering_view
from nämnd.justering.values import JusteringView
from nämnd.justeringsfil.values import SvarKommentar
from nämnd.lås.innehåll import innehåll
from nämnd.närvaro.task_commands import PlanJustering, SetJusterare, SetPresiding
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.protokoll import frozen
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.queries import paragraf_draft, protokoll
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store import Store
from nämnd.store.rows import load
from nämnd.tables import Justering
from tests.builders import a_nämnd, a_person, a_sammanträde
from tests.nämnd.protokoll.meeting_day import a_paragraf

SENT = "2026-03-28T10:00:00"


def _digest(pdf: str) -> str:
    """Return a checksum: of a kept file, or one that stands for a file called «a»."""
    return pdf if len(pdf) == 64 else pdf * 64


class Set:
    """A sammanträde with §§ 1 and 2, presided over by Anna, checked by Bo, written by Cecilia."""

    def __init__(self, store: Store, **settings: Any) -> None:
        self.store = store
        self.nämnd = a_nämnd(store, **settings)
        self.anna = a_person(store, "Anna Ek", parti="M", epost="anna@example.se")
        self.bo = a_person(store, "Bo Alm", parti="S")
        self.cecilia = a_person(store, "Cecilia Öst")
        self.sammanträde = a_sammanträde(store, self.nämnd, sekreterare=self.cecilia)
        self.first = a_paragraf(store, self.sammanträde, "Val av justerare")
        self.second = a_paragraf(store, self.sammanträde, "Priser")
        self.preside(self.anna)
        self.check(self.bo)
        self.id = self.plan()

    def preside(self, *persons: str) -> None:
        rows = tuple((key, None) for key in persons)
        self.store.do(SetPresiding(sammanträde_id=self.sammanträde, rows=rows))

    def check(self, *persons: str) -> None:
        rows = tuple((key, None) for key in persons)
        self.store.do(SetJusterare(sammanträde_id=self.sammanträde, rows=rows))

    def plan(self, paragrafer: str | None = None) -> str:
        key = new_id()
        self.store.do(
            PlanJustering(
                sammanträde_id=self.sammanträde,
                justering_id=key,
                paragrafer=paragrafer,
                plats=None,
                planerat_datum=None,
            )
        )
        return key

    def allow(self, *sätt: str) -> None:
        from dataclasses import replace

        draft = self.store.ask(lambda session: nämnd_draft(session, self.nämnd))
        new = replace(draft, justeringssätt=sätt)
        self.store.do(SaveNämnd(nämnd_id=self.nämnd, draft=new))

    def change(self, paragraf_id: str | None = None, rubrik: str = "Andra priser") -> None:
        from dataclasses import replace

        key = paragraf_id or self.second
        draft = self.store.ask(lambda session: paragraf_draft(session, key))
        command = SaveParagraf(paragraf_id=key, draft=replace(draft, rubrik=rubrik))
        self.store.do(command, accept=True)

    def view(self, justering_id: str | None = None) -> JusteringView:
        return self.store.ask(lambda session: justering_view(session, justering_id or self.id))

    def text(self, pdf: str = "a", version: int = 1, justering_id: str | None = None) -> NewText:
        def made(session):
            row = load(session, Justering, justering_id or self.id)
            return NewText(
                version=version,
                pdf=_digest(pdf),
                innehåll=innehåll(session, row.sammanträde_id, row.paragrafer),
                frozen=frozen.to_json(protokoll(session, row.sammanträde_id)),
            )

        return self.store.ask(made)

    def sending(self, *asked: str, **facts: Any) -> RecordSent:
        """Return the command that sends to `asked` (Anna and Bo), at once."""
        persons = asked or (self.anna, self.bo)
        pdf, version = facts.pop("pdf", "a"), facts.pop("version", 1)
        key = facts.pop("justering_id", self.id)
        turns, way = facts.pop("turns", False), facts.pop("way", "godkännande")
        sätt = facts.pop("sätt", "papper")
        paket = NewPaket(
            paket_id=new_id(),
            manifest="d" * 64,
            fil="e" * 64,
            filnamn="SRVN v1.justering",
            krypterat=facts.pop("krypterat", False),
            tillfrågade=tuple(
                NewAsked(person, "justerare", place if turns else 1, way, "00")
                for place, person in enumerate(persons, start=1)
            ),
        )
        return RecordSent(
            justering_id=key,
            sätt=sätt,
            text=self.text(pdf, version, key),
            paket=facts.pop("paket", paket),
            utgåvor=(NewUtgåva("protokoll", "pdf", _digest(pdf), 9, "p.pdf", "1"),),
            when=facts.pop("when", SENT),
        )

    def send(self, *asked: str, **facts: Any) -> str:
        """Send to `asked`; return the package's id."""
        command = self.sending(*asked, **facts)
        self.store.do(command)
        assert command.paket is not None
        return command.paket.paket_id

    def answering(
        self, paket_id: str, person: str, slag: str = "godkänt", **facts: Any
    ) -> TakeSvar:
        """Return the command that takes an answer."""
        words = facts.pop("kommentarer", ())
        return TakeSvar(
            **{
                "justering_id": self.id,
                "paket_id": paket_id,
                "person_id": person,
                "slag": slag,
                "kommentarer": tuple(SvarKommentar(*one) for one in words),
                "bevis": "kod",
                "certificate": None,
                "pdf": None,
                "tid": "2026-03-29T08:00:00",
                "when": "2026-03-29T09:00:00",
                "sha256": new_id(),
                **facts,
            }
        )

    def answer(self, paket_id: str, person: str, slag: str = "godkänt", **facts: Any) -> None:
        self.store.do(self.answering(paket_id, person, slag, **facts))

    def sign(self, paket_id: str, person: str, pdf: str = "b", **facts: Any) -> None:
        """Take an answer with a signature, which makes the file `pdf`."""
        new = NewUtgåva("protokoll", "pdf", _digest(pdf), 9, "p.pdf", "1")
        self.answer(paket_id, person, "godkänt och undertecknat", pdf=new, **facts)
