"""From «Läs in lista …» to the preview of what it would change."""

from PySide6.QtWidgets import QWidget

from nämnd.organisation.people_import.columns import FoundPeople
from nämnd.organisation.people_import.reading import read_people
from ui.desk import Desk
from ui.organisation.import_dialog import ImportDialog

_KINDS = (("Lista över ledamöter", "*.csv *.xlsx *.xlsm *.txt"),)


def read_people_list(desk: Desk, parent: QWidget, nämnd_id: str) -> None:
    """Let the user choose a list, read it in the background and show what it would change."""
    path = desk.messages.open_file("Läs in lista över ledamöter", _KINDS)
    if path is None:
        return
    desk.editor.flush()

    def found(people: FoundPeople) -> None:
        ImportDialog(desk, parent, people, nämnd_id).open()

    work = desk.heavy.run(read_people, path)
    desk.jobs.run(work, parent, found, label=f"Läser {path.name}")
