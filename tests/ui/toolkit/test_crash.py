import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui.toolkit.crash import CrashGuard


def fault(text: str = "bugg"):
    error = ZeroDivisionError(text)
    return type(error), error, None


class Flushed:
    def __init__(self) -> None:
        self.times = 0
        self.error: Exception | None = None

    def __call__(self) -> None:
        self.times += 1
        if self.error:
            raise self.error


@pytest.fixture
def flush():
    return Flushed()


@pytest.fixture
def guard(qtbot, tmp_path, now, flush, monkeypatch):
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    window = QWidget()
    qtbot.addWidget(window)
    return CrashGuard(
        window, tmp_path / "rapporter", clock=lambda: now, facts="Nämnd 0.1", flush=flush
    )


def crash(qtbot, guard, text: str = "bugg"):
    with qtbot.waitSignal(guard.shown) as shown:
        guard.hook(*fault(text))
    return shown.args[0]


def test_the_window_says_in_swedish_what_happened_and_what_is_safe(qtbot, guard, flush, tmp_path):
    window = crash(qtbot, guard)
    report = tmp_path / "rapporter" / "felrapport-2026-03-02-094100.txt"
    assert "Allt du har skrivit är sparat." in window.said.text()
    assert str(report) in window.said.text()
    assert flush.times == 1
    assert "ZeroDivisionError: bugg" in window.report.toPlainText()
    assert report.read_text(encoding="utf-8") == window.report.toPlainText()
    assert report.read_text(encoding="utf-8").startswith("Nämnd 0.1\n")


def test_it_does_not_claim_that_all_is_saved_when_it_is_not(qtbot, guard, flush):
    flush.error = OSError("full")
    window = crash(qtbot, guard)
    assert "kunde inte sparas" in window.said.text()
    assert "Allt du har skrivit är sparat" not in window.said.text()
    assert "OSError: full" in window.report.toPlainText()


def test_more_faults_go_into_the_window_that_is_open(qtbot, guard):
    window = crash(qtbot, guard)
    with qtbot.assertNotEmitted(guard.shown, wait=0):
        guard.hook(*fault("nummer två"))
        qtbot.waitUntil(lambda: "nummer två" in window.report.toPlainText())


def test_a_fault_that_comes_back_without_end_does_not_fill_the_disk(qtbot, guard, tmp_path):
    for number in range(100):
        guard.hook(*fault(f"nummer {number}"))
    report = next((tmp_path / "rapporter").iterdir()).read_text(encoding="utf-8")
    assert "nummer 19\n" in report
    assert "nummer 20\n" not in report


def test_the_user_goes_on_and_a_later_fault_opens_a_new_window(qtbot, guard):
    first = crash(qtbot, guard)
    first.go_on.click()
    assert not first.isVisible()
    second = crash(qtbot, guard, "en annan")
    assert second is not first
    assert "bugg" not in second.report.toPlainText()


def test_the_user_quits(qtbot, guard):
    window = crash(qtbot, guard)
    with qtbot.waitSignal(guard.quit_wanted):
        window.end.click()


def test_the_report_is_copied(qtbot, guard):
    window = crash(qtbot, guard)
    window.copy.click()
    assert QApplication.clipboard().text() == window.report.toPlainText()


def test_a_report_that_cannot_be_written_is_still_shown(qtbot, guard, tmp_path):
    (tmp_path / "rapporter").write_text("a file, where a folder should be")
    window = crash(qtbot, guard)
    assert "kunde inte skrivas till fil" in window.said.text()
    assert "ZeroDivisionError" in window.report.toPlainText()


def test_a_fault_on_another_thread_is_caught_too(qtbot, guard, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    guard.install()
    with qtbot.waitSignal(guard.shown) as shown:
        threading.Thread(target=lambda: 1 // 0).start()
    assert "ZeroDivisionError" in shown.args[0].report.toPlainText()


def test_ctrl_c_ends_the_program_without_a_report(qtbot, guard, tmp_path):
    with qtbot.waitSignal(guard.quit_wanted):
        guard.hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not (tmp_path / "rapporter").exists()
