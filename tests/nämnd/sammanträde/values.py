"""Random dagordningar, as the queries return them."""

from datetime import date

from hypothesis import strategies as st

from nämnd.sammanträde.beteckningar import letters
from nämnd.sammanträde.dagordning import (
    BilagaRow,
    Dag,
    Dagordning,
    FilRow,
    Flyttning,
    PersonRef,
    PunktRow,
    SammanträdeRow,
    SatsRow,
    UnderpunktRow,
)

WORDS = st.sampled_from(
    ["Val", "Priser 2026", "Nationell högspecialiserad vård", "Övrigt & annat", "«å» – ä", "x" * 90]
)
ANYTHING = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
RUNNING = st.sampled_from(
    [
        "",
        " ",
        "Ett stycke.",
        "Ett **fetstilt** stycke.\n\nOch *ett* till.",
        "- första\n- andra",
        "1. ett\n2. två",
        "| År | Kr |\n| --- | --- |\n| 2026 | 1 000 |",
        "# rubrik?",
    ]
)
TIMES = st.tuples(st.just("08.30"), st.sampled_from([None, "12.00"]))
DAGAR = st.lists(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1, max_size=3, unique=True
).flatmap(
    lambda days: st.tuples(
        *(
            st.builds(Dag, st.just(day), st.lists(TIMES, max_size=2).map(tuple))
            for day in sorted(days)
        )
    )
)
PEOPLE = st.none() | st.builds(PersonRef, ANYTHING, WORDS)
HEADS = st.builds(
    SammanträdeRow,
    id=st.just("s1"),
    nämnd_id=st.just("n1"),
    dagar=DAGAR,
    plats=st.just("") | WORDS,
    nummer_i_året=st.none() | st.integers(1, 20),
    beteckning=st.none() | WORDS,
    slag=st.sampled_from(["ordinarie", "extra"]),
    inställt=st.none() | WORDS,
    flyttningar=st.lists(st.builds(Flyttning, st.just("2026-03-12"), WORDS), max_size=2).map(tuple),
    ordförande=PEOPLE,
    sekreterare=PEOPLE,
    sista_nummer=st.none() | st.integers(1, 20),
)
_SATSER = st.lists(st.builds(SatsRow, ANYTHING, WORDS | st.just("")), max_size=2).map(tuple)


@st.composite
def bilagor(draw: st.DrawFn, number: int) -> tuple[BilagaRow, ...]:
    count = draw(st.integers(0, 3))
    return tuple(
        draw(
            st.builds(
                BilagaRow,
                id=st.just(f"b{number}-{place}"),
                beteckning=st.just(f"{number}{letters(place)}"),
                rubrik=WORDS,
                anmärkning=st.none() | WORDS,
                i_utskicket=st.booleans(),
                fil=st.none()
                | st.builds(
                    FilRow, ANYTHING, WORDS, st.integers(0), st.none() | st.integers(1), st.just(1)
                ),
                står=st.booleans(),
            )
        )
        for place in range(1, count + 1)
    )


@st.composite
def punkter(draw: st.DrawFn, number: int) -> PunktRow:
    return draw(
        st.builds(
            PunktRow,
            id=st.just(f"k{number}"),
            nummer=st.just(number),
            rubrik=WORDS,
            slag=st.sampled_from(["beslut", "information", "anmälan"]),
            grupp=st.sampled_from([None, "Beslut", "Information"]),
            sammanfattning=RUNNING,
            föredragande=st.none() | WORDS,
            tid=st.none() | st.just("09.15"),
            ärende_id=st.none(),
            dnr=st.none() | ANYTHING,
            ärende_rubrik=st.none(),
            tillkom_efter_kallelsen=st.booleans(),
            utgår=st.none() | WORDS,
            underpunkter=st.lists(st.builds(UnderpunktRow, ANYTHING, WORDS), max_size=2).map(tuple),
            förslag=_SATSER,
            missivförslag=_SATSER,
            bilagor=bilagor(number),
            står=st.booleans(),
        )
    )


@st.composite
def dagordningar(draw: st.DrawFn, most: int = 6) -> Dagordning:
    count = draw(st.integers(0, most))
    rows = [draw(punkter(number)) for number in range(1, count + 1)]
    return Dagordning(draw(HEADS), tuple(rows))
