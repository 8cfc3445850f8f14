"""A question: what is to be reported on it, beside what the huvudmän have answered."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from nämnd.core.richtext import plain_text
from nämnd.redovisning.answering import PutTogether
from nämnd.redovisning.queries import redovisning_view
from nämnd.redovisning.rules import proposal, proposed_rows
from nämnd.redovisning.values import Fråga, Rader, RedovisningView, Svar
from ui.desk import Desk
from ui.redovisning.refocus import focus_again, focused_at
from ui.redovisning.rows_input import RowsInput
from ui.redovisning.words import answer_state, answer_words
from ui.toolkit.chips import Card, Chip
from ui.toolkit.fields import Field, check_field, prose_field
from ui.toolkit.small import Kind, Label, button, column, label, line, reading_area, row
from ui.toolkit.theme import Icon

_BESIDE = 640  # the design's pixels: narrower, and the answers stand below
_NOBODY = "Ingen ska svara på frågan. Skriv svaret själv, eller fördela frågan."
_NO_QUESTION = "Det här är ingen fråga. Den står med i redovisningen som avsändaren skrev den."
_REPLACE = "Byta ut det som är skrivet mot svaren från huvudmännen?"
_NONE = "Inget svar än."


class QuestionPane(QWidget):
    """One question at a time.

    Attributes:
        text, rader, klar: what is reported, which saves by itself.
        fetch: puts the answers of the huvudmän in its place.
        links: to each answer.
    """

    def __init__(self, desk: Desk, write: Callable[[Fråga, Svar], object]) -> None:
        """Show nothing yet; `write` lets the user write an answer."""
        super().__init__()
        self._desk, self._write = desk, write
        self._view: RedovisningView | None = None
        self.fråga: Fråga | None = None
        theme = desk.theme
        self.above = label("", Label.CAPTION)
        self.question = label("", Label.STRONG, wrap=True)
        self.rader: Field[RowsInput] = Field(theme, "Tabell", RowsInput(theme))
        self.rader.input.setAccessibleName("Sammanställd tabell")
        self.text = prose_field(theme, "", placeholder="Skriv, eller hämta svaren")
        self.text.input.setAccessibleName("Sammanställt svar")
        self.klar = check_field(theme, "&Klar")
        self.klar.label.hide()
        self.fetch = button("&Hämta svaren")
        self.last = label("", Label.MUTED, wrap=True)
        self.use_last = button("Utgå från förra svaret", Kind.LINK)
        self.links: tuple[QPushButton, ...] = ()
        self._inside: QWidget | None = None
        self._shown: object = None
        self._build()
        desk.editor.watch(self.text, lambda value: self._save(text=value))
        desk.editor.watch(self.rader, lambda value: self._save(rader=value))
        desk.editor.watch(self.klar, lambda value: self._save(klar=value))

    def show_it(self, view: RedovisningView, fråga_id: str | None) -> None:
        """Show a question, or the same one read again: then what is being written stays."""
        found = next((one for one in view.frågor if one.draft.id == fråga_id), None)
        same = _is_same(self.fråga, found)
        self._view, self.fråga = view, found
        self._across.setVisible(found is not None and found.draft.answered)
        self.told.setVisible(found is not None and not found.draft.answered)
        self.question.setText(found.draft.text if found else "")
        self.above.setText(_place(view, found) if found else "")
        if found is None or not found.draft.answered:
            return
        self._arrange()
        self._show_written(found, same=same)
        self._show_last(view, found)
        self._show_answers(view, found)

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return self.rader.input if self.rader.isVisible() else self.text.input

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers under what is put together where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put a table over the answers too: its columns need the room."""
        narrow = self.width() < self._desk.theme.px(_BESIDE)
        narrow = narrow or (self.fråga is not None and self.fråga.draft.slag == "tabell")
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(down if narrow else right)

    def _build(self) -> None:
        theme = self._desk.theme
        theme.dress(self.fetch, Icon.COPY)
        gap = theme.px(10)
        left, right = QWidget(), QWidget()
        left.setLayout(column(self._put_together(), None, spacing=gap))
        self.answers = Card(theme, "Svar från huvudmännen", band=True)
        self._rows = self._inside_of(self.answers)
        right.setLayout(column(self.answers, None, spacing=gap))
        self._beside = row(left, right, spacing=theme.px(14))
        self._beside.setStretch(0, 1)
        self._beside.setStretch(1, 1)
        self._across = QWidget()
        self._across.setLayout(self._beside)
        self.told = label(_NO_QUESTION, Label.MUTED, wrap=True)
        inside = QWidget()
        parts = (self.above, self.question, self.told, self._across, None)
        inside.setLayout(column(*parts, spacing=gap))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(reading_area(inside, "Frågan"))
        self.fetch.clicked.connect(self.take_answers)
        self.use_last.clicked.connect(self._take_last)

    def _put_together(self) -> Card:
        """Return the card with what is reported."""
        made = Card(self._desk.theme, "Sammanställt svar", band=True)
        assert made.head is not None  # noqa: S101 - it has a band
        made.head.addStretch()
        made.head.addWidget(self.fetch)
        made.head.addWidget(self.klar, 0, Qt.AlignmentFlag.AlignVCenter)
        body = self._inside_of(made)
        for part in (self.rader, self.text, self.last, self.use_last):
            body.addWidget(part)
        return made

    def _inside_of(self, card: Card) -> QVBoxLayout:
        theme = self._desk.theme
        body = QVBoxLayout()
        body.setContentsMargins(*(theme.px(14), theme.px(8)) * 2)
        body.setSpacing(theme.px(8))
        card.add(body)
        return body

    def _show_written(self, fråga: Fråga, *, same: bool) -> None:
        table = fråga.draft.slag == "tabell"
        self.rader.setVisible(table)
        if not same:
            self.rader.input.set_columns(fråga.draft.kolumner if table else ())
        fields: tuple[tuple[Field[Any], object], ...] = (
            (self.text, fråga.svar),
            (self.rader, fråga.rader),
            (self.klar, fråga.klar),
        )
        for field, value in fields:
            if same:
                field.show_value(value)
            else:
                field.load(value)
        open_ = self._view is not None and self._view.godkänd is None
        for part in (self.text, self.rader, self.klar):
            part.setEnabled(open_)
        given = any(one.besvarad is not None for one in fråga.svaras_av)
        self.fetch.setEnabled(open_ and given)
        self.fetch.setToolTip("" if given else "Ingen har svarat på frågan än.")

    def _show_last(self, view: RedovisningView, fråga: Fråga) -> None:
        said = answer_words(fråga.förra, fråga.förra_rader)
        self.last.setText(f"Förra gången ({view.förra}):\n{said}" if said else "")
        self.last.setVisible(bool(said))
        self.use_last.setVisible(bool(said) and view.godkänd is None)

    def _show_answers(self, view: RedovisningView, fråga: Fråga) -> None:
        now = (fråga.draft.id, fråga.svaras_av, view.godkänd)
        if now == self._shown:
            return
        self._shown, focused = now, focused_at(self.links)
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.links = ()
        parts: list[QWidget] = []
        for one in fråga.svaras_av:
            if parts:
                parts.append(line())
            parts.append(self._answer(fråga, one, open_=view.godkänd is None))
        if not parts:
            parts.append(label(_NOBODY, Label.MUTED, wrap=True))
        self._inside = inside = QWidget()
        inside.setLayout(column(*parts, spacing=self._desk.theme.px(10)))
        self._rows.addWidget(inside)
        focus_again(self.links, focused)

    def _answer(self, fråga: Fråga, svar: Svar, *, open_: bool) -> QWidget:
        theme = self._desk.theme
        part = QWidget()
        name = label(svar.vem, Label.STRONG)
        change = button("Ändra …" if svar.besvarad else "Skriv …", Kind.LINK)
        change.setAccessibleName(f"Skriv svaret från {svar.vem}")
        change.clicked.connect(partial(self._write, fråga, svar))
        if not open_:  # never shown before it has its place: it would be a window of its own
            change.hide()
        self.links = (*self.links, change)
        top = row(name, Chip(*answer_state(svar)), None, change, spacing=theme.px(8))
        said = answer_words(svar.text, svar.rader)
        words = label(said or _NONE, Label.BODY if said else Label.MUTED, wrap=True)
        part.setLayout(column(top, words, spacing=theme.px(4)))
        return part

    def take_answers(self) -> None:
        """Put the answers of the huvudmän in the place of what is written, after asking."""
        if self.fråga is not None and self._desk.editor.flush():
            text, rader = proposal(self.fråga), proposed_rows(self.fråga)
            self._take(text, rader, "hämta svaren")

    def _take_last(self) -> None:
        if self.fråga is not None and self._desk.editor.flush():
            self._take(self.fråga.förra, self.fråga.förra_rader, "utgå från förra svaret")

    def _take(self, text: str, rader: Rader, what: str) -> None:
        fråga = self.fråga
        if fråga is None or (text, rader) == (fråga.svar, fråga.rader):
            return
        written = plain_text(fråga.svar).strip() or fråga.rader
        if written and not self._desk.messages.confirm(_REPLACE, yes="Byt ut"):
            return
        command = PutTogether(fråga_id=fråga.draft.id, text=text, rader=rader)
        self._desk.editor.do(command, what)

    def _save(
        self, *, text: str | None = None, rader: Rader | None = None, klar: bool | None = None
    ) -> None:
        """Save one of the three; the others as they are now."""
        if self.fråga is None or self._view is None:
            return
        fråga_id, key = self.fråga.draft.id, self._view.id
        view = self._desk.store.ask(lambda session: redovisning_view(session, key))
        now = next((one for one in view.frågor if one.draft.id == fråga_id), self.fråga)
        command = PutTogether(
            fråga_id=fråga_id,
            text=now.svar if text is None else text,
            rader=now.rader if rader is None else rader,
            klar=now.klar if klar is None else klar,
        )
        merge = f"svar {fråga_id}" if klar is None else None
        self._desk.editor.do(command, "skriv det sammanställda svaret", merge_key=merge)


def _is_same(one: Fråga | None, other: Fråga | None) -> bool:
    """Say whether it is the question that is shown already, with the same columns."""
    if one is None or other is None:
        return False
    before, now = one.draft, other.draft
    return (before.id, before.slag, before.kolumner) == (now.id, now.slag, now.kolumner)


def _place(view: RedovisningView, fråga: Fråga) -> str:
    """Return «Målbild · fråga 3 av 14»."""
    at = view.frågor.index(fråga)
    over = [one.draft.text for one in view.frågor[:at] if one.draft.slag == "rubrik"]
    number = ""
    if fråga.draft.answered:
        asked = view.to_answer
        number = f"fråga {asked.index(fråga) + 1} av {len(asked)}"
    return " · ".join(filter(None, (over[-1] if over else "", number)))
