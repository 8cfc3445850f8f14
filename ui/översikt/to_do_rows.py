"""The rows of «Att göra nu»."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from nämnd.anslag.values import Lagfrist, Vad
from nämnd.beredning.values import Waiting
from nämnd.sammanträde.checks import Finding, Lack
from nämnd.översikt.queries import Next
from nämnd.översikt.watching import lagfrist_chip, lagfrist_text, is_late
from nämnd.översikt.words import finding_chip, finding_text, waiting_text
from ui.desk import Go
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label
from ui.toolkit.theme import Theme

MOST = 8  # rows; the rest is counted
MOST_WATCHED = 5
_SOON = 7  # days
_LAST = MOST + MOST_WATCHED + 4  # the row under all others
_WATCHED_ACTION = {
    Vad.JUSTERAS: "Till justeringen",
    Vad.ANSLÅS: "Till anslaget",
    Vad.SÄTTS_UPP_IGEN: "Till anslaget",
    Vad.FRÅGA_RÄTTEN: "Bekräfta laga kraft",
    Vad.TAS_NED: "Till anslaget",
    Vad.ANMÄLS: "Till beslutet",
}
_ACTION = {
    Lack.KALLELSE_LATE: "Färdigställ kallelsen",
    Lack.KALLELSE_SOON: "Färdigställ kallelsen",
    Lack.FIL: "Bifoga",
    Lack.FÖRSLAG: "Skriv förslag",
    Lack.CALLED: "Till ledamöterna",
    Lack.EMAIL: "Till ledamöterna",
}
_PEOPLE = (Lack.CALLED, Lack.EMAIL)


def to_do_rows(
    theme: Theme,
    go: Go,
    coming: Next | None,
    watched: Sequence[Lagfrist] = (),
    waiting: Sequence[Waiting] = (),
) -> QWidget:
    """Return a row for each thing to do, or one sentence when there is nothing.

    Args:
        theme: the look.
        go: where the buttons lead.
        coming: the next sammanträde and what it lacks.
        watched: days to watch after a sammanträde, the most urgent first.
        waiting: what waits for a dagordning.
    """
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(10))
    grid.setColumnStretch(1, 1)
    today = coming is not None and coming.days_left <= 0
    if coming is not None and today:
        _put_today(grid, go, coming.dagordning.sammanträde.id)
    _put_watched(grid, go, watched, start=int(today))
    lacking = coming.to_do if coming else ()
    said = waiting_text(waiting)
    if said:
        _put_waiting(grid, go, coming, said)
    if coming is not None and lacking:
        _put_lacking(grid, go, coming, start=int(today) + min(len(watched), MOST_WATCHED) + 1)
    elif not today and not watched and not said:
        grid.addWidget(label(_nothing(coming), Label.MUTED, wrap=True), 0, 0, 1, 3)
    return rows


def _put_waiting(grid: QGridLayout, go: Go, coming: Next | None, said: str) -> None:
    """Say what waits, under everything else, and lead to where it is put on a dagordning."""
    grid.addWidget(Chip("väntar", Role.NOTE), _LAST, 0)
    grid.addWidget(label(said, wrap=True), _LAST, 1)
    act = button("Till dagordningen" if coming else "Till sammanträdena")
    act.setAccessibleDescription(said)
    act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
    if coming is None:
        act.clicked.connect(lambda: go.to_page("sammanträden"))
    else:
        act.clicked.connect(lambda: go.to_sammanträde(coming.dagordning.sammanträde.id))
    grid.addWidget(act, _LAST, 2)


def _put_watched(grid: QGridLayout, go: Go, watched: Sequence[Lagfrist], *, start: int) -> None:
    for place, one in enumerate(watched[:MOST_WATCHED], start=start):
        grid.addWidget(Chip(lagfrist_chip(one), _watched_role(one)), place, 0)
        grid.addWidget(label(lagfrist_text(one), wrap=True), place, 1)
        grid.addWidget(_watched_button(go, one), place, 2)
    rest = len(watched) - MOST_WATCHED
    if rest > 0:
        text = f"… och {rest} till efter tidigare sammanträden."
        grid.addWidget(label(text, Label.MUTED), start + MOST_WATCHED, 1)


def _put_lacking(grid: QGridLayout, go: Go, coming: Next, *, start: int) -> None:
    key = coming.dagordning.sammanträde.id
    for place, finding in enumerate(coming.to_do[:MOST], start=start):
        grid.addWidget(Chip(finding_chip(finding), _role(finding)), place, 0)
        grid.addWidget(label(finding_text(finding), wrap=True), place, 1)
        grid.addWidget(_button(go, finding, key), place, 2)
    rest = len(coming.to_do) - MOST
    if rest > 0:
        grid.addWidget(label(f"… och {rest} till på dagordningen.", Label.MUTED), start + MOST, 1)


def _put_today(grid: QGridLayout, go: Go, key: str) -> None:
    """Lead to the meeting day, on the day itself."""
    grid.addWidget(Chip("i dag", Role.NOTE), 0, 0)
    grid.addWidget(label("Sammanträdet: upprop, paragrafer och beslut.", wrap=True), 0, 1)
    act = button("Till mötesdagen", Kind.PRIMARY)
    act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
    act.clicked.connect(lambda: go.to_protokoll(key))
    grid.addWidget(act, 0, 2)


def _watched_button(go: Go, one: Lagfrist) -> QPushButton:
    of_protokoll = one.delegationsprotokoll_id is not None
    act = button("Till protokollet" if of_protokoll else _WATCHED_ACTION[one.vad])
    act.setAccessibleDescription(lagfrist_text(one))
    act.clicked.connect(lambda: _go(go, one))
    act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
    return act


def _go(go: Go, one: Lagfrist) -> None:
    if one.sammanträde_id is None:
        go.to_page("delegation")
    else:
        go.to_justering(one.sammanträde_id, one.justering_id)


def _watched_role(one: Lagfrist) -> Role:
    if is_late(one):
        return Role.LATE
    return _by_days(one.days_left or 0)


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
