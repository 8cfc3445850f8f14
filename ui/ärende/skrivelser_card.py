"""What is written in an ärende: missiv and tjänsteskrivelser, each leading to its page."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nämnd.ärende.values import SkrivelseRow
from ui.desk import Desk, Go
from ui.toolkit.chips import Card
from ui.toolkit.cut_link import CutLink
from ui.toolkit.small import Kind, Label, button, column, label
from ui.toolkit.theme import Icon
from ui.ärende.loaded import Loaded
from ui.ärende.words import skrivelse_state

_EMPTY = (
    "Ingen skrivelse än. Förslaget i den blir punktens förslag till beslut när ärendet läggs på "
    "en dagordning."
)


class SkrivelserCard(Card):
    """Links to the skrivelser.

    Attributes:
        new: begins another.
        links: one for each, in order.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Skrivelser", band=True)
        self._desk, self._go = desk, go
        self.new = button("Ny &skrivelse", Kind.PLAIN)
        self.links: tuple[QPushButton, ...] = ()
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.new)
        desk.theme.dress(self.new, Icon.PLUS)
        side = desk.theme.px(16)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self._rows.setSpacing(desk.theme.px(10))
        self.add(self._rows)
        self.empty = label(_EMPTY, Label.MUTED, wrap=True)
        self._rows.addWidget(self.empty)
        self._inside: QWidget | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Show the skrivelser of an ärende."""
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.deleteLater()
            self._inside.hide()
        self._inside = inside = QWidget()
        made = tuple(self._link(one) for one in loaded.skrivelser)
        states = (
            label(skrivelse_state(one, loaded.handlingar), Label.CAPTION, wrap=True)
            for one in loaded.skrivelser
        )
        pairs = (column(link, said, spacing=0) for link, said in zip(made, states, strict=True))
        inside.setLayout(column(*pairs, spacing=self._desk.theme.px(8)))
        self._rows.addWidget(inside)
        self.links = made
        self.empty.setVisible(not made)
        inside.setVisible(bool(made))
        self.new.setEnabled(loaded.view.makulerat is None)

    def _link(self, one: SkrivelseRow) -> QPushButton:
        made = CutLink(f"{one.draft.slag.capitalize()}: {one.draft.rubrik}")
        made.clicked.connect(lambda: self._go.to_skrivelse(one.id))
        return made
