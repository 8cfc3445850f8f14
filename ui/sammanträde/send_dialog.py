"""Sending the kallelse, or an addition to it: make the papers, send the letter, record it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nämnd.core.progress import Progress
from nämnd.core.swedish import counted
from nämnd.documents.mail import without_address
from nämnd.paket.reasons import sentence_for
from nämnd.paket.sending import (
    KALLELSE_PDF,
    KALLELSE_WORD,
    TILLÄGG_PDF,
    TILLÄGG_WORD,
    UTSKICK_PDF,
    UTSKICK_ZIP,
    Kind,
    Made,
    Order,
    utgåvor,
)
from nämnd.sammanträde.checks import Finding
from nämnd.sammanträde.utskick_commands import RecordUtskick
from nämnd.översikt.queries import findings
from nämnd.översikt.words import finding_chip, finding_text
from ui.desk import Desk
from ui.sammanträde.exports import in_worker, open_in_system, order_for
from ui.toolkit.chips import Chip
from ui.toolkit.controls import Check
from ui.toolkit.jobs import Cancelled, Done, Failed, Job, JobEvent
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind as ButtonKind
from ui.toolkit.small import Label, button, column, label, row

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


def send_kallelse(desk: Desk, parent: QWidget, sammanträde_id: str) -> SendDialog:
    """Open the dialog that makes the papers, and records that they went out."""
    desk.editor.flush()
    dialog = SendDialog(desk, parent, sammanträde_id)
    dialog.open()
    return dialog


class SendDialog(QDialog):
    """Two steps: what to make and where; then send the letter and record it.

    The dagordning can't change while it is open, so what is recorded is what was made.
    """

    def __init__(self, desk: Desk, parent: QWidget, sammanträde_id: str) -> None:
        """Show the first step."""
        super().__init__(parent)
        self._desk, self._key = desk, sammanträde_id
        self._order = order_for(desk, sammanträde_id, (), mail=True)
        self.again = bool(self._order.papers.sent)
        self._made: Made | None = None
        self._job: Job | None = None
        self.setWindowTitle("Skicka tillägg" if self.again else "Skicka kallelse")
        self.choices = tuple(
            (kind, self._check(text, chosen))
            for kind, text, chosen in (_AGAIN if self.again else _FIRST)
        )
        self.folder = QLineEdit(str(Path.home()))
        self.folder.setAccessibleName("Mapp att spara i")
        self.browse = button("&Välj …")
        self.make = button("Skapa &filerna", ButtonKind.PRIMARY)
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Hur långt arbetet har kommit")
        self.doing = label("", Label.CAPTION)
        self.close_first = button("Avbryt")
        self.steps = QStackedWidget()
        self._build()

    def _build(self) -> None:
        theme = self._desk.theme
        self.steps.addWidget(self._before())
        layout = QVBoxLayout(self)
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(self.steps)
        self.setMinimumWidth(theme.px(640))
        self._show_working(working=False)
        self.browse.clicked.connect(self._choose_folder)
        self.make.clicked.connect(self._begin)
        self.close_first.clicked.connect(self.reject)
        for _, box in self.choices:
            box.toggled.connect(self._enable)

    def _before(self) -> QWidget:
        theme = self._desk.theme
        page = QWidget()
        where = row(self.folder, self.browse, spacing=theme.px(8))
        buttons = row(self.doing, None, self.close_first, self.make, spacing=theme.px(8))
        layout = column(
            label("Vem som kallas", Label.HEADING),
            label(self._people(), wrap=True),
            *self._lacks(),
            label("Skapa", Label.HEADING),
            *(box for _, box in self.choices),
            label("Spara i mappen", Label.HEADING),
            where,
            self.progress,
            buttons,
            spacing=theme.px(8),
        )
        page.setLayout(layout)
        return page

    def _people(self) -> str:
        called = self._order.papers.called
        parts = (
            counted(len(called.ledamöter), "ledamot", "ledamöter"),
            f"{len(called.ersättare)} ersättare",
            f"{len(called.övriga)} övriga",
        )
        missing = without_address(called)
        text = ", ".join(parts) + "."
        if missing:
            names = ", ".join(one.person.namn for one in missing)
            text += f" Saknar e-postadress, och får inget brev: {names}."
        return text

    def _lacks(self) -> list[QWidget | QHBoxLayout]:
        today = self._desk.today
        found = self._desk.store.ask(lambda session: findings(session, self._key, today=today))
        if not found or self.again:
            return []
        theme = self._desk.theme
        lines = QWidget()
        lines.setLayout(column(*(self._finding(one) for one in found), spacing=theme.px(6)))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(lines)
        lines.setObjectName("scrolled")
        area.setMaximumHeight(theme.px(150))
        area.setAccessibleName("Att se över innan kallelsen går ut")
        return [label("Att se över", Label.HEADING), area]

    def _finding(self, one: Finding) -> QHBoxLayout:
        chip = Chip(finding_chip(one), Role.WARN)
        return row(chip, label(finding_text(one)), None, spacing=self._desk.theme.px(8))

    def _check(self, text: str, chosen: bool) -> Check:  # noqa: FBT001 - from a table
        box = Check(self._desk.theme, text)
        box.setChecked(chosen)
        return box

    def _choose_folder(self) -> None:
        found = self._desk.messages.choose_folder("Välj mapp att spara i", Path(self.folder.text()))
        if found is not None:
            self.folder.setText(str(found))

    def _chosen(self) -> tuple[Kind, ...]:
        return tuple(kind for kind, box in self.choices if box.isChecked())

    def _enable(self) -> None:
        self.make.setEnabled(bool(self._chosen()) and self._job is None)

    def _begin(self) -> None:
        order = Order(self._order.papers, self._order.plan, self._chosen(), mail=True)
        work = in_worker(self._desk, order, Path(self.folder.text()).expanduser())
        self._show_working(working=True)
        self._job = self._desk.jobs.start(work, self, self._follow, label="Skapar utskicket")

    def _follow(self, event: JobEvent) -> None:
        match event:
            case Progress(done, total, what):
                self.progress.setRange(0, total)
                self.progress.setValue(done)
                self.doing.setText(what)
            case Done(Made() as made):
                self._show_working(working=False)
                self._made = made
                self.steps.addWidget(self._after(made))
                self.steps.setCurrentIndex(1)
            case Failed(error):
                self._show_working(working=False)
                self._desk.jobs.refused.emit(error)
            case Cancelled() | Done():
                self._show_working(working=False)

    def _show_working(self, *, working: bool) -> None:
        if not working:
            self._job = None
        self.progress.setVisible(working)
        self.doing.setVisible(working)
        self.make.setEnabled(not working)
        self.close_first.setText("Avbryt")

    def _after(self, made: Made) -> QWidget:
        theme = self._desk.theme
        page = QWidget()
        folder = button("Öppna &mappen")
        letter = button("Öppna &brevet")
        self.record = button("Markera som &skickat", ButtonKind.PRIMARY)
        later = button("Stäng utan att markera")
        folder.clicked.connect(lambda: open_in_system(made.files[0].path.parent))
        letter.clicked.connect(lambda: made.mail and open_in_system(made.mail))
        self.record.clicked.connect(self._record)
        later.clicked.connect(self.reject)
        page.setLayout(
            column(
                label("Filerna är klara", Label.TITLE),
                label(_listing(made), wrap=True),
                *_left_out(made),
                label(
                    "Öppna brevet i ditt e-postprogram, kontrollera det och skicka. När det har "
                    "gått iväg, markera som skickat: då står beteckningarna fast, och det som "
                    "ändras sedan kommer med på en tilläggslista.",
                    wrap=True,
                ),
                None,
                row(folder, letter, None, later, self.record, spacing=theme.px(8)),
                spacing=theme.px(10),
            )
        )
        self.record.setFocus()
        return page

    def _record(self) -> None:
        if self._made is None:
            return
        called = self._order.papers.called
        command = RecordUtskick(
            sammanträde_id=self._key,
            when=self._desk.when,
            till=tuple(one.person_id for one in called.all),
            utgåvor=utgåvor(self._made, self._desk.files),
        )
        what = "skicka tillägg" if self.again else "skicka kallelse"
        if self._desk.editor.do(command, what) is not None:
            self._desk.messages.notice(_recorded(self._desk.clock(), len(called.all)))
            self.accept()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()


def _listing(made: Made) -> str:
    lines = [one.path.name for one in made.files]
    if made.mail is not None:
        lines.append(f"{made.mail.name} (brevutkast med PDF-filerna bifogade)")
    folder = made.files[0].path.parent
    return f"I {folder}:\n" + "\n".join(f"• {one}" for one in lines)


def _left_out(made: Made) -> list[QWidget]:
    if not made.left_out:
        return []
    texts = "\n\n".join(sentence_for(one) for one in made.left_out)
    return [label("Det här kunde inte tas med", Label.HEADING), label(texts, wrap=True)]


def _recorded(when: datetime, people: int) -> str:
    return f"Utskicket till {counted(people, 'person', 'personer')} är antecknat {when:%H.%M}."
