"""What the user can do to a delprojekt."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.values import Källa
from nämnd.core.errors import NämndError
from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import AddRapport, RemoveDelprojekt, ReopenDelprojekt
from nämnd.delprojekt.queries import next_rapport
from nämnd.delprojekt.values import Beslut
from nämnd.error_messages import message_for
from nämnd.protokoll.queries import sammanträde_of
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.words import named
from ui.desk import Desk, Go


class DelprojektActions:
    """Works on the delprojekt that is shown."""

    def __init__(
        self, desk: Desk, go: Go, parent: QWidget, open_rapport: Callable[[str], object]
    ) -> None:
        """Ask and tell over `parent`; `open_rapport` shows a report that was begun."""
        self._desk, self._go, self._parent = desk, go, parent
        self._open_rapport = open_rapport
        self._loaded: Loaded | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Work on another delprojekt."""
        self._loaded = loaded

    def offered(self) -> tuple[tuple[str, Callable[[], object] | None], ...]:
        """Return what can be done now, with its words; None: a line between."""
        if self._loaded is None:
            return ()
        closed = self._loaded.view.avslutat is not None
        state = ("Öppna delprojektet igen", self.reopen) if closed else ("Avsluta …", self.close)
        return (
            ("Ändra uppgifterna …", self.change),
            *(() if closed else (("Ny rapport", self.new_rapport),)),
            ("Bevaka …", self.watch),
            ("Programrapport …", self.export),
            ("", None),
            state,
            ("Ta bort delprojektet", self.remove),
        )

    def change(self) -> None:
        """Let the user change what is written of it."""
        from ui.delprojekt.dialogs import change_delprojekt

        if self._loaded is not None:
            change_delprojekt(self._desk, self._parent, self._loaded.view)

    def to_ärende(self) -> None:
        """Go to its ärende."""
        key = self._loaded.view.draft.ärende_id if self._loaded else None
        if key is not None:
            self._go.to_ärende(key)

    def to_paragraf(self, one: Beslut) -> None:
        """Go to the § of a beslut."""
        key = one.paragraf_id or ""
        try:
            meeting = self._desk.store.ask(lambda session: sammanträde_of(session, key))
        except NämndError as error:  # the § is gone
            self._desk.messages.error(message_for(error))
            return
        self._go.to_protokoll(meeting, key)

    def watch(self) -> None:
        """Let the user write a bevakning of it, from its last beslut."""
        self._desk.editor.flush()
        if self._loaded is None:
            return
        view = self._loaded.view
        last = view.draft.beslut[-1] if view.draft.beslut else None
        källa = Källa(
            delprojekt_id=view.id,
            ärende_id=view.draft.ärende_id,
            paragraf_id=last.paragraf_id if last else None,
            beslutsdatum=last.datum if last else None,
            beslutsparagraf=last.paragraf if last else None,
        )
        self._go.watch(källa, f"Uppföljning av {named(view.draft)} {view.draft.rubrik}")

    def new_rapport(self) -> None:
        """Begin a report, filled in from the last one, and open it."""
        self._desk.editor.flush()
        if self._loaded is None:
            return
        view, key, today = self._loaded.view, new_id(), self._desk.today
        draft = self._desk.store.ask(lambda session: next_rapport(session, view.id, today))
        command = AddRapport(delprojekt_id=view.id, draft=draft, rapport_id=key)
        if self._desk.editor.do(command, f"ny rapport om {named(view.draft)}") is not None:
            self._open_rapport(key)

    def put_on_dagordning(self) -> None:
        """Let the user put it on a dagordning, with its newest report as bilagor."""
        from ui.delprojekt.agenda_dialog import put_on_dagordning

        self._desk.editor.flush()
        if self._loaded is not None:
            put_on_dagordning(self._desk, self._go, self._parent, self._loaded)

    def export(self) -> None:
        """Let the user save the report of its program."""
        from ui.delprojekt.export_dialog import export_program

        if self._loaded is not None:
            view = self._loaded.view
            export_program(self._desk, self._parent, view.nämnd_id, view.draft.program)

    def close(self) -> None:
        """Ask when it was closed."""
        from ui.delprojekt.small_dialogs import CloseDialog

        self._desk.editor.flush()
        if self._loaded is not None:
            left = sum(one.avslutad is None for one in self._loaded.bevakningar)
            CloseDialog(self._desk, self._parent, self._loaded.view, left)

    def reopen(self) -> None:
        """Open it again."""
        if self._loaded is not None:
            view = self._loaded.view
            command = ReopenDelprojekt(delprojekt_id=view.id)
            self._desk.editor.do(command, f"öppna {named(view.draft)} igen")

    def remove(self) -> None:
        """Ask, and remove it."""
        if self._loaded is None:
            return
        self._desk.editor.flush()
        view = self._loaded.view
        question = (
            f"Ta bort {named(view.draft)} med beslut, åtgärder, behov och utkast till rapporter?"
        )
        if not self._desk.messages.confirm(question, yes="Ta bort"):
            return
        command = RemoveDelprojekt(delprojekt_id=view.id)
        if self._desk.editor.do(command, f"ta bort {named(view.draft)}") is not None:
            self._desk.messages.notice("Delprojektet togs bort. Ctrl+Z ångrar.")
