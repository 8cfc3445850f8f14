"""The delegationsprotokoll of a nämnd, and the signing and announcing of one."""

from PySide6.QtWidgets import QWidget

from nämnd.delegation.commands import RemoveDelegationsprotokoll, UnsignDelegationsprotokoll
from nämnd.delegation.queries import delegationsprotokoll_rows
from nämnd.delegation.values import DelegationsprotokollRow
from ui.anslag.pane import AnslagPane
from ui.anslag.papers import save_announced
from ui.delegation.dialogs import SignDialog
from ui.delegation.words import how_many, signed_text
from ui.desk import Desk, Go
from ui.toolkit.chips import Card
from ui.toolkit.controls import Choice
from ui.toolkit.small import Kind, Label, button, label, row


class ProtokollCard(Card):
    """One delegationsprotokoll at a time, chosen by its day.

    Attributes:
        which: the choice of a protokoll.
        sign, unsign, save, apart: what can be done with it.
        pane: its notices.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Delegationsprotokoll")
        self._desk, self._nämnd_id = desk, ""
        self._rows: tuple[DelegationsprotokollRow, ...] = ()
        self.empty = label(
            "Inget protokoll än. Välj beslut i listan och gör ett av dem som inte anmäls till "
            "nämnden.",
            Label.MUTED,
            wrap=True,
        )
        self.which: Choice[str] = Choice(desk.theme)
        self.which.setAccessibleName("Delegationsprotokoll att visa")
        self.beslut = label("", Label.MUTED, wrap=True)
        self.sign = button("&Undertecknat …", Kind.PRIMARY)
        self.save = button("Spara &protokollet …")
        self.unsign, self.apart = button("Ta tillbaka underskriften …"), button("Ta isär …")
        self.pane = AnslagPane(desk, go)
        self._there = QWidget()
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.reload()

    def reload(self) -> None:
        """Show what is there now; the same protokoll as before, if it still is there."""
        key, chosen = self._nämnd_id, self.which.value()
        self._rows = self._desk.store.ask(lambda session: delegationsprotokoll_rows(session, key))
        self.which.offer((one.id, f"{one.datum} · {signed_text(one)}") for one in self._rows)
        keys = [one.id for one in self._rows]
        self.which.choose(chosen if chosen in keys else next(iter(keys), None))
        self._show()

    def show_protokoll(self, protokoll_id: str) -> None:
        """Go to a protokoll."""
        self.which.choose(protokoll_id)
        self._show()

    def _build(self) -> None:
        gap = self._desk.theme.px(8)
        self.add(self.empty)
        self.add(self.which)
        self.add(self.beslut)
        acts = row(self.sign, self.save, None, self.unsign, self.apart, spacing=gap)
        self._there.setLayout(acts)
        self.add(self._there)
        self.add(self.pane)
        self.body.addStretch()
        self.which.activated.connect(self._show)
        self.sign.clicked.connect(self._sign)
        self.save.clicked.connect(self._save)
        self.unsign.clicked.connect(self._unsign)
        self.apart.clicked.connect(self._take_apart)

    def _current(self) -> DelegationsprotokollRow | None:
        key = self.which.value()
        return next((one for one in self._rows if one.id == key), None)

    def _show(self) -> None:
        one = self._current()
        self.empty.setVisible(one is None)
        for part in (self.which, self.beslut, self._there, self.pane):
            part.setVisible(one is not None)
        if one is None:
            return
        signed = one.undertecknat is not None
        names = "\n".join(f"• {each.draft.rubrik}" for each in one.beslut)
        by = f", undertecknat av {one.undertecknat_av}" if one.undertecknat_av else ""
        self.beslut.setText(f"{how_many(one.beslut)}{by}:\n{names}")
        self.sign.setVisible(not signed)
        self.apart.setVisible(not signed)
        self.unsign.setVisible(signed)
        self.pane.show_key(one.id)

    def _sign(self) -> None:
        if one := self._current():
            self._desk.editor.flush()
            SignDialog(self._desk, self, one)

    def _save(self) -> None:
        if one := self._current():
            save_announced(self._desk, self, one.id, "delegationsprotokoll")

    def _unsign(self) -> None:
        one = self._current()
        question = "Ta tillbaka underskriften? Protokollet och besluten i det kan sedan ändras."
        if one and self._desk.messages.confirm(question, yes="Ta tillbaka"):
            command = UnsignDelegationsprotokoll(protokoll_id=one.id)
            self._desk.editor.do(command, "ta tillbaka underskriften av delegationsprotokoll")

    def _take_apart(self) -> None:
        one = self._current()
        question = "Ta isär protokollet? Besluten i det står kvar i listan."
        if one and self._desk.messages.confirm(question, yes="Ta isär"):
            command = RemoveDelegationsprotokoll(protokoll_id=one.id)
            self._desk.editor.do(command, "ta isär delegationsprotokoll")
