"""Checks a file or an archive folder: in the file alone first, then against the database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import Work
from nämnd.justering.queries import known_certificates
from nämnd.kontroll.examining import Examined, examine
from nämnd.kontroll.judging import Base, judge
from nämnd.kontroll.values import Report
from nämnd.store import Store

Run = Callable[..., Work[Any]]
"""How work is done: here, or in a helper process (`Worker.run`)."""


def check_path(
    run: Run,
    store: Store | None,
    files: FileStore | None,
    path: Path,
    passphrase: str | None,
    now: datetime,
) -> Work[Report]:
    """Return what is right and wrong of a file or folder. Without `store`: what can be known.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: it can't be read.
        PackageError, SvarError: it is locked and the passphrase is missing or wrong.
    """
    trusted = tuple(one.der for one in store.ask(known_certificates)) if store else ()
    examined: Examined = yield from run(examine, path, trusted, passphrase, now)
    if store is None or files is None:
        return judge(examined, None, now)
    return store.ask(lambda session: judge(examined, Base(session, files, passphrase), now))
