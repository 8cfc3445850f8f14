"""A package, opened: the §§ to the left, the paper, and to the right who answers and comments."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from nämnd.bilaga.names import shown_name
from nämnd.core.errors import NämndError
from nämnd.justeringsfil.values import Slag, SvarKommentar
from ui.justera import words
from ui.justera.asked import SIGNS, AskedRow, State, before, candidates, rows_of
from ui.justera.kept import Sent
from ui.justera.opening import Opened
from ui.justera.paper_parts import Part, Reading, parts_of
from ui.justera.side import Side
from ui.justera.tools import Tools
from ui.toolkit.chips import Chip, in_card
from ui.toolkit.palette import Role
from ui.toolkit.paper_search import PaperSearch
from ui.toolkit.preview import PagePreview
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Kind, Label, button, column, label, row

_WHOLE = "alla"  # id of the row that is about the whole
_DELAY = 400  # ms from the last keystroke until a comment is kept
_PARTS = (33, 68, 30)  # how the three share the room, of the design picture
_FOOT = 90.0  # points of the last page where there is no text
_READING = 1 / 3  # how far down in what is seen one reads
_LEAST = (170, 300, 230)
_KINDS: tuple[Slag, ...] = ("ändring begärd", "godkänt", "godkänt och undertecknat")


class JusteraPage(QWidget):
    """Read, comment, answer.

    Signals:
        answer_wanted: the Slag that the reader wants to answer.
        mail_wanted: the answer made before is to be sent again.
    """

    answer_wanted = Signal(str)
    mail_wanted = Signal()

    def __init__(self, tools: Tools, opened: Opened) -> None:
        """Show the package from its beginning."""
        super().__init__()
        self.setObjectName("canvas")
        self._tools, self.opened = tools, opened
        self._manifest = opened.paket.manifest
        self.draft = opened.draft
        self._person = self._likely()
        self._current: int | None = None
        self._going = False  # the paper moves because a § was chosen, not by the reader
        self._parts: tuple[Part, ...] = ()
        self.paper = PagePreview(tools.theme, "Protokollet")
        self.search = PaperSearch(tools.theme, self.paper)
        self.list = RowList(tools.theme, name="Paragrafer", reorder=False)
        self.list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self.side = Side(tools.theme, self._manifest, candidates(self._manifest))
        self.buttons = {one: self._button(one) for one in _KINDS}
        self.banner = label("", Label.PROBLEM, wrap=True)
        self.note = label("", Label.MUTED, wrap=True)
        self.again = button("Gör ett &e-postutkast")
        self.chip = Chip("")
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._lay_out()
        self._show_paper()
        self._connect()
        self.show_person(self._person)
        self.show_sent(self.draft.sent)

    @property
    def person_id(self) -> str:
        """Return who reads; «» when that is not known yet."""
        return self._person

    def kommentarer(self) -> tuple[SvarKommentar, ...]:
        """Return what has been written, first on the whole and then by §."""
        written = sorted(self.draft.kommentarer.items(), key=lambda one: one[0] or 0)
        return tuple(SvarKommentar(key, text.strip()) for key, text in written if text.strip())

    def show_person(self, person_id: str) -> None:
        """Let it be that person who reads."""
        self._person = person_id
        rows = rows_of(self._manifest, self.opened.signers)
        mine = next((one for one in rows if one.person_id == person_id), None)
        self.side.who.choose(person_id or None)
        sent = self.draft.sent
        answered = sent is not None and mine is not None and sent.namn == mine.namn
        self.side.show_people(rows, mine, answered=answered)
        self._allow(mine)

    def show_checked(self) -> None:
        """Tell that the code shows where the file comes from."""
        self.chip.show_as("✓ kontrollerad", Role.GOOD)
        self.chip.setToolTip(words.CHECKED)
        self.chip.setAccessibleName(words.CHECKED)

    def show_sent(self, sent: Sent | None) -> None:
        """Tell what was answered here before; None: what there is to do."""
        self.again.setVisible(sent is not None)
        self.note.setText(words.LEAD)
        if sent is not None:
            said = words.answered(sent.slag, sent.tid)
            self.note.setText(f"{said} Skicka svaret, om det inte är gjort: {shown_name(sent.fil)}")

    def keep_sent(self, sent: Sent) -> None:
        """Remember what was answered."""
        self.draft = replace(self.draft, sent=sent)
        self.keep()
        self.show_sent(sent)
        self.show_person(self._person)

    def keep(self) -> bool:
        """Keep what is written, now; say why when it can't be."""
        self._timer.stop()
        try:
            self._tools.kept.keep_draft(self.opened.paket, self.draft)
        except NämndError as error:
            from nämnd.error_messages import message_for

            self.side.saved.setText(f"Kommentaren är inte sparad. {message_for(error)}")
            return False
        self.side.saved.setText(words.KEPT)
        return True

    def go_to(self, nummer: int | None) -> None:
        """Show a § and the comment on it; None: the beginning, and the whole."""
        self.list.choose(_WHOLE if nummer is None else str(nummer))

    def step(self, by: int) -> None:
        """Go to the § after, or the one before."""
        ids = [one.id for one in self.list.shown()]
        at = ids.index(self.list.current() or _WHOLE) + by
        if 0 <= at < len(ids):
            self.list.choose(ids[at])

    def _likely(self) -> str:
        """Return who reads, if it can be told: the only one asked, or one who has been here."""
        ids = [one.person_id for one in candidates(self._manifest)]
        if len(ids) == 1:
            return ids[0]
        known = self._tools.kept.memory().people
        return next((one for one in known if one in ids), "")

    def _allow(self, mine: AskedRow | None) -> None:
        """Turn on what the one who reads may answer, and say why when it is not everything."""
        asked = candidates(self._manifest)
        own = [one for one in asked if mine is None or one.person_id == mine.person_id]
        signs = any(one.sätt == SIGNS for one in own)
        waits = mine is not None and mine.state is State.LATER
        sound = not self.opened.broken and self.paper.pages > 0
        for slag, one in self.buttons.items():
            one.setEnabled(sound and bool(own) and (slag == "ändring begärd" or not waits))
        self.buttons["godkänt och undertecknat"].setVisible(signs)
        self._promote("godkänt och undertecknat" if signs else "godkänt")
        self.banner.setText(self._why(mine, waits=waits, any_asked=bool(asked)))
        self.banner.setVisible(bool(self.banner.text()))

    def _why(self, mine: AskedRow | None, *, waits: bool, any_asked: bool) -> str:
        if self.paper.pages == 0:
            return words.NOT_SHOWN
        if self.opened.broken:
            names = ", ".join(map(shown_name, self.opened.broken))
            return words.BROKEN.format(names=names)
        if not any_asked:
            return words.DONE_ALREADY
        if mine is not None and waits:
            return words.must_wait(before(self._manifest, mine.person_id))
        return ""

    def _promote(self, slag: Slag) -> None:
        from ui.toolkit.small import restyle

        for key, one in self.buttons.items():
            restyle(one, "kind", (Kind.PRIMARY if key == slag else Kind.NORMAL).value)

    def _button(self, slag: Slag) -> QPushButton:
        made = button(words.BUTTON[slag])
        made.clicked.connect(partial(self.answer_wanted.emit, slag))
        return made

    def _show_paper(self) -> None:
        try:
            self.paper.show_pdf(self.opened.shown)
        except ValueError:  # no PDF that can be drawn
            self.paper.setEnabled(False)
        pdf = self.paper.sheets.pdf
        self._parts = parts_of(pdf.headings() if pdf else (), self.opened.protokoll)
        last = pdf.document.pagePointSize(pdf.pages - 1).height() if pdf else 0.0
        end = (self.paper.pages, last - _FOOT)
        self._reading = Reading(self._parts, end, self.draft.lästa)
        self._show_list()
        self.list.choose(_WHOLE)
        self._show_comment(None)

    def _show_list(self) -> None:
        whole = ListRow(_WHOLE, "", words.ALL, self._info(None))
        rows = (ListRow(str(p.nummer), p.mark, p.rubrik, self._info(p.nummer)) for p in self._parts)
        self.list.show_rows((whole, *rows))

    def _info(self, nummer: int | None) -> str:
        if self.draft.kommentarer.get(nummer, "").strip():
            return "kommentar"
        return "läst" if nummer in self.draft.lästa else ""

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._begin_comment)
        self.paper.sheets.moved.connect(self._moved)
        self.side.written.connect(self._written)
        self.side.comment.left.connect(self.keep)
        self.side.person_chosen.connect(self.show_person)
        self._timer.timeout.connect(self.keep)
        self.again.clicked.connect(self.mail_wanted)
        QShortcut(QKeySequence("F6"), self, self._next_pane)

    def _chosen(self, row_id: str | None) -> None:
        nummer = None if row_id in (None, _WHOLE) else int(row_id or 0)
        self._show_comment(nummer)
        if self._going:
            return
        part = next((one for one in self._parts if one.nummer == nummer), None)
        self._going = True
        if nummer is None:
            self.paper.go_to(1)
            self.paper.text.moveCursor(QTextCursor.MoveOperation.Start)
        elif part is not None and part.start is not None:
            self.paper.go_to(*part.start)
            self.paper.go_to_words(part.start[0], f"{part.mark} {part.rubrik}")
        self._going = False
        self._note_read()

    def _begin_comment(self, row_id: str) -> None:
        self.list.choose(row_id)
        self.side.comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self) -> None:
        """Follow the reader: the § that is being read is the one in the list."""
        self._note_read()
        if self._going or not self.isVisible():
            return
        part = self._reading.at(self.paper.sheets.place_in_sight(_READING))
        self._going = True
        self.list.choose(str(part.nummer) if part else _WHOLE)
        self._going = False

    def _note_read(self) -> None:
        if self.isVisible() and self._reading.see(*self.paper.sheets.in_sight()):
            self.draft = replace(self.draft, lästa=self._reading.read)
            self._show_list()
            self._timer.start()

    def _show_comment(self, nummer: int | None) -> None:
        self._current = nummer
        marks = {one.nummer: one.mark for one in self._parts}
        about = words.ALL if nummer is None else marks.get(nummer, f"§ {nummer}")
        self.side.show_comment(about, self.draft.kommentarer.get(nummer, ""))

    def _written(self, text: str) -> None:
        others = {key: one for key, one in self.draft.kommentarer.items() if key != self._current}
        if text:
            others[self._current] = text
        self.draft = replace(self.draft, kommentarer=others)
        self._show_list()
        self._timer.start()

    def _next_pane(self) -> None:
        places = (self.list, self.paper.sheets, self.side.comment)
        focused = next((at for at, one in enumerate(places) if one.hasFocus()), -1)
        places[(focused + 1) % len(places)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the list. With a proxy for the page, Tab would pass by what is above the list."""
        self.list.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._note_read)

    def _lay_out(self) -> None:
        theme, manifest = self._tools.theme, self._manifest
        self.paper.put_under_heading(self.search)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self._panes = (in_card(theme, self.list), self.paper, self.side)
        for part in self._panes:
            self.panes.addWidget(part)
        self._fit()
        theme.changed.connect(self._fit)  # not on FontChange: Qt is then at work on every widget
        title = label(words.heading(manifest), Label.TITLE, wrap=True)
        about = label(self._about(), Label.MUTED, wrap=True)
        about.setToolTip(shown_name(str(self.opened.path)))
        self.chip.show_as("✓ filen är hel", Role.QUIET)
        self.chip.setToolTip(words.WHOLE)
        self.chip.setAccessibleName(words.WHOLE)
        under = row(self.chip, about, spacing=theme.px(8))
        under.setStretch(1, 1)
        head = row(
            column(title, under, spacing=theme.px(2)), *self.buttons.values(), spacing=theme.px(8)
        )
        head.setStretch(0, 1)
        noted = row(self.note, self.again, spacing=theme.px(8))
        noted.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(10))
        for part in (head, noted):
            layout.addLayout(part)
        layout.addWidget(self.banner)
        layout.addWidget(self.panes, 1)

    def _about(self) -> str:
        manifest = self._manifest
        parts = (
            manifest.nämnd,
            f"version {manifest.version}",
            f"från {manifest.avsändare}" if manifest.avsändare else "",
        )
        return " · ".join(filter(None, parts))

    def _fit(self) -> None:
        """Share the room at the size text has now."""
        px = self._tools.theme.px
        self.panes.setHandleWidth(px(12))
        for at, part in enumerate(self._panes):
            part.setMinimumWidth(px(_LEAST[at]))
            self.panes.setStretchFactor(at, _PARTS[at])
        self.panes.setSizes([px(part * 10) for part in _PARTS])
