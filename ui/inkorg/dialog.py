"""The files that come in, before they are registered: what each is, and where they go."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nämnd.core.swedish import counted, sort_key
from nämnd.inkorg.commands import taken_in
from nämnd.inkorg.values import Gathered
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.queries import ÄrendeRow
from nämnd.ärende.values import HandlingDraft, ÄrendeDraft
from ui.desk import Desk
from ui.inkorg.draft_form import DraftForm
from ui.inkorg.lines import Line, lines_of, new_handlingar, rewritten, turned
from ui.inkorg.target import Target
from ui.inkorg.words import (
    RIKTNING,
    details,
    left_text,
    proposed_rubrik,
    remark,
    state_role,
    state_text,
    summary,
)
from ui.toolkit.chips import Card, in_card
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.table import Column, RowTable

_WIDTH, _HEIGHT = 1120, 700  # the design's pixels
_RIKTNING = dict(RIKTNING)


def _role(line: Line) -> Role:
    return Role.TEXT if line.taken else Role.MUTED


def _column(header: str, text: Callable[[Line], str], width: int | None = None) -> Column[Line]:
    return Column(header, text, lambda one: sort_key(text(one)), width, role=_role)


_COLUMNS: tuple[Column[Line], ...] = (
    Column("Rad", lambda one: str(one.number), lambda one: one.number, 4, right=True, role=_role),
    Column("Läge", state_text, state_text, 12, chip=state_role),
    _column("Vad det är", lambda one: one.draft.rubrik),
    _column("Dag", lambda one: one.draft.datum.isoformat(), 10),
    _column("Riktning", lambda one: _RIKTNING[one.draft.riktning], 10),
    _column("Från eller till", lambda one: one.draft.från_till or "", 22),
    _column("Fil", lambda one: one.found.file.name, 22),
    Column("Att veta", remark, remark, 22, role=lambda _: Role.WARN),
)


@dataclass(frozen=True, slots=True)
class Diarium:
    """Where files can go. `series`: the nämnd has a series of its own for its dnr."""

    nämnd_id: str
    ärenden: tuple[ÄrendeRow, ...]
    series: bool


class IntakeDialog(DialogFrame):
    """Every file that was found; all of them are registered in one step, or none."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        gathered: Gathered,
        diarium: Diarium,
        done: Callable[[str], object],
    ) -> None:
        """Show what was found. `done` gets the id of the ärende that it went to."""
        super().__init__(desk.theme, parent, "Ta in filer", width=_WIDTH)
        self._desk, self._diarium, self._gathered = desk, diarium, gathered
        self._done = done
        self.lines = lines_of(gathered)
        theme = desk.theme
        self.summary = label("", Label.STRONG, wrap=True)
        self.left = label(left_text(gathered.left), Label.CAPTION, wrap=True)
        self.table: RowTable[Line] = RowTable(
            theme, _COLUMNS, lambda one: one.number, name="Filer som tas in", empty="Inga filer."
        )
        self.form = DraftForm(theme)
        self.details = label("", Label.MUTED, wrap=True)
        self.toggle = button("&Utelämna filen")
        self.target = Target(
            theme, diarium.ärenden, series=diarium.series, rubrik=proposed_rubrik(gathered)
        )
        self._lay_out()
        self._connect()
        self._show_lines()

    def show_it(self, ärende_id: str | None) -> None:
        """Show the dialog, with an ärende chosen when one is given."""
        if ärende_id is not None:
            self.target.begin_with(ärende_id)
        self.resize(self.theme.px(_WIDTH), self.theme.px(_HEIGHT))
        self.begin(self._save, problems=self._wrong)
        self._check()
        if self.lines:
            self.table.choose(self.lines[0].number)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        gap = self.theme.px(8)
        for part in (self.summary, self.left):
            self.body.addWidget(part)
        self.left.setVisible(bool(self._gathered.left))
        self.body.addWidget(in_card(self.theme, self.table), 1)
        file = Card(self.theme, "Filen")
        for part in (self.form, self.details):
            file.add(part)
        file.body.addLayout(row(self.toggle, None, spacing=0))
        ärende = Card(self.theme, "Ärendet")
        ärende.add(self.target)
        for card in (file, ärende):
            card.body.addStretch()
        below = row(file, ärende, spacing=gap * 2)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        self.body.addLayout(below)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_line)
        self.table.opened.connect(self._begin_to_write)
        self.table.removal_wanted.connect(self._turn)
        self.toggle.clicked.connect(lambda: self._turn(self.table.selected()))
        self.form.edited.connect(self._rewrite)
        self.target.changed.connect(self._check)

    def _show_lines(self) -> None:
        self.table.show_rows(self.lines)
        self.summary.setText(summary(self.lines, self._gathered.left))
        self._show_line(self.table.current())

    def _show_line(self, line: Line | None) -> None:
        self.form.load(line.draft if line else None)
        self.details.setText(details(line) if line else "")
        self.toggle.setText("&Utelämna filen" if line and line.taken else "&Ta in filen")
        self.toggle.setEnabled(line is not None)

    def _begin_to_write(self, _: Line) -> None:
        self.form.rubrik.setFocus()

    def _turn(self, chosen: tuple[Line, ...]) -> None:
        self.lines = turned(self.lines, (one.number for one in chosen))
        self._show_lines()
        self._check()

    def _rewrite(self, draft: HandlingDraft) -> None:
        line = self.table.current()
        if line is None:
            return
        self.lines = rewritten(self.lines, line.number, draft)
        self.table.show_rows(self.lines)
        self._check()

    def _check(self) -> None:
        self.check()
        taken = sum(one.taken for one in self.lines)
        what = counted(taken, "handling", "handlingar")
        self.keep.setText(f"&Registrera {what}" if taken else "&Registrera")

    def _wrong(self) -> tuple[str, ...]:
        found: list[str] = []
        if not any(one.taken for one in self.lines):
            found.append("Ingen fil tas in. Välj en rad och tryck på Ta in filen.")
        nameless = next((one for one in self.lines if one.taken and not one.draft.rubrik), None)
        if nameless:
            found.append(f"Skriv vad filen på rad {nameless.number} är.")
        return (*found, *self.target.problems())

    def _save(self) -> bool:
        known, new = self.target.ärende(), new_handlingar(self.lines)
        ärende = known.id if known else self._ärende()
        command = taken_in(ärende, new, when=self._desk.when, today=self._desk.today)
        what = f"ta in {counted(len(new), 'handling', 'handlingar')}"
        if self._desk.editor.do(command, what) is None:
            return False
        self._done(ärende if isinstance(ärende, str) else ärende.ärende_id)
        return True

    def _ärende(self) -> RegisterÄrende:
        return RegisterÄrende(
            nämnd_id=self._diarium.nämnd_id,
            draft=ÄrendeDraft(rubrik=self.target.rubrik.value().strip(), öppnat=self._desk.today),
            today=self._desk.today,
            dnr=self.target.dnr.value().strip() or None,
        )
