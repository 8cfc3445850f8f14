"""Beslut of a year, through the real commands."""

from typing import Any

from nämnd.core.ids import new_id
from nämnd.protokoll.parts_commands import SaveBeslut
from nämnd.protokoll.values import BeslutspunktRow
from nämnd.register.queries import beslut
from nämnd.register.values import BeslutFilter, BeslutRow
from nämnd.store import Store
from tests.nämnd.protokoll.meeting_day import a_paragraf


def decide(store: Store, paragraf_id: str, *texts: str, utfall: str | None = "enligt förslag",
           riktas_till: tuple[str, ...] = ()) -> str:  # fmt: skip
    """Let a § be decided with these att-satser."""
    rows = tuple(
        BeslutspunktRow(new_id(), str(number), text, utfall, riktas_till=riktas_till)
        for number, text in enumerate(texts, start=1)
    )
    store.do(SaveBeslut(paragraf_id=paragraf_id, rows=rows))
    return paragraf_id


def a_beslut(
    store: Store, sammanträde_id: str, rubrik: str, *texts: str, ärende_id: str | None = None,
    **decided: Any,
) -> str:  # fmt: skip
    """Add a punkt, handle it and decide; return the §'s id."""
    facts = {"ärende_id": ärende_id} if ärende_id else {}
    key = a_paragraf(store, sammanträde_id, rubrik, **facts)
    return decide(store, key, *(texts or ("att godkänna förslaget",)), **decided)


def register(store: Store, **wanted: Any) -> tuple[BeslutRow, ...]:
    """Return what the register has."""
    return store.ask(lambda session: beslut(session, BeslutFilter(**wanted)))


def names(rows: tuple[BeslutRow, ...]) -> list[str]:
    """Return «§ 1 Priser» of each."""
    return [f"{row.paragraf} {row.rubrik}" for row in rows]
