"""The page of the nämnd, shown, with two huvudmän and five people."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.queries import UppdragRow, huvudmän, nämnd_draft, uppdrag_rows
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft, StåendePunkt
from nämnd.store import Store
from tests.builders import a_nämnd, a_person, an_uppdrag
from tests.ui.keyboard import type_text
from ui.organisation.page import NämndPage


@pytest.fixture
def key(store) -> str:
    """«Vårdnämnden»: Region Norr (1 + 1 seats) and Region Söder; one uppdrag is over."""
    standing = (
        StåendePunkt("Upprop", "val"),
        StåendePunkt("Dagordningen", "formalia", ("Att fastställa dagordningen",)),
        StåendePunkt("Avslutning", sist=True),
    )
    key = a_nämnd(store, "Vårdnämnden", kortnamn="VN", stående_punkter=standing)
    norr = HuvudmanDraft(new_id(), "Region Norr", 1, 1)
    söder = HuvudmanDraft(new_id(), "Region Söder")
    store.do(SaveHuvudmän(nämnd_id=key, drafts=(norr, söder)))
    for place, (name, roll, facts, uppdrag) in enumerate(
        (
            ("Åsa Ek", "ordförande", {"parti": "S", "epost": "asa@exempel.se"}, {}),
            ("Bo Alm", "ledamot", {"parti": "M"}, {"till": date(2026, 1, 31)}),
            ("Cia Öst", "ersättare", {"parti": "C"}, {"huvudman_id": norr.id}),
            ("Eva Lind", "sekreterare", {"titel": "Nämndsekreterare"}, {}),
        ),
        start=1,
    ):
        an_uppdrag(store, key, a_person(store, name, **facts), roll, ordning=place, **uppdrag)
    return key


@pytest.fixture
def page(qtbot, desk, go, key):
    page = NämndPage(desk, go)
    qtbot.addWidget(page)
    desk.editor.changed.connect(page.reload)  # as the main window does
    page.resize(1400, 850)
    page.show_nämnd(key)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop does it


@dataclass(frozen=True)
class Now:
    """What the database says now."""

    store: Store
    key: str

    def settings(self) -> NämndDraft:
        return self.store.ask(lambda session: nämnd_draft(session, self.key))

    def people(self) -> tuple[UppdragRow, ...]:
        return self.store.ask(lambda session: uppdrag_rows(session, self.key))

    def huvudmän(self) -> tuple[HuvudmanDraft, ...]:
        return self.store.ask(lambda session: huvudmän(session, self.key))


@pytest.fixture
def now(store, key) -> Now:
    return Now(store, key)


@dataclass(frozen=True)
class User:
    """Hands on the mouse and the keyboard."""

    qtbot: QtBot
    page: NämndPage

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        widget.setFocus()
        self.qtbot.keyClick(widget, key, modifier)

    def write(self, line: QLineEdit, text: str) -> None:
        """Replace what a line says."""
        line.setFocus()
        line.selectAll()
        self.key(line, Qt.Key.Key_Delete)
        type_text(line, text)

    def dialog(self) -> Any:
        """Return the dialog that is open."""
        (found,) = [one for one in self.page.findChildren(QDialog) if one.isVisible()]
        return found


@pytest.fixture
def user(qtbot, page) -> User:
    return User(qtbot, page)
