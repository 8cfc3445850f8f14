"""Swedish as Swedes search."""

import pytest

from tests.nämnd.sök.cases import FOUND, NOT_FOUND
from tests.nämnd.sök.indexes import a_doc, index_of, keys

CASES = [*((*case, True) for case in FOUND), *((*case, False) for case in NOT_FOUND)]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    docs = [a_doc(str(number), body=text) for number, (_, text, _) in enumerate(CASES)]
    return index_of(tmp_path_factory.mktemp("sök"), *docs)


@pytest.mark.parametrize(
    ("number", "asked", "expected"),
    [(number, asked, expected) for number, (asked, _, expected) in enumerate(CASES)],
    ids=str,
)
def test_what_a_swede_expects_is_found_and_nothing_else(index, number, asked, expected):
    assert (str(number) in keys(index, asked, limit=500)) == expected, CASES[number]
