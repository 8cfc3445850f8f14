"""A delprojekt of a nämnd, and its page shown."""

from datetime import date

import pytest

from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import AddDelprojekt
from nämnd.delprojekt.queries import delprojekt_view
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    DelprojektView,
    Sats,
    ÅtgärdRow,
)
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd
from ui.delprojekt.page import DelprojektPage

TODAY = date(2026, 3, 2)
BESLUT = Beslut(
    "b1",
    date(2025, 6, 5),
    (Sats("s1", "inrätta en arbetsgrupp"), Sats("s2", "följa upp vid fjärde sammanträdet")),
    paragraf=34,
)
ÅTGÄRDER = (
    ÅtgärdRow("å1", "Arbetsgruppen är utsedd"),
    ÅtgärdRow("å2", "Väntelistorna är genomgångna"),
    ÅtgärdRow("å3", "Rotation har börjat", läge="pågår"),
)
BEHOV = (BehovRow("n1", "Gemensamma väntelistor"), BehovRow("n2", "Reseersättning"))


class Delprojektet:
    """Enters a delprojekt through the real commands, and reads it back."""

    def __init__(self, store: Store) -> None:
        """Enter it, with an ärende."""
        self.store, self.nämnd = store, a_nämnd(store)
        self.ärende, self.id = new_id(), new_id()
        store.do(
            RegisterÄrende(
                nämnd_id=self.nämnd,
                draft=ÄrendeDraft("Delprojekt 8", öppnat=TODAY),
                today=TODAY,
                dnr="VN 2026/0008",
                ärende_id=self.ärende,
            )
        )
        draft = DelprojektDraft(
            8,
            "Benign kolorektal kirurgi",
            "Samarbete för bättre vård",
            ärende_id=self.ärende,
            ansvarig="Per Öst",
            beslut=(BESLUT,),
            åtgärder=ÅTGÄRDER,
            behov=BEHOV,
        )
        store.do(AddDelprojekt(nämnd_id=self.nämnd, draft=draft, delprojekt_id=self.id))

    def view(self) -> DelprojektView:
        """Return it as it is now."""
        return self.store.ask(lambda session: delprojekt_view(session, self.id))

    def draft(self) -> DelprojektDraft:
        """Return what is written of it now."""
        return self.view().draft


@pytest.fixture
def it(store: Store) -> Delprojektet:
    return Delprojektet(store)


@pytest.fixture
def page(qtbot, desk, go, it) -> DelprojektPage:
    page = DelprojektPage(desk, go)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    qtbot.waitExposed(page)
    desk.editor.changed.connect(page.reload)
    page.show_delprojekt(it.id)
    return page
