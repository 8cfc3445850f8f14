"""The redovisningar that are made after an överenskommelse, each leading to its page."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nämnd.core.swedish import counted, short_date
from nämnd.redovisning.values import RedovisningRow
from ui.desk import Desk
from ui.toolkit.chips import Card, Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through
from ui.överenskommelse.loaded import Loaded

_EMPTY = (
    "Ingen redovisning än. Avsändarens frågor läses ur handlingen, fördelas på huvudmännen och "
    "sammanställs i rätt ordning."
)


class RedovisningarCard(Card):
    """Links to the redovisningar.

    Attributes:
        new: begins another.
        links: one for each, in order.
    """

    def __init__(self, desk: Desk, open_redovisning: Callable[[str], object]) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Redovisningar", band=True)
        self._desk, self._open = desk, open_redovisning
        self.new = button("Ny &redovisning …", Kind.PLAIN)
        self.links: tuple[QPushButton, ...] = ()
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.new)
        desk.theme.dress(self.new, Icon.PLUS)
        side = desk.theme.px(16)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self.add(self._rows)
        self.empty = label(_EMPTY, Label.MUTED, wrap=True)
        self._rows.addWidget(self.empty)
        self._inside: QWidget | None = None
        self._shown: tuple[RedovisningRow, ...] | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Show the redovisningar of an överenskommelse."""
        if loaded.redovisningar == self._shown:
            return  # nothing to build anew: the focus and the place on the page stay
        self._shown = loaded.redovisningar
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.links = ()
        self._inside = inside = QWidget()
        parts = [self._part(one) for one in loaded.redovisningar]
        inside.setLayout(column(*parts, spacing=self._desk.theme.px(10)))
        self._rows.addWidget(inside)
        self.empty.setVisible(not parts)
        inside.setVisible(bool(parts))
        tab_through(self.new, *self.links)

    def _part(self, one: RedovisningRow) -> QWidget:
        theme = self._desk.theme
        part = QWidget()
        link = CutLink(one.rubrik)
        link.clicked.connect(lambda: self._open(one.id))
        self.links = (*self.links, link)
        said = label(progress(one), Label.CAPTION, wrap=True)
        under = row(Chip(*state(one)), said, spacing=theme.px(8))
        under.setStretch(1, 1)
        part.setLayout(column(link, under, spacing=theme.px(2)))
        return part


def state(one: RedovisningRow) -> tuple[str, Role]:
    """Return where a redovisning stands, as a pill."""
    if one.sänd is not None:
        return "skickad", Role.GOOD
    if one.godkänd is not None:
        return "godkänd", Role.NOTE
    return "pågår", Role.WARN


def progress(one: RedovisningRow) -> str:
    """Return when it is due and how far it has come."""
    due = f"senast {short_date(one.senast)}" if one.senast else ""
    done = f"{one.klara} av {counted(one.frågor, 'fråga klar', 'frågor klara')}"
    waits = f"väntar på {len(one.väntar_på)}" if one.väntar_på and one.sänd is None else ""
    return " · ".join(filter(None, (due, done, waits)))
