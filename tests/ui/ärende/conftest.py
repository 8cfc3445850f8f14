"""A nämnd with a diarium, and its pages shown."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.core.ids import new_id
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import diarium, skrivelser, ärende_view
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import (
    DiariumRow,
    HandlingDraft,
    HandlingRow,
    SkrivelseDraft,
    SkrivelseRow,
    ÄrendeDraft,
    ÄrendeView,
)
from tests.builders import WHEN, a_nämnd
from ui.ärende.list_page import ÄrendenPage
from ui.ärende.page import ÄrendePage
from ui.ärende.skrivelse_page import SkrivelsePage

TODAY = date(2026, 3, 2)


@dataclass
class Diarium:
    """Registers through the real commands, and reads back."""

    store: Store
    files: FileStore
    nämnd: str

    def add(self, rubrik: str = "Priser nästa år", dnr: str | None = None, **facts: Any) -> str:
        key = new_id()
        draft = ÄrendeDraft(rubrik, **{"öppnat": TODAY, **facts})
        self.store.do(
            RegisterÄrende(nämnd_id=self.nämnd, draft=draft, today=TODAY, dnr=dnr, ärende_id=key)
        )
        return key

    def file(self, name: str = "missiv.pdf", data: bytes = b"%PDF-1.4 ett") -> KeptFile:
        return replace(self.files.keep_bytes(data, name), pages=2)

    def handling(
        self, ärende_id: str, rubrik: str = "Missiv", file: KeptFile | None = None, **facts: Any
    ) -> str:
        key, warnings = new_id(), facts.pop("varningar", ())
        draft = HandlingDraft(TODAY, rubrik, **facts)
        new = NewHandling(draft, file, warnings, key)
        self.store.do(RegisterHandlingar(ärende_id=ärende_id, new=(new,), when=WHEN, today=TODAY))
        return key

    def skrivelse(self, ärende_id: str, rubrik: str = "Priser", **facts: Any) -> str:
        key = new_id()
        draft = SkrivelseDraft(rubrik, **facts)
        self.store.do(SaveSkrivelse(skrivelse_id=key, ärende_id=ärende_id, draft=draft))
        return key

    def rows(self) -> tuple[DiariumRow, ...]:
        return self.store.ask(lambda session: diarium(session, self.nämnd))

    def view(self, ärende_id: str) -> ÄrendeView:
        return self.store.ask(lambda session: ärende_view(session, ärende_id))

    def handlingar(self, ärende_id: str) -> tuple[HandlingRow, ...]:
        return self.store.ask(lambda session: handlingar(session, ärende_id))

    def skrivelser(self, ärende_id: str) -> tuple[SkrivelseRow, ...]:
        return self.store.ask(lambda session: skrivelser(session, ärende_id))


@pytest.fixture
def diariet(store, files) -> Diarium:
    return Diarium(store, files, a_nämnd(store, diarieserie="VN {år}/{löpnr:04d}"))


@pytest.fixture
def show(qtbot, desk, go):
    """Show a page, as the main window does."""

    def show(page, *, width: int = 1200):
        qtbot.addWidget(page)
        desk.editor.changed.connect(page.reload)
        page.resize(width, 800)
        page.show()
        return page

    return show


@pytest.fixture
def list_page(show, desk, go, diariet) -> ÄrendenPage:
    page = show(ÄrendenPage(desk, go))
    page.show_nämnd(diariet.nämnd)
    return page


@pytest.fixture
def ärende_page(show, desk, go) -> ÄrendePage:
    return show(ÄrendePage(desk, go))


@pytest.fixture
def skrivelse_page(show, desk, go) -> SkrivelsePage:
    return show(SkrivelsePage(desk, go))
