"""How the database is spoken to. Settled by measurement: these settings lose no committed change.

On a local disk: WAL and synchronous=FULL. On a network share SQLite takes WAL without a word and
loses commits, so there: rollback journal and synchronous=EXTRA, for one user at a time.
"""

import sys
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from nämnd.store.place import Place

_NETWORK = ("cifs", "smb", "smb2", "smb3", "nfs", "nfs4", "ncpfs", "9p", "fuse.sshfs", "fuse.smb")
IMMEDIATE = "BEGIN IMMEDIATE"


def make_engine(place: Place) -> Engine:
    """Return an engine for `place`; every connection gets the same settings."""
    engine = create_engine(place.url)
    if place.path is not None:
        pragmas = _pragmas(network=on_network(place.path))

        def prepare(link: DBAPIConnection, _record: object) -> None:
            _prepare(link, pragmas)

        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", _begin)
    return engine


def on_network(path: Path) -> bool:
    """Say whether `path` lies on a file server, as far as the system tells."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote
    return _file_system(path.parent) in _NETWORK


def _file_system(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        point, found = line.split()[1:3]
        point = point.replace("\\040", " ")
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, found
    return kind


def _pragmas(*, network: bool) -> tuple[str, ...]:
    journal = (
        ("journal_mode=DELETE", "synchronous=EXTRA")
        if network
        else ("journal_mode=WAL", "synchronous=FULL")
    )
    return ("busy_timeout=5000", "foreign_keys=ON", "mmap_size=0", "secure_delete=ON", *journal)


def _prepare(link: DBAPIConnection, pragmas: tuple[str, ...]) -> None:
    # None: no implicit COMMIT before DDL, so a killed migration leaves the old schema whole
    link.isolation_level = None
    cursor = link.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "BEGIN")
    connection.exec_driver_sql(how)
