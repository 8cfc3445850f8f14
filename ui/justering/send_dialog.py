"""Sending a set of §§ for justering: how, to whom, and the codes that come of it."""

from __future__ import annotations

from email.policy import SMTP
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.disk import make_folder
from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.core.swedish import listed
from nämnd.documents.content import Document
from nämnd.documents.justering_mail import package_mail
from nämnd.error_messages import message_for
from nämnd.justering.rules import ELECTRONIC
from nämnd.justering.values import JusteringView, Signer
from nämnd.paket.justering import Prepared, SendOrder, prepare_package
from nämnd.paket.justering.sending import draw
from ui.desk import Desk
from ui.justering.codes_page import CodesPage, Left, Line
from ui.justering.codes_paper import print_codes
from ui.justering.loaded import Loaded
from ui.justering.saving import write_bytes
from ui.justering.send_form import SendForm
from ui.justering.words import set_text
from ui.toolkit.jobs import Cancelled, Done, Failed, Job, JobEvent
from ui.toolkit.small import Kind, Label, button, column, label, row

_ONLY_NOW = "Koderna visas bara nu. Har du antecknat dem?"


def send_set(desk: Desk, parent: QWidget, loaded: Loaded, justering_id: str) -> SendDialog | None:
    """Open the dialog for a set; None when it is gone."""
    view = loaded.view(justering_id)
    if view is None:
        return None
    dialog = SendDialog(desk, parent, loaded, view)
    dialog.open()
    return dialog


class SendDialog(QDialog):
    """Two steps: what to send and to whom; then where the file lies and the codes.

    Attributes:
        form: the first step.
        page: the second step, once there is one.
    """

    def __init__(self, desk: Desk, parent: QWidget, loaded: Loaded, view: JusteringView) -> None:
        """Show the first step."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._loaded, self._view = desk, loaded, view
        self._job: Job | None = None
        self.page: CodesPage | None = None
        self.setWindowTitle(f"Skicka {set_text(view)} för justering")
        self.form = SendForm(desk, loaded, view)
        self.make = button("&Skapa filen", Kind.PRIMARY)
        self.cancel = button("Avbryt")
        self.progress, self.doing = QProgressBar(), label("", Label.CAPTION)
        self.steps = QStackedWidget()
        self._build()
        self._check()
        self.form.sätt.setFocus()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        page = self.page
        if page and not page.told and not self._desk.messages.confirm(_ONLY_NOW, yes="Ja, stäng"):
            return
        super().reject()

    def _build(self) -> None:
        theme, gap = self._desk.theme, self._desk.theme.px(8)
        self.make.setDefault(True)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Hur långt arbetet har kommit")
        for part in (self.progress, self.doing):  # or the dialog would jump when work begins
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        first = QWidget()
        buttons = row(self.doing, None, self.cancel, self.make, spacing=gap)
        first.setLayout(column(self.form, self.progress, buttons, spacing=gap))
        self.steps.addWidget(first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.addWidget(self.steps)
        self.setMinimumWidth(theme.px(640))
        self._show_working(working=False)
        self.form.changed.connect(self._check)
        self.make.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)

    def _check(self) -> None:
        self.make.setEnabled(self.form.check() and self._job is None)

    def _begin(self) -> None:
        desk, order, folder = self._desk, self.form.order(), self.form.folder()
        work = _making(desk, self._view.id, order, folder)
        self._job = desk.jobs.start(work, self, self._follow, label="Skapar justeringsfilen")
        self._show_working(working=True)

    def _follow(self, event: JobEvent) -> None:
        if isinstance(event, Progress):
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)
            self.doing.setText(event.what)
            return
        self._job = None
        self._show_working(working=False)
        match event:
            case Done(Prepared() as made):
                self._send(made)
            case Failed(NämndError() as error):
                self._desk.jobs.refused.emit(error)
            case Failed(error):
                raise error  # a bug: the crash window shows it
            case Cancelled() | Done():
                pass

    def _show_working(self, *, working: bool) -> None:
        self.progress.setVisible(working)
        self.doing.setVisible(working)
        self.form.setEnabled(not working)
        self._check()

    def _send(self, made: Prepared) -> None:
        """Record that it has gone, then put the file where the user wants it."""
        name = made.filnamn if made.file is not None else made.pdf_namn
        target = self.form.folder() / name
        messages = self._desk.messages
        if made.voided and not messages.confirm(_void_question(made.voided), yes="Skicka ändå"):
            return
        there = f"{target.name} finns redan i mappen. Ersätta den?"
        if target.exists() and not messages.confirm(there, yes="Ersätt"):
            return
        which = set_text(self._view)
        if self._desk.editor.do(made.command, f"skicka {which} för justering") is None:
            return
        now, later = self._turns(made)
        try:
            write_bytes(target, made.file if made.file is not None else made.pdf)
            letter = self._write_letter(target, made.file, now)
        except NämndError as error:  # it is kept: the card can save it once more
            messages.error(f"{message_for(error)}\n\n{_SAVE_AGAIN}")
            letter = None
        else:
            self._desk.editor.note_export(f"spara {target.name}")
        self._show_codes(made, Left(target, letter, now, later))

    def _write_letter(
        self, target: Path, file: bytes | None, asked: tuple[Signer, ...]
    ) -> Path | None:
        """Put a mail draft with the package beside it; None when nothing is to be mailed."""
        if file is None:
            return None
        which, now = set_text(self._view), self._desk.clock()
        mail = package_mail(self._loaded.protokoll, which, asked, (target.name, file), now=now)
        letter = target.with_suffix(".eml")
        write_bytes(letter, mail.as_bytes(policy=SMTP))
        return letter

    def _show_codes(self, made: Prepared, left: Left) -> None:
        lines: list[Line] = [
            (f"{one.namn}, {one.roll}", made.codes[one.person_id]) for one in left.now
        ]
        phrase = self.form.passphrase()
        people = tuple(lines)
        if phrase and made.file is not None:
            lines.append(("Filens lösenord, till alla som ska läsa den", phrase))
        self.page = page = CodesPage(self._desk.theme, left, tuple(lines))
        page.print_wanted.connect(lambda: self._print(people, phrase))
        page.done.connect(self.reject)
        self.steps.addWidget(page)
        self.steps.setCurrentWidget(page)
        (page.copy if lines else page.close_button).setFocus()

    def _turns(self, made: Prepared) -> tuple[tuple[Signer, ...], tuple[Signer, ...]]:
        """Return who can answer this file, and who gets another one when it has been signed."""
        turns = {one.person_id: one for one in self.form.people.orders()}
        asked = [one for one in self._view.signers if one.person_id in made.codes]
        asked.sort(key=lambda one: turns[one.person_id].ordning)
        if asked and turns[asked[0].person_id].sätt == ELECTRONIC:
            return tuple(asked[:1]), tuple(asked[1:])
        return tuple(asked), ()

    def _print(self, people: tuple[Line, ...], phrase: str | None) -> None:
        print_codes(self._desk, self, self._loaded.protokoll, set_text(self._view), people, phrase)


_SAVE_AGAIN = (
    "Filen är sparad i programmet. Välj «Spara filen igen …» på kortet för paragraferna och välj "
    "en annan mapp."
)


def _void_question(names: tuple[str, ...]) -> str:
    return (
        f"{listed(names)} har godkänt en tidigare text. Det gäller inte den nya, så de måste svara "
        "igen. Skicka ändå?"
    )


def _making(desk: Desk, justering_id: str, order: SendOrder, folder: Path) -> Work[Prepared]:
    def in_helper(paper: Document, created: object) -> Work[bytes]:
        return desk.heavy.run(draw, paper, created)  # pyright: ignore[reportArgumentType]

    yield Progress(0, 1, "")
    make_folder(folder)
    return (
        yield from prepare_package(
            desk.store,
            desk.files,
            justering_id,
            order,
            who=desk.store.who,
            now=desk.clock(),
            draw=in_helper,
        )
    )
