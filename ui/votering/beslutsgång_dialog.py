"""«Skriv beslutsgången»: the propositions in order, what won each, and the text that follows."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nämnd.core import richtext
from nämnd.core.wording import Change, Piece, compared, same_wording
from nämnd.protokoll.beslutsgång import beslutsgång, propositionsordning
from nämnd.protokoll.outcomes import proposed_beslut
from nämnd.protokoll.propositions import Step
from nämnd.protokoll.rounds import Decided, decided
from nämnd.protokoll.values import BeslutspunktRow
from ui.desk import Desk
from ui.toolkit.controls import Check, Choice
from ui.toolkit.small import Label, label, reading_area, row
from ui.votering.frame import Frame
from ui.votering.saving import Shown
from ui.votering.words import UTFALL_TEXT

_SEVERAL = 2  # proposals against one another


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be saved. `beslut` None: the beslut stays as it is."""

    propositionsordning: str
    beslutsgång: str
    beslut: tuple[BeslutspunktRow, ...] | None


class BeslutsgångDialog(Frame):
    """One row for each proposition; below them the text, with what it changes."""

    def __init__(
        self, desk: Desk, parent: QWidget, shown: Shown, save: Callable[[Written], bool]
    ) -> None:
        """Propose what the rules say."""
        super().__init__(desk.theme, parent, f"Beslutsgång {shown.number}")
        self._shown = shown
        self._first: str | None = None  # the huvudförslag
        self._chosen: dict[int, str] = {}
        self.rows = QVBoxLayout()
        self.choices: list[Choice[str]] = []
        self.text = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.with_beslut = Check(desk.theme, "Skriv också &beslutet")
        self._build()
        self._list_steps()
        self._show_text()
        self.begin(lambda: save(self.written()))

    def written(self) -> Written:
        """Return the text, and the beslut when it is to be written too."""
        found = self._decided()
        protokoll, paragraf = self._shown.protokoll, self._shown.paragraf
        beslut = self._beslut() if self.with_beslut.isChecked() else None
        plan = tuple(one.step for one in found)
        return Written(
            propositionsordning(protokoll, plan), beslutsgång(protokoll, paragraf, found), beslut
        )

    def _beslut(self) -> tuple[BeslutspunktRow, ...]:
        return proposed_beslut(self._shown.protokoll, self._shown.paragraf, self._decided())

    def _decided(self) -> tuple[Decided, ...]:
        return decided(self._shown.protokoll, self._shown.paragraf, self._first, self._chosen)

    def _list_steps(self) -> None:
        """Show a row for each step, with what can win it."""
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        for place, one in enumerate(self._decided()):
            self.rows.addWidget(self._row(place, one))

    def _row(self, place: int, one: Decided) -> QWidget:
        theme, step = self.theme, one.step
        holder = QWidget()
        choice: Choice[str] = Choice(theme, [(each.key, each.name) for each in step.proposals])
        choice.choose(one.winner.key if one.winner else step.proposals[0].key)
        choice.setEnabled(not one.rounds and len(step.proposals) > 1)
        name = f"{place + 1}. {_named(step)}"
        choice.setAccessibleName(f"{name}: vad nämnden beslutar")
        choice.activated.connect(lambda: self._choose(place, choice))
        self.choices.append(choice)
        said = label(f"{name} – omröstningen avgör" if one.rounds else name, Label.LABEL, wrap=True)
        parts: list[QWidget] = [choice]
        if step.slag in ("huvudförslag", "val") and len(step.proposals) > _SEVERAL:
            parts.append(self._first_choice(step))
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        layout.addWidget(said)
        layout.addLayout(row(*parts, None, spacing=theme.px(8)))
        return holder

    def _first_choice(self, step: Step) -> QWidget:
        """Let the ordförande pick the huvudförslag when there are more than two proposals."""
        options = [(one.key, f"Huvudförslag: {one.name}") for one in step.proposals]
        made: Choice[str] = Choice(self.theme, options)
        made.choose(self._first or step.proposals[0].key)
        made.setAccessibleName("Huvudförslag")
        made.activated.connect(lambda: self._pick(made))
        return made

    def _pick(self, choice: Choice[str]) -> None:
        self._first = choice.value()
        self._list_steps()
        self._show_text()

    def _choose(self, place: int, choice: Choice[str]) -> None:
        key = choice.value()
        if key is not None:
            self._chosen[place] = key
        self._show_text()

    def _show_text(self) -> None:
        put = self._decided()
        for choice, one in zip(self.choices, put, strict=True):
            choice.setEnabled(one.put and not one.rounds and len(one.step.proposals) > 1)
        paragraf, new = self._shown.paragraf, self.written()
        before = _paragraphs(paragraf.propositionsordning, paragraf.beslutsgång)
        after = _paragraphs(new.propositionsordning, new.beslutsgång)
        beslut = _beslut_html(self._beslut()) if self.with_beslut.isChecked() else ""
        self.text.setText(_text_html(before, after) + beslut)
        replaced = bool(before) and not same_wording(before, after)
        self.keep.setText("&Ersätt texten" if replaced else "&Skriv")
        self.warn("Texten som finns är en annan: ändringarna är markerade." if replaced else "")

    def _build(self) -> None:
        theme = self.theme
        self.rows.setSpacing(theme.px(8))
        self.add(self.rows)
        area = reading_area(self.text, "Texten som skrivs")
        area.setMinimumHeight(theme.px(260))
        self.add(area)
        self.add(self.with_beslut)
        rows = self._shown.paragraf.beslutspunkter
        self.with_beslut.setChecked(all(one.utfall is None for one in rows) or self._differs())
        self.with_beslut.toggled.connect(self._show_text)
        self.wide = theme.px(640)

    def _differs(self) -> bool:
        """Say whether the beslut in the § is not what a votering has decided."""
        if not self._shown.paragraf.voteringar:
            return False
        now = [(one.text, one.utfall) for one in self._shown.paragraf.beslutspunkter]
        return [(one.text, one.utfall) for one in self._beslut()] != now


def _named(step: Step) -> str:
    match step.slag:
        case "återremiss" | "bordläggning":
            return f"Ska {step.what} avgöras i dag?"
        case "tillägg":
            return "Tilläggsyrkande"
        case "val":
            return "Val"
        case "huvudförslag":
            return f"Punkt {step.punkt}" if step.punkt else "Huvudförslag"


def _paragraphs(*sources: str) -> list[str]:
    texts = (richtext.plain_text(source) for source in sources)
    return [part for text in texts for part in text.split("\n\n") if part.strip()]


def _text_html(before: list[str], after: list[str]) -> str:
    if not before:
        return "".join(f"<p>{escape(one)}</p>" for one in after) or "<p>Ingen text behövs.</p>"
    return "".join(
        f"<p>{' '.join(map(_piece_html, one.pieces))}</p>" for one in compared(before, after)
    )


def _piece_html(piece: Piece) -> str:
    text = escape(piece.text)
    match piece.change:
        case Change.REMOVED:
            return f"<s>{text}</s>"
        case Change.ADDED:
            return f"<b><u>{text}</u></b>"
        case Change.SAME:
            return text


def _beslut_html(rows: tuple[BeslutspunktRow, ...]) -> str:
    lines = (
        f"<p>{escape(one.nummer)}. {escape(one.text)} "
        f"<i>({escape(UTFALL_TEXT.get(one.utfall, ''))}"
        f"{escape(' ' + one.till if one.till else '')})</i></p>"
        for one in rows
    )
    return "<p><b>Beslut</b></p>" + "".join(lines) if rows else ""
