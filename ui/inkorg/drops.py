"""Files dropped on the window where nothing else takes them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from nämnd.justeringsfil.values import ANSWER_SUFFIX

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class WindowDrops(QObject):
    """Takes what is dropped on a window and on what in it does not take files itself.

    Signals:
        answered: the path of an answer to a justering.
        dropped: the paths of other files and folders.
    """

    answered = Signal(object)
    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Watch `window`, and go with it."""
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - named by Qt
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        from ui.toolkit.row_list import files_in  # not before the first paint

        paths: tuple[Path, ...] = files_in(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._tell(paths)
        return True

    def _tell(self, paths: tuple[Path, ...]) -> None:
        answers = [one for one in paths if one.suffix.lower() == ANSWER_SUFFIX]
        for one in answers:
            self.answered.emit(one)
        others = tuple(one for one in paths if one not in answers)
        if others:
            self.dropped.emit(others)
