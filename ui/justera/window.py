"""The chair's window: one package, read and answered. No database and no network."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from nämnd.bilaga.names import shown_name
from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress
from nämnd.justeringsfil.values import PACKAGE_SUFFIX, Asked, Slag
from ui.justera import words
from ui.justera.answer_dialog import AnswerDialog, Asking
from ui.justera.answering import Made
from ui.justera.done_dialog import DoneDialog
from ui.justera.kept import Kept, Sent
from ui.justera.menu import ChairMenu
from ui.justera.opening import Locked, Opened, read_package
from ui.justera.page import JusteraPage
from ui.justera.places import write_mail
from ui.justera.tools import Outside, Tools, the_computer
from ui.justera.waiting import Notice, PassphrasePage
from ui.toolkit.jobs import Cancelled, Done, Failed, JobEvent, Jobs
from ui.toolkit.messages import BoxMessages, Messages

if TYPE_CHECKING:
    from ui.toolkit.settings import SettingsFile
    from ui.toolkit.theme import Theme

FOLDER = "justera"  # beside the settings
KINDS = (("Justeringsfil", f"*{PACKAGE_SUFFIX}"),)
_SIZE = (1366, 820)  # of the design's pixels
_BUG = (
    "Filen kunde inte öppnas, på grund av ett fel i programmet. Be den som skickade filen om en ny."
)


class ChairWindow(QMainWindow):
    """Opens a package, and makes the answer to it."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsFile,
        *,
        clock: Callable[[], datetime],
        messages: Messages | None = None,
        outside: Outside | None = None,
    ) -> None:
        """Show nothing yet: `open_file`.

        Args:
            theme: the look of the program.
            settings: the user's choices; what is written but not sent is kept beside them.
            clock: local time.
            messages: what asks and tells; None: boxes over this window.
            outside: the computer; None: this one.
        """
        super().__init__()
        self.tools = tools = Tools(
            theme=theme,
            jobs=Jobs(self),
            messages=messages or BoxMessages(self),
            kept=Kept(settings.folder / FOLDER),
            settings=settings,
            clock=clock,
            outside=outside or the_computer(),
        )
        self.page: JusteraPage | None = None
        self._path = Path()
        self._asked = False
        self._opening = 0  # which file is being opened: what comes of an earlier one is late
        self.setWindowTitle("Nämnd – justera")
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.menu = ChairMenu(self)
        self.resize(tools.theme.px(_SIZE[0]), tools.theme.px(_SIZE[1]))

    def open_file(self, path: Path, passphrase: str | None = None) -> None:
        """Open a package; what is wrong with it is said in its place."""
        if not self.leave():
            return
        self._path, self._opening = path, self._opening + 1
        if passphrase is None:
            self._show(Notice(self.tools.theme, "Öppnar …", shown_name(path.name), offer=False))
        now = self.tools.clock()
        work = read_package(path, self.tools.kept, passphrase=passphrase, now=now)
        self.tools.jobs.start(work, self, partial(self._hear, self._opening))

    def choose_file(self) -> None:
        """Let the user choose a package."""
        path = self.tools.messages.open_file("Öppna en justeringsfil", KINDS)
        if path is not None:
            self.open_file(path)

    def leave(self) -> bool:
        """Keep what is written; say whether the package may be put away."""
        if self.page is None or self.page.keep():
            return True
        question = "Det du har skrivit kan inte sparas på datorn. Vill du stänga ändå?"
        return self.tools.messages.confirm(question, yes="Stäng utan att spara")

    def put_away(self) -> None:
        """Close without a question: the program that it stands beside is closing."""
        self._asked = True
        self.close()

    def make_mail(self) -> bool:
        """Make a mail draft of the answer and open it; say whether it was made."""
        sent = self.page and self.page.draft.sent
        if self.page is None or sent is None:
            return False
        try:
            path = write_mail(self.page.opened.paket.manifest, sent, now=self.tools.clock())
        except NämndError as error:
            from nämnd.error_messages import message_for

            self.tools.messages.error(message_for(error))
            return False
        self._open_mail(path)
        return True

    def _open_mail(self, path: Path) -> None:
        if self.tools.outside.show(path):
            self.tools.messages.notice(
                "E-postutkastet öppnas i ditt e-postprogram. Skicka det därifrån."
            )
        else:
            self.tools.messages.tell(
                f"Datorn har inget program som öppnar e-postutkastet. Det finns i {path}. Du kan "
                "också bifoga svarsfilen i ett vanligt brev."
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leave() or not self._may_close():
            event.ignore()
            return
        self.tools.jobs.close()
        event.accept()

    def _may_close(self) -> bool:
        """Remind one who has written comments that they are sent with an answer only."""
        page = self.page
        if self._asked or page is None or page.draft.sent is not None or not page.kommentarer():
            return True
        return self.tools.messages.confirm(words.NOT_ANSWERED, yes="Stäng")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _hear(self, opening: int, event: JobEvent) -> None:
        if opening != self._opening:
            return
        match event:
            case Progress() | Cancelled():
                pass
            case Done(Opened() as opened):
                self._show_package(opened)
            case Done(Locked(path)):
                self._ask(path)
            case Done(_):
                pass
            case Failed(NämndError() as error):
                self._refuse(error)
            case Failed(error):
                self._say_no(_BUG)
                raise error

    def _show_package(self, opened: Opened) -> None:
        self.page = page = JusteraPage(self.tools, opened)
        page.answer_wanted.connect(self._answer)
        page.mail_wanted.connect(self.make_mail)
        self._show(page)
        self.setWindowTitle(f"{words.heading(opened.paket.manifest)} – Nämnd")
        self.menu.follow(page)
        self.tools.kept.sweep(self.tools.clock())

    def _ask(self, path: Path) -> None:
        page = PassphrasePage(self.tools.theme, shown_name(path.name))
        page.given.connect(partial(self.open_file, path))
        self._show(page)

    def _refuse(self, error: NämndError) -> None:
        from nämnd.error_messages import message_for
        from nämnd.justeringsfil.errors import PackageError, PackageFault

        asking = self.stack.currentWidget()
        wrong = isinstance(error, PackageError) and error.why is PackageFault.WRONG_PASSPHRASE
        if wrong and isinstance(asking, PassphrasePage):
            asking.refuse(message_for(error))
        else:
            self._say_no(message_for(error))

    def _say_no(self, text: str) -> None:
        name = shown_name(self._path.name)
        page = Notice(self.tools.theme, f"«{name}» kan inte öppnas", text, offer=True)
        page.another.connect(self.choose_file)
        self._show(page)

    def _show(self, page: QWidget) -> None:
        old = self.stack.currentWidget()
        if page is not self.page:
            self.page = None
            self.menu.follow(None)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.setFocus()
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def _answer(self, slag: Slag) -> None:
        page = self.page
        if page is None:
            return
        page.keep()
        kommentarer = page.kommentarer()
        if slag == "ändring begärd" and not kommentarer:
            self.tools.messages.tell(words.NOTHING_TO_CHANGE)
            page.side.comment.setFocus()
            return
        AnswerDialog(
            self.tools,
            self,
            Asking(
                opened=page.opened,
                slag=slag,
                kommentarer=kommentarer,
                person_id=page.person_id,
                known=self._known,
                done=self._done,
            ),
        )

    def _known(self, asked: Asked) -> None:
        if self.page is not None:
            self.page.show_checked()
            self.page.show_person(asked.person_id)

    def _done(self, made: Made) -> None:
        page = self.page
        if page is None:
            return
        self._remember(made)
        namn = made.reply.asked.namn
        page.keep_sent(Sent(made.reply.slag, made.tid, str(made.path), namn))
        DoneDialog(self.tools, self, page.opened.paket.manifest, made, self.make_mail)

    def _remember(self, made: Made) -> None:
        with contextlib.suppress(NämndError):  # if not, it is asked again next time
            self.tools.kept.remember(
                person_id=made.reply.asked.person_id, certificate=made.certificate
            )
        self.menu.follow(self.page)


def _dropped(event: QDropEvent) -> Path | None:
    paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
    fit = [one for one in paths if one.suffix.lower() == PACKAGE_SUFFIX]
    return fit[0] if len(fit) == 1 else None
