"""Heights of short lists that lie in a page which scrolls, so that they need not scroll too."""

from PySide6.QtWidgets import QTableView

_MOST = 8  # rows shown before the list scrolls by itself


def fit_height(table: QTableView) -> None:
    """Let `table` be as high as its rows."""
    rows = min(_MOST, table.model().rowCount())
    table.ensurePolished()  # the frame is the style's
    head = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(
        head + rows * table.verticalHeader().defaultSectionSize() + 2 * table.frameWidth()
    )
