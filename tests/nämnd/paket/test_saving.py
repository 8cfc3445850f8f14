"""An utskick is there whole or not at all, whatever happens on the way."""

import resource
from pathlib import Path

import pikepdf
import pytest

from nämnd.core.beside import half_of
from nämnd.core.errors import DiskFullError, FolderNotWritableError
from nämnd.core.progress import Progress, finish
from nämnd.core.worker import Worker
from nämnd.paket.plan import UtskickPlan
from nämnd.paket.utskick import make_utskick
from nämnd.paket.zip import make_zip
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import untagged
from tests.nämnd.paket.material import tagged, word_file

KINDS = {"pdf": make_utskick, "zip": make_zip}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ut"
    made.mkdir()
    return made


@pytest.fixture
def plan(make, tmp_path) -> UtskickPlan:
    files = [tagged(tmp_path / "a.pdf", 2), untagged(tmp_path / "b.pdf", 2)]
    return make.plan(*(part(path, str(number)) for number, path in enumerate(files, start=1)))


def steps_of(work, most: int) -> int:
    """Take at most so many steps and stop; return how many were taken."""
    taken = 0
    for _ in work:
        taken += 1
        if taken == most:
            work.close()
    return taken


@pytest.mark.parametrize("kind", KINDS)
def test_stopped_at_any_step_it_leaves_the_old_file_and_nothing_else(plan, folder, kind):
    target = folder / f"utskick.{kind}"
    target.write_bytes(b"gammal")
    total = len(list(KINDS[kind](plan, folder / "hel")))
    (folder / "hel").unlink()
    for most in range(1, total):
        assert steps_of(KINDS[kind](plan, target), most) == most
        assert target.read_bytes() == b"gammal"
        assert list(folder.iterdir()) == [target]


@pytest.mark.parametrize("kind", KINDS)
def test_it_tells_how_far_it_has_come(plan, folder, kind):
    told = list(KINDS[kind](plan, folder / "a"))
    done = [one.done for one in told]
    assert done == sorted(done)
    assert told[-1] == Progress(told[-1].total, told[-1].total, "Klart")
    assert "Lägger till bilaga 2" in [one.what for one in told]


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_leaves_the_old_file(plan, folder, kind):
    target = folder / f"utskick.{kind}"
    target.write_bytes(b"gammal")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, usual[1]))
    try:
        with pytest.raises(DiskFullError):
            finish(KINDS[kind](plan, target))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert target.read_bytes() == b"gammal"
    assert list(folder.iterdir()) == [target]


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_is_gone_or_a_file_is_refused(plan, folder, kind):
    (folder / "fil").touch()
    for target in (folder / "borta" / "a", folder / "fil" / "a"):
        with pytest.raises(FolderNotWritableError):
            finish(KINDS[kind](plan, target))
    assert [one.name for one in folder.iterdir()] == ["fil"]


def test_a_cache_that_cannot_be_written_is_refused(make, tmp_path, folder):
    (tmp_path / "cache").touch()
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    with pytest.raises(FolderNotWritableError):
        finish(make_utskick(plan, folder / "a.pdf"))
    assert list(folder.iterdir()) == []


def test_what_a_killed_process_left_is_written_over(plan, folder):
    target = folder / "utskick.pdf"
    half_of(target).write_bytes(b"halv" * 1_000_000)
    finish(make_utskick(plan, target))
    assert list(folder.iterdir()) == [target]


def test_the_longest_name_has_room_beside_it(folder):
    target = folder / ("ö" * 127)
    half_of(target).write_bytes(b"")


def test_it_runs_in_the_helper_process(plan, folder):
    worker = Worker()
    try:
        result = finish(worker.run(make_utskick, plan, folder / "utskick.pdf"))
    finally:
        worker.close()
    assert result == finish(make_utskick(plan, folder / "utskick.pdf"))


def test_the_file_is_well_formed(whole):
    with pikepdf.open(whole.path) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
