"""A justeringsfil opens the chair's window: by its name alone, or from the menu."""

import sys

from PySide6.QtWidgets import QApplication

from nämnd.bilaga.files import FileStore
from nämnd.exempel import make_example
from tests.conftest import NOW
from tests.ui.justera.packages import package
from tests.ui.test_menus import entry
from tests.ui.test_start import run
from ui.justera.window import ChairWindow

SHOWN = """
import sys
from PySide6.QtCore import QTimer
import ui.justera.window as w
from ui.__main__ import main

shown = w.ChairWindow._show_package
def show(self, opened):
    shown(self, opened)
    print(self.windowTitle(), "sqlalchemy" in sys.modules, "socket.connect" in seen, flush=True)
    QTimer.singleShot(0, self.close)
w.ChairWindow._show_package = show
seen = set()
sys.addaudithook(lambda event, args: seen.add(event))
sys.exit(main())
"""


def test_double_click_opens_it_alone_without_database_or_network(tmp_path):
    path = tmp_path / "Vårdnämnden §§ 59–64.justering"
    path.write_bytes(package())
    done = run(str(path), home=tmp_path, code=SHOWN, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "Justera protokoll 2026-03-27, §§ 59–64 – Nämnd False False"
    assert not (tmp_path / "data").exists()


def test_without_a_screen_it_says_so(tmp_path):
    done = run(str(tmp_path / "x.justering"), home=tmp_path)
    if sys.platform == "linux":
        assert done.returncode == 1
        assert "ingen skärm" in done.stderr


def test_the_menu_opens_it_in_a_window_beside_the_program(qtbot, opener, messages, tmp_path):
    nämnd = opener.fill(lambda store: make_example(store, FileStore(store.place.files), now=NOW))
    opener.settings.change(nämnd=nämnd)
    program = opener()
    path = tmp_path / "x.justering"
    path.write_bytes(package())
    messages.files = [path]
    entry(program, "Öppna justeringsfil …").trigger()
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ChairWindow))
    qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
    assert program.window.isVisible()
    window.page.side.comment.setPlainText("Hej")
    program.window.close()
    assert not window.isVisible()
    assert (opener.settings.folder / "justera" / "utkast").is_dir()
