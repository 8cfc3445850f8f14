"""The terms of a nämnd: from when to when ledamöter are appointed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from nämnd.core.errors import Draft
from nämnd.core.swedish import short_date
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import Mandatperiod, NämndDraft, problems_in_mandatperioder
from ui.desk import Desk
from ui.organisation.form import Form
from ui.organisation.inputs import DAY_PROBLEM, date_input
from ui.organisation.people_now import period_text
from ui.organisation.sizes import fit_height
from ui.toolkit.chips import Card
from ui.toolkit.inputs import MalformedError
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.table import Column, RowTable

_COLUMNS: tuple[Column[Mandatperiod], ...] = (
    Column("Från och med", lambda one: short_date(one.från), lambda one: one.från, 15),
    Column(
        "Till och med",
        lambda one: short_date(one.till) if one.till else "tills vidare",
        lambda one: (one.till is None, one.till),
    ),
)


class MandatperioderCard(Card):
    """A table of terms, oldest first. They are offered wherever an uppdrag gets its days."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Mandatperioder")
        self._desk, self._nämnd_id, self._draft = desk, "", NämndDraft("")
        self.table: RowTable[Mandatperiod] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.från, name="Mandatperioder"
        )
        self.empty = label(
            "Inga mandatperioder. Med dem fylls dagarna i för den som får ett uppdrag.",
            Label.MUTED,
            wrap=True,
        )
        self.new, self.change = button("L&ägg till period …"), button("Ändra …")
        self.remove = button("Ta bort")
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        key = self._nämnd_id
        self._draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        rows = sorted(self._draft.mandatperioder, key=lambda one: one.från)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        fit_height(self.table)
        self._enable()

    def _build(self) -> None:
        self.add(self.table)
        self.add(self.empty)
        self.add(row(self.new, None, self.change, self.remove, spacing=self._desk.theme.px(8)))
        self.new.clicked.connect(lambda: self._edit(None))
        self.change.clicked.connect(lambda: self._edit(self.table.current()))
        self.remove.clicked.connect(lambda: self._remove(self.table.selected()))
        self.table.opened.connect(self._edit)
        self.table.removal_wanted.connect(self._remove)
        self.table.chosen.connect(self._enable)

    def _enable(self) -> None:
        for one in (self.change, self.remove):
            one.setEnabled(self.table.current() is not None)
            one.setVisible(bool(self._draft.mandatperioder))

    def _edit(self, old: Mandatperiod | None) -> None:
        others = tuple(one for one in self._draft.mandatperioder if one != old)

        def save(new: Mandatperiod) -> bool:
            what = f"{'ändra' if old else 'lägg till'} mandatperioden {period_text(new)}"
            return self._save((*others, new), what)

        self._desk.editor.flush()
        MandatperiodDialog(self._desk, self, old, others, save).open()

    def _remove(self, gone: tuple[Mandatperiod, ...]) -> None:
        names = ", ".join(map(period_text, gone))
        kept = tuple(one for one in self._draft.mandatperioder if one not in gone)
        if gone and self._save(kept, f"ta bort mandatperioden {names}"):
            self._desk.messages.notice(f"Mandatperioden {names} togs bort. Ctrl+Z ångrar.")

    def _save(self, periods: tuple[Mandatperiod, ...], what: str) -> bool:
        ordered = tuple(sorted(periods, key=lambda one: one.från))
        draft = replace(self._draft, mandatperioder=ordered)
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=draft)
        return self._desk.editor.do(command, what) is not None


class MandatperiodDialog(QDialog):
    """First and last day of a term. Saves through `save`."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        period: Mandatperiod | None,
        others: tuple[Mandatperiod, ...],
        save: Callable[[Mandatperiod], bool],
    ) -> None:
        """Show `period`, or an empty form for a new one beside `others`."""
        super().__init__(parent)
        self.setWindowTitle("Mandatperiod" if period else "Ny mandatperiod")
        self._others = others
        self.från = date_input(period.från if period else None)
        self.till = date_input(period.till if period else None)
        self.form = Form(
            self, desk.theme, problems=self._problems, save=lambda: save(self.period()), width=420
        )
        self.form.add("&Från och med", self.från)
        self.form.add("&Till och med", self.till)
        for field in (self.från, self.till):
            field.textChanged.connect(self.form.check)
        self.form.begin()

    def period(self) -> Mandatperiod:
        """Return what is written.

        Raises:
            MalformedError: a date can't be read, or the first day is missing.
        """
        från = self.från.value()
        if från is None:
            raise MalformedError(DAY_PROBLEM)
        return Mandatperiod(från, self.till.value())

    def _problems(self) -> tuple[str, ...]:
        try:
            period = self.period()
        except MalformedError as malformed:
            return (str(malformed),)
        found = problems_in_mandatperioder((*self._others, period))
        return tuple(self._said(one, period) for one in found)

    def _said(self, problem: Draft, period: Mandatperiod) -> str:
        """Name the term that is in the way: the user then need not look for it."""
        if problem is not Draft.MANDATPERIODER_OVERLAP:
            return DRAFT_TEXT[problem]
        pairs = ((one, problems_in_mandatperioder((one, period))) for one in self._others)
        names = [period_text(one) for one, found in pairs if problem in found]
        return (
            f"{DRAFT_TEXT[problem]} I vägen är {', '.join(names)}."
            if names
            else DRAFT_TEXT[problem]
        )
