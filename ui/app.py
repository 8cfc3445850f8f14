"""Opens the window: first paint on rows that SQLite alone can read, then everything else."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

# PySide6 puts a slower function in place of Python's import, and every import after it pays
# (measured: 60 ms of start-up). It is only for `from __feature__ import …`, which is not used here.
_plain_import = builtins.__import__
from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator  # noqa: E402 - see above
from PySide6.QtWidgets import QApplication  # noqa: E402 - see above

builtins.__import__ = _plain_import

from nämnd.store.place import Place, default_place, place_of  # noqa: E402 - see above
from nämnd.översikt.glimpse import glimpse  # noqa: E402 - see above
from ui.shell import Shell  # noqa: E402 - see above
from ui.toolkit.settings import SettingsFile  # noqa: E402 - see above
from ui.toolkit.theme import Theme  # noqa: E402 - see above

if TYPE_CHECKING:
    from nämnd.core.errors import NämndError
    from ui.justera.window import ChairWindow

Clock = Callable[[], datetime]
_NO_SCREEN = (
    "Här finns ingen skärm att öppna fönstret på. Skriv «namnd --help» för att se vad som går att "
    "göra utan skärm.\n"
)


def run(*, databas: str | None, nämnd: str | None, clock: Clock, svar: str | None = None) -> int:
    """Open the window on a database and return the exit code when it is closed.

    Args:
        databas: a path or an SQLAlchemy URL; None: the user's own.
        nämnd: the nämnd to show, by name, short name or id; None: the one shown last.
        clock: local time.
        svar: a file with an answer to read in; the window that is open already does it, if any.
    """
    if not _has_screen():
        sys.stderr.write(_NO_SCREEN)
        return 1
    app = _application()
    try:
        place = place_of(databas) if databas else default_place()
    except _refusal() as error:
        return _refuse(error)
    answer = Path(svar).absolute() if svar else None
    if answer is not None and _handed_over(place, answer):
        return 0
    shell = open_shell(app, place, settings_path(), clock)
    shell.window.show()
    QTimer.singleShot(0, lambda: _complete(shell, nämnd, answer))
    return app.exec()


def _handed_over(place: Place, answer: Path) -> bool:
    from ui.toolkit.door import hand_over, name_of

    return hand_over(name_of(place.shown), answer)


def run_chair(path: Path, *, clock: Clock) -> int:
    """Open a package to be justerad, alone: no database and no network.

    Return the exit code when the window is closed.
    """
    if not _has_screen():
        sys.stderr.write(_NO_SCREEN)
        return 1
    from ui.justera.window import ChairWindow

    app = _application()
    settings = SettingsFile(settings_path())
    chosen = settings.read()
    theme = Theme(app, chosen.scheme, chosen.font_scale)
    window = ChairWindow(theme, settings, clock=clock)
    window.show()
    QTimer.singleShot(0, lambda: _complete_chair(window, path))
    return app.exec()


def _complete_chair(window: ChairWindow, path: Path) -> None:
    from ui.toolkit.collector import Collector
    from ui.toolkit.crash import CrashGuard
    from ui.toolkit.theme import load_more_fonts

    tools = window.tools
    guard = CrashGuard(
        window,
        tools.settings.folder / "felrapporter",
        clock=tools.clock,
        facts=f"Nämnd, justera, Python {sys.version.split()[0]}, {sys.platform}",
        flush=window.leave,
    )
    guard.quit_wanted.connect(window.close)
    guard.install()
    gc.disable()  # work begins on threads before the Collector can take over
    load_more_fonts()
    window.open_file(path)
    Collector(window)


def _application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("namnd")
    app.setApplicationDisplayName("Nämnd")
    speak_swedish(app)
    return app


def _refusal() -> type[NämndError]:
    """Return what a refusal is: asked for only when there is one, for a quick start."""
    from nämnd.core.errors import NämndError

    return NämndError


def _refuse(error: NämndError) -> int:
    """Say why there is no place for the data, on the terminal and in a box."""
    from PySide6.QtWidgets import QWidget

    from nämnd.error_messages import message_for
    from ui.toolkit.messages import BoxMessages

    sys.stderr.write(f"{message_for(error)}\n")
    BoxMessages(QWidget()).error(message_for(error))
    return 1


def open_shell(app: QApplication, place: Place, settings: Path, clock: Clock) -> Shell:
    """Return the window with its first page, before the database is really open."""
    shell = Shell(app, place, SettingsFile(settings), clock)
    if place.path is not None:
        seen = glimpse(place.path, shell.settings.read().nämnd)
        if seen is not None:
            shell.show_glimpse(seen)
    return shell


def speak_swedish(app: QApplication) -> None:
    """Let Qt's own words be Swedish: Cancel, Save, Copy, Paste."""
    QLocale.setDefault(QLocale("sv_SE"))
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load(QLocale("sv_SE"), "qtbase", "_", where):
        app.installTranslator(translator)


def settings_path() -> Path:
    """Return the file of the user's settings."""
    import platformdirs

    folder = platformdirs.user_config_path("namnd", appauthor=False, ensure_exists=True)
    return folder / "namnd.ini"


def _has_screen() -> bool:
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in shown_by)


def _complete(shell: Shell, nämnd: str | None, answer: Path | None = None) -> None:
    from ui.program import Program
    from ui.toolkit.collector import Collector

    gc.disable()  # work begins on threads before the Collector can take over
    program = Program(shell)
    program.guard.install()
    if program.open(nämnd):
        program.open_door()
        if answer is not None:
            program.take_answer(answer)
    Collector(program)
