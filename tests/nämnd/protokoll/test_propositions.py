from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.protokoll.propositions import numbers, steps
from nämnd.protokoll.values import YRKANDESLAG
from tests.nämnd.protokoll.motions import (
    avslag,
    bifall,
    bordläggning,
    matter,
    namnförslag,
    tillägg,
    ändring,
    återremiss,
)
from tests.protokoll_values import yrkande_row

FÖRSLAGET = "ordförandens förslag"


def shown(*yrkanden, huvudförslag=None, **facts):
    """The steps as (slag, punkt, names)."""
    found = steps(*matter(*yrkanden, **facts), huvudförslag)
    return [(one.slag, one.punkt, [each.name for each in one.proposals]) for one in found]


def test_without_yrkanden_the_förslag_alone_is_put():
    assert shown() == [("huvudförslag", None, [FÖRSLAGET])]
    assert shown(satser=()) == []


def test_bifall_joins_the_förslag_and_avslag_is_put_against_it():
    assert shown(bifall("y1", "p1"), avslag("y2", "p2"), avslag("y3", "p3")) == [
        ("huvudförslag", None, [FÖRSLAGET, "yrkandet om avslag"])
    ]
    (step,) = steps(*matter(bifall("y1", "p1"), avslag("y2", "p2"), avslag("y3", "p3")))
    assert [one.yrkanden for one in step.proposals] == [("y1",), ("y2", "y3")]
    assert [one.meaning for one in step.proposals] == [
        "bifall till ordförandens förslag",
        "avslag på ordförandens förslag",
    ]


def test_formal_yrkanden_come_first_and_tillägg_last():
    found = shown(
        tillägg("y1", "p1"), avslag("y2", "p2"), bordläggning("y3", "p3"), återremiss("y4", "p4")
    )
    assert found == [
        ("återremiss", None, ["att ärendet avgörs i dag", "återremiss"]),
        ("bordläggning", None, ["att ärendet avgörs i dag", "bordläggning"]),
        ("huvudförslag", None, [FÖRSLAGET, "yrkandet om avslag"]),
        (
            "tillägg",
            None,
            ["Anna Eks (M) tilläggsyrkande", "avslag på Anna Eks (M) tilläggsyrkande"],
        ),
    ]


def test_who_wants_it_decided_today_is_put_against_the_återremiss():
    today = yrkande_row("y2", "p1", text="att ärendet avgörs idag", slag=("annat",))
    no = yrkande_row("y3", "p5", text="avslag på återremissen", slag=("avslag",))
    first, second = steps(*matter(återremiss("y1", "p2"), today, no))
    assert [one.yrkanden for one in first.proposals] == [("y2", "y3"), ("y1",)]
    assert second.slag == "huvudförslag"


def test_withdrawn_yrkanden_are_left_out():
    gone = replace(återremiss("y1", "p2"), återtaget=True)
    assert shown(gone) == [("huvudförslag", None, [FÖRSLAGET])]


def test_the_ordförande_picks_the_huvudförslag():
    found = shown(ändring("y1", "p2"), ändring("y2", "p3", text="att sänka"), huvudförslag="y2")
    assert found == [
        (
            "huvudförslag",
            None,
            ["Cecilia Östs (C) ändringsyrkande", FÖRSLAGET, "Bo Alms (S) ändringsyrkande"],
        )
    ]


def test_andrahandsyrkanden_come_after_those_in_första_hand():
    found = shown(ändring("y1", "p2", hand=2), ändring("y2", "p3", text="att sänka"))
    assert found[0][2][1:] == ["Cecilia Östs (C) ändringsyrkande", "Bo Alms (S) andrahandsyrkande"]


def test_yrkanden_in_the_same_words_are_one_and_name_all_who_move_it():
    found = shown(tillägg("y1", "p2"), tillägg("y2", "p3"))
    assert found[1][2][0] == "tilläggsyrkandet från Bo Alm (S) och Cecilia Öst (C)"


def test_two_yrkanden_of_one_person_are_told_apart():
    found = shown(tillägg("y1", "p2"), tillägg("y2", "p2", text="att annat"))
    assert [one[2] for one in found[1:]] == [
        ["Bo Alms (S) tilläggsyrkande nr 1", "avslag på Bo Alms (S) tilläggsyrkande nr 1"],
        ["Bo Alms (S) tilläggsyrkande nr 2", "avslag på Bo Alms (S) tilläggsyrkande nr 2"],
    ]


def test_a_party_group_is_named_as_one():
    group = replace(ändring("y1"), av_partier=("V",))
    assert shown(group)[0][2][1] == "ändringsyrkandet från samtliga ledamöter för V"


def test_a_punkt_is_decided_on_its_own_and_the_rest_of_the_förslag_besides():
    found = shown(bifall("y1", "p1"), ändring("y2", "p2", punkt="2"), satser=("Att A", "Att B"))
    assert found == [
        ("huvudförslag", None, ["ordförandens förslag i övrigt"]),
        ("huvudförslag", "2", ["ordförandens förslag i punkt 2", "Bo Alms (S) ändringsyrkande"]),
    ]


def test_when_every_punkt_is_disputed_nothing_of_the_whole_is_left():
    found = shown(
        avslag("y1", "p1", punkt="2–3"), ändring("y2", "p2", punkt="1"), satser=("A", "B", "C")
    )
    assert [one[1] for one in found] == ["1", "2–3"]


def test_an_återremiss_may_be_about_one_punkt():
    found = shown(återremiss("y1", "p2", punkt="2"), satser=("Att A", "Att B"))
    assert found[0] == (
        "återremiss",
        "2",
        ["att punkt 2 avgörs i dag", "återremiss av punkt 2"],
    )


def test_names_are_put_against_one_another_in_a_val():
    found = shown(namnförslag("y1", "p1"), namnförslag("y2", "p2", text="Gun Berg (M)"), satser=())
    assert found == [("val", None, ["Elsa Lind (L)", "Gun Berg (M)"])]


def test_bifall_to_somebody_elses_yrkande_joins_that():
    joins = bifall("y2", "p3", text="bifall till Bo Alms yrkande")
    (step,) = steps(*matter(ändring("y1", "p2"), joins))
    assert [one.yrkanden for one in step.proposals] == [(), ("y1", "y2")]


def test_an_imported_paragraf_without_a_punkt_has_its_yrkanden_put():
    assert shown(avslag("y1", "p1"), punkt_id=None)[0][2] == [FÖRSLAGET, "yrkandet om avslag"]
    unknown = shown(yrkande_row("y1", "okänd", text="att", slag=()), satser=())
    assert unknown == [("huvudförslag", None, ["yrkandet från okänd person"])]


@pytest.mark.parametrize(
    ("punkt", "expected"),
    [("2", [2]), ("2–4", [2, 3, 4]), ("2-3", [2, 3]), (None, []), ("andra", []), ("", [])],
)
def test_a_punkt_stands_for_one_or_several(punkt, expected):
    assert list(numbers(punkt)) == expected


MOTIONS = st.lists(
    st.builds(
        yrkande_row,
        st.just("y"),
        st.sampled_from(["p1", "p2", "p3", "okänd"]),
        text=st.sampled_from(["", "avslag", "att ärendet avgörs i dag", "bifall till Bo Alm"]),
        slag=st.lists(st.sampled_from(YRKANDESLAG), max_size=3, unique=True).map(tuple),
        hand=st.sampled_from([1, 2]),
        punkt=st.sampled_from([None, "1", "2", "2–3", "x"]),
        återtaget=st.booleans(),
    ),
    max_size=7,
).map(lambda rows: [replace(row, id=f"y{n}") for n, row in enumerate(rows)])  # fmt: skip


def times(yrkande):
    """How often a yrkande is to be taken up: once as each kind of step that it is about."""
    slag = set(yrkande.slag)
    formal = slag & {"återremiss", "bordläggning"}
    main = slag - formal - {"tillägg"}
    return len(formal) + ("tillägg" in slag) + bool(main or not slag)


@given(MOTIONS, st.sampled_from([(), ("Att A",), ("Att A", "Att B", "Att C")]), st.booleans())
def test_every_yrkande_that_stands_is_taken_up_exactly_once(yrkanden, satser, pick):
    picked = yrkanden[0].id if pick and yrkanden else None
    found = steps(*matter(*yrkanden, satser=satser), picked)
    taken = Counter(key for one in found for each in one.proposals for key in each.yrkanden)
    assert taken == Counter(
        {one.id: times(one) for one in yrkanden if not one.återtaget and times(one)}
    )


@given(MOTIONS)
def test_the_order_is_formal_then_main_then_tillägg_and_no_two_proposals_are_called_alike(yrkanden):
    found = steps(*matter(*yrkanden, satser=("Att A", "Att B")))
    place = {"återremiss": 0, "bordläggning": 0, "huvudförslag": 1, "val": 1, "tillägg": 2}
    order = [place[one.slag] for one in found]
    assert order == sorted(order)
    for one in found:
        meanings = [each.meaning.casefold() for each in one.proposals]
        assert len(set(meanings)) == len(meanings)
        assert all(meanings)
