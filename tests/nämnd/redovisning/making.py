"""A redovisning to test with: two huvudmän, a heading, a text, two questions and a table."""

from datetime import date
from typing import Any

import pytest

from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.redovisning.answering import Answer, PutTogether, Spread
from nämnd.redovisning.commands import AddRedovisning
from nämnd.redovisning.errors import RedovisningError, RedovisningFault
from nämnd.redovisning.queries import redovisning_view
from nämnd.redovisning.values import FrågaDraft, Mottagare, RedovisningDraft, RedovisningView
from nämnd.store import Store
from nämnd.tables import Bevakning
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd

TODAY = date(2026, 3, 2)
SENAST = date(2026, 9, 30)
STRUKTUR = (
    FrågaDraft("f1", "rubrik", "Vårdens utveckling"),
    FrågaDraft("f2", "text", "Beskriv kort, högst en sida."),
    FrågaDraft("f3", "fråga", "Vad har ni gjort under perioden?"),
    FrågaDraft("f4", "fråga", "Vad har ni lärt er?", 2),
    FrågaDraft("f5", "rubrik", "Målbild"),
    FrågaDraft("f6", "tabell", "Ange tid för beslut.", 1, ("Region", "Startad", "Beslut")),
)
ASKED = ("f3", "f4", "f6")
NORR = Mottagare("h1", "Bo Alm", "bo@norr.example")
SYD = Mottagare("h2", "Cia Öst", "cia@syd.example")


def a_redovisning(store: Store, nämnd_id: str | None = None, **facts: Any) -> str:
    """Add a redovisning with the structure above, spread over nobody."""
    nämnd_id = nämnd_id or a_nämnd(store)
    if not store.ask(lambda session: _has_huvudmän(session, nämnd_id)):
        drafts = (HuvudmanDraft("h1", "Region Norr"), HuvudmanDraft("h2", "Region Syd"))
        store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=drafts))
    key = new_id()
    given: dict[str, Any] = {
        "rubrik": "Delredovisning september 2026",
        "mottagare": "Tillsynsverket",
        "epost": "redovisning@tillsyn.example",
        "senast": SENAST,
        "svar_senast": date(2026, 9, 1),
    }
    frågor = facts.pop("frågor", STRUKTUR)
    store.do(
        AddRedovisning(
            nämnd_id=nämnd_id,
            draft=RedovisningDraft(**(given | facts)),
            today=TODAY,
            frågor=frågor,
            redovisning_id=key,
        )
    )
    return key


def spread(store: Store, *mottagare: Mottagare, frågor: tuple[str, ...] = ASKED) -> None:
    """Spread questions over these; over both huvudmän when nobody is said."""
    store.do(Spread(fråga_ids=frågor, mottagare=mottagare or (NORR, SYD)))


def view_of(store: Store, key: str) -> RedovisningView:
    """Return the redovisning."""
    return store.ask(lambda session: redovisning_view(session, key))


def svar_id(store: Store, key: str, fråga_id: str, vem: str) -> str:
    """Return the id of somebody's answer to a question."""
    frågor = {one.draft.id: one for one in view_of(store, key).frågor}
    return next(one.id for one in frågor[fråga_id].svaras_av if one.vem == vem)


def answer(store: Store, key: str, fråga_id: str, vem: str, text: str = "", **facts: Any) -> None:
    """Let somebody answer a question."""
    svar = svar_id(store, key, fråga_id, vem)
    store.do(Answer(svar_id=svar, text=text, today=TODAY, **facts))


def finish(store: Store, key: str) -> None:
    """Put every question together in a word."""
    for one in view_of(store, key).to_answer:
        store.do(PutTogether(fråga_id=one.draft.id, text="Klart.", klar=True))


def refused(store: Store, command: Any) -> RedovisningFault:
    """Return why a command is refused."""
    with pytest.raises(RedovisningError) as caught:
        store.do(command)
    return caught.value.problem


def bevakningar(store: Store) -> list[tuple[Any, ...]]:
    """Return rubrik, rule, end and how long the history is of all that is watched."""
    return store.ask(
        lambda session: [
            (one.rubrik, one.förfaller, one.avslutad, one.avslut, len(one.historik))
            for one in session.query(Bevakning)
        ]
    )


def an_ärende(store: Store, nämnd_id: str) -> str:
    """Register an ärende of the nämnd."""
    key = new_id()
    draft = ÄrendeDraft("God vård")
    store.do(
        RegisterÄrende(
            nämnd_id=nämnd_id, draft=draft, today=TODAY, dnr="VNÅ 2026/0007", ärende_id=key
        )
    )
    return key


def _has_huvudmän(session: Any, nämnd_id: str) -> bool:
    from nämnd.organisation.queries import huvudmän

    return bool(huvudmän(session, nämnd_id))
