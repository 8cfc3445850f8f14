"""What a bilaga is, by its content; the name decides only between kinds that look alike."""

import io
import zipfile
from enum import Enum, auto

from nämnd.bilaga.names import suffix_of
from nämnd.läsning.decoding import looks_binary
from nämnd.paket.plan import Reason


class Kind(Enum):
    """A kind of file, besides PDF, that can become pages."""

    OFFICE = auto()
    PICTURE = auto()
    TEXT = auto()


HEAD = 1024  # bytes looked at; a PDF may begin this late (ISO 32000-1, 7.5.2)
_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"GIF87a",
    b"GIF89a",
    b"BM",
)
_WEBP = (b"RIFF", b"WEBP")
_ZIP, _OLE, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_SUFFIXES = frozenset({".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps", ".pot"})
_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".csv", ".log", ""})
_PARTS = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
_OPEN = {"text": ".odt", "spreadsheet": ".ods", "presentation": ".odp", "graphics": ".odg"}
_OPEN_TYPE = "application/vnd.oasis.opendocument."
_MOST_NAMES = 20_000  # entries of a zip; real documents have hundreds


def is_pdf(head: bytes) -> bool:
    """Tell whether a file that begins so is a PDF."""
    return b"%PDF-" in head[:HEAD]


def kind_of(data: bytes, name: str) -> Kind | Reason:
    """Return the kind of `data`, which is no PDF, or why it can't become pages."""
    head = data[:HEAD]
    if not data:
        return Reason.EMPTY
    if head.startswith(_PICTURES) or (head.startswith(_WEBP[0]) and head[8:12] == _WEBP[1]):
        return Kind.PICTURE
    found = office_suffix(data, name)
    if found is not None:
        return found if isinstance(found, Reason) else Kind.OFFICE
    return _by_name(data, suffix_of(name))


def _by_name(data: bytes, suffix: str) -> Kind | Reason:
    if suffix in {".pdf", ".docx", ".xlsx", ".pptx", ".odt"}:
        return Reason.DAMAGED  # its name promises what it is not
    if suffix in _TEXT_SUFFIXES and not looks_binary(data):
        return Kind.TEXT
    return Reason.UNKNOWN_KIND


def office_suffix(data: bytes, name: str) -> str | Reason | None:
    """Return the suffix that an Office document should have, None when it is none."""
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return Reason.PASSWORD
        return suffix_of(name) if suffix_of(name) in _OLE_SUFFIXES else None
    return _zipped(data) if data.startswith(_ZIP) else None


def _zipped(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if len(names) > _MOST_NAMES:
                return None
            if names[:1] == ["mimetype"]:
                with package.open("mimetype") as entry:
                    return _open_document(entry.read(100).decode("ascii", "replace"))
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next((_PARTS[p] for p in _PARTS if any(name.startswith(p) for name in names)), None)


def _open_document(mimetype: str) -> str | None:
    kind = mimetype.strip().removeprefix(_OPEN_TYPE)
    return _OPEN.get(kind)
