"""The bevakningar of one thing, on its page: what is watched, when it is due, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nämnd.bevakning.values import Hinder, Läge
from nämnd.core.swedish import counted, short_date
from ui.toolkit.chips import Card, Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through

if TYPE_CHECKING:
    from nämnd.bevakning.values import BevakningRow
    from ui.toolkit.theme import Theme

_SOON = 30  # days
_EMPTY = "Inget bevakas än."


class BevakningarCard(Card):
    """Links to the bevakningar, the open ones first as they are given.

    Signals:
        opened: the id of a bevakning to go to.

    Attributes:
        new: begins another.
        links: one for each, in order.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, empty: str = _EMPTY) -> None:
        """Show nothing yet. `empty`: what is said when nothing is watched."""
        super().__init__(theme, "Bevakningar", band=True)
        self._theme = theme
        self.new = button("&Bevaka …", Kind.PLAIN)
        self.links: tuple[QPushButton, ...] = ()
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.new)
        theme.dress(self.new, Icon.PLUS)
        side = theme.px(16)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self.add(self._rows)
        self.empty = label(empty, Label.MUTED, wrap=True)
        self._rows.addWidget(self.empty)
        self._inside: QWidget | None = None
        self._shown: tuple[BevakningRow, ...] | None = None

    def show_rows(self, rows: Sequence[BevakningRow]) -> None:
        """Show the bevakningar."""
        if tuple(rows) == self._shown:
            return  # nothing to build anew: the focus and the place on the page stay
        self._shown = tuple(rows)
        focused = next((at for at, one in enumerate(self.links) if one.hasFocus()), None)
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside = QWidget()
        made = tuple((self._link(one), one) for one in rows)
        parts = (self._part(link, one) for link, one in made)
        inside.setLayout(column(*parts, spacing=self._theme.px(10)))
        self._rows.addWidget(inside)
        self.links = tuple(link for link, _ in made)
        self.empty.setVisible(not made)
        inside.setVisible(bool(made))
        tab_through(self.new, *self.links)
        if focused is not None and focused < len(self.links):
            self.links[focused].setFocus()

    def _link(self, one: BevakningRow) -> QPushButton:
        made = CutLink(one.draft.rubrik)
        made.setAccessibleName(", ".join(filter(None, (one.draft.rubrik, due_text(one)))))
        made.clicked.connect(lambda: self.opened.emit(one.id))
        return made

    def _part(self, link: QPushButton, one: BevakningRow) -> QWidget:
        part = QWidget()
        said = label(due_text(one), Label.CAPTION, wrap=True)
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        lines: list[QWidget | QLayout] = [
            link,
            row(Chip(*state_chip(one)), said, spacing=self._theme.px(8)),
        ]
        if one.draft.förverkande and one.avslutad is None:
            lines.append(label("Rätten går förlorad om dagen missas.", Label.PROBLEM, wrap=True))
        part.setLayout(column(*lines, spacing=self._theme.px(2)))
        return part


def due_text(one: BevakningRow) -> str:
    """Return when it is due, in words and as the day it means."""
    if one.avslutad is not None:
        return f"avslutad {short_date(one.avslutad)}"
    rule = one.regel
    if one.due is None:
        few = one.hinder is Hinder.FÖR_FÅ_SAMMANTRÄDEN
        return f"{rule}: året har inte så många sammanträden än" if few else rule
    day = short_date(one.due)
    return day if rule in {day, one.due.isoformat(), f"den {day}"} else f"{rule}: {day}"


def state_chip(one: BevakningRow) -> tuple[str, Role]:
    """Return where a bevakning stands, as a pill."""
    if one.läge is Läge.AVSLUTAD:
        return one.avslut or "avslutad", Role.QUIET
    if one.läge is Läge.PÅ_DAGORDNINGEN:
        where = one.rapporter[-1].punkt if one.rapporter else "på dagordningen"
        return where, Role.GOOD
    if one.läge is Läge.ÅTERRAPPORTERAD:
        return "klar eller återkommer?", Role.WARN
    if one.days_left is None:
        return "utan datum", Role.QUIET
    return _open_chip(one.days_left)


def _open_chip(days: int) -> tuple[str, Role]:
    if days < 0:
        return f"{counted(-days, 'dag', 'dagar')} sen", Role.LATE
    if days == 0:
        return "i dag", Role.WARN
    if days <= _SOON:
        return f"om {counted(days, 'dag', 'dagar')}", Role.WARN
    return "senare", Role.QUIET
