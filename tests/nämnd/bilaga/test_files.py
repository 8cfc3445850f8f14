"""Files are kept by content, whole or not at all."""

import errno
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import (
    DiskFullError,
    FileDamagedError,
    FileMissingError,
    FileUnreadableError,
    FolderNotWritableError,
    NotAFileError,
)
from nämnd.error_messages import message_for
from tests.nämnd.bilaga.programs import keep_until_killed
from tests.nämnd.store.test_opening import NO_RIGHTS
from tests.processes import CONTEXT, in_child, room_for, without_privilege

SIZE = 3_000_000  # more than one block


@pytest.fixture
def kept_in(tmp_path):
    return tmp_path / "namnd.db.filer"


@pytest.fixture
def keeper(kept_in):
    return FileStore(kept_in)


def lying_in(folder):
    """Return what lies in the store, by name."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def a_source(folder, name="missiv.pdf", content=b"underlag"):
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_kept_as_it_is_under_its_checksum(tmp_path, keeper, kept_in):
    content = os.urandom(SIZE)
    kept = keeper.keep(a_source(tmp_path, content=content))
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (kept.name, kept.size, kept.pages) == ("missiv.pdf", SIZE, None)
    assert keeper.read(kept.sha256, kept.name) == content
    assert keeper.has(kept.sha256)
    assert lying_in(kept_in) == [kept.sha256]


def test_the_same_file_under_many_names_lies_there_once(tmp_path, keeper, kept_in):
    sums = {keeper.keep(a_source(tmp_path, f"{number}.pdf")).sha256 for number in range(50)}
    sums.add(keeper.keep_bytes(b"underlag", "igen.pdf").sha256)
    assert lying_in(kept_in) == sorted(sums)
    assert len(sums) == 1


def test_an_empty_file_can_be_kept(tmp_path, keeper):
    kept = keeper.keep(a_source(tmp_path, content=b""))
    assert kept.size == 0
    assert keeper.read(kept.sha256, kept.name) == b""


def test_the_original_may_go_away(tmp_path, keeper):
    source = a_source(tmp_path)
    kept = keeper.keep(source)
    source.write_bytes(b"annat")
    source.unlink()
    assert keeper.read(kept.sha256, kept.name) == b"underlag"


def test_a_name_in_another_encoding_or_form_is_kept_so_that_it_can_be_shown(tmp_path, keeper):
    assert keeper.keep_bytes(b"1", "rådets.pdf").name == "rådets.pdf"
    odd = os.fsdecode(b"\xe5r.pdf")  # ISO 8859-1 on Linux: no text, and nothing a table can hold
    name = keeper.keep_bytes(b"2", odd).name
    assert name.encode()
    assert name.endswith("r.pdf")


@pytest.mark.parametrize("name", ["../../x", "C:\\x", "a\x00b", "\u202egpj.exe", "x" * 300, ""])
def test_a_hostile_name_leads_nowhere(keeper, kept_in, name):
    kept = keeper.keep_bytes(b"x", name)
    assert lying_in(kept_in.parent) == [kept.sha256]
    assert kept.name.isprintable()


@pytest.mark.parametrize(
    "checksum",
    ["../../../etc/passwd", "/etc/passwd", "", "..", "A" * 64, "0" * 63, "0" * 64 + "\n"],
)
def test_what_is_no_checksum_leads_nowhere(keeper, checksum):
    assert not keeper.has(checksum)
    with pytest.raises(FileMissingError):
        keeper.path_of(checksum)
    with pytest.raises(FileMissingError):
        keeper.read(checksum, "missiv.pdf")


def test_a_file_that_is_gone_is_missed_by_its_name(keeper):
    kept = keeper.keep_bytes(b"x", "missiv.pdf")
    keeper.path_of(kept.sha256).unlink()
    with pytest.raises(FileMissingError) as caught:
        keeper.read(kept.sha256, kept.name)
    assert "missiv.pdf" in message_for(caught.value)


@pytest.mark.parametrize("how", ["a bit", "cut off", "emptied", "another file"])
def test_a_file_that_has_changed_is_noticed_and_mended_from_the_original(tmp_path, keeper, how):
    source = a_source(tmp_path, content=b"underlag" * 1000)
    kept = keeper.keep(source)
    path = keeper.path_of(kept.sha256)
    data = bytearray(path.read_bytes())
    data[4000] ^= 1
    change = {"a bit": bytes(data), "cut off": data[:4000], "emptied": b"", "another file": b"x"}
    path.write_bytes(change[how])
    with pytest.raises(FileDamagedError) as caught:
        keeper.read(kept.sha256, kept.name)
    assert "missiv.pdf" in message_for(caught.value)
    assert "Lägg till den på nytt från originalet" in message_for(caught.value)
    assert keeper.keep(source) == kept  # the remedy it names
    assert keeper.read(kept.sha256, kept.name) == b"underlag" * 1000


def test_what_is_no_file_is_refused(tmp_path, keeper, kept_in):
    with pytest.raises(FileMissingError):
        keeper.keep(tmp_path / "borta.pdf")
    with pytest.raises(FileMissingError):
        keeper.keep(tmp_path / "a\x00b")
    with pytest.raises(NotAFileError):
        keeper.keep(tmp_path)
    with pytest.raises(FileUnreadableError) as caught:
        keeper.keep(tmp_path / ("x" * 300))
    assert "namnet är för långt" in message_for(caught.value)
    assert not kept_in.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_file(tmp_path, keeper):
    os.mkfifo(tmp_path / "rör.pdf")
    with pytest.raises(NotAFileError):
        keeper.keep(tmp_path / "rör.pdf")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has /proc")
def test_a_file_that_fails_while_it_is_read_is_not_called_a_full_disk(keeper, kept_in):
    with pytest.raises(FileUnreadableError) as caught:
        keeper.keep(Path("/proc/self/mem"))  # opens as a file, and can't be read from its start
    assert "/proc/self/mem" in message_for(caught.value)
    assert lying_in(kept_in) == []


@NO_RIGHTS
def test_a_file_that_may_not_be_read_is_named_and_a_folder_that_may_not_be_written_in():
    folder = Path(tempfile.mkdtemp())
    source, kept_in = a_source(folder), folder / "filer"
    kept_in.mkdir()
    try:
        source.chmod(0o000)
        kept_in.chmod(0o555)
        folder.chmod(0o755)
        with without_privilege():
            with pytest.raises(FileUnreadableError) as unreadable:
                FileStore(kept_in).keep(source)
            with pytest.raises(FolderNotWritableError) as unwritable:
                FileStore(kept_in).keep_bytes(b"x", "missiv.pdf")
            FileStore(kept_in).sweep()
    finally:
        kept_in.chmod(0o755)
        shutil.rmtree(folder)
    assert str(source) in message_for(unreadable.value)
    assert str(kept_in) in message_for(unwritable.value)
    for error in (unreadable.value, unwritable.value):
        assert "du har inte behörighet" in message_for(error)


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "filer").write_text("en fil")
    for folder in (tmp_path / "filer", tmp_path / "filer" / "djupare"):
        with pytest.raises(FolderNotWritableError) as caught:
            FileStore(folder).keep_bytes(b"x", "missiv.pdf")
        assert str(folder) in message_for(caught.value)
    assert (tmp_path / "filer").read_text() == "en fil"


def keep_with_room_for(size, folder, source):
    with room_for(size):
        FileStore(folder).keep(source)


def test_a_full_disk_is_called_so_and_nothing_is_left_of_the_file(tmp_path, keeper, kept_in):
    first = keeper.keep_bytes(b"x", "först.pdf")
    source = a_source(tmp_path, content=bytes(SIZE))
    with pytest.raises(DiskFullError) as caught:
        in_child(keep_with_room_for, 1_500_000, kept_in, source)
    assert str(kept_in) in message_for(caught.value)
    assert lying_in(kept_in) == [first.sha256]
    keeper.keep(source)


def damage_after_kills(folder, kills, *, in_place=False):
    """Return how many files that were said to be kept are not, after so many kills."""
    bad = 0
    for kill in range(kills):
        mine, its = CONTEXT.Pipe()
        program = CONTEXT.Process(target=keep_until_killed, args=(folder, its, in_place))
        program.start()
        its.close()
        said = [mine.recv() for _ in range(1 + kill % 3)]
        program.kill()
        program.join()
        keeper = FileStore(folder)
        keeper.sweep()
        for checksum in said:
            try:
                keeper.read(checksum, "x.pdf")
            except (FileMissingError, FileDamagedError):
                bad += 1
        lies = [path for path in folder.rglob("*") if path.is_file()]
        if not in_place:  # and what nobody was told of is whole too, or gone
            for path in lies:
                assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
        shutil.rmtree(folder, ignore_errors=True)
    return bad


def test_kills_leave_no_file_that_is_missing_or_half_there(kept_in):
    assert damage_after_kills(kept_in, 12) == 0


def test_files_written_in_place_do_not_survive_the_same_kills(kept_in):
    assert damage_after_kills(kept_in, 12, in_place=True) > 0


def test_sweeping_removes_halves_and_nothing_else(keeper, kept_in):
    kept = keeper.keep_bytes(b"x", "missiv.pdf")
    (kept_in / "0123456789abcdef.half").write_bytes(b"halv")
    (kept_in / "läs mig.txt").write_bytes(b"min")
    keeper.sweep()
    assert lying_in(kept_in) == sorted([kept.sha256, "läs mig.txt"])


def test_sweeping_where_nothing_was_ever_kept_does_nothing(keeper, kept_in):
    keeper.sweep()
    assert not kept_in.exists()


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, 9999])
def test_a_disk_that_fails_while_a_kept_file_is_read_is_named(keeper, monkeypatch, number):
    kept = keeper.keep_bytes(b"x", "missiv.pdf")

    def fail(_path):
        raise OSError(number, "as the system words it")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(FileUnreadableError) as caught:
        keeper.read(kept.sha256, kept.name)
    assert "as the system" not in message_for(caught.value)
