"""Starting the program as the system does: words, window options, a place without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nämnd.organisation.queries import nämnder
from nämnd.store import Store, place_of
from tests.builders import a_nämnd
from tests.conftest import NOW

ROOT = Path(__file__).parents[2]
SHOWN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.app
from ui.__main__ import main

def ended():
    window = next(one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Nämnd")
    if window._desk is None or window.nämnd_id is None:
        QTimer.singleShot(20, ended)
        return
    print(window.isVisible(), window.chooser.currentText(), flush=True)
    window.close()

opened = ui.app.open_shell
def open_shell(*args):
    QTimer.singleShot(0, ended)
    return opened(*args)
ui.app.open_shell = open_shell
sys.exit(main())
"""


def run(*words: str, home: Path, code: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in _OURS}
    env = {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONUTF8": "1",
        **more,
    }
    program = ["-c", code] if code else ["-m", "ui"]
    return subprocess.run(  # noqa: S603 - this program
        [sys.executable, *program, *words],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False,
        encoding="utf-8",
    )  # fmt: skip


_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "HOME")


@pytest.fixture
def database(tmp_path):
    place = place_of(str(tmp_path / "namnd.db"))
    store = Store(place, who="Eva Lind", clock=lambda: NOW)
    a_nämnd(store, "Vårdnämnden")
    a_nämnd(store, "Ålandsnämnden")
    assert len(store.ask(nämnder)) == 2
    store.close()
    (tmp_path / "config" / "namnd").mkdir(parents=True)
    (tmp_path / "config" / "namnd" / "namnd.ini").write_text(
        "[General]\nwho=Eva Lind\n", encoding="utf-8"
    )
    return place


def test_words_go_to_the_command_line(database, tmp_path):
    done = run("lista", "--databas", str(database.path), home=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Vårdnämnden"


def test_without_a_screen_it_says_so(tmp_path):
    done = run(home=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Här finns ingen skärm att öppna fönstret på.")


def test_an_option_it_does_not_know_is_refused_in_swedish(tmp_path):
    done = run("--databas", "x.db", "--färg", "röd", home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "--färg" in done.stderr
    assert "unrecognized" not in done.stderr


@pytest.mark.parametrize("wanted", ["Ålandsnämnden", "Vårdnämnden"])
def test_the_window_opens_on_the_wanted_nämnd_and_quits_politely(database, tmp_path, wanted):
    done = run(
        "--databas", str(database.path), f"--namnd={wanted}",
        home=tmp_path, code=SHOWN, QT_QPA_PLATFORM="offscreen",
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, f"True {wanted}"), done.stderr
    assert "Traceback" not in done.stderr
    assert not database.path.with_name("namnd.db-wal").exists()  # closed in good order
    Store(database, who="Eva", clock=lambda: NOW).close()  # and nobody holds it any more
