"""Runs commands and queries, each in a transaction of its own."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from nämnd.core.changes import Command, Outcome
from nämnd.core.errors import (
    DatabaseBusyError,
    DatabaseUnreachableError,
    DiskFullError,
    FolderNotWritableError,
)
from nämnd.logg.entry import entry
from nämnd.store.backup import back_up
from nämnd.store.engine import IMMEDIATE, make_engine
from nämnd.store.place import Place
from nämnd.store.recorder import Recorder
from nämnd.store.restore import Restore
from nämnd.store.schema import HEAD, upgrade, version_of_file, version_of_server

T = TypeVar("T")
Clock = Callable[[], datetime]


class Store:
    """An open database. Safe to call from any thread; close it before the program ends.

    Args:
        place: where the data lies.
        who: written into the log with every change.
        clock: local time; only the log and the backups read it.

    Raises:
        DatabaseBusyError: another copy of the program has it open.
        DatabaseNewerError, NotADatabaseError: the file is not for us; it is left untouched.
        DiskFullError, FolderNotWritableError, DatabaseUnreachableError: it can't be opened.
    """

    def __init__(self, place: Place, *, who: str, clock: Clock) -> None:
        """Open `place`, bringing an older database up to date first."""
        self.place, self.who, self._clock = place, who, clock
        self._lock = _hold(place)
        try:
            self._engine = _engine(place)
            with self._translated():
                self._bring_up_to_date()
        except BaseException:
            self._release()
            raise
        self._writing = self._engine.execution_options(begin=IMMEDIATE)

    def do(self, command: Command, label: str = "") -> Outcome:
        """Run `command`: all of it happens and is logged as `label`, or none of it."""
        with self._translated(), Session(self._writing) as session, session.begin():
            recorder = Recorder(session)
            topics = command.run(session)
            session.flush()
            changes = recorder.changes()
            if not changes:
                return Outcome(topics, ())
            session.add(
                entry(
                    changes,
                    command=type(command).__name__,
                    label=label,
                    who=self.who,
                    now=self._clock(),
                )
            )
        final = getattr(command, "final", False)
        return Outcome(topics, changes, None if final else Restore(changes, topics))

    def ask(self, query: Callable[[Session], T]) -> T:
        """Answer one question. The answer must not hold mapped objects."""
        with self._translated(), Session(self._engine) as session:
            return query(session)

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()
        self._release()

    def _bring_up_to_date(self) -> None:
        path = self.place.path
        found = version_of_file(path) if path else version_of_server(self._engine)
        if found == HEAD:
            return
        if path and found:
            back_up(self.place, now=self._clock(), why="migrering")
        upgrade(self._engine, self.place)

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def _translated(self) -> Generator[None]:
        try:
            yield
        except OperationalError as error:
            raise _meaning(error, self.place) from error
        except sqlite3.OperationalError as error:
            raise _meaning(error, self.place) from error


def _engine(place: Place) -> Engine:
    try:
        return make_engine(place)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise DatabaseUnreachableError(place.url, str(error)) from error


def _hold(place: Place) -> FileLock | None:
    if place.lock is None:
        return None
    lock = FileLock(place.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise DatabaseBusyError(place.lock.with_suffix("")) from error
    except OSError as error:
        raise FolderNotWritableError(place.lock.parent, error.strerror or "") from error
    return lock


def _meaning(error: Exception, place: Place) -> Exception:
    said, path = str(error), place.path
    if path is None:
        return DatabaseUnreachableError(place.url.rpartition("@")[2], said.splitlines()[0])
    if "disk is full" in said or "disk I/O" in said:
        return DiskFullError(path)
    if "readonly" in said or "unable to open" in said:
        return FolderNotWritableError(path.parent, said.splitlines()[0])
    if "locked" in said:
        return DatabaseBusyError(path)
    return error
