"""All empty seats in one list, each with its proposal to accept or change."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.changes import Command
from nämnd.närvaro.ersättare import proposals, proposed
from nämnd.närvaro.gaps import Gap
from nämnd.närvaro.meeting import At
from ui.ersättare_words import proposal_text
from ui.närvaro.place import Place
from ui.närvaro.stepping import noted, step_in
from ui.närvaro.words import gap_text
from ui.toolkit.controls import Choice
from ui.toolkit.small import label
from ui.toolkit.theme import Theme

_NOBODY = "Ingen, platsen står tom"
_TALLEST = 360  # design pixels, then it scrolls


class GapsPanel(QScrollArea):
    """A row for each seat: whose it is and why it is empty, and a list to choose from.

    Signals:
        changed: another is chosen somewhere.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show nothing until `show_gaps`."""
        super().__init__()
        self._theme = theme
        self._place: Place | None = None
        self._at = At(0)
        self._there: tuple[str, ...] | None = None
        self._gaps: tuple[Gap, ...] = ()
        self.choices: tuple[Choice[str | None], ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Tomma platser")

    def show_gaps(self, place: Place, at: At, there: Collection[str] | None = None) -> None:
        """Show the seats that are empty at a §."""
        self._place, self._at = place, at
        self._there = None if there is None else tuple(there)
        pairs = proposed(place.protokoll, at, self._there)
        self._gaps = tuple(gap for gap, _ in pairs)
        inside = QWidget()
        inside.setObjectName("scrolled")
        outer, grid = QVBoxLayout(inside), QGridLayout()
        outer.setContentsMargins(0, 0, self._theme.px(6), 0)
        grid.setSpacing(self._theme.px(8))
        grid.setColumnStretch(1, 1)
        choices: list[Choice[str | None]] = []
        for number, (gap, one) in enumerate(pairs):
            choice = self._choice(place, gap, one.person_id if one else None)
            text = label(gap_text(place.protokoll, gap), wrap=True)
            text.setBuddy(choice)
            choice.setAccessibleName(f"Ersättare för {text.text()}")
            grid.addWidget(text, number, 0)
            grid.addWidget(choice, number, 1)
            choices.append(choice)
        outer.addLayout(grid)
        outer.addStretch()
        self.choices = tuple(choices)
        self.setWidget(inside)
        tall = min(inside.sizeHint().height(), self._theme.px(_TALLEST))
        self.setMinimumHeight(tall)

    @property
    def empty(self) -> bool:
        """Say whether no seat is empty."""
        return not self._gaps

    def chosen(self) -> tuple[tuple[Gap, str], ...]:
        """Return the seats somebody was chosen for."""
        pairs = zip(self._gaps, self.choices, strict=True)
        return tuple((gap, key) for gap, choice in pairs if (key := choice.value()))

    def problems(self) -> tuple[str, ...]:
        """Return who was chosen for two seats."""
        keys = [key for _, key in self.chosen()]
        twice = dict.fromkeys(key for key in keys if keys.count(key) > 1)
        place = self._place
        names = [place.protokoll.name(key) for key in twice] if place else []
        return tuple(f"{name} kan bara sitta på en plats. Välj någon annan." for name in names)

    def warnings(self) -> str:
        """Return what is unusual about the choices."""
        place = self._place
        if place is None:
            return ""
        found = [
            f"{place.protokoll.name(key)}: {text}"
            for gap, key in self.chosen()
            if (text := noted(place, gap, key, self._at, self._there).warning)
        ]
        return "\n".join(found)

    def commands(self, nummer: int | None, tid: str | None) -> tuple[Command, ...]:
        """Return the commands that let those chosen step in from § `nummer`."""
        place = self._place
        if place is None:
            return ()
        return tuple(
            step_in(
                place, gap, key, nummer, tid, noted(place, gap, key, self._at, self._there).remark
            )
            for gap, key in self.chosen()
        )

    def _choice(self, place: Place, gap: Gap, chosen: str | None) -> Choice[str | None]:
        found = proposals(place.protokoll, gap, self._at, self._there)
        options = [(one.person_id, proposal_text(place.protokoll, one)) for one in found]
        made: Choice[str | None] = Choice(self._theme, [*options, (None, _NOBODY)])
        made.choose(chosen)
        made.setMinimumContentsLength(24)
        made.setSizeAdjustPolicy(made.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.currentIndexChanged.connect(self.changed)
        return made
