"""The first step of an import: read the file, and take in the files it refers to."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TypeAlias

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.bilaga.names import shown_name
from nämnd.core.disk import reason
from nämnd.core.errors import FileUnreadableError
from nämnd.core.progress import Progress, Work
from nämnd.utbyte.attached import Attached, attached
from nämnd.utbyte.errors import Finding, refuse
from nämnd.utbyte.objects import UtbyteFile
from nämnd.utbyte.reading import read_utbyte
from nämnd.utbyte.tree import brief

Reference: TypeAlias = tuple[str | None, str | None]  # path and checksum, as the file has them
_INSIDE = "en fil i samma mapp som utbytesfilen, eller i en mapp under den"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that has been read, and whose files lie in the file store."""

    name: str  # the file's name, for sentences
    file: UtbyteFile
    kept: dict[Reference, KeptFile]


def prepare(path: Path, files: FileStore) -> Work[Prepared]:
    """Read the file at `path` and copy the files it refers to. No row is touched.

    A file that a path leads to must lie beside the JSON file or in a folder there: what comes from
    elsewhere does not say which of the user's files to read.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: the JSON file can't be read.
        UtbyteError: it is not of the format, or a file is missing, outside, or not the one meant.
        DiskFullError, FolderNotWritableError: the files can't be kept.
    """
    yield Progress(0, 1, f"Läser {shown_name(path.name)}")
    file, name = read_utbyte(path), shown_name(path.name)
    folder = path.resolve().parent
    wanted = list({(one.fil, one.sha256): one for one in attached(file)}.values())
    refuse(name, [found for one in wanted if one.fil for found in _unsafe(one, one.fil, folder)])
    total, mismatches = 2 * len(wanted), list[Finding]()
    for done, one in enumerate(wanted):
        yield Progress(done, total, f"Kontrollerar {shown_name(one.fil or one.filnamn or '')}")
        mismatches += _mismatch(one, folder)
    refuse(name, mismatches)
    copied: dict[str, KeptFile] = {}
    for done, one in enumerate(wanted, start=len(wanted)):
        if one.fil is not None and one.fil not in copied:
            yield Progress(done, total, f"Kopierar {shown_name(one.fil)}")
            copied[one.fil] = files.keep(folder / one.fil)
    return Prepared(name, file, _kept(wanted, copied, files, name))


def kept_of(prepared: Prepared, fil: str | None, sha256: str | None) -> KeptFile | None:
    """Return the kept file that an object refers to by path or checksum; None for neither."""
    return prepared.kept[fil, sha256] if fil or sha256 else None


def _kept(
    wanted: list[Attached], copied: dict[str, KeptFile], files: FileStore, name: str
) -> dict[Reference, KeptFile]:
    by_content = {one.sha256: one for one in copied.values()}
    kept: dict[Reference, KeptFile] = {}
    findings: list[Finding] = []
    for one in wanted:
        found = copied[one.fil] if one.fil else _by_checksum(one, by_content, files)
        if found is None:
            findings.append(Finding(one.path, "bara en kontrollsumma", "sökvägen till filen"))
        elif one.sha256 not in (None, found.sha256):
            findings.append(Finding(one.path, "en fil som ändrades medan den lästes", "en fil"))
        else:
            kept[one.fil, one.sha256] = found
    refuse(name, findings)
    return kept


def _by_checksum(one: Attached, copied: dict[str, KeptFile], files: FileStore) -> KeptFile | None:
    """Return a file that is named by its checksum only: copied just now, or kept since before."""
    if one.sha256 is None or one.sha256 in copied or not files.has(one.sha256):
        return copied.get(one.sha256 or "")
    size = files.path_of(one.sha256).stat().st_size
    return KeptFile(one.sha256, one.filnamn or "namnlös", size)


def _unsafe(one: Attached, fil: str, folder: Path) -> Iterator[Finding]:
    found = brief(fil)
    posix, windows = PurePosixPath(fil), PureWindowsPath(fil)
    if posix.is_absolute() or windows.drive or windows.root:
        yield Finding(one.path, f"{found}, en hel sökväg", _INSIDE)
    elif ".." in windows.parts or "\0" in fil or "\\" in fil:
        yield Finding(one.path, f"{found}, som leder ut ur mappen", _INSIDE)
    else:
        yield from _outside(one, folder / fil, folder)


def _outside(one: Attached, path: Path, folder: Path) -> Iterator[Finding]:
    found = brief(one.fil)
    try:
        real = path.resolve()
        exists, is_file = real.exists(), real.is_file()
    except (OSError, RuntimeError):  # a name too long for the system, or links in a circle
        yield Finding(one.path, f"{found}, som inte kan öppnas", _INSIDE)
        return
    if not real.is_relative_to(folder):
        yield Finding(one.path, f"{found}, en länk som leder ut ur mappen", _INSIDE)
    elif not exists:
        yield Finding(one.path, f"{found}, som saknas", f"filen i {folder}")
    elif not is_file:
        yield Finding(one.path, f"{found}, som inte är en fil", "en fil")


def _mismatch(one: Attached, folder: Path) -> Iterator[Finding]:
    if one.fil is None or one.sha256 is None:
        return
    path = folder / one.fil
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error
    if digest != one.sha256:
        found = f"{brief(one.fil)}, med kontrollsumman {digest[:12]}…"
        yield Finding(one.path, found, f"filen med kontrollsumman {one.sha256[:12]}…")
