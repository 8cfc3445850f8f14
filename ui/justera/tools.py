"""What the chair's window works with: no database, no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from ui.justera.kept import Kept
    from ui.toolkit.jobs import Jobs
    from ui.toolkit.messages import Messages
    from ui.toolkit.settings import SettingsFile
    from ui.toolkit.theme import Theme


@dataclass(frozen=True, slots=True)
class Outside:
    """What of the computer is outside the program. Tests have their own.

    Attributes:
        documents: the user's folder of documents.
        passing: folders that are emptied, where an answer would be lost; None: the computer's.
        show: opens a file or a folder in the program the computer has for it.
    """

    documents: Path
    passing: tuple[Path, ...] | None
    show: Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of one chair's window."""

    theme: Theme
    jobs: Jobs
    messages: Messages
    kept: Kept
    settings: SettingsFile
    clock: Callable[[], datetime]
    outside: Outside


def the_computer() -> Outside:
    """Return this computer."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    home = QStandardPaths.writableLocation(documents) or str(Path.home())
    return Outside(Path(home), None, _show)


def _show(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
