"""Writing a finished file: beside its name first, then in its place."""

import os
import threading
from contextlib import suppress
from pathlib import Path

from nämnd.core.disk import write_refused


def save_beside(path: Path, data: bytes) -> None:
    """Replace the file at `path` with `data`. On failure the old file, if any, is untouched.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise write_refused(error, path) from error


def _replace(path: Path, data: bytes) -> None:
    # not tempfile: its files are for their owner's eyes only
    beside = path.parent / f".namnd-{os.getpid()}-{threading.get_ident()}"
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what the user needs to know
            beside.unlink()
        raise
