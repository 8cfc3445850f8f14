"""A first look at the files of an utskick: there, readable, and still what was kept.

It goes on in a thread of its own while other things are made: reading and checksums leave the
processor's other core free to do so.
"""

import hashlib
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from nämnd.paket.kinds import HEAD
from nämnd.paket.plan import Part, Reason


def look(part: Part) -> bytes | Reason:
    """Return how the file of `part` begins, or why it can't be used."""
    if part.path is None:
        return Reason.NO_FILE
    try:
        with part.path.open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            head = file.read(HEAD)
    except FileNotFoundError:
        return Reason.MISSING
    except OSError:
        return Reason.UNREADABLE
    return head if checksum == part.sha256 else Reason.CHANGED


@contextmanager
def looking(parts: Sequence[Part]) -> Generator[list[Future[bytes | Reason]]]:
    """Give what `look` finds, part by part, as it comes."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        found = [pool.submit(look, part) for part in parts]
        try:
            yield found
        finally:
            pool.shutdown(cancel_futures=True)
