"""What follows of a beslut, and how words are looked for."""

import pytest

from nämnd.register.rules import has_words, uppföljning
from nämnd.register.values import Uppföljning


@pytest.mark.parametrize(
    ("justerat", "expedierat", "huvudmän", "expected"),
    [
        (False, (), None, Uppföljning.INTE_JUSTERAT),
        (False, (True,), (2, 2), Uppföljning.INTE_JUSTERAT),
        (True, (), None, Uppföljning.INGET),
        (True, (True, False), None, Uppföljning.INTE_EXPEDIERAT),
        (True, (True, True), None, Uppföljning.EXPEDIERAT),
        (True, (False,), (0, 4), Uppföljning.INTE_EXPEDIERAT),
        (True, (True,), (2, 4), Uppföljning.VÄNTAR_PÅ_HUVUDMÄN),
        (True, (), (4, 4), Uppföljning.HUVUDMÄN_HAR_BESLUTAT),
    ],
)
def test_the_first_thing_that_is_left_to_do_is_told(justerat, expedierat, huvudmän, expected):
    found = uppföljning(justerat=justerat, expedierat=expedierat, huvudmän=huvudmän)
    assert found is expected


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", True),
        ("PRISER", True),
        ("  priser   vård ", True),
        ("vard", False),  # å is no a
        ("A\u030adalen", True),  # å as two signs
        ("§ 62", True),
        ("priser saknas", False),
    ],
)
def test_every_word_must_be_there_whatever_its_case(wanted, found):
    assert has_words(wanted, ("§ 62", "Regionala priser", "Vård i Ådalen")) is found
