"""The forms of an överenskommelse: rekvisitioner and ekonomiska redovisningar."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nämnd.core.swedish import counted
from nämnd.överenskommelse.fields import missing
from nämnd.överenskommelse.values import BlankettRow
from ui.desk import Desk
from ui.toolkit.chips import Card, Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import blankett_state, blankett_title, kr

_EMPTY = (
    "Ingen blankett än. En rekvisition eller ekonomisk redovisning fylls i med beloppet ur "
    "tabellen, diarienumren och mottagarens uppgifter från förra gången."
)


class FormsCard(Card):
    """Links to the forms.

    Attributes:
        new: begins another.
        links: one for each, in order.
    """

    def __init__(self, desk: Desk, open_blankett: Callable[[str], object]) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Blanketter", band=True)
        self._desk, self._open = desk, open_blankett
        self.new = button("Ny bl&ankett …", Kind.PLAIN)
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
        self._shown: tuple[BlankettRow, ...] | None = None

    def show_it(self, loaded: Loaded) -> None:
        """Show the forms of an överenskommelse."""
        if loaded.view.blanketter == self._shown:
            return  # nothing to build anew: the focus and the place on the page stay
        self._shown = loaded.view.blanketter
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.links = ()
        self._inside = inside = QWidget()
        parts = [self._part(one) for one in loaded.view.blanketter]
        inside.setLayout(column(*parts, spacing=self._desk.theme.px(10)))
        self._rows.addWidget(inside)
        self.empty.setVisible(not parts)
        inside.setVisible(bool(parts))
        tab_through(self.new, *self.links)

    def _part(self, one: BlankettRow) -> QWidget:
        theme = self._desk.theme
        part = QWidget()
        link = CutLink(blankett_title(one))
        link.clicked.connect(lambda: self._open(one.id))
        self.links = (*self.links, link)
        lacking = len(missing(one.draft)) if one.handling_id is None else 0
        said = " · ".join(
            filter(
                None,
                (
                    kr(one.draft.belopp),
                    f"{counted(lacking, 'uppgift', 'uppgifter')} saknas" if lacking else "",
                ),
            )
        )
        under = row(
            Chip(*blankett_state(one)), label(said, Label.CAPTION), None, spacing=theme.px(8)
        )
        part.setLayout(column(link, under, spacing=theme.px(2)))
        return part
