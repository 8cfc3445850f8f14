"""Saving bevakningar for a calendar program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nämnd.bevakning.secrecy import outward
from nämnd.bilaga.names import safe_name
from nämnd.core.beside import save_beside
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for

if TYPE_CHECKING:
    from nämnd.bevakning.values import BevakningRow
    from ui.desk import Desk

_KINDS = (("Kalender", "*.ics"),)


def save_bevakningar(desk: Desk, rows: Sequence[BevakningRow]) -> None:
    """Let the user save bevakningar, with their reminders as alarms. One has its own name."""
    from nämnd.documents.calendar_file import calendar_bytes
    from nämnd.årsplan.calendar_events import of_bevakningar

    dated = [one for one in rows if one.due is not None]
    if not dated:
        desk.messages.error("Den har ingen dag än, och kan därför inte stå i en kalender.")
        return
    name = outward(dated[0]).draft.rubrik if len(dated) == 1 else "Bevakningar"
    target = desk.messages.save_file("Spara till kalendern", safe_name(name, ".ics"), _KINDS)
    if target is None:
        return
    nämnd_id, keys = dated[0].nämnd_id, tuple(one.id for one in dated)
    events = desk.store.ask(lambda s: of_bevakningar(s, nämnd_id, desk.today, keys))
    try:
        save_beside(target, calendar_bytes(events, now=desk.clock()))
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    desk.editor.note_export(f"spara {target.name}")
    desk.messages.notice(f"{target.name} är sparad. Öppna den så läggs den i kalendern.")
