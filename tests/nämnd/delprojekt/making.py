"""A nämnd with an ärende and delprojekt in it. Everything is invented."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import AddDelprojekt, AddRapport, ChangeDelprojekt
from nämnd.delprojekt.queries import delprojekt_view
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    DelprojektView,
    RapportDraft,
    Sats,
    ÅtgärdRow,
)
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd
from tests.conftest import TODAY

DECIDED = date(2024, 6, 7)
SATSER = (
    Sats("s1", "Att rekommendera huvudmännen att samla kirurgin vid två noder", "gjort"),
    Sats("s2", "Att inrätta en permanent arbetsgrupp", "pågår", "gruppen utses i maj"),
    Sats("s3", "Att pröva en gemensam väntelista"),
)
DRAFT = DelprojektDraft(
    nummer=3,
    rubrik="Planerad höftkirurgi",
    program="Vård utan gränser",
    bakgrund="Väntetiderna **skiljer sig** mellan sjukhusen.",
    målsättning_ingress="Utredningen ska:",
    målsättning=("Räkna volymerna", "Föreslå var operationerna görs"),
    kontakt="Sven Ås, sven.as@exempel.se",
    ansvarig="Sven Ås",
    mer_information="Läs mer på [webbplatsen](https://exempel.se/vard).",
    beslut=(Beslut("b1", DECIDED, SATSER, paragraf=41),),
    åtgärder=(
        ÅtgärdRow("å1", "Arbetsgruppen har haft två möten varje termin."),
        ÅtgärdRow("å2", "Genom den nationella gruppen har detta gjorts:", "Nationellt:"),
        ÅtgärdRow("å3", "Ett kvalitetsregister har startat.", nivå=2),
        ÅtgärdRow("å4", "En kurs har börjat.", nivå=2, läge="pågår"),
        ÅtgärdRow("å5", "Rotationstjänstgöring", läge="inte påbörjat"),
    ),
    behov=(
        BehovRow("n1", "En väntelista som alla ser samtidigt"),
        BehovRow("n2", "Lika regler för reseersättning", löst=date(2025, 1, 15)),
    ),
)
RAPPORT = RapportDraft(
    datum=date(2025, 3, 1),
    missiv_datum=date(2025, 3, 2),
    uppföljning_datum=date(2025, 3, 28),
    avsändare="Eva Lind",
    förslag=("Att lägga informationen till handlingarna",),
    ingress="Arbetet går enligt planen.",
    missiv_bakgrund="Nämnden beslutade om delprojektet 2024-06-07.",
    underskrifter=(("Sven Ås", "Direktör"),),
)


@dataclass
class Made:
    """A nämnd that follows delprojekt up."""

    store: Store
    nämnd_id: str
    ärende_id: str

    def delprojekt(self, **facts: Any) -> str:
        draft = replace(DRAFT, **{"ärende_id": self.ärende_id, **facts})
        new = AddDelprojekt(nämnd_id=self.nämnd_id, draft=draft)
        self.store.do(new)
        return new.delprojekt_id

    def rapport(self, delprojekt_id: str, **facts: Any) -> str:
        new = AddRapport(delprojekt_id=delprojekt_id, draft=replace(RAPPORT, **facts))
        self.store.do(new)
        return new.rapport_id

    def view(self, delprojekt_id: str) -> DelprojektView:
        return self.store.ask(lambda session: delprojekt_view(session, delprojekt_id))

    def change(self, delprojekt_id: str, **facts: Any) -> None:
        draft = replace(self.view(delprojekt_id).draft, **facts)
        self.store.do(ChangeDelprojekt(delprojekt_id=delprojekt_id, draft=draft))

    def add_åtgärd(self, delprojekt_id: str, text: str, key: str | None = None) -> str:
        key = key or new_id()
        there = self.view(delprojekt_id).draft.åtgärder
        self.change(delprojekt_id, åtgärder=(*there, ÅtgärdRow(key, text)))
        return key


def a_program(store: Store, **settings: Any) -> Made:
    nämnd_id = a_nämnd(store, **{"kortnamn": "VNÅ", **settings})
    new = RegisterÄrende(
        nämnd_id=nämnd_id, draft=ÄrendeDraft("Höftkirurgi"), today=TODAY, dnr="VNÅ 2024/0021"
    )
    store.do(new)
    return Made(store, nämnd_id, new.ärende_id)
