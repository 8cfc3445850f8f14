"""Numbers and beteckningar of a file: derived from the order, or standing as they are given."""

from typing import Any

import pytest

from nämnd.utbyte.errors import UtbyteDiffersError, UtbyteError
from tests.builders import a_bilaga, a_person, a_punkt, dagordning_in, send
from tests.nämnd.utbyte.making import another_store, differing, exported, small, take_in, write

UTSKICK = [{"id": "x1", "datum": "2019-11-13", "slag": "kallelse"}]


def punkt(key: str, nummer: int | None = None, *papers: str | None, **facts: Any) -> dict[str, Any]:
    """Return a punkt whose bilagor have these beteckningar."""
    bilagor = [
        {"id": f"{key}b{place}", "rubrik": "Missiv", "beteckning": label}
        for place, label in enumerate(papers)
    ]
    return {"id": key, "nummer": nummer, "rubrik": f"Om {key}", "bilagor": bilagor, **facts}


def taken_in(store, tmp_path, *punkter: dict[str, Any], **facts: Any) -> list[str]:
    """Import punkter into an empty nämnd; check that they go there and back; return numbers."""
    path = write(tmp_path, small(punkter=list(punkter), **facts))
    take_in(store, path)
    assert take_in(store, path).changes == ()
    out = exported(store, tmp_path / "ut")
    with another_store(tmp_path / "annan") as other:
        take_in(other, tmp_path / "ut" / "utbyte.json")
        assert exported(other, tmp_path / "igen") == out
    return numbers(store)


def numbers(store) -> list[str]:
    """Return number and beteckningar of each punkt; «!» where the number stands."""
    return [
        " ".join([f"{one.nummer}{'!' * one.står}", *(paper.beteckning for paper in one.bilagor)])
        for one in dagordning_in(store, "s1").punkter
    ]


def test_numbers_that_follow_from_the_order_are_not_kept(store, tmp_path):
    found = taken_in(store, tmp_path, punkt("k1", 1, "1A", "1B"), punkt("k2", 2, "2"))
    assert found == ["1 1A 1B", "2 2"]
    assert "sista_nummer" not in exported(store, tmp_path / "ut")["sammanträden"][0]
    a_punkt(store, "s1", at=1)
    assert numbers(store) == ["1", "2 2A 2B", "3 3"]


def test_numbers_that_are_not_given_are_derived(store, tmp_path):
    found = taken_in(store, tmp_path, punkt("k1", None, None), punkt("k2", None, None, None))
    assert found == ["1 1", "2 2A 2B"]


def test_a_number_that_does_not_follow_from_the_order_lets_all_that_are_given_stand(
    store, tmp_path
):
    found = taken_in(store, tmp_path, punkt("k1", 1, "1"), punkt("k5", 5, "5A", "5C"), punkt("k0"))
    assert found == ["1! 1", "5! 5A 5C", "6"]
    a_bilaga(store, "k5")
    a_punkt(store, "s1", at=1)
    assert numbers(store) == ["6", "1! 1", "5! 5A 5C 5D", "7"]


def test_a_beteckning_that_does_not_follow_from_the_order_stands(store, tmp_path):
    found = taken_in(store, tmp_path, punkt("k1", 1, "1A"), punkt("k2", 2, "Bilaga 9"))
    assert found == ["1! 1A", "2! Bilaga 9"]


def test_numbers_stand_once_a_kallelse_has_gone_out(store, tmp_path):
    found = taken_in(store, tmp_path, punkt("k1", 1, "1"), punkt("k2", 2), utskick=UTSKICK)
    assert found == ["1! 1", "2!"]
    a_bilaga(store, "k1")
    a_punkt(store, "s1", at=1)
    assert numbers(store) == ["3", "1! 1 1B", "2!"]
    assert [one.tillkom_efter_kallelsen for one in dagordning_in(store, "s1").punkter] == [
        True,
        False,
        False,
    ]


def test_a_kallelse_to_a_dagordning_without_punkter_counts_as_gone_out(store, tmp_path):
    assert taken_in(store, tmp_path, utskick=UTSKICK) == []
    a_punkt(store, "s1")
    assert dagordning_in(store, "s1").punkter[0].tillkom_efter_kallelsen


def test_what_the_file_says_stands_or_does_not_is_taken_at_its_word(store, tmp_path):
    found = taken_in(
        store,
        tmp_path,
        punkt("k9", 9, står=True),
        punkt("k12", 13, "13", står=False),
        sista_nummer=12,
    )
    assert found == ["9!", "13 13"]


def test_a_number_that_contradicts_an_order_it_follows_from_is_refused(store, tmp_path):
    path = write(tmp_path, small(punkter=[punkt("k1", 4, står=False)]))
    with pytest.raises(UtbyteError) as refused:
        take_in(store, path)
    [finding] = refused.value.findings
    assert (finding.path, finding.found) == ("sammanträden[0].punkter[0].nummer", "«4»")
    assert finding.expected.startswith("«1», som följer av ordningen")


def test_a_file_from_before_the_kallelse_changes_nothing_after_it(store, tmp_path):
    path = write(tmp_path, small(punkter=[punkt("k1", 1, "1"), punkt("k2", 2)], utskick=[]))
    take_in(store, path)
    send(store, "s1", a_person(store))
    assert numbers(store) == ["1! 1", "2!"]
    assert take_in(store, path).changes == ()


def test_another_number_than_the_one_that_has_gone_out_is_told_and_replaced(store, tmp_path):
    take_in(store, write(tmp_path, small(punkter=[punkt("k1", 1, "1"), punkt("k2", 2)])))
    send(store, "s1", a_person(store))
    path = write(tmp_path, small(punkter=[punkt("k1", 1, "1X"), punkt("k2", 4)]))
    with pytest.raises(UtbyteDiffersError):
        take_in(store, path)
    assert [(one.path, one.there, one.in_file) for one in differing(store, path)] == [
        ("sammanträden[0].punkter[0].bilagor[0].beteckning", "1", "1X"),
        ("sammanträden[0].punkter[1].nummer", "2", "4"),
    ]
    take_in(store, path, replace=True)
    assert numbers(store) == ["1! 1X", "4!"]
    assert take_in(store, path).changes == ()


def test_that_a_number_has_gone_out_or_not_is_a_difference_of_its_own(store, tmp_path):
    take_in(store, write(tmp_path, small(punkter=[punkt("k1", 1, "1")])))
    paper = punkt("k1", 1, "1", står=True, sista_bokstav=3)
    paper["bilagor"][0]["står"] = True
    path = write(tmp_path, small(punkter=[paper], sista_nummer=7))
    assert [one.path.removeprefix("sammanträden[0].") for one in differing(store, path)] == [
        "sista_nummer",
        "punkter[0].sista_bokstav",
        "punkter[0].står",
        "punkter[0].bilagor[0].står",
    ]
    take_in(store, path, replace=True)
    assert numbers(store) == ["1! 1"]
    a_bilaga(store, "k1")
    a_punkt(store, "s1")
    assert numbers(store) == ["1! 1 1D", "8"]
    taken_back = punkt("k1", 1, "1", står=False)
    taken_back["bilagor"][0]["står"] = True
    path = write(tmp_path, small(punkter=[taken_back], sista_nummer=None))
    with pytest.raises(UtbyteError):
        take_in(store, path, replace=True)  # 8 would be next: 1 has been used


def test_bilagor_the_file_says_nothing_of_keep_their_beteckningar(store, tmp_path):
    take_in(store, write(tmp_path, small(punkter=[punkt("k1", 3, "3A", "3C")])))
    silent = {"id": "k1", "nummer": 5, "rubrik": "Om k1"}
    path = write(tmp_path, small(punkter=[silent]))
    assert [one.path for one in differing(store, path)] == ["sammanträden[0].punkter[0].nummer"]
    take_in(store, path, replace=True)
    assert numbers(store) == ["5! 3A 3C"]
