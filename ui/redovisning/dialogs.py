"""A redovisning as it is entered and changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.redovisning.commands import (
    AddRedovisning,
    ChangeRedovisning,
)
from nämnd.redovisning.reading import annexes, read_structure
from nämnd.redovisning.values import (
    FrågaDraft,
    RedovisningDraft,
    RedovisningView,
)
from nämnd.ärende.handling_queries import handling_row
from nämnd.ärende.queries import ärenden
from nämnd.överenskommelse.queries import överenskommelse_view
from ui.desk import Desk, Go
from ui.redovisning.reading import text_in
from ui.redovisning.small_dialogs import LATE, is_after
from ui.redovisning.structure import list_rows
from ui.redovisning.words import counted_rows, cut
from ui.toolkit.chips import in_card
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.messages import Kinds
from ui.toolkit.row_list import RowList
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.theme import Icon
from ui.ärende_field import ÄrendeInput

_WIDTH = 680  # the design's pixels
_FOUND = 170
_DELAY = 300  # ms from the last keystroke until what is pasted is read
_KINDS: Kinds = (("Dokument", "*.pdf *.docx *.doc *.odt *.rtf *.txt"),)
_UNKNOWN = "Det finns inget ärende med det diarienumret. Välj ett i listan eller lämna fältet tomt."
_NO_TEXT = (
    "Det gick inte att läsa någon text ur filen. Är den en bild, så klistra in frågorna i stället."
)
_ASKS = ("redovisningsstruktur", "fråg", "redovisning", "rapport")


def begin_redovisning(
    desk: Desk,
    go: Go,
    parent: QWidget,
    nämnd_id: str,
    överenskommelse_id: str | None = None,
    handling_id: str | None = None,
) -> "RedovisningDialog":
    """Let the user enter a redovisning, and open it; its questions may be in a handling."""
    desk.editor.flush()
    draft = RedovisningDraft("")
    if överenskommelse_id:
        key = överenskommelse_id
        mother = desk.store.ask(lambda session: överenskommelse_view(session, key))
        draft = replace(draft, överenskommelse_id=mother.id, ärende_id=mother.draft.ärende_id)
    return RedovisningDialog(
        desk, parent, nämnd_id, draft, handling_id=handling_id, done=go.to_redovisning
    )


def change_redovisning(desk: Desk, parent: QWidget, view: RedovisningView) -> "RedovisningDialog":
    """Let the user change the facts of a redovisning."""
    desk.editor.flush()
    return RedovisningDialog(desk, parent, view.nämnd_id, view.draft, view=view)


class RedovisningDialog(FormFrame):
    """The facts of a redovisning; and for a new one, where its questions are read from.

    Attributes:
        found: the rows that were read.
        annex: which part of the document they are in.
        paste: where the questions can be pasted.
    """

    def __init__(  # noqa: PLR0913 - what is shown, and what becomes of it
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        draft: RedovisningDraft,
        *,
        view: RedovisningView | None = None,
        handling_id: str | None = None,
        done: Callable[[str], object] = lambda _: None,
    ) -> None:
        """Show `draft`; with `view` it is changed, else it is a new one."""
        title = "Ändra redovisningen" if view else "Ny redovisning"
        super().__init__(desk.theme, parent, title, width=_WIDTH)
        self._desk, self._nämnd_id, self._view, self._done = desk, nämnd_id, view, done
        self._draft, self._text = draft, ""
        self.frågor: tuple[FrågaDraft, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self.rubrik = LineInput("till exempel Delredovisning september 2021")
        self.mottagare, self.epost = LineInput("till exempel Socialstyrelsen"), LineInput()
        self.senast, self.svar_senast = day_input(draft.senast), day_input(draft.svar_senast)
        self.ärende = ÄrendeInput(desk.theme)
        self._lay_out()
        self._show()
        if view is None:
            self._offer_questions()
        self.begin(self._save, problems=self._wrong, keep="" if view else "&Lägg upp")
        self.fit()
        self.rubrik.setFocus()
        if handling_id is not None:
            self._read_handling(handling_id)

    def _lay_out(self) -> None:
        """Put what belongs together on one line: a small screen at 150 % holds the dialog."""
        self.add("&Rubrik", self.rubrik)
        self._pair("&Mottagare", self.mottagare, "&E-post", self.epost, "Mottagarens e-post")
        self._pair("Ska vara &inlämnad", self.senast, "&Svar till oss", self.svar_senast)
        self.add("Ä&rende", self.ärende)
        self.put_rows()

    def _pair(self, text: str, part: QWidget, beside: str, other: QWidget, name: str = "") -> None:
        said = label(beside)
        said.setBuddy(other)
        part.setAccessibleName(text.replace("&", ""))
        other.setAccessibleName(name or beside.replace("&", ""))
        line = row(part, said, other, spacing=self._desk.theme.px(8))
        line.setStretch(0, 1)
        line.setStretch(2, 1)
        heading = label(text)
        heading.setBuddy(part)
        self.rows.addRow(heading, line)

    def _show(self) -> None:
        draft, key = self._draft, self._nämnd_id
        known = self._desk.store.ask(lambda session: ärenden(session, key))
        self.ärende.offer(known)
        self.ärende.show_value(next((one.dnr for one in known if one.id == draft.ärende_id), ""))
        self.rubrik.show_value(draft.rubrik)
        self.mottagare.show_value(draft.mottagare)
        self.epost.show_value(draft.epost)
        for part in (self.rubrik, self.senast, self.svar_senast):
            part.textChanged.connect(self.check)
        self.ärende.editTextChanged.connect(self.check)

    def _offer_questions(self) -> None:
        """Lay out where the questions come from, and what was found."""
        theme = self._desk.theme
        said = (
            "Avsändarens frågor läses ur en fil, eller ur text som klistras in. Allt kan rättas "
            "sedan."
        )
        self.body.addWidget(label("Frågor", Label.HEADING))
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.from_file = button("Läs ur en &fil …")
        theme.dress(self.from_file, Icon.IMPORT)
        self.source = label("", Label.MUTED)
        self.body.addLayout(row(self.from_file, self.source, None, spacing=theme.px(8)))
        self.annex: Choice[str | None] = Choice(theme)
        self.annex.setAccessibleName("Del av dokumentet")
        short = Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.annex.setSizeAdjustPolicy(short)
        self.annex.hide()
        self.body.addWidget(self.annex)
        self.paste = TextInput("eller klistra in frågorna här", least=3, most=3)
        self.paste.setAccessibleName("Frågorna som text")
        self.body.addWidget(self.paste)
        self.found = RowList(theme, name="Frågor som hittades", reorder=False)
        self.found.setFixedHeight(theme.px(_FOUND))
        self.card = in_card(theme, self.found)
        self.card.hide()
        self.body.addWidget(self.card)
        self.count = label("", Label.CAPTION)
        self.count.hide()
        self.body.addWidget(self.count)
        self._timer.timeout.connect(self.read)
        self.paste.textChanged.connect(self._timer.start)
        self.annex.currentIndexChanged.connect(self.read)
        self.from_file.clicked.connect(self._choose_file)

    def read(self) -> None:
        """Read the questions of what is pasted, or of the part of the file that is chosen."""
        self._timer.stop()
        pasted = self.paste.value()
        text, heading = (pasted, None) if pasted.strip() else (self._text, self.annex.value())
        self.annex.setEnabled(not pasted.strip())
        self.frågor = read_structure(text, heading) if text.strip() else ()
        self.found.show_rows(list_rows(self.frågor))
        for part in (self.card, self.count):
            part.setVisible(bool(text.strip()))
        none = "Inga frågor hittades. Välj en annan del, eller klistra in frågorna."
        self.count.setText(counted_rows(self.frågor) if self.frågor else none)
        self.fit()

    def _choose_file(self) -> None:
        path = self._desk.messages.open_file("Välj dokumentet med frågorna", _KINDS)
        if path is not None:
            self._read_file(path, path.name)

    def _read_handling(self, handling_id: str) -> None:
        paper = self._desk.store.ask(lambda session: handling_row(session, handling_id))
        if paper.fil is not None:
            path = self._desk.files.path_of(paper.fil.sha256)
            self._read_file(path, paper.fil.filnamn)

    def _read_file(self, path: Path, name: str) -> None:
        work = self._desk.heavy.run(text_in, path, name)
        self._desk.jobs.run(work, self, partial(self._take, name), label=f"Läser {name}")

    def _take(self, name: str, text: str) -> None:
        if not text.strip():
            self._desk.messages.error(_NO_TEXT)
            return
        self._text = text
        self.source.setText(cut(name, 48))
        self.paste.show_value("")
        parts = annexes(text)
        options: tuple[tuple[str | None, str], ...] = ((None, "Hela dokumentet"),)
        self.annex.offer((*options, *((one, cut(one)) for one in parts)))
        self.annex.choose(_likely(parts))
        self.annex.setVisible(bool(parts))
        self.read()

    def _wrong(self) -> tuple[str, ...]:
        found = [] if words_in(self.rubrik) else ["Skriv vad redovisningen heter."]
        if self.ärende.value() and self.ärende.chosen() is None:
            found.append(_UNKNOWN)
        fields = (self.senast, self.svar_senast)
        days = [said for one in fields for said in day_problem(one, needed=False)]
        if not days and is_after(self.svar_senast, self.senast):
            found.append(LATE)
        return (*found, *days)

    def _save(self) -> bool:
        if self._view is None and self._timer.isActive():
            self.read()
        chosen = self.ärende.chosen()
        draft = replace(
            self._draft,
            rubrik=words_in(self.rubrik),
            mottagare=words_in(self.mottagare) or None,
            epost=words_in(self.epost) or None,
            senast=self.senast.value(),
            svar_senast=self.svar_senast.value(),
            ärende_id=chosen.id if chosen else None,
        )
        if self._view is not None:
            change = ChangeRedovisning(
                redovisning_id=self._view.id, draft=draft, today=self._desk.today
            )
            return self._desk.editor.do(change, f"ändra «{draft.rubrik}»") is not None
        return self._add(draft)

    def _add(self, draft: RedovisningDraft) -> bool:
        key = new_id()
        command = AddRedovisning(
            nämnd_id=self._nämnd_id,
            draft=draft,
            today=self._desk.today,
            frågor=self.frågor,
            redovisning_id=key,
        )
        if self._desk.editor.do(command, f"lägg upp «{draft.rubrik}»") is None:
            return False
        self._done(key)
        return True


def _likely(parts: Sequence[str]) -> str | None:
    """Return the annex that the questions are most likely in."""
    for word in _ASKS:
        found = next((one for one in parts if word in one.casefold()), None)
        if found is not None:
            return found
    return None
