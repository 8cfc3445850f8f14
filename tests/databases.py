"""A new database without the work of making one: the migrations are run once in each process."""

from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from nämnd.store import Place, Store, place_of


def new_database(path: Path) -> Place:
    """Put an empty database of the newest schema at `path`, as opening it would have made it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_empty())
    return place_of(str(path))


_DAY = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tom.db"
        with closing(Store(place_of(str(path)), who="", clock=lambda: _DAY)):
            pass
        return path.read_bytes()
