"""Lets files be dropped and pasted anywhere on a part of a page, text fields included."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QChildEvent, QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.toolkit.row_list import files_in

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}
_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class FileDrops(QObject):
    """Watches a widget and all that is in it, now and later.

    A text field would take a dropped file as the text of its path.

    Signals:
        dropped: paths, dropped or pasted.
        hovering: whether files are being held over it.
    """

    dropped = Signal(object)
    hovering = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        """Watch `widget`."""
        super().__init__(widget)
        widget.setAcceptDrops(True)
        self._watch(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - named by Qt
        match event.type():
            case QEvent.Type.ChildPolished if isinstance(event, QChildEvent):
                self._watch(event.child())
            case QEvent.Type.DragLeave:
                self.hovering.emit(False)  # noqa: FBT003 - Qt's signal
            case kind if kind in _DRAGS:
                return self._drag(cast("QDropEvent", event))
            case kind if kind in _KEYS and isinstance(event, QKeyEvent):
                return self._paste(event)
            case _:
                pass
        return False

    def _watch(self, one: QObject) -> None:
        for part in (one, *one.findChildren(QWidget)):
            part.removeEventFilter(self)
            part.installEventFilter(self)

    def _drag(self, event: QDropEvent) -> bool:
        paths = files_in(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        self.hovering.emit(event.type() != QEvent.Type.Drop)
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True

    def _paste(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        held = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        paths: tuple[Path, ...] = files_in(held) if held else ()  # None: it is empty, or locked
        if not paths:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.dropped.emit(paths)
        return True
