"""What can be done to the people of a nämnd: each opens a dialog or runs a command."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from nämnd.core.changes import Together
from nämnd.core.ids import new_id
from nämnd.organisation.commands import RemoveUppdrag, SavePerson, SaveUppdrag
from nämnd.organisation.order import alike, moved
from nämnd.organisation.people_import.sentences import someone_text
from nämnd.organisation.queries import UppdragRow, everybody
from nämnd.organisation.rules import PersonDraft, UppdragDraft, one_line, serves
from ui.desk import Desk
from ui.organisation.last_day_dialog import LastDayDialog
from ui.organisation.people_now import NOBODY, PeopleNow
from ui.organisation.person_dialog import Entry, Known, PersonDialog


class PeopleActions:
    """The people of the nämnd that is shown, and what the user can do to them.

    `saved` hears of the uppdrag that a dialog has saved: its id and what it is now.
    """

    def __init__(
        self, desk: Desk, parent: QWidget, saved: Callable[[str, UppdragDraft], None]
    ) -> None:
        """Open dialogs over `parent`."""
        self._desk, self._parent, self._saved = desk, parent, saved
        self.now: PeopleNow = NOBODY

    def add(self) -> None:
        """Let the user enter a person and their uppdrag."""
        uppdrag = UppdragDraft("ledamot", ordning=self.now.last + 1)
        self._open("Ny person", Entry(new_id(), PersonDraft(""), uppdrag), new_id())

    def appoint(self, roll: str, huvudman_id: str | None, from_day: date) -> None:
        """Let the user fill a seat from a day on."""
        uppdrag = UppdragDraft(roll, huvudman_id, self.now.last + 1, från=from_day)
        self._open("Tillsätt platsen", Entry(new_id(), PersonDraft(""), uppdrag), new_id())

    def change(self, one: UppdragRow) -> None:
        """Let the user change a person and one uppdrag of theirs."""
        self._open("Ändra", Entry(one.person_id, one.person, one.uppdrag), one.id)

    def again(self, one: UppdragRow) -> None:
        """Let the user give a person another uppdrag."""
        uppdrag = replace(one.uppdrag, från=None, till=None)
        self._open("Nytt uppdrag", Entry(one.person_id, one.person, uppdrag), new_id())

    def end(self, one: UppdragRow) -> None:
        """Let the user say when an uppdrag ends."""
        who = f"uppdraget för {one.person.namn}"
        day = one.uppdrag.till or self._desk.today
        self._open_last_day((one,), f"Avsluta {who}", f"avsluta {who}", day=day, after=None)

    def prolong(self, rows: tuple[UppdragRow, ...]) -> None:
        """Let the user give uppdrag a later last day; the end of the next term is suggested."""
        last = max(rows, key=lambda one: one.uppdrag.till or date.max)
        many = f"{len(rows)} uppdrag" if len(rows) > 1 else f"uppdraget för {last.person.namn}"
        day, after = self._next_end(last), last.uppdrag.till
        self._open_last_day(rows, f"Förläng {many}", f"förläng {many}", day=day, after=after)

    def remove(self, rows: tuple[UppdragRow, ...]) -> None:
        """Take away uppdrag that were entered by mistake."""
        names = ", ".join(one.person.namn for one in rows)
        commands = tuple(RemoveUppdrag(uppdrag_id=one.id) for one in rows)
        if rows and self._desk.editor.do(Together(commands), f"ta bort {names}") is not None:
            self._desk.messages.notice(f"{names} togs bort. Ctrl+Z ångrar.")

    def move(self, one: UppdragRow, step: int, day: date) -> None:
        """Move somebody up (-1) or down (1) among those of the same role and huvudman that day."""
        beside = alike(self.now.on(day), one)
        if one.id not in {row.id for row in beside}:
            return
        new = moved(beside, one.id, step)
        commands = tuple(
            self._command(row, replace(row.uppdrag, ordning=new[row.id]))
            for row in beside
            if row.id in new
        )
        if commands:
            self._desk.editor.do(Together(commands), f"flytta {one.person.namn} i ordningen")

    def _open(self, title: str, entry: Entry, uppdrag_id: str) -> None:
        def save(written: Entry) -> bool:
            return self._save(written, uppdrag_id)

        self._desk.editor.flush()
        dialog = PersonDialog(
            self._desk,
            self._parent,
            entry,
            now=self.now,
            save=save,
            known=() if entry.person.namn else self._known(),
        )
        dialog.setWindowTitle(title)
        dialog.accepted.connect(lambda: self._saved(uppdrag_id, dialog.entry().uppdrag))
        dialog.open()

    def _save(self, entry: Entry, uppdrag_id: str) -> bool:
        person = SavePerson(person_id=entry.person_id, draft=entry.person)
        uppdrag = SaveUppdrag(
            uppdrag_id=uppdrag_id,
            nämnd_id=self.now.nämnd_id,
            person_id=entry.person_id,
            draft=entry.uppdrag,
        )
        there = any(one.id == uppdrag_id for one in self.now.rows)
        what = f"{'ändra' if there else 'lägg till'} {one_line(entry.person.namn)}"
        return self._desk.editor.do(Together((person, uppdrag)), what) is not None

    def _open_last_day(
        self,
        rows: tuple[UppdragRow, ...],
        title: str,
        what: str,
        *,
        day: date | None,
        after: date | None,
    ) -> None:
        def save(draft: UppdragDraft) -> bool:
            commands = [self._command(one, replace(one.uppdrag, till=draft.till)) for one in rows]
            return self._desk.editor.do(Together(tuple(commands)), what) is not None

        self._desk.editor.flush()
        first = rows[0].uppdrag
        dialog = LastDayDialog(self._desk, self._parent, first, save, day=day, after=after)
        dialog.setWindowTitle(title)
        dialog.open()

    def _command(self, one: UppdragRow, draft: UppdragDraft) -> SaveUppdrag:
        return SaveUppdrag(
            uppdrag_id=one.id, nämnd_id=self.now.nämnd_id, person_id=one.person_id, draft=draft
        )

    def _next_end(self, one: UppdragRow) -> date | None:
        """Return the last day of the term that begins where the uppdrag ends."""
        if one.uppdrag.till is None or one.uppdrag.till == date.max:
            return None
        day = one.uppdrag.till + timedelta(days=1)
        terms = self.now.nämnd.mandatperioder
        return next((term.till for term in terms if serves(term.från, term.till, day)), None)

    def _known(self) -> tuple[Known, ...]:
        """Return everybody in every nämnd, each once."""
        return tuple(
            Known(one.person_id, one.person, someone_text(one))
            for one in self._desk.store.ask(everybody)
        )
