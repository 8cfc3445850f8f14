"""Copies of the database: once a day, before every migration, and back again.

A backup is taken in one step and checked before it gets its name. Kept files need none: they are
named by their content and never change.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nämnd.core.errors import DatabaseDamagedError
from nämnd.store.place import Place

KEEP = 30  # newest daily backups kept; those before a migration or a restore stay


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the database."""

    path: Path
    taken: datetime
    why: str  # daglig, migrering, återställning


_WORDS = {"daglig": "daglig", "migrering": "migrering", "aterstallning": "återställning"}


def backups(place: Place) -> tuple[Backup, ...]:
    """Return the copies there are, newest first."""
    found = [_read_name(path) for path in place.backups.glob("namnd-*.db")]
    return tuple(sorted(filter(None, found), key=lambda backup: backup.taken, reverse=True))


def back_up(place: Place, *, now: datetime, why: str) -> Backup:
    """Copy the database of `place` and check the copy.

    Raises:
        DatabaseDamagedError: the database or the copy fails its check; older copies are kept.
    """
    assert place.path is not None  # noqa: S101 - a server has backups of its own
    place.backups.mkdir(parents=True, exist_ok=True)
    word = next(key for key, value in _WORDS.items() if value == why)
    target = place.backups / f"namnd-{now:%Y%m%dT%H%M%S}-{word}.db"
    half = target.with_suffix(".tmp")
    try:
        _copy(place.path, half)
        half.replace(target)
        sync_folder(place.backups)
    finally:
        half.unlink(missing_ok=True)
    _prune(place)
    return Backup(target, now.replace(microsecond=0), why)


def back_up_daily(place: Place, *, now: datetime) -> Backup | None:
    """Take today's copy unless there is one; return it, or None."""
    if place.path is None or any(backup.taken.date() == now.date() for backup in backups(place)):
        return None
    return back_up(place, now=now, why="daglig")


def put_back(place: Place, backup: Backup, *, now: datetime) -> None:
    """Make `backup` the database, keeping what is there now as a copy. The store must be closed."""
    assert place.path is not None  # noqa: S101 - a server has backups of its own
    back_up(place, now=now, why="återställning")
    half = place.path.with_suffix(".tmp")
    _copy(backup.path, half)
    for suffix in ("-wal", "-shm"):
        place.path.with_name(place.path.name + suffix).unlink(missing_ok=True)
    half.replace(place.path)
    sync_folder(place.path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system has a way to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite3.connect(source)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
            finding = new.execute("PRAGMA integrity_check").fetchone()[0]
            dangling = new.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise DatabaseDamagedError(source, str(error)) from error
    if finding != "ok" or dangling:
        raise DatabaseDamagedError(source, finding if finding != "ok" else f"{dangling}")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _prune(place: Place) -> None:
    daily = [backup for backup in backups(place) if backup.why == "daglig"]
    for backup in daily[KEEP:]:
        backup.path.unlink(missing_ok=True)


def _read_name(path: Path) -> Backup | None:
    parts = path.stem.split("-")
    try:
        return Backup(path, datetime.strptime(parts[1], "%Y%m%dT%H%M%S"), _WORDS[parts[2]])  # noqa: DTZ007 - local time, as the user reads it
    except (ValueError, KeyError, IndexError):
        return None
