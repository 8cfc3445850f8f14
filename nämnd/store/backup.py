"""Copies of the database: once a day, before every migration, and back again.

A backup is taken in one step and checked before it gets its name. Kept files need none: they are
named by their content and never change.
"""

import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from nämnd.core.disk import put_in_place, write_refused
from nämnd.core.errors import DatabaseDamagedError, DiskFullError, FileMissingError
from nämnd.store.lock import hold
from nämnd.store.meaning import meaning
from nämnd.store.place import Place
from nämnd.store.uri import sibling, uri

KEEP = 30  # newest daily backups kept; those before a migration or a restore stay
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the database."""

    path: Path
    taken: datetime
    why: str  # daglig, migrering, återställning


_WORDS = {"daglig": "daglig", "migrering": "migrering", "aterstallning": "återställning"}


def backups(place: Place) -> tuple[Backup, ...]:
    """Return the copies there are, newest first."""
    found = filter(None, (_read_name(path) for path in place.backups.glob("namnd-*.db")))
    return tuple(sorted(found, key=_age, reverse=True))


def back_up(place: Place, *, now: datetime, why: str) -> Backup:
    """Copy the database of `place` and check the copy.

    Raises:
        DatabaseDamagedError: the database or the copy fails its check; older copies are kept.
        DatabaseBusyError: it is in use for too long.
        DiskFullError, FolderNotWritableError: the copy can't be written; older copies are kept.
    """
    assert place.path is not None  # noqa: S101 - a server has backups of its own
    word = next(key for key, value in _WORDS.items() if value == why)
    try:
        place.backups.mkdir(parents=True, exist_ok=True)
        target = _free(place.backups, f"namnd-{now:%Y%m%dT%H%M%S}-{word}", ".db")
        with _half(target) as half:
            _copy(place.path, half)
            put_in_place(half, target)
        _prune(place)
    except OSError as error:
        raise write_refused(error, place.backups) from error
    return Backup(target, now.replace(microsecond=0), why)


def back_up_daily(place: Place, *, now: datetime) -> Backup | None:
    """Take today's copy unless there is one; return it, or None."""
    if place.path is None or any(backup.taken.date() == now.date() for backup in backups(place)):
        return None
    return back_up(place, now=now, why="daglig")


def put_back(place: Place, backup: Backup, *, now: datetime) -> None:
    """Make `backup` the database, keeping what is there now as a copy. The store must be closed.

    Raises:
        DatabaseBusyError: some program has the database open.
        DatabaseDamagedError: the backup fails its check; the database is as it was.
        DiskFullError, FolderNotWritableError: nothing can be written; it is as it was.
    """
    assert place.path is not None  # noqa: S101 - a server has backups of its own
    lock = hold(place)
    try:
        with _half(place.path) as half:
            _copy(backup.path, half)
            _keep_present(place, now=now)
            for suffix in _BESIDE:  # changes to the file that was: SQLite would mix them in
                sibling(place.path, suffix).unlink(missing_ok=True)
            put_in_place(half, place.path)
    except OSError as error:
        raise write_refused(error, place.path.parent) from error
    finally:
        if lock is not None:
            lock.release()


def _keep_present(place: Place, *, now: datetime) -> None:
    assert place.path is not None  # noqa: S101 - put_back has seen to it
    if not place.path.exists():
        return
    try:
        back_up(place, now=now, why="återställning")
    except DatabaseDamagedError:  # no reason to lose it: somebody may be able to mend it
        stem = f"skadad-{now:%Y%m%dT%H%M%S}"
        kept = _free(place.backups, stem, ".db")
        shutil.copyfile(place.path, kept)
        for suffix in _BESIDE:
            if sibling(place.path, suffix).exists():
                shutil.copyfile(sibling(place.path, suffix), sibling(kept, suffix))


def _copy(source: Path, target: Path) -> None:
    """Copy a database and check the copy, synced."""
    if not source.exists():
        raise FileMissingError(source)
    try:
        with (
            closing(sqlite3.connect(uri(source, "mode=rw"), uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.execute("SELECT count(*) FROM sqlite_master")  # its errors say more than backup's
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
            finding = new.execute("PRAGMA integrity_check").fetchone()[0]
            dangling = new.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        refusal = meaning(error, source) or DatabaseDamagedError(source, str(error))
        full = isinstance(refusal, DiskFullError)
        raise (DiskFullError(target.parent) if full else refusal) from error
    if finding != "ok" or dangling:
        raise DatabaseDamagedError(source, finding if finding != "ok" else f"{dangling}")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _half(target: Path) -> Generator[Path]:
    """Give a path beside `target` to write to; whatever is left of it is removed."""
    half = target.with_name(target.name + ".half")
    halves = [half, *(sibling(half, suffix) for suffix in _BESIDE)]
    try:
        for one in halves:
            one.unlink(missing_ok=True)
        yield half
    finally:
        for one in halves:
            one.unlink(missing_ok=True)


def _free(folder: Path, stem: str, suffix: str) -> Path:
    numbered = (folder / f"{stem}-{number}{suffix}" for number in count(2))
    first = folder / f"{stem}{suffix}"
    return first if not first.exists() else next(one for one in numbered if not one.exists())


def _prune(place: Place) -> None:
    daily = [backup for backup in backups(place) if backup.why == "daglig"]
    for backup in daily[KEEP:]:
        backup.path.unlink(missing_ok=True)


def _age(backup: Backup) -> tuple[datetime, int, str]:
    return backup.taken, len(backup.path.name), backup.path.name


def _read_name(path: Path) -> Backup | None:
    parts = path.stem.split("-")
    try:
        return Backup(path, datetime.strptime(parts[1], "%Y%m%dT%H%M%S"), _WORDS[parts[2]])  # noqa: DTZ007 - local time, as the user reads it
    except (ValueError, KeyError, IndexError):
        return None
