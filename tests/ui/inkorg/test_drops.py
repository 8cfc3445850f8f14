"""Files dropped where nothing else takes them are taken in; answers to a justering are read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.inkorg.drops import WindowDrops

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


class Window(QWidget):
    """Remembers what was dropped on it."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[tuple[Path, ...]] = []
        self.answers: list[Path] = []


@pytest.fixture
def window(qtbot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    drops = WindowDrops(window)
    drops.dropped.connect(window.taken.append)
    drops.answered.connect(window.answers.append)
    return window


def dropped(window, *paths) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), COPY, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(window, event)
    assert enter.isAccepted() == event.isAccepted()
    return event


def test_files_and_folders_are_told_together(window, tmp_path):
    (tmp_path / "mapp").mkdir()
    paths = (tmp_path / "brev.eml", tmp_path / "mapp")
    assert dropped(window, *paths).isAccepted()
    assert window.taken == [paths]
    assert window.answers == []


def test_an_answer_to_a_justering_is_told_apart(window, tmp_path):
    dropped(window, tmp_path / "Bo Alm.SVAR", tmp_path / "brev.eml")
    assert window.answers == [tmp_path / "Bo Alm.SVAR"]
    assert window.taken == [(tmp_path / "brev.eml",)]


def test_what_is_no_file_is_left_to_others(window):
    data = QMimeData()
    data.setText("bara text")
    event = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert window.taken == []
