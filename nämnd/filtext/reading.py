"""All words of a file, for the search. A foreign file: read it in a process of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from nämnd.core.errors import ForeignFileError
from nämnd.filtext.kinds import FileKind, kind_of
from nämnd.filtext.look import look_at, ordered
from nämnd.filtext.package import LockedError, Package
from nämnd.filtext.values import FileText, TextState
from nämnd.filtext.values import Warning as Told
from nämnd.filtext.xml_text import MOST_TEXT, DefinesEntitiesError, Text
from nämnd.läsning.decoding import decode
from nämnd.post.damage import DAMAGE
from nämnd.post.errors import NotAMailError

__all__ = ["kind_of", "read_text"]
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff]")


def read_text(data: bytes, name: str) -> FileText:
    """Return the words of `data`; `name` is the file's. Never raises on any bytes."""
    look = look_at(data, name)
    if Told.TOO_LARGE in look.warnings or Told.LOCKED in look.warnings:
        return FileText(TextState.UNREADABLE, (), look.warnings)
    found = _read(data, look.kind)
    return replace(found, warnings=ordered({*look.warnings, *found.warnings}))


def _read(data: bytes, kind: FileKind) -> FileText:
    from nämnd.filtext.pdf_text import LockedPdfError

    try:
        text = _text(data, kind)
    except (LockedError, LockedPdfError):
        return FileText(TextState.UNREADABLE, (), (Told.LOCKED,))
    except MemoryError:
        return FileText(TextState.UNREADABLE, (), (Told.TOO_LARGE,))
    except (DefinesEntitiesError, ForeignFileError, NotAMailError, *DAMAGE):
        return FileText(TextState.UNREADABLE, (), (Told.DAMAGED,))
    if text is None:
        without = kind in (FileKind.PICTURE, FileKind.EMPTY)
        return FileText(TextState.WITHOUT_TEXT if without else TextState.UNKNOWN_KIND)
    return _told(text)


def _told(text: Text) -> FileText:
    pages = tuple(map(_tidy, text.pages))
    if any(pages):
        return FileText(TextState.READ if text.whole else TextState.PART, pages)
    return FileText(TextState.WITHOUT_TEXT if text.whole else TextState.UNREADABLE, pages)


def _text(data: bytes, kind: FileKind) -> Text | None:
    """Return the text of a kind that has any; None for others."""
    match kind:
        case FileKind.PDF:
            from nämnd.filtext.pdf_text import pdf_text

            return pdf_text(data)
        case FileKind.WORD | FileKind.EXCEL | FileKind.POWERPOINT | FileKind.ODF:
            return _packed(Package(data), kind)
        case FileKind.TEXT:
            return _one(decode(data[: MOST_TEXT * 4]))
        case FileKind.HTML:
            from nämnd.post.html_text import html_text

            return _one(html_text(decode(data)))
        case FileKind.RTF:
            from nämnd.filtext.rtf import rtf_text

            return _one(rtf_text(data))
        case FileKind.OLD_OFFICE:
            from nämnd.filtext.old_office import old_office_text

            return old_office_text(data)
        case FileKind.MAIL:
            return _one(_mail_text(data))
        case _:
            return None


def _packed(package: Package, kind: FileKind) -> Text:
    from nämnd.filtext import excel, office

    match kind:
        case FileKind.WORD:
            return office.word_text(package)
        case FileKind.EXCEL:
            return excel.sheets_text(package)
        case FileKind.POWERPOINT:
            return office.slides_text(package)
        case _:
            return office.odf_text(package)


def _mail_text(data: bytes) -> str:
    """Return a mail as one reads it, with the names of what is attached."""
    from nämnd.post.reading import read_mail

    mail = read_mail(data, "")
    names = [one.name for one in mail.attached] + list(mail.left_out)
    return "\n".join((mail.subject, mail.sender, ", ".join(mail.to), "", mail.body, "", *names))


def _one(text: str) -> Text:
    return Text([text[:MOST_TEXT]], whole=len(text) <= MOST_TEXT)


def _tidy(page: str) -> str:
    """Return a page with composed letters, the usual line ends and nothing that is not seen."""
    text = page.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_UNSEEN.sub("", line).rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
