"""Counts the pages of a file. Runs in the helper process: nothing of Qt is imported here."""

from pathlib import Path

from nämnd.core.progress import Progress, Work

_PDF = b"%PDF-"
_HEAD = 1024  # bytes looked at; a PDF may begin this late (ISO 32000-1, 7.5.2)


def count_pages(path: Path) -> Work[int | None]:
    """Return how many pages a PDF has; None for other files and those that can't be read."""
    yield Progress(0, 1)
    with path.open("rb") as file:
        if _PDF not in file.read(_HEAD):
            return None
    from pikepdf import PasswordError, Pdf, PdfError

    try:
        with Pdf.open(path) as pdf:
            return len(pdf.pages)
    except (PasswordError, PdfError):
        return None
