"""What the user can do to an överenskommelse."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.values import Källa
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.överenskommelse.commands import RemoveÖverenskommelse
from ui.desk import Desk, Go
from ui.opening import Opener
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import named

_NO_FILE = (
    "Överenskommelsen har ingen fil att hitta frister i. Ta in avtalet i ärendet och välj det som "
    "handling under «Ändra …»."
)


class ÖverenskommelseActions:
    """Works on the överenskommelse that is shown."""

    def __init__(
        self, desk: Desk, go: Go, parent: QWidget, open_blankett: Callable[[str], object]
    ) -> None:
        """Ask and tell over `parent`; `open_blankett` shows a form that was begun."""
        self._desk, self._go, self._parent = desk, go, parent
        self._open_blankett = open_blankett
        self._opener = Opener(desk.files)
        self._loaded: Loaded | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Work on another one, or the same as it is now."""
        self._loaded = loaded

    def offered(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """Return what the menu has, with its words."""
        return (
            ("Ändra uppgifterna …", self.change),
            ("Bevaka …", self.watch),
            ("Ny blankett …", self.new_blankett),
            ("Ny redovisning …", self.new_redovisning),
            ("Ta bort överenskommelsen", self.remove),
        )

    def change(self) -> None:
        """Let the user change what is written of it."""
        from ui.överenskommelse.dialogs import change_överenskommelse

        if self._loaded is not None:
            change_överenskommelse(self._desk, self._parent, self._loaded.view)

    def to_ärende(self) -> None:
        """Go to its ärende, at the paper."""
        draft = self._loaded.view.draft if self._loaded else None
        if draft is not None and draft.ärende_id is not None:
            self._go.to_ärende(draft.ärende_id, draft.handling_id)

    def open_file(self) -> None:
        """Open the paper, or say why it is not opened."""
        paper = self._loaded.handling if self._loaded else None
        if paper is None or paper.fil is None:
            return
        try:
            why = self._opener.open(paper.fil.sha256, paper.fil.filnamn, paper.draft.rubrik)
        except NämndError as error:  # the store does not have it whole
            why = message_for(error)
        if why:
            self._desk.messages.error(why)

    def find_deadlines(self) -> None:
        """Let the user choose among the deadlines that the paper sets."""
        self._desk.editor.flush()
        paper = self._loaded.handling if self._loaded else None
        if paper is None or paper.fil is None:
            self._desk.messages.error(_NO_FILE)
        else:
            self._go.find_deadlines(paper.id)

    def watch(self) -> None:
        """Let the user write a bevakning that comes from it."""
        self._desk.editor.flush()
        if self._loaded is not None:
            view = self._loaded.view
            källa = Källa(överenskommelse_id=view.id, ärende_id=view.draft.ärende_id)
            self._go.watch(källa, view.draft.rubrik)

    def new_blankett(self) -> None:
        """Let the user begin a form."""
        from ui.överenskommelse.blankett_dialog import NewBlankettDialog

        self._desk.editor.flush()
        if self._loaded is not None:
            NewBlankettDialog(self._desk, self._parent, self._loaded, self._open_blankett)

    def new_redovisning(self) -> None:
        """Let the user begin a redovisning."""
        self._desk.editor.flush()
        if self._loaded is not None:
            view = self._loaded.view
            self._go.new_redovisning(view.id, view.draft.handling_id)

    def remove(self) -> None:
        """Ask, and remove it."""
        if self._loaded is None:
            return
        self._desk.editor.flush()
        view = self._loaded.view
        question = (
            f"Ta bort {named(view.draft)} med tabeller och utkast till blanketter? Bevakningarna "
            "finns kvar."
        )
        if not self._desk.messages.confirm(question, yes="Ta bort"):
            return
        command = RemoveÖverenskommelse(överenskommelse_id=view.id)
        if self._desk.editor.do(command, f"ta bort {named(view.draft)}") is not None:
            self._desk.messages.notice("Överenskommelsen togs bort. Ctrl+Z ångrar.")
