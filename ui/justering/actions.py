"""What the user can do to a set of §§."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.justering import rules
from nämnd.justering.commands import AnswerKommentar
from nämnd.justering.values import JusteringView, KommentarRow, PaketRow, RättelseRow
from ui.desk import Desk, Go
from ui.justering.answers import choose_answers
from ui.justering.card_parts import Answer
from ui.justering.loaded import Loaded
from ui.justering.saving import PACKAGE, PDF, save_kept
from ui.justering.steps import Step, next_step
from ui.justering.words import set_text
from ui.sammanträde.popups import entry, popup

Act = Callable[[], object]


class SetActions:
    """Opens the dialogs and runs the commands. `loaded` is what is on the screen."""

    def __init__(self, desk: Desk, go: Go, parent: QWidget) -> None:
        """Work at `desk`; dialogs stand over `parent`."""
        self._desk, self._go, self._parent = desk, go, parent
        self.loaded: Loaded | None = None

    def step(self, view: JusteringView, step: Step) -> None:
        """Do what comes next."""
        match step:
            case Step.SEND | Step.SEND_AGAIN | Step.PASS_ON | Step.SEND_CHANGED:
                self.send(view)
            case Step.CHANGE:
                first = next(iter(view.open_kommentarer), None)
                self.to_paragraf(first.paragraf if first else None)
            case Step.READ:
                self.read()
            case Step.PAPER:
                self.paper(view)
            case Step.CONFIRM:
                self.confirm(view)
            case Step.NOTHING:
                pass

    def menu(self, view: JusteringView) -> QMenu:
        """Return everything that can be done to a set as it stands."""
        menu = popup(self._parent)
        for text, act in self._entries(view):
            if text:
                entry(menu, text, act)
            else:
                menu.addSeparator()
        return menu

    def plan(self) -> None:
        """Plan the justering: which §§ together, where and when."""
        from ui.närvaro.justering import open_justering

        if self._desk.editor.flush() and self.loaded is not None:
            open_justering(self._desk, self._parent, self.loaded.protokoll)

    def send(self, view: JusteringView) -> None:
        """Send it, or send it once more."""
        from ui.justering.send_dialog import send_set

        if self._desk.editor.flush() and self.loaded is not None:
            send_set(self._desk, self._parent, self.loaded, view.id)

    def read(self) -> None:
        """Read answers in: the file says which set they are of."""
        choose_answers(self._desk, self._parent, self._show)

    def paper(self, view: JusteringView) -> None:
        """Record who has signed on paper."""
        from ui.justering.paper_dialog import PaperDialog

        PaperDialog(self._desk, self._parent, view)

    def confirm(self, view: JusteringView) -> None:
        """Confirm that what is approved is justerat."""
        from ui.justering.paper_dialog import ConfirmDialog

        ConfirmDialog(self._desk, self._parent, view)

    def back(self, view: JusteringView) -> None:
        """Take a step back."""
        from ui.justering.back_dialog import BackDialog

        BackDialog(self._desk, self._parent, view)

    def rätta(self, view: JusteringView) -> None:
        """Put a slip right."""
        from ui.justering.rättelse_dialog import RättelseDialog

        RättelseDialog(self._desk, self._parent, view)

    def certificates(self, view: JusteringView) -> None:
        """Show the certificates that are believed."""
        from ui.justering.certificates_dialog import CertificatesDialog

        people = ((one.person_id, one.namn) for one in view.signers)
        CertificatesDialog(self._desk, self._parent, people)

    def answer(self, view: JusteringView, row: KommentarRow, answer: Answer) -> None:
        """Say what becomes of a comment; a refusal and an answer may have words of their own."""
        words = row.svarstext if answer == "igen" else ""
        if answer in ("avvisad", "besvarad"):
            ask = "Varför? (får vara tomt)" if answer == "avvisad" else "Ditt svar:"
            said = self._desk.messages.ask_text(f"Kommentar: {row.text[:60]}", ask, row.svarstext)
            if said is None:
                return
            words = said
        command = AnswerKommentar(
            justering_id=view.id,
            kommentar_id=row.id,
            svar=None if answer == "igen" else answer,
            svarstext=words,
        )
        self._desk.editor.do(command, "besvara en kommentar")

    def to_paragraf(self, nummer: int | None) -> None:
        """Go to a § on the page of the meeting day."""
        if self.loaded is not None:
            key = self.loaded.protokoll.sammanträde.id
            self._go.to_protokoll(key, self.loaded.paragraf_id(nummer))

    def save_package(self, row: PaketRow) -> None:
        """Put a package where the user wants it once more."""
        save_kept(self._desk, row.fil, row.filnamn, "Spara justeringsfilen", PACKAGE)

    def save_pdf(self, view: JusteringView) -> None:
        """Save the very file that is approved and signed."""
        if view.pdf is not None:
            save_kept(self._desk, view.pdf, self._pdf_name(view), "Spara protokollet", PDF)

    def print_pdf(self, view: JusteringView) -> None:
        """Print it, with the signatures that are in it."""
        if view.pdf is None:
            return
        from nämnd.documents.pdf.appearance import with_signatures_drawn
        from ui.toolkit.printing import print_pdf

        name = self._pdf_name(view)
        try:
            data = with_signatures_drawn(self._desk.files.read(view.pdf, name))
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        if not print_pdf(self._parent, data, name, printed=lambda: self._printed(name)):
            self._desk.messages.error(_NOT_PRINTED)

    def _printed(self, name: str) -> None:
        self._desk.editor.note_export(f"skriv ut {name}")

    def save_rättelse(self, row: RättelseRow) -> None:
        """Save a rättelse as a paper of its own."""
        from ui.justering.rättelse_paper import save_rättelse

        if self.loaded is not None:
            save_rättelse(self._desk, self._parent, self.loaded.protokoll, row)

    def _entries(self, view: JusteringView) -> list[tuple[str, Act | None]]:
        desk, found = self._desk, list[tuple[str, Act | None]]()
        nothing: tuple[str, Act | None] = ("", None)
        if rules.may_send(view.läge):
            again = "Skicka för justering …" if view.läge == "utkast" else "Skicka igen …"
            found.append((again, lambda: self.send(view)))
        if rules.takes_answers(view.läge):
            found.append(("Läs in svar …", self.read))
        if self._may_sign(view):
            found.append(("Anteckna underskrifter på papper …", lambda: self.paper(view)))
        if self.loaded and next_step(view, self.loaded.ways) is Step.CONFIRM:
            found.append(("Bekräfta justeringen …", lambda: self.confirm(view)))
        if view.läge == "justerat":
            found.append(("Lägg till rättelse …", lambda: self.rätta(view)))
        if view.pdf is not None and desk.files.has(view.pdf):
            found.append(nothing)
            found.append(("Spara filen som PDF …", lambda: self.save_pdf(view)))
            found.append(("Skriv ut filen …", lambda: self.print_pdf(view)))
        found.append(nothing)
        if not view.locked:
            found.append(("Ändra planen …", self.plan))
        if rules.step_back_to(view) is not None:
            found.append(("Gå tillbaka ett steg …", lambda: self.back(view)))
        found.append(("Betrodda certifikat …", lambda: self.certificates(view)))
        return found

    def _may_sign(self, view: JusteringView) -> bool:
        ways = self.loaded.ways if self.loaded else ()
        stands = view.läge in (*rules.OUT, "godkänt") and not view.changed
        return stands and view.pdf is not None and rules.allowed(rules.PAPER, ways)

    def _pdf_name(self, view: JusteringView) -> str:
        day = self.loaded.protokoll.sammanträde.day_text if self.loaded else ""
        return f"Protokoll {day} {set_text(view)}.pdf"

    def _show(self, view: JusteringView) -> None:
        self._go.to_justering(view.sammanträde_id, view.id)


_NOT_PRINTED = (
    "Det gick inte att skriva ut. Kontrollera att skrivaren är på och ansluten, eller spara filen "
    "som PDF och skriv ut den därifrån."
)
