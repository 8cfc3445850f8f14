"""The table of money on the screen: written in like a sheet, wrong sums marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nämnd.överenskommelse.values import Rad, Summafel, Tabell
from ui.toolkit.cells import paint_row
from ui.toolkit.palette import Role
from ui.toolkit.theme import Icon, Text, Theme
from ui.överenskommelse.frozen import FrozenColumn
from ui.överenskommelse.money_model import MoneyModel

_TALL = 10_000  # pixels; no header is higher
_LEAST, _MOST = 96, 190  # the design's pixels: width of a column of money
_ROWS = 14  # rows shown before the table scrolls, so that its bar for going across is near


class MoneyTable(QTableView):
    """Recipients down, posts across.

    Signals:
        edited: the whole Tabell, after the user changed a cell.
        refused: what was written where kronor go and can't be read.
        insertion_wanted: a row more (Insert).
        removal_wanted: the Rad the user is at (Delete).
    """

    edited = Signal(object)
    refused = Signal(str)
    insertion_wanted = Signal()
    removal_wanted = Signal(object)

    def __init__(
        self, theme: Theme, name: str, *, editable: bool = True, first: str = "Mottagare"
    ) -> None:
        """Show no table yet. `name` is for screen readers; `first`: of the first column."""
        super().__init__()
        self._theme, self._editable = theme, editable
        self.money = MoneyModel(self, editable=editable, first=first)
        self.setModel(self.money)
        self.setItemDelegate(_Cells(theme, self.money, self))
        self.setAccessibleName(name)
        self.money.edited.connect(self._tell)
        self.money.refused.connect(self.refused)
        self._dress()
        self.frozen = FrozenColumn(self)
        self.frozen.setItemDelegate(_Cells(theme, self.money, self))
        self._measure()
        self.horizontalScrollBar().rangeChanged.connect(lambda: self.frozen.follow())  # noqa: PLW0108
        theme.changed.connect(self._measure)

    def show_table(self, tabell: Tabell | None) -> None:
        """Show a table; the place in it stays."""
        at = self.currentIndex()
        kept = (at.row(), at.column()) if at.isValid() else None
        across = self.horizontalScrollBar().value()
        self.money.show(tabell)
        self._measure()
        self.horizontalScrollBar().setValue(across)
        if kept is not None and tabell is not None:
            row = min(kept[0], self.money.rowCount() - 1)
            column = min(kept[1], self.money.columnCount() - 1)
            self.setCurrentIndex(self.money.index(row, column))

    def go_to(self, fel: Summafel) -> None:
        """Go to a sum that is wrong."""
        self.setCurrentIndex(self.money.index(*self.money.place_of(fel)))
        self.scrollTo(self.currentIndex())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_on_page)  # once it is laid out

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._show_on_page()

    def _show_on_page(self) -> None:
        """Scroll the page so that the cell one is at is in sight."""
        page: QWidget | None = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        inside = page.widget() if isinstance(page, QScrollArea) else None
        if isinstance(page, QScrollArea) and inside is not None:
            cell = self.visualRect(self.currentIndex())
            at = self.viewport().mapTo(inside, cell.center())
            page.ensureVisible(at.x(), at.y(), 0, 2 * cell.height())

    def current_rad(self) -> Rad | None:
        """Return the row the user is at."""
        at = self.currentIndex().row()
        return self.money.rader[at] if 0 <= at < len(self.money.rader) else None

    def current_post(self) -> str | None:
        """Return the column of money the user is at."""
        at = self.currentIndex().column() - 1
        return self.money.poster[at] if 0 <= at < len(self.money.poster) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.follow()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell in sight: clear of the column that lies over the rest."""
        if index.column() == 0:  # always in sight across; only the row may not be
            across = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(across)
            return
        super().scrollTo(index, hint)
        under = self.columnWidth(0) - self.visualRect(index).left()
        if under > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - under)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Insert if self._editable:
                self.insertion_wanted.emit()
            case Qt.Key.Key_Delete if self._editable and self.current_rad():
                self.removal_wanted.emit(self.current_rad())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if self._may_write():
                self._write_here()
            case _ if event.text().isprintable() and event.text() and self._is_covered():
                self._write_here()  # the cell beneath could not be seen
            case _:
                super().keyPressEvent(event)

    def _tell(self, tabell: Tabell) -> None:
        """Tell of what was written: when the cell has closed, for then the rows are replaced."""
        editing = QAbstractItemView.State.EditingState
        if editing in {self.state(), self.frozen.state()}:
            QTimer.singleShot(0, self, lambda: self.edited.emit(tabell))
        else:
            self.edited.emit(tabell)

    def _write_here(self) -> None:
        at = self.currentIndex()
        (self.frozen if self._is_covered() else self).edit(at)

    def _is_covered(self) -> bool:
        """Say whether the cell one is at lies under the column that stays."""
        covers = not self.frozen.isHidden() and self.currentIndex().column() == 0
        return covers and self._may_write()

    def _may_write(self) -> bool:
        editing = self.state() == QAbstractItemView.State.EditingState
        return self._editable and not editing and self.currentIndex().isValid()

    def _dress(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        keys = trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        self.setEditTriggers(keys if self._editable else trigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)

    def _measure(self) -> None:
        theme, metrics = self._theme, self.fontMetrics()
        height = metrics.height() + theme.px(13)
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        for at in range(self.money.columnCount()):
            header.resizeSection(at, self._width(at, metrics))
        header.setFixedHeight(self._header_height())
        rows = max(2, min(self.money.rowCount(), _ROWS))
        bar = self.horizontalScrollBar().sizeHint().height()
        frame = 2 * self.frameWidth()
        self.setFixedHeight(header.height() + rows * height + bar + frame)
        self.frozen.follow()

    def _header_height(self) -> int:
        """Return how high the header must be for the longest name of a column."""
        header, theme = self.horizontalHeader(), self._theme
        metrics, gap = header.fontMetrics(), theme.px(20)
        heights = [
            metrics.boundingRect(
                QRect(0, 0, max(1, header.sectionSize(at) - gap), _TALL),
                Qt.TextFlag.TextWordWrap,
                self.money.column_name(at),
            ).height()
            for at in range(self.money.columnCount())
        ]
        return max((metrics.height(), *heights)) + theme.px(16)

    def _width(self, at: int, metrics: QFontMetrics) -> int:
        theme = self._theme
        cells = [self.money.text(row, at) for row in range(self.money.rowCount())]
        wanted = max(map(metrics.horizontalAdvance, cells), default=0) + theme.px(44)
        words = self.money.column_name(at).replace("-", "- ").split()
        head = max(map(metrics.horizontalAdvance, words), default=0) + theme.px(26)
        return max(theme.px(_LEAST), wanted, min(head, theme.px(_MOST)))


class _Cells(QStyledItemDelegate):
    """Draws amounts; a wrong sum with a mark, a counted one in grey, the last row in bold."""

    def __init__(self, theme: Theme, model: MoneyModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._money, self._view = theme, model, parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue]
        text = self._money.text(index.row(), index.column())
        return QSize(metrics.horizontalAdvance(text) + self._theme.px(44), metrics.height())

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        made.setProperty("cell", "true")
        made.setAccessibleName(
            f"{self._money.text(index.row(), 0)}, {self._money.column_name(index.column())}"
        )
        palette = made.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour(Role.SURFACE))
        made.setPalette(palette)
        return made

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, at = self._theme, (index.row(), index.column())
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        wrong = self._money.wrong(*at) is not None
        painter.save()
        if wrong:
            painter.fillRect(area, theme.colour(Role.LATE_FILL))
            state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        paint_row(painter, theme, area, state)
        inner = area.adjusted(theme.px(8), 0, -theme.px(8), 0)
        if wrong:
            side = theme.px(16)
            place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
            theme.icon(Icon.WARNING, Role.LATE, side).paint(painter, place)
        self._write(painter, inner, at, wrong=wrong)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(theme.colour(Role.ACCENT))
            painter.drawRect(area.adjusted(0, 0, -1, -2))
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, at: tuple[int, int], *, wrong: bool) -> None:
        theme, money = self._theme, self._money
        total = at[0] >= len(money.rader) or at[1] > len(money.poster)
        painter.setFont(theme.font(Text.STRONG if total else Text.BODY))
        role = Role.LATE if wrong else Role.MUTED if money.is_counted(*at) else Role.TEXT
        painter.setPen(theme.colour(role))
        side = Qt.AlignmentFlag.AlignRight if at[1] else Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        text = metrics.elidedText(money.text(*at), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
