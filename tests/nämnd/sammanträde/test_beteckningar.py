"""Numbers and beteckningar as a pure function of the order and of what has gone out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.sammanträde.beteckningar import Beteckning, Numbered, beteckningar, letters


def fresh(*punkter: tuple[str, int]) -> list[str]:
    """Return number and labels of punkter (slag, how many bilagor) before the kallelse."""
    rows = [Numbered(None, slag, None, (None,) * count) for slag, count in punkter]
    return [said(one) for one in beteckningar(rows, sista_nummer=None)]


def said(one: Beteckning) -> str:
    return " ".join([str(one.nummer), *one.bilagor])


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (28, "AB"), (52, "AZ"), (53, "BA"), (703, "AAA")],
)
def test_letters_go_on_after_z(number, expected):
    assert letters(number) == expected


def test_there_is_no_letter_before_a():
    with pytest.raises(ValueError, match="0"):
        letters(0)


def test_a_bilaga_alone_has_the_bare_number():
    assert fresh(("val", 0), ("beslut", 1)) == ["1", "2 2"]


def test_several_bilagor_have_number_and_letter():
    assert fresh(("information", 0), ("beslut", 2)) == ["1", "2 2A 2B"]


def test_after_z_comes_aa():
    assert fresh(("beslut", 28))[0].split()[-3:] == ["1Z", "1AA", "1AB"]


def test_what_is_only_reported_has_plain_letters_even_alone():
    assert fresh(("beslut", 1), ("anmälan", 3)) == ["1 1", "2 A B C"]
    assert fresh(("anmälan", 1)) == ["1 A"]


def test_only_the_first_of_two_such_punkter_has_plain_letters():
    assert fresh(("anmälan", 2), ("anmälan", 2)) == ["1 A B", "2 2A 2B"]


def test_the_real_dagordning_of_november_2019():
    counts = [0, 0, 6, 1, 1, 1, 2, 2, 1, 2, 1, 1, 0, 2, 0]
    found = fresh(*[("beslut", count) for count in counts], ("anmälan", 9))
    assert found[2] == "3 3A 3B 3C 3D 3E 3F"
    assert found[3] == "4 4"
    assert found[13] == "14 14A 14B"
    assert found[15] == "16 A B C D E F G H I"


def test_what_is_added_takes_the_next_free():
    rows = [
        Numbered(4, "beslut", 1, ("4", None)),
        Numbered(3, "beslut", 6, ("3A", None, "3F")),
        Numbered(None, "beslut", None, (None,)),
    ]
    found = [said(one) for one in beteckningar(rows, sista_nummer=16)]
    assert found == ["4 4 4B", "3 3A 3G 3F", "17 17"]


def test_letters_of_removed_bilagor_are_not_used_again():
    rows = [Numbered(3, "beslut", 2, (None,)), Numbered(4, "beslut", 1, (None, None))]
    assert [said(one) for one in beteckningar(rows, sista_nummer=4)] == ["3 3C", "4 4B 4C"]


def test_plain_letters_that_have_gone_out_go_on_where_they_are():
    rows = [
        Numbered(1, "anmälan", None, (None,)),  # a beslut when the kallelse went out
        Numbered(2, "anmälan", 2, ("A", "B", None)),
    ]
    assert [said(one) for one in beteckningar(rows, sista_nummer=2)] == ["1 1", "2 A B C"]


def test_plain_letters_can_come_after_the_kallelse():
    rows = [Numbered(1, "beslut", 1, ("1",)), Numbered(2, "anmälan", 0, (None, None))]
    assert [said(one) for one in beteckningar(rows, sista_nummer=2)] == ["1 1", "2 A B"]


def test_plain_letters_that_may_have_gone_out_before_are_not_used_again():
    removed_16 = [Numbered(17, "anmälan", 0, (None, None))]
    assert [said(one) for one in beteckningar(removed_16, sista_nummer=17)] == ["17 17A 17B"]


_PUNKTER = st.lists(
    st.tuples(st.sampled_from(["beslut", "information", "anmälan"]), st.integers(0, 60)),
    max_size=12,
)


@given(_PUNKTER)
def test_before_the_kallelse_numbers_follow_the_order(punkter):
    found = [one.split()[0] for one in fresh(*punkter)]
    assert found == [str(number) for number in range(1, len(punkter) + 1)]


@given(_PUNKTER)
def test_no_two_bilagor_have_the_same_beteckning(punkter):
    labels = [label for one in fresh(*punkter) for label in one.split()[1:]]
    assert len(labels) == sum(count for _, count in punkter)
    assert len(set(labels)) == len(labels)


@given(_PUNKTER)
def test_every_beteckning_but_the_plain_letters_tells_its_punkt(punkter):
    plain = 0
    for one in fresh(*punkter):
        number, *labels = one.split()
        if labels and not all(label.removeprefix(number).isalpha() for label in labels):
            assert labels == [number]
        plain += any(label.isalpha() for label in labels)
    assert plain <= 1
