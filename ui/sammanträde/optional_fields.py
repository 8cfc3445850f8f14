"""The fields that most punkter leave empty: shown when they hold something, or when asked for."""

from typing import Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nämnd.sammanträde.dagordning import PunktRow
from ui.toolkit.fields import Field, line_field, list_field
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, button, row
from ui.toolkit.theme import Icon, Theme

_NAMES = ("föredragande", "tid", "grupp", "underpunkter", "missiv")

_NAMED = 3  # fields that the button names: the pane is narrow when the letters are large


class OptionalFields(QWidget):
    """Föredragande, tid, grupp and underpunkter, under a button that shows those that are empty.

    The missiv's proposal shows only when it is asked for: the editor tells when the förslag is
    another.
    """

    def __init__(self, theme: Theme) -> None:
        """Show none yet."""
        super().__init__()
        self._theme, self._opened = theme, False
        self.more = button("", Kind.LINK)
        self.föredragande = line_field(theme, "&Föredragande")
        self.tid = line_field(theme, "T&id", placeholder="09.30")
        self.grupp = line_field(
            theme,
            "&Grupp",
            placeholder="till exempel: Informationsärenden",
            hint="Punkter i följd med samma grupp får en gemensam rubrik i dagordningen.",
        )
        self.underpunkter = list_field(
            theme, "&Underpunkter", placeholder="Skriv nästa underpunkt …"
        )
        self.missivförslag = list_field(
            theme, "Missivets förslag", placeholder="Skriv nästa att-sats ur missivet …"
        )
        self.fields: tuple[Field[Any], ...] = (
            self.föredragande,
            self.tid,
            self.grupp,
            self.underpunkter,
            self.missivförslag,
        )
        self._filled = (False,) * len(self.fields)
        self._build()

    def show_punkt(self, punkt: PunktRow, *, same: bool) -> None:
        """Show the fields that hold something; those opened stay while the punkt is the same."""
        self._opened = self._opened and same
        self._filled = (
            bool(punkt.föredragande),
            bool(punkt.tid),
            bool(punkt.grupp),
            bool(punkt.underpunkter),
            False,
        )
        self._show()

    def _show(self) -> None:
        focus = QApplication.focusWidget()
        for field, filled in zip(self.fields, self._filled, strict=True):
            written_in = field.pending or (focus is not None and field.isAncestorOf(focus))
            field.setVisible(self._opened or filled or written_in)
        hidden = [name for name, filled in zip(_NAMES, self._filled, strict=True) if not filled]
        named = ", ".join(hidden[:_NAMED]) + (" …" if len(hidden) > _NAMED else "")
        self.more.setText("Färre fält" if self._opened else f"Mer: {named}")
        self.more.setToolTip("" if self._opened else f"Fler fält: {', '.join(hidden)}")
        icon = Icon.CHEVRON_DOWN if self._opened else Icon.CHEVRON_RIGHT
        self._theme.dress(self.more, icon, Role.ACCENT)

    def _toggle(self) -> None:
        self._opened = not self._opened
        self._show()

    def _build(self) -> None:
        gap = self._theme.px(10)
        pair = row(self.föredragande, self.tid, spacing=self._theme.px(12))
        pair.setStretch(0, 3)
        pair.setStretch(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        layout.addWidget(self.more)
        layout.addLayout(pair)
        layout.addWidget(self.grupp)
        layout.addWidget(self.underpunkter)
        layout.addWidget(self.missivförslag)
        self.more.clicked.connect(self._toggle)
