"""Dialogs about a sammanträde as a whole: plan, change, move, cancel."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from nämnd.core.errors import Draft
from nämnd.core.ids import new_id
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.queries import UppdragRow, uppdrag_rows
from nämnd.organisation.rules import LEDAMÖTER, serves
from nämnd.sammanträde.commands import (
    CancelSammanträde,
    MoveSammanträde,
    PlanSammanträde,
    SaveSammanträde,
)
from nämnd.sammanträde.dagordning import Dag, SammanträdeRow, spans_text
from nämnd.sammanträde.drafts import SammanträdeDraft, problems_in_days
from nämnd.sammanträde.queries import dagordning
from nämnd.sammanträde.rules import read_spans
from ui.desk import Desk
from ui.toolkit.small import Kind, Label, button, label, row

_WEEKS_AHEAD = 4  # where the calendar opens for a new sammanträde


def new_sammanträde(
    desk: Desk, parent: QWidget, nämnd_id: str, planned: Callable[[str], None]
) -> None:
    """Let the user plan a sammanträde; `planned` gets its id when it is saved."""
    key = new_id()

    def save(draft: SammanträdeDraft) -> bool:
        command = PlanSammanträde(sammanträde_id=key, nämnd_id=nämnd_id, draft=draft)
        return desk.editor.do(command, "planera sammanträde") is not None

    day = desk.today + timedelta(weeks=_WEEKS_AHEAD)
    ordförande, sekreterare = _leaders(desk, nämnd_id, day)
    draft = SammanträdeDraft(dagar=(Dag(day),), ordförande=ordförande, sekreterare=sekreterare)
    dialog = SammanträdeDialog(desk, parent, nämnd_id, draft, save)
    dialog.setWindowTitle("Nytt sammanträde")
    dialog.accepted.connect(lambda: planned(key))
    dialog.open()


def edit_sammanträde(desk: Desk, parent: QWidget, sammanträde_id: str) -> None:
    """Let the user change place, times, number or who presides."""
    head = _head(desk, sammanträde_id)

    def save(draft: SammanträdeDraft) -> bool:
        command = SaveSammanträde(sammanträde_id=sammanträde_id, draft=draft)
        return desk.editor.do(command, "ändra sammanträdet") is not None

    dialog = SammanträdeDialog(desk, parent, head.nämnd_id, _draft(head), save)
    dialog.setWindowTitle("Ändra sammanträdet")
    dialog.open()


def move_sammanträde(desk: Desk, parent: QWidget, sammanträde_id: str) -> None:
    """Let the user move a sammanträde to another day, for a reason."""
    head = _head(desk, sammanträde_id)

    def save(dagar: tuple[Dag, ...], skäl: str) -> bool:
        command = MoveSammanträde(sammanträde_id=sammanträde_id, dagar=dagar, skäl=skäl)
        return desk.editor.do(command, "flytta sammanträdet") is not None

    MoveDialog(desk, parent, head, save).open()


def cancel_sammanträde(desk: Desk, sammanträde_id: str) -> None:
    """Let the user cancel a sammanträde, for a reason."""
    head = _head(desk, sammanträde_id)
    skäl = desk.messages.ask_text(
        "Ställ in sammanträdet", f"Varför ställs sammanträdet {head.day_text} in?"
    )
    if skäl is not None:
        command = CancelSammanträde(sammanträde_id=sammanträde_id, skäl=skäl)
        desk.editor.do(command, "ställ in sammanträdet")


class DaysField(QWidget):
    """The days of a sammanträde: a date and its times each."""

    def __init__(self, desk: Desk, dagar: tuple[Dag, ...], changed: Callable[[], None]) -> None:
        """Show `dagar`; `changed` hears of every edit."""
        super().__init__()
        self._desk, self._changed = desk, changed
        self._lines: list[tuple[QDateEdit, QLineEdit, QWidget]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.px(6))
        self._more = button("+ Dag", Kind.LINK)
        self._more.clicked.connect(self._add_next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(6))
        layout.addLayout(self._rows)
        layout.addWidget(self._more)
        for dag in dagar:
            self._add(dag)

    def dagar(self) -> tuple[Dag, ...]:
        """Return the days as they are written; times that are none become a bad span."""
        found: list[Dag] = []
        for day, times, _ in self._lines:
            spans = read_spans(times.text())
            wrong = ((times.text(), None),)
            found.append(Dag(_date_in(day), wrong if spans is None else spans))
        return tuple(found)

    def _add(self, dag: Dag) -> None:
        day = QDateEdit(QDate(dag.datum.year, dag.datum.month, dag.datum.day))
        day.setCalendarPopup(True)
        day.setDisplayFormat("yyyy-MM-dd")
        day.setAccessibleName(f"Dag {len(self._lines) + 1}")
        times = QLineEdit(spans_text(dag.tider))
        times.setPlaceholderText("09.00–12.00, 13.00–15.00")
        times.setAccessibleName(f"Tider dag {len(self._lines) + 1}")
        day.dateChanged.connect(self._tell)
        times.textChanged.connect(self._tell)
        whole = QWidget()
        parts = row(day, times, spacing=self._desk.theme.px(8))
        parts.setStretch(1, 1)
        if self._lines:
            remove = button("Ta bort", Kind.LINK)
            remove.clicked.connect(lambda: self._remove(whole))
            parts.addWidget(remove)
        whole.setLayout(parts)
        self._lines.append((day, times, whole))
        self._rows.addWidget(whole)

    def _add_next(self) -> None:
        self._add(Dag(_date_in(self._lines[-1][0]) + timedelta(days=1)))
        self._lines[-1][0].setFocus()
        self._changed()

    def _tell(self) -> None:
        self._changed()

    def _remove(self, whole: QWidget) -> None:
        self._lines = [one for one in self._lines if one[2] is not whole]
        whole.hide()
        whole.deleteLater()
        self._changed()


class SammanträdeDialog(QDialog):
    """Everything that can be set of a sammanträde. Saves through `save`; stays while refused."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        draft: SammanträdeDraft,
        save: Callable[[SammanträdeDraft], bool],
    ) -> None:
        """Show `draft`."""
        super().__init__(parent)
        self._desk, self._draft, self._save = desk, draft, save
        self.days = DaysField(desk, draft.dagar, self._check)
        self.plats = QLineEdit(draft.plats)
        self.nummer = QSpinBox()
        self.nummer.setRange(0, 99)
        self.nummer.setSpecialValueText("räknas ut")
        self.nummer.setValue(draft.nummer_i_året or 0)
        self.beteckning = QLineEdit(draft.beteckning or "")
        self.slag = QComboBox()
        for text in ("ordinarie", "extra"):
            self.slag.addItem(text.capitalize(), text)
        self.slag.setCurrentIndex(self.slag.findData(draft.slag))
        people = desk.store.ask(lambda session: uppdrag_rows(session, nämnd_id))
        self.ordförande = _people_box(people, draft.ordförande)
        self.sekreterare = _people_box(people, draft.sekreterare)
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.buttons = _save_and_cancel(self, self._save_and_close)
        self._build()

    def draft(self) -> SammanträdeDraft:
        """Return what is written."""
        return SammanträdeDraft(
            dagar=self.days.dagar(),
            plats=self.plats.text(),
            nummer_i_året=self.nummer.value() or None,
            beteckning=self.beteckning.text() or None,
            slag=self.slag.currentData(),
            ordförande=self.ordförande.currentData(),
            sekreterare=self.sekreterare.currentData(),
        )

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(self._desk.theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&Dag och tid", self.days)
        form.addRow("&Plats", self.plats)
        form.addRow("&Ordförande", self.ordförande)
        form.addRow("&Sekreterare", self.sekreterare)
        form.addRow("&Nummer i året", self.nummer)
        form.addRow("&Beteckning", self.beteckning)
        form.addRow("S&lag", self.slag)
        self.beteckning.setPlaceholderText("frivillig, till exempel LS 10/08")
        layout = QVBoxLayout(self)
        margin = self._desk.theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(self._desk.theme.px(12))
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self._desk.theme.px(560))
        self._check()

    def _check(self) -> None:
        _show_problems(self.hint, self.buttons, problems_in_days(self.days.dagar()))

    def _save_and_close(self) -> None:
        if self._save(self.draft()):
            self.accept()


class MoveDialog(QDialog):
    """Another day, and why."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        head: SammanträdeRow,
        save: Callable[[tuple[Dag, ...], str], bool],
    ) -> None:
        """Show the days there are."""
        super().__init__(parent)
        self.setWindowTitle("Flytta sammanträdet")
        self._save = save
        self.skäl = QLineEdit()
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.buttons = _save_and_cancel(self, self._save_and_close)
        self.days = DaysField(desk, head.dagar, self._check)
        self.skäl.textChanged.connect(self._check)
        form = QFormLayout()
        form.setSpacing(desk.theme.px(8))
        form.addRow("&Ny dag och tid", self.days)
        form.addRow("S&käl", self.skäl)
        self.skäl.setPlaceholderText("syns i kallelsen, till exempel: krock med fullmäktige")
        layout = QVBoxLayout(self)
        margin = desk.theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(desk.theme.px(520))
        self._check()

    def _check(self) -> None:
        missing = () if self.skäl.text().strip() else (Draft.SKÄL_MISSING,)
        _show_problems(self.hint, self.buttons, (*problems_in_days(self.days.dagar()), *missing))

    def _save_and_close(self) -> None:
        if self._save(self.days.dagar(), self.skäl.text()):
            self.accept()


def _date_in(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


def _save_and_cancel(dialog: QDialog, save: Callable[[], None]) -> QDialogButtonBox:
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
    )
    buttons.button(QDialogButtonBox.StandardButton.Save).setText("&Spara")
    buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Avbryt")
    buttons.accepted.connect(save)
    buttons.rejected.connect(dialog.reject)
    return buttons


def _show_problems(hint: QLabel, buttons: QDialogButtonBox, problems: tuple[Draft, ...]) -> None:
    hint.setText("\n".join(DRAFT_TEXT[one] for one in dict.fromkeys(problems)))
    hint.setVisible(bool(problems))
    buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not problems)


def _people_box(people: tuple[UppdragRow, ...], chosen: str | None) -> QComboBox:
    box = QComboBox()
    box.addItem("–", None)
    for person_id, name in {one.person_id: one.person.namn for one in people}.items():
        box.addItem(name, person_id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _leaders(desk: Desk, nämnd_id: str, day: date) -> tuple[str | None, str | None]:
    """Return who presides and keeps the minutes on `day`, by their uppdrag."""
    rows = desk.store.ask(lambda session: uppdrag_rows(session, nämnd_id))
    now = [one for one in rows if serves(one.uppdrag.från, one.uppdrag.till, day)]
    first = {one.uppdrag.roll: one.person_id for one in reversed(now)}
    return first.get(LEDAMÖTER[0]), first.get("sekreterare")


def _head(desk: Desk, sammanträde_id: str) -> SammanträdeRow:
    return desk.store.ask(lambda session: dagordning(session, sammanträde_id)).sammanträde


def _draft(head: SammanträdeRow) -> SammanträdeDraft:
    return SammanträdeDraft(
        dagar=head.dagar,
        plats=head.plats,
        nummer_i_året=head.nummer_i_året,
        beteckning=head.beteckning,
        slag=head.slag,
        ordförande=head.ordförande and head.ordförande.id,
        sekreterare=head.sekreterare and head.sekreterare.id,
    )
