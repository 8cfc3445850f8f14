"""The review before publishing: every punkt, bilaga and §, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QProgressBar, QSplitter, QVBoxLayout, QWidget

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress
from nämnd.error_messages import message_for
from nämnd.paket.public.planning import PDF, WORD, What, not_reviewed
from nämnd.paket.public.reviewing import Review, ToReview, review
from nämnd.publicering.commands import SavePublicering
from nämnd.publicering.finding import find
from nämnd.publicering.values import Found
from ui.publicering.files import make_files
from ui.publicering.item_pane import Decision, ItemPane
from ui.publicering.reading import TextReader
from ui.publicering.words import (
    READING,
    counted_found,
    is_open,
    notes,
    progress_text,
    val_role,
    val_text,
)
from ui.toolkit.controls import Check
from ui.toolkit.jobs import Cancelled, Done, Failed, Job, JobEvent
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.table import Column, RowTable

if TYPE_CHECKING:
    from ui.desk import Desk

_SIZE = (1180, 780)  # the design's pixels
_LEFT, _RIGHT = 560, 620


def open_review(desk: Desk, parent: QWidget, sammanträde_id: str) -> ReviewDialog | None:
    """Open the review of a sammanträde; None when it is gone, and the user has been told."""
    desk.editor.flush()
    try:
        found = review(desk.store, desk.files, sammanträde_id, today=desk.today)
    except NämndError as error:
        desk.messages.error(message_for(error))
        return None
    dialog = ReviewDialog(desk, parent, found)
    dialog.open()
    return dialog


class ReviewDialog(QDialog):
    """The things to review to the left, the one being reviewed to the right."""

    def __init__(self, desk: Desk, parent: QWidget, found: Review) -> None:
        """Show everything; the files are read in the helper process."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Publicering")
        self._desk, self.review = desk, found
        self._found: dict[str, tuple[Found, ...]] = {}  # by checksum of what was read
        self.reader = TextReader(desk, self, found, self._read)
        self._job: Job | None = None
        self._shown: ToReview | None = None  # the one the pane is about
        theme = desk.theme
        self.table: RowTable[ToReview] = RowTable(
            theme, self._columns(), lambda one: one.granskning.key, name="Att granska"
        )
        self.pane = ItemPane(theme, lambda: desk.today)
        self.count = label("", Label.MUTED)
        self.progress = QProgressBar()
        self.all_clear = button("Välj Ja för allt &utan fynd")
        self.next = button("Nästa &ogranskade")
        self.protokoll = Check(theme, "&Protokollet")
        self.utskick = Check(theme, "&Handlingarna")
        self.word = Check(theme, "Protokollet som &Word också")
        self.close_first, self.make = (
            button("Stäng"),
            button("&Gör offentlig version …", Kind.PRIMARY),
        )
        self._build()
        self._connect()
        self._show()
        self.next_open()
        self.reader.start()

    # What is decided

    def decide(self, item: ToReview, decision: Decision) -> None:
        """Save what the user decided about a thing."""
        command = SavePublicering(
            vad=item.granskning.vad,
            key=item.granskning.key,
            val=decision.val,
            maskeringar=decision.maskeringar,
            sekretess=decision.sekretess,
            granskat=item.sha256,
        )
        self._desk.editor.do(
            command, f"granska {item.label}", merge_key=f"granska {item.granskning.key}"
        )
        self._reload()

    def publish_what_is_clear(self) -> None:
        """Decide on Ja for everything in which nothing was found, as one step each."""
        for item in self.review.items:
            if self._is_open(item) and self._is_clear(item):
                self.decide(item, Decision("ja", (), None))
        self._show_item(self.table.current())

    def next_open(self) -> None:
        """Go to the next thing that is not reviewed; the first thing when all are."""
        items = self.review.items
        at = next((n for n, one in enumerate(items) if one == self.table.current()), -1)
        order = (*items[at + 1 :], *items[: at + 1])
        first = next(filter(self._is_open, order), items[0] if items else None)
        if first is not None:
            self.table.choose(first.granskning.key)
            self.table.setFocus()

    # What is shown

    def _show(self) -> None:
        self.table.show_rows(self.review.items)
        self.count.setText(progress_text(self.review))
        left = [one for one in self.review.items if self._is_open(one)]
        self.all_clear.setEnabled(any(map(self._is_clear, left)))
        self.next.setEnabled(bool(left))
        self._enable()

    def _reload(self) -> None:
        key = self.review.papers.dagordning.sammanträde.id
        try:
            self.review = review(self._desk.store, self._desk.files, key, today=self._desk.today)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            self.reject()
            return
        self._show()

    def _go_to(self, item: ToReview | None) -> None:
        """Save what is being written of the one before, then show another."""
        self.pane.flush()
        self._shown = item
        self._show_item(item)

    def _show_item(self, item: ToReview | None) -> None:
        self.pane.setEnabled(item is not None)
        if item is None:
            return
        text = self.reader.text_of(item)
        read = READING if text is None and item.text is None else notes(text)
        words = item.text if item.text is not None else (text.text if text else "")
        self.pane.show_item(item, words, self._found_in(item) or (), read)

    def _found_in(self, item: ToReview) -> tuple[Found, ...] | None:
        """Return what was found in a thing; None while its file is not read."""
        if item.text is None:
            text = self.reader.text_of(item)
            return text.found if text else None
        if item.sha256 not in self._found:
            self._found[item.sha256] = find(item.text, self.review.known)
        return self._found[item.sha256]

    def _is_open(self, item: ToReview) -> bool:
        return is_open(self.review, item)

    def _is_clear(self, item: ToReview) -> bool:
        """Say whether all of a thing can be read, nothing was found in it, and it is no secret."""
        text = self.reader.text_of(item)
        unread = item.text is None and (text is None or bool(notes(text)))
        return not unread and not self._found_in(item) and item.granskning.sekretess is None

    def _read(self) -> None:
        """Show what was found in the files, now that they are read."""
        self.pane.flush()
        self._show()
        current = self.table.current()
        if current is not None and current.text is None:
            self._show_item(current)

    def _columns(self) -> tuple[Column[ToReview], ...]:
        place = {one.granskning.key: n for n, one in enumerate(self.review.items)}
        return (
            Column("Vad", lambda one: one.label, lambda one: place.get(one.granskning.key, 0), 11),
            Column("Rubrik", lambda one: one.rubrik, lambda one: one.rubrik.casefold()),
            Column(
                "Fynd",
                lambda one: counted_found(self._found_in(one)),
                lambda one: len(self._found_in(one) or ()),
                7,
                right=True,
            ),
            Column(
                "Publiceras",
                lambda one: val_text(self.review, one),
                lambda one: val_text(self.review, one),
                12,
                chip=lambda one: val_role(self.review, one),
            ),
        )

    # The frame

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Hur långt arbetet har kommit")
        self.progress.hide()
        self.utskick.setChecked(True)
        self.protokoll.setChecked(bool(self.review.pieces))
        self.protokoll.setEnabled(bool(self.review.pieces))
        self.make.setDefault(False)
        left, split = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        left.setLayout(
            column(
                row(self.count, None, spacing=gap),
                self.table,
                row(self.all_clear, self.next, None, spacing=gap),
                spacing=gap,
            )
        )
        split.addWidget(left)
        split.addWidget(self.pane)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(20))
        split.setSizes([theme.px(_LEFT), theme.px(_RIGHT)])
        layout = QVBoxLayout(self)
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(12))
        layout.addWidget(split, 1)
        layout.addWidget(self.progress)
        what = (label("Gör offentligt", Label.LABEL), self.protokoll, self.utskick, self.word)
        layout.addLayout(row(*what, None, self.close_first, self.make, spacing=theme.px(12)))
        around = self.parentWidget()
        room = around.window().size() if around else self._room()
        self.resize(self._room().boundedTo(room))

    def _room(self) -> QSize:
        return QSize(self._desk.theme.px(_SIZE[0]), self._desk.theme.px(_SIZE[1]))

    def _connect(self) -> None:
        self.table.chosen.connect(self._go_to)
        self.pane.decided.connect(self._decided)
        self.all_clear.clicked.connect(self.publish_what_is_clear)
        self.next.clicked.connect(self.next_open)
        self.close_first.clicked.connect(self.reject)
        self.make.clicked.connect(self._make)
        for box in (self.protokoll, self.utskick):
            box.toggled.connect(self._enable)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.next_open)
        self.next.setToolTip("Ctrl+Enter")
        self._desk.jobs.happened.connect(self._follow)

    def _decided(self, decision: Decision) -> None:
        if self._shown is not None:
            self.decide(self._shown, decision)

    def done(self, result: int) -> None:
        self.pane.flush()
        super().done(result)

    def _what(self) -> frozenset[What]:
        boxes = ((What.PROTOKOLL, self.protokoll), (What.UTSKICK, self.utskick))
        return frozenset(what for what, box in boxes if box.isChecked())

    def _enable(self) -> None:
        what = self._what()
        left = not_reviewed(self.review, what)
        self.make.setEnabled(bool(what) and not left and self._job is None)
        self.make.setToolTip(f"{len(left)} är inte granskade än" if left else "")
        self.word.setEnabled(self.protokoll.isChecked())

    def _make(self) -> None:
        self.pane.flush()
        forms = (PDF, WORD) if self.word.isChecked() else (PDF,)
        self._job = make_files(self._desk, self, self.review, self._what(), forms, self._reload)
        self._enable()

    def _follow(self, job: Job, event: JobEvent) -> None:
        if job is not self._job and not self.reader.is_job(job):
            return
        match event:
            case Progress():
                self.progress.setRange(0, event.total)
                self.progress.setValue(event.done)
                self.progress.show()
            case Done() | Failed() | Cancelled():
                self.progress.hide()
                self._job = None if job is self._job else self._job
                self._enable()
