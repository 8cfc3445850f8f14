"""What a user does over and over, by keyboard and mouse."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from nämnd.sammanträde.dagordning import Dagordning
from nämnd.sammanträde.queries import dagordning
from ui.program import Program
from ui.sammanträde.workspace import Workspace


def press(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def keys(qtbot, widget: QWidget, text: str) -> None:
    qtbot.keyClicks(widget, text)


def key(qtbot, widget: QWidget, code: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    both = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        both |= one
    qtbot.keyClick(widget, code, both)


def workspace(program: Program) -> Workspace:
    page = program.window.page
    assert isinstance(page, Workspace)
    return page


def shown(program: Program) -> Dagordning:
    """Return what is saved of the dagordning on the screen."""
    assert program.desk is not None
    page = workspace(program)
    return program.desk.store.ask(lambda session: dagordning(session, page.sammanträde_id))


def drop_files(widget: QWidget, at: QPoint, paths) -> None:
    """Let go of files over `widget`."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, left, none))
