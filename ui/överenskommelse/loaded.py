"""What the page of an överenskommelse shows, read at once."""

from dataclasses import dataclass
from datetime import date

from nämnd.bevakning.queries import of_källa
from nämnd.bevakning.values import BevakningRow
from nämnd.redovisning.queries import redovisning_rows
from nämnd.redovisning.values import RedovisningRow
from nämnd.ärende.handling_queries import handling_row
from nämnd.ärende.values import HandlingRow
from nämnd.överenskommelse.queries import överenskommelse_view
from nämnd.överenskommelse.values import BlankettRow, Tabell, ÖverenskommelseView
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Loaded:
    """An överenskommelse with all that belongs to it. `handling`: the paper, when it is known."""

    view: ÖverenskommelseView
    handling: HandlingRow | None
    bevakningar: tuple[BevakningRow, ...]
    redovisningar: tuple[RedovisningRow, ...]

    def blankett(self, blankett_id: str) -> BlankettRow | None:
        """Return one of the forms."""
        return next((one for one in self.view.blanketter if one.id == blankett_id), None)

    def tabell(self, tabell_id: str | None) -> Tabell | None:
        """Return one of the tables."""
        return next((one for one in self.view.draft.tabeller if one.id == tabell_id), None)


def load(desk: Desk, överenskommelse_id: str) -> Loaded:
    """Read an överenskommelse.

    Raises:
        GoneError: it is not there.
    """
    ask = desk.store.ask
    view = ask(lambda session: överenskommelse_view(session, överenskommelse_id))
    paper = view.draft.handling_id
    return Loaded(
        view,
        ask(lambda session: handling_row(session, paper)) if paper else None,
        _watched(desk, view),
        ask(lambda session: redovisning_rows(session, view.nämnd_id, överenskommelse_id=view.id)),
    )


def _watched(desk: Desk, view: ÖverenskommelseView) -> tuple[BevakningRow, ...]:
    """Return what is watched of it and what was found in its paper, once each, first what is due.

    What is closed comes last.
    """
    ask, today, paper = desk.store.ask, desk.today, view.draft.handling_id
    rows = ask(lambda session: of_källa(session, överenskommelse_id=view.id, today=today))
    if paper is not None:
        rows += ask(lambda session: of_källa(session, handling_id=paper, today=today))
    once = {one.id: one for one in rows}.values()
    return tuple(sorted(once, key=lambda one: (one.avslutad is not None, one.due or date.max)))
