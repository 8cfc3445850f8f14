"""A zip from elsewhere, opened with care: a small file can unpack to fill the memory."""

import io
import zipfile

from nämnd.core.errors import ForeignFileError, Unreadable

_MAX_PARTS = 10_000
_MAX_LIST = 4 * 1024 * 1024  # bytes of the list of contents: it is read before it can be counted
_LIST_END, _LIST_SIZE = b"PK\x05\x06", slice(12, 16)  # APPNOTE 4.3.16
_COMMENT = 65_557  # bytes from the end where the mark of the list can stand
_MAX_UNPACKED = 400 * 1024 * 1024  # pictures and all
_MAX_XML = 64 * 1024 * 1024  # one part; a document of 1 000 pages is about 20 MB
_MAX_RATIO = 400  # document.xml packs to about a tenth; a bomb to a thousandth
_SMALL = 1024 * 1024  # below this a ratio means nothing


def opened_zip(data: bytes, name: str, *, too_large: Unreadable) -> zipfile.ZipFile:
    """Return the zip, whose parts are none too large to unpack; `name` is the file's, for errors.

    Raises:
        ForeignFileError: cut off or damaged; or it unpacks to too much, which is `too_large`.
    """
    if _list_size(data) > _MAX_LIST:
        raise ForeignFileError(name, too_large)
    try:
        found = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ForeignFileError(name, Unreadable.TRUNCATED) from error
    parts = found.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or any(map(_is_bomb, parts)):
        raise ForeignFileError(name, too_large)
    return found


def _list_size(data: bytes) -> int:
    """Return what the zip says of its list of contents; 4 GB when it is of the large variant."""
    at = data.rfind(_LIST_END, max(len(data) - _COMMENT, 0))
    return int.from_bytes(data[at:][_LIST_SIZE], "little") if at >= 0 else 0


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels")):
        return False
    if part.file_size > _MAX_XML:
        return True
    return part.file_size > _SMALL and part.file_size > _MAX_RATIO * max(part.compress_size, 1)
