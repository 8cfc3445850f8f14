"""The rows of «Att göra nu»."""

from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from nämnd.sammanträde.checks import Finding, Lack
from nämnd.översikt.queries import Next
from nämnd.översikt.words import finding_chip, finding_text
from ui.desk import Go
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label
from ui.toolkit.theme import Theme

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


def to_do_rows(theme: Theme, go: Go, coming: Next | None) -> QWidget:
    """Return what `coming` lacks, a row each, or one sentence when it lacks nothing."""
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(10))
    grid.setColumnStretch(1, 1)
    today = coming is not None and coming.days_left <= 0
    if coming is not None and today:
        _put_today(grid, go, coming.dagordning.sammanträde.id)
    if coming is None or not coming.to_do:
        if not today:
            grid.addWidget(label(_nothing(coming), Label.MUTED, wrap=True), 0, 0, 1, 3)
        return rows
    key = coming.dagordning.sammanträde.id
    for place, finding in enumerate(coming.to_do[:MOST], start=int(today)):
        grid.addWidget(Chip(finding_chip(finding), _role(finding)), place, 0)
        grid.addWidget(label(finding_text(finding), wrap=True), place, 1)
        grid.addWidget(_button(go, finding, key), place, 2)
    rest = len(coming.to_do) - MOST
    if rest > 0:
        grid.addWidget(label(f"… och {rest} till på dagordningen.", Label.MUTED), MOST + 1, 1)
    return rows


def _put_today(grid: QGridLayout, go: Go, key: str) -> None:
    """Lead to the meeting day, on the day itself."""
    grid.addWidget(Chip("i dag", Role.NOTE), 0, 0)
    grid.addWidget(label("Sammanträdet: upprop, paragrafer och beslut.", wrap=True), 0, 1)
    act = button("Till mötesdagen", Kind.PRIMARY)
    act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
    act.clicked.connect(lambda: go.to_protokoll(key))
    grid.addWidget(act, 0, 2)


def _button(go: Go, finding: Finding, key: str) -> QPushButton:
    urgent = finding.lack in (Lack.KALLELSE_LATE, Lack.KALLELSE_SOON)
    act = button(_ACTION.get(finding.lack, "Visa"), Kind.PRIMARY if urgent else Kind.NORMAL)
    act.setAccessibleDescription(finding_text(finding))
    if finding.lack in _PEOPLE:
        act.clicked.connect(lambda: go.to_page("nämnd"))
    else:
        act.clicked.connect(lambda: go.to_sammanträde(key, finding.punkt_id))
    act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
    return act


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
