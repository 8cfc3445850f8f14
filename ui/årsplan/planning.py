"""«Planera året»: a wish, the days that are proposed, and what each of them meets."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import counted, month_number
from nämnd.sammanträde.queries import dagordning, sammanträden
from nämnd.sammanträde.rules import read_time
from nämnd.årsplan.commands import PlanYear
from nämnd.årsplan.planning import Proposal, Taken, Wish, assess, propose
from nämnd.årsplan.queries import frister, spärrdagar
from nämnd.årsplan.values import PlannedMeeting
from ui.desk import Desk, Go
from ui.toolkit.controls import Choice
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, button, label, row
from ui.årsplan.counted_days import begin_counted_days
from ui.årsplan.plan_rows import PlanRows
from ui.årsplan.taken_days import begin_taken_days
from ui.årsplan.words import WEEKDAYS

_EVENLY, _AS_BEFORE, _MONTHS = range(3)
_MOST, _USUAL = 24, 4
_YEARS = 6  # ahead
_SHOWN = 3


def begin_planning(
    desk: Desk, go: Go, parent: QWidget, nämnd_id: str, år: int | None = None
) -> PlanDialog:
    """Let the user plan the sammanträden of a year; without `år` next year is proposed."""
    return PlanDialog(desk, go, parent, nämnd_id, år or desk.today.year + 1)


class PlanDialog(DialogFrame):
    """What is wished for above, what is proposed below.

    Attributes:
        år, antal, veckodag, hur, månader, från, till, platser: the wish.
        rows: the plan.
    """

    def __init__(self, desk: Desk, go: Go, parent: QWidget, nämnd_id: str, år: int) -> None:
        """Propose days for `år` at once, as many as the year before had."""
        super().__init__(desk.theme, parent, "Planera året", width=900)
        self._desk, self._go, self._nämnd_id = desk, go, nämnd_id
        self._meetings = desk.store.ask(lambda session: sammanträden(session, nämnd_id))
        theme, now = desk.theme, desk.today.year
        first = min(år, now)
        self.år: Choice[int] = Choice(
            theme, [(one, str(one)) for one in range(first, max(år, now) + _YEARS)]
        )
        self.år.choose(år)
        self.antal: Choice[int] = Choice(theme, [(n, str(n)) for n in range(1, _MOST + 1)])
        self.veckodag: Choice[int | None] = Choice(theme, WEEKDAYS)
        self.hur: Choice[int] = Choice(theme)
        self.månader = LineInput("februari, maj, september, november")
        self.från, self.till = LineInput("09.00"), LineInput("15.00")
        self.platser = LineInput("i tur och ordning: Lund, Växjö")
        self.again = button("&Föreslå på nytt")
        self._fill_in_times()
        self.rows = PlanRows(theme, self._assess)
        self._wish_as_before()
        self._build()
        self._propose()
        self.begin(self._save, self.more, self.taken, self.counted, problems=self._wrong)
        self._tell_keep()
        self.within(980, 680)
        self.antal.setFocus()

    def wish(self) -> Wish:
        """Return what is wished for."""
        how = self.hur.value()
        return Wish(
            antal=self.antal.value() or _USUAL,
            veckodag=self.veckodag.value(),
            månader=self._months()[0] if how == _MONTHS else (),
            förlaga=self._before() if how == _AS_BEFORE else (),
            platser=tuple(filter(None, map(str.strip, self.platser.value().split(",")))),
        )

    def möten(self) -> tuple[PlannedMeeting, ...]:
        """Return the plan as it stands."""
        från, till = read_time(self.från.value()) or "", read_time(self.till.value()) or ""
        return tuple(PlannedMeeting(dag, från, till, plats) for dag, plats in self.rows.plan())

    def _year(self) -> int:
        return self.år.value() or self._desk.today.year + 1

    def _before(self) -> tuple[date, ...]:
        """Return the days of the year before, of ordinarie sammanträden that were not cancelled."""
        return tuple(
            sorted(
                one.dagar[0]
                for one in self._meetings
                if one.dagar
                and one.dagar[0].year == self._year() - 1
                and one.slag == "ordinarie"
                and one.inställt is None
            )
        )

    def _wish_as_before(self) -> None:
        """Wish for what the year before was like."""
        before = self._before()
        ways = [(_EVENLY, "Spritt över året"), (_MONTHS, "I vissa månader")]
        if before:
            ways.insert(0, (_AS_BEFORE, f"Som {self._year() - 1}, samma veckor"))
        self.hur.offer(ways)
        self.hur.choose(ways[0][0])
        self.antal.choose(min(len(before), _MOST) or _USUAL)
        weekdays = {one.weekday() for one in before}
        self.veckodag.choose(weekdays.pop() if len(weekdays) == 1 else None)

    def _fill_in_times(self) -> None:
        """Propose the times of the newest sammanträde."""
        newest = next((one.id for one in self._meetings if one.dagar), None)
        if newest is None:
            return
        head = self._desk.store.ask(lambda session: dagordning(session, newest)).sammanträde
        spans = head.dagar[0].tider
        if spans:
            self.från.show_value(spans[0][0])
            self.till.show_value(spans[-1][1])

    def _build(self) -> None:
        theme = self.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        fields: tuple[tuple[str, QWidget, int, int], ...] = (
            ("&År", self.år, 0, 0),
            ("A&ntal sammanträden", self.antal, 0, 1),
            ("&Veckodag", self.veckodag, 0, 2),
            ("&Hur", self.hur, 0, 3),
            ("&Månader", self.månader, 0, 4),
            ("F&rån kl.", self.från, 2, 0),
            ("&Till kl.", self.till, 2, 1),
            ("&Platser", self.platser, 2, 2),
        )
        for text, field, at, column in fields:
            made = label(text, Label.LABEL)
            made.setBuddy(field)
            wide = 3 if field is self.platser else 1
            grid.addWidget(made, at, column, 1, wide)
            grid.addWidget(field, at + 1, column, 1, wide)
            field.setAccessibleName(text.replace("&", ""))
        grid.setColumnStretch(4, 1)
        self.body.addLayout(grid)
        self.said = label("", Label.MUTED, wrap=True)
        told = row(self.said, self.again, spacing=theme.px(8))
        told.setStretch(0, 1)
        self.body.addLayout(told)
        self.body.addWidget(self.rows, 1)
        self.more = button("&Lägg till en dag")
        self.taken = button("&Upptagna dagar …")
        self.counted = button("&Dagar före sammanträdet …")
        self._connect()

    def _connect(self) -> None:
        self.år.currentIndexChanged.connect(self._other_year)
        for one in (self.antal, self.veckodag, self.hur):
            one.currentIndexChanged.connect(self._wished)
        for one in (self.månader, self.platser):
            one.typed.connect(self._wished)
        for one in (self.från, self.till):
            one.typed.connect(self.check)
        self.again.clicked.connect(self._propose)
        self.rows.changed.connect(self._changed)
        self.more.clicked.connect(self._add)
        self.taken.clicked.connect(
            lambda: begin_taken_days(self._desk, self, self._nämnd_id, self._year())
        )
        self.counted.clicked.connect(lambda: begin_counted_days(self._desk, self, self._nämnd_id))
        self._desk.editor.changed.connect(self._reload)

    def _other_year(self) -> None:
        self._wish_as_before()
        self._propose()

    def _wished(self) -> None:
        """Propose anew, unless that would undo what the user has changed by hand."""
        self.månader.setEnabled(self.hur.value() == _MONTHS)
        if not self.rows.touched:
            self._propose()
        self.again.setEnabled(True)

    def _reload(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.ÅRSPLAN, Topic.NÄMND} and not self.rows.touched:
            self._propose()
        elif topics & {Topic.ÅRSPLAN, Topic.NÄMND}:
            self._read_taken()
            self.rows.assess_again()

    def _read_taken(self) -> None:
        key, år = self._nämnd_id, self._year()
        there = tuple(day for one in self._meetings if one.inställt is None for day in one.dagar)
        self._taken = Taken(
            self._desk.store.ask(lambda session: spärrdagar(session, key, år)),
            there,
            self._desk.today,
            self._desk.store.ask(lambda session: frister(session, key)),
        )

    def _propose(self) -> None:
        self.månader.setEnabled(self.hur.value() == _MONTHS)
        self._read_taken()
        self.rows.show_plan(propose(self._year(), self.wish(), self._taken))
        self._changed()

    def _assess(self, dag: date, plats: str) -> Proposal:
        others = self.rows.days()
        if dag in others:
            others.remove(dag)
        return assess(dag, self._taken, others=others, plats=plats)

    def _add(self) -> None:
        """Add a day two weeks after the last one."""
        last = max(self.rows.days(), default=date(self._year(), 1, 15))
        self.rows.add(min(last + timedelta(days=14), date(self._year(), 12, 31)))

    def _changed(self) -> None:
        self.again.setEnabled(self.rows.touched)
        plan = [self._assess(*one) for one in self.rows.plan()]
        hard = sum(1 for one in plan if not one.is_free)
        there = sum(1 for one in self._taken.möten if one.year == self._year())
        said = [
            counted(len(self._taken.spärrdagar), "upptagen dag", "upptagna dagar") + " är inlagda."
        ]
        if there:
            said.append(f"Året har redan {counted(there, 'sammanträdesdag', 'sammanträdesdagar')}.")
        said.append(
            f"{counted(hard, 'dag krockar', 'dagar krockar')} med något: se raden."
            if hard
            else "Ingen dag krockar med helger, klämdagar eller upptagna dagar."
        )
        self.said.setText(" ".join(said))
        self._tell_keep()
        self.check()

    def _tell_keep(self) -> None:
        many = len(self.rows.days())
        self.keep.setText(f"&Skapa {counted(many, 'sammanträde', 'sammanträden')}")

    def _months(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return the months that are written, and what is no month."""
        words = [one.strip() for one in self.månader.value().replace(" och ", ",").split(",")]
        read = [(one, month_number(one) or _number(one)) for one in words if one]
        return tuple(n for _, n in read if n), tuple(word for word, n in read if not n)

    def _wrong(self) -> tuple[str, ...]:
        found = [
            f"«{text}» är ingen dag. Skriv som 2019-11-22." for text in self.rows.unread()[:_SHOWN]
        ]
        days = self.rows.days()
        if not days:
            found.append("Planen har inga sammanträden. Lägg till minst en dag.")
        if len(set(days)) < len(days):
            found.append("Två rader har samma dag. Ändra eller ta bort den ena.")
        if set(days) & set(self._taken.möten):
            found.append(
                "Nämnden har redan ett sammanträde en av dagarna. Ändra eller ta bort raden."
            )
        if any(one.year != self._year() for one in days):
            found.append(f"En dag ligger utanför {self._year()}.")
        times = (one.value().strip() for one in (self.från, self.till))
        found += [
            f"«{text}» är ingen tid. Skriv som 09.00."
            for text in times
            if text and read_time(text) is None
        ]
        if self.hur.value() == _MONTHS:
            found += [f"«{word}» är ingen månad." for word in self._months()[1][:_SHOWN]]
        return tuple(found)

    def _save(self) -> bool:
        möten = self.möten()
        command = PlanYear(nämnd_id=self._nämnd_id, möten=möten)
        said = counted(len(möten), "sammanträde", "sammanträden")
        if self._desk.editor.do(command, f"planera {self._year()}: {said}") is None:
            return False
        self._desk.messages.notice(f"{said} {self._year()} är inlagda.")
        self._go.to_page("årshjul")
        return True


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 12 else None  # noqa: PLR2004 - months
