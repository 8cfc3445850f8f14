"""`namnd sok`: without a screen."""

import io
import json

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.cli import main
from nämnd.publicering.commands import SavePublicering
from nämnd.sammanträde.bilaga_commands import ReplaceFile
from tests.builders import WHEN, a_bilaga, a_file, a_nämnd, a_punkt, a_sammanträde
from tests.conftest import NOW
from tests.nämnd.sök.indexes import an_ärende
from tests.processes import room_for


@pytest.fixture
def run(store):
    def run(*words, code=0):
        out, err = io.StringIO(), io.StringIO()
        where = ("--databas", str(store.place.path))
        assert main(["sok", *words, *where], now=NOW, out=out, err=err) == code, err.getvalue()
        return out.getvalue() + err.getvalue()

    return run


def test_what_is_found_is_listed_while_the_program_is_open(store, run):
    an_ärende(store, rubrik="Ambulans i norr", handläggare="Anna Ek")
    head, place = "1. VN 2026/0007 Ambulans i norr (ärende)", "Vårdnämnden i Ådalen, 2 mars 2026"
    assert run("ambulans") == f"{head}\n   {place}\n   Anna Ek\n"


def test_json_has_what_another_program_needs(store, run):
    ärende_id = an_ärende(store, rubrik="Ambulans i norr", handläggare="Anna Ek")
    (found,) = json.loads(run("ambulans", "--format", "json"))
    wanted = {"kind": "ärende", "id": ärende_id, "rank": 1, "snippet": "Anna Ek", "sida": None}
    assert {key: found[key] for key in wanted} == wanted
    assert (found["title"], found["place"]) == (
        "VN 2026/0007 Ambulans i norr",
        "Vårdnämnden i Ådalen, 2 mars 2026",
    )


def test_nothing_found_is_no_error(run):
    assert run("xyzzy") == ""
    assert run("xyzzy", "--format", "json") == "[]\n"


def test_kind_nämnd_and_count_can_be_chosen(store, run):
    nämnd_id = a_nämnd(store, "Ena")
    an_ärende(store, nämnd_id, rubrik="Ambulans")
    for number in range(3):
        a_punkt(store, a_sammanträde(store, a_nämnd(store, f"Andra {number}")), "Ambulans")
    assert run("ambulans", "--slag", "arende").startswith("1. VN 2026/0007 Ambulans (ärende)")
    assert run("ambulans", "--namnd", "Ena").count("Ambulans") == 1
    assert "Det finns fler än 2." in run("ambulans", "--antal", "2")


def test_an_unknown_nämnd_is_told(store, run):
    an_ärende(store)
    assert "Okänd" in run("ambulans", "--namnd", "Okänd", code=1)


def test_a_review_that_does_not_hold_any_more_shows_nothing_to_everybody(store, run):
    files = FileStore(store.place.files)
    punkt_id = a_punkt(store, a_sammanträde(store))
    file = a_file(files, "Om zebran", "brev.txt")
    bilaga_id = a_bilaga(store, punkt_id, "Zebra", file=file)
    reviewed = SavePublicering(vad="bilaga", key=bilaga_id, val="ja", granskat=file.sha256)
    store.do(reviewed)
    assert "zebran" in run("zebra", "--publik")
    newer = a_file(files, "Om zebran igen", "brev.txt")
    store.do(ReplaceFile(bilaga_id=bilaga_id, file=newer, when=WHEN))
    assert run("zebra", "--publik") == ""
    assert "Zebra" in run("zebra")


def test_an_index_that_can_t_be_written_answers_with_what_it_has(store, run):
    nämnd_id = a_nämnd(store)
    an_ärende(store, nämnd_id, rubrik="Ambulans")
    run("ambulans")
    an_ärende(store, nämnd_id, rubrik="Ambulans två", dnr="VN 2026/0008")
    with room_for(36_000):
        said = run("ambulans")
    assert "Sökregistret är 1 ändringar efter." in said
    assert "VN 2026/0007 Ambulans" in said
    assert "två" not in said


def test_an_index_that_can_t_be_made_is_told(store, run):
    an_ärende(store)
    store.place.path.with_name("namnd.db.sok").mkdir()
    assert "kan inte skrivas" in run("ambulans", code=1)
