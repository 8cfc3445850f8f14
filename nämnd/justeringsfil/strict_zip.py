"""Zips that can be written in one way only: stored, no times, nothing between the parts.

So a file that has been opened and packed again is known from one that nobody touched. What is read
stays in memory: no name in a zip ever becomes a path.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable, Mapping

from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.justeringsfil.limits import MOST_DIRECTORY, MOST_FILE, MOST_PARTS

_START, _END, _LARGE = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
_END_RECORD = struct.Struct("<4s8xL4xH")  # signature, size of the directory, of the comment
_LOCATOR = 20  # bytes before the end record, in a zip made for more than 4 GB
_UNIX, _READABLE, _PLAIN = 3, 0o644 << 16, 20
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others can't be read a piece at a time
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts in their order. The same parts give the same bytes everywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, data in parts.items():
            file.writestr(_entry(name), data)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    entry.create_version = entry.extract_version = _PLAIN
    return entry


def begins_as_zip(data: bytes) -> bool:
    """Say whether `data` may be a zip."""
    return data.startswith(_START)


def first_name(data: bytes) -> str:
    """Return the name of the first part; empty when there is none. Reads nothing else."""
    length = int.from_bytes(data[26:28], "little")
    return data[30 : 30 + length].decode("latin-1") if begins_as_zip(data) else ""


def unzipped(data: bytes, telling: Collection[str]) -> dict[str, bytes]:
    """Return the parts of a foreign zip by name.

    Args:
        data: the file.
        telling: a zip without any part of these names is something else; none: any zip will do.

    Raises:
        PackageError: NOT_A_PACKAGE, DAMAGED, EXTRA_PART (a name is there twice), TOO_LARGE.
    """
    if not begins_as_zip(data):
        raise PackageError(PackageFault.NOT_A_PACKAGE)
    if len(data) > MOST_FILE:
        raise PackageError(PackageFault.TOO_LARGE)
    _refuse_end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = file.infolist()
            _refuse_members(members, telling)
            return dict(_read(file, members))
    except _BROKEN as error:
        raise PackageError(PackageFault.DAMAGED) from error


def _refuse_end(data: bytes) -> None:
    """Refuse a zip whose list of parts would itself be too much to read."""
    end = len(data) - _END_RECORD.size
    if end < 0:
        raise PackageError(PackageFault.DAMAGED)
    signature, directory, comment = _END_RECORD.unpack_from(data, end)
    if signature != _END or comment:
        raise PackageError(PackageFault.DAMAGED)
    if directory > MOST_DIRECTORY or data[max(end - _LOCATOR, 0) :].startswith(_LARGE):
        raise PackageError(PackageFault.TOO_LARGE)


def _refuse_members(members: list[zipfile.ZipInfo], telling: Collection[str]) -> None:
    names = [one.orig_filename for one in members]
    if telling and not set(telling) & set(names):
        raise PackageError(PackageFault.NOT_A_PACKAGE)
    if sum(one.file_size for one in members) > MOST_FILE:
        raise PackageError(PackageFault.TOO_LARGE)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None or len(names) > MOST_PARTS:
        raise PackageError(PackageFault.EXTRA_PART, twice or names[MOST_PARTS])
    if any(one.compress_type not in _WAYS for one in members):
        raise PackageError(PackageFault.DAMAGED)


def _read(file: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]) -> Iterable[tuple[str, bytes]]:
    """Give each part, never unpacking more than is allowed whatever the zip says of sizes."""
    left = MOST_FILE
    for member in members:
        with file.open(member) as part:
            data = part.read(left + 1)
        if len(data) > left:
            raise PackageError(PackageFault.TOO_LARGE)
        left -= len(data)
        yield member.orig_filename, data
