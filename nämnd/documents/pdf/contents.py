"""A list of contents: laid out as a table, its page numbers written when the pages are known."""

from collections.abc import Sequence

from nämnd.core.richtext import Run, Runs
from nämnd.documents.content import Contents, Entry, text
from nämnd.documents.pdf.fonts import width
from nämnd.documents.pdf.pages import Page
from nämnd.documents.pdf.slabs import PageNumber, Slab, Words
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.tables import Look, add_table

_ROOM = "0000"  # the widest page number: laid out in its place until it is known


def add_contents(stack: Stack, block: Contents) -> None:
    """Lay out a list of contents; each line leads to its heading."""
    head = (*block.head[:2], *block.head[2:][not block.noted :])
    rows = [_cells(one, noted=block.noted) for one in block.entries]
    body = add_table(stack, [tuple(map(text, head)), *rows], Look(named=True, wide=1))
    for entry, slabs in zip(block.entries, body, strict=True):
        _leave_room(slabs[0], entry.anchor)


def number_pages(pages: Sequence[Page]) -> None:
    """Write the page of each heading in the lists of contents that lead to it."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for placed in page.placed:
            if placed.slab.anchor and placed.slab.anchor.name:
                found.setdefault(placed.slab.anchor.name, number)
    for page in pages:
        for placed in page.placed:
            _write_number(placed.slab, found)


def _cells(entry: Entry, *, noted: bool) -> tuple[Runs, ...]:
    link = (Run(entry.number, href=f"#{entry.anchor}"),)
    note = (text(entry.note),) if noted else ()
    return (link, text(entry.text), *note, text(_ROOM))


def _leave_room(slab: Slab, anchor: str) -> None:
    """Take the words that hold the place of the page number away again."""
    slab.page_number = PageNumber(slab.words.pop(), anchor)


def _write_number(slab: Slab, found: dict[str, int]) -> None:
    room = slab.page_number
    if room is None or room.anchor not in found:
        return
    was, number = room.words, str(found[room.anchor])
    wide = width(number, was.face, was.size)
    x = was.x + was.width - wide
    slab.words.append(Words(x, was.y, number, wide, was.face, was.size, was.colour, was.element))
