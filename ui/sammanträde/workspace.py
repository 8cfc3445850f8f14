"""The page of a sammanträde: its dagordning, the chosen punkt, and the paper as it will be."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.sammanträde.checks import Finding, Lack
from nämnd.sammanträde.dagordning import Dagordning
from ui.desk import Desk, Go
from ui.sammanträde.bilaga_actions import BilagaActions
from ui.sammanträde.differences import shown_after
from ui.sammanträde.file_drops import FileDrops
from ui.sammanträde.header import Header
from ui.sammanträde.loaded import Loaded, read
from ui.sammanträde.panes import Panes
from ui.sammanträde.preview_pane import PreviewPane
from ui.sammanträde.punkt_actions import PunktActions
from ui.sammanträde.punkt_editor import PunktEditor
from ui.sammanträde.punkt_list import PunktList

_SHOWS = frozenset(Topic)  # the papers say who is called, and by whom
_WIDE_OF = (Lack.TID, Lack.PLATS, Lack.ORDFÖRANDE, Lack.SEKRETERARE)
_PEOPLE = (Lack.CALLED, Lack.EMAIL)


class Workspace(QWidget):
    """Where a dagordning is made.

    Attributes:
        sammanträde_id: what is shown; empty until `show_sammanträde`.
        punkt_id: the punkt in the editor, or None.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show no sammanträde yet."""
        super().__init__()
        self._desk, self._go = desk, go
        self.sammanträde_id = ""
        self.punkt_id: str | None = None
        self._loaded: Loaded | None = None
        self._stale = self._reading = False
        self.punkt_actions = PunktActions(desk)
        self.bilaga_actions = BilagaActions(desk, self)
        self.header = Header(desk.theme)
        self.list = PunktList(desk.theme)
        self.editor = PunktEditor(desk, self.bilaga_actions)
        self.preview = PreviewPane(desk)
        self.panes = Panes(desk.theme, self.list, self.editor, self.preview)
        self._drops = FileDrops(self.editor)
        self._build()
        self._connect()

    def show_sammanträde(self, sammanträde_id: str, punkt_id: str | None = None) -> None:
        """Show a sammanträde, at a punkt when one is named."""
        self._desk.editor.flush()
        if sammanträde_id != self.sammanträde_id:
            self.sammanträde_id, self.punkt_id, self._loaded = sammanträde_id, None, None
            self.bilaga_actions.sammanträde_id = sammanträde_id
            self.preview.go_to_punkt(1)
        self._read()
        self.show_punkt(punkt_id or self.punkt_id)
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now. What can't be seen waits until it can."""
        if not self.sammanträde_id or not topics & _SHOWS:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def show_punkt(self, punkt_id: str | None) -> None:
        """Choose a punkt; the first when None is named or it is not there."""
        rows = self.list.rows.rows_model.rows
        if rows and not (punkt_id and self.list.rows.choose(punkt_id)):
            self.list.rows.choose(rows[0].id)

    def add_punkt(self) -> None:
        """Add a punkt after the chosen one, with the caret in its rubrik."""
        punkt_id = self.punkt_actions.add(self.list.rows.current())
        if punkt_id is not None:
            self._read()
            self.show_punkt(punkt_id)
            self.editor.begin_new()

    def add_from_ärende(self) -> None:
        """Put what waits, or another ärende, on the dagordning."""
        from ui.sammanträde.waiting_dialog import WaitingDialog

        loaded = self._loaded
        if loaded is not None and self._desk.editor.flush():
            WaitingDialog(
                self._desk,
                self,
                self.sammanträde_id,
                waiting=loaded.waiting,
                ärenden=loaded.ärenden,
                done=self.show_punkt,
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    # What is shown

    def _read(self) -> None:
        self._stale = False
        before = self._loaded
        try:
            self._loaded = loaded = read(self._desk, self.sammanträde_id)
        except GoneError:
            self._leave()
            return
        now = self.punkt_actions.now = loaded.dagordning
        self.header.show_sammanträde(
            now, loaded.findings, loaded.later, sent=loaded.sent, today=self._desk.today
        )
        self._reading = True
        self.list.show_dagordning(now, len(loaded.waiting))
        self._follow(before.dagordning if before else None, now)
        self._reading = False
        self._show_chosen()
        self._show_papers()

    def _leave(self) -> None:
        """Go back to the list when the sammanträde was removed, by undo or from the list."""
        self.sammanträde_id, self.punkt_id, self._loaded = "", None, None
        for menu in self.findChildren(QMenu):
            menu.close()  # what it offers is about the sammanträde
        if self.isVisible():
            QTimer.singleShot(0, self, lambda: self._go.to_page("sammanträden"))

    def _follow(self, before: Dagordning | None, now: Dagordning) -> None:
        """Go to the punkt that a change elsewhere, most often an undo, was about."""
        if self.bilaga_actions.adding and self.editor.isAncestorOf(self.focusWidget()):
            return  # files come in while the user writes about something else
        wanted = shown_after(before, now, self.punkt_id)
        if wanted is not None:
            self.list.rows.choose(wanted)

    def _show_chosen(self) -> None:
        """Show the punkt chosen in the list, unless what is written here can't be saved."""
        if self.list.rows.current() != self.punkt_id and self._held_back():
            return
        chosen = self.list.rows.current()
        other, self.punkt_id = chosen != self.punkt_id, chosen
        punkt = self._loaded.punkt(chosen) if self._loaded else None
        self.editor.show_punkt(punkt, self._loaded)
        if punkt is not None and other:
            self.preview.go_to_punkt(punkt.nummer)

    def _held_back(self) -> bool:
        """Save what is written; when it can't be, go back to it and say so."""
        self._desk.editor.flush()
        wrong = self.editor.unsaved()
        if wrong is None or not self.list.rows.choose(self.punkt_id or ""):
            return False
        self.editor.go_to(wrong)
        return True

    def _show_papers(self) -> None:
        """Draw the papers with what is being written, saved or not."""
        loaded, live = self._loaded, self.editor.live()
        if loaded is None:
            return
        now = loaded.dagordning
        punkter = tuple(live if live and one.id == live.id else one for one in now.punkter)
        papers = replace(loaded.papers, dagordning=replace(now, punkter=punkter))
        self.preview.show_papers(papers)

    def _choose(self, punkt_id: str | None) -> None:
        if punkt_id != self.punkt_id and not self._reading:
            self._show_chosen()

    # What is asked for

    def _add_files(self, punkt_id: str | None, paths: Sequence[Path]) -> None:
        wanted = punkt_id or self.punkt_id
        if wanted is not None:
            self.bilaga_actions.add_files(wanted, paths)

    def _add_here(self, paths: Sequence[Path]) -> None:
        self._add_files(None, paths)

    def _move_bilagor(self, punkt_id: str, ids: Sequence[str]) -> None:
        self.bilaga_actions.move(ids, punkt_id)

    def _open(self, _: str) -> None:
        self.editor.begin()

    def _jump(self, finding: Finding) -> None:
        if finding.lack in _WIDE_OF:
            self._edit()
        elif finding.lack in _PEOPLE:
            self._go.to_page("nämnd")
        elif finding.lack is Lack.PUNKTER:
            self.add_punkt()
        else:
            self._jump_to_punkt(finding)

    def _jump_to_punkt(self, finding: Finding) -> None:
        self.show_punkt(finding.punkt_id)
        if finding.bilaga_id is None:
            self.editor.go_to(self.editor.förslag)
        else:
            self.editor.bilagor.choose(finding.bilaga_id)
            self.editor.go_to(self.editor.bilagor.view)

    def _edit(self) -> None:
        from ui.sammanträde.dialogs import edit_sammanträde

        edit_sammanträde(self._desk, self, self.sammanträde_id)

    def _move(self) -> None:
        from ui.sammanträde.dialogs import move_sammanträde

        move_sammanträde(self._desk, self, self.sammanträde_id)

    def _cancel(self) -> None:
        from ui.sammanträde.dialogs import cancel_sammanträde

        cancel_sammanträde(self._desk, self.sammanträde_id)

    def _resume(self) -> None:
        from ui.sammanträde.dialogs import hold_sammanträde

        hold_sammanträde(self._desk, self.sammanträde_id)

    def _send(self) -> None:
        from ui.sammanträde.send_dialog import send_kallelse

        if self._desk.editor.flush():
            send_kallelse(self._desk, self, self.sammanträde_id)

    def _to_justering(self) -> None:
        if self._desk.editor.flush():
            self._go.to_justering(self.sammanträde_id)

    def _to_protokoll(self, paper: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._desk.editor.flush():
            self._go.to_protokoll(self.sammanträde_id, paper=paper)

    def _next_pane(self, step: int) -> None:
        stops: list[QWidget] = [self.list.rows, self.editor.rubrik.input]
        if not self.preview.isHidden():
            stops.append(self.preview.view.sheets)
        panes = (self.list, self.editor, self.preview)
        focus = self.focusWidget()
        at = next((n for n, one in enumerate(panes) if focus and one.isAncestorOf(focus)), -1)
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        side = theme.px(24)
        layout.setContentsMargins(side, theme.px(16), side, theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.header)
        layout.addWidget(self.panes, 1)
        bilagor = self.editor.bilagor
        for one, following in pairwise((bilagor.view, *bilagor.details.stops, bilagor.add_files)):
            QWidget.setTabOrder(one, following)
        QWidget.setTabOrder(bilagor.add_bare, self.editor.show_preview)

    def _connect(self) -> None:
        rows = self.list.rows
        rows.chosen.connect(self._choose)
        rows.opened.connect(self._open)
        rows.moved.connect(self.punkt_actions.move)
        rows.files_dropped.connect(self._add_files)
        rows.bilagor_dropped.connect(self._move_bilagor)
        self.list.add_wanted.connect(self.add_punkt)
        self.list.import_wanted.connect(self._go.import_file)
        self.list.ärende_wanted.connect(self.add_from_ärende)
        self.list.remove_wanted.connect(lambda: self.punkt_actions.remove(rows.selected()))
        self.list.withdraw_wanted.connect(lambda: self.punkt_actions.withdraw(rows.selected()))
        self.editor.typed.connect(self._show_papers)
        self.editor.list_wanted.connect(rows.setFocus)
        self._drops.dropped.connect(self._add_here)
        self._drops.hovering.connect(self.editor.bilagor.show_as_target)
        self._connect_panes()
        self._connect_header()
        self._connect_keys()

    def _connect_panes(self) -> None:
        self.panes.preview_shown.connect(self.editor.show_preview.setHidden)
        self.preview.hide_wanted.connect(lambda: self.panes.show_preview(shown=False))
        self.editor.show_preview.clicked.connect(lambda: self.panes.show_preview(shown=True))

    def _connect_header(self) -> None:
        header = self.header
        header.edit_wanted.connect(self._edit)
        header.move_wanted.connect(self._move)
        header.cancel_wanted.connect(self._cancel)
        header.resume_wanted.connect(self._resume)
        header.send_wanted.connect(self._send)
        header.jump_wanted.connect(self._jump)
        header.protokoll_wanted.connect(self._to_protokoll)
        header.justering_wanted.connect(self._to_justering)

    def _connect_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("F6", lambda: self._next_pane(1)),
            ("Shift+F6", lambda: self._next_pane(-1)),
            ("F2", self.editor.begin),
            ("Ctrl+Return", self.add_punkt),
            ("Ctrl+Enter", self.add_punkt),
        ):
            QShortcut(QKeySequence(keys), self, act, context=inside)
