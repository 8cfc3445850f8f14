"""Saves the notice, its proof or the delegationsprotokoll where the user wants it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.paket.anslag import What, announced_name, announced_paper, gather_announced
from nämnd.paket.papers import write_paper
from ui.desk import Desk
from ui.toolkit.messages import Kinds

_KINDS: Kinds = (("PDF", "*.pdf"), ("Word", "*.docx"))
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
    name = announced_name(announced, what, ".pdf")
    target = desk.messages.save_file(_TITLES[what], name, _KINDS)
    if target is None:
        return
    if target.suffix not in {".pdf", ".docx"}:
        target = target.with_name(f"{target.name}.pdf")

    def done(path: Path) -> None:
        desk.editor.note_export(f"spara {path.name}")
        desk.messages.notice(f"{path.name} är klar.")

    work = desk.heavy.run(write_paper, paper, target, created=desk.clock())
    desk.jobs.run(work, parent, done, label=f"Skapar {target.name}")
