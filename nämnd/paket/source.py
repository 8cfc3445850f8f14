"""A bilaga's file as pages, whatever kind it is. Imports pikepdf: import it late."""

import io
from dataclasses import dataclass
from pathlib import Path

from pikepdf import PasswordError, Pdf

from nämnd.paket.deep import MOST_OBJECTS
from nämnd.paket.foreign import FOREIGN, was_damaged
from nämnd.paket.forms import has_signature
from nämnd.paket.kinds import Kind, is_pdf, kind_of
from nämnd.paket.plan import Conversions, Part, Reason, Status, UtskickPlan
from nämnd.paket.sheets import text_pages


@dataclass(frozen=True, slots=True)
class Pages:
    """A file as pages, and where they come from, to open them again."""

    pdf: Pdf
    status: Status
    origin: Path | bytes


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed file, to be kept whole."""

    path: Path


def source_of(
    part: Part, head: bytes | Reason, plan: UtskickPlan, conversions: Conversions
) -> Pages | Signed | Reason:
    """Return the file of `part`, ready to be merged, or why it can't be.

    Args:
        part: the bilaga.
        head: what `look` found.
        plan: of the utskick.
        conversions: what became of Office files.
    """
    if isinstance(head, Reason) or part.path is None:
        return head if isinstance(head, Reason) else Reason.NO_FILE
    try:
        return _pdf(part.path) if is_pdf(head) else _other(part, part.path, plan, conversions)
    except OSError:  # gone since
        return Reason.UNREADABLE


def _other(part: Part, path: Path, plan: UtskickPlan, conversions: Conversions) -> Pages | Reason:
    data = path.read_bytes()
    match kind_of(data, part.filnamn):
        case Kind.OFFICE:
            made = conversions.made.get(part.sha256, Reason.NO_OFFICE)
            return made if isinstance(made, Reason) else _made(made)
        case Kind.PICTURE:
            from nämnd.paket.pictures import picture_pages

            pages = picture_pages(data)
            return pages if isinstance(pages, Reason) else _ours(pages)
        case Kind.TEXT:
            drawn = text_pages(plan, part, data)
            return drawn if isinstance(drawn, Reason) else _made(drawn)
        case Reason() as reason:
            return reason


def opened(origin: Path | bytes) -> Pdf:
    """Open a PDF. Raises one of `FOREIGN` when it can't be."""
    return Pdf.open(origin if isinstance(origin, Path) else io.BytesIO(origin))


def _pdf(path: Path) -> Pages | Signed | Reason:
    try:
        pdf = opened(path)
        if not len(pdf.pages):
            return Reason.DAMAGED
        damaged = was_damaged(pdf)
        if _objects(pdf, damaged=damaged) > MOST_OBJECTS:
            return Reason.TOO_LARGE
        if has_signature(pdf):
            return Signed(path)
    except PasswordError:
        return Reason.PASSWORD
    except FOREIGN:
        return Reason.DAMAGED
    return Pages(pdf, Status.REPAIRED if damaged else Status.INCLUDED, path)


def _objects(pdf: Pdf, *, damaged: bool) -> int:
    """Return how many objects a file has: as it says, if it is whole, else counted."""
    return len(pdf.objects) if damaged else int(pdf.trailer.Size)


def _made(origin: Path | bytes) -> Pages | Reason:
    try:
        return Pages(opened(origin), Status.CONVERTED, origin)
    except FOREIGN:
        return Reason.OFFICE_FAILED


def _ours(pdf: Pdf) -> Pages:
    file = io.BytesIO()
    pdf.save(file)
    return Pages(pdf, Status.CONVERTED, file.getvalue())
