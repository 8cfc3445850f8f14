"""The dialogs of the register: a beslut, where it was reported, a protokoll, its signature."""

from datetime import date

from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.core.swedish import long_date
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RecordAnmält,
    RegisterDelegationsbeslut,
    SaveDelegationsbeslut,
    SignDelegationsprotokoll,
)
from nämnd.delegation.values import (
    DelegationsbeslutDraft,
    DelegationsbeslutRow,
    DelegationsprotokollRow,
)
from nämnd.sammanträde.queries import sammanträden
from nämnd.ärende.queries import ärenden
from ui.delegation.words import how_many, named
from ui.desk import Desk
from ui.toolkit.controls import Check, Choice
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, label
from ui.toolkit.ticked_list import TickedList
from ui.ärende_field import ÄrendeInput

_SHOWN = 6  # rows of the list of beslut


class BeslutDialog(FormFrame):
    """What was decided, when, by whom and by which right."""

    def __init__(
        self, desk: Desk, parent: QWidget, nämnd_id: str, row: DelegationsbeslutRow | None
    ) -> None:
        """Show a beslut, or an empty one of today."""
        title = "Delegationsbeslut" if row else "Nytt delegationsbeslut"
        super().__init__(desk.theme, parent, title, width=620)
        self._desk, self._nämnd_id, self._row = desk, nämnd_id, row
        draft = row.draft if row else None
        self.datum = day_input(draft.datum if draft else desk.today)
        self.rubrik, self.av = LineInput(), LineInput("till exempel ordföranden")
        self.enligt = LineInput("till exempel delegationsordningen 4.2")
        self.beslut = TextInput("Att …", least=3)
        self.ärende = ÄrendeInput(desk.theme)
        self.ärende.offer(desk.store.ask(lambda session: ärenden(session, nämnd_id)))
        self.brådskande = Check(desk.theme, "Brådskande ärende (kommunallagen 6:39)")
        self.brådskande.setToolTip("Ska anmälas vid nämndens nästa sammanträde.")
        self._show(draft)
        self._lay_out()

    def _show(self, draft: DelegationsbeslutDraft | None) -> None:
        if draft is not None:
            self.rubrik.show_value(draft.rubrik)
            self.av.show_value(draft.av)
            self.enligt.show_value(draft.enligt or "")
            self.beslut.show_value(draft.beslut)
            self.brådskande.setChecked(draft.brådskande)
        wanted = draft.ärende_id if draft else None
        rows = self.ärende.rows_model.rows
        self.ärende.show_value(next((one.dnr for one in rows if one.id == wanted), ""))

    def _lay_out(self) -> None:
        self.add("&Datum", self.datum)
        self.add("&Rubrik", self.rubrik)
        self.add("Beslut &av", self.av)
        self.add("&Enligt", self.enligt)
        self.add("Ä&rende", self.ärende)
        self.add("&Beslut", self.beslut)
        self.add("", self.brådskande, "Brådskande ärende")
        self.put_rows()
        self.datum.textChanged.connect(self.check)
        self.ärende.editTextChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong)
        self.rubrik.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        if self._row is not None and self._row.fixed:
            return ("Beslutet står i ett undertecknat protokoll och kan inte ändras.",)
        unknown = bool(self.ärende.value()) and self.ärende.chosen() is None
        found = ("Det ärendet finns inte i diariet. Välj ett i listan.",) if unknown else ()
        return (*day_problem(self.datum), *found)

    def _save(self) -> bool:
        ärende = self.ärende.chosen()
        draft = DelegationsbeslutDraft(
            datum=self.datum.value() or self._desk.today,
            av=words_in(self.av),
            rubrik=words_in(self.rubrik),
            enligt=words_in(self.enligt) or None,
            beslut=self.beslut.value(),
            ärende_id=ärende.id if ärende else None,
            brådskande=self.brådskande.isChecked(),
        )
        today = self._desk.today
        if self._row is None:
            register = RegisterDelegationsbeslut(nämnd_id=self._nämnd_id, draft=draft, today=today)
            return self._desk.editor.do(register, "skriv in delegationsbeslut") is not None
        save = SaveDelegationsbeslut(beslut_id=self._row.id, draft=draft, today=today)
        return self._desk.editor.do(save, "ändra delegationsbeslut") is not None


class AnmältDialog(FormFrame):
    """At which sammanträde beslut were reported."""

    def __init__(
        self, desk: Desk, parent: QWidget, nämnd_id: str, rows: tuple[DelegationsbeslutRow, ...]
    ) -> None:
        """Propose the first sammanträde after the newest of them."""
        super().__init__(desk.theme, parent, "Anmält till nämnden")
        self._desk, self._chosen = desk, rows
        newest = max(one.draft.datum for one in rows)
        days = self._days(nämnd_id, newest)
        self.body.addWidget(label(named(rows), wrap=True))
        self.when: Choice[str] = Choice(
            desk.theme, (("", "inte anmält"), *((day.isoformat(), long_date(day)) for day in days))
        )
        first = min(days, default=None)
        known = next((one.anmält for one in rows if one.anmält), None)
        self.when.choose(known or (first.isoformat() if first else ""))
        self.add("&Sammanträde", self.when)
        self.put_rows()
        self.begin(self._save)
        self.when.setFocus()

    def _days(self, nämnd_id: str, newest: date) -> list[date]:
        """Return the days of the sammanträden where they can have been reported."""
        rows = self._desk.store.ask(lambda session: sammanträden(session, nämnd_id))
        days = {one.dagar[0] for one in rows if one.dagar and not one.inställt}
        known = {date.fromisoformat(one.anmält) for one in self._chosen if one.anmält}
        return sorted({day for day in days if day >= newest} | known)

    def _save(self) -> bool:
        written = self.when.value()
        command = RecordAnmält(
            beslut_ids=tuple(one.id for one in self._chosen),
            datum=date.fromisoformat(written) if written else None,
        )
        return self._desk.editor.do(command, "anmäl delegationsbeslut") is not None


class ProtokollDialog(FormFrame):
    """Which beslut stand in a new protokoll, and its day."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        fit: tuple[DelegationsbeslutRow, ...],
        chosen: frozenset[str],
    ) -> None:
        """Offer the beslut that `fit`; those `chosen` are ticked, all of them when none is."""
        super().__init__(desk.theme, parent, "Nytt delegationsprotokoll", width=620)
        self._desk, self._nämnd_id = desk, nämnd_id
        self.made = new_id()
        said = (
            "Beslut som inte anmäls till nämnden ska stå i ett eget protokoll om de kan "
            "överklagas. Protokollet undertecknas och anslås."
        )
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.list = TickedList(desk.theme, "Beslut i protokollet")
        ticked = chosen & {one.id for one in fit}
        for one in reversed(fit):
            text = f"{one.draft.datum} {one.draft.rubrik}"
            self.list.add(one.id, text, on=not ticked or one.id in ticked)
        self.list.setMinimumHeight(desk.theme.px(30 * min(_SHOWN, len(fit)) + 8))
        self.body.addWidget(self.list.frame)
        self.datum = day_input(desk.today)
        self.add("&Protokollets datum", self.datum)
        self.put_rows()
        self.datum.textChanged.connect(self.check)
        self.begin(self._save, problems=lambda: day_problem(self.datum), keep="&Gör protokoll")
        self.list.setFocus()

    def _save(self) -> bool:
        command = MakeDelegationsprotokoll(
            nämnd_id=self._nämnd_id,
            beslut_ids=self.list.chosen,
            datum=self.datum.value() or self._desk.today,
            protokoll_id=self.made,
        )
        return self._desk.editor.do(command, "gör delegationsprotokoll") is not None


class SignDialog(FormFrame):
    """Who has signed a protokoll, and when."""

    def __init__(self, desk: Desk, parent: QWidget, row: DelegationsprotokollRow) -> None:
        """Propose today."""
        super().__init__(desk.theme, parent, "Undertecknat")
        self._desk, self._row = desk, row
        said = f"{how_many(row.beslut)}. När protokollet är undertecknat kan det inte ändras."
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.av, self.datum = LineInput(), day_input(desk.today)
        self.av.show_value(row.undertecknat_av or "")
        self.add("&Undertecknat av", self.av)
        self.add("&Datum", self.datum)
        self.put_rows()
        self.datum.textChanged.connect(self.check)
        self.begin(self._save, problems=lambda: day_problem(self.datum))
        self.av.setFocus()

    def _save(self) -> bool:
        command = SignDelegationsprotokoll(
            protokoll_id=self._row.id,
            av=words_in(self.av),
            datum=self.datum.value() or self._desk.today,
            today=self._desk.today,
        )
        return self._desk.editor.do(command, "underteckna delegationsprotokoll") is not None
