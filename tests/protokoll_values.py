"""Protokoll as plain values, for tests of rules and documents.

Each builder hides what a test is not about. People have short ids, «p1» …, and are invented.
"""

from dataclasses import replace
from typing import Any

from nämnd.core import paragrafer
from nämnd.närvaro.values import DeltagareRow, ForParagrafer, FrånvaroRow, JävRow, NärvaroRow
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft
from nämnd.protokoll.values import (
    AnteckningRow,
    BeslutspunktRow,
    ParagrafRow,
    Protokoll,
    ReservationRow,
    VoteringRow,
    YrkandeRow,
)
from nämnd.sammanträde.dagordning import PunktRow
from tests.builders import head_row

HUVUDMÄN = (
    HuvudmanDraft("h1", "Region Ådalen", 6, 6, anslagstavla=True),
    HuvudmanDraft("h2", "Region Öster", 2, 2, anslagstavla=True),
    HuvudmanDraft("h3", "Region Väster", 2, 2, anslagstavla=True),
    HuvudmanDraft("h4", "Region Norr", 2, 2, anslagstavla=True),
)
_NAMES = (
    "Anna Ek", "Bo Alm", "Cecilia Öst", "David Åkerö", "Elsa Lind", "Fredrik Ås",
    "Gun Berg", "Hans Dal", "Ida Vik", "Jan Ström", "Karin Sjö", "Lars Hed",
    "Maria Fors", "Nils Gran", "Olga Rask", "Per Kvist", "Rut Sand", "Sten Holm",
    "Tea Björk", "Ulf Näs", "Vera Lund", "Wille Mo", "Ylva Strand", "Åke Ro",
)  # fmt: skip
_PARTIES = ("M", "S", "C", "V", "L", "KD")
_SEATS = ("h1",) * 6 + ("h2",) * 2 + ("h3",) * 2 + ("h4",) * 2


def deltagare_row(person_id: str = "p1", namn: str = "Anna Ek", **facts: Any) -> DeltagareRow:
    """Return a person with an uppdrag as ledamot."""
    row = DeltagareRow(
        person_id, namn, parti="M", titel=None, roll="ledamot", huvudman_id="h1",
        huvudman="Region Ådalen", ordning=1, ersätter=None,
    )  # fmt: skip
    return replace(row, **facts)


def twelve_and_twelve() -> dict[str, DeltagareRow]:
    """Return 12 ledamöter (p1–p12) and 12 ersättare (p13–p24) of four huvudmän.

    p1 is ordförande, p7 1:e vice, p2 2:e vice, p30 sekreterare. Parties M S C V L KD by turns.
    """
    names = {one.id: one.namn for one in HUVUDMÄN}
    found: dict[str, DeltagareRow] = {}
    for number in range(24):
        seat = number % 12
        huvudman = _SEATS[seat]
        roll = "ledamot" if number < 12 else "ersättare"
        roll = {0: "ordförande", 6: "1:e vice ordförande", 1: "2:e vice ordförande"}.get(
            number, roll
        )
        key = f"p{number + 1}"
        found[key] = deltagare_row(
            key,
            _NAMES[number],
            parti=_PARTIES[seat % 6],
            roll=roll,
            huvudman_id=huvudman,
            huvudman=names[huvudman],
            ordning=seat + 1,
        )
    found["p30"] = deltagare_row(
        "p30", "Siv Penna", parti=None, titel="nämndsekreterare", roll="sekreterare",
        huvudman_id=None, huvudman=None, ordning=0,
    )  # fmt: skip
    return found


def närvaro_row(person_id: str = "p1", set_: str | None = None, **facts: Any) -> NärvaroRow:
    """Return somebody who is there for a set of §§ («59–61»), as ledamot."""
    row = NärvaroRow(
        id=f"n-{person_id}-{set_}",
        person_id=person_id,
        roll="ledamot",
        för=None,
        paragrafer=paragrafer.read(set_),
        från_tid=None,
        till_tid=None,
        deltar_i="beredning och beslut",
        på_distans=False,
        delvis=False,
        anmärkning=None,
    )
    return replace(row, **facts)


def frånvaro_row(person_id: str, **facts: Any) -> FrånvaroRow:
    """Return somebody who has said that they are not coming."""
    row = FrånvaroRow(f"f-{person_id}", person_id, anmäld=True, skäl=None, inkallade=())
    return replace(row, **facts)


def jäv_row(person_id: str, **facts: Any) -> JävRow:
    """Return somebody who leaves the whole § for jäv, with nobody stepping in."""
    return replace(JävRow(f"j-{person_id}", person_id, None, None, None), **facts)


def for_paragrafer(person_id: str, set_: str | None = None) -> ForParagrafer:
    """Return an ordförande or justerare for a set of §§."""
    return ForParagrafer(f"o-{person_id}-{set_}", person_id, paragrafer.read(set_))


def beslutspunkt_row(text: str = "Att godkänna förslaget", **facts: Any) -> BeslutspunktRow:
    """Return an att-sats decided enligt förslag."""
    row = BeslutspunktRow(f"d-{text}", "1", text, "enligt förslag")
    return replace(row, **facts)


def yrkande_row(key: str, *av: str, text: str = "avslag", **facts: Any) -> YrkandeRow:
    """Return a yrkande of `av` for avslag."""
    row = YrkandeRow(key, av, (), ("avslag",), 1, None, text, återtaget=False)
    return replace(row, **facts)


def votering_row(ja: str = "", nej: str = "", avstår: str = "", **facts: Any) -> VoteringRow:
    """Return a round; `ja`, `nej`, `avstår` are person ids with spaces between."""
    votes = {"ja": ja, "nej": nej, "avstår": avstår}
    röster = {key: röst for röst, keys in votes.items() for key in keys.split()}
    row = VoteringRow(
        id="v1",
        omgång=1,
        slag="omröstning",
        punkt=None,
        sluten=False,
        ja_betyder="bifall till ordförandens förslag",
        nej_betyder="avslag",
        röster=röster,
        antal=None,
        utfall="ja",
        avgjord_av="röster",
    )
    return replace(row, **facts)


def reservation_row(*av: str, **facts: Any) -> ReservationRow:
    """Return a reservation without a text."""
    return replace(ReservationRow(f"r-{'-'.join(av)}", av, (), None, None, None), **facts)


def anteckning_row(slag: str, *av: str, text: str = "En mening.", **facts: Any) -> AnteckningRow:
    """Return a protokollsanteckning or one of its kin."""
    return replace(AnteckningRow(f"a-{slag}", slag, av, text), **facts)


def paragraf_row(nummer: int, rubrik: str = "En fråga", **facts: Any) -> ParagrafRow:
    """Return a § decided enligt förslag."""
    row = ParagrafRow(
        id=f"g{nummer}",
        nummer=nummer,
        punkt_id=None,
        rubrik=rubrik,
        slag="beslut",
        beslutspunkter=(beslutspunkt_row(),),
        klar=True,
    )
    return replace(row, **facts)


def everybody_there() -> tuple[NärvaroRow, ...]:
    """Return the presence of p1–p12, the whole sammanträde."""
    return tuple(närvaro_row(f"p{number}") for number in range(1, 13))


def protokoll_of(
    *paragrafer_: ParagrafRow, punkter: tuple[PunktRow, ...] = (), **facts: Any
) -> Protokoll:
    """Return the protokoll of 12 + 12, all twelve there, p1 presiding and p2 justerare."""
    made = Protokoll(
        nämnd=NämndDraft("Vårdnämnden i Ådalen", juridisk_form="gemensam_nämnd"),
        huvudmän=HUVUDMÄN,
        sammanträde=head_row(),
        punkter=punkter,
        paragrafer=paragrafer_,
        deltagare=twelve_and_twelve(),
        närvaro=everybody_there(),
        ordförande=(for_paragrafer("p1"),),
        justerare=(for_paragrafer("p2"),),
    )
    return replace(made, **facts)
