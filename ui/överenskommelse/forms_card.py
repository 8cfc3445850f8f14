"""The forms of an överenskommelse: rekvisitioner and ekonomiska redovisningar."""

from collections.abc import Callable

from nämnd.core.swedish import counted
from nämnd.överenskommelse.fields import missing
from nämnd.överenskommelse.values import BlankettRow
from ui.desk import Desk
from ui.toolkit.chips import Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.links_card import LinkPart, LinksCard
from ui.toolkit.small import Label, label, row
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import blankett_state, blankett_title, kr

_EMPTY = (
    "Ingen blankett än. En rekvisition eller ekonomisk redovisning fylls i med beloppet ur "
    "tabellen, diarienumren och mottagarens uppgifter från förra gången."
)


class FormsCard(LinksCard):
    """Links to the forms."""

    def __init__(self, desk: Desk, open_blankett: Callable[[str], object]) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Blanketter", new="Ny bl&ankett …", empty=_EMPTY)
        self._open = open_blankett

    def show_it(self, loaded: Loaded) -> None:
        """Show the forms of an överenskommelse."""
        forms = loaded.view.blanketter
        self.show_parts(forms, map(self._part, forms))

    def _part(self, one: BlankettRow) -> LinkPart:
        link = CutLink(blankett_title(one))
        link.clicked.connect(lambda: self._open(one.id))
        lacking = len(missing(one.draft)) if one.handling_id is None else 0
        lacks = f"{counted(lacking, 'uppgift', 'uppgifter')} saknas" if lacking else ""
        said = label(" · ".join(filter(None, (kr(one.draft.belopp), lacks))), Label.CAPTION)
        state = Chip(*blankett_state(one))
        return LinkPart(self._theme, link, row(state, said, None, spacing=self._theme.px(8)))
