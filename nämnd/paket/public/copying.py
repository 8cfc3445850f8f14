"""A foreign file as it may be published. Imports pikepdf and pypdfium2: import it late.

Where nothing is masked, its pages stay as they are, without comments, forms and notes of cameras.
Where something is, the pages with it are drawn anew, and the text of the others is tagged afresh.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs.

import io
from dataclasses import dataclass

import pypdfium2
from pikepdf import Dictionary, Name, Pdf

from nämnd.paket.foreign import FOREIGN
from nämnd.paket.plan import Status
from nämnd.paket.public.anew import Anew
from nämnd.paket.public.flattening import flat
from nämnd.paket.public.hidden import hidden_hits
from nämnd.paket.public.letters import Letters, letters_on, text_on
from nämnd.paket.source import Pages, opened
from nämnd.publicering.masks import Mask, mask_of

NO_MASK = mask_of(())


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that may be published, and what the secretary should know of it.

    `missing`: words that were to be masked in it and are nowhere in its text: it must not be
    published. `pictures`: pages (from 1) that are pictures to us and were left out.
    """

    pages: Pages
    missing: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page; not `readable`: it is a picture to us."""

    text: str
    readable: bool


def public_copy(source: Pages, mask: Mask, own: Mask | None, *, all_anew: bool = False) -> Copied:
    """Return `source` as it may be published.

    Args:
        source: a file as pages, ours to change.
        mask: all that is masked anywhere.
        own: what is masked in this file by its own review; None: nothing is.
        all_anew: draw every page anew.

    Raises:
        One of FOREIGN: it can't be read well enough.
    """
    data = flat(source, mask)
    letters = _letters_in(data)
    missing = own.missing(one.in_both_orders() for one in letters) if own else ()
    if missing:
        return Copied(source, missing)
    hidden = [one.hidden(mask) for one in letters]
    unread = frozenset(at for at, one in enumerate(letters) if own and not one.readable)
    with Pdf.open(io.BytesIO(data)) as pdf:
        anew = _to_draw(pdf, hidden, mask) | unread
        doubtful = source.status is Status.REPAIRED or _has_hidden_layers(pdf)
        if all_anew or (doubtful and mask.words):
            anew = frozenset(range(len(pdf.pages)))
        if not anew and not _tree_hits(pdf, mask):
            return Copied(Pages(opened(data), source.status, data))
        made = Anew(data, pdf, letters, hidden, unread, mask).made(anew)
    pictures = tuple(at + 1 for at in sorted(unread))
    return Copied(Pages(opened(made), Status.CONVERTED, made), pictures=pictures)


def page_texts(source: Pages) -> tuple[PageText, ...]:
    """Return the text of each page of a file, as the reviewer is to see it.

    Raises:
        One of FOREIGN: it can't be read.
    """
    document = pypdfium2.PdfDocument(flat(source, NO_MASK))
    try:
        return tuple(PageText(*text_on(document[at])) for at in range(len(document)))
    finally:
        document.close()


def _letters_in(data: bytes) -> list[Letters]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [letters_on(document[at]) for at in range(len(document))]
    finally:
        document.close()


def _to_draw(pdf: Pdf, hidden: list[frozenset[int]], mask: Mask) -> frozenset[int]:
    """Return the pages that show what is masked, or say it where nobody reads."""
    return frozenset(
        at
        for at, page in enumerate(pdf.pages)
        if hidden[at] or (mask.words and hidden_hits([page.obj], mask))
    )


def _tree_hits(pdf: Pdf, mask: Mask) -> bool:
    tree = pdf.Root.get("/StructTreeRoot")
    return isinstance(tree, Dictionary) and bool(mask.words) and hidden_hits([tree], mask)


def _has_hidden_layers(pdf: Pdf) -> bool:
    """Say whether the file has layers that are not seen: what is on them could be anything."""
    try:
        look = pdf.Root.OCProperties.D
        return len(look.get("/OFF", ())) > 0 or look.get("/BaseState", Name.ON) != Name.ON
    except FOREIGN:
        return "/OCProperties" in pdf.Root
