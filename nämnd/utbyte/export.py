"""Writes what the program knows of a nämnd, or of one sammanträde, with its files.

Order: new files first, each under a name that no other content has; then the JSON file in place of
the old one; last what only the old one referred to is removed. So the JSON file is whole, and all
its files are there, whenever the work stops.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.beside import save_beside
from nämnd.core.disk import write_refused
from nämnd.core.errors import GoneError
from nämnd.core.progress import Progress, Work
from nämnd.store import Store
from nämnd.tables import Nämnd, Sammanträde
from nämnd.utbyte.attached import FOLDER, attached, path_of
from nämnd.utbyte.building import file_of_rows
from nämnd.utbyte.objects import UtbyteFile
from nämnd.utbyte.rows import load_rows

NAME = "utbyte.json"
_OURS = re.compile(r".*-[0-9a-f]{16}(\.[a-z0-9]{1,5})?", re.DOTALL)
_MAGIC = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))


@dataclass(frozen=True, slots=True)
class Copy:
    """A kept file that goes along: `fil` is its path beside the JSON file."""

    fil: str
    sha256: str
    filnamn: str


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the format, ready to be written, and the files that go along."""

    file: UtbyteFile
    copies: tuple[Copy, ...]


def build(
    store: Store, files: FileStore, nämnd_id: str, sammanträde_id: str | None = None
) -> Export:
    """Return what the program knows of a nämnd, or only of one of its sammanträden.

    Raises:
        GoneError: it is not there.
        UtbyteUnwritableError: something in the database does not fit the format.
        FileMissingError, FileDamagedError: the logo is gone from the file store.
    """
    logo = store.ask(lambda session: _logo(session, nämnd_id, sammanträde_id))
    suffix = _suffix(files.read(logo, "logotyp")) if logo else ""
    path = path_of(f"logotyp{suffix}", logo) if logo else None
    file = store.ask(
        lambda session: file_of_rows(load_rows(session, nämnd_id, sammanträde_id), path)
    )
    copies = [Copy(path, logo, "logotyp")] if path and logo else []
    copies += [
        Copy(one.fil, one.sha256, one.filnamn or one.fil)
        for one in attached(file)
        if one.fil and one.sha256
    ]
    return Export(file, tuple({one.fil: one for one in copies}.values()))


def write_utbyte(export: Export, files: FileStore, folder: Path) -> Work[Path]:
    """Write `utbyte.json` and its files into `folder`; return the JSON file's path.

    Raises:
        FileMissingError, FileDamagedError: a kept file is gone, or not what was kept.
        DiskFullError, FolderNotWritableError: it can't be written; an older export is whole.
    """
    target, total = folder / NAME, len(export.copies) + 1
    written: list[Path] = []
    _make(folder)
    try:
        for done, copy in enumerate(export.copies):
            yield Progress(done, total, f"Kopierar {copy.filnamn}")
            written += _copy(copy, files, folder)
        yield Progress(total - 1, total, f"Skriver {NAME}")
        save_beside(target, export.file.as_json().encode())
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    _remove_left_over(folder / FOLDER, {Path(copy.fil).name for copy in export.copies})
    return target


def _logo(session: Session, nämnd_id: str, sammanträde_id: str | None) -> str | None:
    nämnd = session.get(Nämnd, nämnd_id)
    if nämnd is None:
        raise GoneError("nämnd", nämnd_id)
    if sammanträde_id is not None:
        sammanträde = session.get(Sammanträde, sammanträde_id)
        if sammanträde is None or sammanträde.nämnd_id != nämnd_id:
            raise GoneError("sammanträde", sammanträde_id)
    return nämnd.logotyp


def _suffix(data: bytes) -> str:
    return next((suffix for magic, suffix in _MAGIC if data.startswith(magic)), "")


def _copy(copy: Copy, files: FileStore, folder: Path) -> Iterator[Path]:
    """Copy one file and yield its path, unless it lay there already."""
    target = folder / copy.fil
    data = files.read(copy.sha256, copy.filnamn)
    if target.is_file() and target.read_bytes() == data:
        return
    _make(target.parent)
    save_beside(target, data)
    yield target


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refused(error, folder) from error


def _remove_left_over(folder: Path, names: set[str]) -> None:
    """Remove what an older export left: it may be secret by now, or simply wrong."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name not in names and _OURS.fullmatch(path.name) and path.is_file():
            with suppress(OSError):
                path.unlink()
    with suppress(OSError):  # not empty: somebody keeps something of their own there
        folder.rmdir()
