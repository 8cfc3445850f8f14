"""The first column of a table, over it and in its place however far the rest is scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView


class FrozenColumn(QTableView):
    """Shows column 0 of `over`, which keeps the focus and the keys."""

    def __init__(self, over: QTableView) -> None:
        """Lie over `over`, which has its model already. It needs a delegate of its own."""
        super().__init__(over)
        self._over = over
        self.setModel(over.model())
        self.setSelectionModel(over.selectionModel())
        self.setObjectName("frozen")
        self.setFocusProxy(over)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView#frozen { border: none; }")
        self.setEditTriggers(over.editTriggers())
        self.setSelectionMode(over.selectionMode())
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setAccessibleName("")
        bars = over.verticalScrollBar(), self.verticalScrollBar()
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)

    def follow(self) -> None:
        """Be as wide and as high as the column beneath."""
        over = self._over
        for at in range(1, self.model().columnCount()):
            self.hideColumn(at)
        header = over.horizontalHeader()
        self.setColumnWidth(0, over.columnWidth(0))
        self.horizontalHeader().setFixedHeight(header.height())
        self.verticalHeader().setDefaultSectionSize(over.verticalHeader().defaultSectionSize())
        frame = over.frameWidth()
        height = header.height() + over.viewport().height()
        self.setGeometry(frame, frame, over.columnWidth(0), height)
        self.verticalScrollBar().setValue(over.verticalScrollBar().value())
        self.setVisible(over.horizontalScrollBar().maximum() > 0)
        self.raise_()
