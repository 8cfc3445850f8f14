"""The status line: what is saved, where, what runs, and what Ctrl+Z would take back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QProgressBar, QStatusBar

from nämnd.core.progress import Progress
from ui.desk import Desk
from ui.toolkit.chips import Keycap
from ui.toolkit.editing import NotSaved, Saved, SaveState, Saving
from ui.toolkit.jobs import Job, JobEvent
from ui.toolkit.small import Kind, Label, button, label
from ui.toolkit.theme import Theme


class StatusLine(QStatusBar):
    """Says what is so, and only that."""

    def __init__(self, theme: Theme) -> None:
        """Say nothing until a database is open."""
        super().__init__()
        self.saved = label("Öppnar …", Label.CAPTION)
        self.place = label("", Label.CAPTION)
        self.work = label("", Label.CAPTION)
        self.bar = QProgressBar()
        self.cancel = button("Avbryt", Kind.LINK)
        self.undo = label("", Label.CAPTION)
        self.keys = Keycap("Ctrl Z")
        self._job: Job | None = None
        self._desk: Desk | None = None
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self.bar.setFixedWidth(theme.px(160))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Hur långt arbetet har kommit")
        for part in (self.saved, self.place):
            self.addWidget(part)
        for part in (self.work, self.bar, self.cancel, self.undo, self.keys):
            self.addPermanentWidget(part)
        self.cancel.clicked.connect(self._stop)
        self._show_job(None)
        self.keys.hide()

    def attach(self, desk: Desk) -> None:
        """Follow the desk's editor and jobs."""
        self._desk = desk
        desk.editor.state_changed.connect(self._show_state)
        desk.editor.undo_stack.indexChanged.connect(self._show_undo)
        desk.jobs.happened.connect(self._follow)
        self._show_state(desk.editor.state)
        self._show_undo()

    def show_place(self, where: str, backup: datetime | None, today: datetime) -> None:
        """Say where the data lies and when it was last copied."""
        if backup is None:
            tail = "ingen säkerhetskopia än"
        elif backup.date() == today.date():
            tail = f"senaste säkerhetskopia i dag {backup:%H.%M}"
        else:
            tail = f"senaste säkerhetskopia {backup:%Y-%m-%d %H.%M}"
        self.place.setText(f"{where} · {tail}")

    def _show_state(self, state: SaveState) -> None:
        match state:
            case Saved(at):
                self.saved.setText(f"✓ Allt sparat {at:%H.%M}")
            case Saving():
                self.saved.setText("Sparar …")
            case NotSaved(error):
                from nämnd.error_messages import message_for

                self.saved.setText(f"Inte sparat: {message_for(error).splitlines()[0]}")

    def _show_undo(self) -> None:
        if self._desk is None:
            return
        text = self._desk.editor.undo_stack.undoText()
        self.undo.setText(f"Ångra: {text}" if text else "")
        self.keys.setVisible(bool(text))

    def _follow(self, job: Job, event: JobEvent) -> None:
        if not job.label:
            return
        if isinstance(event, Progress):
            self._show_job(job, event)
        elif job is self._job:
            self._show_job(None)

    def _show_job(self, job: Job | None, progress: Progress | None = None) -> None:
        self._job = job
        for part in (self.work, self.bar, self.cancel):
            part.setVisible(job is not None)
        if job is not None and progress is not None:
            self.work.setText(progress.what or job.label)
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
