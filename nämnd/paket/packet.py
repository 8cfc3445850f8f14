"""The utskick as it grows: pages, tags, bookmarks, forms. Imports pikepdf: import it late."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    String,
)

from nämnd.documents.checks import structure_problems
from nämnd.paket.attach import aim_at_file, aim_at_pages, attach
from nämnd.paket.clean import clean_annotations, clean_page, sweep
from nämnd.paket.destinations import Destinations, top_of
from nämnd.paket.foreign import FOREIGN, was_damaged
from nämnd.paket.forms import Forms, draw_fields
from nämnd.paket.metadata import claims_accessible, write_metadata
from nämnd.paket.outline import Bookmark, bookmark, read_outline, write_outline
from nämnd.paket.plan import Part, PunktRef, Status, UtskickPlan
from nämnd.paket.save import saved
from nämnd.paket.source import Pages, opened
from nämnd.paket.stamp import Stamper, new_stamper
from nämnd.paket.structure import Forest, new_forest


@dataclass(frozen=True, slots=True)
class Placed:
    """A bilaga in the file."""

    part: Part
    status: Status
    first: int  # page, from 0
    pages: int
    tagged: bool
    marks: list[Bookmark]


@dataclass(slots=True)
class Packet:
    """An utskick that is being put together. Sources stay open until it is saved."""

    plan: UtskickPlan
    out: Pdf
    forest: Forest
    forms: Forms
    stamper: Stamper
    placed: list[Placed] = field(default_factory=list[Placed])
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict[str, tuple[str, bytes]])
    accessible: bool = True
    _open: list[Pdf] = field(default_factory=list[Pdf])
    _front: list[Bookmark] = field(default_factory=list[Bookmark])
    _front_pages: int = 0
    _front_sha256: str = ""

    def add_dagordning(self, data: bytes) -> None:
        """Begin with the dagordning."""
        self._front_sha256 = hashlib.sha256(data).hexdigest()
        source = self._keep(Pdf.open(BytesIO(data)))
        pages, self._front, _ = self._copy(source, "Dagordning", tagged=True, trusted=True)
        self._front_pages = len(pages)

    def add_own(self, part: Part, data: bytes, status: Status) -> None:
        """Add a page of our own in the place of a bilaga."""
        source = self._keep(Pdf.open(BytesIO(data)))
        self._place(part, source, status, tagged=True, trusted=True)

    def add(self, part: Part, source: Pages) -> None:
        """Add the pages of a bilaga; what can't be read of links and tags is left out.

        Raises:
            One of FOREIGN: not even the pages can be read. Nothing of it was added.
        """
        start = len(self.out.pages)
        try:
            self._keep(source.pdf)
            self._place(part, source.pdf, source.status, tagged=_has_tags(source))
        except FOREIGN:
            del self.out.pages[start:]
            self._add_bare(part, source, start)

    def _add_bare(self, part: Part, source: Pages, start: int) -> None:
        try:
            again = self._keep(opened(source.origin))
            for page in again.pages:
                for key in ("/Annots", "/StructParents"):
                    if key in page.obj:
                        del page.obj[key]
            for key in ("/Outlines", "/OCProperties", "/StructTreeRoot"):
                if key in again.Root:
                    del again.Root[key]
            self._place(part, again, Status.REPAIRED, tagged=False)
        except FOREIGN:
            del self.out.pages[start:]
            raise

    def _keep(self, source: Pdf) -> Pdf:
        self._open.append(source)
        return source

    def _place(
        self, part: Part, source: Pdf, status: Status, *, tagged: bool, trusted: bool = False
    ) -> None:
        first = len(self.out.pages)
        title = f"Bilaga {part.beteckning}. {part.rubrik}"
        pages, marks, claimed = self._copy(source, title, tagged=tagged, trusted=trusted)
        for number, page in enumerate(pages, start=1):
            words = f"Bilaga {part.beteckning} · sida {number} ({len(pages)})"
            self.stamper.stamp(page, words)
        if status is Status.INCLUDED and was_damaged(source):
            status = Status.REPAIRED
        self.accessible = self.accessible and tagged and claimed
        self.placed.append(Placed(part, status, first, len(pages), tagged, marks))

    def _copy(
        self, source: Pdf, title: str, *, tagged: bool, trusted: bool
    ) -> tuple[list[Page], list[Bookmark], bool]:
        """Copy pages, then what refers to them: annotations, tags, forms."""
        theirs = [page.obj for page in source.pages]
        if not trusted and "/AcroForm" in source.Root:
            draw_fields(source)
        places, notes = Destinations(source), list[Array | None]()
        for page in source.pages:
            if not trusted:
                clean_page(page)
            notes.append(clean_annotations(page, places, theirs, trusted=trusted))
        pages = self._copy_pages(source)
        self._copy_notes(source, pages, notes)
        if tagged:
            self.forest.add(source, pages, title)
        else:
            _untag(pages)
        if not trusted:
            self.forms.add(source, pages, title)
        marks = read_outline(source, places, [page.obj for page in pages])
        return pages, marks, claims_accessible(source)

    def _copy_pages(self, source: Pdf) -> list[Page]:
        held = self.out.pages
        start = len(held)
        if "/OCProperties" in source.Root:  # layers: what is hidden must stay hidden
            self.out.add_pages_from(source, forms="strip", outlines="ignore")
        else:
            for page in source.pages:
                held.append(page)
        return [held[number] for number in range(start, len(held))]  # a slice is much slower

    def _copy_notes(self, source: Pdf, pages: list[Page], notes: list[Array | None]) -> None:
        """Copy the annotations of all pages at once: now that the pages are there to lead to."""
        noted = [(page, note) for page, note in zip(pages, notes, strict=True) if note is not None]
        together = source.make_indirect(Array([note for _, note in noted]))
        copies = self.out.copy_foreign(together) if noted else ()
        for (page, _), copy in zip(noted, copies, strict=True):
            page.obj.Annots = copy

    def finish(self) -> None:
        """Write what belongs to the whole: tags, bookmarks, labels, links, attachments."""
        self.forest.write()
        self.forms.write()
        sweep(self.out, self.forest.owners)
        specs = attach(self.out, self.files, self.plan.created)
        starts = {one.part.beteckning: self.out.pages[one.first] for one in self.placed}
        for beteckning, spec in specs.items():
            aim_at_file(self.out, starts[beteckning], spec)
        places = {beteckning: top_of(page) for beteckning, page in starts.items()}
        for number in range(self._front_pages):
            aim_at_pages(self.out.pages[number], places)
        write_outline(self.out, self._bookmarks())
        self.out.Root.PageLabels = Dictionary(Nums=Array(self._labels()))
        write_metadata(self.out, self.plan, accessible=self.accessible)

    def _bookmarks(self) -> list[Bookmark]:
        pages = self.out.pages
        marks = [bookmark("Dagordning", pages[0], self._front)]
        for punkt, group in groupby(self.placed, key=lambda one: one.part.punkt):
            below = [
                bookmark(
                    f"Bilaga {one.part.beteckning}. {one.part.rubrik}", pages[one.first], one.marks
                )
                for one in group
            ]
            marks.append(Bookmark(_title(punkt), below[0].place, below))
        return marks

    def _labels(self) -> list[Object | int]:
        """Return the page numbers as a reader shows them: «2», «3A:1»."""
        nums: list[Object | int] = [0, Dictionary(S=Name.D)]
        for one in self.placed:
            nums += [one.first, Dictionary(S=Name.D, P=f"{one.part.beteckning}:")]
        return nums

    def save(self, file: BinaryIO) -> None:
        """Write the whole. The same sources give the same bytes."""
        file.write(saved(self.out, self._identity()))

    def _identity(self) -> bytes:
        """Return what tells this utskick from all others, and is the same for the same sources."""
        about = (self.plan.title, self.plan.organ, self.plan.created.isoformat())
        checksums = (f"{one.part.beteckning} {one.part.sha256}" for one in self.placed)
        return "\n".join((*about, self._front_sha256, *checksums)).encode()

    def close(self) -> None:
        """Let go of the sources."""
        for source in self._open:
            source.close()
        self.out.close()


def new_packet(plan: UtskickPlan) -> Packet:
    """Return an empty utskick."""
    out = Pdf.new()
    return Packet(plan, out, new_forest(out), Forms(out), new_stamper(out))


def _title(punkt: PunktRef) -> Object:
    return String(f"{punkt.nummer}. {punkt.rubrik}")


def _untag(pages: Sequence[Page]) -> None:
    """Take away what would claim a place in the structure tree of others."""
    for page in pages:
        for held in (page.obj, *page.obj.get("/Annots", ())):
            for key in ("/StructParents", "/StructParent"):
                if key in held:
                    del held[key]


def _has_tags(source: Pages) -> bool:
    """Tell whether a file has a structure tree that can be relied on.

    A damaged file may have lost a part of it: then the tree is kept only if it hangs together.
    """
    root = source.pdf.Root
    if not isinstance(root.get("/StructTreeRoot"), Dictionary) or "/K" not in root.StructTreeRoot:
        return False
    if source.status is not Status.REPAIRED:
        return True
    with suppress(*FOREIGN):
        origin = source.origin
        return not structure_problems(origin if isinstance(origin, Path) else BytesIO(origin))
    return False
