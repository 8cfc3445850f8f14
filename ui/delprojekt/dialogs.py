"""A delprojekt as it is entered and changed."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import AddDelprojekt
from nämnd.delprojekt.queries import delprojekt_rows, from_paragraf, programs
from nämnd.delprojekt.values import DelprojektDraft, DelprojektView
from nämnd.ärende.queries import ärenden
from ui.delprojekt.saving import DelprojektSaver
from ui.delprojekt.words import named
from ui.desk import Desk, Go
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput, TextInput
from ui.toolkit.list_input import ListInput, ListItem
from ui.toolkit.prose import ProseInput
from ui.toolkit.scrolled_form import ScrolledForm
from ui.toolkit.small import Label, label
from ui.ärende_field import ÄrendeInput

_WIDTH = 720  # the design's pixels
_NUMBER = "Skriv numret med siffror, till exempel 8."
_UNKNOWN = "Det finns inget ärende med det diarienumret. Välj ett i listan eller lämna fältet tomt."
_FROM = (
    "Beslutet är hämtat ur paragrafen, att-sats för att-sats. Fyll i numret och programmet som "
    "delprojektet hör till."
)


def begin_delprojekt(
    desk: Desk, go: Go, parent: QWidget, nämnd_id: str, paragraf_id: str | None = None
) -> "DelprojektDialog":
    """Let the user enter a delprojekt, and open it; from a § when one is named."""
    desk.editor.flush()
    draft = DelprojektDraft(nummer=_next_number(desk, nämnd_id), rubrik="")
    if paragraf_id is not None:
        found = desk.store.ask(lambda session: from_paragraf(session, paragraf_id))
        draft = replace(found, nummer=found.nummer or draft.nummer)
    said = _FROM if paragraf_id is not None else ""
    return DelprojektDialog(desk, parent, nämnd_id, draft, said=said, done=go.to_delprojekt)


def change_delprojekt(desk: Desk, parent: QWidget, view: DelprojektView) -> "DelprojektDialog":
    """Let the user change what is written of a delprojekt."""
    desk.editor.flush()
    return DelprojektDialog(desk, parent, view.nämnd_id, view.draft, view=view)


def _next_number(desk: Desk, nämnd_id: str) -> int:
    rows = desk.store.ask(lambda session: delprojekt_rows(session, nämnd_id, desk.today))
    return max((one.nummer for one in rows), default=0) + 1


class DelprojektDialog(DialogFrame):
    """What is written of a delprojekt, but its beslut, åtgärder and behov."""

    def __init__(  # noqa: PLR0913 - what is shown, and what becomes of it
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        draft: DelprojektDraft,
        *,
        view: DelprojektView | None = None,
        said: str = "",
        done: Callable[[str], object] = lambda _: None,
    ) -> None:
        """Show `draft`; with `view` it is changed, else it is a new one."""
        title = f"Ändra {named(draft)}" if view else "Nytt delprojekt"
        super().__init__(desk.theme, parent, title, width=_WIDTH)
        self._desk, self._nämnd_id, self._view, self._done = desk, nämnd_id, view, done
        self._draft = draft
        theme = desk.theme
        self.nummer: ParsedInput[int] = ParsedInput(_number, str, problem=_NUMBER)
        self.program = LineInput("till exempel Samarbete för bättre vård")
        self.rubrik = TextInput("Vad gäller delprojektet?", least=1, most=3, single=True)
        self.ärende = ÄrendeInput(theme)
        self.ansvarig = LineInput("den som följer upp")
        self.kontakt = LineInput("namn, telefon eller e-postadress")
        self.ingress = LineInput("till exempel Utredningen med tillhörande förslag ska:")
        self.målsättning = ListInput(theme, "Mål", "Skriv nästa mål …")
        self.bakgrund = ProseInput(theme)
        self.mer = ProseInput(theme)
        if said:
            self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self._lay_out()
        self._show()
        self.begin(self._save, problems=self._wrong, keep="" if view else "&Lägg upp")
        self.form.fit(theme.px(_WIDTH))
        self.nummer.selectAll()
        (self.rubrik if draft.nummer and not draft.rubrik else self.nummer).setFocus()

    def _lay_out(self) -> None:
        self.form = ScrolledForm(self._desk.theme)
        for text, part in (
            ("&Nummer", self.nummer),
            ("&Program", self.program),
            ("&Rubrik", self.rubrik),
            ("Ä&rende", self.ärende),
            ("&Ansvarig", self.ansvarig),
            ("&Kontakt", self.kontakt),
            ("&Inledning till målen", self.ingress),
            ("&Målsättning", self.målsättning),
            ("&Bakgrund", self.bakgrund),
            ("M&er information", self.mer),
        ):
            self.form.add(text, part)
        self.body.addWidget(self.form, 1)

    def _show(self) -> None:
        draft, key = self._draft, self._nämnd_id
        known = self._desk.store.ask(lambda session: ärenden(session, key))
        self.ärende.offer(known)
        self.nummer.show_value(draft.nummer or None)
        self.program.show_value(draft.program)
        self.rubrik.show_value(draft.rubrik)
        dnr = next((one.dnr for one in known if one.id == draft.ärende_id), "")
        self.ärende.show_value(dnr)
        self.ansvarig.show_value(draft.ansvarig)
        self.kontakt.show_value(draft.kontakt)
        self.ingress.show_value(draft.målsättning_ingress)
        self.målsättning.show_value(tuple(map(ListItem, draft.målsättning)))
        self.bakgrund.show_value(draft.bakgrund)
        self.mer.show_value(draft.mer_information)
        rows = self._desk.store.ask(lambda s: delprojekt_rows(s, key, self._desk.today))
        self._complete(self.program, self._desk.store.ask(lambda session: programs(session, key)))
        self._complete(self.ansvarig, filter(None, (one.ansvarig for one in rows)))
        for told in (self.nummer.textChanged, self.rubrik.textChanged):
            told.connect(self.check)
        self.ärende.editTextChanged.connect(self.check)

    def _complete(self, part: LineInput, known: Iterable[str]) -> None:
        made = QCompleter(sorted(set(known)), self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        part.setCompleter(made)

    def _wrong(self) -> tuple[str, ...]:
        found: list[str] = []
        try:
            if self.nummer.value() is None:
                found.append(_NUMBER)
        except MalformedError as malformed:
            found.append(str(malformed))
        if not self.rubrik.value().strip():
            found.append("Skriv vad delprojektet gäller.")
        if self.ärende.value() and self.ärende.chosen() is None:
            found.append(_UNKNOWN)
        return tuple(found)

    def _changes(self) -> dict[str, object]:
        chosen = self.ärende.chosen()
        return {
            "nummer": self.nummer.value() or 1,
            "program": self.program.value().strip(),
            "rubrik": self.rubrik.value().strip(),
            "ärende_id": chosen.id if chosen else None,
            "ansvarig": self.ansvarig.value().strip() or None,
            "kontakt": self.kontakt.value().strip() or None,
            "målsättning_ingress": self.ingress.value().strip(),
            "målsättning": tuple(one.text for one in self.målsättning.value()),
            "bakgrund": self.bakgrund.value(),
            "mer_information": self.mer.value(),
        }

    def _save(self) -> bool:
        changes = self._changes()
        if self._view is not None:
            saver = DelprojektSaver(self._desk)
            saver.about(self._view.id)
            return saver.whole("ändra uppgifterna", **changes)
        key = new_id()
        draft = replace(self._draft, **changes)
        command = AddDelprojekt(nämnd_id=self._nämnd_id, draft=draft, delprojekt_id=key)
        if self._desk.editor.do(command, f"lägg upp {named(draft)}") is None:
            return False
        self._done(key)
        return True


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and int(text[:9]) > 0 else None
