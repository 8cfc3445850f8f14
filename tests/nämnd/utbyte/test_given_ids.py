"""What comes without an id gets the same one each time."""

from copy import deepcopy
from typing import Any

import pytest

from nämnd.utbyte.given_ids import derived_id, give_ids
from tests.nämnd.utbyte.making import differing, small, take_in, write
from tests.nämnd.utbyte.whole import meeting, paragraf, whole

WITHOUT = ("närvaro", "frånvarande", "justerare")


def a_file(*people: str) -> dict[str, Any]:
    there = [{"person": one, "roll": "ledamot"} for one in people]
    return small(närvaro=there) | {"personer": [{"id": one, "namn": one} for one in set(people)]}


def ids(tree: dict[str, Any]) -> list[str]:
    given = deepcopy(tree)
    give_ids(given)
    return [one["id"] for one in meeting(given)["närvaro"]]


def test_the_same_file_gives_the_same_ids_and_each_object_its_own():
    assert ids(a_file("p1", "p2", "p1")) == ids(a_file("p1", "p2", "p1"))
    assert len(set(ids(a_file("p1", "p2", "p1")))) == 3


def test_a_new_line_leaves_the_ids_of_other_people_alone():
    before, after = ids(a_file("p1", "p2")), ids(a_file("p3", "p1", "p2"))
    assert after[1:] == before


def test_an_id_that_the_file_gives_stays_and_is_given_to_nobody_else():
    taken = derived_id("s1", "närvaro", "p1")
    tree = a_file("p1", "p1")
    meeting(tree)["närvaro"][1]["id"] = taken
    first, second = ids(tree)
    assert second == taken
    assert first != taken


@pytest.mark.parametrize("wrong", [None, 3, "x", [], [3], [{}], {"id": 3}, [{"id": []}]])
def test_what_is_malformed_is_left_to_the_reader(wrong):
    for tree in (wrong, {"sammanträden": wrong}, small(närvaro=wrong), small(paragrafer=wrong)):
        give_ids(deepcopy(tree))


def test_a_line_that_is_put_in_first_is_the_only_difference(store, tmp_path):
    def bare(tree: dict[str, Any]) -> None:
        for key in WITHOUT:
            for one in meeting(tree)[key]:
                del one["id"]
        del paragraf(tree)["jäv"][0]["id"]

    take_in(store, write(tmp_path, whole(bare)))
    tree = whole(bare)
    meeting(tree)["närvaro"].insert(0, {"person": "p4", "roll": "gäst"})
    [one] = differing(store, write(tmp_path, tree))
    assert (one.path, one.there) == ("sammanträden[0].närvaro[0]", None)
    assert one.in_file == "närvaro: David Åkerö"
