"""Who is asked, and in which order."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.justering import rules
from nämnd.justering.values import JusteringView, Signer, Sätt
from nämnd.paket.justering import AskOrder, usual_order
from ui.justering.steps import given
from ui.justering.words import SÄTT_TEXT
from ui.toolkit.controls import Check, Choice
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme


class SendPeople(QWidget):
    """A line for each who answers for the set: asked or not, and their place in turn.

    Signals:
        changed: something is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme, view: JusteringView) -> None:
        """Show everybody."""
        super().__init__()
        self._view, self._sätt = view, rules.ELECTRONIC
        self.in_turn = Check(theme, "I &tur och ordning")
        self.asked: dict[str, Check] = {}
        self.turns: dict[str, Choice[int]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for at, one in enumerate(view.signers):
            self._line(theme, grid, at, one)
        grid.addWidget(self.in_turn, len(view.signers), 0, 1, 3)
        self.in_turn.toggled.connect(self._show)

    def use(self, sätt: Sätt) -> None:
        """Ask those who are usually asked when it is done that way."""
        self._sätt = sätt
        order = usual_order(self._view, sätt)
        wanted = [one.person_id for one in order.asked]
        for key, box in self.asked.items():
            was = box.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
            box.setChecked(key in wanted)
            box.blockSignals(was)
        electronic = sätt == rules.ELECTRONIC
        self.in_turn.setChecked(electronic)
        self.in_turn.setEnabled(not electronic)
        self.in_turn.setToolTip(_EACH_ON_THE_ONE_BEFORE if electronic else "")
        self._show()

    def orders(self) -> tuple[AskOrder, ...]:
        """Return who is asked."""
        turn = self.in_turn.isChecked()
        chosen = [key for key, box in self.asked.items() if box.isChecked()]
        if turn:
            chosen.sort(key=lambda key: self.turns[key].value() or 0)
        way = "elektronisk underskrift" if self._sätt == rules.ELECTRONIC else "godkännande"
        return tuple(
            AskOrder(key, place if turn else 1, way) for place, key in enumerate(chosen, start=1)
        )

    def _line(self, theme: Theme, grid: QGridLayout, at: int, one: Signer) -> None:
        box = Check(theme, one.namn)
        box.toggled.connect(self._show)
        box.setAccessibleName(f"Fråga {one.namn}, {one.roll}")
        places = range(1, len(self._view.signers) + 1)
        turn: Choice[int] = Choice(theme, ((place, f"som nr {place}") for place in places))
        turn.choose(at + 1)
        turn.setAccessibleName(f"Ordning för {one.namn}")
        turn.activated.connect(lambda: self._swap(one.person_id))
        self.asked[one.person_id], self.turns[one.person_id] = box, turn
        done = given(self._view, one.person_id)
        said = f"{one.roll}, {_done(done.sätt)}" if done and not self._view.changed else one.roll
        grid.addWidget(box, at, 0)
        grid.addWidget(label(said, Label.MUTED), at, 1)
        grid.addWidget(turn, at, 2)

    def _swap(self, mover: str) -> None:
        """Let the one whose place was taken have the place that is free."""
        taken = self.turns[mover].value()
        there = {key: one.value() for key, one in self.turns.items() if key != mover}
        free = _free(len(self.turns), [*there.values(), taken])
        other = next((key for key, place in there.items() if place == taken), None)
        if other is not None and free is not None:
            self.turns[other].choose(free)
        self.changed.emit()

    def _show(self) -> None:
        for key, turn in self.turns.items():
            turn.setVisible(self.in_turn.isChecked())
            turn.setEnabled(self.asked[key].isChecked())
        self.changed.emit()


_EACH_ON_THE_ONE_BEFORE = "Varje underskrift står på den innan, så filen går från en till nästa."


def _free(many: int, taken: Collection[int | None]) -> int | None:
    return next((place for place in range(1, many + 1) if place not in taken), None)


def _done(sätt: Sätt) -> str:
    return "har godkänt" if sätt == rules.APPROVED else f"har lämnat {SÄTT_TEXT[sätt].lower()}"
