"""What is kept of a protokoll: all of it, or just a set of §§."""

import pytest
from hypothesis import given, settings

from nämnd.core import paragrafer
from nämnd.närvaro.values import InkalladRow
from nämnd.protokoll import frozen
from tests.builders import punkt_row
from tests.nämnd.protokoll.generated import protokoll as a_protokoll
from tests.protokoll_values import (
    for_paragrafer,
    frånvaro_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
)


@given(a_protokoll())
@settings(max_examples=60)
def test_what_is_kept_is_read_back_as_it_was(found):
    text = frozen.to_json(found)
    again = frozen.from_json(text)
    assert again == found
    assert frozen.to_json(again) == text


def test_what_is_written_otherwise_is_refused():
    with pytest.raises(ValueError, match="validation error"):
        frozen.from_json('{"nämnd": 1}')


@given(a_protokoll())
@settings(max_examples=60)
def test_a_set_of_all_has_every_paragraf(found):
    assert frozen.of_set(found, paragrafer.ALL).paragrafer == found.paragrafer


def test_a_set_has_its_own_paragrafer_and_those_who_were_there():
    whole = protokoll_of(
        paragraf_row(59, punkt_id="k1"),
        paragraf_row(60, punkt_id="k2"),
        paragraf_row(61, punkt_id="k3"),
        punkter=(punkt_row(1), punkt_row(2), punkt_row(3), punkt_row(4)),
        närvaro=(närvaro_row("p1"), närvaro_row("p2", "59"), närvaro_row("p3", "60–")),
        ordförande=(for_paragrafer("p1", "59"), for_paragrafer("p2", "60–")),
        justerare=(for_paragrafer("p4", "59–60"), for_paragrafer("p5", "61")),
    )
    part = frozen.of_set(whole, paragrafer.read("60 punkt 2, 61"))
    assert [one.nummer for one in part.paragrafer] == [60, 61]
    assert [one.nummer for one in part.punkter] == [2, 3]
    assert [one.person_id for one in part.närvaro] == ["p1", "p3"]
    assert [one.person_id for one in part.ordförande] == ["p2"]
    assert [one.person_id for one in part.justerare] == ["p4", "p5"]


def test_why_somebody_was_absent_goes_nowhere():
    away = frånvaro_row(
        "p9", skäl="sjuk", tid="2026-03-26T08:00:00", inkallade=(InkalladRow("p20", "nej", None),)
    )
    whole = protokoll_of(paragraf_row(59), frånvaro=(away,))
    text = frozen.to_json(frozen.of_set(whole, paragrafer.ALL))
    assert "sjuk" not in text
    assert '"person_id":"p9"' in text
