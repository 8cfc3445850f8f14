"""The text of a PDF, page by page, and what is to be warned of in it."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs.

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from nämnd.filtext.values import Warning as Told
from nämnd.filtext.xml_text import MOST_TEXT, Text
from nämnd.post.damage import DAMAGE

_MOST_PAGES = 5_000
_MOST_OBJECTS = 200_000
BROKEN_WORD = re.compile("[\x02\ufffe][ \t]*\r?\n?")
"""How PDFium gives a hyphen at a line's end."""
_ACTIVE = frozenset(("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"))
_ACTIVE_KEYS = ("/JS", "/EmbeddedFiles", "/EF", "/XFA")


class LockedPdfError(Exception):
    """A password is needed."""


def pdf_text(data: bytes) -> Text:
    """Return the text of each page; «» for one that is damaged or only a picture.

    A scan with a page or two of text, such as a cover letter before it, is not whole.

    Raises:
        LockedPdfError: a password is needed.
        DAMAGE: it can't be opened.
    """
    import pypdfium2

    document = _opened(data)
    text, size, pictures = Text(), 0, 0
    try:
        for number in range(len(document)):
            if number == _MOST_PAGES or size > MOST_TEXT:
                text.whole = False
                break
            try:
                page, is_picture = _page_text(document, number)
                pictures += is_picture
            except (pypdfium2.PdfiumError, *DAMAGE):  # one damaged page: the others may be whole
                page, text.whole = "", False
            size += len(page)
            text.pages.append(page[:MOST_TEXT])
    finally:
        document.close()
    text.whole = text.whole and (not size or pictures * 2 <= len(text.pages))
    return text


def _opened(data: bytes) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise LockedPdfError from error
        raise ValueError from error


def _page_text(document: Any, number: int) -> tuple[str, bool]:  # noqa: ANN401 - as above
    """Return the text of a page, and whether it is only a picture."""
    page = document[number]
    try:
        found = page.get_textpage()
        try:
            text = BROKEN_WORD.sub("", found.get_text_range(errors="ignore"))
            return text, not text.strip() and _has_picture(page)
        finally:
            found.close()
    finally:
        page.close()


def _has_picture(page: Any) -> bool:  # noqa: ANN401 - as above
    import pypdfium2.raw as pdfium

    return any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def pdf_warnings(data: bytes) -> tuple[Told, ...]:
    """Return what is to be warned of: scripts, what starts programs, files inside, a password."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # nobody here reads it
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _warnings(pdf)
    except pikepdf.PasswordError:
        return (Told.LOCKED,)
    except (pikepdf.PdfError, *DAMAGE):
        return (Told.DAMAGED,)


def pdf_glance(data: bytes) -> tuple[str, int | None]:
    """Return the title that is written in the file («» when none is) and the number of pages."""
    import pypdfium2

    try:
        document = _opened(data)
    except (LockedPdfError, *DAMAGE):
        return "", None
    try:
        return document.get_metadata_value("Title"), len(document)
    except (pypdfium2.PdfiumError, *DAMAGE):
        return "", None
    finally:
        document.close()


def _warnings(pdf: Any) -> tuple[Told, ...]:  # noqa: ANN401 - pikepdf's objects are of any kind
    active = any(
        str(one.get("/S", "")) in _ACTIVE or any(key in one for key in _ACTIVE_KEYS)
        for one in _dictionaries(pdf)
    )
    return (Told.ACTIVE_PDF,) if active else ()


def _dictionaries(pdf: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Yield every dictionary of the file, also those that stand inside another."""
    import pikepdf

    for _, one in zip(range(_MOST_OBJECTS), pdf.objects, strict=False):
        waiting: list[Any] = [one]
        while waiting:
            here = waiting.pop()
            if isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
                yield here
                values = [value for _, value in here.items()]
            else:
                values = list(here) if isinstance(here, pikepdf.Array) else []
            waiting += [one for one in values if _is_inside(one)]


def _is_inside(value: object) -> bool:
    """Say whether it stands inside another object, and is not one of the file's own."""
    return not getattr(value, "is_indirect", True)
