"""The small dialogs of an ärende: closing, waiting and annulling."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from nämnd.core.changes import Command
from nämnd.ärende.commands import AnnulÄrende, CloseÄrende, SetWaiting
from nämnd.ärende.handling_commands import AnnulHandling
from nämnd.ärende.rules import beteckning
from nämnd.ärende.values import HandlingRow, ÄrendeView
from ui.desk import Desk
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, label
from ui.ärende.words import named


class CloseDialog(FormFrame):
    """The day when an ärende was closed."""

    def __init__(self, desk: Desk, parent: QWidget, view: ÄrendeView) -> None:
        """Propose today."""
        super().__init__(desk.theme, parent, f"Avsluta ärende {view.dnr}")
        self._desk, self._view = desk, view
        said = "Ärendet kan öppnas igen. Det finns kvar i diariet med alla sina handlingar."
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.day = day_input(desk.today)
        self.add("&Avslutat den", self.day)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Avsluta ärendet")
        self.day.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return day_problem(self.day, latest=self._desk.today)

    def _save(self) -> bool:
        command = CloseÄrende(ärende_id=self._view.id, datum=self.day.value() or self._desk.today)
        return self._desk.editor.do(command, f"avsluta {named(self._view)}") is not None


class WaitingDialog(FormFrame):
    """What an ärende waits for before it is put on a dagordning."""

    def __init__(self, desk: Desk, parent: QWidget, view: ÄrendeView) -> None:
        """Show the note there is."""
        super().__init__(desk.theme, parent, "Väntar på en dagordning")
        self._desk, self._view = desk, view
        said = (
            "Ärendet föreslås när en dagordning görs, tills det läggs på en. Skriv gärna vad det "
            "väntar på, eller när det bör tas upp."
        )
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.note = LineInput("till exempel när remissvaren har kommit")
        self.note.show_value(view.draft.väntar or "")
        self.add("&Anteckning", self.note)
        self.put_rows()
        self.begin(self._save)
        self.note.setFocus()

    def _save(self) -> bool:
        command = SetWaiting(ärende_id=self._view.id, väntar=words_in(self.note))
        what = f"låt {named(self._view)} vänta på en dagordning"
        return self._desk.editor.do(command, what) is not None


class AnnulDialog(FormFrame):
    """Why something in the diarium is annulled. It stays there, struck out, with the reason."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        what: str,
        command: Callable[[str, date], Command],
    ) -> None:
        """Ask for the reason to annul `what`; `command` takes it and the day."""
        super().__init__(desk.theme, parent, f"Makulera {what}")
        self._desk, self._what, self._command = desk, what, command
        said = (
            "Det som är makulerat står kvar i diariet med skälet. Det går inte att ångra, för "
            "inget tas bort ur ett diarium."
        )
        self.body.addWidget(label(said, wrap=True))
        self.reason = TextInput("till exempel registrerat två gånger", least=2, most=4)
        self.add("&Skäl", self.reason)
        self.put_rows()
        self.reason.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Makulera")
        self.reason.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return () if self.reason.value().strip() else ("Skriv varför det makuleras.",)

    def _save(self) -> bool:
        command = self._command(self.reason.value().strip(), self._desk.today)
        return self._desk.editor.do(command, f"makulera {self._what}") is not None


def annul_ärende(desk: Desk, parent: QWidget, view: ÄrendeView) -> AnnulDialog:
    """Ask why an ärende is annulled."""
    desk.editor.flush()

    def command(skäl: str, datum: date) -> AnnulÄrende:
        return AnnulÄrende(ärende_id=view.id, skäl=skäl, datum=datum)

    return AnnulDialog(desk, parent, named(view), command)


def annul_handling(desk: Desk, parent: QWidget, dnr: str, row: HandlingRow) -> AnnulDialog:
    """Ask why a handling is annulled."""
    desk.editor.flush()

    def command(skäl: str, datum: date) -> AnnulHandling:
        return AnnulHandling(handling_id=row.id, skäl=skäl, datum=datum)

    return AnnulDialog(desk, parent, f"handling {beteckning(dnr, row.löpnr)}", command)
