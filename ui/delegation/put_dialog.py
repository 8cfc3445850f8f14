"""Beslut that are to be reported, gathered into one punkt of a dagordning."""

from PySide6.QtWidgets import QWidget

from nämnd.beredning.commands import GatherAnmälningar
from nämnd.beredning.queries import coming_sammanträden
from nämnd.core.swedish import long_date
from nämnd.delegation.values import DelegationsbeslutRow
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label
from ui.toolkit.ticked_list import TickedList

_SHOWN = 6  # rows of the list
_WHAT = (
    "De valda besluten blir en punkt, «Anmälan av delegationsbeslut», med en bokstav för varje. "
    "Brådskande beslut ska anmälas vid nästa sammanträde (kommunallagen 6:40)."
)
_NONE = "Det finns inget kommande sammanträde. Planera ett först."


class PutDialog(FormFrame):
    """Which beslut, and on which dagordning."""

    def __init__(
        self, desk: Desk, parent: QWidget, nämnd_id: str, rows: tuple[DelegationsbeslutRow, ...]
    ) -> None:
        """Offer `rows`, all ticked, and the next sammanträde."""
        super().__init__(desk.theme, parent, "Lägg på dagordningen", width=620)
        self._desk = desk
        self.body.addWidget(label(_WHAT, Label.CAPTION, wrap=True))
        self.list = TickedList(desk.theme, "Beslut som anmäls")
        for one in sorted(rows, key=lambda row: row.draft.datum):
            urgent = " (brådskande)" if one.draft.brådskande else ""
            self.list.add(one.id, f"{one.draft.datum} {one.draft.rubrik}{urgent}", on=True)
        self.list.setMinimumHeight(desk.theme.px(30 * min(_SHOWN, len(rows)) + 8))
        self.body.addWidget(self.list.frame)
        coming = desk.store.ask(lambda session: coming_sammanträden(session, nämnd_id, desk.today))
        self.where: Choice[str] = Choice(
            desk.theme, ((one.id, long_date(one.dagar[0])) for one in coming)
        )
        self.where.choose(coming[0].id if coming else None)
        self.add("&Sammanträde", self.where)
        self.put_rows()
        self.list.itemChanged.connect(self._recheck)
        self.begin(self._save, problems=self._wrong, keep="&Lägg på dagordningen")
        self.list.setFocus()

    def _recheck(self, _: object) -> None:
        self.check()

    def _wrong(self) -> tuple[str, ...]:
        if self.where.value() is None:
            return (_NONE,)
        return () if self.list.chosen else ("Välj minst ett beslut.",)

    def _save(self) -> bool:
        chosen = self.list.chosen
        command = GatherAnmälningar(
            sammanträde_id=self.where.value() or "", beslut_ids=chosen, when=self._desk.when
        )
        if self._desk.editor.do(command, "lägg delegationsbeslut på dagordningen") is None:
            return False
        where = self.where.currentText()
        self._desk.messages.notice(f"Lagt på dagordningen {where}. Ctrl+Z ångrar.")
        return True
