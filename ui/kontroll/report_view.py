"""What a control has found: the outcome first, then each finding with its weight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nämnd.kontroll.sentences import GRADE_TEXT, text_of, verdict
from nämnd.kontroll.values import Finding, Grade, Kind, Report
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, label, row
from ui.toolkit.theme import Icon, Theme

_LOOKS = {
    Grade.GOOD: (Icon.CHECK, Role.GOOD),
    Grade.NOTE: (Icon.INFO, Role.NOTE),
    Grade.BAD: (Icon.ERROR, Role.LATE),
}
_TOP = Qt.AlignmentFlag.AlignTop
_CAN_COPY = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class ReportView(QWidget):
    """A report to read.

    Attributes:
        report: what is shown; None before that.
        verdict: the outcome in a few words.
        text: all of it, as it is copied and heard.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("scrolled")  # lets the card under it be seen
        self._theme = theme
        self.report: Report | None = None
        self.text = ""
        self.verdict = label("", Label.HEADING, wrap=True)
        self.name = label("", Label.MUTED, wrap=True)
        self._mark = QLabel()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(12),) * 4)
        layout.setSpacing(theme.px(4))
        head = row(self._mark, self.verdict, spacing=theme.px(8))
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addWidget(self.name)
        layout.addSpacing(theme.px(8))
        layout.addLayout(self._rows)
        layout.addStretch()
        theme.changed.connect(self._draw)

    def show_report(self, report: Report) -> None:
        """Show what was found."""
        self.report = report
        self._draw()

    def _draw(self) -> None:
        report = self.report
        if report is None:
            return
        self.verdict.setText(verdict(report))
        self.name.setText(report.name)
        self.name.setVisible(report.kind is not Kind.LOGG)
        self._show_mark(_worst(report))
        self._clear()
        file, said = "", [f"{verdict(report)}. {report.name}"]
        for one in report.findings:
            if one.fil and one.fil != file:
                self._rows.addSpacing(self._theme.px(6))
                self._rows.addWidget(label(one.fil, Label.CAPTION, wrap=True))
                said.append(one.fil)
            file = one.fil
            self._rows.addWidget(self._row(one))
            said.append(f"{GRADE_TEXT[one.grade]}: {text_of(one)}")
        self.text = "\n".join(said)

    def _row(self, one: Finding) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(8))
        grid.setColumnStretch(1, 1)
        mark = self._picture(one.grade)
        mark.setAccessibleName(GRADE_TEXT[one.grade])
        words = label(text_of(one), wrap=True)
        words.setTextInteractionFlags(_CAN_COPY)
        words.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the area around it is read by keyboard
        grid.addWidget(mark, 0, 0, _TOP)
        grid.addWidget(words, 0, 1, _TOP)
        return made

    def _picture(self, grade: Grade) -> QLabel:
        icon, role = _LOOKS[grade]
        side = self._theme.px(16)
        made = QLabel()
        made.setPixmap(self._theme.icon(icon, role, side).pixmap(side, side))
        made.setFixedHeight(max(side, self.verdict.fontMetrics().height()))
        return made

    def _show_mark(self, grade: Grade) -> None:
        icon, role = _LOOKS[grade]
        side = self._theme.px(22)
        self._mark.setPixmap(self._theme.icon(icon, role, side).pixmap(side, side))

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()


def _worst(report: Report) -> Grade:
    """Return the weight of the whole: what is wrong first; good when anything is shown to be."""
    grades = {one.grade for one in report.findings}
    return next((one for one in (Grade.BAD, Grade.GOOD) if one in grades), Grade.NOTE)
