"""A table of money as rows and columns: the paper's sums beside what they should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nämnd.överenskommelse.money import kronor, money_text
from nämnd.överenskommelse.rules import row_total, wrong_sums
from nämnd.överenskommelse.values import Rad, Summafel, Tabell
from ui.överenskommelse.words import kr, wrong_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex
SUM = "Summa"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_COUNTED = "Räknad av programmet: papperet har ingen summa här."


class MoneyModel(QAbstractTableModel):
    """Recipients down, posts across, sums last both ways.

    Signals:
        edited: the whole Tabell, after the user changed a cell.
        refused: what was written where kronor go and can't be read.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, editable: bool = True, first: str = "Mottagare"
    ) -> None:
        """Show no table yet. `first`: what the first column is called."""
        super().__init__(parent)
        self._first = first
        self.tabell: Tabell | None = None
        self.fel: tuple[Summafel, ...] = ()
        self._editable = editable

    def show(self, tabell: Tabell | None) -> None:
        """Show another table, or the same as it is now."""
        self.beginResetModel()
        self.tabell = tabell
        self.fel = wrong_sums(tabell) if tabell else ()
        self.endResetModel()

    @property
    def rader(self) -> Sequence[Rad]:
        """Return the rows."""
        return self.tabell.rader if self.tabell else ()

    @property
    def poster(self) -> Sequence[str]:
        """Return the columns that are money for something."""
        return self.tabell.poster if self.tabell else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self.tabell is None else len(self.rader) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self.tabell is None else len(self.poster) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.column_name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (_RIGHT if section else _LEFT) | Qt.TextFlag.TextWordWrap
        return None

    def column_name(self, at: int) -> str:
        """Return what a column is called."""
        if at == 0:
            return self._first
        return self.poster[at - 1] if at <= len(self.poster) else SUM

    def data(self, index: Index, role: int = 0) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(index.row(), index.column())
            case Qt.ItemDataRole.EditRole:
                return self._written(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() else _LEFT
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        total = index.row() == len(self.rader) and index.column() == 0
        return found | Qt.ItemFlag.ItemIsEditable if self._editable and not total else found

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.tabell is None:
            return False
        text = str(value or "").strip()
        if text == self._written(index.row(), index.column()):
            return False
        if index.column() == 0:
            return bool(text) and self._tell(self._with_name(index.row(), text))
        amount = kronor(text) if text else None
        if text and amount is None:
            self.refused.emit(text)
            return False
        return self._tell(self._with_amount(index.row(), index.column(), amount))

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        if column == 0:
            return self.rader[row].mottagare if row < len(self.rader) else SUM
        said = self.amount(row, column)
        shown = self.counted(row, column) if said is None else said
        return "" if shown is None else money_text(shown)

    def amount(self, row: int, column: int) -> int | None:
        """Return what the paper says in a cell."""
        assert self.tabell is not None  # noqa: S101 - there are no cells without it
        last = column > len(self.poster)
        if row >= len(self.rader):
            summor = self.tabell.summor
            return self.tabell.totalsumma if last else summor.get(self.poster[column - 1])
        rad = self.rader[row]
        return rad.summa if last else rad.belopp.get(self.poster[column - 1])

    def counted(self, row: int, column: int) -> int | None:
        """Return what a sum comes to, where the paper says none; None in other cells."""
        last = column > len(self.poster)
        if row < len(self.rader):
            return row_total(self.rader[row]) if last and self.rader[row].belopp else None
        if last:
            return sum(map(row_total, self.rader)) if self.rader else None
        post = self.poster[column - 1]
        found = [one.belopp[post] for one in self.rader if post in one.belopp]
        return sum(found) if found else None

    def is_counted(self, row: int, column: int) -> bool:
        """Say whether the program has worked out what a cell shows."""
        return column > 0 and self.amount(row, column) is None

    def wrong(self, row: int, column: int) -> Summafel | None:
        """Return what is wrong with a sum."""
        for one in self.fel:
            if self.place_of(one) == (row, column):
                return one
        return None

    def place_of(self, fel: Summafel) -> tuple[int, int]:
        """Return the row and the column of a sum that is wrong."""
        rows = [one.id for one in self.rader]
        row = rows.index(fel.rad) if fel.rad in rows else len(rows)
        poster = list(self.poster)
        column = poster.index(fel.post) + 1 if fel.post in poster else len(poster) + 1
        return row, column

    def tip(self, row: int, column: int) -> str:
        """Return what there is to know of a cell."""
        fel = self.wrong(row, column)
        if fel is not None and self.tabell is not None:
            return wrong_text(self.tabell, fel)
        return _COUNTED if self.is_counted(row, column) and self.text(row, column) else ""

    def _spoken(self, row: int, column: int) -> str:
        who = self.text(row, 0)
        if column == 0:
            return who
        said = f"{who}, {self.column_name(column)}: {self.text(row, column) or 'tomt'}"
        tip = self.tip(row, column)
        return f"{said}. {tip}" if tip else said

    def _written(self, row: int, column: int) -> str:
        if column == 0:
            return self.text(row, 0)
        amount = self.amount(row, column)
        return "" if amount is None else money_text(amount)

    def _with_name(self, row: int, text: str) -> Tabell:
        return self._with_rad(row, replace(self.rader[row], mottagare=text, huvudman_id=None))

    def _with_amount(self, row: int, column: int, amount: int | None) -> Tabell:
        assert self.tabell is not None  # noqa: S101 - as above
        last = column > len(self.poster)
        if row >= len(self.rader):
            if last:
                return replace(self.tabell, totalsumma=amount)
            summor = _put(self.tabell.summor, self.poster[column - 1], amount)
            return replace(self.tabell, summor=summor)
        rad = self.rader[row]
        if last:
            return self._with_rad(row, replace(rad, summa=amount))
        belopp = _put(rad.belopp, self.poster[column - 1], amount)
        return self._with_rad(row, replace(rad, belopp=belopp))

    def _with_rad(self, row: int, rad: Rad) -> Tabell:
        assert self.tabell is not None  # noqa: S101 - as above
        rader = (*self.rader[:row], rad, *self.rader[row + 1 :])
        return replace(self.tabell, rader=rader)

    def _tell(self, tabell: Tabell) -> bool:
        self.edited.emit(tabell)
        return True


def _put(known: dict[str, int], key: str, amount: int | None) -> dict[str, int]:
    rest = {name: one for name, one in known.items() if name != key}
    return rest if amount is None else {**rest, key: amount}


def total_text(tabell: Tabell) -> str:
    """Return how much a table shares out, in all."""
    said = tabell.totalsumma
    return kr(sum(map(row_total, tabell.rader)) if said is None else said)
