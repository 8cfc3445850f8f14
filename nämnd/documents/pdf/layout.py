"""A document laid out on pages, ready to be drawn. Imports reportlab: import it late."""

from dataclasses import dataclass
from functools import partial

from nämnd.documents.content import Document
from nämnd.documents.links import anchors_of, usable
from nämnd.documents.pdf.blocks import add_blocks
from nämnd.documents.pdf.contents import number_pages
from nämnd.documents.pdf.letterhead import DRAFT, add_letterhead
from nämnd.documents.pdf.pages import Page, paginate
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.style import LARGE
from nämnd.documents.pdf.tags import Element


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages and what they mean. Drawing fills the leaves of `root`."""

    pages: list[Page]
    root: Element
    running_left: str  # at the top of every page but the first
    running_right: str
    signs: tuple[str, ...] = ()  # places to sign at the foot of every page


def lay_out(document: Document, *, draft: bool, keep_bilaga_links: bool) -> Sheet:
    """Return `document` on pages."""
    anchors = anchors_of(document)
    href = partial(usable, anchors=anchors, keep_bilaga=keep_bilaga_links)
    stack = Stack(href, LARGE if document.large else 1)
    add_letterhead(stack, document.head, draft=draft)
    add_blocks(stack, document)
    head = document.head
    marked = (head.kind.upper(), head.day, DRAFT.upper() if draft else "")
    running = "  ".join(part for part in marked if part)
    pages = paginate(stack.pieces)
    number_pages(pages)
    return Sheet(pages, stack.root, running, head.organ, document.signs)
