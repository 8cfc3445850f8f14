"""A model of rows that are shown all anew when they change."""

from collections.abc import Sequence
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
_DISPLAY = Qt.ItemDataRole.DisplayRole


class TupleModel(QAbstractListModel, Generic[T]):
    """Rows of one kind. A subclass says what they say: `said`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold no rows yet."""
        super().__init__(parent)
        self.rows: tuple[T, ...] = ()

    def show(self, rows: Sequence[T]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def said(self, row: T, role: int) -> object:
        """Return what a row has for a role of Qt's; None: nothing."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        return self.said(self.rows[index.row()], role) if index.isValid() else None
