"""What the chair's window remembers on the computer."""

import os
from datetime import timedelta

import pytest

from nämnd.core.errors import FolderNotWritableError
from nämnd.justeringsfil.opening import open_package
from tests.ui.justera.packages import READ, SECRET, package
from ui.justera.kept import Draft, Kept, Sent

WRITTEN = Draft({None: "Bra.", 62: "«Direktiv» ska stå här."}, frozenset({59, 60}))


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path / "justera")


@pytest.fixture(scope="module")
def paket():
    return open_package(package(passphrase=SECRET), SECRET)


def test_what_is_written_is_there_again(kept, paket):
    kept.keep_draft(paket, WRITTEN)
    assert Kept(kept.folder).draft(paket) == WRITTEN


def test_how_one_answered_is_remembered(kept, paket):
    sent = Sent("godkänt", "2026-03-28T10:12:00", "/svar.svar", "Anna Ek (M)")
    kept.keep_draft(paket, Draft(sent=sent))
    assert kept.draft(paket).sent == sent


def test_another_package_has_nothing_of_it(kept, paket):
    kept.keep_draft(paket, WRITTEN)
    other = open_package(package(version=3))
    assert kept.draft(other) == Draft()


def test_nothing_that_is_written_can_be_read_on_the_disk(kept, paket):
    kept.keep_draft(paket, WRITTEN)
    raw = b"".join(one.read_bytes() for one in kept.folder.rglob("*") if one.is_file())
    for words in ("Direktiv", "Bra.", "62"):
        assert words.encode() not in raw


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"hej" * 100])
def test_a_damaged_file_is_as_nothing_written(kept, paket, damage):
    kept.keep_draft(paket, WRITTEN)
    (path,) = (kept.folder / "utkast").iterdir()
    path.write_bytes(damage)
    assert kept.draft(paket) == Draft()


def test_people_and_certificates_are_proposed_newest_first(kept, tmp_path):
    kept.remember(person_id="p1", certificate=tmp_path / "a.p12")
    kept.remember(person_id="p2")
    kept.remember(certificate=tmp_path / "b.p12")
    memory = kept.memory()
    assert memory.people == ("p2", "p1")
    assert memory.certificates == (str(tmp_path / "b.p12"), str(tmp_path / "a.p12"))


def test_a_damaged_memory_is_as_none(kept):
    kept.remember(person_id="p1")
    (kept.folder / "minne.json").write_text('{"personer": "p1"}')
    assert kept.memory().people == ()


def test_only_the_user_may_read_what_is_kept(kept, paket):
    if os.name != "posix":
        pytest.skip("rights of files are other ones there")
    kept.keep_draft(paket, WRITTEN)
    (path,) = (kept.folder / "utkast").iterdir()
    assert path.stat().st_mode & 0o077 == 0


def test_what_cannot_be_written_is_refused_and_nothing_half_is_left(kept, paket):
    kept.folder.parent.joinpath("justera").write_text("en fil, ingen mapp")
    with pytest.raises(FolderNotWritableError):
        kept.keep_draft(paket, WRITTEN)
    assert [one.name for one in kept.folder.parent.iterdir()] == ["justera"]


def test_comments_nobody_has_looked_at_for_a_year_are_removed(kept, paket):
    kept.keep_draft(paket, WRITTEN)
    (path,) = (kept.folder / "utkast").iterdir()
    written = READ.timestamp()
    os.utime(path, (written, written))
    kept.sweep(READ + timedelta(days=300))
    assert path.exists()
    kept.sweep(READ + timedelta(days=400))
    assert not path.exists()
