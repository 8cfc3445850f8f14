"""Random documents."""

from hypothesis import strategies as st

from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.content import (
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Note,
    PageBreak,
    Room,
    Rule,
    Script,
    Signature,
    Signatures,
    Subheading,
    Table,
    Together,
)

_BANK = "Nämnden beslutar att § 5 – «över» Örebro-Västerås 1 250 000 kr & <b> (förslag) \\ %"
_WORD = st.sampled_from(_BANK.split())
TEXTS = st.lists(_WORD, min_size=1, max_size=60).map(" ".join)
SHORT = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)
_HREFS = st.sampled_from(
    [None, None, None, "https://example.se/å", "bilaga:3A", "#p1", "javascript:x"]
)
RUNS = st.lists(
    st.builds(Run, TEXTS, st.booleans(), st.booleans(), _HREFS), min_size=1, max_size=5
).map(tuple)
ITEMS = st.lists(
    st.builds(
        Item,
        st.sampled_from(["1.", "7A.", "•", "", "16AB."]),
        RUNS,
        st.sampled_from([1, 1, 1, 2]),
    ),
    max_size=8,
).map(tuple)


@st.composite
def _tables(draw: st.DrawFn) -> TextTable:
    columns = draw(st.integers(1, 5))
    cell = st.one_of(st.just(()), RUNS)
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    return TextTable(tuple(draw(st.lists(row, min_size=1, max_size=7))))


def _own_table(table: TextTable, tight: bool, tall: bool) -> Table:  # noqa: FBT001 - drawn
    shares = tuple(range(1, 1 + len(table.rows[0]))) if tall else ()
    return Table(table.rows, tight=tight, tall=tall, shares=shares)


_SINGLE = st.one_of(
    st.builds(
        Heading, SHORT, st.integers(1, 6), st.sampled_from(["", "7"]), st.sampled_from(["", "p1"])
    ),
    st.builds(Subheading, SHORT, st.integers(1, 6)),
    st.builds(Paragraph, RUNS),
    st.builds(ItemList, ITEMS, st.booleans()),
    _tables(),
    st.builds(Facts, st.lists(st.tuples(SHORT, TEXTS), max_size=4).map(tuple)),
    st.builds(Script, st.lists(st.tuples(SHORT, TEXTS), max_size=4).map(tuple)),
    st.builds(Room, st.integers(0, 3)),
    st.builds(_own_table, _tables(), st.booleans(), st.booleans()),
    st.builds(Note, RUNS),
    st.just(Rule()),
    st.just(PageBreak()),
    st.builds(
        Signatures,
        st.lists(st.builds(Signature, SHORT, SHORT, st.one_of(st.just(""), SHORT)), max_size=4).map(
            tuple
        ),
    ),
)
BLOCKS = st.one_of(_SINGLE, st.builds(Together, st.lists(_SINGLE, max_size=4).map(tuple)))
DOCUMENTS = st.builds(
    Document,
    SHORT,
    st.builds(
        Letterhead, SHORT, SHORT, st.just("2026-03-12"), st.lists(SHORT, max_size=3).map(tuple)
    ),
    st.lists(BLOCKS, max_size=14).map(tuple),
    st.one_of(st.just(""), SHORT),
    large=st.booleans(),
)
