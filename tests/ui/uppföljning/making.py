"""A nämnd with sammanträden and what it follows up, saved through the real commands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from nämnd.bevakning.commands import AddBevakning, LinkPunkt
from nämnd.bevakning.queries import bevakning, bevakningar
from nämnd.bevakning.values import BevakningDraft, BevakningRow, PåDatum
from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import AddDelprojekt
from nämnd.delprojekt.values import Beslut, DelprojektDraft, Sats
from nämnd.store import Store
from tests.builders import a_nämnd, a_punkt, a_sammanträde
from tests.conftest import TODAY

HELD, COMING = date(2026, 1, 30), date(2026, 5, 29)


@dataclass
class Followed:
    """Saves and reads back."""

    store: Store
    nämnd: str
    held: str
    coming: str

    def add(self, rubrik: str, day: date | None = None, **facts: Any) -> str:
        key = new_id()
        förfaller = facts.pop("förfaller", None) or PåDatum(day or TODAY)
        draft = BevakningDraft(rubrik, förfaller, **facts)
        self.store.do(AddBevakning(nämnd_id=self.nämnd, draft=draft, today=TODAY, bevakning_id=key))
        return key

    def link(self, bevakning_id: str, sammanträde_id: str) -> str:
        punkt = a_punkt(self.store, sammanträde_id, "Återrapport")
        self.store.do(LinkPunkt(bevakning_id=bevakning_id, punkt_id=punkt))
        return punkt

    def delprojekt(self, nummer: int = 8, rubrik: str = "Benign kolorektal kirurgi") -> str:
        key = new_id()
        beslut = Beslut(new_id(), date(2018, 6, 7), (Sats(new_id(), "att inrätta en grupp"),))
        draft = DelprojektDraft(nummer, rubrik, "Samarbete för bättre vård", beslut=(beslut,))
        self.store.do(AddDelprojekt(nämnd_id=self.nämnd, draft=draft, delprojekt_id=key))
        return key

    def row(self, key: str) -> BevakningRow:
        return self.store.ask(lambda session: bevakning(session, key, TODAY))

    def rows(self, *, closed: bool = False) -> tuple[BevakningRow, ...]:
        return self.store.ask(lambda s: bevakningar(s, self.nämnd, TODAY, closed=closed))


def followed(store: Store) -> Followed:
    """A nämnd with a sammanträde that was held and one to come."""
    nämnd = a_nämnd(store, "Vårdnämnden", diarieserie="VN {år}/{löpnr:04d}")
    held = a_sammanträde(store, nämnd, HELD)
    return Followed(store, nämnd, held, a_sammanträde(store, nämnd, COMING))
