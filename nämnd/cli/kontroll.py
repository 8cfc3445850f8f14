"""`namnd kontrollera`: a file, an archive folder or the log. Works without a database too."""

import argparse
import json
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli.place import opened
from nämnd.cli.secret import passphrase_in
from nämnd.core.errors import NämndError
from nämnd.core.progress import finish
from nämnd.core.worker import Worker
from nämnd.kontroll.checking import check_path
from nämnd.kontroll.logs import check_log
from nämnd.kontroll.sentences import lines, values
from nämnd.kontroll.values import Report
from nämnd.store import Store, default_place

LOG = "logg"


def control(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> bool:
    """Tell what is right and wrong; return whether nothing is wrong.

    Raises:
        NämndError: the file can't be read, the passphrase is wrong, or the database can't be
            opened. When none is named, and the user's own can't be, it goes on without.
    """
    passphrase = passphrase_in(asked.losenord_fil)
    with _store(asked, now, err) as store:
        report = _report(asked.fil, store, passphrase, now)
    if asked.format == "json":
        print(json.dumps(values(report), ensure_ascii=False, indent=2), file=out)
    else:
        print("\n".join(lines(report)), file=out)
    return report.fits


def _report(wanted: str, store: Store | None, passphrase: str | None, now: datetime) -> Report:
    files = FileStore(store.place.files) if store else None
    if wanted == LOG and store and files:
        return finish(check_log(store, files))
    worker = Worker()  # a foreign file is read in a process of its own, with limits
    try:
        return finish(check_path(worker.run, store, files, Path(wanted), passphrase, now))
    finally:
        worker.close()


@contextmanager
def _store(asked: argparse.Namespace, now: datetime, err: TextIO) -> Generator[Store | None]:
    """Give the database to compare with; None when there is none, and none is named."""
    store = None
    try:
        if asked.databas or asked.fil == LOG or _has_own():
            with opened(asked.databas, now=now, read_only=True) as store:
                yield store
                return
    except NämndError as error:
        if store is not None or asked.databas or asked.fil == LOG:
            raise
        from nämnd.error_messages import message_for

        print(f"Kontrollen görs utan databas. {message_for(error)}", file=err)
    yield None


def _has_own() -> bool:
    path = default_place().path
    return path is not None and path.exists()
