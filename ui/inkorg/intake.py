"""From files that were dropped to the dialog that says what becomes of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.core.swedish import counted
from nämnd.inkorg.gathering import gather
from nämnd.inkorg.queries import doubles
from nämnd.inkorg.values import Gathered
from nämnd.organisation.queries import nämnd_draft
from nämnd.ärende.queries import ärenden
from ui.desk import Desk
from ui.inkorg.dialog import Diarium, IntakeDialog

_KINDS = (("Alla filer", "*"),)


def choose_intake(
    desk: Desk,
    parent: QWidget,
    *,
    nämnd_id: str,
    done: Callable[[str], object],
    ärende_id: str | None = None,
) -> None:
    """Let the user choose files, and go on as when they are dropped."""
    found = desk.messages.open_files("Ta in filer", _KINDS)
    if found:
        begin_intake(desk, parent, found, nämnd_id=nämnd_id, done=done, ärende_id=ärende_id)


def begin_intake(
    desk: Desk,
    parent: QWidget,
    paths: Sequence[Path],
    *,
    nämnd_id: str,
    done: Callable[[str], object],
    ärende_id: str | None = None,
) -> None:
    """Look through files and folders in the background, then ask what is to become of them.

    `ärende_id`: where they are proposed to go; `done` gets the id of where they went.
    """
    desk.editor.flush()

    def show(gathered: Gathered) -> None:
        draft = desk.store.ask(lambda session: nämnd_draft(session, nämnd_id))
        rows = desk.store.ask(lambda session: ärenden(session, nämnd_id))
        diarium = Diarium(nämnd_id, rows, bool(draft.diarieserie))
        dialog = IntakeDialog(desk, parent, gathered, diarium, done)
        dialog.show_it(ärende_id)

    work = gather(
        paths,
        desk.files,
        lambda known: desk.store.ask(lambda session: doubles(session, known)),
        today=desk.today,
        worker=desk.heavy,
    )
    what = counted(len(paths), "fil", "filer") if len(paths) > 1 else paths[0].name
    desk.jobs.run(work, parent, show, label=f"Läser {what}")
