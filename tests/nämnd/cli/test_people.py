"""A list of ledamöter read in from the command line."""

import io
from datetime import datetime

import pytest

from nämnd.cli import main
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.queries import uppdrag_rows
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.store import Store, place_of
from tests.builders import a_nämnd

NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time, as the user's clock shows it
HEAD = "Namn;Parti;Roll;Region\n"
GOOD = "Anna Ek;M;Ledamot;Skåne\nBo Öst;S;Ersättare;Region Skåne\n"


def opened(folder):
    return Store(place_of(str(folder / "x.db")), who="Eva Lind", clock=lambda: NOW)


@pytest.fixture
def key(tmp_path):
    store = opened(tmp_path)
    key = a_nämnd(store, "Vårdnämnden", kortnamn="VN")
    store.do(SaveHuvudmän(nämnd_id=key, drafts=(HuvudmanDraft("h1", "Region Skåne", 6, 6),)))
    store.close()
    return key


@pytest.fixture
def run(tmp_path, key):
    def run(text, *words, name="ledamöter.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        out, err = io.StringIO(), io.StringIO()
        place = ["--databas", str(tmp_path / "x.db"), "--namnd", "VN"]
        code = main(["importera", str(tmp_path / name), *place, *words], now=NOW, out=out, err=err)
        return code, out.getvalue(), err.getvalue()

    return run


def people(folder, key):
    store = opened(folder)
    try:
        return [row.person.namn for row in store.ask(lambda s: uppdrag_rows(s, key))]
    finally:
        store.close()


def test_a_list_is_read_in_and_again_changes_nothing(run, tmp_path, key):
    assert run(HEAD + GOOD) == (0, "Läste in ledamöter.csv: 2 nya uppdrag.\n", "")
    assert people(tmp_path, key) == ["Anna Ek", "Bo Öst"]
    assert run(HEAD + GOOD) == (0, "Läste in ledamöter.csv: 2 oförändrade.\n", "")


def test_a_row_with_an_error_refuses_all(run, tmp_path, key):
    code, out, err = run(HEAD + GOOD + "Cia;M;Ledamot;Skane\n")
    assert (code, out) == (1, "")
    assert err.startswith("ledamöter.csv är inte inläst. Ingenting har ändrats.")
    assert "– Rad 4, Region: «Skane» finns inte bland huvudmännen. Menade du Region Skåne?" in err
    assert people(tmp_path, key) == []


def test_rows_with_errors_are_left_out_when_asked_to(run, tmp_path, key):
    code, out, err = run(HEAD + GOOD + "Cia;M;Ledamot;Skane\n", "--hoppa-over-fel")
    assert (code, out) == (0, "Läste in ledamöter.csv: 2 nya uppdrag, 1 tas inte med.\n")
    assert err.startswith("Rad 4, Region: «Skane» finns inte")
    assert people(tmp_path, key) == ["Anna Ek", "Bo Öst"]


def test_a_question_is_never_answered_for_the_user(run, tmp_path, key):
    run(HEAD + GOOD)
    code, _, err = run(HEAD + "Anna Ek;C;Ersättare;Skåne\n")
    assert code == 1
    assert "Rad 2: är Anna Ek (C) samma person som Anna Ek (M), ledamot i Vårdnämnden?" in err
    run(HEAD + "Anna Ek;C;Ersättare;Skåne\n", "--hoppa-over-fel")
    assert people(tmp_path, key) == ["Anna Ek", "Bo Öst"]


def test_many_errors_are_told_in_part(run):
    _, _, err = run(HEAD + "X;;kassör;\n" * 40)
    assert err.count("\n– Rad") == 30
    assert err.endswith("– … och 10 till.\n")


def test_who_points_to_a_row_that_is_left_out_is_left_out_too(run, tmp_path, key):
    text = "Namn;Roll;Region;Ersätter\nAnna Ek;Ledamot;Mars;\nBo;Ersättare;Skåne;Anna Ek\n"
    code, out, _ = run(text, "--hoppa-over-fel")
    assert (code, out) == (0, "Läste in ledamöter.csv: 2 tas inte med.\n")
    assert people(tmp_path, key) == []


def test_a_file_that_is_no_list_is_refused(run):
    code, _, err = run("PK\x03\x04", name="ledamöter.xlsx")
    assert code == 1
    assert "ledamöter.xlsx är skadad eller bara delvis nedladdad" in err
