"""The file of a paper, whatever it is about: its kinds, its name in short, the logo on it."""

from datetime import datetime

from nämnd.bilaga.files import FileStore
from nämnd.documents.content import Document
from nämnd.documents.parts import Sender

PDF, WORD = ".pdf", ".docx"
FORMS = (PDF, WORD)


def in_short(rubrik: str, most: int) -> str:
    """Return the words of a rubrik that there is room for in `most` letters, whole ones."""
    if len(rubrik) <= most:
        return rubrik
    return rubrik[: most + 1].rsplit(" ", 1)[0][:most]


def with_logo(sender: Sender, files: FileStore | None) -> Sender:
    """Return who sends, with the logo when it is in the file store."""
    logo = sender.nämnd.logotyp
    if files is None or logo is None or not files.has(logo):
        return sender
    return Sender(sender.nämnd, files.read(logo, ""))


def document_bytes(
    document: Document, *, created: datetime, suffix: str = PDF, draft: bool = False
) -> bytes:
    """Return a document as a PDF (PDF/UA-1, PDF/A-2a) or a Word file.

    It needs no database: it can be made in a helper process. `draft`: every page is marked UTKAST.
    """
    if suffix == WORD:
        from nämnd.documents.word import word_bytes

        return word_bytes(document, created=created, draft=draft)
    from nämnd.documents.pdf import pdf_bytes

    return pdf_bytes(document, created=created, draft=draft)
