"""Makes and reads Word files, for the tests of the writer and of templates."""

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph as WordParagraph

from nämnd.documents.content import Document
from nämnd.documents.word import word_bytes
from templates import template
from tests.nämnd.documents.samples import CREATED

TEMPLATES = Path(str(template("kallelse.docx"))).parent
CANARY = "KANARIE7731åäö"


def written(one: Document, own: Path | None = None) -> bytes:
    return word_bytes(one, created=CREATED, template=own)


def opened(data: bytes) -> WordFile:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def changed(tmp_path: Path, old: str, new: str, name: str = "word/styles.xml") -> Path:
    """Return a copy of the shipped template with one text in one part changed."""
    path = tmp_path / "egen mall.docx"
    with (
        zipfile.ZipFile(TEMPLATES / "kallelse.docx") as source,
        zipfile.ZipFile(path, "w") as target,
    ):
        for entry in source.namelist():
            data = source.read(entry)
            if entry == name:
                assert old in data.decode()
                data = data.decode().replace(old, new).encode()
            target.writestr(entry, data)
    return path


def style(one: WordParagraph) -> str:
    return (one.style.name if one.style else None) or ""


def lines(data: bytes) -> list[tuple[str, str]]:
    """Return style and text of every paragraph in the body."""
    return [(style(one), one.text) for one in opened(data).paragraphs]
