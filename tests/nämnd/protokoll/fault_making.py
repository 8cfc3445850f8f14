"""Makes sammanträden that break a rule of the checks, or nearly do."""

from dataclasses import replace
from datetime import date
from typing import Any

from nämnd.närvaro.values import JusteringRow
from nämnd.organisation.rules import NämndDraft
from nämnd.protokoll.checks import Around
from nämnd.protokoll.values import ExpedieringRow, Protokoll
from nämnd.sammanträde.dagordning import Ajournering, Dag, SatsRow
from tests.builders import DAY, head_row, punkt_row
from tests.protokoll_values import (
    beslutspunkt_row,
    everybody_there,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    votering_row,
)

YES, NO = "p1 p2 p3 p4 p5 p6 p7", "p8 p9 p10 p11 p12"
GANG = (
    "Ordföranden ställer proposition på bifall mot avslag och finner att nämnden bifaller "
    "förslaget."
)
HELD = Dag(DAY, (("08.30", "12.00"),), öppnat="08.31", avslutat="12.05")
LATER = date(2026, 4, 13)  # the Monday after the 14 days, which end on Friday the 10th
Case = Protokoll | tuple[Protokoll, Around]


def one(nummer: int = 59, **facts: Any) -> Protokoll:
    """Return a sammanträde with a single §."""
    return protokoll_of(paragraf_row(nummer, **facts))


def some(*nummer: int, **facts: Any) -> Protokoll:
    """Return a sammanträde with these §§."""
    return protokoll_of(*map(paragraf_row, nummer), **facts)


def with_punkt(*förslag: str, **facts: Any) -> Protokoll:
    """Return a sammanträde with § 59 about punkt 1, which has these att-satser."""
    punkt = punkt_row(1, förslag=förslag or ("Att godkänna förslaget",))
    return protokoll_of(paragraf_row(59, punkt_id="k1", **facts), punkter=(punkt,))


def voted(ja: str = YES, nej: str = NO, avstår: str = "", **facts: Any) -> Protokoll:
    """Return a sammanträde with a votering in § 59; `facts` are of the votering."""
    paragraf = facts.pop("paragraf", {})
    row = votering_row(ja, nej, avstår, **facts)
    return one(voteringar=(row,), beslutsgång=GANG, **paragraf)


def but(*gone: str, and_: tuple[Any, ...] = ()) -> tuple[Any, ...]:
    """Return the presence of all twelve but some, and others."""
    return (*(row for row in everybody_there() if row.person_id not in gone), *and_)


def stands_in(person_id: str, för: str | None, set_: str | None = None, **facts: Any) -> Any:
    """Return an ersättare on a ledamot's seat."""
    return närvaro_row(person_id, set_, roll="tjänstgörande ersättare", för=för, **facts)


def ordning(ersättarordning: str | None) -> NämndDraft:
    return NämndDraft("Vårdnämnden i Ådalen", ersättarordning=ersättarordning)


def missiv(text: str, *, förslag: tuple[str, ...] = (), handled: bool = True) -> Protokoll:
    """Return a sammanträde with § 59, about a punkt with a missiv unless it is not `handled`."""
    punkt = replace(punkt_row(1, förslag=förslag), missivförslag=(SatsRow("m1", text),))
    row = paragraf_row(59, punkt_id="k1" if handled else None)
    return protokoll_of(row, punkter=(punkt,))


def beslut(*rows: Any) -> dict[str, Any]:
    return {"beslutspunkter": rows}


def breaks(*rows: Ajournering, dag: Dag = HELD) -> Protokoll:
    return some(59, sammanträde=head_row(dag, ajourneringar=rows))


def justering(**facts: Any) -> tuple[JusteringRow, ...]:
    values = {"planerat_datum": None, "datum": None, "plats": None, "läge": "utkast"}
    return (JusteringRow("t1", some(1).justerare[0].paragrafer, **(values | facts)),)


def said(text: str, **facts: Any) -> Protokoll:
    return one(sammanfattning=text, **facts)


HEAD = head_row(HELD)
AVSLAG = beslutspunkt_row("Att avslå", utfall="avslag")
BORDLAGT = beslutspunkt_row("Ärendet bordläggs", utfall="bordläggning")
ÅTER = beslutspunkt_row("Ärendet återremitteras", utfall="återremiss")
EARLIER = Around({57: date(2026, 1, 30), 58: date(2026, 1, 30)})
TILL = (ExpedieringRow("Region Öster"),)
TIE = {"ja": "p1 p2 p3 p4 p5 p6", "nej": "p7 p8 p9 p10 p11 p12"}
