"""Who answers for a set of §§, and what follows when they have."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core import paragrafer
from nämnd.justering import rules
from nämnd.justering.rules import Standing
from nämnd.justering.values import Signer, UnderskriftRow
from tests.builders import head_row
from tests.protokoll_values import for_paragrafer, paragraf_row, protokoll_of

ANNA = Signer("a", "Anna Ek (M)", "ordförande", paragrafer.ALL)
BO = Signer("b", "Bo Alm (S)", "justerare", paragrafer.ALL)
SIV = Signer("s", "Siv Penna", "sekreterare", paragrafer.ALL)


def meeting(*numbers, **facts):
    return protokoll_of(*(paragraf_row(one) for one in numbers), **facts)


def given_(person, sätt: Any = "godkännande", datum="2026-04-01"):
    return UnderskriftRow(person, "justerare", datum, sätt, 1, None, None)


def told(found):
    return [(one.person_id, one.roll, one.paragrafer.text) for one in found]


def test_who_answers_for_a_set_presided_over_or_checks_some_of_it():
    protokoll = meeting(
        59,
        60,
        61,
        ordförande=(for_paragrafer("p1", "59–60"), for_paragrafer("p2", "61")),
        justerare=(for_paragrafer("p3", "59"), for_paragrafer("p4", "60–61")),
        sammanträde=head_row(sekreterare=None),
    )
    assert told(rules.signers(protokoll, paragrafer.read("60–61"))) == [
        ("p1", "ordförande", "60"),
        ("p2", "ordförande", "61"),
        ("p4", "justerare", "60–61"),
    ]


def test_one_who_presided_and_checks_answers_once():
    protokoll = meeting(
        59,
        60,
        ordförande=(for_paragrafer("p1", "59"), for_paragrafer("p2", "60")),
        justerare=(for_paragrafer("p2", "59"),),
        sammanträde=head_row(sekreterare=None),
    )
    assert told(rules.signers(protokoll, paragrafer.ALL)) == [
        ("p1", "ordförande", "59"),
        ("p2", "ordförande", "59–60"),
    ]


def test_before_any_paragraf_is_drawn_the_plan_decides():
    protokoll = meeting(ordförande=(for_paragrafer("p1", "59–"),), justerare=())
    assert told(rules.signers(protokoll, paragrafer.read("60–62")))[0] == (
        "p1",
        "ordförande",
        "60–62",
    )


def test_paragrafer_that_only_one_or_nobody_answers_for():
    protokoll = meeting(
        59,
        60,
        61,
        ordförande=(for_paragrafer("p1", "59–60"),),
        justerare=(for_paragrafer("p2", "60"),),
    )
    assert rules.unanswered(protokoll, paragrafer.ALL).text == "59, 61"


@pytest.mark.parametrize(
    ("setting", "papper", "godkännande", "elektronisk"),
    [
        ((), True, False, True),
        (("papper",), True, False, False),
        (("godkännande", "papper"), True, True, False),
        (("elektronisk underskrift",), False, False, True),
    ],
)
def test_ways_of_a_nämnd(setting, papper, godkännande, elektronisk):
    found = [rules.allowed(one, setting) for one in ("papper", "godkännande", rules.ELECTRONIC)]
    assert found == [papper, godkännande, elektronisk]


@pytest.mark.parametrize(
    ("underskrifter", "electronic", "after"),
    [
        ([], False, Standing("utskickat")),
        ([given_("a")], False, Standing("utskickat")),
        ([given_("a"), given_("b")], False, Standing("godkänt")),
        ([given_("a"), given_("b")], True, Standing("utskickat")),
        ([given_("a"), given_("s")], False, Standing("utskickat")),
        ([given_("a", "papper"), given_("b")], False, Standing("godkänt")),
        (
            [given_("a", "papper", "2026-04-03"), given_("b", "papper", "2026-04-02")],
            False,
            Standing("justerat", "2026-04-03"),
        ),
        (
            [given_("a", rules.ELECTRONIC), given_("b", rules.ELECTRONIC, "2026-04-02")],
            True,
            Standing("justerat", "2026-04-02"),
        ),
        ([given_("a", rules.ELECTRONIC), given_("b")], True, Standing("utskickat")),
    ],
)
def test_where_a_set_stands_after_an_answer(underskrifter, electronic, after):
    found = rules.after_answer((ANNA, BO, SIV), underskrifter, "utskickat", electronic=electronic)
    assert found == after


def test_nobody_who_must_answer_locks_nothing():
    assert rules.after_answer((SIV,), [given_("s")], "utskickat", electronic=False) == Standing(
        "utskickat"
    )


PERSONS = st.sampled_from(["a", "b", "s"])
GIVEN = st.lists(
    st.builds(
        given_,
        PERSONS,
        st.sampled_from(["papper", "godkännande", rules.ELECTRONIC]),
        st.dates().map(lambda day: day.isoformat()),
    )
)


@given(GIVEN, st.booleans())
def test_nothing_is_justerat_without_a_signature_of_each_who_must(underskrifter, electronic):
    found = rules.after_answer((ANNA, BO, SIV), underskrifter, "utskickat", electronic=electronic)
    signed = {one.person_id for one in underskrifter if one.sätt != "godkännande"}
    assert (found.läge == "justerat") == ({"a", "b"} <= signed)
    if found.läge == "godkänt":
        assert {"a", "b"} <= {one.person_id for one in underskrifter}


@given(GIVEN)
def test_the_order_of_answers_does_not_matter(underskrifter):
    def after(rows):
        return rules.after_answer((ANNA, BO), rows, "utskickat", electronic=False)

    assert after(underskrifter) == after(underskrifter[::-1])


def test_those_before_somebody_are_named_until_they_have_answered():
    asked = (("a", 1), ("b", 1), ("c", 2))
    assert rules.before_them(asked, "c", ()) == ("a", "b")
    assert rules.before_them(asked, "c", ("a",)) == ("b",)
    assert rules.before_them(asked, "b", ()) == ()


def test_sets_overlap_only_with_what_is_out():
    others: Any = (("utkast", (59, 60)), ("utskickat", (60, 61)), ("justerat", (70,)))
    assert rules.overlapping((59, 60, 70), others) == (60, 70)


@pytest.mark.parametrize(
    ("sent", "same", "version"), [(False, False, 3), (True, True, 3), (True, False, 4)]
)
def test_a_text_that_is_another_has_the_next_version(sent, same, version):
    assert rules.version_after(3, sent=sent, same=same) == version


def test_a_sekreterare_may_and_the_others_must():
    assert [one.required for one in (ANNA, BO, SIV)] == [True, True, False]
    assert rules.missing((ANNA, BO, SIV), [given_("a")], ("godkännande",)) == (BO,)
    assert replace(SIV, roll="justerare").required
