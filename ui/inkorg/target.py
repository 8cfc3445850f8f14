"""Which ärende files come in to: a new one, or one that is there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from nämnd.ärende.queries import ÄrendeRow
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme
from ui.ärende_field import ÄrendeInput

_WHERE = (("nytt", "Ett nytt ärende"), ("finns", "Ett ärende som finns"))
_NEXT = "Ärendet får nästa nummer i nämndens serie."


class Target(QWidget):
    """The choice, with the fields that it needs.

    Signals:
        changed: something else is chosen or written.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, rows: Sequence[ÄrendeRow], *, series: bool, rubrik: str
    ) -> None:
        """Begin with a new ärende called `rubrik`; `series`: the nämnd has one of its own."""
        super().__init__()
        self._rows, self._series = tuple(rows), series
        self.where: Choice[str] = Choice(theme, _WHERE)
        self.known = ÄrendeInput(theme)
        self.known.offer(rows)
        self.dnr = LineInput("nästa i serien" if series else "till exempel 19/0088")
        self.rubrik = LineInput("vad ärendet gäller")
        self.rubrik.show_value(rubrik)
        self.note = label(_NEXT if series else "", Label.CAPTION, wrap=True)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(theme.px(8))
        parts: tuple[tuple[str, QWidget], ...] = (
            ("Läggs &i", self.where),
            ("Ä&rende", self.known),
            ("&Dnr", self.dnr),
            ("Ärendet &gäller", self.rubrik),
        )
        for text, part in parts:
            self.form.addRow(text, part)
            part.setAccessibleName(text.replace("&", ""))
        self.form.addRow("", self.note)
        self.where.choose("nytt")
        self._show()
        self._connect()

    @property
    def is_new(self) -> bool:
        """Say whether a new ärende is wanted."""
        return self.where.value() == "nytt"

    def begin_with(self, ärende_id: str) -> None:
        """Choose the ärende with that id."""
        found = next((one for one in self._rows if one.id == ärende_id), None)
        if found is not None:
            self.where.choose("finns")
            self.known.show_value(found.dnr)
            self._show()

    def ärende(self) -> ÄrendeRow | None:
        """Return the ärende that is chosen; None: a new one, or none that there is."""
        return None if self.is_new else self.known.chosen()

    def problems(self) -> tuple[str, ...]:
        """Return what is missing."""
        if not self.is_new:
            missing = self.ärende() is None
            return ("Välj ett ärende som finns i diariet.",) if missing else ()
        found: list[str] = []
        if not self._series and not self.dnr.value().strip():
            found.append("Skriv ett dnr: nämnden har ingen egen diarieserie i inställningarna.")
        if not self.rubrik.value().strip():
            found.append("Skriv vad ärendet gäller.")
        return tuple(found)

    def _connect(self) -> None:
        self.where.activated.connect(self._show)
        told = (
            self.where.activated,
            self.known.editTextChanged,
            self.dnr.textChanged,
            self.rubrik.textChanged,
        )
        for one in told:
            one.connect(self._tell)

    def _tell(self, _: object) -> None:
        self.changed.emit()

    def _show(self) -> None:
        new = self.is_new
        self.form.setRowVisible(self.known, not new)
        for part in (self.dnr, self.rubrik):
            self.form.setRowVisible(part, new)
        self.form.setRowVisible(self.note, new and self._series)
