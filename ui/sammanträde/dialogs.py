"""Dialogs about a sammanträde as a whole: plan, change, move, cancel."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nämnd.core.errors import Draft
from nämnd.core.ids import new_id
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.queries import uppdrag_rows
from nämnd.organisation.rules import LEDAMÖTER, serves
from nämnd.sammanträde.commands import (
    CancelSammanträde,
    MoveSammanträde,
    PlanSammanträde,
    SaveSammanträde,
)
from nämnd.sammanträde.dagordning import Dag, SammanträdeRow
from nämnd.sammanträde.drafts import SammanträdeDraft, problems_in_days
from nämnd.sammanträde.queries import dagordning
from ui.desk import Desk
from ui.sammanträde.days_field import DaysField
from ui.toolkit.controls import Choice
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Theme

_NUMBER = "Skriv numret i året som ett tal, till exempel 4, eller lämna det tomt."
_NO_DAY = "«{}» går inte att läsa som datum. Skriv det som 2026-03-17."
_MOST = 1000
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


def hold_sammanträde(desk: Desk, sammanträde_id: str) -> None:
    """Take back that a sammanträde was cancelled."""
    command = CancelSammanträde(sammanträde_id=sammanträde_id, skäl=None)
    desk.editor.do(command, "håll sammanträdet ändå")


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
        self._desk, self._save = desk, save
        theme = desk.theme
        people = desk.store.ask(lambda session: uppdrag_rows(session, nämnd_id))
        names = {one.person_id: one.person.namn for one in people}
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.keep = button("&Spara", Kind.PRIMARY)
        self.days = DaysField(desk, draft.dagar)
        self.plats = QLineEdit(draft.plats)
        self.nummer = QLineEdit(str(draft.nummer_i_året or ""))
        self.beteckning = QLineEdit(draft.beteckning or "")
        self.slag: Choice[str] = Choice(theme, (("ordinarie", "Ordinarie"), ("extra", "Extra")))
        self.slag.choose(draft.slag)
        self.ordförande = _people_box(theme, names, draft.ordförande)
        self.sekreterare = _people_box(theme, names, draft.sekreterare)
        self._build()

    def draft(self) -> SammanträdeDraft:
        """Return what is written."""
        return SammanträdeDraft(
            dagar=self.days.dagar(),
            plats=self.plats.text(),
            nummer_i_året=_read_number(self.nummer.text()),
            beteckning=self.beteckning.text() or None,
            slag=str(self.slag.value()),
            ordförande=self.ordförande.value() or None,
            sekreterare=self.sekreterare.value() or None,
        )

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(self._desk.theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_label_of(self.days, "&Dag och tid"), self.days)
        form.addRow("&Plats", self.plats)
        form.addRow("&Ordförande", self.ordförande)
        form.addRow("S&ekreterare", self.sekreterare)
        form.addRow("&Nummer i året", self.nummer)
        form.addRow("&Beteckning", self.beteckning)
        form.addRow("S&lag", self.slag)
        self.nummer.setPlaceholderText("räknas ut av programmet")
        self.beteckning.setPlaceholderText("frivillig, till exempel LS 10/08")
        _lay_out(self, self._desk, form, self.hint, self.keep)
        self.keep.clicked.connect(self._save_and_close)
        self.days.changed.connect(self._check)
        self.nummer.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        written = self.nummer.text().strip()
        unread = written and _read_number(written) is None
        _show_problems(self.hint, self.keep, self.days, (_NUMBER,) if unread else ())

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
        self.skäl.setPlaceholderText("syns i kallelsen, till exempel: krock med fullmäktige")
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.keep = button("&Flytta", Kind.PRIMARY)
        self.days = DaysField(desk, head.dagar)
        self.skäl.textChanged.connect(self._check)
        self.days.changed.connect(self._check)
        form = QFormLayout()
        form.setSpacing(desk.theme.px(8))
        form.addRow(_label_of(self.days, "&Ny dag och tid"), self.days)
        form.addRow("S&käl", self.skäl)
        _lay_out(self, desk, form, self.hint, self.keep)
        self.keep.clicked.connect(self._save_and_close)
        self._check()

    def _check(self) -> None:
        missing = () if self.skäl.text().strip() else (DRAFT_TEXT[Draft.SKÄL_MISSING],)
        _show_problems(self.hint, self.keep, self.days, missing)

    def _save_and_close(self) -> None:
        if self._save(self.days.dagar(), self.skäl.text()):
            self.accept()


def _lay_out(
    dialog: QDialog, desk: Desk, form: QFormLayout, hint: QLabel, keep: QPushButton
) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    close = button("Avbryt")
    close.clicked.connect(dialog.reject)
    keep.setDefault(True)
    layout = QVBoxLayout(dialog)
    margin = desk.theme.px(20)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(desk.theme.px(12))
    layout.addLayout(form)
    layout.addWidget(hint)
    layout.addStretch()
    layout.addLayout(row(None, close, keep, spacing=desk.theme.px(8)))
    dialog.setMinimumWidth(desk.theme.px(560))


def _show_problems(hint: QLabel, keep: QPushButton, days: DaysField, more: tuple[str, ...]) -> None:
    found = [DRAFT_TEXT[one] for one in problems_in_days(days.dagar())]
    if any(days.unread()):
        lacking = DRAFT_TEXT[Draft.DAG_MISSING]
        found = [
            *(_NO_DAY.format(text) if text.strip() else lacking for text in days.unread()),
            *(one for one in found if one != lacking),
        ]
    problems = dict.fromkeys((*found, *more))
    hint.setText("\n".join(problems))
    hint.setVisible(bool(problems))
    keep.setEnabled(not problems)


def _label_of(days: DaysField, text: str) -> QLabel:
    made = QLabel(text)
    made.setBuddy(days.first)
    return made


def _read_number(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < _MOST else None


def _people_box(theme: Theme, names: dict[str, str], chosen: str | None) -> Choice[str]:
    box = Choice(theme, (("", "–"), *names.items()))
    box.choose(chosen or "")
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
