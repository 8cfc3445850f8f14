"""The huvudmän of a nämnd: who appoints, and how many."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from nämnd.core.ids import new_id
from nämnd.core.swedish import sort_key
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.queries import huvudmän
from nämnd.organisation.rules import HuvudmanDraft, one_line, problems_in_huvudmän
from ui.desk import Desk
from ui.organisation.form import Form
from ui.organisation.inputs import number_input
from ui.organisation.sizes import fit_height
from ui.toolkit.chips import Card
from ui.toolkit.controls import Check
from ui.toolkit.inputs import MalformedError
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.table import Column, RowTable

_MOST = 99  # seats
_UNSAID = "inte angivet"
_COLUMNS: tuple[Column[HuvudmanDraft], ...] = (
    Column("Namn", lambda one: one.namn, lambda one: sort_key(one.namn)),
    Column("Ledamöter", lambda one: _seats(one.platser), lambda one: one.platser, 7, right=True),
    Column(
        "Ersättare",
        lambda one: _seats(one.ersättarplatser),
        lambda one: one.ersättarplatser,
        7,
        right=True,
    ),
)


class HuvudmännenCard(Card):
    """A table of huvudmän with their seats, in the order documents name them."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Huvudmän")
        self._desk, self._nämnd_id = desk, ""
        self._rows: tuple[HuvudmanDraft, ...] = ()
        self.table: RowTable[HuvudmanDraft] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.id, name="Huvudmän"
        )
        self.empty = label(
            "Inga huvudmän. De behövs när flera regioner eller kommuner utser ledamöter.",
            Label.MUTED,
            wrap=True,
        )
        self.new = button("Lägg till &huvudman …")
        self.change = button("Ändra …")
        self.remove = button("Ta bort")
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        key = self._nämnd_id
        self._rows = self._desk.store.ask(lambda session: huvudmän(session, key))
        self.table.show_rows(self._rows)
        self.table.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        fit_height(self.table)
        self._enable()

    def _build(self) -> None:
        self.add(self.table)
        self.add(self.empty)
        self.add(row(self.new, None, self.change, self.remove, spacing=self._desk.theme.px(8)))
        self.new.clicked.connect(lambda: self._edit(HuvudmanDraft(new_id(), "")))
        self.change.clicked.connect(self._edit_current)
        self.remove.clicked.connect(lambda: self._remove(self.table.selected()))
        self.table.opened.connect(self._edit)
        self.table.removal_wanted.connect(self._remove)
        self.table.chosen.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        for one in (self.change, self.remove):
            one.setEnabled(self.table.current() is not None)
            one.setVisible(bool(self._rows))

    def _edit_current(self) -> None:
        current = self.table.current()
        if current is not None:
            self._edit(current)

    def _edit(self, draft: HuvudmanDraft) -> None:
        self._desk.editor.flush()
        HuvudmanDialog(self._desk, self, draft, self._save).open()

    def _save(self, draft: HuvudmanDraft) -> bool:
        known = any(one.id == draft.id for one in self._rows)
        rows = tuple(draft if one.id == draft.id else one for one in self._rows)
        what = "ändra" if known else "lägg till"
        return self._do(rows if known else (*self._rows, draft), f"{what} {draft.namn.strip()}")

    def _remove(self, chosen: tuple[HuvudmanDraft, ...]) -> None:
        gone = {one.id for one in chosen}
        rows = tuple(one for one in self._rows if one.id not in gone)
        names = ", ".join(one.namn for one in chosen)
        if gone and self._do(rows, f"ta bort {names}"):
            self._desk.messages.notice(f"{names} togs bort. Ctrl+Z ångrar.")

    def _do(self, rows: tuple[HuvudmanDraft, ...], what: str) -> bool:
        command = SaveHuvudmän(nämnd_id=self._nämnd_id, drafts=rows)
        return self._desk.editor.do(command, what) is not None


class HuvudmanDialog(QDialog):
    """Name, seats, and whether there is a board for anslag. Saves through `save`."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        draft: HuvudmanDraft,
        save: Callable[[HuvudmanDraft], bool],
    ) -> None:
        """Show `draft`."""
        super().__init__(parent)
        self.setWindowTitle("Huvudman" if draft.namn else "Ny huvudman")
        self._draft = draft
        self.namn = QLineEdit(draft.namn)
        self.namn.setPlaceholderText("till exempel Region Norrvik")
        self.platser = number_input(draft.platser, most=_MOST, placeholder=_UNSAID)
        self.ersättare = number_input(draft.ersättarplatser, most=_MOST, placeholder=_UNSAID)
        self.tavla = Check(desk.theme, "&Justerade protokoll anslås på huvudmannens anslagstavla")
        self.tavla.setChecked(draft.anslagstavla)
        self.form = Form(
            self, desk.theme, problems=self._problems, save=lambda: save(self.draft()), width=520
        )
        self.form.add("&Namn", self.namn)
        self.form.add("&Ledamotsplatser", self.platser)
        self.form.add("&Ersättarplatser", self.ersättare)
        self.form.add("", self.tavla)
        for field in (self.namn, self.platser, self.ersättare):
            field.textChanged.connect(self.form.check)
        self.form.begin()

    def draft(self) -> HuvudmanDraft:
        """Return what is written.

        Raises:
            MalformedError: a number can't be read.
        """
        return HuvudmanDraft(
            self._draft.id,
            one_line(self.namn.text()),
            self.platser.value() or 0,
            self.ersättare.value() or 0,
            self.tavla.isChecked(),
        )

    def _problems(self) -> tuple[str, ...]:
        try:
            draft = self.draft()
        except MalformedError as malformed:
            return (str(malformed),)
        return tuple(DRAFT_TEXT[one] for one in problems_in_huvudmän((draft,)))


def _seats(number: int) -> str:
    return str(number or "–")
