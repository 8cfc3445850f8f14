"""Seats that nobody fills, and what can be said of an address."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.organisation.address import clean_address, is_address
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import HuvudmanDraft, PersonDraft, UppdragDraft
from nämnd.organisation.seats import Vacancy, vacancies

TODAY = date(2026, 3, 2)
NORR = HuvudmanDraft("norr", "Region Norr", 2, 1)


def appointed(roll: str, huvudman: str = "norr", **period) -> UppdragRow:
    draft = UppdragDraft(roll, huvudman, 0, period.get("från"), period.get("till"))
    return UppdragRow("u", "p", PersonDraft("Anna Ek"), draft, None)


def test_empty_seats_are_counted_by_huvudman_and_kind():
    rows = [appointed("ordförande"), appointed("ersättare"), appointed("ledamot", "söder")]
    assert vacancies([NORR], rows, TODAY) == (Vacancy("Region Norr", 1, 0),)


def test_a_seat_is_empty_before_the_first_day_and_after_the_last():
    rows = [
        appointed("ledamot", till=date(2026, 3, 1)),
        appointed("ledamot", från=date(2026, 3, 3)),
        appointed("ersättare", från=TODAY, till=TODAY),
    ]
    assert vacancies([NORR], rows, TODAY) == (Vacancy("Region Norr", 2, 0),)


def test_too_many_are_told_as_less_than_none_empty():
    rows = [appointed("ledamot")] * 3 + [appointed("ersättare")]
    assert vacancies([NORR], rows, TODAY) == (Vacancy("Region Norr", -1, 0),)


def test_a_sekreterare_fills_no_seat():
    rows = [appointed("ledamot"), appointed("ledamot"), appointed("sekreterare")]
    assert vacancies([NORR], rows, TODAY) == (Vacancy("Region Norr", 0, 1),)


def test_a_huvudman_without_seats_has_none_empty():
    assert vacancies([HuvudmanDraft("x", "Region X")], [appointed("ledamot", "x")], TODAY) == ()


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_seats_are_the_appointed_and_the_empty(platser, ersättarplatser, ledamöter, ersättare):
    huvudman = HuvudmanDraft("norr", "Region Norr", platser, ersättarplatser)
    rows = [appointed("ledamot")] * ledamöter + [appointed("ersättare")] * ersättare
    found = vacancies([huvudman], rows, TODAY)
    empty = found[0] if found else Vacancy("Region Norr", 0, 0)
    if platser or ersättarplatser:
        assert empty.ledamöter + ledamöter == platser
        assert empty.ersättare + ersättare == ersättarplatser
    else:
        assert found == ()


@pytest.mark.parametrize(
    "text",
    [
        "anna@exempel.se",
        "åsa.öhlin@exempel.se",
        "a@b",
        '"odd name"@exempel.se',
        "anna+nämnd@xn--rksmrgs-5wao1o.se",
        "a..b@exempel.se",
    ],
    ids=["plain", "swedish", "short", "quoted", "tagged", "dots"],
)
def test_odd_addresses_are_addresses(text):
    assert is_address(text)
    assert clean_address(text) == text


@pytest.mark.parametrize("text", ["", "anna", "anna@", "@exempel.se", " @ ", "exempel.se"])
def test_what_lacks_a_part_is_no_address(text):
    assert not is_address(text)


@pytest.mark.parametrize(
    "pasted",
    [
        "Anna Ek <anna@exempel.se>",
        '"Ek, Anna" < anna@exempel.se >',
        "mailto:anna@exempel.se",
        "<mailto:anna@exempel.se>",
        "  anna@exempel.se\n",
    ],
    ids=["named", "quoted", "link", "bracketed link", "spaces"],
)
def test_a_pasted_address_is_made_bare(pasted):
    assert clean_address(pasted) == "anna@exempel.se"
