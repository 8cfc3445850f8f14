"""Where the data lies: a file of the user's, or a database server. No SQLAlchemy here."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Place:
    """A database and the folder of its files.

    `path` is None for a database server. Kept files lie in `files`, backups in `backups`.
    """

    url: str
    path: Path | None
    files: Path
    backups: Path

    @property
    def lock(self) -> Path | None:
        """Return the file that one writing program at a time holds."""
        return self.path and self.path.with_name(self.path.name + ".lock")


def default_place() -> Place:
    """Return the database in the user's own data folder, making the folder."""
    folder = Path(platformdirs.user_data_dir("namnd", appauthor=False, ensure_exists=True))
    return place_of(str(folder / "namnd.db"))


def place_of(address: str) -> Place:
    """Return the place for what the user wrote after `--databas`: a path or an SQLAlchemy URL."""
    scheme, sign, rest = address.partition("://")
    if sign and scheme.split("+")[0] != "sqlite":
        folder = Path(platformdirs.user_data_dir("namnd", appauthor=False)) / "server"
        return Place(address, None, folder / "filer", folder / "backups")
    path = Path(rest.removeprefix("/") if sign else address).expanduser().absolute()
    return Place(
        url=f"sqlite:///{path}",
        path=path,
        files=path.with_name(path.stem + ".filer"),
        backups=path.with_name(path.stem + ".backups"),
    )
