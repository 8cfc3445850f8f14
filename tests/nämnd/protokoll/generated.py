"""Any protokoll at all, as hypothesis makes them: with contradictions, gaps and nonsense."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from nämnd.core import paragrafer
from nämnd.närvaro.values import (
    NÄRVAROROLLER,
    ForParagrafer,
    FrånvaroRow,
    InkalladRow,
    JusteringRow,
    JävRow,
    NärvaroRow,
)
from nämnd.organisation.rules import ERSÄTTARORDNINGAR, NämndDraft
from nämnd.protokoll.values import (
    ANTECKNINGSSLAG,
    AVGÖRANDEN,
    RÖSTER,
    UTFALL,
    VOTERINGSSLAG,
    YRKANDESLAG,
    AnteckningRow,
    BeslutspunktRow,
    ExpedieringRow,
    ParagrafRow,
    Protokoll,
    ReservationRow,
    VoteringRow,
    YrkandeRow,
)
from nämnd.sammanträde.dagordning import Ajournering, Dag, SatsRow
from nämnd.sammanträde.rules import SLAG
from tests.builders import head_row, punkt_row
from tests.protokoll_values import protokoll_of

ORDNING = st.sampled_from([None, *ERSÄTTARORDNINGAR])
NUMBERS = st.integers(58, 62)
PERSONS = st.sampled_from([*(f"p{n}" for n in range(1, 15)), "p30", "okänd"])
KEYS = st.sampled_from(["a1", "a2", "a3"])
PUNKTER = st.sampled_from([None, "1", "2", "2–3", "2-3", "punkt 1", "x", ""])
TIMES = st.sampled_from([None, "08.30", "9.15", "12.00", "senare"])
DAYS = st.sampled_from([None, "2026-03-27", "2026-04-20", "2026-04", "snart"])
SETS = st.one_of(
    st.none(), st.sampled_from(["59", "59–60", "–60", "60–", "59, 61", "60 punkt 2", ""])
).map(paragrafer.read)
WORDS = st.sampled_from(
    [
        "", "Att godkänna", "Att rekommendera huvudmännen att godkänna", "xxx", "Ny punkt",
        "Anna Ek (M) yrkar bifall", "Karl Ny (S) reserverar sig", "Direktör Anna Eck",
        "bifall till ordförandens förslag", "avslag på tillägget", "återremiss",
        "att ärendet avgörs i dag", "**fet** [namn]", "Ordföranden ställer proposition på bifall.",
        "| a | b |\n| --- | --- |\n| c | d |",
    ]
)  # fmt: skip
SATSER = st.lists(st.builds(SatsRow, KEYS, WORDS), max_size=3).map(tuple)


def some(kind, most=3):
    return st.lists(kind, max_size=most).map(tuple)


NÄRVARO = st.builds(
    NärvaroRow,
    id=KEYS,
    person_id=PERSONS,
    roll=st.sampled_from(NÄRVAROROLLER),
    för=st.one_of(st.none(), PERSONS),
    paragrafer=SETS,
    från_tid=TIMES,
    till_tid=TIMES,
    deltar_i=st.sampled_from(["beredning och beslut", "beredning"]),
    på_distans=st.booleans(),
    delvis=st.booleans(),
    anmärkning=st.one_of(st.none(), WORDS),
)
VOTERING = st.builds(
    VoteringRow,
    id=KEYS,
    omgång=st.integers(1, 3),
    slag=st.sampled_from(VOTERINGSSLAG),
    punkt=PUNKTER,
    sluten=st.booleans(),
    ja_betyder=WORDS,
    nej_betyder=WORDS,
    röster=st.dictionaries(PERSONS, st.sampled_from(RÖSTER), max_size=9),
    antal=st.one_of(
        st.none(), st.dictionaries(st.sampled_from(RÖSTER), st.integers(-1, 14), max_size=3)
    ),
    utfall=st.sampled_from([None, "ja", "nej"]),
    avgjord_av=st.sampled_from([None, *AVGÖRANDEN]),
)
YRKANDE = st.builds(
    YrkandeRow,
    id=KEYS,
    av=some(PERSONS, 2),
    av_partier=some(st.sampled_from(["M", "S", ""]), 2),
    slag=some(st.sampled_from(YRKANDESLAG), 2),
    hand=st.integers(1, 2),
    punkt=PUNKTER,
    text=WORDS,
    återtaget=st.booleans(),
)
BESLUTSPUNKT = st.builds(
    BeslutspunktRow,
    id=KEYS,
    nummer=st.sampled_from(["", "1", "2–12", "a"]),
    text=WORDS,
    utfall=st.sampled_from([None, *UTFALL]),
    till=st.one_of(st.none(), WORDS),
    riktas_till=some(st.sampled_from(["h1", "regionfullmäktige"]), 2),
)
PARAGRAF = st.builds(
    ParagrafRow,
    id=st.sampled_from(["g1", "g2", "g3", "g4"]),
    nummer=NUMBERS,
    punkt_id=st.sampled_from([None, "k1", "k2"]),
    rubrik=WORDS,
    slag=st.sampled_from(SLAG),
    ingress=WORDS,
    sammanfattning=WORDS,
    beslutsunderlag=some(WORDS),
    propositionsordning=WORDS,
    beslutsgång=WORDS,
    deltar_inte=some(PERSONS, 2),
    anmälningar=some(WORDS),
    expedieringar=some(st.builds(ExpedieringRow, WORDS), 1),
    klar=st.booleans(),
    tid=TIMES,
    beslutspunkter=some(BESLUTSPUNKT),
    yrkanden=some(YRKANDE),
    voteringar=some(VOTERING, 2),
    jäv=some(
        st.builds(JävRow, KEYS, PERSONS, PUNKTER, st.none(), st.one_of(st.none(), PERSONS)), 2
    ),
    reservationer=some(
        st.builds(ReservationRow, KEYS, some(PERSONS, 2), st.just(()), st.none(), WORDS, st.none()),
        2,
    ),
    anteckningar=some(
        st.builds(AnteckningRow, KEYS, st.sampled_from(ANTECKNINGSSLAG), some(PERSONS, 2), WORDS), 2
    ),
)
AJOURNERING = st.builds(
    Ajournering,
    TIMES.map(lambda time: time or "10.00"),
    TIMES,
    st.sampled_from([None, date(2026, 3, 27)]),
)
DAGAR = st.lists(
    st.builds(
        Dag,
        datum=st.sampled_from([date(2026, 3, 27), date(2026, 3, 28), date.max]),
        öppnat=TIMES,
        avslutat=TIMES,
    ),
    max_size=2,
).map(tuple)


@st.composite
def protokoll(draw) -> Protokoll:
    """Return a protokoll in which anything may be wrong."""
    head = replace(
        head_row(), dagar=draw(DAGAR), ajourneringar=draw(some(AJOURNERING, 2)), plats=draw(WORDS),
        första_paragraf=draw(st.sampled_from([None, 59])),
    )  # fmt: skip
    punkter = tuple(
        replace(
            punkt_row(n, draw(WORDS)), förslag=draw(SATSER), missivförslag=draw(SATSER),
            utgår=draw(st.sampled_from([None, "Dras tillbaka"])),
            föredragande=draw(st.sampled_from([None, "Karl Ny"])),
        )
        for n in (1, 2)
    )  # fmt: skip
    tasks = some(st.builds(ForParagrafer, KEYS, PERSONS, SETS), 2)
    asked = some(st.builds(InkalladRow, PERSONS, st.sampled_from([None, "ja", "nej"]), st.none()))
    return protokoll_of(
        *draw(some(PARAGRAF, 4)),
        punkter=punkter,
        nämnd=NämndDraft(
            "Nämnden", ersättarordning=draw(st.sampled_from([None, *ERSÄTTARORDNINGAR]))
        ),
        sammanträde=head,
        närvaro=draw(some(NÄRVARO, 14)),
        frånvaro=draw(
            some(st.builds(FrånvaroRow, KEYS, PERSONS, st.booleans(), st.none(), asked), 2)
        ),
        ordförande=draw(tasks),
        justerare=draw(tasks),
        justeringar=draw(
            some(st.builds(JusteringRow, KEYS, SETS, WORDS, DAYS, DAYS, st.just("utkast")), 2)
        ),
        vakanta_platser=draw(some(st.just("M"), 2)),
    )
