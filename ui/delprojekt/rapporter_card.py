"""The reports of a delprojekt to the nämnd, in a row: the oldest first."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nämnd.delprojekt.values import RapportRow
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.words import rapport_state, rapport_title
from ui.desk import Desk, Go
from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through

_EMPTY = (
    "Ingen rapport än. Den första fylls i med det som står här: beslut, åtgärder och behov. De "
    "följande utgår från den förra och märker det som är nytt."
)


class RapporterCard(Card):
    """Links to the reports, and to where each was registered and taken up.

    Attributes:
        new: begins another.
        links: to each report, in order.
    """

    def __init__(self, desk: Desk, go: Go, open_rapport: Callable[[str], object]) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Rapporter till nämnden", band=True)
        self._desk, self._go, self._open = desk, go, open_rapport
        self.new = button("Ny &rapport", Kind.PLAIN)
        self.links: tuple[QPushButton, ...] = ()
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.new)
        desk.theme.dress(self.new, Icon.PLUS)
        side = desk.theme.px(16)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self.add(self._rows)
        self.empty = label(_EMPTY, Label.MUTED, wrap=True)
        self._rows.addWidget(self.empty)
        self._inside: QWidget | None = None
        self._shown: tuple[object, ...] = ()
        self._stops: list[QWidget] = []  # where Tab stops, from the top

    def show_it(self, loaded: Loaded) -> None:
        """Show the reports of a delprojekt."""
        self.new.setEnabled(loaded.view.avslutat is None)
        places = tuple(map(loaded.punkt_of, loaded.view.rapporter))
        shown = (loaded.view.id, loaded.view.rapporter, loaded.view.draft.ärende_id, places)
        if shown == self._shown:
            return  # nothing to build anew: the focus and the place on the page stay
        self._shown = shown
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.links = ()
        self._stops.clear()
        self._inside = inside = QWidget()
        parts = [self._part(loaded, one) for one in loaded.view.rapporter]
        inside.setLayout(column(*parts, spacing=self._desk.theme.px(10)))
        self._rows.addWidget(inside)
        self.empty.setVisible(not parts)
        inside.setVisible(bool(parts))
        tab_through(self.new, *self._stops)

    def first(self) -> QWidget:
        """Return what takes the focus: the newest report's link."""
        return self.links[-1] if self.links else self.new

    def _part(self, loaded: Loaded, one: RapportRow) -> QWidget:
        theme = self._desk.theme
        part = QWidget()
        link = button(rapport_title(one), Kind.LINK)
        link.clicked.connect(lambda: self._open(one.id))
        self.links = (*self.links, link)
        said = label(rapport_state(one), Label.CAPTION, wrap=True)
        ways = (*self._registered(loaded, one), *self._taken_up(loaded, one))
        self._stops += (link, *ways)
        lines = [link, said]
        layout = column(*lines, spacing=theme.px(2))
        if ways:
            layout.addLayout(row(*ways, None, spacing=theme.px(14)))
        part.setLayout(layout)
        return part

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
