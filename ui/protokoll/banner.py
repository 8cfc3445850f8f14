"""Says on the meeting day that some of its §§ are out for justering, or locked."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from nämnd.core import paragrafer
from nämnd.documents.protokoll.marks import listed
from nämnd.protokoll.values import Protokoll
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, button, label
from ui.toolkit.theme import Theme

_OUT = ("utskickat", "ändringar begärda")
_LOCKED = ("godkänt", "justerat")


class JusteringBanner(QFrame):
    """A line with what holds, and a way to the page of the justering."""

    def __init__(self, theme: Theme) -> None:
        """Hide until there is something to say."""
        super().__init__()
        self.setObjectName("card")
        self.chip = Chip("")
        self.text = label("", wrap=True)
        self.go = button("Till justeringen", Kind.LINK)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(4))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.chip)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.go)
        self.hide()

    def show_protokoll(self, now: Protokoll) -> None:
        """Show which §§ are out and which are locked."""
        text = banner_text(now)
        locked = any(one.läge in _LOCKED for one in now.justeringar)
        self.chip.show_as(*(("låst", Role.GOOD) if locked else ("utskickat", Role.NOTE)))
        self.text.setText(text)
        self.setVisible(bool(text))


def banner_text(now: Protokoll) -> str:
    """Return what somebody must know who is about to change the protokoll."""
    locked, out = _which(now, _LOCKED), _which(now, _OUT)
    parts = (
        f"{locked} är godkända av alla som ska justera och kan inte ändras." if locked else "",
        f"{out} är utskickade för justering. Ändras texten måste den skickas igen." if out else "",
    )
    return " ".join(filter(None, parts))


def _which(now: Protokoll, lägen: Iterable[str]) -> str:
    sets = [one.paragrafer for one in now.justeringar if one.läge in lägen]
    numbers = [one.nummer for one in now.paragrafer]
    return listed(
        paragrafer.of(nummer for nummer in numbers if any(one.touches(nummer) for one in sets))
    )
