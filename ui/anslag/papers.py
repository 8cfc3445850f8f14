"""Saves the notice, its proof or the delegationsprotokoll where the user wants it."""

from PySide6.QtWidgets import QWidget

from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.paket.anslag import What, announced_name, announced_paper, gather_announced
from ui.desk import Desk
from ui.paper_files import save_paper

_TITLES: dict[What, str] = {
    "anslag": "Spara anslaget",
    "anslagsbevis": "Spara anslagsbeviset",
    "delegationsprotokoll": "Spara protokollet",
}


def save_announced(desk: Desk, parent: QWidget, key: str, what: What) -> None:
    """Ask where, as PDF or Word, and write the paper there."""
    desk.editor.flush()
    try:
        announced = gather_announced(desk.store, desk.files, key)
        paper = announced_paper(announced, what, today=desk.today)
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    save_paper(desk, parent, _TITLES[what], paper, announced_name(announced, what, ".pdf"))
