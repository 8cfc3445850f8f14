"""What the page says of §§, where rows come to stand, and lines that stand for more than text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core import paragrafer
from nämnd.närvaro.values import JusteringRow
from nämnd.organisation.rules import NämndDraft
from nämnd.protokoll.values import ExpedieringRow, TidigareRow
from nämnd.sammanträde.dagordning import Ajournering, Dag
from tests.builders import DAY, bilaga_row, head_row, punkt_row
from tests.protokoll_values import beslutspunkt_row, paragraf_row, protokoll_of
from ui.protokoll.agenda_words import proposed
from ui.protokoll.header_words import Step, next_step
from ui.protokoll.places import paragraf_moves, punkt_place
from ui.protokoll.references import earlier_text, read_earlier, read_recipient, recipient_text
from ui.protokoll.rows import found_in, next_punkt, rows_of
from ui.protokoll.words import (
    count_text,
    course_text,
    day_now,
    facts_text,
    handling_text,
    paragraf_name,
    presence,
    presence_text,
    state_text,
)


@pytest.mark.parametrize(
    ("form", "name"), [("§ {nr}", "§ 62"), ("{nr}/{år:02d}", "62/26"), ("{fel}", "§ 62")]
)
def test_a_paragraf_is_named_as_the_nämnd_does(form, name):
    now = replace(protokoll_of(), nämnd=NämndDraft("Nämnden", paragrafform=form))
    assert paragraf_name(now, 62) == name


@pytest.mark.parametrize(
    ("outcomes", "klar", "said"),
    [
        (("enligt förslag",), False, "pågår"),
        (("enligt förslag",), True, "✓"),
        ((), True, "✓"),
        (("bordläggning", "bordläggning"), True, "bordlagd"),
        (("enligt förslag", "bordläggning"), True, "delvis bordlagd"),
        (("återremiss",), True, "återremitterad"),
        (("utgår",), True, "utgår"),
        (("avslag",), True, "avslag"),
    ],
)
def test_the_state_of_a_paragraf(outcomes, klar, said):
    rows = tuple(beslutspunkt_row(id=f"d{n}", utfall=utfall) for n, utfall in enumerate(outcomes))
    assert state_text(paragraf_row(1, beslutspunkter=rows, klar=klar))[0] == said


def test_the_list_has_the_paragrafer_and_then_the_punkter_that_are_left():
    justering = JusteringRow("j1", paragrafer.read("59"), None, None, None, "justerat")
    now = protokoll_of(
        paragraf_row(59, "Val", punkt_id="k3"),
        paragraf_row(60, "Extra", klar=False),
        punkter=(
            punkt_row(1, "Upprop", utgår="onödigt"),
            punkt_row(2, "Budget", tillkom_efter_kallelsen=True),
            punkt_row(3, "Val"),
        ),
        justeringar=(justering,),
    )
    assert [(row.number, row.text, row.info) for row in rows_of(now)] == [
        ("§ 59", "Val", "justerad"),
        ("§ 60", "Extra", "pågår"),
        ("p. 1", "Upprop", "utgår"),
        ("p. 2", "Budget", "tillkom"),
    ]
    assert next_punkt(now) == now.punkter[1]
    assert count_text(now) == "2 av 3 behandlade · 1 pågår"
    found = {words: [row.text for row in found_in(rows_of(now), words)] for words in
             ("", "59", "§59", "p. 2", "BUD", "val upp")}  # fmt: skip
    assert found == {
        "": ["Val", "Extra", "Upprop", "Budget"],
        "59": ["Val"],
        "§59": ["Val"],
        "p. 2": ["Budget"],
        "BUD": ["Budget"],
        "val upp": [],
    }


def test_the_line_under_the_heading():
    papers = (bilaga_row("7A"), bilaga_row("7B"), bilaga_row("7C"))
    punkt = punkt_row(7, bilagor=papers)
    now = protokoll_of(
        paragraf_row(62, punkt_id="k7", dnr=("VN 1", "VN 2"), tid="09.41"), punkter=(punkt,)
    )
    assert facts_text(now, now.paragrafer[0]) == "Dnr VN 1, VN 2 · handlingar 7A–7C · kl. 09.41"
    assert handling_text(punkt_row(4, bilagor=(bilaga_row("4"),))) == "handling 4"
    assert handling_text(None) == ""


@pytest.mark.parametrize(
    ("day", "breaks", "said", "step"),
    [
        (Dag(DAY), (), "Inte öppnat än", Step.NEXT),
        (Dag(DAY, öppnat="08.31"), (), "Pågår sedan 08.31", Step.NEXT),
        (
            Dag(DAY, öppnat="08.31"),
            (Ajournering("10.45", None),),
            "Ajournerat sedan 10.45",
            Step.NEXT,
        ),
        (Dag(DAY, öppnat="08.31", avslutat="15.20"), (), "Avslutat 15.20", Step.NEXT),
    ],
)
def test_the_course_of_the_sammanträde(day, breaks, said, step):
    now = replace(
        protokoll_of(punkter=(punkt_row(1),)),
        sammanträde=replace(head_row(day), ajourneringar=breaks),
    )
    assert course_text(now, DAY) == said
    assert next_step(now) is step
    assert day_now(now, DAY) == day


def test_after_the_punkter_comes_the_end_and_then_the_checks():
    now = protokoll_of(paragraf_row(1, punkt_id="k1"), punkter=(punkt_row(1),))
    assert next_step(now) is Step.END
    over = replace(now, sammanträde=head_row(Dag(DAY, öppnat="08.30", avslutat="12.00")))
    assert next_step(over) is Step.CHECK


def test_who_serves_is_said_with_beslutsförhet():
    now = protokoll_of(paragraf_row(1))
    assert presence_text(presence(now, now.paragrafer[0])) == "12 av 12 tjänstgör · beslutsför"
    few = replace(now, närvaro=now.närvaro[:6])
    said = presence_text(presence(few, few.paragrafer[0]))
    assert said == "6 av 12 tjänstgör · inte beslutsför, 7 behövs"


def test_changes_of_the_dagordning_are_proposed_where_it_is_settled():
    punkter = (
        punkt_row(1, "Budget", tillkom_efter_kallelsen=True),
        punkt_row(2, "Taxor.", utgår="bereds"),
        punkt_row(3, "Val"),
    )
    settled = paragraf_row(59, "Fastställande av föredragningslista")
    now = protokoll_of(settled, paragraf_row(60, "Val"), punkter=punkter)
    sentences = ("Att ärendet «Budget» läggs till dagordningen", "Att ärendet «Taxor» utgår")
    assert proposed(now, settled) == sentences
    assert proposed(now, now.paragrafer[1]) == ()
    written = replace(settled, beslutspunkter=(beslutspunkt_row(f"{sentences[0]}."),))
    assert proposed(now, written) == sentences[1:]


def moved_by(order, moves):
    """Move one at a time, as MoveParagraf does."""
    rows = list(order)
    for key, place in moves:
        rows.remove(key)
        rows.insert(place - 1, key)
    return rows


@given(st.data())
def test_paragrafer_that_are_moved_together_stand_together(data):
    order = list("abcdefg")
    ids = sorted(data.draw(st.sets(st.sampled_from(order), min_size=1)))
    to = data.draw(st.integers(-1, 9))
    rest = [one for one in order if one not in ids]
    at = max(0, min(to - 1, len(rest)))
    assert moved_by(order, paragraf_moves(order, ids, to)) == [*rest[:at], *ids, *rest[at:]]


@pytest.mark.parametrize(
    ("ids", "to", "place"), [(("k4",), 1, 2), (("k2",), 2, 4), (("k2",), 9, 4)]
)
def test_punkter_that_are_left_move_among_each_other(ids, to, place):
    punkter = tuple(punkt_row(number) for number in range(1, 5))
    handled = (paragraf_row(1, punkt_id="k1"), paragraf_row(2, punkt_id="k3"))
    assert punkt_place(protokoll_of(*handled, punkter=punkter), ids, to) == place


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2015-10-30 § 43", TidigareRow("beslut", "2015-10-30", 43, None)),
        ("Utskottet 2019-08 § 7 bordlagt", TidigareRow("bordlagt", "2019-08", 7, "Utskottet")),
        ("Återremitterat 2019", TidigareRow("återremitterat", "2019", None, None)),
        ("nämnden, beslut 2019-01-02", TidigareRow("beslut", "2019-01-02", None, "nämnden")),
    ],
)
def test_an_earlier_handling_is_read_from_a_line(text, row):
    assert read_earlier(text) == row


@given(
    st.builds(
        TidigareRow,
        st.sampled_from(["beslut", "bordlagt", "återremitterat"]),
        st.sampled_from(["2019", "2019-08", "2015-10-30"]),
        st.none() | st.integers(1, 999),
        st.sampled_from([None, "Utskottet", "Regionstyrelsen i Ådalen"]),
    )
)
def test_what_is_written_of_an_earlier_handling_is_read_again(row):
    assert read_earlier(earlier_text(row)) == row


def test_a_recipient_has_a_beteckning_of_their_own_and_keeps_when_it_went():
    before = ExpedieringRow("Region Norr", "RN 1", "2026-04-01")
    assert recipient_text(before) == "Region Norr · RN 1"
    assert read_recipient(recipient_text(before), before) == before
    assert read_recipient("Region Öst; handling 12", None) == ExpedieringRow(
        "Region Öst", "handling 12"
    )
    assert read_recipient("Arkivet", None) == ExpedieringRow("Arkivet")
