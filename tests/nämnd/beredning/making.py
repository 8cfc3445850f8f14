"""A nämnd with an ärende, its handlingar and what is written in it, through the real commands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from nämnd.beredning.commands import GatherAnmälningar, PutOnDagordning
from nämnd.beredning.queries import waiting, ärendegång
from nämnd.beredning.values import Händelse, Waiting, Waits
from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.delegation.commands import RegisterDelegationsbeslut, SetAnmäls
from nämnd.delegation.queries import delegationsbeslut
from nämnd.delegation.values import DelegationsbeslutDraft, DelegationsbeslutRow
from nämnd.protokoll.paragraf_commands import Decide, HandlePunkt, Klubba
from nämnd.sammanträde.dagordning import Dagordning, PunktRow
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende, SetWaiting
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import HandlingDraft, SkrivelseDraft, ÄrendeDraft
from tests.builders import WHEN, a_file, a_nämnd, a_sammanträde, dagordning_in

TODAY = date(2026, 3, 2)
MARCH, MAY, SEPTEMBER = date(2026, 3, 27), date(2026, 5, 29), date(2026, 9, 25)
FÖRSLAG = ("Att godkänna rapporten", "Att sända den till huvudmännen")


class Beredning:
    """A nämnd that prepares its ärenden."""

    def __init__(self, store: Store, files: FileStore, namn: str = "Vårdnämnden") -> None:
        self.store, self.files = store, files
        self.nämnd = a_nämnd(store, namn)
        self._number = 0

    def ärende(self, rubrik: str = "Avancerad vård", dnr: str | None = None, **facts: Any) -> str:
        self._number += 1
        new = RegisterÄrende(
            nämnd_id=self.nämnd,
            draft=ÄrendeDraft(rubrik, **facts),
            today=TODAY,
            dnr=dnr or f"VN 2026/{self._number:04d}",
        )
        self.store.do(new)
        return new.ärende_id

    def handling(self, ärende_id: str, rubrik: str = "Rapport", **facts: Any) -> str:
        name = facts.pop("name", f"{rubrik}.pdf")
        file = a_file(self.files, new_id(), name) if name else None
        new = NewHandling(HandlingDraft(date(2026, 2, 20), rubrik, **facts), file)
        self.store.do(RegisterHandlingar(ärende_id=ärende_id, new=(new,), when=WHEN, today=TODAY))
        return new.handling_id

    def skrivelse(self, ärende_id: str, förslag: Sequence[str] = FÖRSLAG, **facts: Any) -> str:
        key = new_id()
        draft = SkrivelseDraft(
            **{
                "rubrik": "Rapport om avancerad vård",
                "datum": date(2026, 2, 25),
                "förslag": tuple(förslag),
                "bakgrund": "Socialstyrelsen har begärt en rapport.",
                **facts,
            }
        )
        self.store.do(SaveSkrivelse(skrivelse_id=key, ärende_id=ärende_id, draft=draft))
        return key

    def beslut(self, rubrik: str = "Yttrande", *, anmäls: bool | None = None, **facts: Any) -> str:
        draft = replace(DelegationsbeslutDraft(date(2026, 2, 10), "Direktören", rubrik), **facts)
        new = RegisterDelegationsbeslut(nämnd_id=self.nämnd, draft=draft, today=TODAY)
        self.store.do(new)
        if anmäls is not None:
            self.store.do(SetAnmäls(beslut_ids=(new.beslut_id,), anmäls=anmäls))
        return new.beslut_id

    def sammanträde(self, day: date = MARCH) -> str:
        return a_sammanträde(self.store, self.nämnd, day)

    def put(self, sammanträde_id: str, ärende_id: str | None = None, **facts: Any) -> str:
        new = PutOnDagordning(
            sammanträde_id=sammanträde_id, when=WHEN, ärende_id=ärende_id, **facts
        )
        self.store.do(new)
        return new.punkt_id

    def gather(
        self, sammanträde_id: str, beslut: Sequence[str] = (), handlingar: Sequence[str] = ()
    ) -> str:
        new = GatherAnmälningar(
            sammanträde_id=sammanträde_id,
            when=WHEN,
            beslut_ids=tuple(beslut),
            handling_ids=tuple(handlingar),
        )
        self.store.do(new)
        return new.punkt_id

    def handle(self, punkt_id: str) -> str:
        paragraf_id = new_id()
        self.store.do(HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id))
        return paragraf_id

    def klubba(self, punkt_id: str) -> str:
        paragraf_id = self.handle(punkt_id)
        self.store.do(Klubba(paragraf_ids=(paragraf_id,)))
        return paragraf_id

    def decide(self, punkt_id: str, utfall: str, till: str | None = None) -> str:
        paragraf_id = self.handle(punkt_id)
        self.store.do(Decide(paragraf_ids=(paragraf_id,), utfall=utfall, till=till))
        return paragraf_id

    def wait(self, ärende_id: str, note: str | None = "") -> None:
        self.store.do(SetWaiting(ärende_id=ärende_id, väntar=note))

    def waits(self, today: date = TODAY) -> list[tuple[Waits, str]]:
        return [(one.why, one.key) for one in self.waiting(today)]

    def waiting(self, today: date = TODAY) -> tuple[Waiting, ...]:
        return self.store.ask(lambda session: waiting(session, self.nämnd, today))

    def gång(self, ärende_id: str) -> tuple[Händelse, ...]:
        return self.store.ask(lambda session: ärendegång(session, ärende_id))

    def dagordning(self, sammanträde_id: str) -> Dagordning:
        return dagordning_in(self.store, sammanträde_id)

    def punkt(self, sammanträde_id: str, punkt_id: str) -> PunktRow:
        return next(one for one in self.dagordning(sammanträde_id).punkter if one.id == punkt_id)

    def registered(self, beslut_id: str) -> DelegationsbeslutRow:
        rows = self.store.ask(lambda session: delegationsbeslut(session, self.nämnd))
        return next(one for one in rows if one.id == beslut_id)
