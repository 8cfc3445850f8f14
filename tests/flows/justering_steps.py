"""Three computers: the secretary's with the database, and one for each of two who sign.

They have nothing in common but the time of day and the files that are carried between them.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from nämnd.justering.values import JusteringView
from tests.flows.meeting_steps import CONTROL, SHIFT, Keyboard, Keys
from tests.ui.recording import RecordingMessages
from ui.anslag.pane import AnslagPane
from ui.justera.answer_dialog import AnswerDialog
from ui.justera.done_dialog import DoneDialog
from ui.justera.page import JusteraPage
from ui.justera.tools import Outside
from ui.justera.window import ChairWindow
from ui.justering.page import JusteringPage
from ui.justering.send_dialog import SendDialog
from ui.justering.set_card import SetCard
from ui.toolkit.settings import SettingsFile
from ui.toolkit.theme import Theme

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 60_000  # ms
OWN = "en häst i hagen 1"  # passphrase of a certificate


class Clock:
    """The time of day, the same for everybody."""

    def __init__(self) -> None:
        self.now = datetime(2019, 11, 25, 9, 0)  # noqa: DTZ001 - local time

    def __call__(self) -> datetime:
        return self.now

    def be(self, month: int, day: int, hour: int = 9) -> None:
        """Let it be a later day."""
        self.now = self.now.replace(month=month, day=day, hour=hour)


@dataclass
class Letter:
    """A file that has come, and the code that was told in another way."""

    path: Path
    code: str


class Secretary(Keyboard):
    """Works in the whole program.

    Attributes:
        outbox: where the files are saved that others are to have.
    """

    def __init__(self, qtbot: Any, program: Any, messages: RecordingMessages, folder: Path) -> None:
        super().__init__(qtbot, program)
        self.messages, self.folder = messages, folder
        self.outbox = folder / "att skicka"

    def open_justering(self) -> None:
        """Go to the page of the justering."""
        self.back()
        self.press(Key.Key_J, mod=CONTROL | SHIFT)

    @property
    def justering(self) -> JusteringPage:
        found = self.program.window.page
        assert isinstance(found, JusteringPage)
        return found

    @property
    def card(self) -> SetCard:
        (found,) = self.justering.cards.values()
        return found

    @property
    def view(self) -> JusteringView:
        return self.card.shown.view

    def menu(self, begins: str) -> None:
        """Choose something in the menus of the window."""
        every = self.program.window.findChildren(QAction)
        one = next(one for one in every if one.text().replace("&", "").startswith(begins))
        assert one.isEnabled(), begins
        one.trigger()

    def pick(self, begins: str) -> None:
        """Choose something in the menu of the card."""
        offered = self.justering.actions_of.menu(self.view).actions()
        next(one for one in offered if one.text().startswith(begins)).trigger()

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def at_rest(self) -> None:
        """Wait until the program does nothing."""
        self.wait(lambda: not self.program.desk.jobs.busy)
        QApplication.processEvents()

    def click(self, one: QPushButton) -> None:
        assert one.isEnabled(), one.text()
        self.qtbot.mouseClick(one, LEFT)

    def send(self) -> Letter:
        """Send what is next by keyboard; return the file and the code of the one who gets it."""
        self.open_justering()
        before = set(self.outbox.glob("*.justering"))
        self.press(Key.Key_Return, mod=CONTROL)
        asked = self.dialog(SendDialog)
        self.tab_to("Mapp att spara i")
        self.press(Key.Key_A, mod=CONTROL)
        self.write(str(self.outbox))
        self.press(Key.Key_Return)
        self.wait(lambda: asked.page is not None or self.messages.errors)
        assert self.messages.errors == []
        self.tab_to("Kopiera alla")
        self.press(Key.Key_Space)
        words = QGuiApplication.clipboard().text()
        self.tab_to("Klar")
        self.press(Key.Key_Return)
        self.back()
        new = max(self.outbox.glob("*.justering"), key=lambda one: one.stat().st_mtime_ns)
        assert before <= set(self.outbox.glob("*.justering"))
        (line,) = words.splitlines()
        return Letter(new, line.rpartition(": ")[2])

    @property
    def anslag(self) -> AnslagPane:
        """What the card on the screen shows of the anslag."""
        found = self.card.after.anslag
        assert found is not None
        return found

    @property
    def board_state(self) -> str:
        """Return what the card says of the anslag today."""
        self.open_justering()
        return self.anslag.state.text()

    def put_up(self, region: str) -> None:
        """Put the notice up today."""
        self._at_board(f"Uppsatt i dag på {region}")

    def take_down(self, region: str) -> None:
        """Take the notice down today."""
        self._at_board(f"Nedtaget i dag från {region}")

    def _at_board(self, name: str) -> None:
        self.open_justering()
        self.click(next(o for o in self.anslag.buttons.values() if o.accessibleName() == name))

    def ask(self, query: Callable[[Any, str], Any]) -> Any:
        """Ask something of what is saved of the sammanträde."""
        key = self.sammanträde_id
        return self.program.desk.store.ask(lambda session: query(session, key))

    def read(self, answer: Path) -> None:
        """Save an answer that has come, and read it in from the menu."""
        inbox = self.folder / "inkommet"
        inbox.mkdir(exist_ok=True)
        self.messages.files = [Path(shutil.copy(answer, inbox))]
        self.menu("Läs in svar på justering")
        self.at_rest()


class Chair(Keys):
    """Has a file, a code and the program; no database."""

    def __init__(self, qtbot: Any, theme: Theme, clock: Clock, folder: Path) -> None:
        super().__init__(qtbot)
        self.messages, self.folder = RecordingMessages(), folder / "Hämtningar"
        self.settings = SettingsFile(folder / "config" / "namnd.ini")
        self.opened: list[Path] = []
        documents = folder / "Dokument"
        for one in (self.folder, documents, self.settings.folder):
            one.mkdir(parents=True)
        outside = Outside(documents, (), self._show)
        self.window = ChairWindow(
            theme, self.settings, clock=clock, messages=self.messages, outside=outside
        )
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)

    @property
    def page(self) -> JusteraPage:
        assert self.window.page is not None
        return self.window.page

    def get(self, letter: Letter) -> None:
        """Save the file that has come, and double-click it."""
        path = Path(shutil.copy(letter.path, self.folder))
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.open_file(path)
        self.qtbot.waitUntil(lambda: not self.window.tools.jobs.busy, timeout=PATIENCE)
        assert self.page.opened.path == path

    def comment(self, nummer: int, text: str) -> None:
        """Go to a § in the list, and write about it."""
        self.page.list.setFocus()
        for _ in range(nummer):
            self.press(Key.Key_Down)
        self.press(Key.Key_Return)
        self.write(text)

    def answer(self, slag: str, code: str, *, new: bool = False) -> Path:
        """Answer with the code; `new`: with a certificate that is made now. Return the mail."""
        self.qtbot.mouseClick(self.page.buttons[slag], LEFT)
        dialog = self._dialog(AnswerDialog)
        self.write(code)
        if new:
            self.wait_for(lambda: dialog.said.text().startswith("✓"))
            for _ in range(2):
                self.tab_to("lösenord")
                self.write(OWN)
                self.press(Key.Key_Tab)
            self.tab_to("Signera och spara")
        self.press(Key.Key_Return)
        before = len(self.opened)
        self._dialog(DoneDialog)
        self.press(Key.Key_Return)  # «Gör ett e-postutkast»
        self.wait_for(lambda: len(self.opened) > before)
        return self.opened[-1]

    def wait_for(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def close(self) -> None:
        """Put the computer away."""
        self.window.hide()

    def _dialog(self, kind: type[QWidget]) -> Any:
        self.wait_for(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return self.dialog(kind)

    def _show(self, path: Path) -> bool:
        self.opened.append(path)
        return True


def attached(mail: Path, folder: Path) -> Path:
    """Save what is attached to a mail draft, as one who gets it does."""
    import email
    from email import policy

    message = email.message_from_bytes(mail.read_bytes(), policy=policy.default)
    (part,) = message.iter_attachments()
    folder.mkdir(exist_ok=True)
    path = folder / (part.get_filename() or "")
    path.write_bytes(part.get_content())
    return path
