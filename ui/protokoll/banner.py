"""Says on the meeting day that some of its §§ are out for justering, or locked."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from nämnd.core import paragrafer
from nämnd.core.swedish import counted
from nämnd.documents.protokoll.marks import listed
from nämnd.lås.values import LOCKED, OUT
from nämnd.protokoll.values import Protokoll
from ui.protokoll.loaded import Said
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, button, label, row
from ui.toolkit.theme import Theme

_MOST = 3  # comments; the rest are counted
_LONGEST = 180  # characters of each


class JusteringBanner(QFrame):
    """A line with what holds, and a way to the page of the justering."""

    def __init__(self, theme: Theme) -> None:
        """Hide until there is something to say."""
        super().__init__()
        self.setObjectName("card")
        self.chip = Chip("")
        self.text = label("", wrap=True)
        self.go = button("Till justeringen", Kind.LINK)
        self.said = label("", wrap=True)
        self._kommentarer: tuple[Said, ...] = ()
        top = row(self.chip, self.text, self.go, spacing=theme.px(12))
        top.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(4))
        layout.setSpacing(theme.px(4))
        layout.addLayout(top)
        layout.addWidget(self.said)
        self.hide()

    def show_paragraf(self, nummer: int | None) -> None:
        """Show what was said of the § that is shown, and of the whole."""
        mine = [one for one in self._kommentarer if one.nummer in (None, nummer)]
        mine.sort(key=lambda one: one.nummer is None)  # what is about just this § first
        lines = [f"{one.namn} om {_about(one)}: «{_cut(one.text)}»" for one in mine[:_MOST]]
        if more := max(0, len(mine) - _MOST):
            lines.append(f"{counted(more, 'kommentar', 'kommentarer')} till finns på justeringen.")
        self.said.setText("\n".join(lines))
        self.said.setVisible(bool(lines))

    def show_protokoll(self, now: Protokoll, kommentarer: tuple[Said, ...]) -> None:
        """Show which §§ are out and which are locked; `kommentarer`: those nobody has answered."""
        self._kommentarer = kommentarer
        text = banner_text(now)
        locked = any(one.läge in LOCKED for one in now.justeringar)
        self.chip.show_as(*(("låst", Role.GOOD) if locked else ("utskickat", Role.NOTE)))
        self.text.setText(text)
        self.setVisible(bool(text))


def _cut(text: str) -> str:
    """Return a comment on one line, not too long: the page of the justering has all of it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"


def _about(one: Said) -> str:
    return "hela protokollet" if one.nummer is None else f"§ {one.nummer}"


def banner_text(now: Protokoll) -> str:
    """Return what somebody must know who is about to change the protokoll."""
    locked, out = _which(now, LOCKED), _which(now, OUT)
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
