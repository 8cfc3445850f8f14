"""The list of people in the room: two lines a row, headings between, and a chip for what is so."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.närvaro.rows import Kind, PersonRow
from ui.toolkit.palette import Role
from ui.toolkit.theme import Text, Theme
from ui.toolkit.tuple_model import Index, TupleModel

_ELIDE = Qt.TextElideMode.ElideRight
_CHIPS = {role: (Role(f"{role}_fill"), Role(f"{role}_edge")) for role in (
    Role.GOOD, Role.WARN, Role.LATE, Role.NOTE,
)}  # fmt: skip


class PeopleModel(TupleModel[PersonRow]):
    """The rows of a PeopleList."""

    def said(self, row: PersonRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.spoken
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class PeopleList(QListView):
    """Choose somebody with the arrows or the mouse, and press the letter of what they do.

    Signals:
        chosen: the PersonRow the user has come to, or None.
        pressed: (letter, row): one of `letters`; «⏎» for Enter, «+» for Insert, «⌦» for Delete.
    """

    chosen = Signal(object)
    pressed_key = Signal(str, object)

    def __init__(self, theme: Theme, name: str, letters: Iterable[str]) -> None:
        """Show no rows yet. `name` is for screen readers."""
        super().__init__()
        self._theme, self._letters = theme, frozenset(letters)
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.current()))
        self.doubleClicked.connect(lambda: self.pressed_key.emit("⏎", self.current()))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Replace all rows. Who is chosen and the place stay, by id."""
        if tuple(rows) == self.people.rows:
            return
        current, scrolled = self.current(), self.verticalScrollBar().value()
        self.people.show(rows)
        if current is None or not self.choose(current.id):
            self.chosen.emit(self.current())
        self.verticalScrollBar().setValue(scrolled)

    def current(self) -> PersonRow | None:
        """Return the row the user is at."""
        index = self.currentIndex()
        return self.people.rows[index.row()] if index.isValid() else None

    def choose(self, row_id: str) -> bool:
        """Go to a row; False when it is not there."""
        for at, row in enumerate(self.people.rows):
            if row.id == row_id:
                self.setCurrentIndex(self.people.index(at))
                return True
        return False

    def choose_first(self) -> None:
        """Go to the first person, unless somebody is chosen."""
        if self.current() is None:
            first = next((one for one in self.people.rows if one.kind is not Kind.HEADING), None)
            if first:
                self.choose(first.id)

    def step(self, way: int) -> bool:
        """Go to the next person, or the one before; False at the end."""
        at = self.currentIndex().row() + way
        while 0 <= at < len(self.people.rows):
            if self.people.rows[at].kind is not Kind.HEADING:
                self.setCurrentIndex(self.people.index(at))
                return True
            at += way
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {_NONE, _KEYPAD, _SHIFT}
        letter = _SPECIAL.get(Qt.Key(event.key()), event.text().upper())
        if plain and letter in {*self._letters, *_SPECIAL.values()}:
            self.pressed_key.emit(letter, self.current())
            return
        match event.key():
            case Qt.Key.Key_Down if plain:
                self.step(1)
            case Qt.Key.Key_Up if plain:
                self.step(-1)
            case _ if event.text().isalpha() and plain:
                event.ignore()  # no letter jumps to a name: they are for what people do
            case _:
                super().keyPressEvent(event)


_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SPECIAL = {
    Qt.Key.Key_Return: "⏎",
    Qt.Key.Key_Enter: "⏎",
    Qt.Key.Key_Insert: "+",
    Qt.Key.Key_Delete: "⌦",
}


class _Delegate(QStyledItemDelegate):
    """Draws a PersonRow."""

    def __init__(self, theme: Theme, view: PeopleList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - named by Qt
        row, px = self._view.people.rows[index.row()], self._theme.px
        body, small = self._metrics()
        if row.kind is Kind.HEADING:
            return QSize(px(160), small.height() + px(14))
        below = small.height() if row.below else 0
        return QSize(px(160), body.height() + below + px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.people.rows[index.row()]
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if row.kind is Kind.HEADING:
            self._paint_heading(painter, area, row)
        else:
            self._paint_back(painter, area, state)
            self._paint_row(painter, area, row)
        painter.restore()

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font(Text.SMALL))

    def _paint_heading(self, painter: QPainter, area: QRect, row: PersonRow) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font(Text.SMALL))
        painter.setPen(self._theme.colour(Role.MUTED))
        text = painter.fontMetrics().elidedText(row.name, _ELIDE, area.width() - px(20))
        painter.drawText(QPoint(area.left() + px(10), area.bottom() - px(5)), text)
        painter.setPen(self._theme.colour(Role.SEPARATOR))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _paint_back(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour(Role.SELECTED))
            bar = QRect(area.left(), area.top(), theme.px(3), area.height())
            painter.fillRect(bar, theme.colour(Role.ACCENT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour(Role.HOVER))
        painter.setPen(theme.colour(Role.SEPARATOR))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour(Role.ACCENT))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_row(self, painter: QPainter, area: QRect, row: PersonRow) -> None:
        px, (body, small) = self._theme.px, self._metrics()
        indent = px(18) if row.kind is Kind.SERVING else 0
        left, top = area.left() + px(10) + indent, area.top() + px(6)
        right = self._paint_state(painter, area, row) - px(8)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour(Role.MUTED if _is_away(row) else Role.TEXT))
        name = body.elidedText(row.name, _ELIDE, max(0, right - left))
        painter.drawText(QPoint(left, top + body.ascent()), name)
        if row.below:
            painter.setFont(self._theme.font(Text.SMALL))
            painter.setPen(self._theme.colour(Role.MUTED))
            room = max(0, area.right() - px(10) - left)
            text = small.elidedText(row.below, _ELIDE, room)
            painter.drawText(QPoint(left, top + body.height() + small.ascent()), text)

    def _paint_state(self, painter: QPainter, area: QRect, row: PersonRow) -> int:
        """Draw the state to the right; return where it begins."""
        theme, (body, small) = self._theme, self._metrics()
        right = area.right() - theme.px(10)
        if not row.state:
            return right
        painter.setFont(theme.font(Text.SMALL))
        text = small.elidedText(row.state, _ELIDE, area.width() // 2)
        width = small.horizontalAdvance(text)
        baseline = area.top() + theme.px(6) + body.ascent()
        if row.role not in _CHIPS:
            painter.setPen(theme.colour(Role.MUTED))
            painter.drawText(QPoint(right - width, baseline), text)
            return right - width
        fill, edge = _CHIPS[row.role]
        pad, height = theme.px(8), small.height() + theme.px(2)
        pill = QRect(right - width - 2 * pad, area.top() + theme.px(5), width + 2 * pad, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(edge))
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour(row.role))
        middle = pill.top() + (height + small.ascent() - small.descent()) // 2
        painter.drawText(QPoint(pill.left() + pad, middle), text)
        return pill.left()


def _is_away(row: PersonRow) -> bool:
    return row.state == "inte här" or row.role is Role.LATE or row.kind is Kind.VACANT
