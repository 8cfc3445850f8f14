"""What every page works with: the data, the ways to change it and to tell the user."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from nämnd.bilaga.files import FileStore
from nämnd.core.worker import Worker
from nämnd.store import Store
from ui.toolkit.editing import Editor
from ui.toolkit.jobs import Jobs
from ui.toolkit.messages import Messages
from ui.toolkit.theme import Theme


@dataclass(frozen=True, slots=True)
class Desk:
    """One open database and its tools. Pages take this and nothing global.

    `preview` draws what is on the screen; `heavy` does what takes long. Two processes, so that the
    preview never waits for an utskick.
    """

    store: Store
    files: FileStore
    editor: Editor
    jobs: Jobs
    messages: Messages
    theme: Theme
    preview: Worker
    heavy: Worker
    clock: Callable[[], datetime]

    @property
    def today(self) -> date:
        """Return today's date."""
        return self.clock().date()

    @property
    def when(self) -> str:
        """Return the time now as it is kept: ISO, to the second."""
        return self.clock().isoformat(timespec="seconds")
