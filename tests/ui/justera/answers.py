"""How answers are made in the chair's window, and read by the secretary."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from nämnd.justeringsfil.codes import key_of
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.values import Svar
from nämnd.justeringsfil.verifying import Proof, read_answer, verify
from tests.ui.justera.packages import CODES, READ
from ui.justera.answer_dialog import AnswerDialog

D = TypeVar("D", bound=QDialog)
OWN = "mitt lösenord 1"
LEFT = Qt.MouseButton.LeftButton


def dialog_of(chair, kind: type[D]) -> D:
    """Return the dialog of that kind, when it is there."""

    def there() -> bool:
        found = QApplication.activeModalWidget()
        return isinstance(found, kind) and found.isActiveWindow()

    chair.wait(there)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def asked_for(chair, page, slag) -> AnswerDialog:
    chair.qtbot.mouseClick(page.buttons[slag], LEFT)
    return dialog_of(chair, AnswerDialog)


def believed(answer: bytes, data: bytes, *, passphrase=None, known=()) -> tuple[Svar, Proof]:
    """Read and verify an answer as the secretary does."""
    paket = open_package(data, passphrase)
    svar = read_answer(answer, passphrase)
    proof = verify(
        svar,
        manifest=paket.manifest,
        manifest_sha256=paket.sha256,
        key=key_of(CODES[svar.person_id], paket.manifest.paket_id),
        known=known,
        now=READ,
    )
    return svar, proof
