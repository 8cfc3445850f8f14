"""The small dialogs of a delprojekt: a beslut, an åtgärd, a need, several at once, closing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.core.richtext import Paragraph, TextList, TextTable, plain_runs
from nämnd.core.swedish import counted
from nämnd.delprojekt.commands import CloseDelprojekt
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektView,
    Sats,
    ÅtgärdRow,
)
from ui.delprojekt.words import LÄGE, named
from ui.desk import Desk
from ui.toolkit.controls import Check, Choice
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput, TextInput
from ui.toolkit.list_input import ListInput, ListItem
from ui.toolkit.pasted import from_lines
from ui.toolkit.prose import ProseInput
from ui.toolkit.scrolled_form import ScrolledForm
from ui.toolkit.small import Kind, Label, button, label

_WIDE = 680
_PARAGRAF = "Skriv paragrafens nummer med siffror, till exempel 34."


class BeslutDialog(FormFrame):
    """A beslut with its att-satser."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        one: Beslut | None,
        save: Callable[[Beslut], bool],
        remove: Callable[[Beslut], bool],
    ) -> None:
        """Show a beslut, or an empty one."""
        title = "Ändra beslutet" if one else "Nytt beslut"
        super().__init__(desk.theme, parent, title, width=_WIDE)
        self._one = one or Beslut(new_id(), desk.today)
        self._keep, self._remove = save, remove
        self.day = day_input(one.datum if one else None)
        self.organ = LineInput("tomt: nämnden själv")
        self.paragraf: ParsedInput[int] = ParsedInput(_number, str, problem=_PARAGRAF)
        self.satser = ListInput(desk.theme, "Att-satser", "Skriv nästa att-sats …")
        self.text = ProseInput(desk.theme, "Det som står före att-satserna, till exempel en tabell")
        self.form = ScrolledForm(desk.theme)
        self.take_away = button("&Ta bort beslutet", Kind.DANGER)
        self._show()
        for name, part in (
            ("&Datum", self.day),
            ("&Paragraf", self.paragraf),
            ("&Beslutat av", self.organ),
            ("&Att-satser", self.satser),
            ("Te&xt före", self.text),
        ):
            self.form.add(name, part)
        self.body.addWidget(self.form, 1)
        for told in (self.day.textChanged, self.paragraf.textChanged):
            told.connect(self.check)
        more = (self.take_away,) if one else ()
        self.take_away.clicked.connect(self._take_away)
        self.begin(self._save, *more, problems=self._wrong)
        self.form.fit(desk.theme.px(_WIDE))
        self.day.setFocus()

    def _show(self) -> None:
        one = self._one
        self.organ.show_value(one.organ)
        self.paragraf.show_value(one.paragraf)
        self.satser.show_value(tuple(ListItem(sats.text, sats.id) for sats in one.satser))
        self.text.show_value(one.text)

    def _wrong(self) -> tuple[str, ...]:
        try:
            self.paragraf.value()
        except MalformedError as malformed:
            return (*day_problem(self.day), str(malformed))
        return day_problem(self.day)

    def _save(self) -> bool:
        known = {sats.id: sats for sats in self._one.satser}
        satser = tuple(
            replace(known[item.key], text=item.text)
            if item.key in known
            else Sats(new_id(), item.text)
            for item in self.satser.value()
        )
        changed = replace(
            self._one,
            datum=self.day.value() or self._one.datum,
            organ=words_in(self.organ) or None,
            paragraf=self.paragraf.value(),
            satser=satser,
            text=self.text.value(),
        )
        return self._keep(changed)

    def _take_away(self) -> None:
        if self._remove(self._one):
            self.accept()


class ÅtgärdDialog(FormFrame):
    """One åtgärd."""

    def __init__(
        self, desk: Desk, parent: QWidget, one: ÅtgärdRow | None, save: Callable[[ÅtgärdRow], bool]
    ) -> None:
        """Show an åtgärd, or an empty one."""
        title = "Ändra åtgärden" if one else "Ny åtgärd"
        super().__init__(desk.theme, parent, title, width=_WIDE)
        self._one, self._keep = one or ÅtgärdRow(new_id(), ""), save
        self.text = TextInput("Vad har gjorts?", least=3, most=10)
        self.kort = TextInput("tomt: samma text som i rapporten", least=1, most=5)
        self.läge = Choice(desk.theme, LÄGE)
        self.under = Check(desk.theme, "&Underpunkt till åtgärden före")
        self.text.show_value(self._one.text)
        self.kort.show_value(self._one.kort)
        self.läge.choose(self._one.läge)
        self.under.setChecked(self._one.nivå > 1)
        self.add("Å&tgärd", self.text)
        self.add("Kortare i &missivet", self.kort)
        self.add("&Läge", self.läge)
        self.rows.addRow("", self.under)
        self.put_rows()
        self.text.textChanged.connect(self.check)
        self.begin(self._save, problems=lambda: _empty(self.text, "Skriv vad som har gjorts."))
        self.text.setFocus()

    def _save(self) -> bool:
        changed = replace(
            self._one,
            text=_joined(self.text),
            kort=_joined(self.kort) or None,
            läge=self.läge.value() or self._one.läge,
            nivå=2 if self.under.isChecked() else 1,
        )
        return self._keep(changed)


class BehovDialog(FormFrame):
    """One need."""

    def __init__(
        self, desk: Desk, parent: QWidget, one: BehovRow | None, save: Callable[[BehovRow], bool]
    ) -> None:
        """Show a need, or an empty one."""
        title = "Ändra behovet" if one else "Nytt behov"
        super().__init__(desk.theme, parent, title, width=_WIDE)
        self._one, self._keep, self._today = one or BehovRow(new_id(), ""), save, desk.today
        self.text = TextInput("Vad behövs?", least=2, most=8)
        self.solved = day_input(self._one.löst)
        self.text.show_value(self._one.text)
        self.add("&Behov", self.text)
        self.add("&Löst den", self.solved)
        self.solved.setPlaceholderText("tomt: behovet kvarstår")
        self.put_rows()
        for told in (self.text.textChanged, self.solved.textChanged):
            told.connect(self.check)
        self.begin(self._save, problems=self._wrong)
        self.text.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        days = day_problem(self.solved, latest=self._today, needed=False)
        return (*_empty(self.text, "Skriv vad som behövs."), *days)

    def _save(self) -> bool:
        changed = replace(self._one, text=_joined(self.text), löst=self.solved.value())
        return self._keep(changed)


class PasteDialog(FormFrame):
    """Several rows at once, pasted from a document: bullets and broken lines are understood."""

    def __init__(
        self, desk: Desk, parent: QWidget, what: str, save: Callable[[tuple[str, ...]], bool]
    ) -> None:
        """Ask for the text. `what`: «åtgärder», «behov»."""
        super().__init__(desk.theme, parent, f"Klistra in {what}", width=_WIDE)
        self._keep = save
        said = (
            "Klistra in en lista ur ett dokument. Varje punkt eller stycke blir en rad; rader som "
            "är brutna mitt i en mening sätts ihop."
        )
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.text = TextInput("• Första punkten\n• Andra punkten", least=10, most=16)
        self.text.setAccessibleName(f"{what.capitalize()}, en på varje rad")
        self.body.addWidget(self.text)
        self.found = label("", Label.MUTED)
        self.body.addWidget(self.found)
        self.text.textChanged.connect(self._look)
        self.begin(
            self._save,
            problems=lambda: () if self.rows_found() else ("Klistra in minst en rad.",),
            keep="&Lägg till",
        )
        self.text.setFocus()

    def rows_found(self) -> tuple[str, ...]:
        """Return the rows in what is pasted."""
        return items_in(self.text.value())

    def _look(self) -> None:
        self.found.setText(counted(len(self.rows_found()), "rad", "rader"))
        self.check()

    def _save(self) -> bool:
        return self._keep(self.rows_found())


class CloseDialog(FormFrame):
    """The day when a delprojekt was closed."""

    def __init__(self, desk: Desk, parent: QWidget, view: DelprojektView, open_ones: int) -> None:
        """Propose today. `open_ones`: how many of its bevakningar are open."""
        super().__init__(desk.theme, parent, f"Avsluta {named(view.draft)}")
        self._desk, self._view = desk, view
        said = "Delprojektet kan öppnas igen. Det finns kvar i uppföljningen med alla rapporter."
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.day = day_input(desk.today)
        self.add("&Avslutat den", self.day)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        if open_ones:
            left = counted(open_ones, "öppen bevakning", "öppna bevakningar")
            self.warn(f"Delprojektet har {left}. Avsluta dem för sig, med hur de blev klara.")
        self.begin(self._save, problems=self._wrong, keep="&Avsluta delprojektet")
        self.day.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return day_problem(self.day, latest=self._desk.today)

    def _save(self) -> bool:
        day: date = self.day.value() or self._desk.today
        command = CloseDelprojekt(delprojekt_id=self._view.id, datum=day)
        return self._desk.editor.do(command, f"avsluta {named(self._view.draft)}") is not None


def items_in(text: str) -> tuple[str, ...]:
    """Return the points of a pasted list, or its paragraphs, each on one line."""
    found: list[str] = []
    for block in from_lines(text):
        match block:
            case Paragraph(runs):
                found.append(plain_runs(runs))
            case TextList(items):
                found += map(plain_runs, items)
            case TextTable(rows):
                found += (" ".join(map(plain_runs, cells)) for cells in rows)
    return tuple(filter(None, (" ".join(one.split()) for one in found)))


def _joined(field: TextInput) -> str:
    """Return what is written as one paragraph: a point of a list is no more."""
    return " ".join(field.value().split())


def _empty(field: TextInput, problem: str) -> tuple[str, ...]:
    return () if field.value().strip() else (problem,)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and int(text[:9]) > 0 else None
