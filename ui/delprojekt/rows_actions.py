"""What the user can do to the beslut, åtgärder and behov of a delprojekt."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.core.swedish import counted
from nämnd.delprojekt.values import BehovRow, Beslut, Sats, ÅtgärdRow
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.saving import DelprojektSaver, inserted, moved, put, without
from ui.delprojekt.small_dialogs import BehovDialog, BeslutDialog, PasteDialog, ÅtgärdDialog
from ui.desk import Desk


class RowsActions:
    """Works on the delprojekt that is shown."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._parent = desk, parent
        self.saver = DelprojektSaver(desk)
        self._loaded: Loaded | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Work on another delprojekt."""
        self._loaded = loaded
        self.saver.about(loaded.view.id)

    # beslut

    def beslut(self, one: Beslut | None = None) -> None:
        """Let the user write a beslut, or change one."""
        self._desk.editor.flush()
        BeslutDialog(self._desk, self._parent, one, self._keep_beslut, self._remove_beslut)

    def comment(self, sats: Sats) -> None:
        """Ask for the comment of an att-sats."""
        self._desk.editor.flush()
        said = self._desk.messages.ask_text(
            "Kommentar", "Hur långt har det kommit?", sats.kommentar
        )
        if said is not None and said.strip() != sats.kommentar:
            self.saver.state(sats, sats.läge, said.strip())

    def _keep_beslut(self, one: Beslut) -> bool:
        def in_order(rows: tuple[Beslut, ...]) -> list[Beslut]:
            return sorted(put(rows, one), key=lambda each: each.datum)

        return self.saver.beslut("skriv ett beslut", in_order)

    def _remove_beslut(self, one: Beslut) -> bool:
        return self.saver.beslut("ta bort ett beslut", lambda rows: without(rows, (one.id,)))

    # åtgärder

    def åtgärd(self, after: str | None = None) -> None:
        """Let the user write a new åtgärd, after the one with that id."""
        self._desk.editor.flush()
        ÅtgärdDialog(self._desk, self._parent, None, lambda one: self._keep_åtgärd(one, after))

    def change_åtgärd(self, key: str | None) -> None:
        """Let the user change an åtgärd."""
        self._desk.editor.flush()
        rows = self._loaded.view.draft.åtgärder if self._loaded else ()
        found = next((one for one in rows if one.id == key), None)
        if found is not None:
            ÅtgärdDialog(self._desk, self._parent, found, lambda one: self._keep_åtgärd(one, None))

    def paste_åtgärder(self, after: str | None = None) -> None:
        """Let the user paste several at once."""
        self._desk.editor.flush()

        def keep(texts: tuple[str, ...]) -> bool:
            new = tuple(ÅtgärdRow(new_id(), text) for text in texts)
            what = f"lägg till {counted(len(new), 'åtgärd', 'åtgärder')}"
            return self.saver.åtgärder(what, lambda rows: inserted(rows, new, after))

        PasteDialog(self._desk, self._parent, "åtgärder", keep)

    def move_åtgärder(self, ids: Sequence[str], to: int) -> None:
        """Put åtgärder in another place."""
        self.saver.åtgärder("flytta åtgärder", lambda rows: moved(rows, ids, to))

    def remove_åtgärder(self, ids: Sequence[str]) -> None:
        """Take åtgärder away."""
        if ids and self.saver.åtgärder("ta bort åtgärder", lambda rows: without(rows, ids)):
            what = counted(len(ids), "åtgärd togs bort", "åtgärder togs bort")
            self._desk.messages.notice(f"{what}. Ctrl+Z ångrar.")

    def indent(self, ids: Sequence[str]) -> None:
        """Put åtgärder under the one before, or back."""
        chosen = set(ids)

        def change(rows: tuple[ÅtgärdRow, ...]) -> list[ÅtgärdRow]:
            deep = any(one.nivå == 1 for one in rows if one.id in chosen)
            return [
                replace(one, nivå=2 if deep and at else 1) if one.id in chosen else one
                for at, one in enumerate(rows)
            ]

        self.saver.åtgärder("ändra nivå på åtgärder", change)

    def _keep_åtgärd(self, one: ÅtgärdRow, after: str | None) -> bool:
        return self.saver.åtgärder("skriv en åtgärd", lambda rows: put(rows, one, after))

    # behov

    def need(self, after: str | None = None) -> None:
        """Let the user write a new need."""
        self._desk.editor.flush()
        BehovDialog(self._desk, self._parent, None, lambda one: self._keep_need(one, after))

    def change_need(self, key: str | None) -> None:
        """Let the user change a need."""
        self._desk.editor.flush()
        rows = self._loaded.view.draft.behov if self._loaded else ()
        found = next((one for one in rows if one.id == key), None)
        if found is not None:
            BehovDialog(self._desk, self._parent, found, lambda one: self._keep_need(one, None))

    def paste_needs(self, after: str | None = None) -> None:
        """Let the user paste several at once."""
        self._desk.editor.flush()

        def keep(texts: tuple[str, ...]) -> bool:
            new = tuple(BehovRow(new_id(), text) for text in texts)
            return self.saver.behov(
                f"lägg till {len(new)} behov", lambda rows: inserted(rows, new, after)
            )

        PasteDialog(self._desk, self._parent, "behov", keep)

    def move_needs(self, ids: Sequence[str], to: int) -> None:
        """Put needs in another place."""
        self.saver.behov("flytta behov", lambda rows: moved(rows, ids, to))

    def remove_needs(self, ids: Sequence[str]) -> None:
        """Take needs away."""
        if ids and self.saver.behov("ta bort behov", lambda rows: without(rows, ids)):
            self._desk.messages.notice("Behovet togs bort. Ctrl+Z ångrar.")

    def solve(self, ids: Sequence[str]) -> None:
        """Say that needs are met today; or, when all of them are, that they are not."""
        chosen, today = set(ids), self._desk.today

        def change(rows: tuple[BehovRow, ...]) -> list[BehovRow]:
            left = any(one.löst is None for one in rows if one.id in chosen)
            return [
                replace(one, löst=(one.löst or today) if left else None)
                if one.id in chosen
                else one
                for one in rows
            ]

        self.saver.behov("ange att behov är lösta eller inte", change)

    def _keep_need(self, one: BehovRow, after: str | None) -> bool:
        return self.saver.behov("skriv ett behov", lambda rows: put(rows, one, after))
