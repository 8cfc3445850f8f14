"""The bevakningar of one thing, on its page: what is watched, when it is due, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget

from nämnd.bevakning.values import Hinder, Läge
from nämnd.core.swedish import counted, short_date
from ui.toolkit.chips import Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.links_card import LinkPart, LinksCard
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, label, row

if TYPE_CHECKING:
    from nämnd.bevakning.values import BevakningRow
    from ui.toolkit.theme import Theme

_SOON = 30  # days
_EMPTY = "Inget bevakas än."


class BevakningarCard(LinksCard):
    """Links to the bevakningar, the open ones first as they are given.

    Signals:
        opened: the id of a bevakning to go to.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, empty: str = _EMPTY) -> None:
        """Show nothing yet. `empty`: what is said when nothing is watched."""
        super().__init__(theme, "Bevakningar", new="&Bevaka …", empty=empty)

    def show_rows(self, rows: Sequence[BevakningRow]) -> None:
        """Show the bevakningar."""
        self.show_parts(tuple(rows), map(self._part, rows))

    def _link(self, one: BevakningRow) -> QPushButton:
        made = CutLink(one.draft.rubrik)
        made.setAccessibleName(", ".join(filter(None, (one.draft.rubrik, due_text(one)))))
        made.clicked.connect(lambda: self.opened.emit(one.id))
        return made

    def _part(self, one: BevakningRow) -> LinkPart:
        said = label(due_text(one), Label.CAPTION, wrap=True)
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        lines: list[QWidget | QLayout] = [
            row(Chip(*state_chip(one)), said, spacing=self._theme.px(8))
        ]
        if one.draft.förverkande and one.avslutad is None:
            lines.append(label("Rätten går förlorad om dagen missas.", Label.PROBLEM, wrap=True))
        return LinkPart(self._theme, self._link(one), *lines)


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
