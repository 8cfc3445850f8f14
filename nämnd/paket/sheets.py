"""Pages of our own in an utskick: where a bilaga can't be, and bilagor that are plain text."""

from datetime import datetime

from nämnd.bilaga.names import shown_name
from nämnd.core.richtext import Paragraph, Run
from nämnd.documents.content import Block, Document, Heading, Letterhead, text
from nämnd.documents.pdf import pdf_bytes
from nämnd.läsning.decoding import decode, split_lines, tidy_lines
from nämnd.paket.plan import LeftOut, Part, Reason, UtskickPlan
from nämnd.paket.reasons import page_sentences

ATTACHED = "bilaga:fil"  # where the link to an attached file leads, until it is aimed
_MOST_TEXT = 2 << 20  # bytes of a text file that become pages: some 600 pages
_KILO = 1000


def stand_in(plan: UtskickPlan, left_out: LeftOut, *, size: int = 0) -> bytes:
    """Return the page that stands where a bilaga can't, as PDF.

    Args:
        plan: of the utskick.
        left_out: the bilaga, and why it can't.
        size: bytes of a signed file, which is attached: the page links to it.
    """
    what, remedy = page_sentences(left_out)
    blocks: list[Block] = [
        Heading(left_out.rubrik, 1),
        Paragraph((Run(what, bold=True),)),
        Paragraph(text(remedy)),
    ]
    if left_out.reason is Reason.SIGNED:
        name = f"{shown_name(left_out.filnamn)} ({size_text(size)})"
        blocks.insert(2, Paragraph((Run("Öppna filen: "), Run(name, href=ATTACHED))))
    return _drawn(plan, left_out.beteckning, left_out.rubrik, blocks)


def text_pages(plan: UtskickPlan, part: Part, data: bytes) -> bytes | Reason:
    """Return a text file as PDF."""
    if len(data) > _MOST_TEXT:
        return Reason.TOO_LARGE
    lines = tidy_lines(split_lines(decode(data)))
    paragraphs = (Paragraph(text(_indented(line))) for line in lines if line.strip())
    return _drawn(plan, part.beteckning, part.rubrik, [Heading(part.rubrik, 1), *paragraphs])


def size_text(size: int) -> str:
    """Return a size in bytes as a reader says it: «1,2 MB»."""
    if size < _KILO:
        return f"{size} byte"
    if size < _KILO**2:
        return f"{size / _KILO:.0f} kB"
    return f"{size / _KILO**2:.1f} MB".replace(".", ",")


def _indented(line: str) -> str:
    words = line.expandtabs(4)
    return "\u00a0" * (len(words) - len(words.lstrip())) + words.lstrip()


def _drawn(plan: UtskickPlan, beteckning: str, rubrik: str, blocks: list[Block]) -> bytes:
    head = Letterhead(plan.organ, f"Bilaga {beteckning}", plan.day)
    document = Document(f"Bilaga {beteckning}. {rubrik}", head, tuple(blocks), author=plan.organ)
    return pdf_bytes(document, created=plan.created, keep_bilaga_links=True)


def created_text(created: datetime) -> str:
    """Return a moment as PDF writes it."""
    zone = created.strftime("%z")
    return created.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
