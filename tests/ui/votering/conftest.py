"""The decision of § 1 of a sammanträde with twelve ledamöter of four regions, shown."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.närvaro.commands import CallRoll
from nämnd.närvaro.task_commands import SetPresiding
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.paragraf_commands import HandlePunkt
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import SatsRow
from nämnd.store import Store
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.ui.keyboard import type_text
from ui.desk import Desk
from ui.votering.decision import DecisionEditor

NAMES = (
    "Anna Ek", "Bo Alm", "Cecilia Öst", "David Åkerö", "Elsa Lind", "Fredrik Ås",
    "Gun Berg", "Hans Dal", "Ida Vik", "Jan Ström", "Karin Sjö", "Lars Hed",
)  # fmt: skip
SPARE = ("Maria Fors", "Nils Gran", "Olga Rask")
PARTIES = ("M", "S", "C", "V")
REGIONS = (
    ("Region Ådalen",) * 6 + ("Region Öster",) * 2 + ("Region Väster",) * 2 + ("Region Norr",) * 2
)


@dataclass
class Room:
    """The sammanträde in the database, and who is there, by name."""

    store: Store
    nämnd_id: str
    sammanträde_id: str
    people: dict[str, str]
    paragraf_ids: list[str] = field(default_factory=list)

    def protokoll(self) -> Protokoll:
        return self.store.ask(lambda session: protokoll(session, self.sammanträde_id))

    def paragraf(self, place: int = 0) -> ParagrafRow:
        found = self.protokoll().paragraf(self.paragraf_ids[place])
        assert found
        return found

    def handle(self, *satser: str, rubrik: str = "Nytt direktiv", slag: str = "beslut") -> str:
        """Handle a punkt with these att-satser; return the id of its §."""
        rows = tuple(SatsRow(new_id(), text) for text in satser)
        punkt = a_punkt(self.store, self.sammanträde_id, rubrik, förslag=rows, slag=slag)
        key = new_id()
        self.store.do(HandlePunkt(paragraf_id=key, punkt_id=punkt, tid="09.41"))
        self.paragraf_ids.append(key)
        return key


@pytest.fixture
def room(store: Store) -> Room:
    """Anna Ek (M) presides; the others M, S, C, V by turns. The spare ones are ersättare."""
    nämnd = a_nämnd(store, "Södra nämnden", ersättarordning="huvudman")
    regions = {
        name: HuvudmanDraft(new_id(), name, REGIONS.count(name), 1)
        for name in dict.fromkeys(REGIONS)
    }
    store.do(SaveHuvudmän(nämnd_id=nämnd, drafts=tuple(regions.values())))
    people: dict[str, str] = {}
    for place, name in enumerate((*NAMES, *SPARE)):
        roll = "ersättare" if name in SPARE else "ordförande" if place == 0 else "ledamot"
        people[name] = a_person(store, name, parti=PARTIES[place % len(PARTIES)])
        an_uppdrag(
            store, nämnd, people[name], roll, ordning=place + 1,
            huvudman_id=regions[REGIONS[place % 12]].id,
        )  # fmt: skip
    key = a_sammanträde(store, nämnd)
    room = Room(store, nämnd, key, people)
    store.do(CallRoll(sammanträde_id=key, present=tuple(people.values())))
    store.do(SetPresiding(sammanträde_id=key, rows=((people["Anna Ek"], None),)))
    room.handle("Att godkänna rapporten", "Att följa upp den")
    return room


class Holder(QWidget):
    """Stands in for the page: shows the § again when something has changed."""

    def __init__(self, desk: Desk, room: Room) -> None:
        super().__init__()
        self.room, self.place = room, 0
        self.decision = DecisionEditor(desk)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(self.decision)
        self.after = QLineEdit()
        layout = QVBoxLayout(self)
        for part in (area, self.after):
            layout.addWidget(part)
        desk.editor.changed.connect(self.reload)

    def reload(self, _: frozenset[Topic] = frozenset()) -> None:
        self.decision.show_paragraf(self.room.protokoll(), self.room.paragraf_ids[self.place])


@pytest.fixture
def holder(qtbot: QtBot, desk: Desk, room: Room) -> Holder:
    holder = Holder(desk, room)
    qtbot.addWidget(holder)
    holder.resize(700, 900)
    holder.reload()
    holder.show()
    qtbot.waitExposed(holder)
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    return holder


@dataclass(frozen=True)
class User:
    """Hands on the keyboard."""

    qtbot: QtBot
    holder: Holder

    def key(
        self, widget: QWidget, *keys: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            self.qtbot.keyClick(widget, key, modifier)

    def press(self, name: str) -> None:
        """Press a button of the § by keyboard."""
        button = self.holder.decision.buttons[name]
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)

    def pick(self, picker: Any, *names: str) -> None:
        """Type the beginning of each name in a picker, and take it with Enter."""
        for name in names:
            type_text(picker.line, name)
            self.qtbot.keyClick(picker.line, Qt.Key.Key_Return)

    def dialog(self) -> Any:
        """Return the dialog that is open."""
        (found,) = [one for one in self.holder.findChildren(QDialog) if one.isVisible()]
        found.activateWindow()
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def save(self) -> None:
        """Save the dialog that is open, with Ctrl+Enter, and go back to the §."""
        self.qtbot.keyClick(self.dialog(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.holder.activateWindow()
        self.qtbot.waitUntil(self.holder.isActiveWindow)


@pytest.fixture
def user(qtbot: QtBot, holder: Holder) -> User:
    return User(qtbot, holder)
