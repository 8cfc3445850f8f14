"""The reports of a delprojekt to the nämnd, in a row: the oldest first."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from nämnd.delprojekt.values import RapportRow
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.words import rapport_state, rapport_title
from ui.desk import Desk, Go
from ui.toolkit.links_card import LinkPart, LinksCard
from ui.toolkit.small import Kind, Label, button, label

_EMPTY = (
    "Ingen rapport än. Den första fylls i med det som står här: beslut, åtgärder och behov. De "
    "följande utgår från den förra och märker det som är nytt."
)


class RapporterCard(LinksCard):
    """Links to the reports, and to where each was registered and taken up."""

    def __init__(self, desk: Desk, go: Go, open_rapport: Callable[[str], object]) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Rapporter till nämnden", new="Ny &rapport", empty=_EMPTY)
        self._go, self._open = go, open_rapport

    def show_it(self, loaded: Loaded) -> None:
        """Show the reports of a delprojekt."""
        view = loaded.view
        self.new.setEnabled(view.avslutat is None)
        places = tuple(map(loaded.punkt_of, view.rapporter))
        shown = (view.id, view.rapporter, view.draft.ärende_id, places)
        self.show_parts(shown, (self._part(loaded, one) for one in view.rapporter))

    def first(self) -> QWidget:
        """Return what takes the focus: the newest report's link."""
        return self.links[-1] if self.links else self.new

    def _part(self, loaded: Loaded, one: RapportRow) -> LinkPart:
        link = button(rapport_title(one), Kind.LINK)
        link.clicked.connect(lambda: self._open(one.id))
        said = label(rapport_state(one), Label.CAPTION, wrap=True)
        ways = (*self._registered(loaded, one), *self._taken_up(loaded, one))
        return LinkPart(self._theme, link, said, ways=ways)

    def _registered(self, loaded: Loaded, one: RapportRow) -> tuple[QPushButton, ...]:
        ärende_id, handling_id = loaded.view.draft.ärende_id, one.rapport_handling_id
        if ärende_id is None or handling_id is None:
            return ()
        way = button("Handlingen", Kind.LINK)
        way.setAccessibleName(f"Handlingen: {rapport_title(one)}")
        way.clicked.connect(lambda: self._go.to_ärende(ärende_id, handling_id))
        return (way,)

    def _taken_up(self, loaded: Loaded, one: RapportRow) -> tuple[QPushButton, ...]:
        meeting, punkt_id = one.draft.sammanträde_id, loaded.punkt_of(one)
        if meeting is None or punkt_id is None:
            return ()
        way = button("Punkten", Kind.LINK)
        way.setAccessibleName(f"Punkten på dagordningen: {rapport_title(one)}")
        way.clicked.connect(lambda: self._go.to_sammanträde(meeting, punkt_id))
        return (way,)
