"""Reads the words of a kept file, in a process of its own: it is somebody else's."""

import time

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import FileDamagedError, NämndError, WorkerDiedError
from nämnd.core.progress import Progress, Work
from nämnd.core.worker import Runner, WorkerBugError
from nämnd.filtext.values import FileText, TextState

LONGEST = 60  # seconds for one file
UNREADABLE = FileText(TextState.UNREADABLE)


def read_kept(
    worker: Runner, files: FileStore, sha256: str, name: str, longest: float = LONGEST
) -> Work[FileText | None]:
    """Return what the file says; None when it can't be reached now, so that it is tried again.

    What is damaged, hangs or brings the process down is unreadable.
    """
    if not files.has(sha256):
        return None
    work = worker.run(read_file, files, sha256, name)
    deadline = time.monotonic() + longest
    try:
        while True:
            yield next(work)
            if time.monotonic() > deadline:
                work.close()  # ends the process
                return UNREADABLE
    except StopIteration as end:
        return end.value
    except (FileDamagedError, WorkerDiedError, WorkerBugError):
        return UNREADABLE
    except NämndError:  # the disk or the file server refuses just now
        return None


def read_file(files: FileStore, sha256: str, name: str) -> Work[FileText]:
    """Return what a kept file, called `name`, says. Runs in the worker."""
    from nämnd.filtext.reading import read_text

    yield Progress(0, 1)
    return read_text(files.read(sha256, name), name)
