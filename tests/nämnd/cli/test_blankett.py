"""The forms of an överenskommelse without a window."""

import io
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from nämnd.cli import main
from nämnd.store import Store, place_of
from nämnd.överenskommelse.commands import AddBlankett, AddÖverenskommelse
from tests.builders import a_nämnd
from tests.conftest import NOW
from tests.nämnd.överenskommelse.drafts import ÖVERENSKOMMELSE, rekvisition


class Case:
    """A database with a nämnd and an överenskommelse of two recipients."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.place = folder, place_of(str(folder / "namnd.db"))
        self.do(self._fill)
        self.key = self.add()

    def _fill(self, store: Store) -> None:
        self.nämnd = a_nämnd(store)

    def do(self, act) -> None:
        with closing(Store(self.place, who="Eva Lind", clock=lambda: NOW)) as store:
            act(store)

    def add(self, **facts) -> str:
        new = AddÖverenskommelse(nämnd_id=self.nämnd, draft=replace(ÖVERENSKOMMELSE, **facts))
        self.do(lambda store: store.do(new))
        return new.överenskommelse_id

    def export(self, *words: str) -> tuple[int, list[Path], str]:
        out, err = io.StringIO(), io.StringIO()
        end = ("--till", str(self.folder / "ut"), "--databas", self.place.shown)
        code = main(("exportera", *words, *end), now=NOW, out=out, err=err)
        return code, [Path(line) for line in out.getvalue().splitlines()], err.getvalue()


@pytest.fixture
def case(tmp_path) -> Case:
    return Case(tmp_path)


def test_each_recipient_gets_a_rekvisition_and_what_it_lacks_is_told(case):
    code, files, said = case.export("rekvisition")
    assert code == 0
    assert [one.name for one in files] == [
        "Rekvisition Region Norr Nära vård i Ådalen 2027.pdf",
        "Rekvisition Söders län Nära vård i Ådalen 2027.pdf",
    ]
    assert all(one.read_bytes().startswith(b"%PDF") for one in files)
    assert said.splitlines()[0].startswith("Region Norr: det saknas «Organisationsnummer»,")


def test_a_form_that_is_kept_is_the_one_that_is_written(case):
    new = AddBlankett(överenskommelse_id=case.key, draft=rekvisition(belopp=777))
    case.do(lambda store: store.do(new))
    code, (file,), said = case.export(
        "rekvisition", "--mottagare", "norrs län", "--format", "docx", "--overenskommelse", "nära"
    )
    assert (code, said) == (0, "")
    document = Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = [one.text for one in document.paragraphs] + cells
    assert any("777 kronor" in one for one in words)


def test_an_ekonomisk_redovisning_has_its_own_name(case):
    _, (file,), _ = case.export("ekonomisk-redovisning", "--mottagare", "Region Söder")
    assert file.name == "Ekonomisk redovisning Söders län Nära vård i Ådalen 2027.pdf"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rekvisition", "--mottagare", "Väst"), "Ingen rad i tabellerna heter Väst."),
        (("rekvisition", "--overenskommelse", "Annat"), "ingen överenskommelse Annat"),
        (("rekvisition", "--format", "xlsx"), "xlsx"),
        (("protokoll", "--mottagare", "Norr"), "--mottagare"),
    ],
)
def test_what_cannot_be_written_is_refused_in_words(case, words, said):
    code, files, told = case.export(*words)
    assert code != 0
    assert files == []
    assert said in told
    assert "Traceback" not in told


def test_it_asks_which_when_there_are_several(case):
    case.add(rubrik="Barnhälsovård 2027")
    code, files, said = case.export("rekvisition")
    assert (code != 0, files) == (True, [])
    assert "Ange vilken överenskommelse det gäller" in said


def test_without_a_table_nobody_is_known_to_get_anything(case):
    case.add(rubrik="Barnhälsovård 2027", tabeller=())
    code, _, said = case.export("rekvisition", "--overenskommelse", "Barnhälsovård 2027")
    assert code != 0
    assert "ingen tabell" in said
