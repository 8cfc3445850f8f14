"""What to look at before the protokoll goes to justering: each finding leads to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from nämnd.core.swedish import counted
from nämnd.finding_messages import SEVERITY_TEXT, finding_text, reason, wording_text
from nämnd.protokoll.check_queries import around
from nämnd.protokoll.checks import findings
from nämnd.protokoll.findings import Finding, Severity
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.protokoll.words import paragraf_name
from ui.toolkit.chips import Card, Chip, EmptyState
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Label, button, column, icon_button, label, line, row
from ui.toolkit.theme import Icon

_ROLES = {Severity.WRONG: Role.LATE, Severity.CHECK: Role.WARN, Severity.NOTE: Role.QUIET}
_ALL_WELL = "Inget att se över. Protokollet kan gå till justering."


class FindingsPane(Card):
    """The list of findings, and under it why the one that is chosen matters.

    Signals:
        jump_wanted: to the Finding that was picked.
        hide_wanted: the user is done.
    """

    jump_wanted = Signal(object)
    hide_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, band=True)
        self.setAccessibleName("Granskning")
        self._desk = desk
        self._findings: dict[str, Finding] = {}
        self._now: Protokoll | None = None
        self.heading = label("Granskning", Label.HEADING)
        self.hide_button = icon_button(desk.theme, Icon.CLOSE, "Stäng granskningen (Escape)")
        self.rows = RowList(desk.theme, name="Att se över", reorder=False)
        self.empty = EmptyState(desk.theme, Icon.CHECK, _ALL_WELL)
        self.severity = Chip("", Role.QUIET)
        self.text = label("", wrap=True)
        self.why = label("", Label.MUTED, wrap=True)
        self.go = button("&Gå dit")
        self._stack = QStackedWidget()
        self._build()
        self.rows.chosen.connect(self._show_chosen)
        self.rows.opened.connect(self._jump)
        self.go.clicked.connect(lambda: self._jump(self.rows.current() or ""))
        self.hide_button.clicked.connect(self.hide_wanted)

    def show_protokoll(self, protokoll: Protokoll) -> None:
        """Look a protokoll over, and show what is found; the chosen one stays if it is there."""
        today = self._desk.today
        outside = self._desk.store.ask(lambda session: around(session, protokoll, today))
        self._now, self._findings = protokoll, {}
        for finding in findings(protokoll, outside):
            self._findings[f"{finding.rule} {finding.paragraf_id} {len(self._findings)}"] = finding
        self.rows.show_rows([self._row(key, one) for key, one in self._findings.items()])
        self.heading.setText(_count(len(self._findings)))
        self._stack.setCurrentIndex(0 if self._findings else 1)
        if self._findings and self.rows.current() is None:
            self.rows.choose(next(iter(self._findings)))
        self._show_chosen()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.rows.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
            return
        super().keyPressEvent(event)

    def _row(self, key: str, finding: Finding) -> ListRow:
        now = self._now
        number = paragraf_name(now, finding.nummer) if now and finding.nummer else ""
        text = finding_text(finding, now) if now else ""
        severity = SEVERITY_TEXT[finding.severity]
        return ListRow(
            key,
            number,
            text,
            info=severity if finding.severity is Severity.WRONG else "",
            info_role=Role.LATE,
            tip=f"{text}\n{reason(finding.rule)}",
            spoken=", ".join(filter(None, (severity, number, text))),
        )

    def _show_chosen(self) -> None:
        finding = self._findings.get(self.rows.current() or "")
        if finding is None or self._now is None:
            return
        self.severity.show_as(SEVERITY_TEXT[finding.severity], _ROLES[finding.severity])
        wording = wording_text(finding.satser)
        self.text.setText("\n".join(filter(None, (finding_text(finding, self._now), wording))))
        self.why.setText(f"{reason(finding.rule)} Källa: {finding.källa}.")

    def _jump(self, key: str) -> None:
        if finding := self._findings.get(key):
            self.jump_wanted.emit(finding)

    def _build(self) -> None:
        assert self.head is not None  # noqa: S101 - the card has a band
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.hide_button)
        theme = self._desk.theme
        about = column(
            line(),
            row(self.severity, None, self.go, spacing=theme.px(8)),
            self.text,
            self.why,
            spacing=theme.px(8),
        )
        side = theme.px(14)
        about.setContentsMargins(side, 0, side, theme.px(4))
        listed = Card(theme)
        listed.setObjectName("plain")
        inner = column(self.rows, about, spacing=theme.px(8))
        inner.setStretch(0, 1)
        listed.body.setContentsMargins(0, 0, 0, 0)
        listed.add(inner)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        self.body.setSpacing(0)
        self.add(self._stack, 1)


def _count(number: int) -> str:
    return counted(number, "sak att se över", "saker att se över") if number else "Granskning"
