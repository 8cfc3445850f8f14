"""When a bevakning is due: a day, a sammanträde, so many days from something, or a condition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from nämnd.bevakning.values import (
    Dagslag,
    Förfaller,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
)
from nämnd.core.swedish import ordinal
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput
from ui.toolkit.small import Label, label, row
from ui.toolkit.theme import Theme
from ui.uppföljning.counting import Counting

Sort: TypeAlias = Literal["datum", "sammanträde", "relativt", "villkor"]
_SORTS: tuple[tuple[Sort, str], ...] = (
    ("datum", "på en dag"),
    ("sammanträde", "vid ett sammanträde"),
    ("relativt", "före eller efter något"),
    ("villkor", "när något har hänt"),
)
_SORT: dict[type[Förfaller], Sort] = {
    PåDatum: "datum",
    VidSammanträde: "sammanträde",
    Relativt: "relativt",
    Villkor: "villkor",
}
_MOST = 12  # sammanträden of a year to choose among
_KINDS: tuple[tuple[Dagslag, str], ...] = (
    ("kalenderdagar", "dagar"),
    ("arbetsdagar", "arbetsdagar"),
)
_NUMBER = "Skriv antalet dagar med siffror."
_YEAR = "Skriv året med fyra siffror, till exempel 2019."


class DuePart(QWidget):
    """The choice of a kind, its fields, and the day they mean.

    Signals:
        changed: something was written or chosen.

    Attributes:
        sort: which of the four it is.
        day; nummer, år; dagar, slag, sida, till; villkor: the fields of each.
        meaning: what it means today.
    """

    changed = Signal()

    def __init__(self, theme: Theme, counting: Counting, förfaller: Förfaller | None) -> None:
        """Show `förfaller`; None: nothing is chosen but that it is a day."""
        super().__init__()
        self._theme, self._counting = theme, counting
        self.sort: Choice[Sort] = Choice(theme, _SORTS)
        self.day = day_input(None)
        self.nummer = Choice(theme, ((one, ordinal(one)) for one in range(1, _MOST + 1)))
        self.år = _number(_YEAR, str(counting.today.year))
        self.dagar = _number(_NUMBER, "7")
        self.slag: Choice[Dagslag] = Choice(theme, _KINDS)
        self.sida: Choice[int] = Choice(theme, ((-1, "före"), (1, "efter")))
        self.till: Choice[str] = Choice(theme, counting.choices)
        self.villkor = LineInput("till exempel när respektive region har beslutat")
        self.meaning = label("", Label.STRONG, wrap=True)
        self._rows = QFormLayout()
        self._parts: dict[Sort, tuple[QWidget, ...]] = {}
        self._build()
        self.show_förfaller(förfaller)

    def show_förfaller(self, förfaller: Förfaller | None) -> None:
        """Show when it is due."""
        self.sort.choose(_SORT[type(förfaller)] if förfaller else "datum")
        self.nummer.choose(1)
        self.år.show_value(self._counting.today.year)
        self.slag.choose("kalenderdagar")
        self.sida.choose(-1)
        self.till.choose(next((key for key, _ in self._counting.choices), None))
        match förfaller:
            case PåDatum(datum):
                self.day.show_value(datum)
            case VidSammanträde(nummer, år):
                self._offer(nummer)
                self.nummer.choose(nummer)
                self.år.show_value(år)
            case Relativt(till, dagar, slag):
                self.dagar.show_value(abs(dagar))
                self.slag.choose(slag)
                self.sida.choose(1 if dagar > 0 else -1)
                self.till.choose(till)
            case Villkor(text):
                self.villkor.show_value(text)
            case None:
                pass
        self._follow()

    def problems(self) -> tuple[str, ...]:
        """Return what keeps it from being saved."""
        match self.sort.value():
            case "datum":
                return day_problem(self.day)
            case "sammanträde":
                return _wrong_number(self.år, _YEAR, range(1900, 3000))
            case "relativt":
                if self.till.value() is None:
                    return ("Välj vad dagen ska räknas från.",)
                return _wrong_number(self.dagar, _NUMBER, range(3661))
            case _:
                return () if words_in(self.villkor) else ("Skriv vad som ska ha hänt.",)

    def value(self) -> Förfaller | None:
        """Return when it is due; None while something is wrong."""
        if self.problems():
            return None
        match self.sort.value():
            case "datum":
                day = self.day.value()
                return PåDatum(day) if day else None
            case "sammanträde":
                return VidSammanträde(self.nummer.value() or 1, self.år.value() or 0)
            case "relativt":
                days = (self.dagar.value() or 0) * (self.sida.value() or 1)
                return Relativt(self.till.value() or "", days, self.slag.value() or "kalenderdagar")
            case _:
                return Villkor(words_in(self.villkor))

    def first(self) -> QWidget:
        """Return the field that is to be filled in first."""
        return self._parts[self.sort.value() or "datum"][0]

    def _build(self) -> None:
        gap = self._theme.px(8)
        self._rows.setSpacing(gap)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add("Förf&aller", self.sort)
        whole = _beside(self.dagar, self.slag, self.sida, gap=gap)
        meeting = _beside(self.nummer, label("sammanträdet"), self.år, gap=gap)
        self._parts = {
            "datum": (self._add("&Dag", self.day),),
            "sammanträde": (self._add("&Vilket", meeting, self.nummer),),
            "relativt": (
                self._add("Så &många", whole, self.dagar),
                self._add("Räk&nat från", self.till),
            ),
            "villkor": (self._add("&När", self.villkor),),
        }
        self._name()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._rows)
        layout.addWidget(self.meaning)
        for choice in (self.sort, self.nummer, self.slag, self.sida, self.till):
            choice.currentIndexChanged.connect(self._follow)
        for line in (self.day, self.år, self.dagar, self.villkor):
            line.textChanged.connect(self._follow)

    def _name(self) -> None:
        for part, name in (
            (self.nummer, "Vilket av årets sammanträden"),
            (self.år, "Året"),
            (self.dagar, "Antal dagar"),
            (self.slag, "Dagar eller arbetsdagar"),
            (self.sida, "Före eller efter"),
        ):
            part.setAccessibleName(name)
        self.till.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.till.setMinimumContentsLength(20)
        for line in (self.år, self.dagar):
            line.setMaximumWidth(self._theme.px(90))

    def _add(self, text: str, part: QWidget, buddy: QWidget | None = None) -> QWidget:
        said = label(text)
        said.setBuddy(buddy or part)
        self._rows.addRow(said, part)
        part.setAccessibleName(text.replace("&", ""))
        return part

    def _offer(self, nummer: int) -> None:
        most = max(_MOST, nummer)
        self.nummer.offer((one, ordinal(one)) for one in range(1, most + 1))

    def _follow(self) -> None:
        """Show the fields of the kind that is chosen, and the day they mean."""
        chosen = self.sort.value()
        for sort, parts in self._parts.items():
            for part in parts:
                self._rows.setRowVisible(part, sort == chosen)
        förfaller = self.value()
        self.meaning.setText(self._counting.meaning(förfaller) if förfaller else "")
        said = isinstance(förfaller, VidSammanträde | Relativt) and bool(self.meaning.text())
        self.meaning.setVisible(said)
        self.changed.emit()


def _beside(*parts: QWidget, gap: int) -> QWidget:
    made = QWidget()
    made.setLayout(row(*parts, None, spacing=gap))
    return made


def _number(problem: str, placeholder: str) -> ParsedInput[int]:
    read: Callable[[str], int | None] = lambda text: int(text) if text.isdecimal() else None  # noqa: E731 - one line
    return ParsedInput(read, str, problem=problem, placeholder=placeholder)


def _wrong_number(field: ParsedInput[int], problem: str, allowed: range) -> tuple[str, ...]:
    try:
        number = field.value()
    except MalformedError:
        return (problem,)
    return () if number in allowed else (problem,)
