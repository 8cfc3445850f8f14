"""Närvaro and protokoll go out and in again without loss."""

import json
from typing import Any

import pytest

from nämnd.närvaro.queries import ordförande_rows
from nämnd.protokoll.queries import protokoll
from nämnd.tables import Ordförandeskap
from tests.nämnd.utbyte.making import (
    another_store,
    differing,
    export,
    exported,
    small,
    take_in,
    write,
)
from tests.nämnd.utbyte.test_round_trip import there_and_back
from tests.nämnd.utbyte.whole import AROUND, BARE, PARAGRAF, meeting, paragraf, whole


def test_every_key_comes_back_with_its_value(store, tmp_path):
    take_in(store, write(tmp_path, whole()))
    out = meeting(exported(store, tmp_path / "ut"))
    for key, value in AROUND.items():
        assert out[key] == value, key
    first, second = out["paragrafer"]
    assert first == PARAGRAF
    assert list(first) == list(PARAGRAF)
    assert second["id"] == BARE["id"]
    assert second.keys() == PARAGRAF.keys()
    assert out["dagar"][0]["öppnat"] == "08.31"


def test_a_whole_meeting_goes_there_and_back(store, tmp_path):
    take_in(store, write(tmp_path, whole()))
    there_and_back(store, tmp_path, "n1")


def test_the_same_file_again_changes_nothing(store, tmp_path):
    path = write(tmp_path, whole())
    take_in(store, path)
    assert differing(store, path) == ()
    assert take_in(store, path, replace=True).changes == ()


def test_one_meeting_alone_takes_everybody_along_who_is_mentioned(store, tmp_path):
    take_in(store, write(tmp_path, whole()))
    path = export(store, tmp_path / "ut", "n1", "s1")
    out = json.loads(path.read_text(encoding="utf-8"))
    assert {one["id"] for one in out["personer"]} == {"p1", "p2", "p3", "p4", "p17", "p18", "p30"}
    with another_store(tmp_path / "annan") as other:
        take_in(other, path)
        assert export(other, tmp_path / "igen", "n1", "s1").read_bytes() == path.read_bytes()


def test_what_was_read_is_what_the_program_works_with(store, tmp_path):
    take_in(store, write(tmp_path, whole()))
    found = store.ask(lambda session: protokoll(session, "s1"))
    assert [one.nummer for one in found.paragrafer] == [62, 63]
    first = found.paragrafer[0]
    assert [one.omgång for one in first.voteringar] == [1, 2]
    assert [one.slag for one in first.anteckningar] == [
        "protokollsanteckning",
        "särskilt yttrande",
        "ersättares mening",
    ]
    assert first.anteckningar[2].av == ("p17", "p18")
    assert (first.punkt_id, first.deltar_inte, first.klar) == ("k7", ("p4",), True)
    assert [one.paragrafer.text for one in found.ordförande] == ["–62", "63–"]
    assert found.vakanta_platser


@pytest.mark.parametrize("known", [{}, {"ja": 0}, {"ja": 4, "nej": 3, "avstår": 1}])
def test_what_has_not_been_counted_yet_stays_so(store, tmp_path, known):
    take_in(
        store,
        write(tmp_path, whole(lambda tree: paragraf(tree)["voteringar"][1].update(antal=known))),
    )
    found = store.ask(lambda session: protokoll(session, "s1"))
    assert found.paragrafer[0].voteringar[1].antal == known
    there_and_back(store, tmp_path, "n1")


# Like the example of the format: few §§, sets that name more


def like_the_example() -> dict[str, Any]:
    """Return a file of the shape that UTBYTE.md shows: no ids where it has none, one § of many."""
    tree = whole()
    sammanträde = meeting(tree)
    for key in ("närvaro", "frånvarande", "ordförande", "justerare"):
        for one in sammanträde[key]:
            del one["id"]
    sammanträde["ordförande"] = [{"person": "p1", "paragrafer": "59–74"}]
    sammanträde["justerare"] = [{"person": "p2", "paragrafer": "59–74"}]
    sammanträde["ajourneringar"] = [{"från": "10.45", "till": "11.30"}]
    sammanträde["vakanta_platser"] = [{"parti": "M"}]
    sammanträde["frånvarande"] = [{"person": "p4", "anmäld": True}]
    sammanträde["paragrafer"] = [sammanträde["paragrafer"][0]]
    for key in ("jäv", "reservationer", "protokollsanteckningar", "särskilda_yttranden",
                "ersättares_mening", "huvudmannabeslut"):  # fmt: skip
        for one in paragraf(tree)[key]:
            del one["id"]
    for key in ("slag", "klar", "tid", "dag"):
        del paragraf(tree)[key]
    return tree


def test_a_file_like_the_example_of_the_format_comes_in_once(store, tmp_path):
    path = write(tmp_path, like_the_example())
    take_in(store, path)
    assert differing(store, path) == ()
    assert take_in(store, path, replace=True).changes == ()
    out = meeting(exported(store, tmp_path / "ut"))
    assert out["ordförande"][0]["paragrafer"] == "59–74"
    for part in ("närvaro", "frånvarande", "ordförande", "justerare"):
        assert all(one["id"] for one in out[part])
    there_and_back(store, tmp_path, "n1")


def test_a_paragraf_that_has_its_outcomes_is_klar_unless_the_file_says_otherwise(store, tmp_path):
    def leave_out(tree: dict[str, Any]) -> None:
        open_one = {"id": "g64", "nummer": 64, "rubrik": "Öppen"}
        open_one["beslutspunkter"] = [{"id": "d9", "text": "Att"}]
        meeting(tree)["paragrafer"].append(open_one)
        del paragraf(tree)["klar"]

    take_in(store, write(tmp_path, whole(leave_out)))
    out = meeting(exported(store, tmp_path / "ut"))
    assert [one["klar"] for one in out["paragrafer"]] == [True, False, False]


def test_one_who_presides_over_everything_is_the_ordförande_of_the_sammanträde(store, tmp_path):
    tree = small(ordförande=[{"person": "p1"}]) | {"personer": [{"id": "p1", "namn": "Anna Ek"}]}
    path = write(tmp_path, tree)
    take_in(store, path)
    [row] = store.ask(lambda session: ordförande_rows(session, "s1"))
    assert row.person_id == "p1"
    assert store.ask(lambda session: session.query(Ordförandeskap).count()) == 0
    assert take_in(store, path, replace=True).changes == ()
    there_and_back(store, tmp_path, "n1")


def test_sets_of_paragrafer_are_kept_as_the_field_writes_them(store, tmp_path):
    untidy = {"§ 59 - 61 ,63": "59–61, 63", "14-": "14–", "63, 62 p. 2": "62 punkt 2, 63"}
    people = [{"id": f"p{n}", "namn": f"Person {n}"} for n in range(len(untidy))]
    there = [
        {"person": one["id"], "roll": "ledamot", "paragrafer": text}
        for one, text in zip(people, untidy, strict=True)
    ]
    path = write(tmp_path, small(närvaro=there) | {"personer": people})
    take_in(store, path)
    out = meeting(exported(store, tmp_path / "ut"))
    assert [one["paragrafer"] for one in out["närvaro"]] == list(untidy.values())
    assert take_in(store, path, replace=True).changes == ()
