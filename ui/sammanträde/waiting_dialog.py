"""«Från ärende …»: what waits for a dagordning, and any other ärende, put on it with its texts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.proposals import put
from nämnd.beredning.values import Waiting, Waits
from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.core.swedish import sort_key
from nämnd.ärende.queries import ÄrendeRow
from ui.desk import Desk
from ui.toolkit.chips import in_card
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, label, row
from ui.toolkit.table import Column, RowTable
from ui.ärende_field import ÄrendeInput

_WIDTH, _LIST = 900, 260  # the design's pixels
_WHAT = (
    "Punkten får ärendets rubrik, förslag och handlingar: inget skrivs om. Markera flera rader för "
    "att lägga på dem på en gång."
)
_EMPTY = "Inget väntar på en dagordning."
_SHORT = {
    Waits.BRÅDSKANDE: "brådskande beslut",
    Waits.BEVAKNING: "ska följas upp",
    Waits.BORDLAGT: "bordlagt",
    Waits.ÅTERREMITTERAT: "återremitterat",
    Waits.DELEGATION: "delegationsbeslut",
    Waits.ANMÄLAN: "ska anmälas",
    Waits.VÄNTAR: "väntar",
}


def _where(one: Waiting) -> str:
    return ", ".join(filter(None, (one.where, one.till and f"till {one.till}")))


_COLUMNS: tuple[Column[Waiting], ...] = (
    Column(
        "Varför",
        lambda one: _SHORT[one.why],
        lambda one: list(Waits).index(one.why),
        17,
        chip=lambda one: Role.WARN if one.must else Role.NOTE,
        tip=lambda one: one.why.value,
    ),
    Column("Vad", lambda one: one.rubrik, lambda one: sort_key(one.rubrik), strong=True),
    Column("Dnr", lambda one: one.dnr or "", lambda one: sort_key(one.dnr or ""), 15),
    Column("Var det står", _where, lambda one: sort_key(_where(one)), 28),
)


class WaitingDialog(DialogFrame):
    """What waits is chosen in a list; an ärende that does not wait is written in."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        sammanträde_id: str,
        *,
        waiting: tuple[Waiting, ...],
        ärenden: tuple[ÄrendeRow, ...],
        done: Callable[[str | None], object],
    ) -> None:
        """Show what waits. `done` gets the id of the punkt of another ärende, or None."""
        super().__init__(desk.theme, parent, "Från ärende", width=_WIDTH)
        self._desk, self._sammanträde_id, self._done = desk, sammanträde_id, done
        self.table: RowTable[Waiting] = RowTable(
            desk.theme,
            _COLUMNS,
            lambda one: (one.why, one.key),
            name="Väntar på en dagordning",
            empty=_EMPTY,
        )
        self.other = ÄrendeInput(desk.theme)
        self.other.offer(ärenden)
        self._lay_out(bool(waiting))
        self.table.show_rows(waiting)
        self.begin(self._save, problems=self._wrong, keep="&Lägg på dagordningen")
        if waiting:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, anything: bool) -> None:  # noqa: FBT001 - says what there is
        theme = self._desk.theme
        self.body.addWidget(label(_WHAT, Label.MUTED, wrap=True))
        self.table.setMinimumHeight(theme.px(_LIST if anything else _LIST // 3))
        self.body.addWidget(in_card(theme, self.table), 1)
        name = label("Ett annat ä&rende", Label.LABEL)
        name.setBuddy(self.other)
        self.other.setAccessibleName("Ett annat ärende")
        written = row(name, self.other, spacing=theme.px(10))
        written.setStretch(1, 1)
        self.body.addLayout(written)
        self.table.selectionModel().selectionChanged.connect(self._recheck)
        self.table.opened.connect(self._keep_it)
        self.other.editTextChanged.connect(self._recheck)

    def _recheck(self, *_: object) -> None:
        self.check()

    def _keep_it(self, _: Waiting) -> None:
        self.keep.click()

    def _wrong(self) -> tuple[str, ...]:
        if self.other.value() and self.other.chosen() is None:
            return ("Det ärendet finns inte i diariet. Välj ett i listan.",)
        if not self.other.value() and not self.table.selected():
            return ("Välj något som väntar, eller skriv ett ärende.",)
        return ()

    def _save(self) -> bool:
        other, chosen = self.other.chosen(), self.table.selected()
        commands: list[Command] = []
        punkt_id: str | None = None
        if chosen:
            commands.append(put(chosen, self._sammanträde_id, self._desk.when))
        if other is not None:
            punkt_id = new_id()
            commands.append(
                PutOnDagordning(
                    sammanträde_id=self._sammanträde_id,
                    when=self._desk.when,
                    ärende_id=other.id,
                    punkt_id=punkt_id,
                )
            )
        if self._desk.editor.do(Together(tuple(commands)), _label(chosen, other)) is None:
            return False
        self._done(punkt_id)
        return True


def _label(chosen: tuple[Waiting, ...], other: ÄrendeRow | None) -> str:
    names = [one.dnr or one.rubrik for one in chosen] + ([other.dnr] if other else [])
    what = names[0] if len(names) == 1 else f"{len(names)} ärenden"
    return f"lägg {what} på dagordningen"
