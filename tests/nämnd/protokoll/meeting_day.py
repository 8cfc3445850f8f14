"""Steps of a meeting day, through the real commands."""

from typing import Any

import pytest

from nämnd.core.ids import new_id
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import AddParagraf, HandlePunkt
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.store import Store
from nämnd.tables import Justering
from tests.builders import a_punkt
from tests.nämnd.store.dumps import dump


class Doing:
    """A command made of a function: for what no command does yet."""

    of_justering = False

    def __init__(self, what: Any) -> None:
        self._what = what

    def run(self, session):
        self._what(session)
        return frozenset()


def add_rows(store: Store, *rows: Any) -> None:
    """Put rows into the database as they are."""
    store.do(Doing(lambda session: session.add_all(rows)))


def handle(store: Store, punkt_id: str, tid: str | None = "09.41") -> str:
    """Handle a punkt; return the §'s id."""
    paragraf_id = new_id()
    store.do(HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id, tid=tid))
    return paragraf_id


def a_paragraf(store: Store, sammanträde_id: str, rubrik: str = "En fråga", **facts: Any) -> str:
    """Add a punkt and handle it; `facts` are those of a PunktDraft."""
    return handle(store, a_punkt(store, sammanträde_id, rubrik, **facts))


def an_extra(store: Store, sammanträde_id: str, rubrik: str = "En extra fråga") -> str:
    """Add a § that has no punkt; return its id."""
    paragraf_id = new_id()
    draft = ParagrafDraft(rubrik)
    store.do(AddParagraf(paragraf_id=paragraf_id, sammanträde_id=sammanträde_id, draft=draft))
    return paragraf_id


def justera(store: Store, sammanträde_id: str, paragrafer: str | None = None) -> None:
    """Let a set of §§ be justerad."""
    add_rows(
        store,
        Justering(
            id=new_id(), sammanträde_id=sammanträde_id, paragrafer=paragrafer, läge="justerat"
        ),
    )


def protokoll_in(store: Store, sammanträde_id: str) -> Protokoll:
    """Return the protokoll as it is now."""
    return store.ask(lambda session: protokoll(session, sammanträde_id))


def paragrafer_in(store: Store, sammanträde_id: str) -> tuple[ParagrafRow, ...]:
    """Return the §§ as they are now."""
    return protokoll_in(store, sammanträde_id).paragrafer


def listed(store: Store, sammanträde_id: str) -> list[str]:
    """Return the §§ as a list shows them: «59 Val av justerare»."""
    return [f"{row.nummer} {row.rubrik}" for row in paragrafer_in(store, sammanträde_id)]


def numbers(store: Store, sammanträde_id: str) -> list[int]:
    """Return the numbers of the §§ in handling order."""
    return [row.nummer for row in paragrafer_in(store, sammanträde_id)]


def refused(store: Store, command: Any, error: type[Exception]) -> Any:
    """Run a command that is refused; return the refusal. Nothing is changed."""
    path = store.place.path
    assert path is not None
    before = dump(path)
    with pytest.raises(error) as caught:
        store.do(command)
    assert dump(path) == before
    return caught.value
