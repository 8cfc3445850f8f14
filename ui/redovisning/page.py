"""The page of a redovisning: the sender's questions, who answers them, what is reported."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.core.progress import Work
from nämnd.paket.papers import preview
from nämnd.paket.redovisning import RedovisningPaper, gather_redovisning
from nämnd.redovisning.queries import redovisning_view
from nämnd.redovisning.recipients import Asked
from nämnd.redovisning.values import RedovisningView
from ui.desk import Desk, Go
from ui.redovisning.actions import Offer, RedovisningActions
from ui.redovisning.head import RedovisningHead
from ui.redovisning.people_card import PeopleCard
from ui.redovisning.question_pane import QuestionPane
from ui.redovisning.words import question_state
from ui.toolkit.chips import Card, EmptyState
from ui.toolkit.palette import Role
from ui.toolkit.preview import PagePreview, PreviewFeed
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.theme import Icon
from ui.toolkit.walking import walk_with_f6

_SHOWS = frozenset({Topic.ÖVERENSKOMMELSE, Topic.HANDLING, Topic.ÄRENDE, Topic.NÄMND})
_SIDE, _WHOLE, _LIST, _PEOPLE = 430, 1120, 430, 220  # the design's pixels
_NO_QUESTIONS = (
    "Redovisningen har inga frågor. Läs dem ur avsändarens dokument, eller skriv dem själv."
)


class RedovisningPage(QWidget):
    """One redovisning at a time.

    Attributes:
        head: its name, its stage, the buttons.
        list: the sender's structure.
        people: who answers.
        pane: the question that is chosen.
        view: how the paper will look; in the place of the pane while it is asked for.
        acts: what the buttons do.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until `show_redovisning`."""
        super().__init__()
        self._desk, self._go = desk, go
        theme = desk.theme
        self.shown: RedovisningView | None = None
        self.acts = RedovisningActions(desk, go, self)
        self.head = RedovisningHead(theme)
        self.list = RowList(theme, name="Avsändarens frågor", reorder=False)
        self.people = PeopleCard(desk, self._offer_for)
        self.pane = QuestionPane(desk, self.acts.write)
        self.empty = EmptyState(theme, Icon.DOKUMENT, _NO_QUESTIONS, "Skriv frågorna …")
        self.view = PagePreview(theme)
        self.feed: PreviewFeed[RedovisningPaper] = PreviewFeed(desk.jobs, self.view, self._draw)
        self.menu: QMenu | None = None
        self._build()

    @property
    def redovisning_id(self) -> str | None:
        """Return the id of what is shown."""
        return self.shown.id if self.shown else None

    def show_redovisning(self, redovisning_id: str) -> None:
        """Show a redovisning, of whichever nämnd it is."""
        self._desk.editor.flush()
        self._show(redovisning_id)
        if self.shown is not None:
            self._go.in_nämnd(self.shown.nämnd_id)
        there = self.shown is not None and bool(self.shown.frågor)
        if there and self.focusWidget() in {self, self.head.back}:
            self.list.setFocus()  # the page was given the focus before there was a list

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read it anew, if it is in sight: `show_redovisning` leads here, and reads it."""
        if self.shown is not None and topics & _SHOWS and self.isVisible():
            self._show(self.shown.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        there = self.shown is not None and bool(self.shown.frågor)
        (self.list if there else self.head.back).setFocus(event.reason())

    def _show(self, redovisning_id: str) -> None:
        try:
            view = self._desk.store.ask(lambda session: redovisning_view(session, redovisning_id))
        except GoneError:  # by undo, or another window
            self.shown = None
            self._go.to_page("uppföljning")
            return
        other = self.shown is None or self.shown.id != view.id
        self.shown = view
        self.acts.show_it(view)
        self.head.show_it(view, self._desk.today)
        self.people.show_it(view, self._desk.today)
        has = bool(view.frågor)
        self.panes.setVisible(has)
        self.empty.setVisible(not has)
        self.list.show_rows(_rows(view))
        if other or self.list.current() is None:
            self._begin(view)
        self._show_question(self.list.current())
        if self.head.as_paper.isChecked():
            self.feed.request(gather_redovisning(self._desk.store, self._desk.files, view.id))

    def _begin(self, view: RedovisningView) -> None:
        """Be at the first question that is not finished."""
        asked = view.to_answer
        first = next((one for one in asked if not one.klar), next(iter(asked), None))
        if first is not None:
            self.list.choose(first.draft.id)

    def _show_question(self, fråga_id: object) -> None:
        if self.shown is None:
            return
        key = fråga_id if isinstance(fråga_id, str) else None
        if self.pane.fråga is not None and self.pane.fråga.draft.id != key:
            self._desk.editor.flush()
        self.pane.show_it(self.shown, key)

    def _draw(self, paper: RedovisningPaper) -> Work[bytes]:
        draft = paper.view.godkänd is None
        created = self._desk.clock()
        return self._desk.preview.run(preview, paper.document, created=created, draft=draft)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(14)
        questions = Card(theme, "Avsändarens frågor", band=True)
        questions.body.setContentsMargins(0, 0, 0, 0)
        questions.add(self.list, 1)
        side = QSplitter(Qt.Orientation.Vertical)
        side.setChildrenCollapsible(False)
        side.setHandleWidth(gap)
        side.addWidget(questions)
        side.addWidget(self.people)
        side.setSizes([theme.px(_LIST), theme.px(_PEOPLE)])
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(gap)
        for part in (side, self.pane, self.view):
            self.panes.addWidget(part)
        self.panes.setSizes([theme.px(_SIDE), theme.px(_WHOLE - _SIDE), 0])
        for part in (self.view, self.empty):  # or the page asks for the height of both
            part.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(gap)
        layout.addWidget(self.head)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.empty, 1)
        self._connect(questions)

    def _connect(self, questions: QWidget) -> None:
        head, acts = self.head, self.acts
        self.list.chosen.connect(self._show_question)
        self.list.opened.connect(self._to_answer)
        self.people.spread.clicked.connect(self._spread)
        self.empty.pressed.connect(acts.mend)
        head.back.clicked.connect(acts.leave)
        head.more.clicked.connect(lambda: self._pop(head.more, acts.offered()))
        head.as_paper.clicked.connect(self._show_paper)
        head.approve.clicked.connect(acts.approve)
        head.register.clicked.connect(acts.papers.register)
        head.sent.clicked.connect(acts.sent)
        walk_with_f6(
            self,
            (questions, lambda: self.list),
            (self.people, self.people.first),
            (self.pane, self.pane.first),
            (self.view, lambda: self.view.sheets),
        )

    def _to_answer(self, _: str) -> None:
        fråga = self.pane.fråga
        if fråga is not None and fråga.draft.answered:
            self.pane.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _spread(self) -> None:
        """Spread what is selected when it is several; else what nobody answers."""
        chosen = self.list.selected()
        self.acts.spread(chosen if len(chosen) > 1 else ())

    def _show_paper(self) -> None:
        wanted = self.head.as_paper.isChecked()
        self._desk.editor.flush()
        self.view.setVisible(wanted)
        self.pane.setVisible(not wanted)
        side = self.panes.sizes()[0]
        rest = sum(self.panes.sizes()) - side
        self.panes.setSizes([side, 0, rest] if wanted else [side, rest, 0])
        if wanted and self.shown is not None:
            key = self.shown.id
            self.feed.request(gather_redovisning(self._desk.store, self._desk.files, key))

    def _offer_for(self, link: QPushButton, asked: Asked) -> None:
        if self.shown is not None and self.shown.godkänd is None:
            self._pop(link, self.acts.offered_for(asked))

    def _pop(self, under: QPushButton, offered: Sequence[Offer]) -> None:
        self._desk.editor.flush()
        self.menu = menu = QMenu(under)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        for text, act in offered:
            menu.addAction(text).triggered.connect(_called(act))
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    def _forget(self) -> None:
        self.menu = None


def _rows(view: RedovisningView) -> tuple[ListRow, ...]:
    """Return the structure as a list: questions numbered, with how far each has come."""
    found: list[ListRow] = []
    number = 0
    for one in view.frågor:
        draft = one.draft
        number += draft.answered
        said, role = question_state(view, draft.id)
        heading = draft.slag == "rubrik"
        found.append(
            ListRow(
                draft.id,
                str(number) if draft.answered else "",
                draft.text,
                said,
                role if said else Role.MUTED,
                indent=0 if heading else min(draft.nivå, 2),
                tip=draft.text,
                spoken=f"Rubrik: {draft.text}" if heading else "",
            )
        )
    return tuple(found)


def _called(act: Callable[[], object]) -> Callable[[], object]:
    return lambda: act()  # noqa: PLW0108 - leaves «checked» behind
