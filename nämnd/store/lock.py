"""One writing program at a time: a lock of the system's, which dies with its holder."""

import errno

from filelock import FileLock, Timeout

from nämnd.core.disk import reason, write_refused
from nämnd.core.errors import DatabaseBusyError, FolderNotWritableError
from nämnd.store.place import Place


def hold(place: Place) -> FileLock | None:
    """Take the lock of `place`; None for a server, which has its own.

    Raises:
        DatabaseBusyError: another program has it.
        DiskFullError, FolderNotWritableError: the lock can't be written.
    """
    if place.path is None or place.lock is None:
        return None
    folder = place.lock.parent
    if not folder.is_dir():  # the lock would make it, and a misspelt path a database nobody finds
        kind = errno.ENOTDIR if _through_file(place) else errno.ENOENT
        raise FolderNotWritableError(folder, reason(OSError(kind, "")))
    # not thread_local: whoever closes the store lets go, in whatever thread
    lock = FileLock(place.lock, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        if not place.lock.exists():  # so nobody holds it: it can't be made
            raise FolderNotWritableError(folder, reason(OSError(errno.EPERM, ""))) from error
        raise DatabaseBusyError(place.path) from error
    except OSError as error:
        raise write_refused(error, folder) from error
    return lock


def _through_file(place: Place) -> bool:
    return place.path is not None and any(parent.is_file() for parent in place.path.parents)
