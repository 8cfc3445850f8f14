"""A file written beside its place and renamed: at its place it is whole, or not there at all."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from nämnd.core.errors import DiskFullError, FolderNotWritableError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def half_of(target: Path) -> Path:
    """Return where `target` is written until it is whole.

    Always the same place: what a killed process left there is written over the next time, and
    whoever ended the process can remove it.
    """
    mark = hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return target.with_name(f".namnd-{mark}.half")


def discard_half(target: Path) -> None:
    """Remove what an ended process left of `target`."""
    with suppress(OSError):
        half_of(target).unlink(missing_ok=True)


@contextmanager
def beside(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write; it takes the place of `target` when all went well.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    half = half_of(target)
    try:
        try:
            with half.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            half.replace(target)
        finally:
            discard_half(target)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(target) from error
        raise FolderNotWritableError(target, error.strerror or "") from error
