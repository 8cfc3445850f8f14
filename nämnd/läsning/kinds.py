"""What kind of file something is, by its content: a name can say anything."""

from enum import Enum, auto

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.läsning.decoding import looks_binary

_PDF_MARK, _PDF_WITHIN = b"%PDF-", 1024  # ISO 32000-1 7.5.2: readers accept bytes before the mark
ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Word, and Word files with a password
_MARKUP_MARKS = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Kind(Enum):
    """A kind of file that lines can be read from."""

    TEXT = auto()
    PDF = auto()
    WORD = auto()


def kind_of(data: bytes, name: str) -> Kind:
    """Return the kind of `data`; `name` only helps to say what is wrong.

    A zip counts as Word here; whether it is one shows when it is opened.

    Raises:
        ForeignFileError: empty, binary, or of a kind that is not read.
    """
    if not data:
        raise ForeignFileError(name, Unreadable.EMPTY)
    if _PDF_MARK in data[:_PDF_WITHIN]:
        return Kind.PDF
    if data.startswith(ZIP_MARK):
        return Kind.WORD
    if data.startswith(OLE_MARK):
        raise ForeignFileError(name, why_ole(data))
    promised = _promised_by(name)
    if promised is not None:
        raise ForeignFileError(name, promised)
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP_MARKS):
        raise ForeignFileError(name, Unreadable.UNKNOWN_KIND)
    if looks_binary(data):
        raise ForeignFileError(name, Unreadable.BINARY)
    return Kind.TEXT


def why_ole(data: bytes) -> Unreadable:
    """Return why a file that begins with `OLE_MARK` can't be read: locked, or of another kind."""
    return Unreadable.PASSWORD if _ENCRYPTED in data else Unreadable.NOT_WORD


def _promised_by(name: str) -> Unreadable | None:
    """Return what is wrong with a file that by its name should have been a PDF or Word."""
    lowered = name.lower()
    if lowered.endswith(".pdf"):
        return Unreadable.NOT_PDF
    if lowered.endswith((".docx", ".docm")):
        return Unreadable.NOT_WORD
    return None
