"""Standing punkter: what every new dagordning begins and ends with, in order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from nämnd.core.errors import Draft
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import NämndDraft, StåendePunkt, one_line
from nämnd.sammanträde.rules import SLAG
from ui.desk import Desk
from ui.organisation.form import Form
from ui.toolkit.chips import Card
from ui.toolkit.controls import Choice
from ui.toolkit.list_input import ListInput, ListItem
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.theme import Icon

_OWN = "own"  # the row that stands for the punkter of the sammanträde itself; others hold a «/»
_MOST_SHOWN = 10  # rows; more scroll
_SLAG = tuple((one, one.capitalize()) for one in SLAG)
_WHERE = ((False, "Först på dagordningen"), (True, "Sist på dagordningen"))


class StandingCard(Card):
    """The standing punkter around a row that stands for everything else.

    Moving a punkt over that row makes it first or last.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Stående punkter")
        self._desk, self._nämnd_id = desk, ""
        self._draft = NämndDraft("")
        self._places: dict[str, int] = {}  # id of a row: place in the settings
        self.list = RowList(desk.theme, name="Stående punkter")
        self.new = button("Lägg till &punkt …")
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
        self._draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        punkter = self._draft.stående_punkter
        ids = _ids(punkter)
        self._places = {one: place for place, one in enumerate(ids)}
        self.list.show_rows(_rows(punkter, ids))
        self._fit()
        self._enable()

    def _build(self) -> None:
        caption = "På varje ny dagordning. Dra för att ändra ordningen."
        self.add(label(caption, Label.CAPTION, wrap=True))
        self.add(self.list)
        self.add(row(self.new, None, self.change, self.remove, spacing=self._desk.theme.px(8)))
        self.new.clicked.connect(self._open_new)
        self.change.clicked.connect(lambda: self._open(self.list.current()))
        self.remove.clicked.connect(lambda: self._remove(self.list.selected()))
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._move)
        self.list.removal_wanted.connect(self._remove)
        self.list.insertion_wanted.connect(self._open_new)
        self.list.chosen.connect(self._enable)
        self._desk.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        rows = min(_MOST_SHOWN, self.list.rows_model.rowCount())
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + 2)

    def _enable(self) -> None:
        for one in (self.change, self.remove):
            one.setEnabled(self.list.current() in self._places)

    def _open_new(self) -> None:
        def save(punkt: StåendePunkt) -> bool:
            punkter = [*self._draft.stående_punkter, punkt]
            return self._save(punkter, f"lägg till stående punkt «{punkt.rubrik}»")

        self._show(StåendePunkt(""), save)

    def _open(self, row_id: str | None) -> None:
        if row_id not in self._places:
            return
        place = self._places[row_id]

        def save(punkt: StåendePunkt) -> bool:
            punkter = [*self._draft.stående_punkter]
            punkter[place : place + 1] = [punkt]
            return self._save(punkter, f"ändra stående punkt «{punkt.rubrik}»")

        self._show(self._draft.stående_punkter[place], save)

    def _show(self, punkt: StåendePunkt, save: Callable[[StåendePunkt], bool]) -> None:
        self._desk.editor.flush()
        StandingDialog(self._desk, self, punkt, save).open()

    def _move(self, ids: tuple[str, ...], to: int) -> None:
        """Move rows so that the first of them stands at place `to`, from 1."""
        rows = [one.id for one in self.list.rows_model.rows if one.id not in ids]
        rows[to - 1 : to - 1] = ids
        border, punkter = rows.index(_OWN), self._draft.stående_punkter
        moved = [
            replace(punkter[self._places[key]], sist=at > border)
            for at, key in enumerate(rows)
            if key != _OWN
        ]
        self._save(moved, "flytta stående punkt")

    def _remove(self, ids: tuple[str, ...]) -> None:
        gone = {self._places[key] for key in ids if key in self._places}
        punkter = self._draft.stående_punkter
        kept = [one for place, one in enumerate(punkter) if place not in gone]
        names = ", ".join(f"«{punkter[place].rubrik}»" for place in sorted(gone))
        if gone and self._save(kept, f"ta bort stående punkt {names}"):
            self._desk.messages.notice(f"{names} togs bort. Ctrl+Z ångrar.")

    def _save(self, punkter: list[StåendePunkt], what: str) -> bool:
        ordered = tuple(sorted(punkter, key=lambda one: one.sist))
        draft = replace(self._draft, stående_punkter=ordered)
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=draft)
        return self._desk.editor.do(command, what) is not None


class StandingDialog(QDialog):
    """Rubrik, kind, where it stands, and the att-satser it always has. Saves through `save`."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        punkt: StåendePunkt,
        save: Callable[[StåendePunkt], bool],
    ) -> None:
        """Show `punkt`."""
        super().__init__(parent)
        self.setWindowTitle("Stående punkt" if punkt.rubrik else "Ny stående punkt")
        self.rubrik = QLineEdit(punkt.rubrik)
        self.rubrik.setPlaceholderText("till exempel Val av justerare")
        self.slag = Choice(desk.theme, _SLAG)
        self.slag.choose(punkt.slag)
        self.where = Choice(desk.theme, _WHERE)
        self.where.choose(punkt.sist)
        self.förslag = ListInput(desk.theme, "Förslag till beslut", "Skriv en att-sats …")
        self.förslag.show_value(tuple(map(ListItem, punkt.förslag)))
        self.form = Form(
            self, desk.theme, problems=self._problems, save=lambda: save(self.punkt()), width=560
        )
        self.form.add("&Rubrik", self.rubrik)
        self.form.add("&Typ", self.slag)
        self.form.add("&Plats", self.where)
        self.form.add("&Förslag till beslut", self.förslag)
        self.rubrik.textChanged.connect(self.form.check)
        self.form.begin()

    def punkt(self) -> StåendePunkt:
        """Return what is written."""
        return StåendePunkt(
            one_line(self.rubrik.text()),
            self.slag.value() or SLAG[-1],
            tuple(one.text for one in self.förslag.value()),
            bool(self.where.value()),
        )

    def _problems(self) -> tuple[str, ...]:
        return () if self.rubrik.text().strip() else (DRAFT_TEXT[Draft.RUBRIK_MISSING],)


def _ids(punkter: tuple[StåendePunkt, ...]) -> list[str]:
    """Return an id for each that follows it when it moves: its rubrik, and which one of them."""
    rubriker = [one.rubrik for one in punkter]
    return [f"{rubrik}/{rubriker[:at].count(rubrik)}" for at, rubrik in enumerate(rubriker)]


def _rows(punkter: tuple[StåendePunkt, ...], ids: list[str]) -> list[ListRow]:
    pairs = list(zip(ids, punkter, strict=True))
    first = [_row(key, one, str(number)) for number, (key, one) in enumerate(pairs, 1)]
    own = ListRow(_OWN, "", "Sammanträdets egna punkter", icon=Icon.MORE)
    border = sum(not one.sist for one in punkter)
    last = [_row(key, one, "") for key, one in pairs[border:]]
    return [*first[:border], own, *last]


def _row(row_id: str, punkt: StåendePunkt, number: str) -> ListRow:
    tip = "\n".join((punkt.rubrik, *punkt.förslag))
    return ListRow(row_id, number, punkt.rubrik, punkt.slag.capitalize(), tip=tip)
