"""The files of a whole utskick, made by this script: every kind that real ones hold."""

import shutil
import subprocess
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pikepdf
from docx import Document as WordDocument
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A3, landscape

from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.content import Block, Document, Heading, Item, ItemList, Letterhead, PageBreak
from nämnd.documents.content import text as runs
from nämnd.documents.pdf import write_pdf
from tests.nämnd.paket.drawn import scanned, untagged, words

CREATED = datetime(2026, 3, 2, 9, 41, tzinfo=UTC)
_HEAD = Letterhead("Vårdnämnden i Ådalen", "Tjänsteskrivelse", "2026-03-12")
_TAGGED = (4, 5, 6, 7, 8, 8, 9, 9, 9, 10, 10, 11)
_UNTAGGED = (6, 8, 9, 10, 10, 11, 12, 14)
_SCANNED = (10, 12, 13)
_OFFICE = (9, 9)


def clean_files(folder: Path, dpi: int = 200) -> list[Path]:
    """Write 28 good PDF files of 245 pages in all; `dpi` of the scans makes their size."""
    folder.mkdir(parents=True, exist_ok=True)
    name = partial(_numbered, folder)
    made = [tagged(name(number, "taggad"), pages) for number, pages in enumerate(_TAGGED)]
    made += [
        untagged(name(20 + number, "otaggad"), pages) for number, pages in enumerate(_UNTAGGED)
    ]
    made += [
        scanned(name(30 + number, "skannad"), pages, dpi) for number, pages in enumerate(_SCANNED)
    ]
    made += _from_office(folder)
    made.append(untagged(name(60, "A3"), 4, landscape(A3)))
    made.append(untagged(name(61, "roterad"), 5, turns=(0, 90, 180, 270, 90)))
    made.append(locked(name(62, "agarlosen"), user=""))
    return made


def _numbered(folder: Path, number: int, kind: str) -> Path:
    return folder / f"{number:02d} {kind}.pdf"


def tagged(path: Path, pages: int, title: str = "Tjänsteskrivelse") -> Path:
    """Write a tagged PDF as the program itself makes them."""
    sections = [_section(number, last=number == pages - 1) for number in range(pages)]
    blocks = (Heading(title, 1), *(block for section in sections for block in section))
    write_pdf(Document(title, _HEAD, blocks), path, created=CREATED)
    return path


def _section(number: int, *, last: bool) -> list[Block]:
    link = (Run("Se "), Run("första avsnittet", href="#a0"), Run(" och "))
    blocks: list[Block] = [
        Heading(f"Avsnitt {number + 1}", 2, anchor=f"a{number}"),
        Paragraph((*link, Run("webben", href="https://www.example.se/"))),
        *(Paragraph(runs(words(90, number + step))) for step in range(3)),
    ]
    if number % 3 == 1:
        head = (runs("Post"), runs("2025"), runs("2026"))
        row = (runs(words(2)), runs("1 200"), runs("1 350"))
        blocks.append(TextTable((head, *(row for _ in range(8)))))
    if last:
        return [*blocks, ItemList((Item("1.", runs(words(12))),), ordered=True)]
    return [*blocks, PageBreak()]


def word_file(path: Path, pages: int = 2) -> Path:
    """Write a Word file with headings."""
    document = WordDocument()
    document.core_properties.author = "Berit Hemlig"
    for page in range(pages):
        document.add_heading(f"Avsnitt {page + 1}", level=1)
        for step in range(3):
            document.add_paragraph(words(80, page + step))
        if page < pages - 1:
            document.add_page_break()
    document.save(str(path))
    return path


def _from_office(folder: Path) -> list[Path]:
    """Write PDF files made by LibreOffice, tagged, in one run."""
    sources = [word_file(folder / f"5{n} office.docx", pages) for n, pages in enumerate(_OFFICE)]
    profile = folder / "profil"
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile.absolute().as_uri()}",
        "--convert-to",
        'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
        "--outdir",
        str(folder),
        *map(str, sources),
    ]
    subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, timeout=120
    )
    shutil.rmtree(profile)
    for source in sources:
        source.unlink()
    return [source.with_suffix(".pdf") for source in sources]


def locked(path: Path, user: str, pages: int = 7) -> Path:
    """Write an encrypted PDF; without a `user` password it opens, but forbids what it can."""
    plain = untagged(path.with_suffix(".tmp"), pages)
    forbidden = pikepdf.Permissions(modify_assembly=False, extract=False)
    lock = pikepdf.Encryption(owner="hemlig", user=user, R=6, allow=forbidden)
    with pikepdf.open(plain) as pdf:
        pdf.save(path, encryption=lock)
    plain.unlink()
    return path


def truncated(path: Path, pages: int = 9) -> Path:
    """Write a PDF whose last tenth is gone."""
    whole = untagged(path, pages).read_bytes()
    path.write_bytes(whole[: int(len(whole) * 0.9)])
    return path


def signed(path: Path, pages: int = 2) -> Path:
    """Write a PDF with a field that holds a signature, as far as structure goes."""
    plain = untagged(path.with_suffix(".tmp"), pages)
    with pikepdf.open(plain) as pdf:
        signature = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/adbe.pkcs7.detached"),
            ByteRange=Array([0, 100, 200, 300]),
            Contents=String(b"\x30" * 40),
        )
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("Underskrift"),
            V=pdf.make_indirect(signature),
            Rect=[0, 0, 0, 0],
            P=pdf.pages[0].obj,
        )
        held = pdf.make_indirect(field)
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([Dictionary(T="Grupp", Kids=[held])]), SigFlags=3
        )
        pdf.pages[0].obj.Annots = Array([held])
        pdf.save(path)
    plain.unlink()
    return path
