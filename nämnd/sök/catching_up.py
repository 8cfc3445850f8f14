"""Brings the index up to the database: from the log what has changed, or everything anew.

The index remembers the last entry of the log that it has taken in, with its hash. When that entry
is not there as it was (a backup was put back, the log was cut) nothing it holds can be trusted, and
it is made anew. Every step is a transaction of the index: a program that is killed in one has done
nothing of it, and the next catching up goes on. Rows are read in small pieces, so that no question
stands in the way of somebody who saves; what changes meanwhile is in the log after the remembered
entry, and is taken in once more.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import Progress, Work
from nämnd.core.worker import Runner, Worker
from nämnd.filtext.values import FileText, TextState
from nämnd.logg.queries import head
from nämnd.logg.values import LogHead
from nämnd.store import Store
from nämnd.store.schema import OURS
from nämnd.sök.documents_of import all_keys, documents
from nämnd.sök.errors import SökindexUnwritableError
from nämnd.sök.index import Index, empty, give_back, is_busy, is_damaged, remember, value
from nämnd.sök.reading import read_kept
from nämnd.sök.touched import Thing, indirect, things_in, with_dependents
from nämnd.sök.values import Kind
from nämnd.sök.writing import Writer
from nämnd.tables import Bilageversion, Handlingsversion, Loggpost, Nämnd

_PIECE = 400  # rows, or entries of the log, at a time
_FILES = 20  # files a transaction


@dataclass(frozen=True, slots=True)
class Left:
    """What the index has not taken in yet."""

    changes: int
    files: int


def catch_up(
    store: Store, files: FileStore, index: Index, *, worker: Runner | None = None
) -> Work[Left]:
    """Take in what has changed since last, first the rows, then the words of files.

    `worker`: reads the files; without one, a process of its own is started when there are any.
    Returns what is still left: files that are not in their place, or all of it while another
    program makes the index anew.

    Raises:
        SökindexUnwritableError: the index can't be written.
        NämndError: the database can't be read.
    """
    own = None if worker else Worker()
    reader = worker or own
    assert reader is not None  # noqa: S101 - there is one or the other
    try:
        yield from _mending(store, files, index, reader)
    except sqlite3.DatabaseError as error:
        if not is_busy(error):
            raise SökindexUnwritableError(str(index.path), str(error)) from error
    finally:
        if own is not None:
            own.close()
    return left(store, index)


def _mending(store: Store, files: FileStore, index: Index, worker: Runner) -> Work[None]:
    """Take everything in; if the index turns out to be damaged, once more into a new one."""
    try:
        yield from _everything(store, files, index, worker)
    except sqlite3.DatabaseError as error:
        if not is_damaged(error):
            raise
        index.remove()
        yield from _everything(store, files, index, worker)


def left(store: Store, index: Index) -> Left:
    """Return what the index has not taken in yet; light enough to ask after every change."""
    taken, unread = index.ask(_taken, otherwise=(0, 0))
    return Left(max(store.ask(head).nummer - taken, 0), unread)


def _taken(link: sqlite3.Connection) -> tuple[int, int]:
    return int(value(link, "nummer") or 0), len(_unread(link))


def _everything(store: Store, files: FileStore, index: Index, worker: Runner) -> Work[None]:
    with index.writing() as link:
        yield from _rows(store, link)
        if _unread(link):
            yield from _files(store, files, link, worker)
        give_back(link)


def _rows(store: Store, link: sqlite3.Connection) -> Work[None]:
    newest = store.ask(head)
    if not _continues(store, link):
        yield from _anew(store, link, newest)
        return
    taken = int(value(link, "nummer") or 0)
    while taken < newest.nummer:
        yield Progress(taken, newest.nummer)
        taken = _piece_of_log(store, link, taken)


def _continues(store: Store, link: sqlite3.Connection) -> bool:
    """Say whether what the index holds is of this database as it is now."""
    taken, known = value(link, "nummer"), value(link, "hash")
    if taken is None or value(link, "schema") != OURS.head:
        return False
    number = int(taken)
    query = select(Loggpost.hash).where(Loggpost.nummer == number)
    return (store.ask(lambda session: session.scalar(query)) or "") == known


def _anew(store: Store, link: sqlite3.Connection, newest: LogHead) -> Work[None]:
    with _step(link):
        empty(link)
        writer = Writer(link, much=True)
        _name_all(store, writer)
        done = 0
        keys = store.ask(lambda session: {kind: all_keys(session, kind) for kind in Kind})
        total = sum(len(one) for one in keys.values())
        for kind, mine in keys.items():
            for piece in _pieces(mine):
                for doc in store.ask(lambda s, kind=kind, piece=piece: documents(s, kind, piece)):
                    writer.put(doc)
                done += len(piece)
                yield Progress(done, total)
        writer.settle()
        link.execute(
            "DELETE FROM filtext WHERE sha256 NOT IN"
            " (SELECT sha256 FROM doc WHERE sha256 IS NOT NULL)"
        )
        _remember(link, newest)


def _piece_of_log(store: Store, link: sqlite3.Connection, taken: int) -> int:
    """Take in the next entries; return the number of the last one."""
    with _step(link):
        if int(value(link, "nummer") or 0) != taken:  # another program was first
            return int(value(link, "nummer") or 0)
        entries, last = store.ask(lambda session: _entries(session, taken))
        changes = [change for text in entries if text for change in json.loads(text)]
        things = {one for change in changes for one in things_in(change)}
        things |= store.ask(lambda session: indirect(session, changes))
        writer = Writer(link)
        for kind, keys in _by_kind(
            store.ask(lambda session: with_dependents(session, things))
        ).items():
            for piece in _pieces(keys):
                _take_in(store, writer, kind, piece)
        if any(change["tabell"] == "nämnd" for change in changes):
            _name_all(store, writer)
        writer.settle()
        _remember(link, last)
    return last.nummer


def _entries(session: Session, after: int) -> tuple[list[str], LogHead]:
    query = select(Loggpost.nummer, Loggpost.hash, Loggpost.ändringar)
    query = query.where(Loggpost.nummer > after).order_by(Loggpost.nummer).limit(_PIECE)
    rows = session.execute(query).all()
    return [row[2] for row in rows], LogHead(rows[-1][0], rows[-1][1])


def _take_in(store: Store, writer: Writer, kind: Kind, keys: Sequence[str]) -> None:
    found = store.ask(lambda session: documents(session, kind, keys))
    for gone in set(keys) - {doc.key for doc in found}:
        writer.remove(kind, gone)
    for doc in found:
        writer.put(doc)


def _name_all(store: Store, writer: Writer) -> None:
    rows = store.ask(lambda session: session.execute(select(Nämnd.id, Nämnd.namn)).all())
    writer.name_nämnder({key: name for key, name in rows})  # noqa: C416 - typed


def _files(store: Store, files: FileStore, link: sqlite3.Connection, worker: Runner) -> Work[None]:
    unread = _unread(link)
    names = store.ask(lambda session: _names(session, unread))
    writer = Writer(link, much=len(unread) > _FILES)
    texts: list[tuple[str, FileText]] = []
    for done, sha256 in enumerate(unread):
        yield Progress(done, len(unread))
        text = yield from read_kept(worker, files, sha256, names.get(sha256, "fil"))
        if text is not None:
            texts.append((sha256, text))
        if len(texts) == _FILES:
            put_files(link, writer, texts)
            texts = []
    put_files(link, writer, texts)
    with _step(link):
        writer.settle()


def put_files(
    link: sqlite3.Connection, writer: Writer, texts: Iterable[tuple[str, FileText]]
) -> None:
    """Take in what was read out of files, all of it or nothing."""
    with _step(link):
        for sha256, text in texts:
            writer.put_file(sha256, text.state, text.pages)


def _unread(link: sqlite3.Connection) -> tuple[str, ...]:
    """Return the files that have not been read, those of the newest things first."""
    rows = link.execute(
        "SELECT sha256 FROM doc INDEXED BY doc_oläst WHERE sha256 IS NOT NULL AND läst = 0"
        " ORDER BY id DESC"
    )
    return tuple(dict.fromkeys(row[0] for row in rows))


def _names(session: Session, wanted: Sequence[str]) -> dict[str, str]:
    """Return what each file is called where it stands."""
    found: dict[str, str] = {}
    for piece in _pieces(wanted):
        for table in (Bilageversion, Handlingsversion):
            query = select(table.sha256, table.filnamn).where(table.sha256.in_(piece))
            found |= {key: name for key, name in session.execute(query)}  # noqa: C416 - typed
    return found


@contextmanager
def _step(link: sqlite3.Connection) -> Generator[None]:
    """Do all of it or nothing."""
    link.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # what went wrong first is what matters
            link.execute("ROLLBACK")
        raise
    link.execute("COMMIT")


def _remember(link: sqlite3.Connection, last: LogHead) -> None:
    remember(link, "nummer", str(last.nummer))
    remember(link, "hash", last.hash)
    remember(link, "schema", OURS.head)


def _by_kind(things: Iterable[Thing]) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = defaultdict(list)
    for kind, key in things:
        found[kind].append(key)
    return found


def _pieces(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    left = iter(keys)
    while piece := tuple(islice(left, _PIECE)):
        yield piece


def file_state(index: Index, sha256s: Sequence[str]) -> dict[str, TextState]:
    """Return how far the reading of each file came; those that are not read yet are not there."""
    asked = "SELECT sha256, läge FROM filtext WHERE sha256 IN (SELECT value FROM json_each(?))"
    among = (json.dumps(list(sha256s)),)
    rows = index.ask(lambda link: link.execute(asked, among).fetchall(), otherwise=[])
    return {sha256: TextState(state) for sha256, state in rows}
