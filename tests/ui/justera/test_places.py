"""Where an answer is written, and what it is called."""

from pathlib import Path

import pytest

from tests.ui.justera.packages import ANNA, NAME
from ui.justera.places import answer_name, place_for_answers


@pytest.fixture
def documents(tmp_path):
    return tmp_path / "Dokument"


def test_an_answer_lies_beside_the_package(tmp_path, documents):
    assert place_for_answers(tmp_path / NAME, documents, ()) == tmp_path


def test_from_a_folder_that_is_emptied_it_goes_to_the_documents(tmp_path, documents):
    inside = tmp_path / "tmp" / "bilaga"
    inside.mkdir(parents=True)
    found = place_for_answers(inside / NAME, documents, (tmp_path / "tmp",))
    assert found == documents


@pytest.mark.parametrize("name", ["Content.Outlook", "INetCache", "Mail Downloads"])
def test_so_it_does_from_where_mail_programs_put_what_one_opens(tmp_path, documents, name):
    inside = tmp_path / name / "A1B2"
    inside.mkdir(parents=True)
    assert place_for_answers(inside / NAME, documents, ()) == documents


def test_the_folder_of_passing_files_of_the_computer_is_known(documents):
    import tempfile

    assert place_for_answers(Path(tempfile.gettempdir()) / NAME, documents) == documents


def test_an_answer_is_called_as_its_package_and_who_answers():
    name = answer_name(Path(NAME), ANNA)
    assert name == "Vårdnämnden 2026-03-27 §§ 59–64 v2 svar Anna Ek (M).svar"
