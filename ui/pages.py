"""How each page of the program is made, when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from ui.desk import Desk, Go

if TYPE_CHECKING:
    from ui.toolkit.settings import SettingsFile

Factories: TypeAlias = dict[str, Callable[[], QWidget]]


def page_factories(desk: Desk, go: Go, settings: SettingsFile) -> Factories:
    """Return what makes each page, by its name. `settings` keep the widths of panes."""
    return {
        **_of_sammanträde(desk, go, settings),
        **_of_ärende(desk, go),
        **_of_uppföljning(desk, go),
        **_of_nämnd(desk, go),
    }


def _of_sammanträde(desk: Desk, go: Go, settings: SettingsFile) -> Factories:
    def dagordning() -> QWidget:
        from ui.sammanträde.workspace import Workspace

        page = Workspace(desk, go)
        if widths := settings.read().panes:
            page.panes.set_proportions(widths)
        page.panes.moved_by_user.connect(lambda: settings.change(panes=page.panes.proportions()))
        return page

    def mötesdag() -> QWidget:
        from ui.protokoll.page import ProtokollPage

        page = ProtokollPage(desk, go)
        if widths := settings.read().day_panes:
            page.panes.set_proportions(widths)
        page.panes.moved_by_user.connect(
            lambda: settings.change(day_panes=page.panes.proportions())
        )
        return page

    def justering() -> QWidget:
        from ui.justering.page import JusteringPage

        return JusteringPage(desk, go)

    return {"dagordning": dagordning, "mötesdag": mötesdag, "justering": justering}


def _of_ärende(desk: Desk, go: Go) -> Factories:
    def ärenden() -> QWidget:
        from ui.ärende.list_page import ÄrendenPage

        return ÄrendenPage(desk, go)

    def ärende() -> QWidget:
        from ui.ärende.page import ÄrendePage

        return ÄrendePage(desk, go)

    def beslut() -> QWidget:
        from ui.register.page import BeslutPage

        return BeslutPage(desk, go)

    def skrivelse() -> QWidget:
        from ui.ärende.skrivelse_page import SkrivelsePage

        return SkrivelsePage(desk, go)

    return {"ärenden": ärenden, "ärende": ärende, "skrivelse": skrivelse, "beslut": beslut}


def _of_nämnd(desk: Desk, go: Go) -> Factories:
    def sammanträden() -> QWidget:
        from ui.sammanträde.list_page import SammanträdenPage

        return SammanträdenPage(desk, go)

    def nämnd() -> QWidget:
        from ui.organisation.page import NämndPage

        return NämndPage(desk, go)

    def delegation() -> QWidget:
        from ui.delegation.page import DelegationPage

        return DelegationPage(desk, go)

    return {"sammanträden": sammanträden, "nämnd": nämnd, "delegation": delegation}


def _of_uppföljning(desk: Desk, go: Go) -> Factories:
    def uppföljning() -> QWidget:
        from ui.uppföljning.page import UppföljningPage

        return UppföljningPage(desk, go)

    def delprojekt() -> QWidget:
        from ui.delprojekt.page import DelprojektPage

        return DelprojektPage(desk, go)

    def överenskommelser() -> QWidget:
        from ui.överenskommelse.list_page import ÖverenskommelserPage

        return ÖverenskommelserPage(desk, go)

    def överenskommelse() -> QWidget:
        from ui.överenskommelse.page import ÖverenskommelsePage

        return ÖverenskommelsePage(desk, go)

    def redovisning() -> QWidget:
        from ui.redovisning.page import RedovisningPage

        return RedovisningPage(desk, go)

    def årshjul() -> QWidget:
        from ui.årsplan.page import ÅrshjulPage

        return ÅrshjulPage(desk, go)

    return {
        "uppföljning": uppföljning,
        "delprojekt": delprojekt,
        "överenskommelser": överenskommelser,
        "överenskommelse": överenskommelse,
        "redovisning": redovisning,
        "årshjul": årshjul,
    }
