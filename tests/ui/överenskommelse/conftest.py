"""An överenskommelse with a table of money, and its page shown."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.values import HandlingDraft, ÄrendeDraft
from nämnd.överenskommelse.commands import AddÖverenskommelse
from nämnd.överenskommelse.queries import överenskommelse_view
from nämnd.överenskommelse.values import (
    Rad,
    Tabell,
    ÖverenskommelseDraft,
    ÖverenskommelseView,
)
from tests.builders import WHEN, a_nämnd
from ui.överenskommelse.list_page import ÖverenskommelserPage
from ui.överenskommelse.page import ÖverenskommelsePage

TODAY = date(2026, 3, 2)
PAPER = """Överenskommelse

Mottagare Bredband Utbildning Summa
Region Skåne 1 000 200 1 200
Region Halland 2 000 300 2 300
Region Dalarna 500 50 550
Summa 3 500 550 4 050
"""
TABELL = Tabell(
    "t1",
    "Bilaga 1",
    ("Bredband", "Utbildning"),
    (
        Rad("r1", "Region Skåne", {"Bredband": 1000, "Utbildning": 200}, 1200),
        Rad("r2", "Region Halland", {"Bredband": 2000, "Utbildning": 300}, 2300),
        Rad("r3", "Region Dalarna", {"Bredband": 500, "Utbildning": 50}, 550),
    ),
    {"Bredband": 3500, "Utbildning": 550},
    4050,
    7,
)


class Avtalet:
    """Enters an överenskommelse through the real commands, and reads it back."""

    def __init__(self, store: Store, files: FileStore) -> None:
        """Enter it, with an ärende that has its paper."""
        self.store, self.nämnd = store, a_nämnd(store)
        huvudmän = (HuvudmanDraft("h1", "Region Skåne"), HuvudmanDraft("h2", "Region Halland"))
        store.do(SaveHuvudmän(nämnd_id=self.nämnd, drafts=huvudmän))
        self.ärende, self.handling, self.id = new_id(), new_id(), new_id()
        store.do(
            RegisterÄrende(
                nämnd_id=self.nämnd,
                draft=ÄrendeDraft("God vård", öppnat=TODAY, parter=("Staten", "SKR")),
                today=TODAY,
                dnr="VN 2026/0031",
                ärende_id=self.ärende,
            )
        )
        paper = files.keep_bytes(PAPER.encode(), "avtal.txt")
        handling = HandlingDraft(TODAY, "Överenskommelse om god vård", "inkommen", "SKR")
        store.do(
            RegisterHandlingar(
                ärende_id=self.ärende,
                new=(NewHandling(handling, paper, (), self.handling),),
                when=WHEN,
                today=TODAY,
            )
        )
        draft = ÖverenskommelseDraft(
            "God vård 2026",
            parter=("Staten", "SKR"),
            motpartens_dnr=("S2026/00425",),
            utbetalning_dnr="S2026/02193",
            ärende_id=self.ärende,
            handling_id=self.handling,
            från=date(2026, 1, 1),
            till=date(2026, 12, 31),
            totalt=4050,
            utbetalas_av="Kammarkollegiet",
            tabeller=(TABELL,),
        )
        store.do(AddÖverenskommelse(nämnd_id=self.nämnd, draft=draft, överenskommelse_id=self.id))

    def view(self) -> ÖverenskommelseView:
        """Return it as it is now."""
        return self.store.ask(lambda session: överenskommelse_view(session, self.id))

    def tabell(self) -> Tabell:
        """Return its first table."""
        return self.view().draft.tabeller[0]

    def without_paper(self) -> ÖverenskommelseDraft:
        """Return what is written of it, with no handling."""
        return replace(self.view().draft, handling_id=None)


@pytest.fixture
def it(store: Store, files: FileStore) -> Avtalet:
    return Avtalet(store, files)


@pytest.fixture
def page(qtbot, desk, go, it) -> ÖverenskommelsePage:
    page = ÖverenskommelsePage(desk, go)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    qtbot.waitExposed(page)
    desk.editor.changed.connect(page.reload)
    page.show_överenskommelse(it.id)
    return page


@pytest.fixture
def list_page(qtbot, desk, go, it) -> ÖverenskommelserPage:
    page = ÖverenskommelserPage(desk, go)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    qtbot.waitExposed(page)
    desk.editor.changed.connect(page.reload)
    page.show_nämnd(it.nämnd)
    return page
