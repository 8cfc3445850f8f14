"""An överenskommelse as it is entered and changed; and which form is to be made."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.ärende.handling_queries import handling_row, handlingar
from nämnd.ärende.queries import ärende_view, ärenden
from nämnd.överenskommelse.commands import AddÖverenskommelse
from nämnd.överenskommelse.money import kronor, money_text
from nämnd.överenskommelse.values import ÖverenskommelseDraft, ÖverenskommelseView
from ui.desk import Desk, Go
from ui.toolkit.controls import Choice
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.form_frame import day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput, TextInput
from ui.toolkit.scrolled_form import ScrolledForm
from ui.toolkit.small import Label, label
from ui.ärende_field import ÄrendeInput
from ui.överenskommelse.saving import ÖverenskommelseSaver

if TYPE_CHECKING:
    from nämnd.ärende.values import HandlingRow

_WIDTH = 720  # the design's pixels
_AMOUNT = "Skriv beloppet i hela kronor, till exempel 762 149 317."
_UNKNOWN = "Det finns inget ärende med det diarienumret. Välj ett i listan eller lämna fältet tomt."
_BACKWARDS = "Perioden slutar innan den börjar."
_SHORT = Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_NO_PAPER = "ingen handling"
_FROM = "Uppgifterna är hämtade ur handlingen och ärendet. Fyll i resten ur avtalet."


def begin_överenskommelse(
    desk: Desk, go: Go, parent: QWidget, nämnd_id: str, handling_id: str | None = None
) -> "ÖverenskommelseDialog":
    """Let the user enter an överenskommelse, and open it; from a handling when one is named."""
    desk.editor.flush()
    draft = _from_handling(desk, handling_id) if handling_id else ÖverenskommelseDraft("")
    said = _FROM if handling_id else ""
    return ÖverenskommelseDialog(
        desk, parent, nämnd_id, draft, said=said, done=go.to_överenskommelse
    )


def change_överenskommelse(
    desk: Desk, parent: QWidget, view: ÖverenskommelseView
) -> "ÖverenskommelseDialog":
    """Let the user change what is written of an överenskommelse."""
    desk.editor.flush()
    return ÖverenskommelseDialog(desk, parent, view.nämnd_id, view.draft, view=view)


def _from_handling(desk: Desk, handling_id: str) -> ÖverenskommelseDraft:
    paper = desk.store.ask(lambda session: handling_row(session, handling_id))
    ärende = desk.store.ask(lambda session: ärende_view(session, paper.ärende_id))
    theirs = tuple(one.beteckning for one in ärende.draft.externa_beteckningar)
    return ÖverenskommelseDraft(
        rubrik=paper.draft.rubrik,
        parter=ärende.draft.parter,
        dnr=ärende.dnr,
        motpartens_dnr=theirs,
        ärende_id=ärende.id,
        handling_id=handling_id,
    )


class ÖverenskommelseDialog(DialogFrame):
    """What is written of an överenskommelse, but its tables."""

    def __init__(  # noqa: PLR0913 - what is shown, and what becomes of it
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        draft: ÖverenskommelseDraft,
        *,
        view: ÖverenskommelseView | None = None,
        said: str = "",
        done: Callable[[str], object] = lambda _: None,
    ) -> None:
        """Show `draft`; with `view` it is changed, else it is a new one."""
        title = "Ändra överenskommelsen" if view else "Ny överenskommelse"
        super().__init__(desk.theme, parent, title, width=_WIDTH)
        self._desk, self._nämnd_id, self._view, self._done = desk, nämnd_id, view, done
        self._draft = draft
        self.rubrik = TextInput("Vad heter överenskommelsen?", least=1, most=4, single=True)
        self.parter = TextInput("En part på varje rad", least=2, most=5)
        self.ärende = ÄrendeInput(desk.theme)
        self.handling: Choice[str | None] = Choice(desk.theme)
        self.handling.setSizeAdjustPolicy(_SHORT)
        self.handling.setMinimumContentsLength(24)
        self.dnr = LineInput("tomt: ärendets")
        self.theirs = TextInput("Ett diarienummer på varje rad", least=1, most=4)
        self.paid = LineInput("dnr för regeringsbeslutet om utbetalning")
        self.first, self.last = day_input(draft.från), day_input(draft.till)
        self.totalt: ParsedInput[int] = ParsedInput(kronor, money_text, problem=_AMOUNT)
        self.payer = LineInput("till exempel Kammarkollegiet")
        self.note = TextInput(least=2, most=5)
        if said:
            self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self._lay_out()
        self._show()
        self.begin(self._save, problems=self._wrong, keep="" if view else "&Lägg upp")
        self.form.fit(desk.theme.px(_WIDTH))
        self.rubrik.setFocus()

    def _lay_out(self) -> None:
        self.form = ScrolledForm(self._desk.theme)
        for text, part in (
            ("&Rubrik", self.rubrik),
            ("&Parter", self.parter),
            ("Ä&rende", self.ärende),
            ("&Handling", self.handling),
            ("Vårt &dnr", self.dnr),
            ("&Motpartens dnr", self.theirs),
            ("Dnr för &utbetalning", self.paid),
            ("Gäller &från", self.first),
            ("Gäller &till", self.last),
            ("Pengar i &allt", self.totalt),
            ("&Betalas ut av", self.payer),
            ("Antec&kning", self.note),
        ):
            self.form.add(text, part)
        self.body.addWidget(self.form, 1)

    def _show(self) -> None:
        draft, key = self._draft, self._nämnd_id
        known = self._desk.store.ask(lambda session: ärenden(session, key))
        self.ärende.offer(known)
        self.ärende.show_value(next((one.dnr for one in known if one.id == draft.ärende_id), ""))
        self._offer_papers()
        self.handling.choose(draft.handling_id)
        self.rubrik.show_value(draft.rubrik)
        self.parter.show_value("\n".join(draft.parter))
        self.dnr.show_value(draft.dnr)
        self.theirs.show_value("\n".join(draft.motpartens_dnr))
        self.paid.show_value(draft.utbetalning_dnr)
        self.totalt.show_value(draft.totalt)
        self.payer.show_value(draft.utbetalas_av)
        self.note.show_value(draft.anteckning)
        for part in (self.rubrik, self.first, self.last, self.totalt):
            part.textChanged.connect(self.check)
        self.ärende.editTextChanged.connect(self._offer_papers)
        self.ärende.editTextChanged.connect(self.check)

    def _offer_papers(self) -> None:
        """Offer the handlingar of the ärende that is written."""
        chosen = self.ärende.chosen()
        rows: tuple[HandlingRow, ...] = ()
        if chosen is not None:
            key = chosen.id
            rows = self._desk.store.ask(lambda session: handlingar(session, key))
        there = [one for one in rows if one.makulerad is None]
        papers = ((one.id, f"{one.löpnr}. {one.draft.rubrik}") for one in there)
        self.handling.offer(((None, _NO_PAPER), *papers))
        if self.handling.currentIndex() < 0:
            self.handling.setCurrentIndex(0)

    def _wrong(self) -> tuple[str, ...]:
        found: list[str] = (
            [] if self.rubrik.value().strip() else ["Skriv vad överenskommelsen heter."]
        )
        if self.ärende.value() and self.ärende.chosen() is None:
            found.append(_UNKNOWN)
        days = (*day_problem(self.first, needed=False), *day_problem(self.last, needed=False))
        first, last = (None, None) if days else (self.first.value(), self.last.value())
        if first and last and last < first:
            found.append(_BACKWARDS)
        try:
            self.totalt.value()
        except MalformedError as malformed:
            found.append(str(malformed))
        return (*found, *days)

    def _changes(self) -> dict[str, object]:
        chosen = self.ärende.chosen()
        return {
            "rubrik": self.rubrik.value().strip(),
            "parter": _lines(self.parter),
            "dnr": words_in(self.dnr) or None,
            "motpartens_dnr": _lines(self.theirs),
            "utbetalning_dnr": words_in(self.paid) or None,
            "ärende_id": chosen.id if chosen else None,
            "handling_id": self.handling.value(),
            "från": self.first.value(),
            "till": self.last.value(),
            "totalt": self.totalt.value(),
            "utbetalas_av": words_in(self.payer) or None,
            "anteckning": self.note.value().strip(),
        }

    def _save(self) -> bool:
        changes = self._changes()
        if self._view is not None:
            saver = ÖverenskommelseSaver(self._desk)
            saver.about(self._view.id)
            return saver.whole("ändra uppgifterna", **changes)
        key, draft = new_id(), replace(self._draft, **changes)
        command = AddÖverenskommelse(nämnd_id=self._nämnd_id, draft=draft, överenskommelse_id=key)
        if self._desk.editor.do(command, f"lägg upp överenskommelsen «{draft.rubrik}»") is None:
            return False
        self._done(key)
        return True


def _lines(field: TextInput) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(one.split()) for one in field.value().splitlines())))
