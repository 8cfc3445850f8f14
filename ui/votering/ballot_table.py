"""The voteringslista: Ledamot | Region | Ja | Nej | Avstår, worked by single keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QStyle, QStyleOptionViewItem, QWidget

from nämnd.core.swedish import sort_key
from nämnd.protokoll.values import RÖSTER
from ui.toolkit.cells import CellDelegate, paint_row
from ui.toolkit.palette import Role
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Text, Theme
from ui.votering.words import RÖST_TEXT

_KEYS = {Qt.Key.Key_J: "ja", Qt.Key.Key_N: "nej", Qt.Key.Key_A: "avstår"}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_MINE = (Qt.KeyboardModifier.NoModifier, _SHIFT, _SHIFT | _CONTROL)
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Space)
_MOST = 14  # rows seen without scrolling
_FIRST = 2  # the column of «Ja»


@dataclass(frozen=True, slots=True)
class BallotLine:
    """One who votes, or could be expected to. `aside` says why not, or for whom."""

    person_id: str
    name: str
    huvudman: str
    parti: str
    läge: str
    may_vote: bool
    aside: str = ""
    wrong: bool = False  # has voted without a vote


def _chosen(röst: str) -> Column[BallotLine]:
    def text(line: BallotLine) -> str:
        if not line.may_vote:
            return line.läge if röst == "ja" else ""
        return "valt" if line.läge == röst else ""

    return Column(RÖST_TEXT[röst], text, lambda line: line.läge != röst, width=4)


COLUMNS: tuple[Column[BallotLine], ...] = (
    Column("Ledamot", lambda line: line.name, lambda line: sort_key(line.name)),
    Column("Region", lambda line: line.huvudman, lambda line: sort_key(line.huvudman), width=9),
    *map(_chosen, RÖSTER),
)


class BallotTable(RowTable[BallotLine]):
    """J, N and A vote and go on to the next; Backspace takes a vote back.

    With Shift the whole party votes, with Ctrl+Shift all who have not voted.

    Signals:
        voted: person ids, and the vote (None: no vote).
        aside_wanted: person id of one who takes no part (D).
    """

    voted = Signal(object, object)
    aside_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show nobody yet."""
        super().__init__(
            theme,
            COLUMNS,
            lambda line: line.person_id,
            name="Voteringslista",
            empty="Ingen tjänstgör.",
        )
        self._lines: tuple[BallotLine, ...] = ()
        self.setItemDelegate(_BallotDelegate(theme, self))
        self.setToolTip(
            "J ja, N nej, A avstår. Med Skift: hela partiet. Med Ctrl+Skift: alla som inte har "
            "röstat. "
            "Backsteg tar bort rösten. D: deltar inte i beslutet."
        )
        theme.changed.connect(self._fit)
        self.chosen.connect(self._keep_in_sight)

    def show_lines(self, lines: Sequence[BallotLine]) -> None:
        """Show other lines; the one the user is at stays."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self.clearSpans()
        self.show_rows(lines)
        for at, line in enumerate(self.rows_model.rows):
            if not line.may_vote:
                self.setSpan(at, _FIRST, 1, len(RÖSTER))
        self._fit()

    def begin(self) -> None:
        """Go to the first who has not voted, with the keyboard."""
        line = next((one for one in self.rows_model.rows if one.läge == "ej röstat"), None)
        first = line or next(iter(self.rows_model.rows), None)
        if first is not None:
            self.choose(first.person_id)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def vote_rest(self, röst: str) -> None:
        """Let all who have not voted vote alike."""
        self._vote_all(röst, [one for one in self._lines if one.läge == "ej röstat"])

    def vote_party(self, parti: str, röst: str) -> None:
        """Let all of a party vote alike, but those who take no part."""
        there = [one for one in self._lines if one.may_vote and one.läge != "deltar inte"]
        self._vote_all(röst, [one for one in there if one.parti == parti])

    def parties(self) -> tuple[str, ...]:
        """Return the parties of those who may vote, in the order of seats."""
        return tuple(dict.fromkeys(one.parti for one in self._lines if one.may_vote and one.parti))

    def event(self, e: QEvent) -> bool:
        """Keep the letters that vote from the menus, while the table has the focus."""
        if isinstance(e, QKeyEvent) and e.type() == QEvent.Type.ShortcutOverride:
            mine = e.key() in _KEYS or e.key() == Qt.Key.Key_D
            if mine and e.modifiers() in _MINE:
                e.accept()
                return True
        return super().event(e)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = Qt.Key(event.key()), self.current()
        if event.modifiers() not in _MINE or line is None:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._vote(line, _KEYS[key], event.modifiers())
        elif key in _CLEAR:
            self.voted.emit((line.person_id,), None)
        elif key == Qt.Key.Key_D and line.may_vote:
            self.aside_wanted.emit(line.person_id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or index.column() < _FIRST:
            return
        line = self.rows_model.rows[index.row()]
        röst = RÖSTER[index.column() - _FIRST]
        if line.may_vote:
            self.voted.emit((line.person_id,), None if line.läge == röst else röst)

    def _vote(self, line: BallotLine, röst: str, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _CONTROL:
            self.vote_rest(röst)
        elif modifiers & _SHIFT:
            self.vote_party(line.parti, röst)
        elif line.may_vote:
            self._go_on(line)
            self.voted.emit((line.person_id,), röst)

    def _vote_all(self, röst: str, lines: Sequence[BallotLine]) -> None:
        if lines:
            self.voted.emit(tuple(one.person_id for one in lines), röst)

    def _go_on(self, line: BallotLine) -> None:
        """Go to the next who has a vote; the last stays."""
        rows = self.rows_model.rows
        at = next((n for n, one in enumerate(rows) if one.person_id == line.person_id), 0)
        later = [one for one in rows[at + 1 :] if one.may_vote]
        if later:
            self.choose(later[0].person_id)

    def _keep_in_sight(self) -> None:
        """Let the page scroll with the one who votes, as the table is all there."""
        area = _area_around(self)
        inside = area.widget() if area else None
        if area is not None and inside is not None and self.hasFocus():
            row = self.visualRect(self.currentIndex())
            at = self.viewport().mapTo(inside, row.center())
            area.ensureVisible(at.x(), at.y(), 0, 2 * row.height())

    def _fit(self) -> None:
        """Be as high as the rows, up to a limit."""
        high = self.fontMetrics().height() + self._theme.px(11)  # closer than in other tables
        self.verticalHeader().setDefaultSectionSize(high)
        rows = min(max(len(self.rows_model.rows), 1), _MOST)
        header, frame = self.horizontalHeader().sizeHint().height(), 2 * self.frameWidth()
        margins = self.contentsMargins()
        around = header + frame + margins.top() + margins.bottom()
        self.setFixedHeight(rows * high + around)


class _BallotDelegate(CellDelegate):
    """Draws the name with what is beside it, and a ring for each vote that can be cast."""

    def __init__(self, theme: Theme, table: BallotTable) -> None:
        super().__init__(theme, table.rows_model, table)
        self._rows = table.rows_model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = self._rows.rows[index.row()]
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if index.column() not in (0, *range(_FIRST, len(COLUMNS))):
            super().paint(painter, option, index)
            return
        painter.save()
        paint_row(painter, self._theme, area, state)
        if index.column() == 0:
            self._paint_name(painter, area, line)
        elif line.may_vote:
            self._paint_ring(painter, area, chosen=RÖSTER[index.column() - _FIRST] == line.läge)
        else:
            self._paint_aside(painter, area, line)
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRect, line: BallotLine) -> None:
        theme = self._theme
        inner = area.adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(Role.TEXT if line.may_vote else Role.MUTED))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, inner.width())
        base = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(QPoint(inner.left(), base), name)
        left = inner.left() + metrics.horizontalAdvance(name) + theme.px(8)
        if line.aside and inner.right() - left > theme.px(60):
            chip = QRect(left, area.top(), inner.right() - left, area.height())
            self._paint_chip(painter, chip, line.aside, _chip_role(line))

    def _paint_ring(self, painter: QPainter, area: QRect, *, chosen: bool) -> None:
        theme, side = self._theme, self._theme.px(12)
        ring = QRect(area.left() + theme.px(8), area.center().y() - side // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Role.ACCENT if chosen else Role.EDGE), 1.5))
        painter.setBrush(theme.colour(Role.ACCENT if chosen else Role.SURFACE))
        painter.drawEllipse(ring)

    def _paint_aside(self, painter: QPainter, area: QRect, line: BallotLine) -> None:
        painter.setFont(self._theme.font(Text.SMALL))
        painter.setPen(self._theme.colour(Role.LATE if line.wrong else Role.MUTED))
        metrics = painter.fontMetrics()
        text = f"{line.läge}, men har röstat" if line.wrong else line.läge
        base = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(QPoint(area.left() + self._theme.px(8), base), text)


def _area_around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _chip_role(line: BallotLine) -> Role:
    if line.läge == "jäv":
        return Role.LATE
    return Role.WARN if line.läge == "deltar inte" else Role.QUIET
