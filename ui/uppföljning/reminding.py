"""Reminding those who are responsible: mail drafts to send, noted on each bevakning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nämnd.bevakning.commands import NoteReminded
from nämnd.bevakning.queries import bevakning
from nämnd.bevakning.reminding import Reminder, by_responsible
from nämnd.core.beside import save_beside
from nämnd.core.changes import Together
from nämnd.core.errors import NämndError
from nämnd.core.swedish import counted, listed
from nämnd.error_messages import message_for
from nämnd.organisation.queries import nämnd_draft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nämnd.bevakning.values import BevakningRow
    from ui.desk import Desk, Go

_KINDS = (("Mejlutkast", "*.eml"),)
_NOBODY = "Det står inte vem som är ansvarig. Ändra bevakningen och skriv vem som ska påminnas."


def begin_reminding(desk: Desk, go: Go, parent: QWidget, bevakning_ids: Sequence[str]) -> None:
    """Let the user save a mail draft to each responsible, and note that they are reminded."""
    del go, parent  # the messages stand over the window
    desk.editor.flush()
    ask, today = desk.store.ask, desk.today
    rows = [ask(lambda s, key=key: bevakning(s, key, today)) for key in bevakning_ids]
    reminders = by_responsible(one for one in rows if one.avslutad is None)
    if not reminders:
        desk.messages.error(_NOBODY)
        return
    nämnd_id = rows[0].nämnd_id
    nämnd = ask(lambda session: nämnd_draft(session, nämnd_id)).namn
    drafts = [(one, *_draft(desk, one, nämnd)) for one in reminders]
    paths = _save(desk, [(name, data) for _, name, data in drafts])
    if paths:
        _note(desk, reminders, paths)
        _say_left(desk, rows)


def _draft(desk: Desk, reminder: Reminder, nämnd: str) -> tuple[str, bytes]:
    from nämnd.documents.reminder_mail import reminder_mail, reminder_name

    data = reminder_mail(reminder, nämnd, desk.store.who, today=desk.today, now=desk.clock())
    return reminder_name(reminder, desk.today), data


def _save(desk: Desk, drafts: Sequence[tuple[str, bytes]]) -> list[Path]:
    """Let the user choose where; one draft has a file of its own, several go into a folder."""
    if len(drafts) == 1:
        target = desk.messages.save_file("Spara påminnelsen", drafts[0][0], _KINDS)
        targets = [target] if target else []
    else:
        question = f"Spara {counted(len(drafts), 'påminnelse', 'påminnelser')} i en mapp"
        folder = desk.messages.choose_folder(question)
        targets = [folder / name for name, _ in drafts] if folder else []
    try:
        for target, (_, data) in zip(targets, drafts, strict=False):
            save_beside(target, data)
    except NämndError as error:
        desk.messages.error(message_for(error))
        return []
    return targets


def _note(desk: Desk, reminders: Sequence[Reminder], paths: Sequence[Path]) -> None:
    for path in paths:
        desk.editor.note_export(f"spara {path.name}")
    commands = tuple(
        NoteReminded(
            bevakning_ids=tuple(row.id for row in one.rows), till=one.ansvarig, today=desk.today
        )
        for one in reminders
    )
    who = listed([one.ansvarig for one in reminders])
    if desk.editor.do(Together(commands), f"påminn {who}") is not None:
        where = f"{paths[0].name} är sparad" if len(paths) == 1 else "Utkasten är sparade"
        desk.messages.notice(f"{where}. Öppna och skicka: påminnelsen är antecknad.")


def _say_left(desk: Desk, rows: Sequence[BevakningRow]) -> None:
    """Say which could not be reminded of, as nobody is responsible."""
    left = [one.draft.rubrik for one in rows if not one.draft.ansvarig]
    if left:
        desk.messages.tell(f"Ingen ansvarig står på: {listed(left)}. De fick ingen påminnelse.")
