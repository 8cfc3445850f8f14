"""What narrows the register: words, year, nämnd, outcome, follow-up, and the saved filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSizePolicy, QWidget

from nämnd.protokoll.values import UTFALL
from ui.desk import Desk
from ui.register.wanted import EVERY, Wanted
from ui.register.words import FOLLOWED
from ui.toolkit.chips import SearchBox
from ui.toolkit.controls import Choice
from ui.toolkit.small import button, row
from ui.toolkit.theme import Icon
from ui.urval import UrvalButton

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_BESIDE = 1000  # the design's pixels
ALL_OF_THEM = "alla"
_ALL_YEARS = "Alla år"
_UTFALL = tuple((one, one[0].upper() + one[1:]) for one in UTFALL)


class FilterBar(QWidget):
    """The filter of the list.

    Signals:
        changed: something else is wanted.

    Attributes:
        text, year, nämnd, utfall, uppföljning, urval: the parts.
        ärende: says of which ärende only; pressed, it is of any again.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Want everything."""
        super().__init__()
        theme = desk.theme
        self._desk, self._ärende = desk, ""
        self.text = SearchBox(theme, "Filtrera på rubrik, dnr eller ord i besluten …")
        self.year: Choice[str] = Choice(theme, ((EVERY, _ALL_YEARS),))
        which = ((EVERY, "Den här nämnden"), (ALL_OF_THEM, "Alla nämnder"))
        self.nämnd: Choice[str] = Choice(theme, which)
        self.utfall: Choice[str] = Choice(theme, ((EVERY, "Alla utfall"), *_UTFALL))
        self.uppföljning: Choice[str] = Choice(theme, ((EVERY, "All uppföljning"), *FOLLOWED))
        self.ärende = button("")
        self.urval = UrvalButton(desk, "beslut", lambda: self.wanted().as_villkor(), self.apply)
        self._build()

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(
            år=self.year.value() or "",
            nämnd=self.nämnd.value() or "",
            utfall=self.utfall.value() or "",
            uppföljning=self.uppföljning.value() or "",
            ärende=self._ärende,
            text=self.text.text().strip(),
        )

    def apply(self, villkor: dict[str, str]) -> None:
        """Ask for what a saved filter says."""
        self.show_wanted(Wanted.of_villkor(villkor))
        self.changed.emit()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show another filter, without telling."""
        was = self.text.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        self.text.setText(wanted.text)
        self.text.blockSignals(was)
        if wanted.år and not self._offers(self.year, wanted.år):
            self.offer_years((int(wanted.år),) if wanted.år.isdecimal() else ())
        for part, value in (
            (self.year, wanted.år),
            (self.nämnd, wanted.nämnd),
            (self.utfall, wanted.utfall),
            (self.uppföljning, wanted.uppföljning),
        ):
            part.choose(value if self._offers(part, value) else EVERY)
        self.only_of(wanted.ärende, "")

    def only_of(self, ärende_id: str, dnr: str) -> None:
        """Want the beslut of one ärende only; «»: of any."""
        self._ärende = ärende_id
        self.ärende.setText(f"Ärende {dnr}" if dnr else "Ett ärende")
        self.ärende.setAccessibleName(f"{self.ärende.text()}: visa alla ärenden")
        self.ärende.setVisible(bool(ärende_id))

    def offer_years(self, years: Iterable[int]) -> None:
        """Offer those years, and the one that is chosen."""
        there = {*map(str, years), *filter(None, (self.year.value(),))}
        offered = ((one, one) for one in sorted(there, reverse=True))
        self.year.offer(((EVERY, _ALL_YEARS), *offered))
        if self.year.value() is None:
            self.year.choose(EVERY)

    def minimumSizeHint(self) -> QSize:
        """Return how narrow it can be: with the choices under the words."""
        return QSize(self._choices.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.theme.px(_BESIDE)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._lines.setDirection(down if narrow else right)

    def _offers(self, part: Choice[str], value: str) -> bool:
        before = part.value()
        part.choose(value)
        there = part.value() is not None
        part.choose(before)
        return there

    def _build(self) -> None:
        theme = self._desk.theme
        parts = (self.year, self.nämnd, self.utfall, self.uppföljning)
        for part, name in zip(parts, _NAMES, strict=True):
            part.setAccessibleName(name)
            part.choose(EVERY)
            part.activated.connect(self._tell)
        self.text.textChanged.connect(self._tell)
        self.ärende.clicked.connect(self._any_ärende)
        self.ärende.setToolTip("Visa beslut i alla ärenden igen")
        theme.dress(self.ärende, Icon.CLOSE)
        self.ärende.hide()
        for part in (self.nämnd, self.utfall, self.uppföljning):
            part.setSizeAdjustPolicy(_SHORT)
            part.setMinimumContentsLength(12)
            part.setMaximumWidth(theme.px(230))
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        gap = theme.px(8)
        words = row(self.text, self.ärende, spacing=gap)
        words.setStretch(0, 1)
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(gap)
        self._lines.addLayout(words, 1)
        self._choices = row(*parts, self.urval.button, spacing=gap)
        self._lines.addLayout(self._choices, 1)

    def _any_ärende(self) -> None:
        self.only_of("", "")
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()


_NAMES: Sequence[str] = (
    "År att visa", "Nämnder att visa", "Utfall att visa", "Uppföljning att visa",
)  # fmt: skip
