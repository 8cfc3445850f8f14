"""A sammanträde of 4 + 4 from two regions, on the day of the tests, with the pane beside it."""

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nämnd.core.ids import new_id
from nämnd.närvaro.commands import CallRoll
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.paragraf_commands import HandlePunkt, Klubba
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.conftest import TODAY
from tests.ui.keyboard import type_text
from ui.desk import Desk
from ui.närvaro.pane import NärvaroPane

SERVES = "tjänstgörande ersättare"
_PEOPLE = (
    ("Anna Ek", "M", "ordförande", 0),
    ("Bo Alm", "S", "2:e vice ordförande", 0),
    ("Cilla Öst", "C", "1:e vice ordförande", 1),
    ("Dag Ås", "V", "ledamot", 1),
    ("Eva Lind", "M", "ersättare", 0),
    ("Fia Berg", "S", "ersättare", 0),
    ("Gun Vik", "C", "ersättare", 1),
    ("Hans Dal", "V", "ersättare", 1),
    ("Siv Penna", None, "sekreterare", None),
)


@dataclass
class Meeting:
    """The sammanträde, the pane, and the hands of the user."""

    desk: Desk
    qtbot: QtBot
    key: str
    people: dict[str, str]  # first name → person id
    holder: QWidget
    pane: NärvaroPane
    paragraf_id: str | None = None

    def __getitem__(self, name: str) -> str:
        return self.people[name]

    @property
    def now(self) -> Protokoll:
        return self.desk.store.ask(lambda session: protokoll(session, self.key))

    def reload(self, _topics: object = None) -> None:
        self.pane.show(self.now, self.paragraf_id)

    def sets(self, name: str) -> list[tuple[str, str | None]]:
        rows = [row for row in self.now.närvaro if row.person_id == self[name]]
        return [(row.roll, row.paragrafer.text) for row in rows]

    def handle(self, *rubriker: str, klar: bool = True) -> None:
        """Handle new punkter; the last is where the user is."""
        for rubrik in rubriker:
            punkt = a_punkt(self.desk.store, self.key, rubrik)
            self.paragraf_id = new_id()
            handle = HandlePunkt(paragraf_id=self.paragraf_id, punkt_id=punkt, tid="09.00")
            self.desk.store.do(handle)
            if klar:
                self.desk.store.do(Klubba(paragraf_ids=(self.paragraf_id,)))
        self.reload()

    def go(self, name: str) -> None:
        """Go to somebody in the list."""
        self.pane.list.setFocus()
        assert self.pane.list.choose(self[name])

    def press(
        self,
        key: Qt.Key,
        widget: QWidget | None = None,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        target = widget or self.pane.list
        target.setFocus()
        self.qtbot.keyClick(target, key, modifier)

    def letter(self, letter: str, widget: QWidget | None = None) -> None:
        type_text(widget or self.pane.list, letter)

    def dialog(self) -> Any:
        """Return the dialog that is open."""
        (found,) = self.dialogs()
        found.activateWindow()
        self.qtbot.waitUntil(found.isActiveWindow)  # else its shortcuts are not heard
        return found

    def dialogs(self) -> list[QDialog]:
        return [one for one in self.holder.findChildren(QDialog) if one.isVisible()]

    def save(self) -> None:
        """Press Ctrl+Enter in the dialog that is open."""
        dialog = self.dialog()
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def row(self, name: str):
        return next(one for one in self.pane.list.people.rows if one.id == self[name])


def pick(choice: Any, beginning: str) -> None:
    """Choose the first option that begins so, as a user does."""
    texts = [choice.itemText(at) for at in range(choice.count())]
    choice.setCurrentIndex(next(at for at, one in enumerate(texts) if one.startswith(beginning)))


@pytest.fixture
def meeting(qtbot, desk) -> Any:
    store = desk.store
    nämnd_id = a_nämnd(store, "Vårdnämnden", ersättarordning="huvudman")
    regions = tuple(HuvudmanDraft(new_id(), name, 2, 2) for name in ("Region Norr", "Region Söder"))
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=regions))
    people: dict[str, str] = {}
    for order, (name, parti, roll, at) in enumerate(_PEOPLE, 1):
        key = people[name.split()[0]] = a_person(store, name, parti=parti)
        huvudman = None if at is None else regions[at].id
        an_uppdrag(store, nämnd_id, key, roll, huvudman_id=huvudman, ordning=order)
    key = a_sammanträde(store, nämnd_id, TODAY, ordförande=people["Anna"])
    holder = QWidget()
    pane = NärvaroPane(desk)
    QVBoxLayout(holder).addWidget(pane)
    qtbot.addWidget(holder)
    made = Meeting(desk, qtbot, key, people, holder, pane)
    desk.editor.changed.connect(made.reload)
    holder.resize(desk.theme.px(330), desk.theme.px(860))
    holder.show()
    made.reload()
    qtbot.waitExposed(holder)
    holder.activateWindow()
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop does it


@pytest.fixture
def called(meeting: Meeting) -> Meeting:
    """The same with everybody there but Bo, and Eva and Gun of the ersättare."""
    present = tuple(meeting[name] for name in ("Anna", "Cilla", "Dag", "Eva", "Gun", "Siv"))
    meeting.desk.store.do(CallRoll(sammanträde_id=meeting.key, present=present))
    meeting.reload()
    return meeting
