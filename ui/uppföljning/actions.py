"""What the user can do with a bevakning, from the page, the overview or a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.commands import RemoveBevakning, ReopenBevakning
from nämnd.bevakning.queries import bevakning
from nämnd.bevakning.values import BevakningRow, Läge
from nämnd.core.errors import GoneError
from nämnd.error_messages import message_for
from ui.uppföljning.agenda_dialog import put_on_dagordning
from ui.uppföljning.dialogs import change_bevakning, named
from ui.uppföljning.small_dialogs import CloseDialog, MoveDialog, ReportDialog, report_of

if TYPE_CHECKING:
    from ui.desk import Desk, Go


class BevakningActions:
    """Asks and tells over `parent`."""

    def __init__(self, desk: Desk, go: Go, parent: QWidget) -> None:
        """Do nothing yet."""
        self._desk, self._go, self._parent = desk, go, parent

    def put_on_dagordning(self, one: BevakningRow) -> None:
        """Let the user choose the sammanträde, and put it there."""
        if one.läge is Läge.ÖPPEN:
            put_on_dagordning(self._desk, self._go, self._parent, one)

    def change(self, one: BevakningRow) -> None:
        """Let the user change it; one that is closed is opened first."""
        if one.avslutad is None:
            change_bevakning(self._desk, self._parent, one)

    def move(self, one: BevakningRow) -> None:
        """Let it be due another time."""
        if one.avslutad is None:
            self._desk.editor.flush()
            MoveDialog(self._desk, self._parent, one)

    def close(self, one: BevakningRow) -> None:
        """Ask how it ended."""
        if one.avslutad is None:
            self._desk.editor.flush()
            CloseDialog(self._desk, self._parent, one)

    def report(self, one: BevakningRow) -> None:
        """Ask whether it is finished or comes back."""
        waits = report_of(one)
        if waits is not None:
            self._desk.editor.flush()
            ReportDialog(self._desk, self._parent, one, waits)

    def reopen(self, one: BevakningRow) -> None:
        """Take back that it is closed."""
        self._desk.editor.flush()
        name = named(one.draft.rubrik)
        self._desk.editor.do(ReopenBevakning(bevakning_id=one.id), f"öppna {name} igen")

    def remove(self, one: BevakningRow) -> None:
        """Take away one that was entered by mistake."""
        self._desk.editor.flush()
        name = named(one.draft.rubrik)
        command = RemoveBevakning(bevakning_id=one.id)
        if self._desk.editor.do(command, f"ta bort bevakningen {name}") is not None:
            self._desk.messages.notice(f"{name} bevakas inte längre. Ctrl+Z ångrar.")

    def remind(self, one: BevakningRow) -> None:
        """Make a mail to the responsible."""
        from ui.uppföljning.reminding import begin_reminding

        begin_reminding(self._desk, self._go, self._parent, (one.id,))

    def save_calendar(self, one: BevakningRow) -> None:
        """Let the user save it for a calendar."""
        from ui.uppföljning.calendars import save_bevakningar

        save_bevakningar(self._desk, (one,))

    def open_punkt(self, one: BevakningRow) -> None:
        """Go to the § or punkt where it is reported."""
        last = one.rapporter[-1] if one.rapporter else None
        if last is None:
            return
        if last.paragraf_id is not None:
            self._go.to_protokoll(last.sammanträde_id, last.paragraf_id)
        else:
            self._go.to_sammanträde(last.sammanträde_id, last.punkt_id)

    def open_source(self, one: BevakningRow) -> None:
        """Go to what it comes from."""
        open_source(self._desk, self._go, one)


def open_source(desk: Desk, go: Go, one: BevakningRow) -> None:
    """Go to the delprojekt, redovisning, överenskommelse, § or ärende that a bevakning is of."""
    källa = one.draft.källa
    if källa.delprojekt_id:
        go.to_delprojekt(källa.delprojekt_id)
    elif källa.redovisning_id:
        go.to_redovisning(källa.redovisning_id)
    elif källa.överenskommelse_id:
        go.to_överenskommelse(källa.överenskommelse_id)
    elif källa.paragraf_id:
        _to_paragraf(desk, go, källa.paragraf_id)
    elif källa.handling_id:
        _to_handling(desk, go, källa.handling_id)
    elif källa.ärende_id:
        go.to_ärende(källa.ärende_id)


def source_name(one: BevakningRow) -> str:
    """Return what `open_source` leads to: «paragrafen»; nothing when it is nothing."""
    källa = one.draft.källa
    named_by = (
        (källa.delprojekt_id, "delprojektet"),
        (källa.redovisning_id, "redovisningen"),
        (källa.överenskommelse_id, "överenskommelsen"),
        (källa.paragraf_id, "paragrafen"),
        (källa.handling_id, "handlingen"),
        (källa.ärende_id, "ärendet"),
    )
    return next((name for key, name in named_by if key), "")


def _to_paragraf(desk: Desk, go: Go, paragraf_id: str) -> None:
    from nämnd.protokoll.queries import sammanträde_of

    try:
        key = desk.store.ask(lambda session: sammanträde_of(session, paragraf_id))
    except GoneError as error:
        desk.messages.error(message_for(error))
        return
    go.to_protokoll(key, paragraf_id)


def _to_handling(desk: Desk, go: Go, handling_id: str) -> None:
    from nämnd.ärende.handling_queries import ärende_of

    try:
        key = desk.store.ask(lambda session: ärende_of(session, handling_id))
    except GoneError as error:
        desk.messages.error(message_for(error))
        return
    go.to_ärende(key, handling_id)


def begin_report(desk: Desk, go: Go, parent: QWidget, bevakning_id: str) -> None:
    """Ask whether a bevakning that was reported is finished or comes back."""
    one = desk.store.ask(lambda session: bevakning(session, bevakning_id, desk.today))
    BevakningActions(desk, go, parent).report(one)
