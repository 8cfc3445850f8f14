"""The hard cases of PRACTICE.md 4, written as they should be: nothing but what is to be known.

And what the program itself writes gives nothing to remark.
"""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.paragrafer import read
from nämnd.närvaro.values import JusteringRow
from nämnd.protokoll.beslutsgång import beslutsgång
from nämnd.protokoll.checks import findings
from nämnd.protokoll.findings import Rule
from nämnd.protokoll.rounds import decided
from nämnd.protokoll.values import ExpedieringRow, Protokoll
from nämnd.sammanträde.dagordning import Ajournering, Dag
from tests.builders import DAY, head_row, punkt_row
from tests.nämnd.protokoll.fault_making import GANG, HELD, but, ordning, stands_in
from tests.nämnd.protokoll.motions import (
    avslag,
    bifall,
    bordläggning,
    matter,
    tillägg,
    ändring,
    återremiss,
)
from tests.protokoll_values import (
    anteckning_row,
    beslutspunkt_row,
    for_paragrafer,
    frånvaro_row,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    reservation_row,
    votering_row,
)

FÖR, MOT = "bifall till ordförandens förslag", "avslag på ordförandens förslag"
AVSLAG = beslutspunkt_row("Att avslå", utfall="avslag")


def a_split() -> Protokoll:
    punkt = punkt_row(1, förslag=tuple(f"Att göra {n}" for n in range(1, 13)))
    rows = (
        beslutspunkt_row("Att göra 1", id="d1", nummer="1"),
        beslutspunkt_row("", id="d2", nummer="2–12", utfall="bordläggning"),
    )
    paragraf = paragraf_row(59, punkt_id="k1", beslutspunkter=rows)
    return protokoll_of(paragraf, punkter=(punkt,))


def rounds() -> Protokoll:
    """Two hands, one withdrawn, a kontraproposition and a huvudvotering."""
    yrkanden = (
        ändring("y1", "p2", text="att höja med 2 procent"),
        replace(ändring("y2", "p2", text="att höja med 1 procent"), hand=2),
        ändring("y3", "p3", text="att sänka"),
        avslag("y4", "p4", återtaget=True),
    )
    protokoll, paragraf = matter(*yrkanden)
    plan = decided(protokoll, paragraf)[0].step.proposals
    first, second, third, fourth = (one.meaning for one in plan)
    votes = ("p1 p2 p3 p4 p5 p6 p7", "p8 p9 p10 p11 p12")
    voteringar = (
        votering_row(*votes, id="v1", slag="kontraproposition", ja_betyder=second,
                     nej_betyder=third),
        votering_row(*votes, id="v2", omgång=2, slag="kontraproposition", ja_betyder=second,
                     nej_betyder=fourth),
        votering_row(*votes, id="v3", omgång=3, slag="huvudvotering", ja_betyder=first,
                     nej_betyder=second),
    )  # fmt: skip
    rows = (beslutspunkt_row("Att godkänna rapporten"),)
    voted = replace(paragraf, voteringar=voteringar, beslutspunkter=rows, klar=True)
    gång = beslutsgång(protokoll, voted, decided(protokoll, voted))
    return replace(protokoll, paragrafer=(replace(voted, beslutsgång=gång),))


CASES: dict[str, tuple[Protokoll, tuple[Rule, ...]]] = {
    "1 away at a punkt": (
        protokoll_of(
            paragraf_row(59, jäv=(jäv_row("p12", punkt="2", ersätts_av="p24"),)),
            nämnd=ordning("huvudman"),
        ),
        (),
    ),
    "2 split": (a_split(), ()),
    "3 ja is avslag": (
        protokoll_of(paragraf_row(
            59, beslutspunkter=(AVSLAG,), beslutsgång=GANG, yrkanden=(avslag("y1", "p2"),),
            voteringar=(votering_row(
                "p1 p2 p3 p4 p5 p6 p7", "p8 p9 p10 p11 p12", ja_betyder=MOT, nej_betyder=FÖR,
            ),),
        )),
        (),
    ),
    "3 ja is today": (
        protokoll_of(paragraf_row(
            59, yrkanden=(återremiss("y1", "p2"),),
            beslutsgång="Ordföranden ställer proposition på om ärendet ska avgöras i dag.",
            voteringar=(votering_row(
                "p1 p2 p3 p4 p5 p6 p7", "p8 p9 p10 p11 p12",
                ja_betyder="att ärendet avgörs i dag", nej_betyder="återremiss",
            ),),
        )),
        (),
    ),
    "4 hands and rounds": (rounds(), ()),
    "5 most abstain": (
        protokoll_of(paragraf_row(
            59, beslutsgång=GANG, deltar_inte=("p12",),
            voteringar=(votering_row("p1 p2 p3", "p4 p5", "p6 p7 p8 p9 p10 p11"),),
        )),
        (),
    ),
    "6 another presides": (
        protokoll_of(
            paragraf_row(59), paragraf_row(60, jäv=(jäv_row("p1", ersätts_av="p13"),)),
            ordförande=(for_paragrafer("p1", "59"), for_paragrafer("p7", "60")),
        ),
        (),
    ),
    "7 there in beredning only": (
        protokoll_of(paragraf_row(59), närvaro=but("p12", and_=(
            närvaro_row("p12", deltar_i="beredning"), stands_in("p24", "p12"),
        ))),
        (),
    ),
    "7 two for one and from another party": (
        protokoll_of(paragraf_row(59), nämnd=ordning("parti"), närvaro=but("p12", and_=(
            stands_in("p24", "p12"), stands_in("p13", "p12"),
        ))),
        (Rule.TWO_ERSÄTTARE, Rule.TOO_MANY, Rule.OTHER_PARTY),
    ),
    "8 an opinion without serving": (
        protokoll_of(
            paragraf_row(59, anteckningar=(anteckning_row("ersättares mening", "p24"),)),
            närvaro=but(and_=(närvaro_row("p24", roll="ersättare"),)),
        ),
        (),
    ),
    "9 justerat in parts": (
        protokoll_of(
            paragraf_row(59, omedelbart_justerad=True), paragraf_row(60),
            justeringar=(
                JusteringRow("t1", read("59"), "Ådala", None, DAY.isoformat(), "justerat"),
                JusteringRow("t2", read("60"), "Ådala", "2026-04-09", None, "utkast"),
            ),
        ),
        (),
    ),
    "10 two days and a break": (
        protokoll_of(
            paragraf_row(59, tid="09.00"), paragraf_row(60, tid="08.40"),
            sammanträde=head_row(
                HELD, Dag(date(2026, 3, 28), (("08.30", None),), "08.35", "11.00"),
                ajourneringar=(Ajournering("10.45", "11.30", DAY),),
            ),
        ),
        (),
    ),
    "11 a vacant seat and an absent member": (
        protokoll_of(
            paragraf_row(59), frånvaro=(frånvaro_row("p11"),), vakanta_platser=("M",),
            närvaro=but("p11", "p12", and_=(stands_in("p24", None),)),
        ),
        (),
    ),
    "12 an earlier beslut is cancelled": (
        protokoll_of(paragraf_row(
            59, upphäver="§ 76/2015", beslutspunkter=(beslutspunkt_row("§ 76/2015 upphävs"),),
        )),
        (),
    ),
    "13 nothing to decide": (
        protokoll_of(
            paragraf_row(59, "Information", slag="information", beslutspunkter=()),
            paragraf_row(60, "Anmälningar", slag="anmälan", anmälningar=("A", "B"),
                         beslutspunkter=(beslutspunkt_row("Läggs till handlingarna"),)),
            paragraf_row(61, "Övriga frågor", slag="formalia", ingress="Inga övriga frågor.",
                         beslutspunkter=()),
        ),
        (),
    ),
    "14 an open val": (
        protokoll_of(paragraf_row(
            59, slag="val", beslutsgång=GANG, voteringar=(votering_row(
                "p1 p2 p3 p4 p5 p6 p7", "p8 p9 p10 p11 p12", slag="val",
                ja_betyder="val av Elsa Lind (L)", nej_betyder="val av Gun Berg (M)",
            ),),
            beslutspunkter=(beslutspunkt_row("Att utse Elsa Lind (L)", utfall="enligt yrkande"),),
        )),
        (Rule.OPEN_VAL,),
    ),
    "15 a handling as recipient": (
        protokoll_of(paragraf_row(
            59, expedieringar=(ExpedieringRow("Region Öster", "RÖ 2026/14-3"),),
            reservationer=(reservation_row("p2"),),
        )),
        (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_hard_case_that_is_written_as_it_should_gives_no_more_than_it_must(name):
    protokoll, expected = CASES[name]
    found = findings(protokoll)
    assert tuple(one.rule for one in found) == expected, found


KINDS = (bifall, avslag, ändring, tillägg, återremiss, bordläggning)
YRKANDEN = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 12), st.booleans()), max_size=5
).map(
    lambda drawn: [
        kind(f"y{n}", f"p{person}", återtaget=gone) for n, (kind, person, gone) in enumerate(drawn)
    ]
)


@given(YRKANDEN)
def test_the_beslutsgång_that_the_program_writes_takes_up_every_yrkande(yrkanden):
    protokoll, paragraf = matter(*yrkanden)
    rows = tuple(replace(one, utfall="enligt förslag") for one in paragraf.beslutspunkter)
    paragraf = replace(paragraf, klar=True, beslutspunkter=rows)
    gång = beslutsgång(protokoll, paragraf, decided(protokoll, paragraf))
    whole = replace(protokoll, paragrafer=(replace(paragraf, beslutsgång=gång),))
    assert findings(whole) == ()
