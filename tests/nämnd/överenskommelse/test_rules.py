"""Sums, shares and names: what the paper says against what is counted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.organisation.rules import HuvudmanDraft
from nämnd.överenskommelse.money import MOST, kronor, money_text
from nämnd.överenskommelse.names import REGIONS, recipient_key
from nämnd.överenskommelse.rules import (
    blankett_problems,
    costs,
    counted,
    left_over,
    share,
    table_problems,
    table_total,
    wrong_sums,
)
from nämnd.överenskommelse.values import BlankettDraft, Kostnad, Postandel, Rad, Tabell
from tests.nämnd.överenskommelse.drafts import IT, PRIMÄRVÅRD, RIGHT, a_table, redovisning

NORR, SÖDER = HuvudmanDraft("h1", "Region Norr"), HuvudmanDraft("h2", "Region Söder")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("762 149 317", 762149317),
        ("762\u00a0149\u00a0317 kr", 762149317),
        ("762149317", 762149317),
        ("1.234.567", 1234567),
        ("1 234,00 kronor", 1234),
        ("1 234:-", 1234),
        ("\N{MINUS SIGN}1 234", -1234),
        ("5 698,5 miljoner kronor", 5698500000),
        ("21 mnkr", 21000000),
        ("130 tkr", 130000),
        ("0", 0),
        ("", None),
        ("1 234,50", None),
        ("12 34", None),
        ("ett tusen", None),
        ("12 %", None),
        ("9" * 17, None),
        ("1 miljard euro", None),
    ],
)
def test_kronor_are_read_as_people_write_them(text, amount):
    assert kronor(text) == amount


@given(st.integers(-MOST, MOST))
def test_what_is_written_is_read_back(amount):
    assert kronor(money_text(amount)) == amount


@given(st.text(max_size=80))
def test_any_text_is_an_amount_or_none(text):
    found = kronor(text)
    assert found is None or abs(found) <= MOST


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Skåne", "Region Skåne"),
        ("Skåne län", "Region Skåne"),
        ("Hallands län", "Region Halland"),
        ("Stockholms läns landsting", "Region Stockholm"),
        ("Landstinget i Kalmar län", "Region Kalmar län"),
        ("Västra Götalandsregionen", "Västra Götalands län"),
        ("Södermanlands län", "Region Sörmland"),
        ("Jämtland / Härjedalen", "Jämtlands län"),
        ("Region Jämtland Härjedalen", "Jämtland"),
        ("Dalarnas län", "Landstinget Dalarna"),
        ("Gotlands län", "Region Gotland"),
        ("RSS Kronobergs län", "Region Kronoberg"),
        ("Region Skåne 1)", "Skåne län²"),
    ],
)
def test_a_region_is_the_same_however_it_is_written(first, last):
    assert recipient_key(first) == recipient_key(last) != ""


def test_no_two_regions_are_the_same():
    assert len(REGIONS) == 21


def test_a_table_with_right_sums_has_nothing_to_point_out():
    assert wrong_sums(RIGHT) == ()


def test_a_wrong_amount_is_pointed_out_in_its_row_and_in_its_column():
    wrong = replace(RIGHT.rader[0], belopp={PRIMÄRVÅRD: 1000, IT: 29})
    found = wrong_sums(replace(RIGHT, rader=(wrong, RIGHT.rader[1])))
    assert [(one.rad, one.post, one.skriven, one.räknad) for one in found] == [
        ("t1r1", None, 1020, 1029),
        (None, IT, 100, 109),
    ]


def test_a_wrong_sum_of_a_row_is_pointed_out_there_and_in_the_total():
    wrong = replace(RIGHT.rader[0], summa=1120)
    found = wrong_sums(replace(RIGHT, rader=(wrong, RIGHT.rader[1])))
    assert [(one.rad, one.post, one.skriven, one.räknad) for one in found] == [
        ("t1r1", None, 1120, 1020),
        (None, None, 4100, 4200),
    ]


def test_a_total_that_is_not_the_sum_of_the_columns_is_pointed_out():
    (found,) = wrong_sums(replace(RIGHT, totalsumma=4000))
    assert (found.rad, found.post, found.skriven, found.räknad) == (None, None, 4000, 4100)


def test_what_the_paper_says_no_sum_of_is_not_counted():
    table = a_table(("Region Norr", 1, 2, None), ("Region Söder", 3, 4, None))
    assert wrong_sums(table) == ()


@pytest.mark.parametrize(("said", "rounding"), [(4001, True), (4002, False), (3999, True)])
def test_what_rounding_may_explain_is_said_to_be_so(said, rounding):
    (found, *_) = wrong_sums(replace(RIGHT, summor={PRIMÄRVÅRD: said}, totalsumma=None))
    assert found.avrundning is rounding


_AMOUNTS = st.integers(0, 10**9)


@st.composite
def tables(draw):
    posts = tuple(f"post {n}" for n in range(draw(st.integers(1, 4))))
    rows = draw(st.lists(st.tuples(*[_AMOUNTS] * len(posts)), min_size=1, max_size=6))
    rader = tuple(
        Rad(f"r{n}", f"Region {n}", dict(zip(posts, row, strict=True)), sum(row))
        for n, row in enumerate(rows)
    )
    summor = {post: sum(row[n] for row in rows) for n, post in enumerate(posts)}
    return Tabell("t", "", posts, rader, summor, sum(map(sum, rows)))


@given(tables(), st.data())
def test_one_wrong_amount_anywhere_is_pointed_out_in_just_that_row_and_column(table, data):
    assert wrong_sums(table) == ()
    at = data.draw(st.integers(0, len(table.rader) - 1))
    post = data.draw(st.sampled_from(table.poster))
    more = data.draw(_AMOUNTS.filter(bool))
    rad = table.rader[at]
    wrong = replace(rad, belopp={**rad.belopp, post: rad.belopp[post] + more})
    rader = tuple(wrong if one is rad else one for one in table.rader)
    found = wrong_sums(replace(table, rader=rader))
    assert {(one.rad, one.post) for one in found} == {(rad.id, None), (None, post)}
    assert all(one.räknad - one.skriven == more for one in found)


def test_each_huvudman_has_its_share_of_each_post_and_in_all():
    norr, söder = share((RIGHT,), (NORR, SÖDER))
    assert norr.poster == (
        Postandel("t1", "Fördelning", PRIMÄRVÅRD, 1000),
        Postandel("t1", "Fördelning", IT, 20),
    )
    assert (norr.summa, söder.summa) == (1020, 3080)


def test_a_huvudman_that_no_table_has_gets_nothing():
    (one,) = share((RIGHT,), (HuvudmanDraft("h9", "Region Väst"),))
    assert (one.poster, one.summa) == ((), 0)


def test_a_row_that_is_given_to_a_huvudman_is_its_whatever_it_is_called():
    rad = replace(RIGHT.rader[0], mottagare="Sjukvårdsförbundet", huvudman_id="h2")
    (söder,) = share((replace(RIGHT, rader=(rad,)),), (SÖDER,))
    assert söder.summa == 1020


def test_a_table_that_says_only_what_each_gets_in_all_is_shared_out_too():
    table = Tabell("t", "", (), (Rad("r", "Norr", {}, 70),))
    (norr,) = share((table,), (NORR,))
    assert norr.poster == (Postandel("t", "", "", 70),)


def test_a_table_that_breaks_another_down_is_not_counted_again():
    again = replace(RIGHT, id="t2")
    assert counted((RIGHT, again), 4100) == (RIGHT,)
    assert counted((RIGHT, again), 8200) == (RIGHT, again)
    assert counted((RIGHT, again), None) == (RIGHT, again)
    assert share((RIGHT, again), (NORR,), 4100)[0].summa == 1020


@given(st.lists(tables(), max_size=4), st.integers(0, 10**10))
def test_what_is_counted_is_never_more_than_there_is_but_for_the_first(found, totalt):
    kept = counted(found, totalt)
    assert sum(map(table_total, kept)) <= max(totalt, table_total(kept[0]) if kept else 0)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        (replace(RIGHT, poster=("A", " ")), "POST_MISSING"),
        (replace(RIGHT, poster=("A", "a")), "POST_TWICE"),
        (replace(RIGHT, rader=(Rad("r", " "),)), "MOTTAGARE_MISSING"),
        (replace(RIGHT, rader=(Rad("r", "A", {}, MOST + 1),)), "TOO_LARGE"),
        (replace(RIGHT, rader=tuple(Rad(f"{n}", "A") for n in range(1001))), "TOO_MANY"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_no_table_can_be_is_told(table, fault):
    assert [one.name for one in table_problems(table)] == [fault]


def test_what_is_not_used_is_what_was_given_less_the_costs():
    assert (costs(redovisning()), left_over(redovisning())) == (950, 70)
    assert left_over(redovisning(kostnader=(Kostnad("Löner", 2000),))) == -980
    assert left_over(redovisning(belopp=None)) is None


def test_a_form_needs_a_recipient_to_be_kept():
    (fault,) = blankett_problems(BlankettDraft("rekvisition", " "))
    assert fault.name == "MOTTAGARE_MISSING"
