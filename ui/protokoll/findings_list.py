"""The findings as a list: a heading for each §, under it what is found there in whole sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nämnd.finding_messages import SEVERITY_TEXT, finding_text, where
from nämnd.protokoll.findings import Finding, Severity
from nämnd.protokoll.values import Protokoll
from ui.toolkit.cells import paint_row
from ui.toolkit.palette import Role
from ui.toolkit.theme import Icon, Text, Theme
from ui.toolkit.tuple_model import Index, TupleModel

ROLES = {Severity.WRONG: Role.LATE, Severity.CHECK: Role.WARN, Severity.NOTE: Role.NOTE}
_ICONS = {Severity.WRONG: Icon.ERROR, Severity.CHECK: Icon.WARNING, Severity.NOTE: Icon.INFO}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a finding under it with what is said of it."""

    text: str
    finding: Finding | None = None
    spoken: str = ""


def rows_of(findings: Sequence[Finding], protokoll: Protokoll) -> tuple[Row, ...]:
    """Return the findings in their order, each § with a heading before its first."""
    rows: list[Row] = []
    heading = ""
    for one in findings:
        place, text = where(one, protokoll), finding_text(one, protokoll, wording=False)
        if place != heading:
            heading = place
            rows.append(Row(place))
        rows.append(Row(text, one, f"{SEVERITY_TEXT[one.severity]}, {place}: {text}"))
    return tuple(rows)


class FindingsModel(TupleModel[Row]):
    """The rows of a FindingsList."""

    def said(self, row: Row, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken or row.text
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].finding is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FindingsList(QListView):
    """One stop for Tab: the arrows go from finding to finding, Enter goes to its place.

    Signals:
        chosen: the Finding the user has come to, or None.
        opened: the Finding the user pressed Enter on, or double-clicked.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._model = FindingsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_FindingDelegate(theme, self))
        self.setAccessibleName("Att se över")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.current()))
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._model.rows

    def current(self) -> Finding | None:
        """Return the finding the user is at."""
        index = self.currentIndex()
        return self._model.rows[index.row()].finding if index.isValid() else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show others; the user stays at the same finding, or the one that took its place."""
        if rows == self._model.rows:
            return
        before, at = self.current(), self.currentIndex().row()
        self._model.show(rows)
        places = self._places()
        same = [place for place in places if rows[place].finding == before]
        near = [place for place in places if place >= at] or places[-1:]
        if same or near:
            self._go_to((same or near)[0])
        else:
            self.chosen.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, places = Qt.Key(event.key()), self._places()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self._open()
        elif plain and places and key in _STEPS:
            at = self.currentIndex().row()
            now = places.index(at) if at in places else -_STEPS[key]
            self._go_to(places[max(0, min(now + _STEPS[key], len(places) - 1))])
        elif plain and places and key in _ENDS:
            self._go_to(places[_ENDS[key]])
        else:
            super().keyPressEvent(event)

    def _places(self) -> list[int]:
        return [at for at, row in enumerate(self._model.rows) if row.finding is not None]

    def _go_to(self, place: int) -> None:
        """Go to a finding, with the heading above the first of a § in sight."""
        if place and self._model.rows[place - 1].finding is None:
            self.scrollTo(self._model.index(place - 1))
        self.setCurrentIndex(self._model.index(place))

    def _open(self) -> None:
        if (finding := self.current()) is not None:
            self.opened.emit(finding)


class _FindingDelegate(QStyledItemDelegate):
    """Draws headings, and sentences over as many lines as they take."""

    def __init__(self, theme: Theme, view: FindingsList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        row, px = self._view.rows[index.row()], self._theme.px
        width = self._view.viewport().width()
        around = px(18) if row.finding else px(14)
        return QSize(px(120), self._text_height(row, width) + around)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = self._view.rows[index.row()], self._theme
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if row.finding is None:
            painter.fillRect(area, theme.colour(Role.BAND))
            state = QStyle.StateFlag.State_None
        else:
            paint_row(painter, theme, area, state)
        if state & QStyle.StateFlag.State_Selected:
            bar = QRect(area.left(), area.top(), theme.px(3), area.height())
            painter.fillRect(bar, theme.colour(Role.ACCENT))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour(Role.ACCENT))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        self._write(painter, area, row)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, row: Row) -> None:
        theme, px = self._theme, self._theme.px
        top = px(9) if row.finding else px(8)
        if row.finding is not None:
            severity, side = row.finding.severity, px(18)
            place = QRect(area.left() + px(14), area.top() + top, side, side)
            theme.icon(_ICONS[severity], ROLES[severity]).paint(painter, place)
        painter.setFont(theme.font(_font_of(row)))
        painter.setPen(theme.colour(Role.TEXT if row.finding else Role.MUTED))
        left, right = self._sides(row)
        painter.drawText(area.adjusted(left, top, -right, 0), _WRAP, row.text)

    def _text_height(self, row: Row, width: int) -> int:
        left, right = self._sides(row)
        metrics = QFontMetrics(self._theme.font(_font_of(row)))
        room = QRect(0, 0, max(self._theme.px(60), width - left - right), 0)
        return metrics.boundingRect(room, _WRAP, row.text).height()

    def _sides(self, row: Row) -> tuple[int, int]:
        px = self._theme.px
        return (px(40) if row.finding else px(14)), px(12)


def _font_of(row: Row) -> Text:
    return Text.BODY if row.finding else Text.STRONG
