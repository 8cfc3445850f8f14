"""Addresses, names and roles."""

import pytest

from nämnd.organisation.rules import LEDAMÖTER, ROLLER, reachable, role_order, with_party


@pytest.mark.parametrize(
    "address",
    ["anna@exempel.se", "Anna.Ek+vard@exempel.se", "a_b@mail.region.exempel.se"],
)
def test_a_plain_address_can_be_written_to(address):
    assert reachable(address)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "anna",
        "anna@exempel",
        "@exempel.se",
        "anna@",
        "anna@exempel..se",
        "anna ek@exempel.se",
        "Anna Ek <anna@exempel.se>",
        "anna@exempel.se, bo@exempel.se",
        "anna@exempel.se;bo@exempel.se",
        "anna@exempel.se\nBcc: bo@exempel.se",
        "anna@exempel.se\n",
        "åsa@exempel.se",
        "asa@nämnden.se",
    ],
)
def test_what_a_mail_program_would_stumble_on_cannot(address):
    assert not reachable(address)


def test_the_chair_comes_first_and_an_unknown_role_last():
    assert sorted(["hedersgäst", *reversed(ROLLER)], key=role_order) == [*ROLLER, "hedersgäst"]


def test_chairs_are_members():
    assert LEDAMÖTER[-1] == "ledamot"
    assert all("ordförande" in role for role in LEDAMÖTER[:-1])


def test_the_party_stands_after_the_name():
    assert with_party("Anna Ek", "M") == "Anna Ek (M)"
    assert with_party("Anna Ek", None) == with_party("Anna Ek", "") == "Anna Ek"
