"""A nämnd on the day of its sammanträde, and a user who has only a keyboard."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.drafts import satser
from nämnd.store import Store, place_of
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.flows.conftest import CLOCK
from tests.ui.keyboard import type_text
from ui.program import Program
from ui.protokoll.page import ProtokollPage
from ui.toolkit.settings import SettingsFile

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PEOPLE = (
    ("Anna Ek", "M", "ordförande", "A"),
    ("Bo Alm", "S", "ledamot", "A"),
    ("Cecilia Öst", "C", "ledamot", "A"),
    ("Gun Berg", "M", "1:e vice ordförande", "B"),
    ("Hans Dal", "S", "ledamot", "B"),
    ("Maria Fors", "M", "ersättare", "A"),
    ("Nils Gran", "S", "ersättare", "A"),
    ("Tea Björk", "M", "ersättare", "B"),
    ("Ulf Näs", "S", "ersättare", "B"),
)
PUNKTER = (
    ("Val av justerare", "formalia", "Att utse Gun Berg (M) att justera protokollet"),
    ("Fastställande av dagordning", "formalia", "Att fastställa dagordningen"),
    ("Avtal om helikopter", "beslut", "Att godkänna avtalet"),
    ("Avgift för sjukresor", "beslut", "Att avgiften ska vara 120 kronor"),
    ("Gemensam journal", "beslut", "Att godkänna planen"),
    ("Budget", "beslut", "Att godkänna budgeten"),
    ("Lokaler", "beslut", "Att hyra lokalerna"),
    ("Direktören informerar", "information", "Att lägga informationen till handlingarna"),
)
W = TypeVar("W", bound=QWidget)


def fill(folder: Path) -> None:
    """Save the nämnd, its people and the sammanträde of the day, before the program is opened."""
    SettingsFile(folder / "namnd.ini").change(who="Siv Penna")
    store = Store(place_of(str(folder / "namnd.db")), who="Siv Penna", clock=lambda: CLOCK)
    try:
        _fill(store)
    finally:
        store.close()


def _fill(store: Store) -> None:
    nämnd = a_nämnd(
        store, "Vårdnämnden", ersättarordning="huvudman", juridisk_form="gemensam_nämnd"
    )
    regions = {name: new_id() for name in "AB"}
    drafts = (
        HuvudmanDraft(regions["A"], "Region Ådalen", 3, 2),
        HuvudmanDraft(regions["B"], "Region Öster", 2, 2),
    )
    store.do(SaveHuvudmän(nämnd_id=nämnd, drafts=drafts))
    ids = {}
    for place, (name, parti, roll, region) in enumerate(PEOPLE, start=1):
        ids[name] = a_person(store, name, parti=parti)
        facts: dict[str, Any] = {"huvudman_id": regions[region], "ordning": place}
        an_uppdrag(store, nämnd, ids[name], roll, **facts)
    siv = a_person(store, "Siv Penna", titel="nämndsekreterare")
    an_uppdrag(store, nämnd, siv, "sekreterare")
    key = a_sammanträde(store, nämnd, CLOCK.date(), ordförande=ids["Anna Ek"], sekreterare=siv)
    for rubrik, slag, sats in PUNKTER:
        a_punkt(store, key, rubrik, slag=slag, förslag=satser((sats,)))


@dataclass
class Keys:
    """Sends every key to what has the focus, as a keyboard does."""

    qtbot: Any

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, *codes: Qt.Key, mod: Qt.KeyboardModifier | None = None) -> None:
        for code in codes:
            self.qtbot.keyClick(self.focused(), code, mod or Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()

    def letters(self, text: str) -> None:
        """Press letter keys that do something, one after the other."""
        self.press(*(getattr(Qt.Key, f"Key_{one.upper()}") for one in text))

    def write(self, text: str) -> None:
        type_text(self.focused(), text)
        QApplication.processEvents()

    def tab_to(self, name: str) -> QWidget:
        """Go by Tab until what has the focus says `name`."""
        seen: list[str] = []
        for _ in range(60):
            now = self.focused()
            said = f"{now.accessibleName()} {getattr(now, 'text', str)()}".replace("&", "")
            if name in said:
                return now
            seen.append(said)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError((name, seen))

    def dialog(self, kind: type[W]) -> W:
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind), found
        self.qtbot.waitUntil(found.isActiveWindow)
        return found


@dataclass
class Keyboard(Keys):
    """A keyboard before the whole program."""

    program: Program
    sammanträde_id: str = ""

    def back(self) -> None:
        """Let the window have the focus again after a dialog, as a window manager does."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.program.window.activateWindow()
        self.qtbot.waitUntil(self.program.window.isActiveWindow)

    @property
    def page(self) -> ProtokollPage:
        """The page of the meeting day."""
        found = self.program.window.page
        assert isinstance(found, ProtokollPage)
        return found

    def now(self) -> Protokoll:
        """Return what is saved."""
        assert self.program.desk is not None
        key = self.sammanträde_id
        return self.program.desk.store.ask(lambda session: protokoll(session, key))

    def paragraf(self, rubrik: str) -> ParagrafRow:
        return next(one for one in self.now().paragrafer if one.rubrik == rubrik)

    def who(self, name: str) -> str:
        people = self.now().deltagare.values()
        return next(one.person_id for one in people if one.namn == name)
