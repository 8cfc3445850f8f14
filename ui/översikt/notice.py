"""What is due today, told once a day when the program starts: on the desktop and in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from nämnd.core.swedish import counted
from ui.toolkit.settings import NOT_TOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nämnd.översikt.todo import Todo
    from ui.desk import Desk
    from ui.toolkit.settings import SettingsFile

_MOST = 3  # that are named
_SHOWN = 15_000  # ms


def tell_of_today(desk: Desk, window: QWidget, settings: SettingsFile, nämnd_id: str) -> str:
    """Tell what must be done today or is late, unless it was told today; return what was said.

    The desktop shows it where it has a place for it; the window always does, in passing.
    """
    from nämnd.översikt.morning import morning

    now, today = settings.read(), desk.today
    if NOT_TOLD in now.unasked or now.told == today.isoformat():
        return ""
    found = desk.store.ask(lambda session: morning(session, nämnd_id, today)).today
    if not found:
        return ""
    settings.change(told=today.isoformat())
    head = head_text(found)
    desk.messages.notice(f"{head} Allt står på Översikt.")
    _show_on_desktop(window, head, body_text(found))
    return head


def head_text(found: Sequence[Todo]) -> str:
    """Return how much it is: «2 saker ska göras i dag eller är försenade.»."""
    late = sum(one.sen for one in found)
    todo = counted(len(found) - late, "sak", "saker")
    if not late:
        return f"{todo} ska göras i dag."
    if late == len(found):
        return f"{counted(late, 'sak', 'saker')} är {'försenad' if late == 1 else 'försenade'}."
    return f"{todo} ska göras i dag och {late} är {'försenad' if late == 1 else 'försenade'}."


def body_text(found: Sequence[Todo]) -> str:
    """Return the first of them, a line each."""
    lines = [one.text for one in found[:_MOST]]
    rest = len(found) - _MOST
    return "\n".join([*lines, f"… och {rest} till."] if rest > 0 else lines)


def _show_on_desktop(window: QWidget, title: str, body: str) -> None:
    """Show a message of the desktop; the icon it comes from is gone with it."""
    if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
        return
    icon = QSystemTrayIcon(window.windowIcon(), window)
    icon.messageClicked.connect(window.activateWindow)
    icon.messageClicked.connect(icon.hide)
    icon.setToolTip("Nämnd")
    icon.show()
    icon.showMessage(title, body, window.windowIcon(), _SHOWN)
