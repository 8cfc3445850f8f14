"""Ids, progress, the disk and commands together."""

import errno
from pathlib import Path
from typing import Any

import pytest

from nämnd.core.changes import Together, Topic
from nämnd.core.disk import put_in_place, reason, write_refused
from nämnd.core.errors import DiskFullError, FolderNotWritableError
from nämnd.core.ids import new_id
from nämnd.core.progress import Progress, finish


def test_ids_are_short_plain_and_never_the_same():
    ids = [new_id() for _ in range(10_000)]
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 16 and one.isascii() and one.isalnum() for one in ids)


def work(steps):
    for step in range(steps):
        yield Progress(step, steps)
    return steps


@pytest.mark.parametrize("steps", [0, 1, 5])
def test_work_is_finished_whatever_its_steps(steps):
    assert finish(work(steps)) == steps


def test_work_that_fails_fails():
    def fail():
        yield Progress(0, 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        finish(fail())


class Changes:
    def __init__(self, *topics, final=False):
        self.topics, self.final = frozenset(topics), final

    def run(self, session):
        session.append(self)
        return self.topics


class Notes(list):
    """Stands where a session would, and notes what is done with it."""

    def flush(self):
        self.append("flush")


def run_together(*commands):
    notes: Any = Notes()
    return Together(commands).run(notes), notes


def test_commands_together_run_in_turn_and_touch_what_each_touches():
    one, two = Changes(Topic.PERSON), Changes(Topic.NÄMND, Topic.PERSON)
    topics, notes = run_together(one, two)
    assert topics == {Topic.PERSON, Topic.NÄMND}
    assert notes == [one, "flush", two, "flush"]


def test_together_they_have_no_way_back_when_one_of_them_has_none():
    plain, final = Changes(), Changes(final=True)
    assert not Together((plain, plain)).final
    assert Together((plain, Together((plain, final)))).final


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_a_full_disk_whatever_the_system_calls_it(tmp_path, number):
    refusal = write_refused(OSError(number, "No space left on device"), tmp_path)
    assert isinstance(refusal, DiskFullError)
    assert refusal.path == tmp_path


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_reasons_are_swedish_whatever_the_system_says(tmp_path, number):
    error = OSError(number, "as the system words it")
    assert "system words" not in reason(error)
    assert reason(error)
    if not isinstance(write_refused(error, tmp_path), DiskFullError):
        assert isinstance(write_refused(error, tmp_path), FolderNotWritableError)


def held_for(times, monkeypatch):
    """Let a rename be refused so many times, as where a virus scanner looks at the file."""
    rename, left = Path.replace, [times]

    def refuse(self, target):
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_file_that_is_held_for_a_while_is_put_in_place_when_it_is_let_go(
    tmp_path, monkeypatch, times
):
    half, target = tmp_path / "half", tmp_path / "whole"
    half.write_text("nytt")
    target.write_text("gammalt")
    held_for(times, monkeypatch)
    put_in_place(half, target, waits=(0, 0, 0))
    assert target.read_text() == "nytt"
    assert not half.exists()


def test_a_file_that_is_never_let_go_stays_as_it_was(tmp_path, monkeypatch):
    half, target = tmp_path / "half", tmp_path / "whole"
    half.write_text("nytt")
    target.write_text("gammalt")
    held_for(9, monkeypatch)
    with pytest.raises(PermissionError):
        put_in_place(half, target, waits=(0, 0, 0))
    assert target.read_text() == "gammalt"
