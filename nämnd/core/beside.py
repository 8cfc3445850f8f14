"""A file written beside its place and renamed: at its place it is whole, or not there at all."""

import hashlib
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from nämnd.core.disk import put_in_place, write_refused


def half_of(target: Path) -> Path:
    """Return where `target` is written until it is whole.

    Always the same place: what a killed process left there is written over the next time.
    """
    mark = hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return target.with_name(f".namnd-{mark}.half")


@contextmanager
def beside(target: Path) -> Generator[BinaryIO]:
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
            put_in_place(half, target)
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)
    except OSError as error:
        raise write_refused(error, target) from error


def save_beside(path: Path, data: bytes) -> None:
    """Replace the file at `path` with `data`. On failure the old file, if any, is untouched.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    with beside(path) as file:
        file.write(data)
