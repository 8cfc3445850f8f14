"""What the register has of a handling, as it is registered and changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from nämnd.core.ids import new_id
from nämnd.ärende.handling_commands import ChangeHandling, NewHandling, RegisterHandlingar
from nämnd.ärende.rules import beteckning
from nämnd.ärende.values import HandlingDraft, HandlingRow, Riktning, ÄrendeView
from ui.desk import Desk
from ui.toolkit.controls import Check, Choice
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, label
from ui.ärende.secrecy_part import SecrecyPart
from ui.ärende.words import RIKTNING

_WIDTH = 640
_SLAG = ("e-post", "brev", "telefonsamtal", "missiv", "tjänsteskrivelse", "yttrande", "rapport")
_NO_FILE = (
    "Här registreras en handling som inte är en fil, till exempel ett samtal eller ett brev på "
    "papper. En fil kan läggas till efteråt. Det som är registrerat tas aldrig bort."
)


class HandlingDialog(FormFrame):
    """Date, direction, from or to, what it is; what may be secret, and what is hidden."""

    def __init__(
        self, desk: Desk, parent: QWidget, view: ÄrendeView, row: HandlingRow | None
    ) -> None:
        """Show a handling, or an empty one of today without file."""
        title = f"Ändra handling {beteckning(view.dnr, row.löpnr)}" if row else "Ny handling"
        super().__init__(desk.theme, parent, title, width=_WIDTH)
        self._desk, self._view, self._row = desk, view, row
        theme, draft = desk.theme, row.draft if row else HandlingDraft(desk.today, "")
        self.rubrik = TextInput("Vad är det?", least=1, most=4, single=True)
        self.day = day_input(draft.datum)
        self.riktning: Choice[Riktning] = Choice(theme, RIKTNING)
        self.från_till, self.slag = (
            LineInput("myndighet eller person"),
            LineInput("till exempel brev"),
        )
        self.anmäls = Check(theme, "Ska an&mälas till nämnden")
        self.secrecy = SecrecyPart(theme, draft.sekretess, today=desk.today)
        self.hide_rubrik = Check(theme, "Dö&lj vad det är i det offentliga diariet")
        self.hide_who = Check(theme, "Döl&j från vem eller till vem i det offentliga diariet")
        self._show(draft)
        self._lay_out()

    def _show(self, draft: HandlingDraft) -> None:
        self.rubrik.show_value(draft.rubrik)
        self.riktning.choose(draft.riktning)
        self.från_till.show_value(draft.från_till)
        self.slag.show_value(draft.slag)
        self.anmäls.setChecked(draft.anmäls)
        self.hide_rubrik.setChecked(draft.dölj_rubrik)
        self.hide_who.setChecked(draft.dölj_från_till)
        known = QCompleter(_SLAG, self)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.slag.setCompleter(known)

    def _lay_out(self) -> None:
        if self._row is None:
            self.body.addWidget(label(_NO_FILE, Label.CAPTION, wrap=True))
        self.add("Vad det ä&r", self.rubrik)
        self.add("&Dag", self.day)
        self.add("Rik&tning", self.riktning)
        self.add("&Från eller till", self.från_till)
        self.add("Sla&g", self.slag)
        for part in (self.anmäls, self.secrecy, self.hide_rubrik, self.hide_who):
            self.rows.addRow("", part)
        self.put_rows()
        self.rubrik.textChanged.connect(self.check)
        self.day.textChanged.connect(self.check)
        self.secrecy.changed.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="" if self._row else "&Registrera")
        self.fit()
        self.rubrik.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        nameless = () if self.rubrik.value().strip() else ("Skriv vad det är för handling.",)
        latest = self._desk.today if self._row is None else None
        return (*nameless, *day_problem(self.day, latest=latest), *self.secrecy.problems())

    def _written(self) -> HandlingDraft:
        return HandlingDraft(
            datum=self.day.value() or self._desk.today,
            rubrik=self.rubrik.value().strip(),
            riktning=self.riktning.value() or "inkommen",
            från_till=words_in(self.från_till) or None,
            slag=words_in(self.slag) or None,
            anmäls=self.anmäls.isChecked(),
            dölj_från_till=self.hide_who.isChecked(),
            dölj_rubrik=self.hide_rubrik.isChecked(),
            sekretess=self.secrecy.value(),
        )

    def _save(self) -> bool:
        draft, row = self._written(), self._row
        if row is not None:
            change = ChangeHandling(handling_id=row.id, draft=draft)
            what = f"ändra handling {beteckning(self._view.dnr, row.löpnr)}"
            return self._desk.editor.do(change, what) is not None
        command = RegisterHandlingar(
            ärende_id=self._view.id,
            new=(NewHandling(draft, handling_id=new_id()),),
            when=self._desk.when,
            today=self._desk.today,
        )
        return self._desk.editor.do(command, f"registrera handling i {self._view.dnr}") is not None
