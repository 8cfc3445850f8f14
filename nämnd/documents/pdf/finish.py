"""Structure, links, bookmarks and metadata: what reportlab can't write. Imports pikepdf."""

import io
from datetime import datetime
from functools import lru_cache

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    OutlineItem,
    Pdf,
    Stream,
    String,
)

from nämnd.documents.content import Document
from nämnd.documents.logo import Logo
from nämnd.documents.pdf.layout import Sheet
from nämnd.documents.pdf.slabs import Anchor
from nämnd.documents.pdf.streams import mend_fonts, saved
from nämnd.documents.pdf.structure import write_structure
from nämnd.documents.pdf.xmp import LANGUAGE, Archival, clean, info_of, xmp_of
from resources import resource

_PROFILE = "sRGB IEC61966-2.1"


def finish(
    drawn: bytes, sheet: Sheet, document: Document, created: datetime, archival: Archival
) -> bytes:
    """Return `drawn` as a whole PDF/UA-1 and PDF/A file."""
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        _add_logo(pdf, sheet)
        mend_fonts(pdf)
        write_structure(pdf, sheet.root)
        _add_places(pdf, sheet)
        _add_metadata(pdf, document, created, archival)
        return saved(pdf, archival)


def _add_logo(pdf: Pdf, sheet: Sheet) -> None:
    for number, page in enumerate(sheet.pages):
        for placed in page.placed:
            picture = placed.slab.picture
            if picture is not None:
                resources = pdf.pages[number].obj.Resources
                resources.XObject = Dictionary(Logo=_image(pdf, picture.logo))


def _image(pdf: Pdf, logo: Logo) -> Stream:
    return Stream(
        pdf,
        logo.rgb,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=logo.width,
        Height=logo.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Interpolate=False,
    )


def _add_places(pdf: Pdf, sheet: Sheet) -> None:
    """Add the places that links point at, and the bookmarks."""
    names = NameTree.new(pdf)
    levels: list[OutlineItem] = []
    with pdf.open_outline() as outline:
        for anchor, page, top in _anchors(sheet):
            place = Array([pdf.pages[page].obj, Name.XYZ, 0, round(top, 2), 0])
            if anchor.name and anchor.name not in names:
                names[anchor.name] = Dictionary(D=place)
            del levels[anchor.level - 1 :]
            item = OutlineItem(clean(anchor.title), place)
            (levels[-1].children if levels else outline.root).append(item)
            levels.append(item)
    pdf.Root.Names = Dictionary(Dests=names.obj)


def _anchors(sheet: Sheet) -> list[tuple[Anchor, int, float]]:
    return [
        (placed.slab.anchor, number, placed.top + 6)
        for number, page in enumerate(sheet.pages)
        for placed in page.placed
        if placed.slab.anchor is not None
    ]


def _add_metadata(pdf: Pdf, document: Document, created: datetime, archival: Archival) -> None:
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.PageMode = Name.UseOutlines if len(pdf.pages) > 1 else Name.UseNone
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = xmp_of(document, created, archival)
    root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=_PROFILE,
        Info=_PROFILE,
        DestOutputProfile=_profile(pdf),
    )
    root.OutputIntents = Array([intent])
    del pdf.trailer.Info  # reportlab's
    for key, value in info_of(document, created).items():
        pdf.docinfo[key] = value


def _profile(pdf: Pdf) -> Stream:
    return Stream(pdf, _profile_bytes(), N=3)


@lru_cache(maxsize=1)
def _profile_bytes() -> bytes:
    return resource("sRGB.icc").read_bytes()
