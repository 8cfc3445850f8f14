"""Importing: what is new comes in, what is there already is left alone or, when asked, replaced."""

import json
from datetime import date
from typing import Any

import pytest

from nämnd.logg.queries import latest
from nämnd.organisation.queries import nämnder
from nämnd.utbyte.commands import ImportUtbyte
from nämnd.utbyte.errors import UtbyteDiffersError, UtbyteError
from tests.builders import a_bilaga, a_nämnd, a_punkt, dagordning_in
from tests.nämnd.utbyte.making import (
    WHEN,
    differing,
    exported,
    full,
    prepared,
    small,
    take_in,
    write,
)

PUNKT = "sammanträden[0].punkter[0]"


def punkt(tree: dict[str, Any]) -> dict[str, Any]:
    return tree["sammanträden"][0]["punkter"][0]


def lines(store, path) -> list[tuple[str, str | None, str | None]]:
    return [(one.path, one.there, one.in_file) for one in differing(store, path)]


# The same file again


def test_the_same_file_again_changes_nothing_and_is_not_logged(there, tmp_path):
    before = len(there.ask(latest))
    path = write(tmp_path, full())
    assert differing(there, path) == ()
    assert take_in(there, path).changes == ()
    assert take_in(there, path, replace=True).changes == ()
    assert len(there.ask(latest)) == before


def test_an_import_is_one_entry_in_the_log_and_one_step_back(store, tmp_path):
    outcome = take_in(store, write(tmp_path, full()))
    assert [entry.rubrik for entry in store.ask(latest)] == ["läs in fil.json"]
    assert outcome.inverse is not None
    store.do(outcome.inverse)
    assert store.ask(nämnder) == ()
    take_in(store, write(tmp_path, full()))
    assert [row.id for row in store.ask(nämnder)] == ["n1"]


def test_a_replacing_import_can_be_undone(there, tmp_path):
    before = exported(there, tmp_path / "före")
    path = write(tmp_path, full(lambda tree: tree["sammanträden"][0]["punkter"].pop(0)))
    outcome = take_in(there, path, replace=True)
    assert outcome.inverse is not None
    there.do(outcome.inverse)
    assert exported(there, tmp_path / "efter") == before


def test_a_key_that_is_left_out_says_nothing_of_what_is_there(there, tmp_path):
    before = exported(there, tmp_path / "före")
    bare = small(punkter=[{"id": "k7", "rubrik": "Priser nästa år"},
                          {"id": "k8", "rubrik": "Anmälningsärenden"}])  # fmt: skip
    bare["sammanträden"][0]["dagar"] = full()["sammanträden"][0]["dagar"]
    path = write(tmp_path, bare)
    assert differing(there, path) == ()
    assert take_in(there, path, replace=True).changes == ()
    assert exported(there, tmp_path / "efter") == before


def test_null_says_that_something_is_empty(there, tmp_path):
    path = write(tmp_path, full(lambda tree: punkt(tree).update(föredragande=None)))
    assert lines(there, path) == [(f"{PUNKT}.föredragande", "Ulla Ceder", "–")]
    take_in(there, path, replace=True)
    assert punkt(exported(there, tmp_path / "ut"))["föredragande"] is None


def test_a_new_sammanträde_in_a_known_nämnd_needs_no_question(there, tmp_path):
    tree = small()
    tree["sammanträden"][0]["id"] = "s2"
    take_in(there, write(tmp_path, tree))
    out = exported(there, tmp_path / "ut")
    assert [one["id"] for one in out["sammanträden"]] == [
        "s2",
        "s1",
    ]  # same day; s1 is the fourth of the year
    assert out["nämnd"]["kortnamn"] == "NVN"


# Ids


def test_what_belongs_to_another_nämnd_is_refused_by_its_path(there, tmp_path):
    tree = full()
    tree["nämnd"].update(id="n2", namn="Södra vårdnämnden")
    with pytest.raises(UtbyteError) as refused:
        take_in(there, write(tmp_path, tree), replace=True)
    assert [finding.path for finding in refused.value.findings] == [
        "nämnd.huvudmän[0].id",
        "nämnd.huvudmän[1].id",
        "uppdrag[0].id",
        "uppdrag[1].id",
        "delegationsprotokoll[0].id",
        "delegationsbeslut[0].id",
        "delegationsbeslut[1].id",
        "sammanträden[0].id",
    ]
    assert refused.value.findings[0].found == "«h1», som redan är id för: huvudman"
    assert [row.id for row in there.ask(nämnder)] == ["n1"]


def test_people_are_shared_between_nämnder(there, tmp_path):
    tree = small() | {"personer": full()["personer"]}
    tree["nämnd"] = {"id": "n2", "namn": "Södra vårdnämnden"}
    tree["sammanträden"][0].update(id="s2", sekreterare="p1")
    take_in(there, write(tmp_path, tree))
    out = exported(there, tmp_path / "ut", "n2")
    assert [one["id"] for one in out["personer"]] == ["p1"]
    tree["personer"][0]["namn"] = "Åsa Ny"
    assert lines(there, write(tmp_path, tree)) == [("personer[0].namn", "Åsa Ek", "Åsa Ny")]


def test_an_id_that_is_something_else_there_is_refused(there, tmp_path):
    tree = small()
    tree["sammanträden"][0]["id"] = "k7"
    with pytest.raises(UtbyteError) as refused:
        take_in(there, write(tmp_path, tree))
    [finding] = refused.value.findings
    assert (finding.path, finding.found) == (
        "sammanträden[0].id",
        "«k7», som redan är id för: punkt",
    )


def test_a_punkt_of_another_sammanträde_is_refused(there, tmp_path):
    tree = small(punkter=[{"id": "k7", "rubrik": "Flyttad"}])
    tree["sammanträden"][0]["id"] = "s2"
    with pytest.raises(UtbyteError) as refused:
        take_in(there, write(tmp_path, tree))
    assert [finding.path for finding in refused.value.findings] == [f"{PUNKT}.id"]


def test_a_version_of_another_bilaga_is_refused(there, tmp_path):
    version = punkt(exported(there, tmp_path / "ut"))["bilagor"][0]["versioner"][0]["id"]
    paper = {"id": "b9", "rubrik": "Ny", "versioner": [{"id": version, "nummer": 1,
             "fil": "7A.pdf"}]}  # fmt: skip
    tree = full(lambda tree: punkt(tree)["bilagor"].append(paper))
    with pytest.raises(UtbyteError) as refused:
        take_in(there, write(tmp_path, tree), replace=True)
    at = f"{PUNKT}.bilagor[1].versioner[0].id"
    assert [finding.path for finding in refused.value.findings] == [at]


def test_a_nämnd_with_the_name_of_another_is_refused(store, tmp_path):
    key = a_nämnd(store, "Norra vårdnämnden")
    with pytest.raises(UtbyteError) as refused:
        take_in(store, write(tmp_path, small()))
    [finding] = refused.value.findings
    assert finding.path == "nämnd.namn"
    assert key in finding.found


# Small print


def test_the_time_of_a_file_without_one_is_when_it_was_imported(store, tmp_path):
    command = ImportUtbyte(prepared=prepared(store, write(tmp_path, full())), when=WHEN)
    store.do(command)
    paper = punkt(exported(store, tmp_path / "ut"))["bilagor"][0]
    assert [one["tillagd"] for one in paper["versioner"]] == [WHEN]


def test_text_is_composed_and_lines_are_kept(store, tmp_path):
    untidy = {"id": "k1", "rubrik": "  En\n  fra\u030aga\t", "föredragande": "", "tid": " "}
    tree = small(plats="Sal A\r\nO\u0308rebro\u2028\x0bNorr\x07", punkter=[untidy])
    take_in(store, write(tmp_path, tree))
    out = exported(store, tmp_path / "ut")
    assert out["sammanträden"][0]["plats"] == "Sal A\nÖrebro\n\nNorr"
    assert punkt(out)["rubrik"] == "En fråga"
    assert (punkt(out)["föredragande"], punkt(out)["tid"]) == (None, None)


def test_an_import_after_work_in_the_window_keeps_that_work_unless_told(there, tmp_path):
    path = write(tmp_path, full())
    mine = a_punkt(there, "s1", "Min egen")
    a_bilaga(there, mine)
    assert lines(there, path) == [("sammanträden[0].punkter", "Min egen", None)]
    with pytest.raises(UtbyteDiffersError):
        take_in(there, path)
    assert len(dagordning_in(there, "s1").punkter) == 3
    take_in(there, path, replace=True)
    assert [one.id for one in dagordning_in(there, "s1").punkter] == ["k7", "k8"]


def test_the_example_of_the_format_comes_in_as_far_as_it_is_modelled(store, tmp_path):
    tree = full()
    tree["sammanträden"][0]["dagar"] = [{"datum": "2019-11-22", "tider": [["08.30", "12.00"]]}]
    tree["sammanträden"][0]["punkter"] = [tree["sammanträden"][0]["punkter"][0]]
    take_in(store, write(tmp_path, tree))
    found = dagordning_in(store, "s1")
    assert found.sammanträde.day == date(2019, 11, 22)
    [only] = found.punkter
    assert (only.nummer, [one.beteckning for one in only.bilagor]) == (7, ["7A"])
    assert json.loads(json.dumps(tree)) == tree
