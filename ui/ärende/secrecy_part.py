"""The mark that something may be secret, in the dialogs of ärenden and handlingar."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nämnd.ärende.values import Sekretess
from ui.toolkit.controls import Check
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import column
from ui.toolkit.theme import Theme

_MARK = "Kan omfattas av &sekretess"
_EXAMPLE = "bestämmelse, till exempel 25 kap. 1 § OSL"


class SecrecyPart(QWidget):
    """A tick, and the provision when it is ticked.

    Signals:
        changed: something else is written.
    """

    changed = Signal()

    def __init__(self, theme: Theme, mark: Sekretess | None, *, today: date) -> None:
        """Show a mark; a new one is of `today`."""
        super().__init__()
        self._mark, self._today = mark, today
        self.marked, self.lagrum = Check(theme, _MARK), LineInput(_EXAMPLE)
        self.marked.setChecked(mark is not None)
        self.lagrum.show_value(mark.lagrum if mark else "")
        self.lagrum.setAccessibleName("Bestämmelse om sekretess")
        self.marked.setToolTip(
            "En anteckning om att uppgifterna kan vara hemliga (5 kap. 5 § offentlighets- och "
            "sekretesslagen). Det prövas på nytt varje gång någon begär ut dem."
        )
        self.setLayout(column(self.marked, self.lagrum, spacing=theme.px(4)))
        self.marked.toggled.connect(self._turn)
        self.lagrum.textChanged.connect(self._tell)
        self.lagrum.setVisible(mark is not None)

    def value(self) -> Sekretess | None:
        """Return the mark; None when there is none."""
        if not self.marked.isChecked():
            return None
        day = self._mark.datum if self._mark else self._today
        return Sekretess(self.lagrum.value().strip(), day)

    def problems(self) -> tuple[str, ...]:
        """Return what is missing."""
        mark = self.value()
        missing = mark is not None and not mark.lagrum
        return ("Skriv vilken bestämmelse som sekretessen gäller.",) if missing else ()

    def _turn(self) -> None:
        self.lagrum.setVisible(self.marked.isChecked())
        if self.marked.isChecked():
            self.lagrum.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
