"""The window before the database is open: theme, settings, the first page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from nämnd.store.place import Place
from nämnd.översikt.glimpse import Glimpse
from ui.main_window import MainWindow
from ui.toolkit.settings import SettingsFile
from ui.toolkit.theme import Theme
from ui.översikt.page import OverviewPage

if TYPE_CHECKING:
    from nämnd.bevakning.values import Källa
    from ui.desk import Go


class Shell:
    """What can be shown without SQLAlchemy.

    Attributes:
        place: where the data lies.
        settings: the user's settings file.
        window, overview: the window and its first page.
    """

    def __init__(
        self,
        app: QApplication,
        place: Place,
        settings: SettingsFile,
        clock: Callable[[], datetime],
    ) -> None:
        """Build the window; nothing is read yet."""
        self.place, self.settings, self.clock = place, settings, clock
        chosen = settings.read()
        self.theme = Theme(app, chosen.scheme, chosen.font_scale)
        now = clock()
        self.go = Forwarded()
        self.overview = OverviewPage(self.theme, self.go, today=now.date(), hour=now.hour)
        self.window = MainWindow(self.theme, self.overview)
        self.window.who.setText(chosen.who)
        self.window.resize(self.theme.px(1440), self.theme.px(900))
        if chosen.geometry:
            self.window.restoreGeometry(chosen.geometry)

    def show_glimpse(self, seen: Glimpse) -> None:
        """Show the first page's rows."""
        self.overview.show_rows(seen.sammanträden)


class Forwarded:
    """Where the first page sends the user, once there is somebody to go."""

    def __init__(self) -> None:
        """Go nowhere yet: the buttons are there a moment before the program is."""
        self.target: Go | None = None

    def to_page(self, name: str) -> None:
        """Show a page."""
        if self.target:
            self.target.to_page(name)

    def to_sammanträde(self, sammanträde_id: str, punkt_id: str | None = None) -> None:
        """Open a dagordning."""
        if self.target:
            self.target.to_sammanträde(sammanträde_id, punkt_id)

    def to_protokoll(
        self, sammanträde_id: str, paragraf_id: str | None = None, *, paper: bool = False
    ) -> None:
        """Open a meeting day."""
        if self.target:
            self.target.to_protokoll(sammanträde_id, paragraf_id, paper=paper)

    def to_justering(self, sammanträde_id: str, justering_id: str | None = None) -> None:
        """Open the justering of a sammanträde."""
        if self.target:
            self.target.to_justering(sammanträde_id, justering_id)

    def to_nämnd(self, nämnd_id: str) -> None:
        """Show a nämnd."""
        if self.target:
            self.target.to_nämnd(nämnd_id)

    def in_nämnd(self, nämnd_id: str) -> None:
        """Make another nämnd the one that is shown."""
        if self.target:
            self.target.in_nämnd(nämnd_id)

    def to_delegationsbeslut(self, beslut_id: str) -> None:
        """Show a delegationsbeslut."""
        if self.target:
            self.target.to_delegationsbeslut(beslut_id)

    def to_ärende(self, ärende_id: str, handling_id: str | None = None) -> None:
        """Open an ärende."""
        if self.target:
            self.target.to_ärende(ärende_id, handling_id)

    def to_skrivelse(self, skrivelse_id: str) -> None:
        """Open a skrivelse."""
        if self.target:
            self.target.to_skrivelse(skrivelse_id)

    def take_in(self, paths: Sequence[Path] = (), ärende_id: str | None = None) -> None:
        """Register files as handlingar."""
        if self.target:
            self.target.take_in(paths, ärende_id)

    def to_person(self, person_id: str) -> None:
        """Show a person."""
        if self.target:
            self.target.to_person(person_id)

    def import_file(self) -> None:
        """Read a file in."""
        if self.target:
            self.target.import_file()

    def to_bevakning(self, bevakning_id: str) -> None:
        """Show a bevakning."""
        if self.target:
            self.target.to_bevakning(bevakning_id)

    def to_delprojekt(self, delprojekt_id: str) -> None:
        """Open a delprojekt."""
        if self.target:
            self.target.to_delprojekt(delprojekt_id)

    def to_överenskommelse(self, överenskommelse_id: str) -> None:
        """Open an överenskommelse."""
        if self.target:
            self.target.to_överenskommelse(överenskommelse_id)

    def to_redovisning(self, redovisning_id: str) -> None:
        """Open a redovisning."""
        if self.target:
            self.target.to_redovisning(redovisning_id)

    def watch(self, källa: Källa, rubrik: str = "") -> None:
        """Write a new bevakning."""
        if self.target:
            self.target.watch(källa, rubrik)

    def find_deadlines(self, handling_id: str | None = None) -> None:
        """Find the deadlines of a handling."""
        if self.target:
            self.target.find_deadlines(handling_id)

    def new_delprojekt(self, paragraf_id: str | None = None) -> None:
        """Enter a delprojekt."""
        if self.target:
            self.target.new_delprojekt(paragraf_id)

    def new_överenskommelse(self, handling_id: str | None = None) -> None:
        """Enter an överenskommelse."""
        if self.target:
            self.target.new_överenskommelse(handling_id)

    def new_redovisning(
        self, överenskommelse_id: str | None = None, handling_id: str | None = None
    ) -> None:
        """Enter a redovisning."""
        if self.target:
            self.target.new_redovisning(överenskommelse_id, handling_id)

    def ask_outcome(self, bevakning_id: str) -> None:
        """Ask how a bevakning ended."""
        if self.target:
            self.target.ask_outcome(bevakning_id)

    def remind(self, bevakning_ids: Sequence[str]) -> None:
        """Make reminders."""
        if self.target:
            self.target.remind(bevakning_ids)

    def put_on_dagordning(self, bevakning_id: str) -> None:
        """Put a bevakning on a dagordning."""
        if self.target:
            self.target.put_on_dagordning(bevakning_id)

    def export_program(self) -> None:
        """Save the follow-up of a program."""
        if self.target:
            self.target.export_program()

    def plan_year(self) -> None:
        """Plan a year."""
        if self.target:
            self.target.plan_year()
