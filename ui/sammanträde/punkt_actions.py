"""What the user can do to the punkter of a dagordning, each one step of undo."""

from collections.abc import Sequence

from nämnd.core.changes import Together
from nämnd.core.ids import new_id
from nämnd.sammanträde.dagordning import Dagordning, PunktRow
from nämnd.sammanträde.drafts import PunktDraft
from nämnd.sammanträde.punkt_commands import AddPunkt, MovePunkter, RemovePunkter, WithdrawPunkt
from nämnd.sammanträde.rules import NEW_RUBRIK
from ui.desk import Desk
from ui.sammanträde.punkt_rows import name_of


class PunktActions:
    """Runs the commands. `now` is the dagordning on the screen."""

    def __init__(self, desk: Desk) -> None:
        """Work at `desk`."""
        self._desk = desk
        self.now: Dagordning | None = None

    def add(self, after: str | None) -> str | None:
        """Add a punkt after another, or last; return its id, None when it was refused."""
        if self.now is None:
            return None
        self._desk.editor.flush()
        ids = [one.id for one in self.now.punkter]
        at = ids.index(after) + 2 if after in ids else None
        grupp = next((one.grupp for one in self.now.punkter if one.id == after), None)
        command = AddPunkt(
            punkt_id=new_id(),
            sammanträde_id=self.now.sammanträde.id,
            # selected in the editor, so that typing replaces it
            draft=PunktDraft(NEW_RUBRIK, grupp=grupp),
            at=at,
        )
        done = self._desk.editor.do(command, "lägg till punkt")
        return None if done is None else command.punkt_id

    def move(self, ids: Sequence[str], to: int) -> None:
        """Move punkter so that the first of them stands at place `to`."""
        chosen = self._chosen(ids)
        if chosen:
            self._desk.editor.flush()
            command = MovePunkter(punkt_ids=tuple(ids), to=to)
            self._desk.editor.do(command, f"flytta {name_of(chosen)}")

    def remove(self, ids: Sequence[str]) -> None:
        """Remove punkter and say how to get them back."""
        chosen = self._chosen(ids)
        if not chosen:
            return
        self._desk.editor.flush()
        name = name_of(chosen)
        command = RemovePunkter(punkt_ids=tuple(one.id for one in chosen))
        if self._desk.editor.do(command, f"ta bort {name}") is not None:
            self._desk.messages.notice(f"{name.capitalize()} togs bort. Ctrl+Z ångrar.")

    def withdraw(self, ids: Sequence[str]) -> None:
        """Let punkter utgå for a reason that is asked for; those that all do come back."""
        chosen = self._chosen(ids)
        if not chosen:
            return
        self._desk.editor.flush()
        if all(one.utgår is not None for one in chosen):
            self._withdraw(chosen, None)
            return
        name = name_of(chosen)
        skäl = self._desk.messages.ask_text(
            f"Låt {name} utgå", "Varför? Skälet står i dagordningen."
        )
        if skäl is not None:
            self._withdraw(chosen, skäl)

    def _withdraw(self, chosen: tuple[PunktRow, ...], skäl: str | None) -> None:
        name = name_of(chosen)
        commands = tuple(WithdrawPunkt(punkt_id=one.id, skäl=skäl) for one in chosen)
        label = f"ta upp {name} igen" if skäl is None else f"låt {name} utgå"
        self._desk.editor.do(Together(commands), label)

    def _chosen(self, ids: Sequence[str]) -> tuple[PunktRow, ...]:
        punkter = self.now.punkter if self.now else ()
        return tuple(one for one in punkter if one.id in ids)
