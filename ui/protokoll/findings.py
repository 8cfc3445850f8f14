"""What to look at before the protokoll goes to justering: the list, and why each matters."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nämnd.finding_messages import SEVERITY_TEXT, reason
from nämnd.protokoll.findings import Finding, Rule, Severity
from nämnd.protokoll.values import Protokoll
from ui.protokoll.findings_list import ROLES, FindingsList, rows_of
from ui.toolkit.chips import Chip, EmptyState
from ui.toolkit.difference_view import DifferenceView, legend
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, button, column, label, line, row
from ui.toolkit.theme import Icon, Theme

_PAPERS = {Rule.FÖRSLAG_DIFFERS: ("missivet", "dagordningen")}
_CLEAN = "Inget att anmärka. Protokollet kan gå till justering."


def summary(findings: tuple[Finding, ...]) -> str:
    """Return «2 bör rättas · 1 att kontrollera», or «Inget att anmärka»."""
    many = {one: sum(f.severity is one for f in findings) for one in Severity}
    parts = (
        (many[Severity.WRONG], "bör rättas"),
        (many[Severity.CHECK], "att kontrollera"),
        (many[Severity.NOTE], "att känna till"),
    )
    return " · ".join(f"{n} {text}" for n, text in parts if n) or "Inget att anmärka"


class FindingsView(QWidget):
    """The findings by §, under them what the rule says of the one chosen.

    Signals:
        picked: the paragraf_id (None: no single §) and the Place of the finding to go to.
        opened: the same as the Finding.
    """

    picked = Signal(object, object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.list = FindingsList(theme)
        self.severity = Chip("", Role.QUIET)
        self.reason = label("", wrap=True)
        self.source = label("", Label.CAPTION, wrap=True)
        self.difference = DifferenceView(theme)
        self.legend = label("", Label.CAPTION, wrap=True)
        self.go = button("&Gå dit")
        self.empty = EmptyState(theme, Icon.CHECK, _CLEAN)
        self._stack, self._why = QStackedWidget(), QWidget()
        self._build(theme)
        self.list.chosen.connect(self._explain)
        self.list.opened.connect(self._pick)
        self.go.clicked.connect(lambda: self._pick(self.list.current()))
        self._explain(None)

    def show_findings(self, findings: tuple[Finding, ...], protokoll: Protokoll) -> None:
        """Show what was found; the one that the user is at stays if it is there."""
        self.list.show_rows(rows_of(findings, protokoll))
        self._stack.setCurrentIndex(0 if findings else 1)
        self._explain(self.list.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.list.setFocus(event.reason())

    def _explain(self, finding: Finding | None) -> None:
        self._why.setVisible(finding is not None)
        if finding is None:
            return
        self.severity.show_as(SEVERITY_TEXT[finding.severity], ROLES[finding.severity])
        self.reason.setText(reason(finding.rule))
        self.source.setText(f"Källa: {finding.källa}")
        self.difference.show_satser(finding.satser)
        self.legend.setText(legend(*_PAPERS.get(finding.rule, ("förslaget", "beslutet"))))
        for part in (self.difference, self.legend):
            part.setVisible(bool(finding.satser))

    def _pick(self, finding: Finding | None) -> None:
        if finding is not None:
            self.opened.emit(finding)
            self.picked.emit(finding.paragraf_id, finding.place)

    def _build(self, theme: Theme) -> None:
        gap, side = theme.px(6), theme.px(14)
        about = column(
            line(),
            row(self.severity, None, self.go, spacing=gap),
            self.reason,
            self.difference,
            self.legend,
            self.source,
            spacing=gap,
        )
        about.setContentsMargins(side, 0, side, theme.px(6))
        self._why.setLayout(about)
        listed = QWidget()
        inner = column(self.list, self._why, spacing=0)
        inner.setStretch(0, 1)
        listed.setLayout(inner)
        self.list.setMinimumHeight(theme.px(140))
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
