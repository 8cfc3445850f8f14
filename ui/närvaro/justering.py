"""The plan of the justering: which §§, where and when; and which of them are justerade at once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nämnd.core import paragrafer
from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.core.paragrafer import ALL, NONE, Paragrafer
from nämnd.lås.values import LOCKED
from nämnd.närvaro.task_commands import PlanJustering, RemoveJustering
from nämnd.närvaro.values import JusteringRow
from nämnd.protokoll.drafts import draft_of
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.rules import justeras_senast
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.närvaro.fields import set_input, set_of, unread
from ui.närvaro.frame import Frame
from ui.närvaro.words import where_text
from ui.toolkit.controls import Check
from ui.toolkit.dates import read_date
from ui.toolkit.inputs import LineInput, ParsedInput
from ui.toolkit.small import Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme


def open_justering(desk: Desk, parent: QWidget, protokoll: Protokoll) -> "JusteringDialog":
    """Let the user plan the justering."""
    return JusteringDialog(desk, parent, protokoll)


class Plan(QFrame):
    """One set of §§ with its place and day.

    Signals:
        changed: something is another.
        removed: it is to go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, row_: JusteringRow | None, *, at_once: bool) -> None:
        """Show a plan there is, or an empty one."""
        super().__init__()
        self.key = row_.id if row_ else new_id()
        self.done = row_ is not None and row_.läge in LOCKED
        self.paragrafer: ParsedInput[Paragrafer] = set_input(row_.paragrafer if row_ else ALL)
        self.paragrafer.setPlaceholderText("alla §§")
        self.plats = LineInput("plats")
        self.plats.show_value(row_.plats if row_ else None)
        problem = "Skriv datum som 2026-03-17."
        self.day = ParsedInput(read_date, date.isoformat, problem=problem, placeholder="åååå-mm-dd")
        known = row_.planerat_datum if row_ else None
        self.day.setText(known or "")
        self.at_once = Check(theme, "Omedelbar")
        self.at_once.setChecked(at_once)
        self.remove = icon_button(theme, Icon.REMOVE, "Ta bort")
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        named = ((self.paragrafer, "Paragrafer"), (self.plats, "Plats"), (self.day, "Datum"))
        for part, name in named:
            part.setAccessibleName(f"{name} för justeringen")
            part.textChanged.connect(self.changed)
        self.at_once.setToolTip("Texten är klar och läses upp eller visas vid sammanträdet.")
        parts = (self.paragrafer, self.plats, self.day, self.at_once, self.remove)
        line = row(label("§", Label.MUTED), *parts, spacing=theme.px(6))
        for at, stretch in ((1, 2), (2, 5), (3, 2)):
            line.setStretch(at, stretch)
        self.setLayout(line)
        self.at_once.toggled.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        if self.done:
            self.setEnabled(False)
            self.setToolTip("Alla har godkänt de här paragraferna: planen ändras inte längre.")

    def found(self) -> Paragrafer:
        """Return the set that is written; none when it can't be read."""
        return NONE if unread(self.paragrafer) else set_of(self.paragrafer)


class JusteringDialog(Frame):
    """The plans, and what is odd about them."""

    def __init__(self, desk: Desk, parent: QWidget, protokoll: Protokoll) -> None:
        """Show the plans there are, or the one for all §§."""
        super().__init__(desk.theme, parent, "Plan för justeringen", width=760)
        self._desk, self._now = desk, protokoll
        self.plans: list[Plan] = []
        self.more = button("Lägg till en del")
        holder = QWidget()
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(desk.theme.px(6))
        for one in protokoll.justeringar or (None,):
            self._add(one)
        hint = "En del för varje dag och plats. Omedelbart justerade paragrafer är en egen del."
        self.fill(label(hint, Label.CAPTION, wrap=True))
        self.fill(holder)
        self.fill(row(self.more, None, spacing=0))
        self.more.clicked.connect(self._add_empty)
        self.begin(self._save, problems=self._wrong)
        self._look()
        self.plans[0].paragrafer.setFocus()

    def _add(self, one: JusteringRow | None) -> Plan:
        made = Plan(self._desk.theme, one, at_once=one is not None and self._is_at_once(one))
        made.changed.connect(self._look)
        made.removed.connect(lambda: self._remove(made))
        self.plans.append(made)
        self._lines.addWidget(made)
        return made

    def _add_empty(self) -> None:
        self._add(None).paragrafer.setFocus()
        self._look()

    def _remove(self, gone: Plan) -> None:
        self.plans.remove(gone)
        self._lines.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.more.setFocus()
        self._look()

    def _is_at_once(self, one: JusteringRow) -> bool:
        mine = [g for g in self._now.paragrafer if one.paragrafer.touches(g.nummer)]
        return bool(mine) and all(g.omedelbart_justerad for g in mine)

    def _wrong(self) -> tuple[str, ...]:
        return unread(*(field for one in self.plans for field in (one.paragrafer, one.day)))

    def _look(self) -> None:
        self.check()
        self.warn("\n".join(self._odd()))

    def _odd(self) -> Iterator[str]:
        numbers = [one.nummer for one in self._now.paragrafer]
        covered = [
            nummer for one in self.plans for nummer in numbers if one.found().touches(nummer)
        ]
        if missing := [nummer for nummer in numbers if nummer not in covered]:
            yield f"Ingen del har {where_text(paragrafer.of(missing))}."
        if twice := [nummer for nummer in numbers if covered.count(nummer) > 1]:
            yield f"Flera delar har {where_text(paragrafer.of(twice))}."
        days = self._now.sammanträde.dagar
        last = justeras_senast(days[-1].datum) if days else None
        written = [one.day.value() for one in self.plans if not unread(one.day)]
        if last and any(day and day > last for day in written):
            yield f"Protokollet ska justeras senast {last.isoformat()} (KL 5:69)."

    def _save(self) -> bool:
        commands = (*self._removed(), *self._planned(), *self._at_once())
        if not commands:
            return True
        return self._desk.editor.do(Together(commands), "planera justeringen") is not None

    def _removed(self) -> Iterator[Command]:
        kept = {one.key for one in self.plans}
        for one in self._now.justeringar:
            if one.id not in kept:
                yield RemoveJustering(justering_id=one.id)

    def _planned(self) -> Iterator[Command]:
        known = {one.id: one for one in self._now.justeringar}
        for one in self.plans:
            day = one.day.value()
            new = (one.found(), one.plats.text().strip() or None, day and day.isoformat())
            old = known.get(one.key)
            if one.done or (old and new == (old.paragrafer, old.plats, old.planerat_datum)):
                continue
            yield PlanJustering(
                sammanträde_id=self._now.sammanträde.id,
                justering_id=one.key,
                paragrafer=new[0].text,
                plats=new[1],
                planerat_datum=new[2],
            )

    def _at_once(self) -> Iterator[Command]:
        """Mark the §§ of each set as justerade at once or not, those that change."""
        for paragraf in self._now.paragrafer:
            mine = _last(self.plans, paragraf.nummer)
            if (
                mine is None
                or mine.done
                or mine.at_once.isChecked() == paragraf.omedelbart_justerad
            ):
                continue
            draft = draft_of(paragraf)
            changed = {"omedelbart_justerad": mine.at_once.isChecked()}
            yield SaveParagraf(paragraf_id=paragraf.id, draft=replace(draft, **changed))


def _last(plans: Sequence[Plan], nummer: int) -> Plan | None:
    """Return the plan a § belongs to: of several, the one for fewest §§."""
    mine = [one for one in plans if one.found().touches(nummer)]
    narrow = [one for one in mine if one.found() != ALL]
    return next(iter((*narrow, *mine)), None)
