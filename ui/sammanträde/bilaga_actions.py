"""What the user can do to the bilagor of a punkt, each one step of undo."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from nämnd.bilaga.names import title_of
from nämnd.core.changes import Command, Together
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.sammanträde.bilaga_commands import (
    AddBilagor,
    MoveBilaga,
    RemoveBilaga,
    ReplaceFile,
    SaveBilaga,
)
from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, PunktRow
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga
from nämnd.sammanträde.queries import dagordning
from ui.desk import Desk
from ui.opening import Opener
from ui.sammanträde.adding import Taken, take_files
from ui.sammanträde.punkt_rows import handlingar_text

NEW = "Ny handling"
_KINDS = (
    ("Dokument", "*.pdf *.docx *.doc *.odt *.rtf *.xlsx *.xls *.ods *.pptx *.ppt *.odp *.txt"),
    ("Bilder", "*.png *.jpg *.jpeg *.tif *.tiff"),
)


class BilagaActions(QObject):
    """Runs the commands on the bilagor of one sammanträde.

    Attributes:
        sammanträde_id: whose bilagor they are.
        adding: a file that has come in is being added now; the user may be doing something else.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Work at `desk`."""
        super().__init__(parent)
        self._desk = desk
        self._opener = Opener(desk.files)
        self.sammanträde_id = ""
        self.adding = False

    def choose_files(self, punkt_id: str) -> None:
        """Let the user choose files, and add them."""
        self.add_files(punkt_id, self._desk.messages.open_files("Lägg till handlingar", _KINDS))

    def add_files(self, punkt_id: str, paths: Sequence[Path]) -> None:
        """Take files in and add them as bilagor, last, in one step."""
        punkt = self._punkt(punkt_id)
        if not paths or punkt is None:
            return
        self._desk.editor.flush()
        self._desk.jobs.run(
            take_files(self._desk.files, self._desk.heavy, tuple(paths)),
            self,
            lambda taken: self._add(punkt, taken),
            label=f"Lägger till {_files(len(paths))} …",
        )

    def add_without_file(self, punkt_id: str) -> str | None:
        """Add a bilaga whose file comes later; return its id."""
        punkt = self._punkt(punkt_id)
        if punkt is None:
            return None
        self._desk.editor.flush()
        new = NewBilaga(BilagaDraft(NEW))
        command = AddBilagor(punkt_id=punkt_id, new=(new,), when=self._desk.when)
        done = self._desk.editor.do(command, f"lägg till handling i punkt {punkt.nummer}")
        return None if done is None else new.bilaga_id

    def choose_replacement(self, bilaga_id: str) -> None:
        """Let the user choose a new version of the file."""
        bilaga = self._bilaga(bilaga_id)
        if bilaga is None:
            return
        path = self._desk.messages.open_file(f"Fil till bilaga {bilaga.beteckning}", _KINDS)
        if path is not None:
            self._desk.jobs.run(
                take_files(self._desk.files, self._desk.heavy, (path,)),
                self,
                lambda taken: self._replace(bilaga, taken),
                label=f"Byter fil för bilaga {bilaga.beteckning} …",
            )

    def save(self, bilaga_id: str, what: str, **changes: Any) -> None:  # noqa: ANN401 - the fields of BilagaDraft
        """Change what is written about a bilaga; `what` names it for undo."""
        bilaga = self._bilaga(bilaga_id)
        if bilaga is None:
            return
        draft = BilagaDraft(bilaga.rubrik, bilaga.anmärkning, bilaga.i_utskicket)
        command = SaveBilaga(bilaga_id=bilaga_id, draft=replace(draft, **changes))
        label = f"ändra {what} för bilaga {bilaga.beteckning}"
        self._desk.editor.do(command, label, merge_key=f"{bilaga_id}:{what}")

    def move(self, ids: Sequence[str], punkt_id: str, to: int | None = None) -> None:
        """Move bilagor so that the first stands at place `to` (1 is first) under a punkt, or last.

        Each of the punkt's bilagor is put in its new place from the top, so none pushes another.
        """
        chosen, punkt = self._chosen(ids), self._punkt(punkt_id)
        if not chosen or punkt is None:
            return
        self._desk.editor.flush()
        staying = [one for one in punkt.bilagor if one.id not in ids]
        before = len(staying) if to is None else max(0, to - 1)
        order = [*staying[:before], *chosen, *staying[before:]]
        commands = tuple(
            MoveBilaga(bilaga_id=one.id, punkt_id=punkt_id, to=place)
            for place, one in enumerate(order, start=1)
        )
        stays = {one.id for one in chosen} <= {one.id for one in punkt.bilagor}
        tail = "" if stays else f" till punkt {punkt.nummer}"
        self._desk.editor.do(Together(commands), f"flytta {_name(chosen)}{tail}")

    def remove(self, ids: Sequence[str]) -> None:
        """Take bilagor off the dagordning and say how to get them back."""
        chosen = self._chosen(ids)
        if not chosen:
            return
        self._desk.editor.flush()
        commands = tuple(RemoveBilaga(bilaga_id=one.id) for one in chosen)
        name = _name(chosen)
        if self._desk.editor.do(Together(commands), f"ta bort {name}") is not None:
            self._desk.messages.notice(f"{name[0].upper()}{name[1:]} togs bort. Ctrl+Z ångrar.")

    def open(self, bilaga_id: str) -> None:
        """Open the file, or say why it is not opened."""
        bilaga = self._bilaga(bilaga_id)
        if bilaga is None:
            return
        try:
            why = self._open(bilaga)
        except NämndError as error:  # the store does not have it whole
            why = message_for(error)
        if why:
            self._desk.messages.error(why)

    def _open(self, bilaga: BilagaRow) -> str:
        if bilaga.fil is None:
            return f"Bilaga {bilaga.beteckning} har ingen fil än."
        title = f"{bilaga.beteckning} {bilaga.rubrik}"
        return self._opener.open(bilaga.fil.sha256, bilaga.fil.filnamn, title)

    def _add(self, punkt: PunktRow, taken: Taken) -> None:
        if taken.files:
            new = tuple(NewBilaga(BilagaDraft(title_of(one.name)), one) for one in taken.files)
            command = AddBilagor(punkt_id=punkt.id, new=new, when=self._desk.when)
            what = "handling" if len(new) == 1 else handlingar_text(len(new))
            self._do_in_passing(command, f"lägg till {what} i punkt {punkt.nummer}")
        self._tell(taken)

    def _replace(self, bilaga: BilagaRow, taken: Taken) -> None:
        for file in taken.files[:1]:
            command = ReplaceFile(bilaga_id=bilaga.id, file=file, when=self._desk.when)
            self._do_in_passing(command, f"byt fil för bilaga {bilaga.beteckning}")
        self._tell(taken)

    def _do_in_passing(self, command: Command, label: str) -> None:
        self.adding = True
        try:
            self._desk.editor.do(command, label)
        finally:
            self.adding = False

    def _tell(self, taken: Taken) -> None:
        if taken.refused:
            self._desk.messages.error("\n\n".join(map(message_for, taken.refused)))

    def _now(self) -> Dagordning:
        return self._desk.store.ask(lambda session: dagordning(session, self.sammanträde_id))

    def _punkt(self, punkt_id: str) -> PunktRow | None:
        return next((one for one in self._now().punkter if one.id == punkt_id), None)

    def _bilaga(self, bilaga_id: str) -> BilagaRow | None:
        return next(iter(self._chosen((bilaga_id,))), None)

    def _chosen(self, ids: Sequence[str]) -> tuple[BilagaRow, ...]:
        return tuple(one for one in self._now().bilagor if one.id in ids)


def _files(number: int) -> str:
    return "en fil" if number == 1 else f"{number} filer"


def _name(bilagor: Sequence[BilagaRow]) -> str:
    if len(bilagor) == 1:
        return f"bilaga {bilagor[0].beteckning}"
    return handlingar_text(len(bilagor))
