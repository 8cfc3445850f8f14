"""Files for the reader's tests: PDF and Word made on the spot."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from nämnd.core.errors import (
    ForeignFileError,
    Unreadable,
)
from nämnd.läsning.found import FoundDagordning
from nämnd.läsning.lines import (
    Line,
    clean_lines,
    with_gaps,
)
from nämnd.läsning.text import read_lines

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


def told(found: FoundDagordning) -> str:
    """Tell what was found, a line for each thing, to compare with a kept, reviewed file."""
    out = [
        f"organ: {found.organ}",
        f"tid: {found.day} {found.from_time}–{found.to_time}",
        f"plats: {found.plats}",
        f"ordförande: {found.ordförande} · sekreterare: {found.sekreterare}",
        f"rader: {found.first_line}–{found.last_line}",
        *(f"? {doubt.line}: {doubt.text}" for doubt in found.doubts),
    ]
    for punkt in found.punkter:
        out += ["", f"[{punkt.number}] {punkt.rubrik} ({punkt.slag}, rad {punkt.line})"]
        pairs = (
            ("grupp", punkt.grupp),
            ("dnr", punkt.dnr),
            ("tid", punkt.tid),
            ("föredragande", punkt.föredragande),
        )
        out += [f"  {name}: {value}" for name, value in pairs if value]
        out += [f"  under: {text}" for text in punkt.underpunkter]
        out += [f"  att: {text}" for text in punkt.förslag]
        out += [f"  text: {line}" for line in punkt.sammanfattning.splitlines() if line]
        for bilaga in punkt.bilagor:
            note = f" ({bilaga.anmärkning})" if bilaga.anmärkning else ""
            outside = "" if bilaga.i_utskicket else " [ej i utskicket]"
            out.append(f"  bilaga {bilaga.label}: {bilaga.rubrik}{note}{outside}")
        out += [f"  ? {doubt.line}: {doubt.text}" for doubt in punkt.doubts]
    return "\n".join(out) + "\n"


def lines(*texts: str) -> list[Line]:
    """Clean lines as the finder does; an empty text is an empty line."""
    return with_gaps(clean_lines(texts))


def why(path: Path) -> Unreadable:
    with pytest.raises(ForeignFileError) as caught:
        read_lines(path)
    assert caught.value.name == path.name
    return caught.value.why
