"""A nämnd and what it watches, for the tests."""

from datetime import date
from typing import Any

from nämnd.bevakning.commands import (
    AddBevakning,
    CloseBevakning,
    LinkPunkt,
    MoveBevakning,
)
from nämnd.bevakning.queries import bevakning, bevakningar, due_at, to_ask
from nämnd.bevakning.values import (
    BevakningDraft,
    BevakningRow,
    Förfaller,
    VidSammanträde,
)
from nämnd.store import Store
from tests.builders import a_nämnd, a_sammanträde

TODAY = date(2018, 6, 7)
FOURTH = VidSammanträde(4, 2019)
DAYS = (date(2019, 2, 15), date(2019, 5, 10), date(2019, 9, 13), date(2019, 11, 22))


class Watch:
    """A nämnd and what it watches."""

    def __init__(self, store: Store) -> None:
        self.store, self.nämnd = store, a_nämnd(store)

    def add(
        self, förfaller: Förfaller = FOURTH, rubrik: str = "Följ upp delprojekt 8", **facts: Any
    ) -> str:
        draft = BevakningDraft(rubrik, förfaller, **facts)
        new = AddBevakning(nämnd_id=self.nämnd, draft=draft, today=TODAY)
        self.store.do(new)
        return new.bevakning_id

    def plan(self, *days: date) -> list[str]:
        return [a_sammanträde(self.store, self.nämnd, day) for day in days]

    def row(self, key: str, today: date = TODAY) -> BevakningRow:
        return self.store.ask(lambda session: bevakning(session, key, today))

    def rows(self, *, closed: bool = False, today: date = TODAY) -> tuple[BevakningRow, ...]:
        return self.store.ask(lambda s: bevakningar(s, self.nämnd, today, closed=closed))

    def move(self, key: str, till: Förfaller, skäl: str = "Rapporten dröjer") -> None:
        self.store.do(MoveBevakning(bevakning_id=key, förfaller=till, skäl=skäl, today=TODAY))

    def close(self, key: str, hur: str = "Rapporten är inlämnad", today: date = TODAY) -> None:
        self.store.do(CloseBevakning(bevakning_id=key, avslut="gjord", hur=hur, today=today))

    def link(self, key: str, punkt_id: str) -> None:
        self.store.do(LinkPunkt(bevakning_id=key, punkt_id=punkt_id))

    def asked(self, today: date) -> list[str]:
        return [one.id for one in self.store.ask(lambda s: to_ask(s, self.nämnd, today))]

    def lacking(self, sammanträde_id: str, today: date = TODAY) -> list[str]:
        return [one.id for one in self.store.ask(lambda s: due_at(s, sammanträde_id, today))]
