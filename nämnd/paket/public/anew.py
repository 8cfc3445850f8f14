"""A foreign file put together again: some pages drawn anew, all of its text tagged afresh.

Imports pikepdf and pypdfium2: import it late.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs.

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pikepdf import (
    ContentStreamInlineImage,
    Dictionary,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

from nämnd.documents.pdf.structure import write_structure
from nämnd.documents.pdf.tags import Element, Mark, Tag
from nämnd.paket.destinations import Destinations
from nämnd.paket.foreign import FOREIGN
from nämnd.paket.outline import read_outline, write_outline
from nämnd.paket.public.flattening import links_of, masked_marks, write_links
from nämnd.paket.public.letters import Letters
from nämnd.paket.public.rebuilding import Rebuilt, drawn, notice, rebuilt
from nämnd.publicering.masks import Mask

_MARKING = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})


@dataclass(frozen=True, slots=True)
class Anew:
    """A file that is `flat` (`data`, open as `pdf`) with what is masked on each page."""

    data: bytes
    pdf: Pdf
    letters: Sequence[Letters]
    hidden: Sequence[frozenset[int]]
    unread: frozenset[int]  # pages that can't be searched: a notice stands for them
    mask: Mask

    def made(self, anew: frozenset[int]) -> bytes:
        """Return the file with the pages `anew` drawn anew."""
        kept = {at: stream for at in self._others(anew) if (stream := _bare(self.pdf.pages[at]))}
        built = self._built(sorted(set(range(len(self.letters))) - kept.keys()))
        links = links_of(self.pdf)
        for page in self.pdf.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]  # or they would bring the old pages along
        with drawn(list(built.values())) as fresh, Pdf.new() as out:
            order = {at: place for place, at in enumerate(built)}
            for at, page in enumerate(self.pdf.pages):
                out.pages.append(fresh.pages[order[at]] if at in order else page)
            pages = [page.obj for page in out.pages]
            for at, stream in kept.items():
                _tag_whole(out, out.pages[at], stream, said=bool(self.letters[at].text.strip()))
                write_links(out.pages[at], links[at], pages, out)
            write_structure(out, self._tree(built))
            marks = read_outline(self.pdf, Destinations(self.pdf), pages)
            if marks:
                write_outline(out, masked_marks(marks, self.mask))
            file = io.BytesIO()
            out.save(file)
        return file.getvalue()

    def _others(self, anew: frozenset[int]) -> list[int]:
        return [at for at in range(len(self.letters)) if at not in anew]

    def _built(self, numbers: Sequence[int]) -> dict[int, Rebuilt]:
        document = pypdfium2.PdfDocument(self.data)
        try:
            return {
                at: notice(self.letters[at])
                if at in self.unread
                else rebuilt(document[at], self.letters[at], self.hidden[at])
                for at in numbers
            }
        finally:
            document.close()

    def _tree(self, built: dict[int, Rebuilt]) -> Element:
        root = Element(Tag.DOCUMENT)
        for at, letters in enumerate(self.letters):
            if at not in built:
                if letters.text.strip():
                    root.child(Tag.P).kids.append(Mark(at, 0))
                continue
            mcid = 0
            for paragraph in built[at].paragraphs:
                element = root.child(Tag.P)
                for _ in paragraph:
                    element.kids.append(Mark(at, mcid))
                    mcid += 1
        return root


def _bare(page: Page) -> bytes | None:
    """Return what a page draws, without marks and what they say; None when it can't be read."""
    try:
        steps = [
            one
            for one in parse_content_stream(page)
            if isinstance(one, ContentStreamInlineImage) or str(one.operator) not in _MARKING
        ]
        return unparse_content_stream(steps) or b"\n"
    except FOREIGN:
        return None


def _tag_whole(out: Pdf, page: Page, stream: bytes, *, said: bool) -> None:
    """Let a page draw `stream` as one paragraph; as decoration when it says nothing."""
    opening = b"/P <</MCID 0>> BDC\n" if said else b"/Artifact BMC\n"
    page.obj.Contents = out.make_stream(b"%s%s\nEMC" % (opening, stream))
    if "/Resources" not in page.obj:
        page.obj.Resources = Dictionary()
