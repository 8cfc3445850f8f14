"""What somebody answers; the next occasion; the day it was sent."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.redovisning.answering import Answer
from nämnd.redovisning.commands import MarkRedovisningSent, NextOccasion
from nämnd.redovisning.values import Fråga, RedovisningView, Svar
from ui.desk import Desk
from ui.redovisning.rows_input import RowsInput
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, ParsedInput
from ui.toolkit.prose import ProseInput
from ui.toolkit.small import Label, label

_WIDTH = 680  # the design's pixels
LATE = "Svaren ska komma in efter den dag då redovisningen ska vara sänd."


class AnswerDialog(FormFrame):
    """What one huvudman answers to one question."""

    def __init__(self, desk: Desk, parent: QWidget, fråga: Fråga, svar: Svar) -> None:
        """Show the answer there is."""
        super().__init__(desk.theme, parent, f"Svar från {svar.vem}", width=_WIDTH)
        self._desk, self._svar, self._fråga = desk, svar, fråga
        self.body.addWidget(label(fråga.draft.text, Label.STRONG, wrap=True))
        self.rader: RowsInput | None = None
        if fråga.draft.slag == "tabell":
            self.rader = RowsInput(desk.theme)
            self.rader.set_columns(fråga.draft.kolumner)
            self.rader.show_value(svar.rader)
            self.rader.setAccessibleName("Svaret som tabell")
            self.body.addWidget(self.rader)
        self.text = ProseInput(desk.theme, "Svaret" if self.rader is None else "Kommentar")
        self.text.setAccessibleName("Svaret" if self.rader is None else "Kommentar")
        self.text.show_value(svar.text)
        self.body.addWidget(self.text)
        self.begin(self._save)
        self.fit()
        (self.rader or self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> bool:
        command = Answer(
            svar_id=self._svar.id,
            text=self.text.value(),
            rader=self.rader.value() if self.rader is not None else (),
            today=self._desk.today,
        )
        what = f"skriv svaret från {self._svar.vem}"
        return self._desk.editor.do(command, what) is not None


class NextDialog(FormFrame):
    """The next occasion: the same questions to the same people."""

    def __init__(
        self, desk: Desk, parent: QWidget, view: RedovisningView, done: Callable[[str], object]
    ) -> None:
        """Ask what it is called and when it is due."""
        super().__init__(desk.theme, parent, "Nästa redovisning")
        self._desk, self._view, self._done = desk, view, done
        said = (
            "Samma frågor ställs till samma huvudmän, utan svar. Det som svarades förra gången "
            "visas bredvid."
        )
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.rubrik = LineInput("till exempel Slutredovisning mars 2022")
        self.senast, self.svar_senast = day_input(None), day_input(None)
        self.add("&Rubrik", self.rubrik)
        self.add("Ska vara &inlämnad", self.senast)
        self.add("&Svar till oss", self.svar_senast)
        self.put_rows()
        for part in (self.rubrik, self.senast, self.svar_senast):
            part.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Lägg upp")
        self.rubrik.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        found = [] if words_in(self.rubrik) else ["Skriv vad redovisningen heter."]
        days = (*day_problem(self.senast), *day_problem(self.svar_senast, needed=False))
        if not days and is_after(self.svar_senast, self.senast):
            found.append(LATE)
        return (*found, *days)

    def _save(self) -> bool:
        key = new_id()
        command = NextOccasion(
            redovisning_id=self._view.id,
            rubrik=words_in(self.rubrik),
            senast=self.senast.value(),
            svar_senast=self.svar_senast.value(),
            today=self._desk.today,
            new_redovisning_id=key,
        )
        if self._desk.editor.do(command, f"lägg upp «{command.rubrik}»") is None:
            return False
        self._done(key)
        return True


class SentDialog(FormFrame):
    """The day a redovisning was sent."""

    def __init__(self, desk: Desk, parent: QWidget, view: RedovisningView) -> None:
        """Propose today, or show the day there is."""
        super().__init__(desk.theme, parent, "Skickad")
        self._desk, self._view = desk, view
        said = "Bevakningen av redovisningen avslutas den dagen. Töm fältet om den inte är skickad."
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.day = day_input(view.sänd or desk.today)
        self.add("&Skickad den", self.day)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong)
        self.day.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return day_problem(self.day, latest=self._desk.today, needed=False)

    def _save(self) -> bool:
        command = MarkRedovisningSent(redovisning_id=self._view.id, datum=self.day.value())
        return self._desk.editor.do(command, "ange när redovisningen skickades") is not None


def is_after(one: ParsedInput[date], other: ParsedInput[date]) -> bool:
    """Say whether one day comes after another; False where either is empty."""
    first, second = one.value(), other.value()
    return first is not None and second is not None and first > second
