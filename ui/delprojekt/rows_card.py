"""Åtgärder and behov of a delprojekt: lists that are ordered, added to and changed the same way."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from nämnd.core.swedish import counted, short_date
from nämnd.delprojekt.values import BehovRow, ÅtgärdRow
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.wrapped_list import WrappedList
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow
from ui.toolkit.small import Label, button, label, row

_KEYS = "Alt+upp och Alt+ned flyttar, Insert lägger till, Enter ändrar, Delete tar bort"


class RowsCard(Card):
    """A list with its buttons; what they do is for the page.

    Attributes:
        list: the rows.
        new, paste: a row more; several at once.
        change, remove: the chosen row.
        up, down: move what is chosen.
    """

    def __init__(self, desk: Desk, title: str, empty: str, *more: QWidget) -> None:
        """Show nothing yet. `more`: buttons beside those that change a row."""
        super().__init__(desk.theme, title, band=True)
        theme = desk.theme
        self.count = label("", Label.MUTED)
        self.new, self.paste = button("Lägg till …"), button("Klistra in flera …")
        self.change, self.remove = button("Ändra …"), button("Ta bort")
        self.new.setAccessibleName(f"{title}: lägg till …")
        self.paste.setAccessibleName(f"{title}: klistra in flera …")
        self.change.setAccessibleName(f"{title}: ändra …")
        self.remove.setAccessibleName(f"{title}: ta bort")
        self.list = WrappedList(theme, name=title)
        self.list.setToolTip(_KEYS)
        self.list.setAccessibleDescription(_KEYS)
        self.empty = label(empty, Label.MUTED, wrap=True)
        self.empty.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), 0)
        self._more, self._live = more, False
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addWidget(self.count)
        self.head.addStretch()
        for part in (self.paste, self.new):
            self.head.addWidget(part)
        acts = row(self.change, *more, None, self.remove, spacing=theme.px(8))
        acts.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), 0)
        self._acts = QWidget()
        self._acts.setLayout(acts)
        for part in (self.list, self.empty, self._acts):
            self.add(part)
        self._connect()

    def show_rows(self, rows: Sequence[ListRow], count: str, *, live: bool) -> None:
        """Show the rows; `live`: they may be changed."""
        self._live = self.list.reorder = live
        self.list.setDragEnabled(live)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._acts.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.count.setText(count)
        self.look()

    def look(self, _: object = None) -> None:
        """Turn on what can be done with what is chosen."""
        chosen = bool(self.list.selected())
        for part in (self.new, self.paste):
            part.setEnabled(self._live)
        for part in (self.change, self.remove, *self._more):
            part.setEnabled(self._live and chosen)

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return self.list if self.list.shown() else self.new

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self.look)
        for told, part in (
            (self.list.insertion_wanted, self.new),
            (self.list.opened, self.change),
            (self.list.removal_wanted, self.remove),
        ):
            told.connect(part.click)


def åtgärd_rows(loaded: Loaded) -> tuple[ListRow, ...]:
    """Return the åtgärder as rows: numbered, those under another with a dash, the new ones said."""
    made: list[ListRow] = []
    number = 0
    for one in loaded.view.draft.åtgärder:
        under = one.nivå > 1
        number += not under
        mark = "–" if under else f"{number}."
        new = loaded.is_new(one.rapport_id)
        made.append(_åtgärd(one, mark, indent=int(under), new=new))
    return tuple(made)


def _åtgärd(one: ÅtgärdRow, mark: str, *, indent: int, new: bool) -> ListRow:
    state = "" if one.läge == "gjort" else one.läge
    info = " · ".join(filter(None, (state, "nytt" if new else "")))
    role = Role.WARN if state else Role.NOTE
    spoken = ", ".join(filter(None, (mark.strip(".–"), one.text, info)))
    tip = f"I missivet: {one.kort}" if one.kort else one.text
    return ListRow(
        one.id, mark, one.text, info=info, info_role=role, indent=indent, tip=tip, spoken=spoken
    )


def behov_rows(loaded: Loaded) -> tuple[ListRow, ...]:
    """Return the needs as rows, those that are met with the day."""
    rows = enumerate(loaded.view.draft.behov, 1)
    return tuple(_behov(number, one, new=loaded.is_new(one.rapport_id)) for number, one in rows)


def _behov(number: int, one: BehovRow, *, new: bool) -> ListRow:
    info = f"löst {short_date(one.löst)}" if one.löst else "nytt" if new else ""
    role = Role.GOOD if one.löst else Role.NOTE
    return ListRow(one.id, f"{number}.", one.text, info=info, info_role=role)


def åtgärd_count(loaded: Loaded) -> str:
    """Return how many åtgärder there are, and how many are in no report yet."""
    rows = loaded.view.draft.åtgärder
    new = sum(loaded.is_new(one.rapport_id) for one in rows)
    said = counted(len(rows), "åtgärd", "åtgärder")
    tail = f", {new} nya sedan senaste rapporten" if new and loaded.view.rapporter else ""
    return (said + tail) if rows else ""


def behov_count(loaded: Loaded) -> str:
    """Return how many needs are left."""
    rows = loaded.view.draft.behov
    left = sum(one.löst is None for one in rows)
    return f"{left} av {len(rows)} kvarstår" if rows else ""
