"""Makes the public files, all of them or none. Each is searched once more before it is written."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from nämnd.bilaga.files import FileStore
from nämnd.core.beside import save_beside
from nämnd.core.disk import make_folder, write_refused
from nämnd.core.progress import Progress, Work
from nämnd.core.richtext import Paragraph, Run
from nämnd.documents.content import Document, Heading, Letterhead, text
from nämnd.documents.parts import TEMPLATE_VERSION
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.word import word_bytes
from nämnd.paket.aims import with_links_to
from nämnd.paket.convert import convert_office
from nämnd.paket.deep import Call, deep_stack
from nämnd.paket.look import looking
from nämnd.paket.plan import Conversions, Part, Reason, Status, UtskickPlan
from nämnd.paket.public.checking import refuse_what_is_left
from nämnd.paket.public.planning import PDF, PublicOrder, PublicProtokoll, PublicUtskick
from nämnd.publicering.commands import PROTOKOLL, UTSKICK
from nämnd.publicering.masks import Mask
from nämnd.sammanträde.utskick_commands import NewUtgåva

if TYPE_CHECKING:  # heavy: imported when first used
    from nämnd.paket.packet import Packet
    from nämnd.paket.public.copying import Copied


@dataclass(frozen=True, slots=True)
class NotPublished:
    """A bilaga that is not in the public utskick as it should be.

    `reason`: its file can't be used. `missing`: words to mask that are nowhere in its text, so
    that it is left out. `pictures`: pages (from 1) that are pictures to us, and left out.
    """

    beteckning: str
    rubrik: str
    reason: Reason | None = None
    missing: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file that was made: `dokument` as an Utgåva calls it."""

    dokument: str
    path: Path
    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class PublicMade:
    """What came of an order."""

    files: tuple[PublicFile, ...]
    to_tell: tuple[NotPublished, ...]


def make_public(
    run: Callable[[PublicOrder, Conversions, Path], Work[PublicMade]],
    order: PublicOrder,
    folder: Path,
) -> Work[PublicMade]:
    """Make every file of `order` in `folder`, by way of `run` (here or in a helper process).

    Raises:
        StillThereError: something that is masked was found in a finished file.
        DiskFullError, FolderNotWritableError: the files can't be written.
        In each case nothing is left behind.
    """
    make_folder(folder)
    conversions = Conversions()
    if order.utskick:  # LibreOffice runs from here: whoever stops us stops it
        conversions = yield from convert_office(order.utskick.plan)
    try:
        half = Path(tempfile.mkdtemp(prefix=".namnd-", dir=folder))
    except OSError as error:
        raise write_refused(error, folder) from error
    try:
        made = yield from run(order, conversions, half)
        return _moved(made, folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def make_public_files(
    order: PublicOrder, conversions: Conversions, folder: Path
) -> Work[PublicMade]:
    """Make every file of `order` in `folder`. For a helper process."""
    files: list[PublicFile] = []
    to_tell: tuple[NotPublished, ...] = ()
    for one in order.protokoll:
        yield Progress(0, 1, f"Skriver {one.name}")
        data = _drawn(one, order)
        files.append(_written(PROTOKOLL, folder / one.name, data, order.mask))
    if order.utskick:
        data, to_tell = yield from _utskick(order.utskick, order.mask, conversions)
        yield Progress(1, 1, "Kontrollerar att inget är kvar")
        files.append(_written(UTSKICK, folder / order.utskick.name, data, order.mask))
    return PublicMade(tuple(files), to_tell)


def public_utgåvor(made: PublicMade, files: FileStore) -> tuple[NewUtgåva, ...]:
    """Keep the files that were made in the file store."""
    return tuple(_utgåva(one, files) for one in made.files)


def _drawn(one: PublicProtokoll, order: PublicOrder) -> bytes:
    if one.kind.suffix == PDF:
        return pdf_bytes(one.document, created=order.created, draft=one.draft)
    return word_bytes(one.document, created=order.created, draft=one.draft)


def _written(dokument: str, path: Path, data: bytes, mask: Mask) -> PublicFile:
    refuse_what_is_left(data, path.name, mask)
    save_beside(path, data)
    return PublicFile(dokument, path, len(data), hashlib.sha256(data).hexdigest())


def _moved(made: PublicMade, folder: Path) -> PublicMade:
    try:
        files = tuple(
            replace(one, path=one.path.replace(folder / one.path.name)) for one in made.files
        )
    except OSError as error:
        raise write_refused(error, folder) from error
    return replace(made, files=files)


def _utgåva(one: PublicFile, files: FileStore) -> NewUtgåva:
    kept = files.keep(one.path)
    return NewUtgåva(
        dokument=one.dokument,
        format=one.path.suffix.removeprefix("."),
        sha256=kept.sha256,
        storlek=kept.size,
        filnamn=one.path.name,
        mallversion=TEMPLATE_VERSION,
    )


def _utskick(
    what: PublicUtskick, mask: Mask, conversions: Conversions
) -> Work[tuple[bytes, tuple[NotPublished, ...]]]:
    from nämnd.paket.foreign import set_limits
    from nämnd.paket.packet import new_packet

    set_limits()
    parts, total = what.plan.parts, len(what.plan.parts) + 1
    with looking(parts) as looks, deep_stack() as call:
        packet = call(new_packet, what.plan)
        try:
            maker = _Maker(what, mask, packet, conversions, call)
            yield Progress(0, total, "Skriver dagordningen")
            maker.begin()
            for number, (part, look) in enumerate(zip(parts, looks, strict=True), start=1):
                yield Progress(number, total, f"Maskerar bilaga {part.beteckning}")
                maker.add(part, look.result())
            call(packet.finish)
            file = BytesIO()
            call(packet.save, file)
        finally:
            call(packet.close)
    return file.getvalue(), tuple(maker.to_tell)


@dataclass(slots=True)
class _Maker:
    """Adds bilaga after bilaga, as far as each may be published."""

    what: PublicUtskick
    mask: Mask
    packet: "Packet"
    conversions: Conversions
    call: Call
    to_tell: list[NotPublished] = field(default_factory=list[NotPublished])

    def begin(self) -> None:
        plan = self.what.plan
        linked = with_links_to(plan.dagordning, [one.beteckning for one in plan.parts])
        data = pdf_bytes(linked, created=plan.created, keep_bilaga_links=True)
        self.call(self.packet.add_dagordning, data)

    def add(self, part: Part, head: bytes | Reason) -> None:
        """Add a bilaga whose file begins with `head`, or the page that stands for it."""
        told = self.call(self._add, part, head)
        if told.reason or told.missing or told.pictures:
            self.to_tell.append(told)
        if told.reason or told.missing:
            page = _not_here(self.what.plan, part)
            self.call(self.packet.add_own, part, page, Status.REPLACED)

    def _add(self, part: Part, head: bytes | Reason) -> NotPublished:
        from nämnd.paket.foreign import FOREIGN

        told = NotPublished(part.beteckning, part.rubrik)
        for all_anew in (False, True):
            copied = self._copied(part, head, all_anew=all_anew)
            if isinstance(copied, Reason):
                return replace(told, reason=copied)
            if copied.missing:
                return replace(told, missing=copied.missing)
            with suppress(*FOREIGN):
                self.packet.add(part, copied.pages)
                return replace(told, pictures=copied.pictures)
        return replace(told, reason=Reason.DAMAGED)

    def _copied(self, part: Part, head: bytes | Reason, *, all_anew: bool) -> "Copied | Reason":
        from nämnd.paket.foreign import FOREIGN
        from nämnd.paket.public.copying import public_copy
        from nämnd.paket.source import Pages, Signed, opened, source_of

        found = source_of(part, head, self.what.plan, self.conversions)
        if isinstance(found, Reason):
            return found
        try:
            if isinstance(found, Signed):  # a copy for everybody is no original: pages are enough
                found = Pages(opened(found.path), Status.INCLUDED, found.path)
            own = self.what.own.get(part.beteckning)
            return public_copy(found, self.mask, own, all_anew=all_anew)
        except FOREIGN:
            return Reason.DAMAGED


def _not_here(plan: UtskickPlan, part: Part) -> bytes:
    """Return the page that stands where a bilaga can't be published."""
    blocks = (
        Heading(part.rubrik, 1),
        Paragraph((Run("Handlingen finns inte med i den offentliga versionen.", bold=True),)),
        Paragraph(text("Be nämndens sekreterare om den.")),
    )
    head = Letterhead(plan.organ, f"Bilaga {part.beteckning}", plan.day)
    title = f"Bilaga {part.beteckning}. {part.rubrik}"
    return pdf_bytes(Document(title, head, blocks, author=plan.organ), created=plan.created)
