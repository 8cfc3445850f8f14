"""A zip from elsewhere, opened with care: a small file can unpack to fill the memory."""

import io
import zipfile

from nämnd.core.errors import ForeignFileError, Unreadable

_MAX_PARTS = 10_000
_MAX_UNPACKED = 400 * 1024 * 1024  # pictures and all
_MAX_XML = 64 * 1024 * 1024  # one part; a document of 1 000 pages is about 20 MB
_MAX_RATIO = 400  # document.xml packs to about a tenth; a bomb to a thousandth
_SMALL = 1024 * 1024  # below this a ratio means nothing


def opened_zip(data: bytes, name: str, *, too_large: Unreadable) -> zipfile.ZipFile:
    """Return the zip, whose parts are none too large to unpack; `name` is the file's, for errors.

    Raises:
        ForeignFileError: cut off or damaged; or it unpacks to too much, which is `too_large`.
    """
    try:
        found = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ForeignFileError(name, Unreadable.TRUNCATED) from error
    parts = found.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or any(map(_is_bomb, parts)):
        raise ForeignFileError(name, too_large)
    return found


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels")):
        return False
    if part.file_size > _MAX_XML:
        return True
    return part.file_size > _SMALL and part.file_size > _MAX_RATIO * max(part.compress_size, 1)
