"""Files for the reader's tests: PDF and Word made on the spot."""

import zipfile
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "002_826bd18f3a40f9be.txt"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_pdf(path: Path, pages: list[list[str]], *, size: float = 10, **options) -> Path:
    """Draw one line of text under the other; pages are lists of lines."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1, **options)
    for lines in pages:
        canvas.setFont("Helvetica", size)
        top = A4[1] - 50
        for line in lines:
            top -= 1.4 * size
            if line:
                canvas.drawString(60, top, line)
        canvas.showPage()
    canvas.save()
    return path


def write_docx(path: Path, paragraphs: list[str]) -> Path:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def write_zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def word_xml(body: str) -> bytes:
    """Wrap a body as the main part of a Word file."""
    return f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()


def numbering_xml(levels: str, lists: str) -> bytes:
    return (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f"{lists}</w:numbering>"
    ).encode()


def paragraph_xml(text: str, *, level: int | None = None, list_id: int = 1) -> str:
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    listed = "" if level is None else f"<w:pPr><w:numPr>{place}</w:numPr></w:pPr>"
    return f"<w:p>{listed}<w:r><w:t>{text}</w:t></w:r></w:p>"
