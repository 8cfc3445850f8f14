"""A seat that nobody sits on, with the ersättare to choose, the reason, and a button to accept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from nämnd.core.swedish import counted
from nämnd.närvaro.ersättare import Proposal, proposed
from nämnd.närvaro.gaps import Gap
from ui.ersättare_words import proposal_text
from ui.närvaro.place import Place
from ui.närvaro.rows import PersonRow
from ui.närvaro.words import gap_text
from ui.toolkit.small import Kind, Label, button, label, line, row
from ui.toolkit.theme import Icon, Role, Theme


class GapBox(QFrame):
    """Shows the gap of the chosen row, else the first that somebody can fill.

    Signals:
        accepted: (Gap, person id): the proposal was accepted.
        other_wanted: Gap: somebody else is to be chosen.
        all_wanted: all gaps are to be seen.
    """

    accepted = Signal(object, str)
    other_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Hide until there is a gap."""
        super().__init__()
        self._gap: Gap | None = None
        self._proposal: Proposal | None = None
        self.seat = label("", Label.STRONG, wrap=True)
        self.who = label("", Label.BODY, wrap=True)
        self.accept = button("&Ta in")
        self.other = button("Välj annan …")
        self.more = button("", Kind.LINK)
        theme.dress(self.accept, Icon.CHECK, Role.ACCENT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(6))
        layout.setSpacing(theme.px(4))
        layout.addWidget(line())
        layout.addSpacing(theme.px(4))
        for part in (self.seat, self.who):
            layout.addWidget(part)
        layout.addLayout(row(self.accept, self.other, None, spacing=theme.px(8)))
        layout.addWidget(self.more)
        self.accept.clicked.connect(self._accept)
        self.other.clicked.connect(lambda: self.other_wanted.emit(self._gap))
        self.more.clicked.connect(self.all_wanted)
        self.hide()

    def show_gaps(self, place: Place, chosen: PersonRow | None) -> None:
        """Show how it is now."""
        found = proposed(place.protokoll, place.at) if place.protokoll.närvaro else ()
        mine = next((pair for pair in found if chosen and chosen.gap == pair[0]), None)
        best = mine or next((pair for pair in found if pair[1]), None) or next(iter(found), None)
        self.setVisible(best is not None)
        if best is None:
            return
        self._gap, self._proposal = best
        self.seat.setText(gap_text(place.protokoll, self._gap))
        self._show_proposal(place)
        rest = len(found) - 1
        self.more.setVisible(rest > 0)
        self.more.setText(f"{counted(rest, 'tom plats', 'tomma platser')} till …")

    def _show_proposal(self, place: Place) -> None:
        one = self._proposal
        self.accept.setVisible(one is not None)
        if one is None:
            self.who.setText("Ingen ersättare i rummet passar enligt ordningen.")
            return
        text = proposal_text(place.protokoll, one)
        self.who.setText(f"Förslag: {text}")
        name = place.protokoll.name(one.person_id)
        self.accept.setAccessibleName(f"Låt {name} tjänstgöra")
        self.accept.setToolTip(f"Låt {name} tjänstgöra")
        self.accept.setAccessibleDescription(self.seat.text())

    def _accept(self) -> None:
        if self._gap is not None and self._proposal is not None:
            self.accepted.emit(self._gap, self._proposal.person_id)
