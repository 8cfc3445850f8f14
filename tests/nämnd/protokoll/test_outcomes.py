import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.protokoll.outcomes import later, proposed_beslut
from nämnd.protokoll.rounds import decided
from nämnd.protokoll.values import UTFALL
from tests.nämnd.protokoll.motions import (
    avslag,
    bordläggning,
    matter,
    namnförslag,
    tillägg,
    ändring,
    återremiss,
)
from tests.nämnd.protokoll.test_propositions import MOTIONS
from tests.protokoll_values import beslutspunkt_row

TWO = ("Att A", "Att B")


def beslut(*yrkanden, chosen=None, **facts):
    protokoll, paragraf = matter(*yrkanden, **{"satser": TWO} | facts)
    rows = proposed_beslut(protokoll, paragraf, decided(protokoll, paragraf, None, chosen))
    return [(one.nummer, one.text, one.utfall, one.till) for one in rows]


def test_the_förslag_is_decided_as_it_was_put():
    assert beslut(avslag("y1", "p2")) == [
        ("1", "Att A", "enligt förslag", None),
        ("2", "Att B", "enligt förslag", None),
    ]


def test_what_is_refused_or_waits_keeps_its_words():
    assert beslut(avslag("y1", "p2"), chosen={0: "avslag"}) == [
        ("1", "Att A", "avslag", None),
        ("2", "Att B", "avslag", None),
    ]
    wait = återremiss("y1", "p2", text="att ärendet återremitteras för ytterligare beredning.")
    assert beslut(wait, chosen={0: "återremiss"})[1] == (
        "2", "Att B", "återremiss", "för ytterligare beredning",
    )  # fmt: skip


def test_one_punkt_waits_and_the_rest_is_decided():
    assert beslut(bordläggning("y1", "p2", punkt="2"), chosen={0: "bordläggning"}) == [
        ("1", "Att A", "enligt förslag", None),
        ("2", "Att B", "bordläggning", "till nästa sammanträde"),
    ]


def test_a_changed_punkt_has_the_words_of_the_yrkande():
    found = beslut(ändring("y1", "p2", text="att B ändras", punkt="2"), chosen={1: "y1"})
    assert found == [
        ("1", "Att A", "enligt förslag", None),
        ("2", "Att B ändras", "enligt yrkande", None),
    ]


def test_a_changed_whole_has_as_many_att_satser_as_the_yrkande():
    found = beslut(ändring("y1", "p2", text="att C\natt D\natt E"), chosen={0: "y1"})
    assert found == [(str(n), f"Att {c}", "enligt yrkande", None) for n, c in enumerate("CDE", 1)]
    shorter = beslut(ändring("y1", "p2", text="att C"), chosen={0: "y1"})
    assert shorter == [("1", "Att C", "enligt yrkande", None)]


def test_a_tillägg_comes_last():
    found = beslut(tillägg("y1", "p2", text="som tillägg att C."), chosen={1: "y1"})
    assert found[2] == ("3", "Att C", "enligt yrkande", None)


def test_in_a_val_the_name_is_decided():
    names = (namnförslag("y1", "p1"), namnförslag("y2", "p2", text="Bo"))
    assert beslut(*names, satser=(), chosen={0: "y2"}) == [
        ("1", "Att utse Bo", "enligt yrkande", None)
    ]


def test_a_matter_without_förslag_can_wait():
    found = beslut(återremiss("y1", "p2"), satser=(), chosen={0: "återremiss"})
    assert found == [("", "", "återremiss", None)]


def test_without_a_punkt_the_rows_that_are_there_are_decided_and_keep_their_numbers():
    rows = (
        beslutspunkt_row("Att A", id="d1", nummer="1", utfall=None),
        beslutspunkt_row("Att B och annat", id="d2", nummer="2–12", utfall=None),
    )
    wait = bordläggning("y1", "p2", punkt="2–12")
    found = beslut(wait, punkt_id=None, beslutspunkter=rows, chosen={0: "bordläggning"})
    assert [(one[0], one[2]) for one in found] == [("1", None), ("2–12", "bordläggning")]


def test_rows_that_are_there_keep_their_ids():
    protokoll, paragraf = matter(avslag("y1", "p2"), satser=TWO)
    rows = proposed_beslut(protokoll, paragraf, decided(protokoll, paragraf))
    assert [one.id for one in rows] == ["d1", "d2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("att ärendet återremitteras för att utreda kostnaden", "för att utreda kostnaden"),
        ("återremiss av ärendet för kompletterande uppgifter", "för kompletterande uppgifter"),
        ("bordläggning till den 3 december.", "till den 3 december"),
        ("att ärendet återremitteras", None),
        ("för all del", None),
    ],
)
def test_what_a_yrkande_waits_for(text, expected):
    assert later(text) == expected


@given(MOTIONS, st.data())
def test_every_way_the_propositions_can_fall_gives_a_beslut(yrkanden, data):
    protokoll, paragraf = matter(*yrkanden, satser=TWO)
    steps = [one.step for one in decided(protokoll, paragraf)]
    chosen = {
        place: data.draw(st.sampled_from([one.key for one in step.proposals]))
        for place, step in enumerate(steps)
    }
    rows = proposed_beslut(protokoll, paragraf, decided(protokoll, paragraf, None, chosen))
    assert len({one.id for one in rows}) == len(rows)
    assert all(one.utfall in (*UTFALL, None) for one in rows)
