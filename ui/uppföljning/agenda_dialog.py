"""Putting a bevakning on a dagordning: which sammanträde, a new punkt or one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.queries import coming_sammanträden
from nämnd.bevakning.commands import LinkPunkt
from nämnd.bevakning.queries import bevakning
from nämnd.bevakning.values import BevakningRow
from nämnd.core.ids import new_id
from nämnd.core.swedish import counted, short_date
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import dagordning
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label
from ui.uppföljning.dialogs import named

if TYPE_CHECKING:
    from ui.desk import Desk, Go

_NEW = ""
_LONGEST = 60  # characters of a punkt
_NO_MEETING = (
    "Det finns inget kommande sammanträde. Planera ett under Sammanträden, eller planera hela året "
    "från menyn Uppföljning."
)


class AgendaDialog(FormFrame):
    """The sammanträde and the punkt."""

    def __init__(
        self, desk: Desk, go: Go, parent: QWidget, one: BevakningRow,
        coming: tuple[SammanträdeListRow, ...],
    ) -> None:  # fmt: skip
        """Propose the sammanträde where it is due, else the next one."""
        super().__init__(desk.theme, parent, "Lägg på dagordningen", width=620)
        self._desk, self._go, self._one = desk, go, one
        self.body.addWidget(label(one.draft.rubrik, Label.STRONG, wrap=True))
        self.when: Choice[str] = Choice(
            desk.theme, ((each.id, _meeting_text(each)) for each in coming)
        )
        due_there = one.sammanträde_id in {each.id for each in coming}
        self.when.choose(one.sammanträde_id if due_there else coming[0].id)
        self.punkt: Choice[str] = Choice(desk.theme, ((_NEW, "en ny punkt"),))
        short = Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.punkt.setSizeAdjustPolicy(short)
        self.add("&Sammanträde", self.when)
        self.add("S&om", self.punkt)
        self.put_rows()
        self.when.currentIndexChanged.connect(self._offer)
        self._offer()
        self.begin(self._save, keep="&Lägg på dagordningen")
        self.when.setFocus()

    def _offer(self) -> None:
        """Offer the punkter of the sammanträde that is chosen."""
        key = self.when.value() or ""
        now = self._desk.store.ask(lambda session: dagordning(session, key))
        there = ((each.id, _punkt_text(each.nummer, each.rubrik)) for each in now.punkter)
        self.punkt.offer(((_NEW, "en ny punkt"), *there))
        if self.punkt.value() is None:
            self.punkt.choose(_NEW)

    def _save(self) -> bool:
        meeting, punkt_id = self.when.value() or "", self.punkt.value() or new_id()
        if self.punkt.value():
            command = LinkPunkt(bevakning_id=self._one.id, punkt_id=punkt_id)
        else:
            command = PutOnDagordning(
                sammanträde_id=meeting,
                bevakning_id=self._one.id,
                when=self._desk.when,
                punkt_id=punkt_id,
            )
        name = named(self._one.draft.rubrik)
        if self._desk.editor.do(command, f"lägg {name} på dagordningen") is None:
            return False
        self._desk.messages.notice(f"{name} ligger på dagordningen. Ctrl+Z ångrar.")
        self._go.to_sammanträde(meeting, punkt_id)
        return True


def put_on_dagordning(desk: Desk, go: Go, parent: QWidget, one: BevakningRow) -> None:
    """Let the user choose a sammanträde, or say that there is none."""
    desk.editor.flush()
    coming = desk.store.ask(lambda s: coming_sammanträden(s, one.nämnd_id, desk.today))
    if coming:
        AgendaDialog(desk, go, parent, one, coming)
    else:
        desk.messages.tell(_NO_MEETING)


def begin_agenda(desk: Desk, go: Go, parent: QWidget, bevakning_id: str) -> None:
    """Let the user put a bevakning on a dagordning."""
    one = desk.store.ask(lambda session: bevakning(session, bevakning_id, desk.today))
    put_on_dagordning(desk, go, parent, one)


def _meeting_text(one: SammanträdeListRow) -> str:
    day = short_date(one.dagar[0]) if one.dagar else "datum saknas"
    sent = "kallelsen är skickad" if one.kallelse else counted(one.punkter, "punkt", "punkter")
    return " · ".join(filter(None, (day, one.plats, sent)))


def _punkt_text(nummer: int | str, rubrik: str) -> str:
    text = f"punkt {nummer}. {rubrik}"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
