"""What can be done with all that is followed up, in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from nämnd.bevakning.queries import bevakningar, reminders_due
from nämnd.core.swedish import counted

if TYPE_CHECKING:
    from ui.desk import Desk, Go

_NOBODY = "Ingen behöver påminnas i dag."


def page_menu(desk: Desk, go: Go, parent: QWidget, nämnd_id: str) -> QMenu:
    """Return the menu."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    waits = len(desk.store.ask(lambda session: reminders_due(session, nämnd_id, desk.today)))
    said = f" ({counted(waits, 'bevakning', 'bevakningar')})" if waits else ""
    for text, act in (
        (f"&Påminn ansvariga{said} …", lambda: remind_all(desk, go, nämnd_id)),
        ("Spara alla i &kalendern …", lambda: save_all(desk, nämnd_id)),
        ("", None),
        ("Nytt &delprojekt …", go.new_delprojekt),
        ("Exportera pro&gramrapport …", go.export_program),
        ("Pl&anera året …", go.plan_year),
    ):
        if act is None:
            menu.addSeparator()
        else:
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
    return menu


def remind_all(desk: Desk, go: Go, nämnd_id: str) -> None:
    """Make a mail to each responsible whose day for a reminder has come."""
    rows = desk.store.ask(lambda session: reminders_due(session, nämnd_id, desk.today))
    if rows:
        go.remind(tuple(one.id for one in rows))
    else:
        desk.messages.notice(_NOBODY)


def save_all(desk: Desk, nämnd_id: str) -> None:
    """Let the user save all that is open and has a day, for a calendar."""
    from ui.uppföljning.calendars import save_bevakningar

    rows = desk.store.ask(lambda session: bevakningar(session, nämnd_id, desk.today))
    if any(one.due for one in rows):
        save_bevakningar(desk, rows)
    else:
        desk.messages.notice("Det finns inget med en dag att spara i kalendern.")
