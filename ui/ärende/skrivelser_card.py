"""What is written in an ärende: missiv and tjänsteskrivelser, each leading to its page."""

from nämnd.ärende.values import SkrivelseRow
from ui.desk import Desk, Go
from ui.toolkit.cut_link import CutLink
from ui.toolkit.links_card import LinkPart, LinksCard
from ui.toolkit.small import Label, label
from ui.ärende.loaded import Loaded
from ui.ärende.words import skrivelse_state

_EMPTY = (
    "Ingen skrivelse än. Förslaget i den blir punktens förslag till beslut när ärendet läggs på "
    "en dagordning."
)


class SkrivelserCard(LinksCard):
    """Links to the skrivelser."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Skrivelser", new="Ny &skrivelse", empty=_EMPTY)
        self._go = go

    def show_it(self, loaded: Loaded) -> None:
        """Show the skrivelser of an ärende."""
        self.new.setEnabled(loaded.view.makulerat is None)
        rows = tuple((one, skrivelse_state(one, loaded.handlingar)) for one in loaded.skrivelser)
        self.show_parts(rows, (self._part(one, state) for one, state in rows))

    def _part(self, one: SkrivelseRow, state: str) -> LinkPart:
        link = CutLink(f"{one.draft.slag.capitalize()}: {one.draft.rubrik}")
        link.clicked.connect(lambda: self._go.to_skrivelse(one.id))
        return LinkPart(self._theme, link, label(state, Label.CAPTION, wrap=True))
