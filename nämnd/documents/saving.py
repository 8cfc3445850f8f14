"""Writing a finished file: beside its name first, then in its place."""

import errno
import os
import tempfile
from pathlib import Path

from nämnd.core.errors import DiskFullError, FolderNotWritableError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def save_beside(path: Path, data: bytes) -> None:
    """Replace the file at `path` with `data`. On failure the old file, if any, is untouched.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    try:
        _replace(path, data)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(path) from error
        raise FolderNotWritableError(path, error.strerror or "") from error


def _replace(path: Path, data: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=".namnd-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
