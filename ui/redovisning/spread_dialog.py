"""Which questions are answered by whom."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.organisation.queries import huvudmän
from nämnd.redovisning.answering import Spread
from nämnd.redovisning.queries import addresses_used
from nämnd.redovisning.values import Mottagare, RedovisningView
from ui.desk import Desk
from ui.toolkit.controls import Check
from ui.toolkit.form_frame import FormFrame, words_in
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.ticked_list import TickedList

_WIDE = 820  # the design's pixels


class SpreadDialog(FormFrame):
    """Which questions are answered by whom."""

    def __init__(
        self, desk: Desk, parent: QWidget, view: RedovisningView, chosen: Sequence[str] = ()
    ) -> None:
        """Tick `chosen`; without them all that nobody answers, or else all."""
        super().__init__(desk.theme, parent, "Fördela frågorna", width=_WIDE)
        self._desk, self._view = desk, view
        asked = view.to_answer
        free = [one.draft.id for one in asked if not one.svaras_av]
        ticked = set(chosen) or set(free) or {one.draft.id for one in asked}
        self.body.addWidget(label("Frågor", Label.HEADING))
        self.list = TickedList(desk.theme, "Frågor att fördela")
        for one in asked:
            self.list.add(one.draft.id, one.draft.text, on=one.draft.id in ticked)
        self.list.show_rows(4, 8)
        self.all, self.none = button("Alla"), button("Inga")
        self.body.addWidget(self.list.frame)
        self.body.addLayout(row(self.all, self.none, None, spacing=desk.theme.px(8)))
        self.body.addWidget(label("Svaras av", Label.HEADING))
        self.people: list[tuple[str | None, Check, LineInput, LineInput]] = []
        self.body.addLayout(self._grid())
        self.all.clicked.connect(lambda: self.list.set_all(on=True))
        self.none.clicked.connect(lambda: self.list.set_all(on=False))
        self.list.itemChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Fördela")
        self.fit()
        self.list.setFocus()

    def _grid(self) -> QGridLayout:
        theme, key = self._desk.theme, self._view.nämnd_id
        used = self._desk.store.ask(lambda session: addresses_used(session, key))
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, text in enumerate(("Ansvarig", "E-post"), start=1):
            grid.addWidget(label(text, Label.LABEL), 0, place)
        there = {one.huvudman_id for fråga in self._view.frågor for one in fråga.svaras_av}
        for one in self._desk.store.ask(lambda session: huvudmän(session, key)):
            self._person(grid, one.id, one.namn, used.get(one.id, ("", "")))
            self.people[-1][1].setChecked(one.id in there or not there)
        self._person(grid, None, "Någon annan", ("", ""))
        return grid

    def _person(self, grid: QGridLayout, key: str | None, name: str, used: tuple[str, str]) -> None:
        at = len(self.people) + 1  # under what the columns are called
        tick = Check(self._desk.theme, name.replace("&", "&&"))
        who, mail = LineInput("ansvarig" if key else "namn"), LineInput("e-post")
        who.show_value(used[0])
        mail.show_value(used[1])
        who.setAccessibleName(f"{name}, vem som ansvarar")
        mail.setAccessibleName(f"{name}, e-post")
        for place, part in enumerate((tick, who, mail)):
            grid.addWidget(part, at, place)
        tick.toggled.connect(self.check)
        who.textChanged.connect(partial(self._named, tick))
        self.people.append((key, tick, who, mail))

    def _named(self, tick: Check, words: str) -> None:
        """Tick somebody whose name is written."""
        if words.strip():
            tick.setChecked(True)
        self.check()

    def _wrong(self) -> tuple[str, ...]:
        found: list[str] = []
        if not self.list.chosen:
            found.append("Kryssa i minst en fråga.")
        if not any(tick.isChecked() for _, tick, _, _ in self.people):
            found.append("Kryssa i minst en som ska svara.")
        if any(not key and t.isChecked() and not words_in(w) for key, t, w, _ in self.people):
            found.append("Skriv namnet på den som ska svara.")
        return tuple(found)

    def _save(self) -> bool:
        people = tuple(
            Mottagare(key, words_in(who) or None, words_in(mail) or None)
            for key, tick, who, mail in self.people
            if tick.isChecked()
        )
        command = Spread(fråga_ids=self.list.chosen, mottagare=people)
        return self._desk.editor.do(command, "fördela frågorna") is not None
