"""Saving the diarium as a file: for everybody, or whole for the nämnd itself."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from nämnd.paket.lists import List, gather_diarium
from nämnd.ärende.queries import diarium
from ui.desk import Desk
from ui.list_export import Exported, ListExport
from ui.toolkit.controls import Choice
from ui.ärende.filtering import years

_HIDDEN = "Rubriker, avsändare och mottagare som ska döljas ersätts med «[uppgift dold]»."


@dataclass
class _Order:
    """Which year is wanted: gathered on another thread, where no widget may be asked."""

    desk: Desk
    nämnd_id: str
    years: tuple[int | None, ...]  # None: all
    at: int = 0

    def choose(self, at: int) -> None:
        self.at = at

    def gather(self, public: bool) -> List:  # noqa: FBT001 - as ListExport asks
        desk, year = self.desk, self.years[self.at]
        return gather_diarium(
            desk.store, desk.files, self.nämnd_id, today=desk.today, public=public, år=year
        )


def export_diarium(desk: Desk, parent: QWidget, nämnd_id: str) -> ListExport:
    """Let the user choose the year, for whom and how, and write the file."""
    desk.editor.flush()
    rows = desk.store.ask(lambda session: diarium(session, nämnd_id))
    order = _Order(desk, nämnd_id, (None, *years(rows)))
    year: Choice[int | None] = Choice(
        desk.theme, ((one, str(one or "Alla år")) for one in order.years)
    )
    year.setCurrentIndex(0)
    year.setAccessibleName("År")
    year.currentIndexChanged.connect(order.choose)
    what = Exported("Exportera diariet", order.gather, _HIDDEN)
    dialog = ListExport(desk, parent, what)
    dialog.rows.insertRow(0, "&År", year)
    QWidget.setTabOrder(year, dialog.whom)
    year.setFocus()
    return dialog
