"""What there is to know of a delprojekt, to be read."""

from collections.abc import Iterator

from nämnd.core.richtext import plain_text
from nämnd.core.swedish import short_date
from ui.delprojekt.loaded import Loaded
from ui.desk import Desk
from ui.toolkit.facts_card import FactsCard
from ui.toolkit.small import Kind, button


class DelprojektFacts(FactsCard):
    """The facts of a delprojekt, only those that there are.

    Attributes:
        ärende: leads to the ärende; hidden when there is none.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Delprojektet")
        self.ärende = button("", Kind.LINK)
        self.add_links(self.ärende)

    def show_it(self, loaded: Loaded) -> None:
        """Show a delprojekt."""
        dnr = loaded.view.dnr
        self.show_facts(facts(loaded))
        self.ärende.setText(f"Ärende {dnr}" if dnr else "")
        self.ärende.setVisible(dnr is not None)


def facts(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Yield name and value of each fact."""
    draft = loaded.view.draft
    yield "Program", draft.program or "inget angivet"
    yield "Ansvarig", draft.ansvarig or "ingen angiven"
    if draft.kontakt:
        yield "Kontakt", draft.kontakt
    if loaded.view.avslutat:
        yield "Avslutat", short_date(loaded.view.avslutat)
    if draft.målsättning or draft.målsättning_ingress:
        aims = "\n".join(f"– {one}" for one in draft.målsättning)
        yield "Målsättning", "\n".join(filter(None, (draft.målsättning_ingress, aims)))
    if draft.bakgrund:
        yield "Bakgrund", plain_text(draft.bakgrund)
    if draft.mer_information:
        yield "Mer information", plain_text(draft.mer_information)
