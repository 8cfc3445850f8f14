"""The status line: what is saved, where, what runs, and what Ctrl+Z would take back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from nämnd.core.progress import Progress
from ui.desk import Desk
from ui.toolkit.chips import Keycap
from ui.toolkit.small import Kind, Label, button, label
from ui.toolkit.theme import Theme

if TYPE_CHECKING:  # they come with the database, after the first paint
    from ui.toolkit.editing import SaveState
    from ui.toolkit.jobs import Job, JobEvent

_WIDE = 340  # the design's pixels that one text may take


class StatusLine(QStatusBar):
    """Says what is so, and only that."""

    def __init__(self, theme: Theme) -> None:
        """Say nothing until a database is open."""
        super().__init__()
        self._room = theme.px(_WIDE)
        self.saved = label("Öppnar …", Label.CAPTION)
        self.place = label("", Label.CAPTION)
        self.work = label("", Label.CAPTION)
        self.bar = QProgressBar()
        self.cancel = button("Avbryt", Kind.LINK)
        self.cancel.setAccessibleName("Avbryt arbetet")
        self.undo = label("", Label.CAPTION)
        self.keys = Keycap("Ctrl Z")
        self._running: dict[Job, Progress] = {}  # the last begun is shown
        self._desk: Desk | None = None
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self.place.setContentsMargins(theme.px(10), 0, 0, 0)
        self.bar.setFixedWidth(theme.px(160))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Hur långt arbetet har kommit")
        for part in (self.saved, self.place):
            self.addWidget(part)
        for part in (self.work, self.bar, self.cancel, self.undo, self.keys):
            self.addPermanentWidget(part)
        self.cancel.clicked.connect(self._stop)
        self._show_job()
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
        from ui.toolkit.editing import NotSaved, Saved, Saving

        match state:
            case Saved(at):
                self._say(self.saved, f"✓ Allt sparat {at:%H.%M}")
            case Saving():
                self._say(self.saved, "Sparar …")
            case NotSaved(error):
                from nämnd.error_messages import message_for

                self._say(self.saved, f"Inte sparat: {message_for(error).splitlines()[0]}")

    def _show_undo(self) -> None:
        if self._desk is None:
            return
        text = self._desk.editor.undo_stack.undoText()
        self._say(self.undo, f"Ångra: {text}" if text else "")
        self.keys.setVisible(bool(text))

    def _follow(self, job: Job, event: JobEvent) -> None:
        if not job.label:
            return
        if isinstance(event, Progress):
            self._running[job] = event
        else:
            self._running.pop(job, None)
        self._show_job()

    def _show_job(self) -> None:
        job = next(reversed(self._running), None)
        for part in (self.work, self.bar, self.cancel):
            part.setVisible(job is not None)
        if job is not None:
            progress = self._running[job]
            self._say(self.work, progress.what or job.label)
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.cancel.setEnabled(not job.stop.is_set())

    def _say(self, where: QLabel, text: str) -> None:
        """Show `text`, cut when it is long: a name of a file must not widen the window."""
        metrics = where.fontMetrics()
        where.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._room))
        where.setToolTip(text if where.text() != text else "")

    def _stop(self) -> None:
        for job in list(self._running)[-1:]:
            job.cancel()
        self._show_job()
