"""Finished files are there whole or not at all."""

import sys
from pathlib import Path

import pytest

from nämnd.core.beside import save_beside
from nämnd.core.errors import DiskFullError, FolderNotWritableError


@pytest.fixture
def small_disk():
    """No file may grow over 1 000 bytes: what a full disk is to the program."""
    if sys.platform == "win32":
        pytest.skip("Windows can't limit how large a file may grow")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced(tmp_path):
    target = tmp_path / "kallelse.pdf"
    save_beside(target, b"ett")
    save_beside(target, b"tva")
    assert target.read_bytes() == b"tva"
    assert names(tmp_path) == ["kallelse.pdf"]


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_leaves_the_old_file(tmp_path):
    target = tmp_path / "kallelse.pdf"
    save_beside(target, b"gammal")
    with pytest.raises(DiskFullError):
        save_beside(target, b"x" * 5_000)
    assert target.read_bytes() == b"gammal"
    assert names(tmp_path) == ["kallelse.pdf"]


@pytest.mark.parametrize("folder", ["borta", "fil"])
def test_a_folder_that_is_none_is_refused(tmp_path, folder):
    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(FolderNotWritableError) as refusal:
        save_beside(tmp_path / folder / "kallelse.pdf", b"x")
    assert refusal.value.path == tmp_path / folder / "kallelse.pdf"
    assert names(tmp_path) == ["fil"]


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "kallelse.pdf").mkdir()
    with pytest.raises(FolderNotWritableError):
        save_beside(tmp_path / "kallelse.pdf", b"x")
    assert names(tmp_path) == ["kallelse.pdf"]
