"""Files are taken in one by one: those that can't be read stop none of the others."""

from pathlib import Path

import pytest

from nämnd.core.errors import FileMissingError, NotAFileError
from nämnd.core.progress import Progress, finish
from nämnd.exempel import make_example
from nämnd.sammanträde.queries import dagordning, sammanträden
from tests.conftest import NOW
from ui.counting import count_pages
from ui.sammanträde.adding import take_files


@pytest.fixture
def pdf(store, files) -> Path:
    """A bilaga of the example, which has four pages."""
    nämnd_id = make_example(store, files, now=NOW)
    key = store.ask(lambda session: sammanträden(session, nämnd_id))[0].id
    bilagor = store.ask(lambda session: dagordning(session, key)).bilagor
    return next(files.path_of(one.fil.sha256) for one in bilagor if one.fil and one.fil.sidor == 4)


def test_each_file_is_kept_with_its_pages_and_told_of(files, workers, pdf, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("Hej")
    work = take_files(files, workers[1], (pdf, text))
    steps: list[Progress] = []
    try:
        while True:
            steps.append(next(work))
    except StopIteration as end:
        taken = end.value
    assert [one.pages for one in taken.files] == [4, None]
    assert all(files.has(one.sha256) for one in taken.files)
    assert [one.what for one in steps if one.what] == [
        f"Lägger till {pdf.name} …",
        "Lägger till text.txt …",
    ]


def test_what_can_not_be_read_is_refused_by_name(files, workers, tmp_path):
    good = tmp_path / "bra.txt"
    good.write_text("Hej")
    taken = finish(take_files(files, workers[1], (tmp_path / "borta.pdf", tmp_path, good)))
    assert [type(one) for one in taken.refused] == [FileMissingError, NotAFileError]
    assert [one.name for one in taken.files] == ["bra.txt"]


def test_a_name_that_no_database_can_hold_is_made_showable(files, workers, tmp_path):
    path = Path(f"{tmp_path}/del\udcffen\u202efdp.txt")
    path.write_text("Hej")
    (kept,) = finish(take_files(files, workers[1], (path,))).files
    assert kept.name == "del�en�fdp.txt"


def test_pages_are_counted_of_pdfs_only(pdf, tmp_path):
    text, half = tmp_path / "text.txt", tmp_path / "halv.pdf"
    text.write_text("Hej")
    half.write_bytes(pdf.read_bytes()[:200])
    assert [finish(count_pages(one)) for one in (pdf, text, half)] == [4, None, None]
