"""The list of delegationsbeslut, newest first, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from nämnd.core.changes import Together
from nämnd.core.swedish import sort_key
from nämnd.delegation.commands import RemoveDelegationsbeslut, SetAnmäls
from nämnd.delegation.queries import delegationsbeslut
from nämnd.delegation.rules import fits_anmäls, fits_protokoll
from nämnd.delegation.values import DelegationsbeslutRow
from ui.delegation.dialogs import AnmältDialog, BeslutDialog, ProtokollDialog
from ui.delegation.words import must_be_told, named, state_role, state_text
from ui.desk import Desk
from ui.toolkit.chips import SearchBox, in_card
from ui.toolkit.small import button, column, row
from ui.toolkit.table import Column, RowTable

_EMPTY = "Inga delegationsbeslut än. Skriv in det första med Nytt beslut."
_WANTED, _UNWANTED = "S&ka anmälas", "Anmäls &inte"
_NO_MATCH = "Inget beslut stämmer med det du söker."
_COLUMNS: tuple[Column[DelegationsbeslutRow], ...] = (
    Column("Datum", lambda one: one.draft.datum.isoformat(), lambda one: one.draft.datum, width=11),
    Column(
        "Beslut", lambda one: one.draft.rubrik, lambda one: sort_key(one.draft.rubrik), strong=True
    ),
    Column("Av", lambda one: one.draft.av, lambda one: sort_key(one.draft.av), width=20),
    Column("Läge", state_text, lambda one: sort_key(state_text(one)), width=18, chip=state_role),
)


def _free(rows: tuple[DelegationsbeslutRow, ...]) -> tuple[DelegationsbeslutRow, ...]:
    """Return the beslut of which the nämnd can say whether it wants them reported."""
    return tuple(
        one
        for one in rows
        if not (one.draft.brådskande or one.anmält)
        and fits_anmäls(one, anmäls=not one.anmäls) is None
    )


def _all_wanted(rows: tuple[DelegationsbeslutRow, ...]) -> bool:
    return all(one.anmäls for one in rows)


class BeslutList(QWidget):
    """Every delegationsbeslut of a nämnd.

    Attributes:
        table, search: the list, and what is looked for in it.
        change, wanted, put, report, make, remove: what can be done with those that are selected.
    """

    def __init__(self, desk: Desk, made: Callable[[str], object]) -> None:
        """Show nothing until a nämnd is chosen. `made` gets the id of a new protokoll."""
        super().__init__()
        self._desk, self._nämnd_id, self._made = desk, "", made
        self._rows: tuple[DelegationsbeslutRow, ...] = ()
        self.search = SearchBox(desk.theme, "Sök bland besluten …")
        self.table: RowTable[DelegationsbeslutRow] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.id, name="Delegationsbeslut", empty=_EMPTY
        )
        self.change, self.report = button("Ä&ndra …"), button("An&mält …")
        self.make, self.remove = button("&Gör protokoll …"), button("Ta bort")
        self.wanted, self.put = button(_WANTED), button("&Lägg på dagordningen …")
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.search.clear()
        self.reload()

    def reload(self) -> None:
        """Show what is there now."""
        key = self._nämnd_id
        self._rows = self._desk.store.ask(lambda session: delegationsbeslut(session, key))
        self.table.show_rows(self._rows)
        self._enable()

    def go_to(self, beslut_id: str) -> None:
        """Go to one of them, and let what is looked for not hide it."""
        self.search.clear()
        self.table.choose(beslut_id)
        self.table.setFocus()

    def add(self) -> None:
        """Let the user write in a beslut."""
        self._desk.editor.flush()
        BeslutDialog(self._desk, self, self._nämnd_id, None)

    def _build(self) -> None:
        gap = self._desk.theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        layout.addWidget(self.search)
        layout.addWidget(in_card(self._desk.theme, self.table), 1)
        layout.addLayout(self._acts(gap))
        self.search.textChanged.connect(self._filter)
        self.table.opened.connect(self._open)
        self.table.removal_wanted.connect(self._remove)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.change.clicked.connect(lambda: self._open(self.table.current()))
        self.report.clicked.connect(self._report)
        self.make.clicked.connect(self._make)
        self.wanted.clicked.connect(self._say)
        self.put.clicked.connect(self._put)
        self.remove.clicked.connect(lambda: self._remove(self.table.selected()))

    def _acts(self, gap: int) -> QLayout:
        return column(
            row(self.wanted, self.put, self.report, None, spacing=gap),
            row(self.change, self.make, None, self.remove, spacing=gap),
            spacing=gap,
        )

    def _enable(self) -> None:
        chosen = self.table.selected()
        self.change.setEnabled(len(chosen) == 1)
        self.report.setEnabled(bool(chosen))
        self.remove.setEnabled(bool(chosen))
        self.make.setEnabled(bool(self._fit()))
        free = _free(chosen)
        self.wanted.setEnabled(bool(free))
        self.wanted.setText(_UNWANTED if free and _all_wanted(free) else _WANTED)
        self.put.setEnabled(any(must_be_told(one) and not one.punkt_id for one in self._rows))

    def _fit(self) -> tuple[DelegationsbeslutRow, ...]:
        return tuple(one for one in self._rows if fits_protokoll(one) is None)

    def _filter(self, text: str) -> None:
        wanted = sort_key(text)

        def keep(one: DelegationsbeslutRow) -> bool:
            draft = one.draft
            words = (draft.rubrik, draft.av, draft.enligt, draft.beslut, one.dnr, state_text(one))
            return wanted in sort_key(" ".join(filter(None, words)))

        self.table.filter(keep if wanted else None)
        self.table.set_empty(_NO_MATCH if wanted else _EMPTY)

    def _open(self, one: DelegationsbeslutRow | None) -> None:
        if one is not None:
            self._desk.editor.flush()
            BeslutDialog(self._desk, self, self._nämnd_id, one)

    def _say(self) -> None:
        """Say of those that are selected that the nämnd wants them reported, or not."""
        free = _free(self.table.selected())
        wanted = not _all_wanted(free)
        command = SetAnmäls(beslut_ids=tuple(one.id for one in free), anmäls=wanted)
        verb = "ska anmälas" if wanted else "anmäls inte"
        self._desk.editor.do(command, f"{named(free)} {verb}")

    def _put(self) -> None:
        from ui.delegation.put_dialog import PutDialog

        self._desk.editor.flush()
        wanted = tuple(one for one in self._rows if must_be_told(one) and not one.punkt_id)
        PutDialog(self._desk, self, self._nämnd_id, wanted)

    def _report(self) -> None:
        chosen = self.table.selected()
        if chosen:
            self._desk.editor.flush()
            AnmältDialog(self._desk, self, self._nämnd_id, chosen)

    def _make(self) -> None:
        self._desk.editor.flush()
        chosen = frozenset(one.id for one in self.table.selected())
        shown = ProtokollDialog(self._desk, self, self._nämnd_id, self._fit(), chosen)
        shown.accepted.connect(lambda: self._made(shown.made))

    def _remove(self, chosen: tuple[DelegationsbeslutRow, ...]) -> None:
        if not chosen:
            return
        command = Together(tuple(RemoveDelegationsbeslut(beslut_id=one.id) for one in chosen))
        if self._desk.editor.do(command, f"ta bort {named(chosen)}") is not None:
            self._desk.messages.notice(f"{named(chosen)} togs bort. Ctrl+Z ångrar.")
