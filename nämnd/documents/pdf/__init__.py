"""Write a Document as PDF: A4, tagged, PDF/UA-1 and PDF/A-2a (or 1a) in one file.

    fonts, style      faces, sizes and colours
    lines             words into lines
    slabs, tags       what is laid out, and what it means
    blocks, tables, letterhead   each kind of block into slabs
    pages             slabs onto pages
    drawing           pages through reportlab
    finish, xmp       structure, links, fields, bookmarks and metadata through pikepdf
    appearance        what is seen where somebody has signed

The heavy libraries are imported when a document is drawn, not when this package is.
"""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from nämnd.core.beside import save_beside
from nämnd.documents.content import Document
from nämnd.documents.pdf.xmp import Archival


def pdf_bytes(
    document: Document,
    *,
    created: datetime,
    draft: bool = False,
    keep_bilaga_links: bool = False,
    archival: Archival = "2a",
) -> bytes:
    """Return `document` as a PDF. The same arguments give the same bytes every time.

    Args:
        document: what it says.
        created: when, for the metadata.
        draft: mark every page «Utkast».
        keep_bilaga_links: keep links to «bilaga:3A» as they are, for the utskick to point them
            at pages. A file that stands alone shows them as plain text.
        archival: «1a» for what several people sign.
    """
    from nämnd.documents.pdf.drawing import draw
    from nämnd.documents.pdf.finish import finish
    from nämnd.documents.pdf.layout import lay_out

    sheet = lay_out(document, draft=draft, keep_bilaga_links=keep_bilaga_links)
    return finish(draw(sheet), sheet, document, created, archival)


def write_pdf(
    document: Document,
    target: BinaryIO | Path,
    *,
    created: datetime,
    draft: bool = False,
    keep_bilaga_links: bool = False,
) -> None:
    """Save `document` as a PDF in `target`; a file is there whole or not at all.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    data = pdf_bytes(document, created=created, draft=draft, keep_bilaga_links=keep_bilaga_links)
    if isinstance(target, Path):
        save_beside(target, data)
    else:
        target.write(data)
