"""A card with links to things of one kind, and a button that begins another."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLayout, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Icon, Theme
from ui.toolkit.walking import tab_through


class LinkPart(QWidget):
    """A link, and under it where the thing stands.

    Attributes:
        link: leads to the thing.
        stops: where Tab stops, from the top.
    """

    def __init__(
        self,
        theme: Theme,
        link: QPushButton,
        *under: QWidget | QLayout,
        ways: Sequence[QPushButton] = (),
    ) -> None:
        """Put `under` below the link, and last `ways`, which lead to what belongs to the thing."""
        super().__init__()
        self.link = link
        self.stops = (link, *ways)
        beside = (row(*ways, None, spacing=theme.px(14)),) if ways else ()
        self.setLayout(column(link, *under, *beside, spacing=theme.px(2)))


class LinksCard(Card):
    """Links under each other, or why there are none.

    Attributes:
        new: begins another.
        links: one for each, in order.
        empty: what is said when there is none.
    """

    def __init__(self, theme: Theme, title: str, *, new: str, empty: str) -> None:
        """Show nothing yet. `new`: what the button is called."""
        super().__init__(theme, title, band=True)
        self._theme = theme
        self.new = button(new, Kind.PLAIN)
        self.links: tuple[QPushButton, ...] = ()
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.new)
        theme.dress(self.new, Icon.PLUS)
        side = theme.px(16)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self.add(self._rows)
        self.empty = label(empty, Label.MUTED, wrap=True)
        self._rows.addWidget(self.empty)
        self._inside: QWidget | None = None
        self._shown: object = None

    def show_parts(self, shown: object, parts: Iterable[LinkPart]) -> None:
        """Show `parts`; they are made only when `shown`, what they tell, is not what it was."""
        if shown == self._shown:
            return  # nothing to build anew: the focus and the place on the page stay
        self._shown = shown
        focused = next((at for at, one in enumerate(self.links) if one.hasFocus()), None)
        made = tuple(parts)
        self._replace(made)
        self.links = tuple(one.link for one in made)
        tab_through(self.new, *(stop for one in made for stop in one.stops))
        if focused is not None and focused < len(self.links):
            self.links[focused].setFocus()

    def _replace(self, parts: tuple[LinkPart, ...]) -> None:
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        self._inside.setLayout(column(*parts, spacing=self._theme.px(10)))
        self._rows.addWidget(self._inside)
        self.empty.setVisible(not parts)
        self._inside.setVisible(bool(parts))
