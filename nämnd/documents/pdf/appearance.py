"""What is seen at the place where somebody has signed electronically.

Drawn here and not by pyHanko, whose fonts PDF/A and PDF/UA refuse.
"""

import io
from collections.abc import Sequence
from datetime import datetime

from nämnd.underskrift.errors import UnsignableError

SIGNED = "Elektroniskt undertecknad"


def signed_lines(name: str, role: str, when: datetime) -> tuple[str, ...]:
    """Return what is written at the place: that it is signed, by whom, and when."""
    who = ", ".join(filter(None, (name, role[:1].lower() + role[1:])))
    return SIGNED, who, f"{when:%Y-%m-%d} klockan {when:%H.%M}"


def appearance(lines: Sequence[str], size: tuple[float, float]) -> bytes:
    """Return a PDF of one page of `size` (points) with `lines` on it, the first in bold.

    The type is as large as lets all of it in; what is too long even for the smallest is cut with
    «…». The same arguments give the same bytes.
    """
    from nämnd.documents.pdf.look import drawn

    return drawn(lines, size)


def field_sizes(pdf: bytes) -> dict[str, tuple[float, float]]:
    """Return width and height in points of every signature field of a PDF, by its name.

    Raises:
        UnsignableError: the PDF is damaged or locked.
    """
    from pikepdf import Dictionary, Name, Pdf, PdfError

    try:
        with Pdf.open(io.BytesIO(pdf)) as opened:
            form = opened.Root.get("/AcroForm", Dictionary())
            found = [one for one in form.get("/Fields", []) if one.get("/FT") == Name.Sig]
            return {str(one.T): _size([float(edge) for edge in one.Rect]) for one in found}
    except (PdfError, AttributeError, TypeError, ValueError) as error:
        raise UnsignableError from error


def with_signatures_drawn(pdf: bytes) -> bytes:
    """Return a copy of a PDF to look at or to print, with the signatures drawn on its pages.

    Qt draws no form fields, so nobody would see that a page is signed. The copy is not signed any
    longer: it is never what is kept or sent. A file without fields, or one that is damaged, comes
    back as it is.
    """
    if b"/AcroForm" not in pdf:
        return pdf
    from pikepdf import Pdf, PdfError

    file = io.BytesIO()
    try:
        with Pdf.open(io.BytesIO(pdf)) as opened:
            opened.flatten_annotations("all")
            opened.save(file)
    except PdfError:
        return pdf
    return file.getvalue()


def _size(rect: Sequence[float]) -> tuple[float, float]:
    left, bottom, right, top = rect
    return round(right - left, 2), round(top - bottom, 2)
