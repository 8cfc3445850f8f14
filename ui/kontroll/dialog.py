"""«Kontrollera underskrifter» and «Kontrollera loggen»: whether it is as it was, and whose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.error_messages import message_for
from nämnd.justeringsfil.errors import PackageError, PackageFault, SvarError, SvarFault
from nämnd.kontroll.checking import check_path
from nämnd.kontroll.logs import check_log
from nämnd.kontroll.values import Report
from ui.kontroll.report_view import ReportView
from ui.toolkit.chips import EmptyState, in_card
from ui.toolkit.jobs import Cancelled, Done, Failed, Job, JobEvent
from ui.toolkit.messages import Kinds
from ui.toolkit.row_list import files_in
from ui.toolkit.small import Kind, Label, button, label, reading_area, row
from ui.toolkit.theme import Icon

if TYPE_CHECKING:
    from ui.desk import Desk

KINDS: Kinds = (("Protokoll, justeringsfil eller svar", "*.pdf *.justering *.svar"),)
_SIZE = (680, 560)  # the design's pixels
_ABOUT = (
    "Visar vem som har undertecknat en fil, om den är oförändrad och om den är exakt den som "
    "programmet skapade. Filen ändras inte."
)
_DROP = "Välj eller släpp en PDF, en justeringsfil, ett svar eller en arkivmapp här."
_ABOUT_LOG = (
    "Visar om någon post i loggen har ändrats, tagits bort eller flyttats, och om den stämmer med "
    "det som har lämnat programmet i justeringsfiler, protokoll och arkiv."
)
_ASK_AGAIN = {
    SvarFault.PASSPHRASE_NEEDED,
    SvarFault.WRONG_PASSPHRASE,
    PackageFault.PASSPHRASE_NEEDED,
    PackageFault.WRONG_PASSPHRASE,
}
_WRONG = {SvarFault.WRONG_PASSPHRASE, PackageFault.WRONG_PASSPHRASE}


def open_control(desk: Desk, parent: QWidget, path: Path | None = None) -> ControlDialog:
    """Open the control of files, with one to begin with when it is known."""
    desk.editor.flush()
    dialog = ControlDialog(desk, parent)
    dialog.open()
    if path is not None:
        dialog.check(path)
    return dialog


def open_log_control(desk: Desk, parent: QWidget) -> ControlDialog:
    """Open the control of the log, and begin it."""
    desk.editor.flush()
    dialog = ControlDialog(desk, parent, of_log=True)
    dialog.open()
    dialog.check_log()
    return dialog


class ControlDialog(QDialog):
    """Chooses what to check, and shows what was found.

    Attributes:
        file, folder: choose what to check; hidden for the log.
        empty: where a file can be dropped, until one is.
        view: what was found, read in `area`; `card` is hidden until then.
        copy: puts the report on the clipboard.
        stop: ends what is under way.
    """

    def __init__(self, desk: Desk, parent: QWidget, *, of_log: bool = False) -> None:
        """Show nothing found yet."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kontrollera loggen" if of_log else "Kontrollera underskrifter")
        self._desk, self._of_log = desk, of_log
        self._job: Job | None = None
        self.about = label(_ABOUT_LOG if of_log else _ABOUT, wrap=True)
        self.file = button("Välj &fil …", Kind.PRIMARY)
        self.folder = button("Välj &arkivmapp …")
        self.view = ReportView(desk.theme)
        self.area = reading_area(self.view, "Resultat av kontrollen")
        self.card = in_card(desk.theme, self.area)
        self.empty = EmptyState(desk.theme, Icon.FILE, _DROP)
        self.doing = label("", Label.MUTED)
        self.bar = QProgressBar()
        self.copy, self.stop, self.close_it = button("&Kopiera"), button("Avbryt"), button("Stäng")
        self._build()
        self._connect()
        self._rest()

    def check(self, path: Path, passphrase: str | None = None) -> None:
        """Check a file or an archive folder."""
        desk = self._desk
        work = check_path(desk.heavy.run, desk.store, desk.files, path, passphrase, desk.clock())
        self._begin(work, f"Kontrollerar {path.name}", lambda error: self._refuse(error, path))

    def check_log(self) -> None:
        """Check the log."""
        desk = self._desk
        self._begin(check_log(desk.store, desk.files), "Kontrollerar loggen", self._tell)

    def done(self, result: int) -> None:
        """Let go of what is under way."""
        self._stop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._of_log and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.check(paths[0])

    def _begin(self, work: Work[Report], doing: str, refuse: Callable[[NämndError], None]) -> None:
        self._stop()

        def tell(event: JobEvent) -> None:
            if self._job is not job:  # something else is checked since
                return
            match event:
                case Progress():
                    self._show_progress(event)
                    return
                case Done(Report() as report):
                    self._show(report)
                case Failed(NämndError() as error):
                    self._rest()
                    refuse(error)
                case Failed(error):
                    self._rest()
                    raise error  # a bug: the crash window shows it
                case Cancelled() | Done():
                    self._rest()

        self.doing.setText(f"{doing} …")
        self.bar.setRange(0, 0)
        for one in (self.doing, self.bar, self.stop):
            one.show()
        for one in (self.card, self.copy, self.empty):
            one.hide()
        self._job = job = self._desk.jobs.start(work, self, tell)

    def _show_progress(self, now: Progress) -> None:
        self.bar.setRange(0, now.total)
        self.bar.setValue(now.done)
        if now.what:
            self.doing.setText(f"{now.what} …")

    def _show(self, report: Report) -> None:
        self.view.show_report(report)
        self._rest()
        self.area.setAccessibleDescription(self.view.text)
        self.area.verticalScrollBar().setValue(0)
        self.area.setFocus()

    def _rest(self) -> None:
        """Show that nothing is under way."""
        self._job = None
        for one in (self.doing, self.bar, self.stop):
            one.hide()
        shown = self.view.report is not None
        self.card.setVisible(shown)
        self.copy.setVisible(shown)
        self.empty.setVisible(not shown and not self._of_log)

    def _refuse(self, error: NämndError, path: Path) -> None:
        why = error.why if isinstance(error, SvarError | PackageError) else None
        if why not in _ASK_AGAIN:
            self._tell(error)
            return
        ask = "Lösenordet stämmer inte. Försök igen:" if why in _WRONG else "Filens lösenord:"
        said = self._desk.messages.ask_text(f"Kontrollera {path.name}", ask)
        if said:
            self.check(path, said)

    def _tell(self, error: NämndError) -> None:
        self._desk.messages.error(message_for(error))

    def _choose_file(self) -> None:
        path = self._desk.messages.open_file("Välj filen att kontrollera", KINDS)
        if path is not None:
            self.check(path)

    def _choose_folder(self) -> None:
        path = self._desk.messages.choose_folder("Välj arkivmappen att kontrollera")
        if path is not None:
            self.check(path)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.text)
        self._desk.messages.notice("Resultatet är kopierat.")

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self._rest()

    def _build(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.about)
        layout.addLayout(row(self.file, self.folder, None, spacing=theme.px(8)))
        layout.addWidget(self.doing)
        layout.addWidget(self.bar)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.empty, 1)
        layout.addStretch()
        layout.addLayout(row(self.copy, None, self.stop, self.close_it, spacing=theme.px(8)))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self.setAcceptDrops(not self._of_log)
        self.file.setVisible(not self._of_log)
        self.folder.setVisible(not self._of_log)
        self.bar.setAccessibleName("Kontrollen")
        self.bar.setTextVisible(False)

    def _connect(self) -> None:
        self.file.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)
        self.copy.clicked.connect(self._copy)
        self.stop.clicked.connect(self._stop)
        self.close_it.clicked.connect(self.reject)
