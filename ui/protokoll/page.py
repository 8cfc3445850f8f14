"""The page of the meeting day: §§ in order, the one being handled, and who is there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.protokoll.findings import Finding, Part, Rule
from ui.desk import Desk, Go
from ui.protokoll.header import Header
from ui.protokoll.header_words import Step
from ui.protokoll.loaded import Loaded, read
from ui.protokoll.meeting_actions import MeetingActions
from ui.protokoll.menus import MeetingActs, meeting_menu, row_menu
from ui.protokoll.papers import utdrag_of
from ui.protokoll.paragraf_actions import ParagrafActions
from ui.protokoll.paragraf_editor import ParagrafEditor
from ui.protokoll.paragraf_list import ParagrafList
from ui.protokoll.rows import next_punkt
from ui.protokoll.side import Side, SidePane
from ui.protokoll.watching import watch_from
from ui.sammanträde.export_kinds import OF_THE_DAY, Export
from ui.sammanträde.panes import Panes, Shares
from ui.sammanträde.popups import pop_below, popup

_SHOWS = frozenset(Topic)
_SHARES = Shares(parts=(30, 54, 33), least=(240, 440, 290), for_all=1000, left_yields=True)


class ProtokollPage(QWidget):
    """Where a meeting day is written down, and its protokoll.

    Attributes:
        sammanträde_id: what is shown; empty until `show_sammanträde`.
        row_id: the § (or the punkt that is not handled) in the middle, or None.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show no sammanträde yet."""
        super().__init__()
        self._desk, self._go = desk, go
        self.sammanträde_id = ""
        self.row_id: str | None = None
        self._loaded: Loaded | None = None
        self._stale = self._reading = False
        self.actions_of = ParagrafActions(desk)
        self.meeting = MeetingActions(desk)
        self.header = Header(desk.theme)
        self.list = ParagrafList(desk.theme)
        self.editor = ParagrafEditor(desk)
        self.side = SidePane(desk)
        self.panes = Panes(desk.theme, self.list, self.editor, self.side, _SHARES)
        self._build()
        self._connect()

    def show_sammanträde(
        self, sammanträde_id: str, paragraf_id: str | None = None, *, paper: bool = False
    ) -> None:
        """Show a sammanträde, at a § (or a punkt); `paper`: with the protokoll beside it."""
        self._desk.editor.flush()
        if sammanträde_id != self.sammanträde_id:
            self.sammanträde_id, self.row_id, self._loaded = sammanträde_id, None, None
        self._show_side(Side.PAPER if paper else Side.NÄRVARO)
        self._read()
        self.show_row(paragraf_id or self.row_id or self._first_row())
        self._begin_list()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now. What can't be seen waits until it can."""
        if not self.sammanträde_id or not topics & _SHOWS:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def show_row(self, row_id: str | None) -> None:
        """Choose a § or a punkt; the first when None is named or it is not there."""
        shown = self.list.rows.shown()
        wanted = self._loaded.row_of_punkt(row_id) if self._loaded and row_id else None
        if not (wanted and self.list.choose(wanted)) and shown:
            self.list.rows.choose(shown[0].id)

    def next_paragraf(self) -> None:
        """Do what comes next: handle the next punkt, end the sammanträde, look it over."""
        match self.header.step:
            case Step.NEXT:
                self._handled(self.actions_of.handle_next())
            case Step.END:
                self.meeting.close()
            case Step.CHECK:
                self.check()

    def check(self) -> None:
        """Show what there is to look at before the justering."""
        if self._desk.editor.flush():
            self._show_side(Side.FINDINGS)

    def add_ärende(self, _: str | None = None) -> None:
        """Ask for an ärende that is not on the dagordning, and go to it."""
        punkt_id = self.actions_of.add(self.row_id)
        if punkt_id is not None:
            self.show_row(punkt_id)
            self._begin_list()

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
        now = self.actions_of.now = self.meeting.now = loaded.protokoll
        self._show_head()
        wanted = loaded.stand_in(self.row_id, before)
        self._reading = True
        self.list.show_protokoll(now)
        if wanted is not None and wanted != self.list.rows.current():
            self.list.choose(wanted)
        self._reading = False
        self._show_chosen()

    def _leave(self) -> None:
        """Go back to the list when the sammanträde was removed, by undo or from the list."""
        self.sammanträde_id, self.row_id, self._loaded = "", None, None
        for menu in self.findChildren(QMenu):
            menu.close()  # what it offers is about the sammanträde
        if self.isVisible():
            QTimer.singleShot(0, self, lambda: self._go.to_page("sammanträden"))

    def _choose(self, row_id: str | None) -> None:
        if row_id != self.row_id and not self._reading:
            self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the § chosen in the list, unless what is written here can't be saved."""
        chosen = self.list.rows.current()
        if chosen != self.row_id and self._held_back():
            return
        other, self.row_id = chosen != self.row_id, chosen
        loaded = self._loaded
        if loaded is None:
            return
        paragraf, punkt = loaded.paragraf(chosen), loaded.punkt(chosen)
        if paragraf is not None:
            self.editor.show_paragraf(loaded.protokoll, paragraf)
        elif punkt is not None:
            self.editor.show_punkt(punkt)
        else:
            self.editor.show_nothing()
        if other:
            self.editor.scroll_up()
        self.header.show_presence(loaded.protokoll, paragraf, today=self._desk.today)
        self.side.show_protokoll(loaded.protokoll, paragraf, other=other)

    def _held_back(self) -> bool:
        """Save what is written; when it can't be, go back to it and say so."""
        self._desk.editor.flush()
        wrong = self.editor.unsaved()
        if wrong is None or not self.list.choose(self.row_id or ""):
            return False
        self.editor.area.ensureWidgetVisible(wrong)
        wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _first_row(self) -> str | None:
        """Return where the user goes on: the § under way, else the next punkt, else the first."""
        now = self._loaded.protokoll if self._loaded else None
        if now is None:
            return None
        open_ = next((one.id for one in now.paragrafer if not one.klar), None)
        coming = next_punkt(now)
        return open_ or (coming.id if coming else None)

    def _show_side(self, what: Side) -> None:
        was = self.side.what
        self.side.show_side(what)
        if what is not Side.NÄRVARO:
            self.panes.show_preview(shown=True)
        elif was is not Side.NÄRVARO:
            self.panes.let_room_decide()
        self._show_head()

    def _show_head(self) -> None:
        loaded = self._loaded
        if loaded is not None:
            paper = self.side.what is Side.PAPER
            today = self._desk.today
            self.header.show_loaded(loaded, today=today, paper=paper)

    # What is asked for

    def _selected(self) -> Sequence[str]:
        return self.list.rows.selected()

    def _handled(self, paragraf_id: str | None) -> None:
        if paragraf_id is not None:
            self.show_row(paragraf_id)

    def _open(self, row_id: str) -> None:
        loaded = self._loaded
        if loaded is not None and loaded.paragraf(row_id) is None:
            self._handled(self.actions_of.handle(row_id))
        else:
            self.editor.begin()

    def _klubba_shown(self) -> None:
        loaded = self._loaded
        paragraf = loaded.paragraf(self.row_id) if loaded else None
        if paragraf is None:
            return
        if paragraf.klar:
            self.actions_of.reopen(paragraf.id)
        else:
            self.actions_of.klubba([paragraf.id])

    def _removal(self, ids: Sequence[str]) -> None:
        """Delete: §§ are taken back, punkter utgår."""
        loaded = self._loaded
        if loaded is not None and all(loaded.paragraf(one) for one in ids):
            self.actions_of.undraw(ids)
        else:
            self.actions_of.let_go(ids)

    def _pause(self) -> None:
        if self.header.can_open:
            self.meeting.open()
        elif self.header.pause.isVisible():
            self.meeting.toggle_break()

    def _upprop(self) -> None:
        from ui.närvaro.roll_call import open_roll_call

        if self._desk.editor.flush() and self._loaded is not None:
            open_roll_call(self._desk, self, self._loaded.protokoll)

    def _to_dagordning(self) -> None:
        if self._desk.editor.flush() and self._loaded is not None:
            paragraf = self._loaded.paragraf(self.row_id)
            punkt_id = paragraf.punkt_id if paragraf else self.row_id
            self._go.to_sammanträde(self.sammanträde_id, punkt_id)

    def _jump(self, finding: Finding) -> None:
        """Go to the place that a finding is about."""
        if finding.paragraf_id is not None:
            self.show_row(finding.paragraf_id)
            self.editor.go_to(finding.place)
        elif finding.rule is Rule.UNHANDLED:
            self.show_row(finding.place.key)
        elif finding.place.part in (Part.DAGORDNING, Part.PLATS):
            self._go.to_sammanträde(self.sammanträde_id, finding.place.key)
        elif finding.place.part is Part.TIDER:
            self._times()
        else:
            self._show_side(Side.NÄRVARO)

    def _export(self, what: Export) -> None:
        from ui.sammanträde.exports import export

        if self._desk.editor.flush() and self._loaded is not None:
            chosen = tuple(self._selected()) if what.kind.what == "utdrag" else ()
            now = self._loaded.protokoll
            ids = tuple(one.id for one in now.paragrafer if one.id in chosen)
            export(self._desk, self, self.sammanträde_id, what, utdrag_of(now, ids))

    def _times(self) -> None:
        from ui.protokoll.times_dialog import edit_times

        if self._loaded is not None:
            edit_times(self._desk, self, self._loaded.protokoll)

    def _row_menu(self) -> QMenu:
        return self._menu_of(self._selected())

    def _menu_of(self, ids: Sequence[str]) -> QMenu:
        return row_menu(self, self.actions_of, ids, self.list.rows.move_selected, self._go)

    def _meeting_menu(self) -> QMenu:
        acts = MeetingActs(
            close=self.meeting.close,
            reopen=self.meeting.reopen,
            times=self._times,
            first_number=self.meeting.number_from,
            upprop=self._upprop,
            check=self.check,
            justering=self.header.justering_wanted.emit,
            papers=tuple(
                (one.text.replace("&", ""), partial(self._export, one)) for one in OF_THE_DAY
            ),
        )
        now = self._loaded.protokoll if self._loaded else None
        return meeting_menu(self, now, acts) if now else popup(self)

    def _next_pane(self, step: int) -> None:
        all_: tuple[QWidget, ...] = (self.list, self.editor, self.side)
        panes = [one for one in all_ if not one.isHidden()]
        focus = self.focusWidget()
        at = next((n for n, one in enumerate(panes) if focus and one.isAncestorOf(focus)), -1)
        match panes[(at + step) % len(panes)]:
            case ParagrafList():
                self.list.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case ParagrafEditor():
                self.editor.begin()
            case _:
                self.side.begin()

    def _show_paper(self, paper: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show_side(Side.PAPER if paper else Side.NÄRVARO)

    def _hide_side(self) -> None:
        self._show_side(Side.NÄRVARO)
        self._begin_list()

    def _begin_list(self) -> None:
        """Put the focus in the list, or in what stands in its place."""
        if self.list.isHidden():
            self.side.begin()
        else:
            self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        if self.list.isHidden():
            self._show_side(Side.NÄRVARO)
            self.panes.let_room_decide()
        self.list.begin_find()

    def _toggle_side(self) -> None:
        self.panes.show_preview(shown=self.side.isHidden())

    def _build(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        side = theme.px(24)
        layout.setContentsMargins(side, theme.px(16), side, theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.header)
        layout.addWidget(self.panes, 1)

    def _connect(self) -> None:
        rows, actions = self.list.rows, self.actions_of
        rows.chosen.connect(self._choose)
        rows.opened.connect(self._open)
        rows.moved.connect(actions.move)
        rows.removal_wanted.connect(self._removal)
        rows.insertion_wanted.connect(self.add_ärende)
        self.list.add_wanted.connect(self.add_ärende)
        self.list.klubba_wanted.connect(lambda: actions.klubba(self._selected()))
        self.list.menu_for = self._row_menu
        self.editor.menu_for = lambda: self._menu_of([self.row_id or ""])
        watch_from(self.editor, self._go)
        self.editor.list_wanted.connect(self._begin_list)
        self.editor.klubba_wanted.connect(self._klubba_shown)
        self.editor.handle_wanted.connect(lambda: self._open(self.row_id or ""))
        self.editor.side_wanted.connect(self._toggle_side)
        self.panes.preview_shown.connect(self.editor.side.setHidden)
        self.side.hide_wanted.connect(self._hide_side)
        self.side.jump_wanted.connect(self._jump)
        self.side.närvaro.jäv_wanted.connect(self.editor.decision.begin_jäv)
        self._connect_header()
        self._connect_keys()

    def _connect_header(self) -> None:
        header = self.header
        header.next_wanted.connect(self.next_paragraf)
        header.pause_wanted.connect(self._pause)
        header.upprop_wanted.connect(self._upprop)
        header.dagordning_wanted.connect(self._to_dagordning)
        header.paper_wanted.connect(self._show_paper)
        header.justering_wanted.connect(lambda: self._go.to_justering(self.sammanträde_id))
        header.more.clicked.connect(lambda: pop_below(header.more, self._meeting_menu()))

    def _connect_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+Return", self.next_paragraf),
            ("Ctrl+Enter", self.next_paragraf),
            ("Ctrl+N", self.add_ärende),
            ("Ctrl+F", self._find),
            ("Ctrl+J", self._pause),
            ("Ctrl+U", self._upprop),
            ("Ctrl+H", self._toggle_side),
            ("Ctrl+G", self.check),
            ("F2", self.editor.begin),
            ("F6", lambda: self._next_pane(1)),
            ("Shift+F6", lambda: self._next_pane(-1)),
        ):
            QShortcut(QKeySequence(keys), self, act, context=inside)
