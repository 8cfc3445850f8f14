"""What every page works with: the data, the ways to change it and to tell the user."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nämnd.core.changes import Topic

if TYPE_CHECKING:  # these bring SQLAlchemy, which comes after the first paint
    from nämnd.bevakning.values import Källa
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


class Go(Protocol):
    """Where a page can send the user. The main window does it."""

    def to_page(self, name: str) -> None:
        """Show «översikt», «sammanträden» or «nämnd»."""
        ...

    def to_sammanträde(self, sammanträde_id: str, punkt_id: str | None = None) -> None:
        """Open the dagordning, at a punkt when one is named."""
        ...

    def to_protokoll(
        self, sammanträde_id: str, paragraf_id: str | None = None, *, paper: bool = False
    ) -> None:
        """Open the meeting day, at a § when one is named; `paper`: with the protokoll beside it."""
        ...

    def to_justering(self, sammanträde_id: str, justering_id: str | None = None) -> None:
        """Open the justering of a sammanträde, at a set of §§ when one is named."""
        ...

    def to_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        ...

    def in_nämnd(self, nämnd_id: str) -> None:
        """Make that nämnd the one that is shown, before going to something of it."""
        ...

    def to_delegationsbeslut(self, beslut_id: str) -> None:
        """Show the register of delegationsbeslut, at one of them."""
        ...

    def to_ärende(self, ärende_id: str, handling_id: str | None = None) -> None:
        """Open an ärende, at a handling when one is named."""
        ...

    def to_skrivelse(self, skrivelse_id: str) -> None:
        """Open a skrivelse to be written."""
        ...

    def take_in(self, paths: Sequence[Path] = (), ärende_id: str | None = None) -> None:
        """Let the user register files as handlingar; without `paths` they are chosen first.

        `ärende_id`: where they are proposed to go, else a new ärende.
        """
        ...

    def to_person(self, person_id: str) -> None:
        """Show the people of the nämnd, at one of them."""
        ...

    def import_file(self) -> None:
        """Let the user choose a file to read a dagordning from."""
        ...

    def to_bevakning(self, bevakning_id: str) -> None:
        """Show the follow-up, at one bevakning."""
        ...

    def to_delprojekt(self, delprojekt_id: str) -> None:
        """Open a delprojekt."""
        ...

    def to_överenskommelse(self, överenskommelse_id: str) -> None:
        """Open an överenskommelse."""
        ...

    def to_redovisning(self, redovisning_id: str) -> None:
        """Open a redovisning."""
        ...

    def watch(self, källa: Källa, rubrik: str = "") -> None:
        """Let the user write a new bevakning that comes from `källa`."""
        ...

    def find_deadlines(self, handling_id: str | None = None) -> None:
        """Let the user choose among the deadlines that a handling seems to set.

        Without `handling_id` the handling or a file is chosen first.
        """
        ...

    def new_delprojekt(self, paragraf_id: str | None = None) -> None:
        """Let the user enter a delprojekt, from a § when one is named."""
        ...

    def new_överenskommelse(self, handling_id: str | None = None) -> None:
        """Let the user enter an överenskommelse, from a handling when one is named."""
        ...

    def new_redovisning(
        self, överenskommelse_id: str | None = None, handling_id: str | None = None
    ) -> None:
        """Let the user enter a redovisning: the questions of a handling, or of any text."""
        ...

    def ask_outcome(self, bevakning_id: str) -> None:
        """Ask whether a bevakning that was reported is finished, or comes back."""
        ...

    def remind(self, bevakning_ids: Sequence[str]) -> None:
        """Let the user make reminders of bevakningar."""
        ...

    def put_on_dagordning(self, bevakning_id: str) -> None:
        """Let the user put a bevakning on a dagordning."""
        ...

    def export_program(self) -> None:
        """Let the user save the follow-up of a program as PDF, Word or Excel."""
        ...

    def plan_year(self) -> None:
        """Let the user plan the sammanträden of a year."""
        ...


class Page(Protocol):
    """A page of the main window."""

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now, if it shows any of `topics`."""
        ...
