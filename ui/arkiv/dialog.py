"""«Arkivera sammanträdet»: what goes into the folder, where it is put, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.arkiv.gathering import order_of
from nämnd.arkiv.making import ArkivMade, make_archive, make_archive_files, record_of
from nämnd.arkiv.queries import ArkivRow, archives
from nämnd.arkiv.sentences import summary
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from ui.arkiv.words import INSIDE, before_text, counted_text, missing_text
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.small import Label, label

if TYPE_CHECKING:
    from nämnd.arkiv.making import Converted
    from nämnd.arkiv.order import ArkivOrder
    from nämnd.arkiv.values import ArkivFil
    from nämnd.core.progress import Work
    from ui.desk import Desk

_WIDTH = 560


def open_arkiv(desk: Desk, parent: QWidget, sammanträde_id: str) -> ArkivDialog | None:
    """Open the dialog; None when it can't be archived now, and the user has been told why."""
    desk.editor.flush()
    try:
        order = order_of(
            desk.store, desk.files, sammanträde_id, who=desk.store.who, now=desk.clock()
        )
    except NämndError as error:
        desk.messages.error(message_for(error))
        return None
    earlier = desk.store.ask(lambda session: archives(session, sammanträde_id))
    return ArkivDialog(desk, parent, order, earlier)


class ArkivDialog(DialogFrame):
    """Tells what will lie in the folder; its button asks where and begins."""

    def __init__(
        self, desk: Desk, parent: QWidget, order: ArkivOrder, earlier: tuple[ArkivRow, ...]
    ) -> None:
        """Show what there is, and what is missing."""
        super().__init__(
            desk.theme, parent, "Arkivera sammanträdet", width=_WIDTH, warning=Label.BODY
        )
        self._desk, self.order = desk, order
        self._over = parent
        self.body.addWidget(label(f"{order.nämnd} {order.dag}, {order.paragrafer}", Label.HEADING))
        for text in (INSIDE, counted_text(order), before_text(earlier)):
            if text:
                self.body.addWidget(label(text, wrap=True))
        self.missing = missing_text(order)
        self.warn(self.missing)
        self.begin(self._make, keep="&Välj plats och arkivera …")
        wide = max(self.width(), self.minimumWidth())
        self.resize(wide, self.body.heightForWidth(wide))  # text that wraps needs less than it says

    def _make(self) -> bool:
        desk, order = self._desk, self.order
        parent = desk.messages.choose_folder("Välj var arkivmappen ska ligga")
        if parent is None:
            return False
        if (parent / order.name).exists():
            self.refuse(
                f"Mappen «{order.name}» finns redan där. Välj en annan plats, eller flytta den."
            )
            return False
        begin(desk, self._over, order, parent)
        return True


def begin(desk: Desk, owner: QWidget, order: ArkivOrder, parent: Path) -> None:
    """Make the folder in the helper process, record it, and tell what came of it."""

    def done(made: ArkivMade) -> None:
        try:
            outcome = desk.store.do(record_of(made), "arkivera sammanträdet")
        except NämndError as error:
            desk.messages.error(
                f"Mappen {made.folder} är gjord, men det kunde inte sparas att sammanträdet är "
                f"arkiverat. {message_for(error)}"
            )
            return
        desk.editor.changed.emit(outcome.topics)
        told = "\n".join(f"• {one}" for one in summary(made.manifest))
        if told:
            desk.messages.tell(f"Arkivmappen är klar:\n{made.folder}\n\nAtt veta:\n{told}")
        else:
            desk.messages.notice(f"Arkivmappen är klar: {made.folder}")

    def write(one: ArkivOrder, converted: Converted, folder: Path) -> Work[tuple[ArkivFil, ...]]:
        return desk.heavy.run(make_archive_files, one, converted, folder)

    work = make_archive(write, order, desk.files, parent)
    desk.jobs.run(work, owner, done, label="Arkiverar sammanträdet")
