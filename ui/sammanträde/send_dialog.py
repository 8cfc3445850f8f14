"""Sending the kallelse, or an addition to it: make the papers, send the letter, record it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress
from nämnd.core.swedish import counted
from nämnd.documents.mail import without_address
from nämnd.error_messages import message_for
from nämnd.paket.paper_kinds import (
    KALLELSE_PDF,
    KALLELSE_WORD,
    TILLÄGG_PDF,
    TILLÄGG_WORD,
    UTSKICK_PDF,
    UTSKICK_ZIP,
    Kind,
)
from nämnd.paket.sending import (
    Made,
    Order,
    file_names,
    utgåvor,
)
from nämnd.sammanträde.checks import Finding
from nämnd.sammanträde.utskick_commands import RecordUtskick
from nämnd.översikt.queries import findings
from nämnd.översikt.words import finding_chip, finding_text
from ui.desk import Desk
from ui.sammanträde.exports import agreed_to_replace, in_worker, order_for
from ui.sammanträde.made_page import MadePage
from ui.toolkit.chips import Chip
from ui.toolkit.controls import Check
from ui.toolkit.jobs import Cancelled, Done, Failed, Job, JobEvent
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind as ButtonKind
from ui.toolkit.small import Label, button, column, label, reading_area, row

_FIRST = (
    (KALLELSE_PDF, "&Kallelse som PDF", True),
    (KALLELSE_WORD, "Kallelse som &Word", True),
    (UTSKICK_PDF, "&Utskick: dagordning och alla handlingar i en PDF", True),
    (UTSKICK_ZIP, "Utskick som &zip med filerna var för sig", False),
)
_AGAIN = (
    (TILLÄGG_PDF, "&Tilläggslista som PDF", True),
    (TILLÄGG_WORD, "Tilläggslista som W&ord", False),
    (UTSKICK_PDF, "&Utskick: dagordning och alla handlingar i en PDF", True),
    (UTSKICK_ZIP, "Utskick som &zip med filerna var för sig", False),
    (KALLELSE_PDF, "&Kallelse som PDF", False),
)
_ROWS = 150  # the design's pixels that the list of what is missing may take


def send_kallelse(desk: Desk, parent: QWidget, sammanträde_id: str) -> SendDialog | None:
    """Open the dialog that makes the papers, and records that they went out.

    None when the papers can't be made; the user has then been told why.
    """
    desk.editor.flush()
    order = order_for(desk, sammanträde_id, (), mail=True)
    if order is None:
        return None
    dialog = SendDialog(desk, parent, sammanträde_id, order)
    dialog.open()
    return dialog


class SendDialog(QDialog):
    """Two steps: what to make and where; then send the letter and record it.

    The dagordning can't change while it is open, so what is recorded is what was made.
    """

    def __init__(self, desk: Desk, parent: QWidget, sammanträde_id: str, order: Order) -> None:
        """Show the first step."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._key, self._order = desk, sammanträde_id, order
        self.again = bool(order.papers.sent)
        self._made: Made | None = None
        self._job: Job | None = None
        self.setWindowTitle("Skicka tillägg" if self.again else "Skicka kallelse")
        self.people = label(self._people(), wrap=True)
        self.choices = tuple(
            (kind, self._check(text, chosen))
            for kind, text, chosen in (_AGAIN if self.again else _FIRST)
        )
        self.folder = QLineEdit(str(Path.home()))
        self.folder.setPlaceholderText("till exempel en mapp för sammanträdet")
        self.folder.setAccessibleName("Mapp att spara i")
        self.browse = button("&Välj …")
        self.make = button("Skapa &filerna", ButtonKind.PRIMARY)
        self.progress = QProgressBar()
        self.doing = label("", Label.CAPTION)
        self.close_first = button("Avbryt")
        self.steps = QStackedWidget()
        self._build()
        self.make.setFocus()
        self._connect()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def _build(self) -> None:
        theme = self._desk.theme
        self.make.setDefault(True)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Hur långt arbetet har kommit")
        for part in (self.progress, self.doing):  # or the dialog would jump when work begins
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.steps.addWidget(self._before())
        layout = QVBoxLayout(self)
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(self.steps)
        self.setMinimumWidth(theme.px(640))
        self._show_working(working=False)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._choose_folder)
        self.make.clicked.connect(self._begin)
        self.close_first.clicked.connect(self.reject)
        self.folder.textChanged.connect(self._enable)
        for _, box in self.choices:
            box.toggled.connect(self._enable)

    def _before(self) -> QWidget:
        theme, gap = self._desk.theme, self._desk.theme.px(8)
        page = QWidget()
        where = row(self.folder, self.browse, spacing=gap)
        buttons = row(self.doing, None, self.close_first, self.make, spacing=gap)
        sections = (
            (label("Vem som kallas", Label.HEADING), self.people),
            self._lacks(),
            (label("Skapa", Label.HEADING), *(box for _, box in self.choices)),
            (label("Spara i mappen", Label.HEADING), where),
        )
        page.setLayout(
            column(
                *(column(*parts, spacing=theme.px(6)) for parts in sections if parts),
                None,
                column(self.progress, buttons, spacing=gap),
                spacing=theme.px(16),
            )
        )
        return page

    def _people(self) -> str:
        called = self._order.papers.called
        if not called.all:
            return "Ingen. Lägg till ledamöterna under Nämnd och ledamöter."
        parts = (
            counted(len(called.ledamöter), "ledamot", "ledamöter"),
            f"{len(called.ersättare)} ersättare",
            counted(len(called.övriga), "övrig", "övriga"),
        )
        missing = without_address(called)
        text = ", ".join(parts) + "."
        if missing:
            names = ", ".join(one.person.namn for one in missing)
            text += f" Saknar e-postadress, och får inget brev: {names}."
        return text

    def _lacks(self) -> tuple[QWidget, ...]:
        today = self._desk.today
        found = self._desk.store.ask(lambda session: findings(session, self._key, today=today))
        if not found or self.again:
            return ()
        theme = self._desk.theme
        lines = QWidget()
        lines.setLayout(column(*map(self._finding, found), spacing=theme.px(6)))
        lines.setObjectName("scrolled")
        area = reading_area(lines, "Att se över innan kallelsen går ut")
        area.setFixedHeight(min(lines.sizeHint().height() + theme.px(4), theme.px(_ROWS)))
        return (label("Att se över", Label.HEADING), area)

    def _finding(self, one: Finding) -> QHBoxLayout:
        chip = Chip(finding_chip(one), Role.WARN)
        return row(chip, label(finding_text(one)), None, spacing=self._desk.theme.px(8))

    def _check(self, text: str, chosen: bool) -> Check:  # noqa: FBT001 - from a table
        box = Check(self._desk.theme, text)
        box.setChecked(chosen)
        return box

    def _choose_folder(self) -> None:
        found = self._desk.messages.choose_folder("Välj mapp att spara i", self._folder())
        if found is not None:
            self.folder.setText(str(found))

    def _folder(self) -> Path:
        """Return where to save; what is no whole path is meant from the home folder."""
        try:
            return Path.home() / Path(self.folder.text().strip()).expanduser()
        except RuntimeError:  # ~ and a user there is none of
            return Path.home() / self.folder.text().strip()

    def _chosen(self) -> tuple[Kind, ...]:
        return tuple(kind for kind, box in self.choices if box.isChecked())

    def _enable(self) -> None:
        ready = bool(self._chosen()) and bool(self.folder.text().strip())
        self.make.setEnabled(ready and self._job is None)

    def _begin(self) -> None:
        order = Order(self._order.papers, self._order.plan, self._chosen(), mail=True)
        folder = self._folder()
        if not agreed_to_replace(self._desk, folder, file_names(order)):
            return
        work = in_worker(self._desk, order, folder)
        self._job = self._desk.jobs.start(work, self, self._follow, label="Skapar utskicket")
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
            case Done(Made() as made):
                self._show_made(made)
            case Failed(NämndError() as error):
                self._desk.jobs.refused.emit(error)
            case Failed(error):
                raise error  # a bug: the crash window shows it
            case Cancelled() | Done():
                pass

    def _show_working(self, *, working: bool) -> None:
        self.progress.setVisible(working)
        self.doing.setVisible(working)
        for part in (self.folder, self.browse, *(box for _, box in self.choices)):
            part.setEnabled(not working)
        self._enable()

    def _show_made(self, made: Made) -> None:
        self._made = made
        self._desk.editor.note_export(f"spara {', '.join(one.path.name for one in made.files)}")
        self.made_page = page = MadePage(self._desk.theme, made, again=self.again)
        page.recorded.connect(self._record)
        page.closed.connect(self.reject)
        self.steps.addWidget(page)
        self.steps.setCurrentWidget(page)
        page.letter.setFocus()

    def _record(self) -> None:
        if self._made is None:
            return
        try:
            kept = utgåvor(self._made, self._desk.files)
        except NämndError as error:  # a file has been moved or removed since it was made
            self._desk.messages.error(message_for(error))
            return
        called = self._order.papers.called
        command = RecordUtskick(
            sammanträde_id=self._key,
            when=self._desk.when,
            till=tuple(one.person_id for one in called.all),
            utgåvor=kept,
        )
        what = "skicka tillägg" if self.again else "skicka kallelse"
        if self._desk.editor.do(command, what) is not None:
            self._desk.messages.notice(_recorded(self._desk.clock(), len(called.all)))
            self.accept()


def _recorded(when: datetime, people: int) -> str:
    return f"Utskicket till {counted(people, 'person', 'personer')} är antecknat {when:%H.%M}."
