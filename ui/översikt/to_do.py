"""«Att göra nu»: what the next sammanträde lacks, each with a button to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from nämnd.sammanträde.checks import Finding, Lack
from nämnd.översikt.words import finding_chip, finding_text
from ui.desk import Go
from ui.toolkit.chips import Card, Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from nämnd.översikt.queries import Next

MOST = 8  # rows; the rest is counted
_SOON = 7  # days
_ACTION = {
    Lack.KALLELSE_LATE: "Färdigställ kallelsen",
    Lack.KALLELSE_SOON: "Färdigställ kallelsen",
    Lack.FIL: "Bifoga",
    Lack.FÖRSLAG: "Skriv förslag",
    Lack.CALLED: "Till ledamöterna",
    Lack.EMAIL: "Till ledamöterna",
}
_PEOPLE = (Lack.CALLED, Lack.EMAIL)


class ToDo(Card):
    """A card of things to do."""

    def __init__(self, theme: Theme, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(theme, "Att göra nu")
        self._theme, self._go = theme, go
        self._rows = QWidget()
        self.add(self._rows)
        self.body.addStretch()
        self.buttons: tuple[QWidget, ...] = ()

    def show_next(self, coming: Next | None) -> None:
        """Show what `coming` lacks."""
        old = self._rows
        self._rows = QWidget()
        self.body.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(14))
        grid.setVerticalSpacing(self._theme.px(10))
        grid.setColumnStretch(1, 1)
        if coming is None or not coming.to_do:
            grid.addWidget(label(_nothing(coming), Label.MUTED, wrap=True), 0, 0, 1, 3)
            return
        key = coming.dagordning.sammanträde.id
        for place, finding in enumerate(coming.to_do[:MOST]):
            self._add(grid, place, finding, key)
        rest = len(coming.to_do) - MOST
        if rest > 0:
            grid.addWidget(label(f"… och {rest} till på dagordningen.", Label.MUTED), MOST, 1)

    def _add(self, grid: QGridLayout, place: int, finding: Finding, key: str) -> None:
        grid.addWidget(Chip(finding_chip(finding), _role(finding)), place, 0)
        grid.addWidget(label(finding_text(finding), wrap=True), place, 1)
        urgent = finding.lack in (Lack.KALLELSE_LATE, Lack.KALLELSE_SOON)
        act = button(_ACTION.get(finding.lack, "Visa"), Kind.PRIMARY if urgent else Kind.NORMAL)
        act.setAccessibleDescription(finding_text(finding))
        if finding.lack in _PEOPLE:
            act.clicked.connect(lambda: self._go.to_page("nämnd"))
        else:
            act.clicked.connect(lambda: self._go.to_sammanträde(key, finding.punkt_id))
        act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        grid.addWidget(act, place, 2)


def _role(finding: Finding) -> Role:
    match finding.lack:
        case Lack.KALLELSE_LATE:
            return Role.LATE
        case Lack.KALLELSE_SOON:
            return Role.LATE if finding.days <= 1 else _by_days(finding.days)
        case _:
            return Role.WARN


def _by_days(days: int) -> Role:
    return Role.WARN if days <= _SOON else Role.QUIET


def _nothing(coming: Next | None) -> str:
    if coming is None:
        return "Inget sammanträde väntar."
    if coming.sent is not None:
        return "Kallelsen har gått ut. Inget mer behöver göras före sammanträdet."
    return "Allt är klart. Kallelsen kan gå ut."
