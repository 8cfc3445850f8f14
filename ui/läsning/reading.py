"""From «Läs in …» to the review page, or straight in for an exchange file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.läsning.dagordning import read_dagordning
from nämnd.läsning.found import FoundDagordning
from nämnd.organisation.queries import nämnder
from ui.desk import Desk, Go

if TYPE_CHECKING:
    from nämnd.utbyte.errors import Difference
    from nämnd.utbyte.preparing import Prepared
    from ui.main_window import MainWindow

_KINDS = (
    ("Dagordning eller utbytesfil", "*.txt *.pdf *.docx *.json"),
    ("Alla filer", "*"),
)


_REPLACE = (
    "Det du har läst in är inte sparat som sammanträde än, och försvinner när du läser in en "
    "annan fil. Läsa in en annan?"
)


def begin_import(desk: Desk, go: Go, window: MainWindow) -> None:
    """Let the user choose a file and read it in the background."""
    if window.has_page("granska") and not desk.messages.confirm(_REPLACE, yes="Läs in en annan"):
        window.show_page("granska")
        return
    path = desk.messages.open_file("Läs in dagordning eller utbytesfil", _KINDS)
    if path is not None:
        read_file(desk, go, window, path)


def read_file(desk: Desk, go: Go, window: MainWindow, path: Path) -> None:
    """Read a file in the background, then show what was found."""
    if path.suffix.lower() == ".json":
        _read_utbyte(desk, go, window, path)
        return

    def found(dagordning: FoundDagordning) -> None:
        show_review(desk, go, window, dagordning, path.name)

    work = desk.heavy.run(read_dagordning, path)
    desk.jobs.run(work, window, found, label=f"Läser {path.name}")


def show_review(
    desk: Desk, go: Go, window: MainWindow, dagordning: FoundDagordning, name: str
) -> None:
    """Show what was found in the file called `name`, to be put right and saved."""
    from ui.läsning.page import ReviewPage

    page = ReviewPage(desk, dagordning, name, window.nämnd_id)

    def saved(sammanträde_id: str, nämnd_id: str) -> None:
        go.to_nämnd(nämnd_id)
        go.to_sammanträde(sammanträde_id)
        window.drop_page("granska")

    def given_up() -> None:
        go.to_page("sammanträden" if desk.store.ask(nämnder) else "start")
        window.drop_page("granska")

    page.saved.connect(saved)
    page.given_up.connect(given_up)
    window.add_page("granska", page, nav="Granska inläst")


def _read_utbyte(desk: Desk, go: Go, window: MainWindow, path: Path) -> None:
    from nämnd.utbyte.preparing import prepare

    def prepared(found: Prepared) -> None:
        _import(desk, go, found)

    desk.jobs.run(prepare(path, desk.files), window, prepared, label=f"Läser {path.name}")


def _differs(there: tuple[Difference, ...]) -> str:
    from nämnd.error_messages import MOST_DIFFERENCES, difference_text

    shown = "\n".join(map(difference_text, there[:MOST_DIFFERENCES]))
    more = len(there) - MOST_DIFFERENCES
    rest = f"\n… och {more} till." if more > 0 else ""
    return (
        "Filen stämmer inte med det som redan finns. Ska det som skiljer sig ersättas med det som "
        f"står i filen? Det går att ångra.\n\n{shown}{rest}"
    )


def _import(desk: Desk, go: Go, found: Prepared) -> None:
    from nämnd.utbyte.commands import ImportUtbyte, differences

    desk.editor.flush()
    try:
        there = differences(desk.store, found)
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    if there and not desk.messages.confirm(_differs(there), yes="Ersätt med filens uppgifter"):
        return
    command = ImportUtbyte(prepared=found, when=desk.when, replace=bool(there))
    outcome = desk.editor.do(command, f"läs in {found.name}")
    if outcome is None:
        return
    changed = len(outcome.changes)
    said = f"{found.name} är inläst." if changed else f"{found.name} stämmer med det som finns."
    desk.messages.notice(said)
    go.to_nämnd(found.file.nämnd.id)
