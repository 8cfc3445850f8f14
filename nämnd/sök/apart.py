"""Much catching up, in a helper process: on a thread it would make the window wait its turn."""

from datetime import datetime

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import Work
from nämnd.core.worker import Here
from nämnd.store import Place, Store
from nämnd.sök.catching_up import Left, catch_up
from nämnd.sök.index import open_index


def catch_up_apart(place: Place, now: datetime) -> Work[Left]:
    """Catch the index of the database at `place` up. For a helper process.

    Files are read in the same process: one that brings it down is for `catch_up` to name, which
    reads each in a process of its own.

    Raises:
        SökUnavailableError, SökindexUnwritableError, NämndError: as `catch_up`.
    """
    index = open_index(place)
    store = Store(place, who="", clock=lambda: now, read_only=True)
    try:
        return (yield from catch_up(store, FileStore(place.files), index, worker=Here()))
    finally:
        index.close()
        store.close()
