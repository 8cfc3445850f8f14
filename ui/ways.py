"""The ways of the program: where a page can send the user, and what it can ask for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.main_window import MainWindow
from ui.menus import Menus

if TYPE_CHECKING:
    from nämnd.bevakning.values import Källa

_P = TypeVar("_P", bound=QWidget)


class Ways(QObject):
    """Goes where pages ask, in one window. Every page is made by `ui.pages`."""

    window: MainWindow
    desk: Desk | None
    menus: Menus

    def to_page(self, name: str) -> None:
        """Show a page."""
        self.window.show_page(name)

    def to_sammanträde(self, sammanträde_id: str, punkt_id: str | None = None) -> None:
        """Open the dagordning of a sammanträde, at a punkt."""
        from ui.sammanträde.workspace import Workspace

        page = self._page("dagordning", Workspace)
        page.show_sammanträde(sammanträde_id, punkt_id)
        self.menus.follow(page.sammanträde_id)

    def to_protokoll(
        self, sammanträde_id: str, paragraf_id: str | None = None, *, paper: bool = False
    ) -> None:
        """Open the meeting day of a sammanträde, at a §; `paper`: with the protokoll beside it."""
        from ui.protokoll.page import ProtokollPage

        page = self._page("mötesdag", ProtokollPage)
        page.show_sammanträde(sammanträde_id, paragraf_id, paper=paper)
        self.menus.follow(page.sammanträde_id, protokoll=True)

    def to_justering(self, sammanträde_id: str, justering_id: str | None = None) -> None:
        """Open the justering of a sammanträde, at a set of §§."""
        from ui.justering.page import JusteringPage

        page = self._page("justering", JusteringPage)
        page.show_sammanträde(sammanträde_id, justering_id)
        self.menus.follow(page.sammanträde_id)

    def to_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd, from its first page."""
        self.window.choose(nämnd_id)
        self.to_page("översikt")

    def in_nämnd(self, nämnd_id: str) -> None:
        """Make that nämnd the one that is shown, if it is not."""
        if nämnd_id != self.window.nämnd_id:
            self.window.choose(nämnd_id)

    def to_delegationsbeslut(self, beslut_id: str) -> None:
        """Show the register of delegationsbeslut, at one of them."""
        from ui.delegation.page import DelegationPage

        page = self._page("delegation", DelegationPage)
        page.show_beslut(beslut_id)

    def to_ärende(self, ärende_id: str, handling_id: str | None = None) -> None:
        """Open an ärende, of whichever nämnd it is, at a handling."""
        from ui.ärende.page import ÄrendePage

        page = self._page("ärende", ÄrendePage)
        page.show_ärende(ärende_id, handling_id)
        self.menus.follow(None)

    def to_skrivelse(self, skrivelse_id: str) -> None:
        """Open a skrivelse to be written."""
        from ui.ärende.skrivelse_page import SkrivelsePage

        page = self._page("skrivelse", SkrivelsePage)
        page.show_skrivelse(skrivelse_id)

    def take_in(self, paths: Sequence[Path] = (), ärende_id: str | None = None) -> None:
        """Let the user register files as handlingar; without `paths` they are chosen."""
        from ui.inkorg.intake import begin_intake, choose_intake

        key, window, done = self.window.nämnd_id, self.window, self.to_ärende
        if self.desk is None or key is None:
            return
        if paths:
            begin_intake(self.desk, window, paths, nämnd_id=key, done=done, ärende_id=ärende_id)
        else:
            choose_intake(self.desk, window, nämnd_id=key, done=done, ärende_id=ärende_id)

    def to_person(self, person_id: str) -> None:
        """Show the people of the nämnd, at one of them."""
        from ui.organisation.page import NämndPage

        page = self._page("nämnd", NämndPage)
        page.show_person(person_id)

    def import_file(self) -> None:
        """Let the user choose a file, read it and show what was found."""
        from ui.läsning.reading import begin_import

        if self.desk is not None:
            begin_import(self.desk, self, self.window)

    def to_bevakning(self, bevakning_id: str) -> None:
        """Show the follow-up, at one bevakning."""
        from ui.uppföljning.page import UppföljningPage

        self._page("uppföljning", UppföljningPage).show_bevakning(bevakning_id)

    def to_delprojekt(self, delprojekt_id: str) -> None:
        """Open a delprojekt."""
        from ui.delprojekt.page import DelprojektPage

        self._page("delprojekt", DelprojektPage).show_delprojekt(delprojekt_id)

    def to_överenskommelse(self, överenskommelse_id: str) -> None:
        """Open an överenskommelse."""
        from ui.överenskommelse.page import ÖverenskommelsePage

        page = self._page("överenskommelse", ÖverenskommelsePage)
        page.show_överenskommelse(överenskommelse_id)

    def to_redovisning(self, redovisning_id: str) -> None:
        """Open a redovisning."""
        from ui.redovisning.page import RedovisningPage

        self._page("redovisning", RedovisningPage).show_redovisning(redovisning_id)

    def watch(self, källa: Källa, rubrik: str = "") -> None:
        """Let the user write a new bevakning that comes from `källa`."""
        from ui.uppföljning.dialogs import begin_bevakning

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            begin_bevakning(self.desk, self, self.window, key, källa, rubrik)

    def find_deadlines(self, handling_id: str | None = None) -> None:
        """Let the user choose among the deadlines that a handling seems to set."""
        from ui.uppföljning.deadlines import begin_deadlines

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            begin_deadlines(self.desk, self, self.window, key, handling_id)

    def new_delprojekt(self, paragraf_id: str | None = None) -> None:
        """Let the user enter a delprojekt, from a § when one is named."""
        from ui.delprojekt.dialogs import begin_delprojekt

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            begin_delprojekt(self.desk, self, self.window, key, paragraf_id)

    def new_överenskommelse(self, handling_id: str | None = None) -> None:
        """Let the user enter an överenskommelse, from a handling when one is named."""
        from ui.överenskommelse.dialogs import begin_överenskommelse

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            begin_överenskommelse(self.desk, self, self.window, key, handling_id)

    def new_redovisning(
        self, överenskommelse_id: str | None = None, handling_id: str | None = None
    ) -> None:
        """Let the user enter a redovisning: the questions of a handling, or of any text."""
        from ui.redovisning.dialogs import begin_redovisning

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            begin_redovisning(self.desk, self, self.window, key, överenskommelse_id, handling_id)

    def ask_outcome(self, bevakning_id: str) -> None:
        """Ask whether a bevakning that was reported is finished, or comes back."""
        from ui.uppföljning.actions import begin_report

        if self.desk is not None:
            begin_report(self.desk, self, self.window, bevakning_id)

    def remind(self, bevakning_ids: Sequence[str]) -> None:
        """Let the user make reminders of bevakningar."""
        from ui.uppföljning.reminding import begin_reminding

        if self.desk is not None:
            begin_reminding(self.desk, self, self.window, bevakning_ids)

    def put_on_dagordning(self, bevakning_id: str) -> None:
        """Let the user put a bevakning on a dagordning."""
        from ui.uppföljning.agenda_dialog import begin_agenda

        if self.desk is not None:
            begin_agenda(self.desk, self, self.window, bevakning_id)

    def export_program(self) -> None:
        """Let the user save the follow-up of a program as PDF, Word or Excel."""
        from ui.delprojekt.export_dialog import export_program

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            export_program(self.desk, self.window, key)

    def plan_year(self) -> None:
        """Let the user plan the sammanträden of a year."""
        from ui.årsplan.planning import begin_planning

        key = self.window.nämnd_id
        if self.desk is not None and key is not None:
            begin_planning(self.desk, self, self.window, key)

    def _page(self, name: str, kind: type[_P]) -> _P:
        page = self.window.show_page(name)
        assert isinstance(page, kind)  # noqa: S101 - made by `ui.pages`
        return page
