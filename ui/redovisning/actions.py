"""What the user can do to a redovisning."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from nämnd.redovisning.answering import Unspread
from nämnd.redovisning.commands import ApproveRedovisning, RemoveRedovisning, ReopenRedovisning
from nämnd.redovisning.recipients import Asked, recipients
from nämnd.redovisning.values import Fråga, RedovisningView, Svar
from ui.desk import Desk, Go
from ui.redovisning.mailing import Mailing
from ui.redovisning.paper_actions import PaperActions

Offer = tuple[str, Callable[[], object]]


class RedovisningActions:
    """Works on the redovisning that is shown.

    Attributes:
        papers: saves, prints, registers it.
        mails: sends questions and reminders, reads answers.
    """

    def __init__(self, desk: Desk, go: Go, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._go, self._parent = desk, go, parent
        self.papers = PaperActions(desk, parent)
        self.mails = Mailing(desk, parent)
        self.view: RedovisningView | None = None

    def show_it(self, view: RedovisningView) -> None:
        """Work on another one, or the same as it is now."""
        self.view = self.papers.view = self.mails.view = view

    def offered(self) -> tuple[Offer, ...]:
        """Return what the menu has, with its words."""
        view = self.view
        if view is None:
            return ()
        found: list[Offer] = []
        if view.godkänd is None:
            found += [
                ("Ändra uppgifterna …", self.change),
                ("Rätta avsändarens frågor …", self.mend),
                ("Läs in svar ur formulär …", self.mails.read_forms),
            ]
            people = recipients(view)
            if people:
                found.append(("Mejlutkast med frågorna till alla …", self.ask_all))
            if any(one.lacking for one in people):
                found.append(("Mejlutkast med påminnelser …", self.chase_all))
        found += [
            ("Spara som PDF eller Word …", self.papers.save_as),
            ("Mejlutkast till mottagaren …", self.mails.send_whole),
            ("Nästa redovisning …", self.next),
        ]
        if view.godkänd is not None:
            found.append(("Skickad …", self.sent))
        if view.godkänd is not None and view.handling_id is None and view.sänd is None:
            found.append(("Ta tillbaka godkännandet", self.reopen))
        if view.överenskommelse is not None:
            found.append(("Visa överenskommelsen", self.to_mother))
        if view.draft.ärende_id is not None:
            found.append(("Visa ärendet", self.to_ärende))
        if view.handling_id is None and view.sänd is None:
            found.append(("Ta bort redovisningen", self.remove))
        return tuple(found)

    def offered_for(self, asked: Asked) -> tuple[Offer, ...]:
        """Return what can be done about somebody who answers."""
        found: list[Offer] = [
            ("Mejlutkast med frågorna …", lambda: self.mails.ask(asked)),
            ("Spara formuläret …", lambda: self.mails.save_form(asked)),
        ]
        if asked.lacking:
            found.insert(1, ("Mejlutkast med en påminnelse …", lambda: self.mails.chase(asked)))
        found += [
            ("Läs in svar ur formulär …", self.mails.read_forms),
            ("Ska inte svara", lambda: self.unspread(asked)),
        ]
        return tuple(found)

    def ask_all(self) -> None:
        """Let the user save a mail with the questions to each."""
        if self.view is not None:
            self.mails.ask_all(recipients(self.view))

    def chase_all(self) -> None:
        """Let the user save a reminder to each that lacks answers."""
        if self.view is not None:
            self.mails.chase_all(recipients(self.view))

    def change(self) -> None:
        """Let the user change the facts."""
        from ui.redovisning.dialogs import change_redovisning

        if self.view is not None:
            change_redovisning(self._desk, self._parent, self.view)

    def mend(self) -> None:
        """Let the user mend the structure."""
        from ui.redovisning.structure import StructureDialog

        if self.view is not None and self._desk.editor.flush():
            StructureDialog(self._desk, self._parent, self.view)

    def spread(self, chosen: Sequence[str] = ()) -> None:
        """Let the user spread the questions, `chosen` ticked."""
        from ui.redovisning.spread_dialog import SpreadDialog

        self._desk.editor.flush()
        if self.view is not None and self.view.to_answer:
            SpreadDialog(self._desk, self._parent, self.view, chosen)

    def unspread(self, asked: Asked) -> None:
        """Ask somebody no more; ask first when they have answered something."""
        self._desk.editor.flush()
        given = len(asked.svar) - len(asked.lacking)
        question = f"{asked.vem} har svarat. Ta bort svaren?"
        if given and not self._desk.messages.confirm(question, yes="Ta bort"):
            return
        self._desk.editor.do(Unspread(svar_ids=asked.svar_ids), f"låt inte {asked.vem} svara")

    def write(self, fråga: Fråga, svar: Svar) -> None:
        """Let the user write an answer."""
        from ui.redovisning.small_dialogs import AnswerDialog

        self._desk.editor.flush()
        AnswerDialog(self._desk, self._parent, fråga, svar)

    def approve(self) -> None:
        """Ask who approves, and note it."""
        view = self.view
        if view is None or not self._desk.editor.flush():
            return
        av = self._desk.messages.ask_text(
            "Godkänn redovisningen", "Vem har godkänt den? Den kan sedan inte ändras.", ""
        )
        if av is None:
            return
        command = ApproveRedovisning(redovisning_id=view.id, av=av, today=self._desk.today)
        if self._desk.editor.do(command, f"godkänn «{view.draft.rubrik}»") is not None:
            self._desk.messages.notice("Redovisningen är godkänd.")

    def reopen(self) -> None:
        """Take the approval back."""
        if self.view is not None:
            command = ReopenRedovisning(redovisning_id=self.view.id)
            self._desk.editor.do(command, "ta tillbaka godkännandet")

    def sent(self) -> None:
        """Ask which day it was sent."""
        from ui.redovisning.small_dialogs import SentDialog

        if self.view is not None:
            SentDialog(self._desk, self._parent, self.view)

    def next(self) -> None:
        """Let the user begin the next occasion."""
        from ui.redovisning.small_dialogs import NextDialog

        if self.view is not None and self._desk.editor.flush():
            NextDialog(self._desk, self._parent, self.view, self._go.to_redovisning)

    def leave(self) -> None:
        """Go to where it belongs: its överenskommelse, or what is followed up."""
        self._desk.editor.flush()
        mother = self.view.draft.överenskommelse_id if self.view else None
        if mother is not None:
            self._go.to_överenskommelse(mother)
        else:
            self._go.to_page("uppföljning")

    def to_mother(self) -> None:
        """Go to its överenskommelse."""
        self.leave()

    def to_ärende(self) -> None:
        """Go to its ärende, at the handling when it is registered."""
        if self.view is not None and self.view.draft.ärende_id is not None:
            self._go.to_ärende(self.view.draft.ärende_id, self.view.handling_id)

    def remove(self) -> None:
        """Ask, and remove it."""
        view = self.view
        if view is None:
            return
        self._desk.editor.flush()
        question = f"Ta bort «{view.draft.rubrik}» med alla svar, och bevakningen av den?"
        if not self._desk.messages.confirm(question, yes="Ta bort"):
            return
        command = RemoveRedovisning(redovisning_id=view.id, today=self._desk.today)
        if self._desk.editor.do(command, f"ta bort «{view.draft.rubrik}»") is not None:
            self._desk.messages.notice("Redovisningen togs bort. Ctrl+Z ångrar.")
            self.leave()
