"""An ärende as it is registered and changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from nämnd.core.ids import new_id
from nämnd.organisation.queries import nämnd_draft
from nämnd.ärende.commands import ChangeÄrende, RegisterÄrende
from nämnd.ärende.queries import handläggare
from nämnd.ärende.values import ÄrendeDraft, ÄrendeView
from ui.desk import Desk
from ui.toolkit.controls import Check
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, label
from ui.ärende.beteckning_rows import BeteckningRows
from ui.ärende.secrecy_part import SecrecyPart
from ui.ärende.words import named

_WIDTH = 680
_HIDE = "&Dölj rubriken i det offentliga diariet"
_FINAL = (
    "Det som registreras tas aldrig bort. Blir något fel makuleras ärendet med ett skäl, och det "
    "syns."
)
_NEXT = "nästa nummer i nämndens serie"
_NO_SERIES = "Skriv ett dnr: nämnden har ingen egen diarieserie i inställningarna."


def new_ärende(
    desk: Desk, parent: QWidget, nämnd_id: str, done: Callable[[str], object]
) -> "ÄrendeDialog":
    """Let the user register an ärende; `done` gets its id."""
    desk.editor.flush()
    return ÄrendeDialog(desk, parent, nämnd_id, None, done)


def change_ärende(desk: Desk, parent: QWidget, view: ÄrendeView) -> "ÄrendeDialog":
    """Let the user change what is written of an ärende."""
    desk.editor.flush()
    return ÄrendeDialog(desk, parent, view.nämnd_id, view, lambda _: None)


class ÄrendeDialog(FormFrame):
    """What the diarium has of an ärende."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        view: ÄrendeView | None,
        done: Callable[[str], object],
    ) -> None:
        """Show an ärende, or an empty one of today."""
        title = f"Ändra ärende {view.dnr}" if view else "Nytt ärende"
        super().__init__(desk.theme, parent, title, width=_WIDTH)
        self._desk, self._nämnd_id, self._view, self._done = desk, nämnd_id, view, done
        draft = view.draft if view else ÄrendeDraft(rubrik="", öppnat=desk.today)
        theme = desk.theme
        self._series = bool(desk.store.ask(lambda s: nämnd_draft(s, nämnd_id)).diarieserie)
        self.dnr = LineInput(_NEXT if self._series else "dnr")
        self.rubrik = TextInput("Vad gäller ärendet?", least=1, most=4, single=True)
        self.öppnat = day_input(draft.öppnat)
        self.handläggare = LineInput("den som handlägger ärendet")
        self.parter = TextInput("En person eller myndighet på varje rad", least=2, most=6)
        self.externa = BeteckningRows(theme, draft.externa_beteckningar)
        self.gallring = LineInput("till exempel bevaras, eller gallras efter tio år")
        self.secrecy = SecrecyPart(theme, draft.sekretess, today=desk.today)
        self.hide_rubrik = Check(theme, _HIDE)
        self._draft = draft
        self._show()
        self._lay_out()

    def _show(self) -> None:
        draft = self._draft
        self.rubrik.show_value(draft.rubrik)
        self.handläggare.show_value(draft.handläggare)
        self.parter.show_value("\n".join(draft.parter))
        self.gallring.show_value(draft.gallring)
        self.hide_rubrik.setChecked(draft.dölj_rubrik)
        key = self._nämnd_id
        known = QCompleter(self._desk.store.ask(lambda session: handläggare(session, key)), self)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        known.setFilterMode(Qt.MatchFlag.MatchContains)
        self.handläggare.setCompleter(known)

    def _lay_out(self) -> None:
        if self._view is None:
            self.body.addWidget(label(_FINAL, Label.CAPTION, wrap=True))
            self.add("D&nr", self.dnr)
        self.add("&Rubrik", self.rubrik)
        self.add("&Öppnat", self.öppnat)
        self.add("&Handläggare", self.handläggare)
        self.add("&Parter", self.parter)
        self.add("Andra &beteckningar", self.externa)
        self.add("&Gallring", self.gallring)
        self.rows.addRow("", self.secrecy)
        self.rows.addRow("", self.hide_rubrik)
        self.put_rows()
        for told in (self.dnr.textChanged, self.rubrik.textChanged, self.öppnat.textChanged):
            told.connect(self.check)
        for hos, beteckning in self.externa.rows:
            hos.textChanged.connect(self.check)
            beteckning.textChanged.connect(self.check)
        self.secrecy.changed.connect(self.check)
        keep = "" if self._view else "&Registrera"
        self.begin(self._save, problems=self._wrong, keep=keep)
        self.fit()
        self.rubrik.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        found: list[str] = []
        if not self.rubrik.value().strip():
            found.append("Skriv vad ärendet gäller.")
        if self._view is None and not self._series and not words_in(self.dnr):
            found.append(_NO_SERIES)
        latest = self._desk.today if self._view is None else None
        found += day_problem(self.öppnat, latest=latest, needed=False)
        return (*found, *self.externa.problems(), *self.secrecy.problems())

    def _written(self) -> ÄrendeDraft:
        return ÄrendeDraft(
            rubrik=self.rubrik.value().strip(),
            öppnat=self.öppnat.value(),
            handläggare=words_in(self.handläggare) or None,
            parter=tuple(filter(None, map(str.strip, self.parter.value().splitlines()))),
            externa_beteckningar=self.externa.value(),
            gallring=words_in(self.gallring) or None,
            väntar=self._draft.väntar,
            dölj_rubrik=self.hide_rubrik.isChecked(),
            sekretess=self.secrecy.value(),
        )

    def _save(self) -> bool:
        draft, view = self._written(), self._view
        if view is not None:
            change = ChangeÄrende(ärende_id=view.id, draft=draft)
            return self._desk.editor.do(change, f"ändra {named(view)}") is not None
        key = new_id()
        command = RegisterÄrende(
            nämnd_id=self._nämnd_id,
            draft=draft,
            today=self._desk.today,
            dnr=words_in(self.dnr) or None,
            ärende_id=key,
        )
        if self._desk.editor.do(command, "registrera ärende") is None:
            return False
        self._done(key)
        return True
