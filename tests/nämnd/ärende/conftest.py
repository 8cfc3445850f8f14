"""A nämnd with a series of its own, and one ärende in its diarium."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Outcome
from nämnd.core.ids import new_id
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.handling_queries import handling_row, handlingar
from nämnd.ärende.queries import ärende_view
from nämnd.ärende.values import HandlingDraft, HandlingRow, ÄrendeDraft, ÄrendeView
from tests.builders import WHEN, a_nämnd

TODAY = date(2026, 3, 2)
SERIE = "VN {år}/{löpnr:04d}"


@dataclass(frozen=True)
class Diarium:
    """The diarium of one nämnd."""

    store: Store
    nämnd_id: str

    def register(self, rubrik: str = "Vård", dnr: str | None = None, **facts: Any) -> str:
        """Register an ärende; `facts` are those of an ÄrendeDraft."""
        key = new_id()
        draft = ÄrendeDraft(rubrik, **facts)
        self.store.do(
            RegisterÄrende(nämnd_id=self.nämnd_id, draft=draft, today=TODAY, dnr=dnr, ärende_id=key)
        )
        return key

    def take_in(
        self, ärende_id: str, *rubriker: str, file: KeptFile | None = None, **facts: Any
    ) -> tuple[str, ...]:
        """Register handlingar of today; `facts` are those of a HandlingDraft."""
        facts = {"datum": TODAY, **facts}
        new = tuple(NewHandling(HandlingDraft(rubrik=one, **facts), file) for one in rubriker)
        self.store.do(RegisterHandlingar(ärende_id=ärende_id, new=new, when=WHEN, today=TODAY))
        return tuple(one.handling_id for one in new)

    def do(self, command: Any) -> Outcome:
        return self.store.do(command)

    def view(self, ärende_id: str) -> ÄrendeView:
        return self.store.ask(lambda session: ärende_view(session, ärende_id))

    def handlingar(self, ärende_id: str) -> tuple[HandlingRow, ...]:
        return self.store.ask(lambda session: handlingar(session, ärende_id))

    def handling(self, handling_id: str) -> HandlingRow:
        return self.store.ask(lambda session: handling_row(session, handling_id))


@pytest.fixture
def diarium(store: Store) -> Diarium:
    return Diarium(store, a_nämnd(store, diarieserie=SERIE))


def a_kept(number: int = 1, name: str = "brev.pdf") -> KeptFile:
    """Return a file as the store of files would; its content matters to no rule."""
    return KeptFile(f"{number:064x}", name, 1000, 2)
