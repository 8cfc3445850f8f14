"""What the user can do to an ärende, from its page and from the menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.values import Källa
from nämnd.core.ids import new_id
from nämnd.organisation.queries import nämnd_draft
from nämnd.ärende.commands import ReopenÄrende, SetWaiting
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, Underskrift
from ui.desk import Desk, Go
from ui.ärende.loaded import Loaded
from ui.ärende.small_dialogs import CloseDialog, WaitingDialog, annul_ärende
from ui.ärende.words import named
from ui.ärende.ärende_dialog import change_ärende


class ÄrendeActions:
    """Works on the ärende that is shown."""

    def __init__(self, desk: Desk, go: Go, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._go, self._parent = desk, go, parent
        self._loaded: Loaded | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Work on another ärende."""
        self._loaded = loaded

    def offered(self) -> tuple[tuple[str, Callable[[], object] | None], ...]:
        """Return what can be done now, with its words; None: a line between."""
        if self._loaded is None or self._loaded.view.makulerat is not None:
            return ()
        view = self._loaded.view
        closed, waits = view.status == "avslutat", view.draft.väntar is not None
        return (
            ("Ändra …", self.change),
            ("Ta in filer …", self.take_in),
            ("Ny skrivelse", self.new_skrivelse),
            ("Bevaka …", self.watch),
            ("", None),
            *(
                (("Vänta inte på dagordning", self.stop_waiting),)
                if waits
                else (("Låt vänta på dagordning …", self.wait),)
            ),
            ("Öppna ärendet igen", self.reopen) if closed else ("Avsluta …", self.close),
            ("", None),
            ("Makulera …", self.annul),
        )

    def change(self) -> None:
        """Let the user change what is written of it."""
        if self._loaded is not None:
            change_ärende(self._desk, self._parent, self._loaded.view)

    def watch(self) -> None:
        """Let the user follow it up."""
        if self._loaded is not None:
            view = self._loaded.view
            self._go.watch(Källa(ärende_id=view.id), view.draft.rubrik)

    def take_in(self) -> None:
        """Let the user choose files that become handlingar."""
        if self._loaded is not None:
            self._go.take_in((), self._loaded.view.id)

    def put_on_dagordning(self) -> None:
        """Let the user choose a sammanträde, and what goes along."""
        from ui.ärende.agenda_dialog import put_on_dagordning

        self._desk.editor.flush()
        if self._loaded is not None:
            put_on_dagordning(self._desk, self._go, self._parent, self._loaded)

    def new_skrivelse(self) -> None:
        """Begin a tjänsteskrivelse about the ärende, and open it."""
        if self._loaded is None:
            return
        view, key = self._loaded.view, new_id()
        nämnd = self._desk.store.ask(lambda session: nämnd_draft(session, view.nämnd_id))
        who = view.draft.handläggare
        draft = SkrivelseDraft(
            rubrik=view.draft.rubrik or view.dnr,
            datum=self._desk.today,
            till=(nämnd.namn,),
            underskrifter=(Underskrift(who),) if who else (),
        )
        command = SaveSkrivelse(skrivelse_id=key, ärende_id=view.id, draft=draft)
        if self._desk.editor.do(command, f"ny skrivelse i {named(view)}") is not None:
            self._go.to_skrivelse(key)

    def wait(self) -> None:
        """Let it wait for a dagordning."""
        if self._loaded is not None:
            self._desk.editor.flush()
            WaitingDialog(self._desk, self._parent, self._loaded.view)

    def stop_waiting(self) -> None:
        """Let it wait no longer."""
        if self._loaded is not None:
            view = self._loaded.view
            command = SetWaiting(ärende_id=view.id, väntar=None)
            self._desk.editor.do(command, f"låt inte {named(view)} vänta på en dagordning")

    def close(self) -> None:
        """Ask when it was closed."""
        if self._loaded is not None:
            self._desk.editor.flush()
            CloseDialog(self._desk, self._parent, self._loaded.view)

    def reopen(self) -> None:
        """Open it again."""
        if self._loaded is not None:
            view = self._loaded.view
            self._desk.editor.do(ReopenÄrende(ärende_id=view.id), f"öppna {named(view)} igen")

    def annul(self) -> None:
        """Ask why it is annulled."""
        if self._loaded is not None:
            annul_ärende(self._desk, self._parent, self._loaded.view)
