"""The year on paper, and in a calendar program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nämnd.bilaga.names import safe_name
from nämnd.core.beside import save_beside
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.organisation.queries import nämnd_draft
from nämnd.årsplan.values import Slag

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nämnd.årsplan.calendar_events import Event
    from nämnd.årsplan.values import Årspost
    from ui.desk import Desk

_PDF, _CALENDAR = (("PDF", "*.pdf"),), (("Kalender", "*.ics"),)
_NOTHING_MARKED = "Markera först ett sammanträde eller en bevakning i hjulet, linjen eller listan."
_NO_PRINTER = "Skrivaren kunde inte användas. Välj en annan, eller spara som PDF."


def paper_of(
    desk: Desk, nämnd_id: str, poster: Sequence[Årspost], år: int, paper: str = "A4"
) -> bytes:
    """Return the year as a PDF."""
    from nämnd.documents.årshjul import årshjul_pdf

    namn = desk.store.ask(lambda session: nämnd_draft(session, nämnd_id)).namn
    return årshjul_pdf(poster, år, namn=namn, today=desk.today, created=desk.clock(), paper=paper)


def print_year(
    desk: Desk, parent: QWidget, nämnd_id: str | None, poster: Sequence[Årspost], år: int
) -> None:
    """Let the user print the year."""
    from ui.toolkit.printing import print_pdf

    if nämnd_id is None:
        return
    data = paper_of(desk, nämnd_id, poster, år)

    def printed() -> None:
        desk.editor.note_export(f"skriv ut årshjulet {år}")

    if not print_pdf(parent, data, f"Årshjul {år}", printed=printed):
        desk.messages.error(_NO_PRINTER)


def save_year(
    desk: Desk, nämnd_id: str | None, poster: Sequence[Årspost], år: int, paper: str
) -> None:
    """Let the user save the year as a PDF."""
    if nämnd_id is None:
        return
    target = desk.messages.save_file("Spara årshjulet", f"Årshjul {år}.pdf", _PDF)
    if target is None:
        return
    try:
        save_beside(target, paper_of(desk, nämnd_id, poster, år, paper))
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    desk.editor.note_export(f"spara {target.name}")
    desk.messages.notice(f"{target.name} är sparad.")


def save_calendar(desk: Desk, nämnd_id: str, år: int, *, bevakningar: bool) -> None:
    """Let the user save the year's sammanträden, and bevakningar too, for a calendar program."""
    from nämnd.årsplan.calendar_events import of_bevakningar, of_möten

    möten = desk.store.ask(lambda session: of_möten(session, nämnd_id))
    watched = desk.store.ask(lambda session: of_bevakningar(session, nämnd_id, desk.today))
    events = (*möten, *(watched if bevakningar else ()))
    chosen = [one for one in events if one.dag.year == år]
    if not chosen:
        desk.messages.error(f"Det finns inget att lägga i kalendern {år}. Planera året först.")
        return
    namn = desk.store.ask(lambda session: nämnd_draft(session, nämnd_id)).namn
    _save_events(desk, chosen, f"{namn} {år}", namn)


def save_one(desk: Desk, nämnd_id: str, post: Årspost | None) -> None:
    """Let the user save the sammanträde or bevakning that a post is about."""
    from nämnd.årsplan.calendar_events import of_bevakningar, of_möten

    if post is None or post.slag is Slag.SPÄRRDAG or post.key is None:
        desk.messages.error(_NOTHING_MARKED)
        return
    keys = (post.key,)
    if post.slag in (Slag.BEVAKNING, Slag.ÅTERKOMMANDE):
        events = desk.store.ask(lambda s: of_bevakningar(s, nämnd_id, desk.today, keys))
        name = post.text
    else:
        events = desk.store.ask(lambda s: of_möten(s, nämnd_id, keys))
        name = f"Sammanträde {events[0].dag}"
    _save_events(desk, events, name)


def _save_events(desk: Desk, events: Sequence[Event], title: str, namn: str = "") -> None:
    from nämnd.documents.calendar_file import calendar_bytes

    name = safe_name(title, ".ics")
    target = desk.messages.save_file("Spara till kalendern", name, _CALENDAR)
    if target is None:
        return
    try:
        save_beside(target, calendar_bytes(events, now=desk.clock(), namn=namn))
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    desk.editor.note_export(f"spara {target.name}")
    desk.messages.notice(f"{target.name} är sparad. Öppna den så läggs dagarna i kalendern.")
