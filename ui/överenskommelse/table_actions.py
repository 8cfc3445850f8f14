"""What the user can do to the tables of money of an överenskommelse."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nämnd.core.errors import NämndError
from nämnd.core.ids import new_id
from nämnd.error_messages import message_for
from nämnd.överenskommelse.values import Rad, Tabell
from ui.desk import Desk
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.reading import tables_in
from ui.överenskommelse.saving import ÖverenskommelseSaver

_NONE = (
    "Ingen tabell med belopp hittades i handlingen. Öppna den, kopiera tabellen och välj «Klistra "
    "in …»."
)
_NO_FILE = "Överenskommelsen har ingen fil att läsa. Välj handlingen under «Ändra …»."


class TableActions:
    """Works on the överenskommelse that is shown."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._parent = desk, parent
        self._saver = ÖverenskommelseSaver(desk)
        self._loaded: Loaded | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Work on another one, or the same as it is now."""
        self._loaded = loaded
        self._saver.about(loaded.view.id)

    def paste(self) -> None:
        """Let the user paste a table."""
        from ui.överenskommelse.read_dialog import PasteDialog

        self._desk.editor.flush()
        PasteDialog(self._desk, self._parent, self._saver.add_tables)

    def read(self) -> None:
        """Read the tables of the handling, and let the user choose among them."""
        handling = self._loaded.handling if self._loaded else None
        file = handling.fil if handling else None
        if file is None:
            self._desk.messages.error(_NO_FILE)
            return
        self._desk.editor.flush()
        try:
            path = self._desk.files.path_of(file.sha256)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        work = self._desk.heavy.run(tables_in, path, file.filnamn)
        self._desk.jobs.run(work, self._parent, self._found, label="Läser tabellerna")

    def _found(self, tables: tuple[Tabell, ...]) -> None:
        from ui.överenskommelse.read_dialog import ReadDialog

        if not tables:
            self._desk.messages.error(_NONE)
            return
        ReadDialog(self._desk, self._parent, tables, self._saver.add_tables)

    def empty(self) -> None:
        """Begin an empty table, to be written by hand."""
        rubrik = self._ask("Ny tabell", "Vad heter tabellen?")
        post = (
            self._ask("Ny tabell", "Vad är pengarna till? (den första kolumnen)") if rubrik else ""
        )
        if rubrik and post:
            self._saver.add_tables((Tabell(new_id(), rubrik, (post,), ()),))

    def edited(self, tabell: Tabell) -> None:
        """Keep a table that was written in."""
        self._saver.table("ändra ett belopp", tabell)

    def refused(self, text: str) -> None:
        """Say that what was written is no amount."""
        self._desk.messages.notice(
            f"«{text}» är inget belopp i hela kronor. Skriv till exempel 762 149 317."
        )

    def rename(self, tabell: Tabell) -> None:
        """Ask for the name of a table."""
        name = self._ask("Byt namn på tabellen", "Vad heter tabellen?", tabell.rubrik)
        if name:
            self._saver.table("byt namn på en tabell", replace(tabell, rubrik=name))

    def add_row(self, tabell: Tabell, after: Rad | None) -> None:
        """Ask who gets the money, and add a row."""
        name = self._ask("Ny rad", "Vem får pengarna?")
        if not name:
            return
        at = tabell.rader.index(after) + 1 if after in tabell.rader else len(tabell.rader)
        rader = (*tabell.rader[:at], Rad(new_id(), name), *tabell.rader[at:])
        self._saver.table(f"lägg till {name}", replace(tabell, rader=rader))

    def remove_row(self, tabell: Tabell, rad: Rad) -> None:
        """Take a row away."""
        rader = tuple(one for one in tabell.rader if one.id != rad.id)
        if self._saver.table(f"ta bort {rad.mottagare}", replace(tabell, rader=rader)):
            self._desk.messages.notice(f"Raden {rad.mottagare} togs bort. Ctrl+Z ångrar.")

    def add_post(self, tabell: Tabell) -> None:
        """Ask for the name of a column, and add it."""
        name = self._ask("Ny kolumn", "Vad är pengarna till?")
        if name:
            self._saver.table(f"lägg till kolumnen {name}", with_post(tabell, name))

    def rename_post(self, tabell: Tabell, post: str) -> None:
        """Ask for another name of a column."""
        name = self._ask("Byt namn på kolumnen", "Vad är pengarna till?", post)
        if name and name != post:
            self._saver.table(f"byt namn på kolumnen {post}", renamed(tabell, post, name))

    def remove_post(self, tabell: Tabell, post: str) -> None:
        """Take a column away."""
        if self._saver.table(f"ta bort kolumnen {post}", without_post(tabell, post)):
            self._desk.messages.notice(f"Kolumnen {post} togs bort. Ctrl+Z ångrar.")

    def remove(self, tabell: Tabell) -> None:
        """Take a table away."""
        if self._saver.remove_table(tabell):
            self._desk.messages.notice("Tabellen togs bort. Ctrl+Z ångrar.")

    def _ask(self, title: str, what: str, text: str = "") -> str:
        self._desk.editor.flush()
        said = self._desk.messages.ask_text(title, what, text)
        return " ".join((said or "").split())


def with_post(tabell: Tabell, post: str) -> Tabell:
    """Return a table with a column more; it stays as it is when it has that one."""
    return tabell if post in tabell.poster else replace(tabell, poster=(*tabell.poster, post))


def renamed(tabell: Tabell, post: str, name: str) -> Tabell:
    """Return a table whose column `post` is called `name`; unchanged if another is called so."""
    if name in tabell.poster:
        return tabell

    def moved(known: dict[str, int]) -> dict[str, int]:
        return {name if key == post else key: amount for key, amount in known.items()}

    return replace(
        tabell,
        poster=tuple(name if one == post else one for one in tabell.poster),
        rader=tuple(replace(one, belopp=moved(one.belopp)) for one in tabell.rader),
        summor=moved(tabell.summor),
    )


def without_post(tabell: Tabell, post: str) -> Tabell:
    """Return a table without a column."""

    def rest(known: dict[str, int]) -> dict[str, int]:
        return {key: amount for key, amount in known.items() if key != post}

    return replace(
        tabell,
        poster=tuple(one for one in tabell.poster if one != post),
        rader=tuple(replace(one, belopp=rest(one.belopp)) for one in tabell.rader),
        summor=rest(tabell.summor),
    )
