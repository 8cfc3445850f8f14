"""What narrows the diarium: words, state, handläggare and year, and the saved filters."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nämnd.ärende.values import DiariumRow
from ui.desk import Desk
from ui.toolkit.chips import SearchBox
from ui.toolkit.controls import Choice
from ui.urval import UrvalButton
from ui.ärende.filtering import STATES, Wanted, years


class FilterBar(QWidget):
    """The filter of the list.

    Signals:
        changed: something else is wanted.

    Attributes:
        text, state, who, year, urval: the parts.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Want everything."""
        super().__init__()
        theme = desk.theme
        self.text = SearchBox(theme, "Filtrera på dnr, rubrik eller handläggare …")
        self.state: Choice[str] = Choice(theme, STATES)
        self.who: Choice[str] = Choice(theme, (("", "Alla handläggare"),))
        self.year: Choice[str] = Choice(theme, (("", "Alla år"),))
        self.urval = UrvalButton(desk, "ärenden", lambda: self.wanted().as_villkor(), self.apply)
        for part, name in (
            (self.state, "Läge att visa"),
            (self.who, "Handläggare att visa"),
            (self.year, "År att visa"),
        ):
            part.setAccessibleName(name)
            part.choose("")
            part.activated.connect(self._tell)
        self.who.setMaximumWidth(theme.px(220))
        self.text.setAcceptDrops(False)  # files are for the window to take in, not a text
        self.text.textChanged.connect(self._tell)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.text, 1)
        for part in (self.state, self.who, self.year, self.urval.button):
            layout.addWidget(part)

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(
            text=self.text.text().strip(),
            läge=self.state.value() or "",
            handläggare=self.who.value() or "",
            år=self.year.value() or "",
        )

    def apply(self, villkor: dict[str, str]) -> None:
        """Ask for what a saved filter says."""
        self._show(Wanted.of_villkor(villkor))
        self._tell()

    def clear(self) -> None:
        """Ask for everything."""
        self._show(Wanted())
        self._tell()

    def offer(self, rows: Sequence[DiariumRow]) -> None:
        """Offer the years and handläggare that there are."""
        self._offer(self.year, "Alla år", map(str, years(rows)))
        names = sorted({row.handläggare for row in rows if row.handläggare}, key=str.casefold)
        self._offer(self.who, "Alla handläggare", names)

    def _offer(self, part: Choice[str], every: str, values: Iterable[str]) -> None:
        part.offer((("", every), *((one, one) for one in values)))
        if part.value() is None:
            part.choose("")

    def _show(self, wanted: Wanted) -> None:
        was = self.text.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        self.text.setText(wanted.text)
        self.text.blockSignals(was)
        for part, value in (
            (self.state, wanted.läge),
            (self.who, wanted.handläggare),
            (self.year, wanted.år),
        ):
            part.choose(value)
            if part.value() is None:  # nobody has that name any more: show all, not nothing
                part.choose("")

    def _tell(self) -> None:
        self.changed.emit()
