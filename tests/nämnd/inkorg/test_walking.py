"""Files and folders gone through: whatever they are called and hold, each is taken or told of."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nämnd.core.progress import finish
from nämnd.inkorg import walking
from nämnd.inkorg.gathering import gather
from nämnd.inkorg.values import Left, Refused
from nämnd.inkorg.walking import Seen, read_bytes, walk
from tests.conftest import TODAY

_CHARACTERS = st.characters(codec="utf-8", exclude_characters='/\0\\:*?"<>|')
_NAMES = st.text(_CHARACTERS, min_size=1, max_size=40).filter(lambda name: name not in (".", ".."))
_CONTENTS = st.one_of(
    st.binary(max_size=60),
    st.sampled_from([b"From: a@b.se\nSubject: x\n\nhej", b"PK\x03\x04", b"%PDF-1.7", b"MZ\0"]),
)


@pytest.mark.skipif(os.name == "nt", reason="Windows allows fewer names")
@settings(max_examples=40)
@given(st.dictionaries(_NAMES, _CONTENTS, max_size=5))
@example({"å" * 40: b"x", "a\u030a": b"y", "-": b"z", " ": b"w", "\n": b"v", "~$a": b"u"})
def test_every_file_is_taken_or_told_of(files, made):
    folder = Path(tempfile.mkdtemp())
    try:
        for name, data in made.items():
            (folder / name).write_bytes(data)
        many = len(list(folder.iterdir()))
        found = finish(gather((folder,), files, lambda _: {}, today=TODAY))
    finally:
        shutil.rmtree(folder)
    assert len(found.proposed) + len(found.left) == many
    for one in found.proposed:
        assert one.draft.rubrik.strip()
        assert one.draft.datum <= TODAY
        assert one.place.isprintable()


def test_a_file_that_became_a_link_since_it_was_seen_is_not_followed(tmp_path):
    path = tmp_path / "fil.txt"
    path.write_text("x", encoding="utf-8")
    assert list(walk((path,))) == [Seen(path, "fil.txt")]
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert read_bytes(path) is Refused.UNREADABLE


def test_a_file_that_grew_since_it_was_seen_is_not_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(walking, "MOST_FILE", 3)
    path = tmp_path / "fil.txt"
    path.write_bytes(b"1234")
    assert read_bytes(path) is Refused.TOO_LARGE
    path.write_bytes(b"")
    assert read_bytes(path) is Refused.EMPTY
    path.unlink()
    assert read_bytes(path) is Refused.UNREADABLE
    assert read_bytes(tmp_path / "a\0b") is Refused.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "O_DIRECTORY"), reason="Windows can't open a folder")
def test_a_file_that_became_a_folder_is_told(tmp_path):
    assert read_bytes(tmp_path) is Refused.NOT_A_FILE


def test_a_path_that_can_not_be_is_told():
    assert list(walk((Path("a\0b"),))) == [Left("a\ufffdb", Refused.UNREADABLE)]


def test_more_names_than_are_looked_at_are_told_as_one(tmp_path, monkeypatch):
    monkeypatch.setattr(walking, "MOST_ENTRIES", 5)
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text("x", encoding="utf-8")
    found = list(walk((tmp_path,)))
    assert len(found) == 5
    assert isinstance(found[-1], Left)
    assert found[-1].why is Refused.TOO_MANY


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "inkommet"
    made.mkdir()
    return made


def test_so_much_that_is_left_is_told_as_one(folder, files, monkeypatch):
    monkeypatch.setattr("nämnd.inkorg.limits.MOST_LEFT", 3)
    for number in range(9):
        (folder / f"{number}.txt").touch()
    found = finish(gather((folder,), files, lambda _: {}, today=TODAY))
    assert [one.why for one in found.left] == [Refused.EMPTY] * 3 + [Refused.TOO_MANY]
    assert found.left[-1].place == "…"


def test_more_than_fits_is_told(folder, files, monkeypatch):
    monkeypatch.setattr("nämnd.inkorg.limits.MOST_ALL", 5)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{name}"[:4], encoding="utf-8")
    found = finish(gather((folder,), files, lambda _: {}, today=TODAY))
    assert [one.file.name for one in found.proposed] == ["a.txt"]
    assert [one.why for one in found.left] == [Refused.TOO_LARGE]
