"""What writing to a disk takes: renames that last, patience with other programs, and plain words.

Systems word their errors in English, or in the language of the computer. What the user reads is
Swedish, so the reasons have their words here.
"""

import errno
import os
import time
from collections.abc import Sequence
from pathlib import Path

from nämnd.core.errors import DiskFullError, FolderNotWritableError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)  # seconds; a virus scanner lets go within these
_REASONS = {
    errno.EACCES: "du har inte behörighet",
    errno.EPERM: "systemet tillåter det inte",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "sökvägen går genom en fil, inte en mapp",
    errno.EISDIR: "det är en mapp",
    errno.EEXIST: "det finns redan något med det namnet",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länken leder runt till sig själv",
    errno.EBUSY: "den används av ett annat program",
    errno.ETXTBSY: "den används av ett annat program",
    errno.EIO: "disken svarar med fel",
    errno.ENODEV: "disken är inte ansluten",
    errno.ENXIO: "disken är inte ansluten",
    errno.ESTALE: "filservern känner inte längre igen den",
    errno.ETIMEDOUT: "filservern svarar inte",
    errno.EHOSTDOWN: "filservern svarar inte",
    errno.EHOSTUNREACH: "filservern går inte att nå",
    errno.EMFILE: "för många filer är öppna",
    errno.ENFILE: "för många filer är öppna",
    **dict.fromkeys(_FULL, "disken är full"),
}


def reason(error: OSError) -> str:
    """Return why the system refused, in Swedish, as a part of a sentence."""
    known = _REASONS.get(error.errno or 0)
    return known or f"systemets fel nummer {error.errno}"


def write_refused(error: OSError, path: Path) -> DiskFullError | FolderNotWritableError:
    """Return what to raise when `path` could not be written because of `error`."""
    if error.errno in _FULL:
        return DiskFullError(path)
    return FolderNotWritableError(path, reason(error))


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system has a way to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def put_in_place(half: Path, target: Path, *, waits: Sequence[float] = _WAITS) -> None:
    """Rename `half` to `target` so that it lasts, replacing what is there.

    On Windows a virus scanner or a sync client may hold a file for a moment; so it is tried again
    after each of `waits` (seconds) before the refusal counts.
    """
    for wait in waits:
        try:
            half.replace(target)
            break
        except PermissionError:
            time.sleep(wait)
    else:
        half.replace(target)
    sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it; one that is there is fine.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refused(error, folder) from error
