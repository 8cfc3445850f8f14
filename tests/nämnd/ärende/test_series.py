"""The own series of dnr, as a table and by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.ärende.series import SerieFault, next_dnr, problems_in_pattern, read_dnr, write_dnr

PATTERNS = (
    "SRVN {år}/{löpnr:04d}",
    "{år:02d}{löpnr:05d}",
    "{år:02d}RGK{löpnr}",
    "RJL{år}/{löpnr}",
    "SHS{år}-{löpnr:04d}",
    "LS/{löpnr}/{år}",
    "{löpnr}-{år}",
    "SLK-{år:04d}-{löpnr:05d}",
    "N.+({löpnr}) {år}",
)


@pytest.mark.parametrize(
    ("pattern", "dnr"),
    [
        ("SRVN {år}/{löpnr:04d}", "SRVN 2019/0088"),
        ("{år:02d}{löpnr:05d}", "1900088"),
        ("{år:02d}RGK{löpnr}", "19RGK88"),
        ("RJL{år}/{löpnr}", "RJL2019/88"),
        ("LS/{löpnr}/{år}", "LS/88/2019"),
    ],
)
def test_the_next_dnr_is_written_as_the_pattern_says(pattern, dnr):
    assert next_dnr(pattern, 2019, [3, 87, 12]) == dnr


def test_the_first_of_a_year_is_number_one():
    assert next_dnr("VN {år}/{löpnr}", 2020, []) == "VN 2020/1"


def test_more_figures_than_the_pattern_asks_for_are_written_out():
    assert next_dnr("VN {år}/{löpnr:02d}", 2020, [99]) == "VN 2020/100"


@pytest.mark.parametrize(
    ("pattern", "faults"),
    [
        ("", (SerieFault.LÖPNR_MISSING, SerieFault.ÅR_MISSING)),
        ("VN {år}", (SerieFault.LÖPNR_MISSING,)),
        ("VN {löpnr}", (SerieFault.ÅR_MISSING,)),
        ("VN {år}/{löpnr}/{löpnr}", (SerieFault.TWICE,)),
        ("VN {år}/{löpnr:d}", (SerieFault.LÖPNR_MISSING, SerieFault.BRACES)),
        ("VN {år}/{löpnr} {", (SerieFault.BRACES,)),
        ("VN {år}/{löpnr.__class__}", (SerieFault.LÖPNR_MISSING, SerieFault.BRACES)),
        ("VN {år:03d}/{löpnr}", (SerieFault.ÅR_WIDTH,)),
        ("VN {löpnr}{år}", (SerieFault.RUNS_TOGETHER,)),
        ("VN2{löpnr}-{år}", (SerieFault.RUNS_TOGETHER,)),
        ("VN {löpnr:03d}7/{år}", (SerieFault.RUNS_TOGETHER,)),
    ],
)
def test_what_is_wrong_with_a_pattern_is_told(pattern, faults):
    assert problems_in_pattern(pattern) == faults
    assert read_dnr(pattern, "VN 2019/1") is None
    with pytest.raises(ValueError, match=r".*"):
        write_dnr(pattern, 2019, 1)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_forms_in_use_are_series(pattern):
    assert problems_in_pattern(pattern) == ()


@given(pattern=st.sampled_from(PATTERNS), år=st.integers(2000, 2099), number=st.integers(1, 99_999))
def test_a_dnr_of_the_series_is_read_as_it_was_written(pattern, år, number):
    assert read_dnr(pattern, write_dnr(pattern, år, number)) == (år, number)


@given(pattern=st.text(max_size=30), dnr=st.text(max_size=30))
def test_any_text_can_be_asked_about(pattern, dnr):
    read = read_dnr(pattern, dnr)
    assert read is None or read[1] >= 0


@pytest.mark.parametrize("dnr", ["srvn 2019/88", "SRVN2019/0088", "SRVN  2019 / 00088"])
def test_case_spaces_and_noughts_in_front_do_not_matter(dnr):
    assert read_dnr("SRVN {år}/{löpnr:04d}", dnr) == (2019, 88)


@pytest.mark.parametrize("dnr", ["SRVN 19/88", "RS 2019/88", "SRVN 2019/88-2", "SRVN 2019/٣", ""])
def test_what_is_not_of_the_series_has_no_number(dnr):
    assert read_dnr("SRVN {år}/{löpnr:04d}", dnr) is None
