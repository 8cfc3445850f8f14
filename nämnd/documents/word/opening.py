"""A template, opened with care and checked. Imports python-docx: import it late."""

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError

from nämnd.core.disk import reason
from nämnd.core.errors import FileUnreadableError
from nämnd.documents.errors import TemplateUnfitError
from nämnd.documents.word.controls import controls_of
from nämnd.documents.word.lists import has_numbering
from nämnd.documents.word.names import NEEDED, Control, Style
from templates import template as shipped

SHIPPED = "kallelse.docx"
WITH_SIGNS = "protokoll.docx"  # for what is signed on every page

_MAX_UNPACKED = 60_000_000  # bytes; a template with a few pictures is far under it
_MAX_PARTS = 2_000
_NOT_WORD = (
    OpcError,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    AttributeError,
    SyntaxError,  # lxml: no well-formed XML
    NotImplementedError,
    EOFError,
)


def opened(template: Path | None, own: str = SHIPPED) -> WordFile:
    """Return the template, or else our `own`, ready to be filled.

    Raises:
        TemplateUnfitError: it can't be opened, or lacks a style or a field.
        FileUnreadableError: it can't be read.
    """
    name = template.name if template else own
    word = _parsed(_read(template, own), name)
    missing = _missing_styles(word) + _missing_controls(word)
    if missing:
        raise TemplateUnfitError(name, missing)
    return word


def _read(template: Path | None, own: str) -> bytes:
    if template is None:
        return shipped(own).read_bytes()
    try:
        return template.read_bytes()
    except OSError as error:
        raise FileUnreadableError(template, reason(error)) from error


def _parsed(data: bytes, name: str) -> WordFile:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
            raise TemplateUnfitError(name, ())
        return docx.Document(io.BytesIO(data))
    except _NOT_WORD as error:
        raise TemplateUnfitError(name, ()) from error


def _missing_styles(word: WordFile) -> tuple[str, ...]:
    there = {style.name for style in word.styles}
    missing = tuple(style.value for style in Style if style.value not in there)
    lists = (style for style in (Style.NUMBERED, Style.BULLETED) if style.value in there)
    return missing + tuple(style.value for style in lists if not has_numbering(word, style))


def _missing_controls(word: WordFile) -> tuple[str, ...]:
    there = controls_of(word)
    in_body = {control for control, places in there.items() if any(p.in_body for p in places)}
    return tuple(
        control.value
        for control in NEEDED
        if control not in (in_body if control is Control.CONTENT else there)
    )
