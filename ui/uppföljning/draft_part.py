"""What is written of a bevakning: what, when, who, and how it is reminded of."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum, Varje, Återkommer
from nämnd.core.swedish import counted
from ui.toolkit.controls import Check, Choice
from ui.toolkit.form_frame import day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, MalformedError, ParsedInput, TextInput
from ui.toolkit.small import Label, label, row
from ui.toolkit.theme import Theme
from ui.uppföljning.counting import Counting
from ui.uppföljning.due_part import DuePart

_VARJE: tuple[tuple[Varje | Literal["en gång"], str], ...] = (
    ("en gång", "nej, bara en gång"),
    ("månad", "varje månad"),
    ("kvartal", "varje kvartal"),
    ("halvår", "varje halvår"),
    ("år", "varje år"),
    ("sammanträde", "vid varje sammanträde"),
)
_STEPS = "Skriv påminnelserna som dagar före, med komma mellan: 30, 7, 1."
_QUOTE = 300  # characters that are shown of the sentence it was found in


class DraftPart(QWidget):
    """All the fields of a bevakning, in two columns.

    Signals:
        changed: something was written or chosen.

    Attributes:
        rubrik, due, varje, slut, ansvarig, epost, mottagare, steps, förverkande, anteckning:
            the fields.
    """

    changed = Signal()

    def __init__(self, theme: Theme, counting: Counting, draft: BevakningDraft) -> None:
        """Show `draft`. One with an empty rubrik is a new one: it has no day yet."""
        super().__init__()
        self._theme, self._draft = theme, draft
        self._known = dict(counting.responsible)
        self.rubrik = LineInput("till exempel Återrapport av delprojekt 8")
        self.due = DuePart(theme, counting, draft.förfaller)
        self.varje: Choice[Varje | Literal["en gång"]] = Choice(theme, _VARJE)
        self.slut = day_input(None)
        self.ansvarig, self.epost = LineInput("namn eller roll"), LineInput("namn@region.se")
        self.mottagare = LineInput("till exempel Socialstyrelsen")
        self.steps = ParsedInput(read_steps, write_steps, problem=_STEPS, placeholder="30, 7, 1")
        self.förverkande = Check(theme, "En rätt går &förlorad om dagen missas")
        self.anteckning = TextInput("", least=2, most=5)
        self._show(draft)
        self._build()
        self._connect()

    def problems(self) -> tuple[str, ...]:
        """Return what keeps it from being saved."""
        found = [] if words_in(self.rubrik) else ["Skriv vad som ska bevakas."]
        found += self.due.problems()
        if self.varje.value() != "en gång":
            found += day_problem(self.slut, needed=False)
        try:
            self.steps.value()
        except MalformedError as malformed:
            found.append(str(malformed))
        return tuple(found)

    def draft(self, källa: Källa) -> BevakningDraft | None:
        """Return what is written; None while something is wrong."""
        förfaller = None if self.problems() else self.due.value()
        if förfaller is None:
            return None
        return BevakningDraft(
            rubrik=words_in(self.rubrik),
            förfaller=förfaller,
            källa=källa,
            återkommer=self._återkommer(),
            påminnelser=self.steps.value() or (),
            ansvarig=words_in(self.ansvarig) or None,
            ansvarig_epost=words_in(self.epost) or None,
            mottagare=words_in(self.mottagare) or None,
            förverkande=self.förverkande.isChecked(),
            anteckning=self.anteckning.value().strip(),
            citat=self._draft.citat,
            sida=self._draft.sida,
        )

    def _återkommer(self) -> Återkommer | None:
        varje = self.varje.value()
        if varje is None or varje == "en gång":
            return None
        return Återkommer(varje, self.slut.value())

    def _show(self, draft: BevakningDraft) -> None:
        self.rubrik.show_value(draft.rubrik)
        self.varje.choose(draft.återkommer.varje if draft.återkommer else "en gång")
        self.slut.show_value(draft.återkommer.till if draft.återkommer else None)
        self.ansvarig.show_value(draft.ansvarig or "")
        self.epost.show_value(draft.ansvarig_epost or "")
        self.mottagare.show_value(draft.mottagare or "")
        self.steps.show_value(draft.påminnelser)
        self.förverkande.setChecked(draft.förverkande)
        self.anteckning.show_value(draft.anteckning)

    def _build(self) -> None:
        gap = self._theme.px(8)
        top = _form(gap)
        _add(top, "&Vad", self.rubrik)
        when = _form(gap)
        _add(when, "Å&terkommer", self.varje)
        _add(when, "Till och &med", self.slut)
        self._when = when
        left = QVBoxLayout()
        left.addWidget(self.due)
        left.addLayout(when)
        left.addStretch()
        who = _form(gap)
        for text, part in (
            ("An&svarig", self.ansvarig),
            ("&E-post", self.epost),
            ("M&ottagare", self.mottagare),
            ("&Påminn dagar före", self.steps),
        ):
            _add(who, text, part)
        across = QHBoxLayout()
        across.setSpacing(self._theme.px(24))
        across.addLayout(left, 1)
        across.addLayout(who, 1)
        bottom = _form(gap)
        _add(bottom, "Anteckn&ing", self.anteckning)
        self._lay_out((top, across, row(self.förverkande, None, spacing=gap), bottom))
        self._follow_varje()

    def _lay_out(self, parts: tuple[QFormLayout | QHBoxLayout, ...]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(12))
        for part in parts:
            layout.addLayout(part)
        if self._draft.citat:
            cut = self._draft.citat[:_QUOTE]
            more = "…" if len(self._draft.citat) > _QUOTE else ""
            said = label(f"«{cut}{more}»", Label.MUTED, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(said)

    def _connect(self) -> None:
        self.due.changed.connect(self.changed)
        for line in (self.rubrik, self.slut, self.steps, self.epost):
            line.textChanged.connect(self.changed)
        self.varje.currentIndexChanged.connect(self._follow_varje)
        names = QCompleter(sorted(self._known), self.ansvarig)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.activated.connect(self._fill_in)
        self.ansvarig.setCompleter(names)
        self.ansvarig.left.connect(self._fill_in)

    def _fill_in(self) -> None:
        """Take the address that was used for that name the last time, if none is written."""
        known = self._known.get(words_in(self.ansvarig))
        if known and not words_in(self.epost):
            self.epost.show_value(known)

    def _follow_varje(self) -> None:
        self._when.setRowVisible(self.slut, self.varje.value() != "en gång")
        self.changed.emit()


def read_steps(text: str) -> tuple[int, ...] | None:
    """Return «30, 7, 1» as numbers; None when it is something else."""
    parts = [one.strip() for one in text.replace(";", ",").split(",") if one.strip()]
    if not all(one.isdecimal() for one in parts):
        return None
    return tuple(sorted({int(one) for one in parts}, reverse=True))


def write_steps(steps: tuple[int, ...]) -> str:
    """Return the reminders as they are written."""
    return ", ".join(map(str, steps))


def steps_text(steps: tuple[int, ...]) -> str:
    """Return the reminders in words: «30, 7 och 1 dag före»."""
    if not steps:
        return "inga"
    if len(steps) == 1:
        return f"{counted(steps[0], 'dag', 'dagar')} före"
    head, last = ", ".join(map(str, steps[:-1])), counted(steps[-1], "dag", "dagar")
    return f"{head} och {last} före"


def empty_draft(rubrik: str, källa: Källa, counting: Counting) -> BevakningDraft:
    """Return what a new bevakning starts as: due today, to be corrected."""
    return BevakningDraft(rubrik=rubrik, förfaller=PåDatum(counting.today), källa=källa)


def _form(gap: int) -> QFormLayout:
    made = QFormLayout()
    made.setSpacing(gap)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def _add(form: QFormLayout, text: str, part: QWidget) -> None:
    form.addRow(text, part)
    part.setAccessibleName(text.replace("&", ""))
