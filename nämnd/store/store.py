"""Runs commands and queries, each in a transaction of its own."""

import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, event
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
)
from sqlalchemy.orm import Session, sessionmaker

from nämnd.core.changes import Command, Outcome, RowChange
from nämnd.core.errors import (
    DatabaseOlderError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    FileMissingError,
    GoneError,
    JusteratError,
    NämndError,
)
from nämnd.logg.entry import REFUSED, entry
from nämnd.logg.queries import head
from nämnd.lås.guard import guard
from nämnd.store.backup import back_up
from nämnd.store.engine import IMMEDIATE, make_engine
from nämnd.store.lock import hold
from nämnd.store.meaning import meaning
from nämnd.store.place import Place
from nämnd.store.recorder import Recorder, refuse_bulk
from nämnd.store.restore import Restore
from nämnd.store.schema import OURS, Schema, upgrade, version_of_file, version_of_server

T = TypeVar("T")
Clock = Callable[[], datetime]


class Store:
    """An open database. Safe to call from any thread; close it before the program ends.

    Args:
        place: where the data lies.
        who: written into the log with every change.
        clock: local time; only the log and the backups read it.
        read_only: answer questions only. Works while another program has it open, takes no lock,
            makes no file and brings nothing up to date.
        schema: the migrations; a test has others.

    Raises:
        DatabaseBusyError: another copy of the program has it open.
        DatabaseNewerError, NotADatabaseError, NotAFileError: it is not for us; it is untouched.
        DatabaseOlderError, FileMissingError: it can't be read as it is (only with `read_only`).
        DatabaseDamagedError: it fails a check. A backup can be put back.
        DiskFullError, FolderNotWritableError, FileUnreadableError, DatabaseUnreachableError: it
            can't be opened.
    """

    def __init__(
        self,
        place: Place,
        *,
        who: str,
        clock: Clock,
        read_only: bool = False,
        schema: Schema = OURS,
    ) -> None:
        """Open `place`, bringing an older database up to date first."""
        self.place, self.who, self.read_only = place, who, read_only
        self._clock, self._schema = clock, schema
        with _translated(place):
            if place.path is not None:  # first: what is not ours gets no lock beside it either
                version_of_file(place.path, schema)
            self._lock = None if read_only else hold(place)
        try:
            self._engine = _engine(place, read_only=read_only)
            self._open()
        except BaseException:
            self._release()
            raise
        self._reading = sessionmaker(self._engine)
        event.listen(self._reading, "before_flush", _refuse_change)
        event.listen(self._reading, "do_orm_execute", refuse_bulk)
        self._writing = self._engine.execution_options(begin=IMMEDIATE)

    def do(self, command: Command, label: str = "", *, accept: bool = False) -> Outcome:
        """Run `command`: all of it happens and is logged as `label`, or none of it.

        `accept`: approvals of what it changes may be voided by it.

        Raises:
            NämndError: the command, the disk or another program refuses. Nothing is changed.
            JusteratError: it would change what is approved by all or justerat.
            ApprovalsVoidedError: it would make approvals void, and `accept` is not given.
            GoneError: it refers to a row that is not there, or takes away one that is referred to.
            DatabaseReadOnlyError: the store was opened for reading.
        """
        try:
            return self._do(command, label, accept=accept)
        except JusteratError:
            with suppress(NämndError):  # the refusal is what the user is told, not a full disk
                self.note(type(command).__name__, f"{REFUSED}: {label}")
            raise

    def note(self, kommando: str, rubrik: str) -> None:
        """Put into the log what changes no row: an export, or something that was refused.

        `rubrik` is what the log shows, `kommando` a word for those who count.

        Raises:
            DatabaseReadOnlyError: the store was opened for reading.
            NämndError: the disk or another program refuses.
        """
        self._refuse_reading()
        with _translated(self.place), Session(self._writing) as session, session.begin():
            self._log(session, (), kommando, rubrik)

    def ask(self, query: Callable[[Session], T]) -> T:
        """Answer one question. It can't change anything; it must not return mapped objects."""
        with _translated(self.place), self._reading() as session:
            return query(session)

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()
        self._release()

    def _do(self, command: Command, label: str, *, accept: bool) -> Outcome:
        self._refuse_reading()
        with _translated(self.place), Session(self._writing) as session, session.begin():
            recorder = Recorder(session)
            topics = command.run(session)
            session.flush()
            guard(
                session,
                recorder.changes(),
                leads=getattr(command, "of_justering", False),
                takes_back=isinstance(command, Restore),
                accept=accept,
            )
            session.flush()
            changes = recorder.changes()
            if not changes:
                return Outcome(topics, ())
            self._log(session, changes, type(command).__name__, label)
        final = getattr(command, "final", False)
        return Outcome(topics, changes, None if final else Restore(changes, topics))

    def _log(
        self, session: Session, changes: Sequence[RowChange], command: str, label: str
    ) -> None:
        session.add(
            entry(
                changes,
                command=command,
                label=label,
                who=self.who,
                now=self._clock(),
                after=head(session),
            )
        )

    def _refuse_reading(self) -> None:
        if self.read_only:
            raise DatabaseReadOnlyError(Path(self.place.shown))

    def _open(self) -> None:
        try:
            with _translated(self.place):
                self._bring_up_to_date()
        except BaseException:
            self._engine.dispose()
            raise

    def _bring_up_to_date(self) -> None:
        path, schema = self.place.path, self._schema
        found = version_of_file(path, schema) if path else version_of_server(self._engine, schema)
        if found == schema.head:
            return
        if self.read_only:
            raise _too_old(self.place, found, schema)
        if path and found:
            back_up(self.place, now=self._clock(), why="migrering")
        upgrade(self._engine, self.place, schema)

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()


def _engine(place: Place, *, read_only: bool) -> Engine:
    try:
        return make_engine(place, read_only=read_only)
    except ModuleNotFoundError as error:
        words = f"programdelen {error.name}, som talar med databaser av det slaget, saknas"
        raise DatabaseUnreachableError(place.shown, words) from error
    except (ArgumentError, ValueError) as error:
        words = "adressen har inte en form som programmet känner till"
        raise DatabaseUnreachableError(place.shown, words) from error


def _too_old(place: Place, found: str | None, schema: Schema) -> NämndError:
    if place.path is None:
        return DatabaseUnreachableError(place.shown, "databasen är inte uppdaterad")
    if found is None:
        return FileMissingError(place.path)
    return DatabaseOlderError(place.path, found=found, known=schema.head)


def _refuse_change(session: Session, *_: object) -> None:
    msg = f"a question changes nothing, but this one has changed {[*session.dirty, *session.new]}"
    raise RuntimeError(msg)


@contextmanager
def _translated(place: Place) -> Generator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        refusal = _meaning(error, cause, place)
        if refusal is None:
            raise
        raise refusal from error


def _meaning(error: Exception, cause: object, place: Place) -> NämndError | None:
    if place.path is not None:
        return meaning(cause, place.path) if isinstance(cause, sqlite3.Error) else None
    words = str(cause).partition("\n")[0]
    if isinstance(error, IntegrityError) and "foreign key" in words.casefold():
        return GoneError("det som ändringen hör ihop med", "")
    if isinstance(error, OperationalError | InterfaceError):
        return DatabaseUnreachableError(place.shown, words)
    return None
