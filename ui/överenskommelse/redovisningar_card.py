"""The redovisningar that are made after an överenskommelse, each leading to its page."""

from collections.abc import Callable

from nämnd.core.swedish import counted, short_date
from nämnd.redovisning.values import RedovisningRow
from ui.desk import Desk
from ui.toolkit.chips import Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.links_card import LinkPart, LinksCard
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, label, row
from ui.överenskommelse.loaded import Loaded

_EMPTY = (
    "Ingen redovisning än. Avsändarens frågor läses ur handlingen, fördelas på huvudmännen och "
    "sammanställs i rätt ordning."
)


class RedovisningarCard(LinksCard):
    """Links to the redovisningar."""

    def __init__(self, desk: Desk, open_redovisning: Callable[[str], object]) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Redovisningar", new="Ny &redovisning …", empty=_EMPTY)
        self._open = open_redovisning

    def show_it(self, loaded: Loaded) -> None:
        """Show the redovisningar of an överenskommelse."""
        self.show_parts(loaded.redovisningar, map(self._part, loaded.redovisningar))

    def _part(self, one: RedovisningRow) -> LinkPart:
        link = CutLink(one.rubrik)
        link.clicked.connect(lambda: self._open(one.id))
        said = label(progress(one), Label.CAPTION, wrap=True)
        under = row(Chip(*state(one)), said, spacing=self._theme.px(8))
        under.setStretch(1, 1)
        return LinkPart(self._theme, link, under)


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
