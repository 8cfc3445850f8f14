"""Moving, closing and reporting a bevakning: each asks what must be said of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.commands import CloseBevakning, MoveBevakning, Report
from nämnd.bevakning.report_commands import Utfall
from nämnd.bevakning.rules import next_after
from nämnd.bevakning.values import AVSLUT, Avslut, BevakningRow, Rapport
from nämnd.bevakning.wording import återkommer_words
from nämnd.core.swedish import short_date
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, label
from ui.uppföljning.counting import load_counting
from ui.uppföljning.dialogs import named
from ui.uppföljning.due_part import DuePart

_AVSLUT: tuple[tuple[Avslut, str], ...] = tuple((one, one.capitalize()) for one in AVSLUT)


class MoveDialog(FormFrame):
    """Another day, and why."""

    def __init__(self, desk: Desk, parent: QWidget, one: BevakningRow) -> None:
        """Show when it is due now."""
        super().__init__(desk.theme, parent, f"Flytta {named(one.draft.rubrik)}", width=560)
        self._desk, self._one = desk, one
        self.due = DuePart(
            desk.theme, load_counting(desk, one.nämnd_id, one.id), one.draft.förfaller
        )
        self.body.addWidget(label(f"Förfaller nu: {one.regel}", Label.MUTED, wrap=True))
        self.body.addWidget(self.due)
        self.skäl = LineInput("till exempel sammanträdet ställdes in")
        self.add("&Skäl", self.skäl)
        self.put_rows()
        self.due.changed.connect(self.check)
        self.skäl.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Flytta")
        self.due.first().setFocus()
        self.fit()

    def _wrong(self) -> tuple[str, ...]:
        why = () if words_in(self.skäl) else ("Skriv varför. Skälet sparas i historiken.",)
        same = self.due.value() == self._one.draft.förfaller
        return (*self.due.problems(), *(("Välj en annan dag.",) if same else ()), *why)

    def _save(self) -> bool:
        förfaller = self.due.value()
        if förfaller is None:
            return False
        command = MoveBevakning(
            bevakning_id=self._one.id, förfaller=förfaller, skäl=words_in(self.skäl),
            today=self._desk.today,
        )  # fmt: skip
        return self._desk.editor.do(command, f"flytta {named(self._one.draft.rubrik)}") is not None


class CloseDialog(FormFrame):
    """How a bevakning ended."""

    def __init__(self, desk: Desk, parent: QWidget, one: BevakningRow) -> None:
        """Propose that it is done."""
        super().__init__(desk.theme, parent, f"Avsluta {named(one.draft.rubrik)}")
        self._desk, self._one = desk, one
        self.avslut: Choice[Avslut] = Choice(desk.theme, _AVSLUT)
        self.avslut.choose("gjord")
        self.hur = TextInput("till exempel skickad till Socialstyrelsen 28 september", most=5)
        self.add("&Vad hände", self.avslut)
        self.add("&Hur", self.hur)
        self.put_rows()
        self.comes = label("", Label.CAPTION, wrap=True)
        self.body.addWidget(self.comes)
        self.avslut.currentIndexChanged.connect(self._follow)
        self.hur.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Avsluta")
        self._follow()
        self.hur.setFocus()

    def _follow(self) -> None:
        often = self._one.draft.återkommer
        again = often is not None and self.avslut.value() == "gjord"
        self.comes.setText(f"Den återkommer {återkommer_words(often)}: nästa läggs upp nu.")
        self.comes.setVisible(again)
        self.check()

    def _wrong(self) -> tuple[str, ...]:
        return () if self.hur.value().strip() else ("Skriv hur. Utan det kan den inte avslutas.",)

    def _save(self) -> bool:
        command = CloseBevakning(
            bevakning_id=self._one.id,
            avslut=self.avslut.value() or "gjord",
            hur=self.hur.value().strip(),
            today=self._desk.today,
        )
        name = named(self._one.draft.rubrik)
        if self._desk.editor.do(command, f"avsluta {name}") is None:
            return False
        self._desk.messages.notice(f"{name} är avslutad. Ctrl+Z ångrar.")
        return True


class ReportDialog(FormFrame):
    """What came of a report at a sammanträde: it is finished, or comes back."""

    def __init__(self, desk: Desk, parent: QWidget, one: BevakningRow, rapport: Rapport) -> None:
        """Propose that it is finished."""
        super().__init__(desk.theme, parent, f"Återrapportera {named(one.draft.rubrik)}", width=560)
        self._desk, self._one, self._rapport = desk, one, rapport
        counting = load_counting(desk, one.nämnd_id, one.id)
        when = f" den {short_date(rapport.dag)}" if rapport.dag else ""
        said = f"Den togs upp som {rapport.punkt}{when}. Är den klar, eller ska den återkomma?"
        self.body.addWidget(label(said, wrap=True))
        self.utfall: Choice[Utfall] = Choice(
            desk.theme, (("klar", "Klar"), ("återkommer", "Återkommer"))
        )
        self.utfall.choose("klar")
        self.text = TextInput("", most=5)
        coming = next_after(one.draft, desk.today, counting.calendar)
        self.due = DuePart(desk.theme, counting, coming)
        self._build()

    def _build(self) -> None:
        self.add("&Utfall", self.utfall)
        self.add("&Hur", self.text)
        self.put_rows()
        self.body.addWidget(self.due)
        self.utfall.currentIndexChanged.connect(self._follow)
        self.due.changed.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Spara")
        self._follow()
        self.utfall.setFocus()
        self.fit()

    def _follow(self) -> None:
        again = self.utfall.value() == "återkommer"
        self.due.setVisible(again)
        self.text.setPlaceholderText(
            "varför den återkommer"
            if again
            else f"tomt betyder återrapporterad {self._rapport.punkt}"
        )
        self.check()
        self.fit()

    def _wrong(self) -> tuple[str, ...]:
        return self.due.problems() if self.utfall.value() == "återkommer" else ()

    def _save(self) -> bool:
        again = self.utfall.value() == "återkommer"
        command = Report(
            rapport_id=self._rapport.id,
            utfall=self.utfall.value() or "klar",
            text=self.text.value().strip(),
            today=self._desk.today,
            next=self.due.value() if again else None,
        )
        name = named(self._one.draft.rubrik)
        if self._desk.editor.do(command, f"återrapportera {name}") is None:
            return False
        said = "återkommer" if again else "är klar och avslutad"
        self._desk.messages.notice(f"{name} {said}. Ctrl+Z ångrar.")
        return True


def report_of(one: BevakningRow) -> Rapport | None:
    """Return the report at a held sammanträde that nobody has said the outcome of; the last."""
    waits = [each for each in one.rapporter if each.hållet and each.utfall is None]
    return waits[-1] if waits else None
