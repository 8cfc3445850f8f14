"""Where the data lies: a file of the user's, or a database server.

Light, since the first page is read from it: what only some places need is imported there.
"""

from dataclasses import dataclass
from pathlib import Path


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

    @property
    def shown(self) -> str:
        """Return where it is, for a sentence: never with a password."""
        if self.path is not None:
            return str(self.path)
        return self.url.partition("://")[2].rpartition("@")[2].partition("?")[0]


def default_place() -> Place:
    """Return the database in the user's own data folder, making the folder.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be made.
    """
    folder = _own_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from nämnd.core.disk import write_refused

        raise write_refused(error, folder) from error
    return place_of(str(folder / "namnd.db"))


def place_of(address: str) -> Place:
    """Return the place for what the user wrote after `--databas`: a path or an SQLAlchemy URL.

    Any character may be in a path. Links are followed, so that two ways to one file are one place.

    Raises:
        NotAFileError: it can only be a folder.
        DatabaseUnreachableError: an SQLite URL with settings after a question mark.
    """
    scheme, sign, rest = address.partition("://")
    sqlite = scheme.split("+")[0] == "sqlite"
    if not sign or len(scheme) == 1:  # one letter is a drive of Windows
        return _place_at(_followed(Path(address)))
    if not sqlite:
        folder = _own_folder() / "server"
        return Place(address, None, folder / "filer", folder / "backups")
    if "?" in rest:
        from nämnd.core.errors import DatabaseUnreachableError

        raise DatabaseUnreachableError(address, "ange bara sökvägen, utan inställningar efter ?")
    return _place_at(_followed(Path(rest.removeprefix("/"))))


def _own_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("namnd", appauthor=False))


def _place_at(path: Path) -> Place:
    if not path.name:
        from nämnd.core.errors import NotAFileError

        raise NotAFileError(path)
    return Place(
        url=f"sqlite:///{path}",
        path=path,
        files=path.with_name(path.name + ".filer"),
        backups=path.with_name(path.name + ".backups"),
    )


def _followed(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except (RuntimeError, OSError, ValueError):  # an unknown ~user, or a link to itself
        return path.absolute()
