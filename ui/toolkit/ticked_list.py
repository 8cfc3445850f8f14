"""A list of lines with a box each: arrows move, space ticks, Enter is left to the dialog."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ui.toolkit.palette import Role
from ui.toolkit.small import restyle
from ui.toolkit.theme import Icon, Theme

_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_CHECKED = Qt.ItemDataRole.CheckStateRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROW = 28  # the design's pixels


class TickedList(QListWidget):
    """Lines to tick. `frame` is what to put on a page: it shows that the list has the focus."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Begin empty; `name` is for screen readers."""
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setItemDelegate(_Lines(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.frame = QFrame()
        self.frame.setObjectName("fieldframe")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(*(theme.px(4),) * 4)
        inside.addWidget(self)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the lines that are ticked, in order."""
        return tuple(one.data(_ID) for one in self._items() if one.checkState() == _ON)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the ids of all lines, in order."""
        return tuple(one.data(_ID) for one in self._items())

    def current_key(self) -> str:
        """Return the id of the line one is at; «» when there is none."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""  # pyright: ignore[reportUnnecessaryComparison] - Qt says None

    def add(self, key: str, text: str, *, on: bool) -> None:
        """Add a line at the end; the first that is ticked becomes the current one."""
        first = on and not self.chosen
        item = QListWidgetItem(text, self)
        item.setData(_ID, key)
        item.setToolTip(text)
        item.setCheckState(_ON if on else _OFF)
        if first or self.count() == 1:
            self.setCurrentItem(item)

    def set_all(self, *, on: bool) -> None:
        """Tick all, or none. What changes is told once, by `itemChanged` of the first line."""
        was = self.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        for one in self._items():
            one.setCheckState(_ON if on else _OFF)
        self.blockSignals(was)
        self.viewport().update()
        if self.count():
            self.itemChanged.emit(self.item(0))

    def show_rows(self, least: int, most: int) -> None:
        """Be as high as the lines there are, within bounds."""
        rows = max(least, min(most, self.count()))
        self.setFixedHeight(rows * self._theme.px(_ROW) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyle(self.frame, "active", value=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        restyle(self.frame, "active", value=False)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]


class _Lines(QStyledItemDelegate):
    """Draws a line like the boxes of the rest of the program."""

    def __init__(self, theme: Theme, view: TickedList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, side = self._theme, self._theme.px(16)
        place = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        on = Qt.CheckState(index.data(_CHECKED)) == _ON
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.fillRect(place, theme.colour(Role.SELECTED))
        box = QRect(place.x() + theme.px(6), place.center().y() - side // 2, side, side)
        painter.setPen(QPen(theme.colour(Role.ACCENT if on else Role.EDGE), 1))
        painter.setBrush(theme.colour(Role.ACCENT if on else Role.SURFACE))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        if on:
            theme.icon(Icon.CHECK, Role.ON_ACCENT, side).paint(painter, box)
        painter.setPen(theme.colour(Role.TEXT))
        text = place.adjusted(side + theme.px(16), 0, -theme.px(6), 0)
        words = self._view.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, _LEFT, words)
        painter.restore()
