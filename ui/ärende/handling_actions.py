"""What the user can do to the handlingar of an ärende."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.values import Källa
from nämnd.bilaga.names import safe_name, suffix_of
from nämnd.core.beside import save_beside
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.inkorg.values import Gathered
from nämnd.ärende.handling_commands import AddVersion
from nämnd.ärende.rules import beteckning
from nämnd.ärende.values import HandlingRow, VersionRow
from ui.desk import Desk, Go
from ui.file_words import NOT_TAKEN
from ui.opening import Opener
from ui.ärende.loaded import Loaded
from ui.ärende.small_dialogs import annul_handling

_KINDS = (("Alla filer", "*"),)


class HandlingActions:
    """Works on the handlingar of the ärende that is shown."""

    def __init__(self, desk: Desk, go: Go, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._go, self._parent = desk, go, parent
        self._opener = Opener(desk.files)
        self._loaded: Loaded | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Work on another ärende."""
        self._loaded = loaded

    def open(self, one: HandlingRow, version: VersionRow | None = None) -> None:
        """Open the file of a handling, or say why it is not opened."""
        file = version or one.fil
        if file is None:
            self.change(one)
            return
        title = self._file_title(one)
        if version is not None and version != one.fil:
            title = f"{title} version {version.nummer}"
        try:
            why = self._opener.open(file.sha256, file.filnamn, title)
        except NämndError as error:  # the store does not have it whole
            why = message_for(error)
        if why:
            self._desk.messages.error(why)

    def save_copy(self, one: HandlingRow) -> None:
        """Let the user save a copy of the file, whatever kind it is."""
        file = one.fil
        if file is None:
            return
        name = safe_name(self._file_title(one), suffix_of(file.filnamn))
        target = self._desk.messages.save_file("Spara en kopia", name, _KINDS)
        if target is None:
            return
        try:
            save_beside(target, self._desk.files.read(file.sha256, file.filnamn))
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        self._desk.editor.note_export(f"spara {target.name}")
        self._desk.messages.notice(f"{target.name} är sparad.")

    def change(self, one: HandlingRow) -> None:
        """Let the user change what the register has of a handling."""
        from ui.ärende.handling_dialog import HandlingDialog

        self._desk.editor.flush()
        if self._loaded is not None and one.makulerad is None:
            HandlingDialog(self._desk, self._parent, self._loaded.view, one)

    def add_without_file(self) -> None:
        """Let the user register a handling that is no file."""
        from ui.ärende.handling_dialog import HandlingDialog

        self._desk.editor.flush()
        if self._loaded is not None:
            HandlingDialog(self._desk, self._parent, self._loaded.view, None)

    def find_deadlines(self, one: HandlingRow) -> None:
        """Let the user choose what its file demands, to be followed up."""
        self._go.find_deadlines(one.id)

    def new_överenskommelse(self, one: HandlingRow) -> None:
        """Let the user enter the överenskommelse that a handling is."""
        self._go.new_överenskommelse(one.id)

    def watch(self, one: HandlingRow) -> None:
        """Let the user follow a handling up."""
        if one.makulerad is None:
            self._go.watch(Källa(handling_id=one.id), one.draft.rubrik)

    def take_in(self) -> None:
        """Let the user choose files that become handlingar."""
        if self._loaded is not None:
            self._go.take_in((), self._loaded.view.id)

    def annul(self, one: HandlingRow) -> None:
        """Ask why a handling is annulled."""
        if self._loaded is not None and one.makulerad is None:
            annul_handling(self._desk, self._parent, self._loaded.view.dnr, one)

    def new_version(self, one: HandlingRow) -> None:
        """Let the user choose a new version of the file."""
        from nämnd.inkorg.gathering import gather

        self._desk.editor.flush()
        path = self._desk.messages.open_file(f"Fil till handling {self._beteckning(one)}", _KINDS)
        if path is None:
            return
        work = gather((path,), self._desk.files, lambda _: {}, today=self._desk.today)
        label = f"Läser {path.name}"
        self._desk.jobs.run(
            work, self._parent, lambda found: self._add(one, path, found), label=label
        )

    def _add(self, one: HandlingRow, path: Path, found: Gathered) -> None:
        if not found.proposed:
            why = next((NOT_TAKEN[each.why] for each in found.left), "den går inte att läsa")
            self._desk.messages.error(f"«{path.name}» togs inte in: {why}.")
            return
        first = found.proposed[0]
        command = AddVersion(
            handling_id=one.id,
            file=replace(first.file, name=path.name),
            when=self._desk.when,
            varningar=first.warnings,
        )
        what = f"ny version av handling {self._beteckning(one)}"
        if self._desk.editor.do(command, what) is not None:
            self._desk.messages.notice(f"Handling {self._beteckning(one)} har en ny version.")

    def _file_title(self, one: HandlingRow) -> str:
        """Return what a copy is called. A name is seen where the file is not: nothing secret."""
        hidden = one.draft.dölj_rubrik or one.draft.sekretess is not None
        rubrik = "" if hidden else one.draft.rubrik
        return f"{self._beteckning(one).replace('/', '-')} {rubrik}".strip()

    def _beteckning(self, one: HandlingRow) -> str:
        dnr = self._loaded.view.dnr if self._loaded else ""
        return beteckning(dnr, one.löpnr)
