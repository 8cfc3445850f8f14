"""A nämnd with a diarium of its own, a mail to it, and a user who takes it in."""

from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from nämnd.sammanträde.drafts import satser
from nämnd.store import Store, place_of
from nämnd.sök.values import Hit, Kind
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.values import HandlingRow
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.flows.conftest import CLOCK
from tests.flows.meeting_steps import CONTROL, SHIFT, Keyboard
from tests.flows.steps import drop_files, press
from ui.inkorg.dialog import IntakeDialog
from ui.sammanträde.workspace import Workspace
from ui.toolkit.settings import SettingsFile
from ui.ärende.agenda_dialog import AgendaDialog
from ui.ärende.page import ÄrendePage
from ui.ärende.skrivelse_page import SkrivelsePage

Key = Qt.Key
PATIENCE = 60_000  # ms
SUBJECT = "Remiss om barnhälsovårdens organisation"
ATT = "Att ställa sig bakom remissens förslag"


def a_mail(folder: Path) -> Path:
    """A saved mail with one file, as it lies on the user's desktop."""
    mail = EmailMessage()
    mail["Subject"] = SUBJECT
    mail["From"] = "Socialstyrelsen <registrator@exempel.se>"
    mail["To"] = "namnden@exempel.se"
    mail["Date"] = "Mon, 04 Nov 2019 10:12:00 +0100"
    mail.set_content("Svar önskas senast den 20 december.\n")
    words = "Familjecentralerna ska samordnas i hela regionen."
    mail.add_attachment(words, filename="Remissunderlag.txt")
    path = folder / "remiss.eml"
    path.write_bytes(mail.as_bytes())
    return path


def fill(folder: Path) -> None:
    """Save the nämnd, its people and a sammanträde, before the program is opened."""
    SettingsFile(folder / "namnd.ini").change(who="Siv Penna")
    store = Store(place_of(str(folder / "namnd.db")), who="Siv Penna", clock=lambda: CLOCK)
    try:
        nämnd = a_nämnd(store, "Vårdnämnden", diarieserie="VN {år}/{löpnr:04d}")
        anna, bo = a_person(store, "Anna Ek"), a_person(store, "Bo Alm")
        an_uppdrag(store, nämnd, anna, "ordförande")
        an_uppdrag(store, nämnd, bo)
        key = a_sammanträde(store, nämnd, CLOCK.date(), ordförande=anna)
        first = ("Att utse Bo Alm att justera",)
        a_punkt(store, key, "Val av justerare", slag="formalia", förslag=satser(first))
    finally:
        store.close()


@dataclass
class Registrar(Keyboard):
    """Has a keyboard, and a mouse to drag with."""

    ärende_id: str = ""

    def drag_in(self, path: Path) -> IntakeDialog:
        """Let go of a file over the window, and wait until it is read."""
        window = self.program.window
        drop_files(window, QPoint(400, 400), [path])
        self.qtbot.waitUntil(lambda: bool(window.findChildren(IntakeDialog)), timeout=PATIENCE)
        return self.dialog(IntakeDialog)

    def ärende(self) -> ÄrendePage:
        page = self.program.window.page
        assert isinstance(page, ÄrendePage)
        return page

    def handlingar(self) -> tuple[HandlingRow, ...]:
        """Return what is registered in the ärende."""
        assert self.program.desk is not None
        key = self.ärende_id
        return self.program.desk.store.ask(lambda session: handlingar(session, key))

    def write_skrivelse(self, messages) -> None:
        """Write a förslag, register it as a handling and go back."""
        self.press(Key.Key_W, mod=CONTROL | SHIFT)
        page = self.program.window.page
        assert isinstance(page, SkrivelsePage)
        self.tab_to("Förslag till beslut 1")
        self.write(ATT)
        messages.confirm_with = [True]
        press(self.qtbot, page.register)
        self.qtbot.waitUntil(lambda: page.chip.text().startswith("registrerad"), timeout=PATIENCE)
        press(self.qtbot, page.back)

    def put_on_dagordning(self) -> None:
        """Put the ärende on the next dagordning with what is proposed."""
        self.press(Key.Key_L, mod=CONTROL | SHIFT)
        self.dialog(AgendaDialog)
        self.press(Key.Key_Return, mod=CONTROL)
        self.back()
        assert isinstance(self.program.window.page, Workspace)

    def decide(self) -> None:
        """Hold the sammanträde: every punkt is klubbad."""
        self.press(Key.Key_M, mod=CONTROL | SHIFT)
        self.sammanträde_id = self.page.sammanträde_id
        self.press(Key.Key_J, mod=CONTROL)
        for _ in range(2):
            self.press(Key.Key_Return, mod=CONTROL)
            self.press(Key.Key_B)

    def find(self, words: str, kind: Kind) -> Hit:
        """Type in the box until there is a hit of `kind`; go to it with the arrows and open it."""
        box = self.program.window.top.box
        self.press(Key.Key_K, mod=CONTROL)
        self.write(words)
        self.qtbot.waitUntil(lambda: box.answered and kind in self._kinds(), timeout=PATIENCE)
        assert box.popup is not None
        for _ in range(len(box.popup.list.lines)):
            hit = box.popup.list.target()
            if isinstance(hit, Hit) and hit.kind is kind:
                self.press(Key.Key_Return)
                return hit
            self.press(Key.Key_Down)
        raise AssertionError((box.popup.list.target(), self._kinds()))

    def _kinds(self) -> list[Kind]:
        popup = self.program.window.top.box.popup
        lines = popup.list.lines if popup else ()
        return [one.target.kind for one in lines if isinstance(one.target, Hit)]
