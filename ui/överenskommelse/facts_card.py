"""What there is to know of an överenskommelse, to be read."""

from collections.abc import Iterator

from ui.desk import Desk
from ui.toolkit.facts_card import FactsCard
from ui.toolkit.small import Kind, button
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import kr, period


class ÖverenskommelseFacts(FactsCard):
    """The facts of an överenskommelse, only those that there are.

    Attributes:
        ärende, file: lead to the ärende, and open the paper; hidden when there is none.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Överenskommelsen")
        self.ärende, self.file = button("", Kind.LINK), button("Öppna handlingen", Kind.LINK)
        self.add_links(self.ärende, self.file)

    def show_it(self, loaded: Loaded) -> None:
        """Show an överenskommelse."""
        dnr, paper = loaded.view.ärende_dnr, loaded.handling
        self.show_facts(facts(loaded))
        self.ärende.setText(f"Ärende {dnr}" if dnr else "")
        self.ärende.setVisible(dnr is not None)
        self.file.setVisible(paper is not None and paper.fil is not None)
        self.file.setToolTip(paper.draft.rubrik if paper else "")


def facts(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Yield name and value of each fact."""
    draft = loaded.view.draft
    if draft.parter:
        yield "Parter", "\n".join(draft.parter)
    if draft.från or draft.till:
        yield "Period", period(draft.från, draft.till)
    if draft.totalt is not None:
        yield "Pengar i allt", kr(draft.totalt)
    if draft.utbetalas_av:
        yield "Betalas ut av", draft.utbetalas_av
    if draft.dnr:
        yield "Vårt dnr", draft.dnr
    if draft.motpartens_dnr:
        yield "Motpartens dnr", "\n".join(draft.motpartens_dnr)
    if draft.utbetalning_dnr:
        yield "Dnr för utbetalning", draft.utbetalning_dnr
    if loaded.handling is not None:
        yield "Handling", f"{loaded.handling.löpnr}. {loaded.handling.draft.rubrik}"
    if draft.anteckning:
        yield "Anteckning", draft.anteckning
