from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.justeringsfil.codes import LETTERS, fits, key_of, new_code, seal, svar_mac
from tests.nämnd.justeringsfil.packages import ANNA, CODES, STRANGER, package

_SPACES = st.sampled_from(["", " ", "-", "\N{EN DASH}", "\N{NO-BREAK SPACE}", " - "])


def test_a_code_is_three_groups_of_four_letters_that_are_not_taken_for_others():
    groups = new_code().split("-")
    assert [len(one) for one in groups] == [4, 4, 4]
    assert set("".join(groups)) <= set(LETTERS)
    assert not set(LETTERS) & set("0O1IL5S8BUZ")


def test_no_two_codes_are_the_same():
    assert len({new_code() for _ in range(500)}) == 500


@given(st.lists(_SPACES, min_size=13, max_size=13), st.booleans())
def test_a_code_may_be_written_small_and_with_any_spaces(between, small):
    code = new_code()
    letters = code.replace("-", "")
    written = between[12] + "".join(map("".join, zip(letters, between, strict=False)))
    written = written.lower() if small else written
    assert key_of(written, "ett") == key_of(code, "ett")


def test_the_same_code_makes_another_key_for_another_package():
    assert key_of(STRANGER, "ett") != key_of(STRANGER, "två")


def test_a_seal_is_never_the_mac_of_an_answer():
    key = key_of(STRANGER, "ett")
    assert seal(key, "ab") != svar_mac(key, b"ab")


def test_the_code_of_a_person_fits_their_place_and_nobody_elses():
    paket = package()
    assert fits(paket, "anna", CODES["anna"])
    assert fits(paket, "anna", "k7pm 3xqd 9r2t")
    assert not fits(paket, "anna", CODES["bo"])
    assert not fits(paket, "bo", CODES["anna"])
    assert not fits(paket, "nobody", CODES["anna"])


@pytest.mark.parametrize("code", ["", " ", "åäö", STRANGER, CODES["anna"][:-1], "\udcff"])
def test_what_is_not_the_code_does_not_fit(code):
    assert not fits(package(), "anna", code)


def test_the_right_code_does_not_fit_a_package_with_another_manifest():
    paket = package()
    assert not fits(replace(paket, sha256="0" * 64), ANNA.person_id, CODES["anna"])
