"""The forms of those who answer: saved, mailed as drafts, reminded of, and read back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.names import safe_name
from nämnd.core.beside import save_beside
from nämnd.core.changes import Command
from nämnd.core.errors import NämndError
from nämnd.core.progress import Work
from nämnd.core.swedish import counted
from nämnd.documents.form_answers import FormAnswer
from nämnd.error_messages import message_for
from nämnd.paket.redovisning import RedovisningPaper, gather_redovisning
from nämnd.redovisning.answering import Answer, Answers, NoteAsked, NoteSvarReminded
from nämnd.redovisning.errors import NotOurFormError
from nämnd.redovisning.recipients import Asked
from nämnd.redovisning.rules import is_empty
from nämnd.redovisning.values import RedovisningView
from ui.desk import Desk
from ui.redovisning.making import made_form, made_question, made_reminder, made_sending
from ui.redovisning.reading import answers_in
from ui.toolkit.messages import Kinds

T = TypeVar("T")
_MAIL: Kinds = (("Mejlutkast", "*.eml"),)
_WORD: Kinds = (("Word", "*.docx"),)
_NONE_READ = "Formuläret är tomt: inget svar är ifyllt."
_ALL_ANSWERED = "Det finns inget kvar att påminna om."


class Mailing:
    """Works on the redovisning that is shown."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._parent = desk, parent
        self.view: RedovisningView | None = None

    def ask(self, asked: Asked) -> None:
        """Let the user save a mail with the questions; the day is noted."""
        command = NoteAsked(svar_ids=asked.svar_ids, today=self._desk.today)
        self._mail(asked, made_question, f"Frågor till {asked.vem}", command)

    def chase(self, asked: Asked) -> None:
        """Let the user save a reminder; that it was made is noted."""
        if not asked.lacking:
            self._desk.messages.tell(_ALL_ANSWERED)
            return
        title, command = self._reminded(asked)
        self._mail(asked, made_reminder, title, command)

    def ask_all(self, people: Sequence[Asked]) -> None:
        """Let the user save a mail with the questions to each, in a folder."""
        self._mail_all(
            people,
            made_question,
            lambda one: (
                f"Frågor till {one.vem}",
                NoteAsked(svar_ids=one.svar_ids, today=self._desk.today),
            ),
        )

    def chase_all(self, people: Sequence[Asked]) -> None:
        """Let the user save a reminder to each that has not answered everything, in a folder."""
        late = [one for one in people if one.lacking]
        self._mail_all(late, made_reminder, self._reminded)

    def save_form(self, asked: Asked) -> None:
        """Let the user save the form by itself."""
        paper = self._paper()
        if paper is None:
            return
        target = self._desk.messages.save_file(
            f"Spara formuläret till {asked.vem}", paper.form_name(asked), _WORD
        )
        if target is None:
            return
        work = self._desk.heavy.run(made_form, paper, asked, now=self._desk.clock())
        self._run(work, partial(self._write, target, None), f"Skapar {target.name}")

    def send_whole(self) -> None:
        """Let the user save a mail to the recipient, with the document."""
        paper = self._paper()
        if paper is None:
            return
        name = paper.name(".eml")
        target = self._desk.messages.save_file("Spara mejlutkastet", name, _MAIL)
        if target is None:
            return
        work = self._desk.heavy.run(made_sending, paper, now=self._desk.clock())
        self._run(work, partial(self._write, target, None), f"Skapar {target.name}")

    def read_forms(self) -> None:
        """Let the user choose forms that came back, and write their answers down."""
        if self.view is None or not self._desk.editor.flush():
            return
        for path in self._desk.messages.open_files("Välj formulär med svar", _WORD):
            work = self._desk.heavy.run(answers_in, path, path.name)
            self._run(work, partial(self._take, path.name), f"Läser {path.name}")

    def _take(self, name: str, found: tuple[FormAnswer, ...]) -> None:
        """Write the answers of a form down; what is empty in it leaves what there is."""
        if self.view is None:
            return
        known = {svar.id: svar for fråga in self.view.frågor for svar in fråga.svaras_av}
        mine = [one for one in found if one.svar_id in known]
        if not mine:
            self._desk.messages.error(message_for(NotOurFormError(name)))
            return
        filled = [one for one in mine if not is_empty(one.text, one.rader)]
        if not filled:
            self._desk.messages.tell(_NONE_READ)
            return
        commands = tuple(
            Answer(svar_id=one.svar_id, text=one.text, rader=one.rader, today=self._desk.today)
            for one in filled
        )
        vem = known[filled[0].svar_id].vem
        command = Answers(answers=commands)
        if self._desk.editor.do(command, f"läs in svaren från {vem}") is not None:
            count = counted(len(filled), "svar", "svar")
            self._desk.messages.notice(f"{count} från {vem} är inlästa. Ctrl+Z ångrar.")

    def _mail(
        self, asked: Asked, make: Callable[..., Work[bytes]], title: str, command: Command
    ) -> None:
        paper = self._paper()
        if paper is None:
            return
        name = safe_name(title, ".eml")
        target = self._desk.messages.save_file("Spara mejlutkastet", name, _MAIL)
        if target is None:
            return
        work = self._desk.heavy.run(make, paper, asked, now=self._desk.clock())
        self._run(work, partial(self._write, target, command), f"Skapar {target.name}")

    def _reminded(self, asked: Asked) -> tuple[str, Command]:
        lacking = tuple(svar.id for _, svar in asked.lacking)
        to = asked.epost or asked.ansvarig or asked.vem
        command = NoteSvarReminded(svar_ids=lacking, till=to, today=self._desk.today)
        return f"Påminnelse till {asked.vem}", command

    def _mail_all(
        self,
        people: Sequence[Asked],
        make: Callable[..., Work[bytes]],
        told: Callable[[Asked], tuple[str, Command]],
    ) -> None:
        paper = self._paper()
        if paper is None or not people:
            return
        count = counted(len(people), "mejlutkast", "mejlutkast")
        folder = self._desk.messages.choose_folder(f"Spara {count} i en mapp")
        for one in people if folder is not None else ():
            title, command = told(one)
            target = (folder or Path()) / safe_name(title, ".eml")
            work = self._desk.heavy.run(make, paper, one, now=self._desk.clock())
            self._run(work, partial(self._write, target, command), f"Skapar {target.name}")

    def _write(self, target: Path, command: Command | None, data: bytes) -> None:
        try:
            save_beside(target, data)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        self._desk.editor.note_export(f"spara {target.name}")
        what = f"anteckna {target.stem}"
        noted = command is not None and self._desk.editor.do(command, what) is not None
        more = " Öppna och skicka det: dagen är antecknad." if noted else ""
        self._desk.messages.notice(f"{target.name} är klar.{more}")

    def _paper(self) -> RedovisningPaper | None:
        if self.view is None or not self._desk.editor.flush():
            return None
        try:
            return gather_redovisning(self._desk.store, self._desk.files, self.view.id)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return None

    def _run(self, work: Work[T], then: Callable[[T], None], said: str) -> None:
        self._desk.jobs.run(work, self._parent, then, label=said)
