"""A foreign file without what hangs beside its pages: comments, forms, files, notes of cameras.

What is filled in in a form is drawn. Links stay, bookmarks too, as far as they say nothing that is
masked. Imports pikepdf: import it late.
"""

import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from nämnd.paket.clean import clean_page
from nämnd.paket.destinations import Destinations, View, web_address
from nämnd.paket.foreign import FOREIGN
from nämnd.paket.forms import draw_fields
from nämnd.paket.outline import Bookmark, read_outline, write_outline
from nämnd.paket.pictures import without_personal
from nämnd.paket.source import Pages
from nämnd.publicering.masks import Mask

_OF_LINKS = frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/F", "/StructParent"})
_BESIDE = ("/AcroForm", "/Names", "/Dests", "/AF", "/OpenAction", "/AA", "/Collection")


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: to a web address, or to a page (from 0) of its own file."""

    rect: tuple[float, float, float, float]
    address: str = ""
    place: tuple[int, View] | None = None


def flat(source: Pages, mask: Mask) -> bytes:
    """Return the file with nothing beside its pages but links and bookmarks."""
    pdf = source.pdf
    if "/AcroForm" in pdf.Root:
        draw_fields(pdf)
    lost = [_strip(page, _is_widget_or_link) for page in pdf.pages]
    with suppress(*FOREIGN):
        pdf.flatten_annotations("screen")
    lost += [_strip(page, _is_link) for page in pdf.pages]
    places = Destinations(pdf)
    lost += [_aim(page, places, mask) for page in pdf.pages]
    _mask_outline(pdf, places, mask)
    for page in pdf.pages:
        clean_page(page)
    for key in (*_BESIDE, *(("/StructTreeRoot", "/MarkInfo") if any(lost) else ())):
        if key in pdf.Root:
            del pdf.Root[key]
    for one in pdf.objects:
        if isinstance(one, Stream) and one.get("/Filter") == Name.DCTDecode:
            _forget_camera(one)
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def links_of(pdf: Pdf) -> list[list[Link]]:
    """Return the links of each page of a file that is `flat`."""
    places = Destinations(pdf)
    return [_links(page, places) for page in pdf.pages]


def write_links(page: Page, links: Sequence[Link], pages: Sequence[Object], pdf: Pdf) -> None:
    """Put links on a page of `pdf`; those within the file lead to `pages`."""
    made: list[Object] = []
    for one in links:
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=list(one.rect), Border=[0, 0, 0], F=4
        )
        if one.place:
            number, view = one.place
            link.Dest = Array([pages[number], *view])
        else:
            link.A = Dictionary(S=Name.URI, URI=String(one.address))
        made.append(pdf.make_indirect(link))
    if made:
        page.obj.Annots = Array(made)


def masked_marks(marks: Sequence[Bookmark], mask: Mask) -> list[Bookmark]:
    """Return bookmarks without what is masked."""
    return [
        replace(
            one,
            title=String(mask.masked(str(one.title))),
            children=masked_marks(one.children, mask),
        )
        for one in marks
    ]


def _mask_outline(pdf: Pdf, places: Destinations, mask: Mask) -> None:
    marks = read_outline(pdf, places, [page.obj for page in pdf.pages])
    if "/Outlines" in pdf.Root:
        del pdf.Root["/Outlines"]
    if marks:
        write_outline(pdf, masked_marks(marks, mask))


def _strip(page: Page, stays: Callable[[Object], bool]) -> bool:
    """Take annotations off a page; say whether one of them was tagged."""
    held = page.obj.get("/Annots")
    if held is None:
        return False
    notes = list(held) if isinstance(held, Array) else []
    found = [one for one in notes if isinstance(one, Dictionary)]
    page.obj.Annots = Array([one for one in found if stays(one)])
    return any("/StructParent" in one for one in found if not stays(one))


def _is_widget_or_link(one: Object) -> bool:
    return one.get("/Subtype") == Name.Widget or _is_link(one)


def _is_link(one: Object) -> bool:
    return one.get("/Subtype") == Name.Link


def _aim(page: Page, places: Destinations, mask: Mask) -> bool:
    """Leave of each link only where it leads; say whether one that was tagged led nowhere."""
    held = page.obj.get("/Annots")
    if not isinstance(held, Array):
        return False
    kept, gone = list[Object](), list[Object]()
    for one in held:
        place, address = places.place_of(one), web_address(one.get("/A"))
        for key in one.keys() - _OF_LINKS:
            del one[key]
        if place:
            number, view = place
            one.Dest = Array([places.pdf.pages[number].obj, *view])
        elif address and not mask.hits_hidden(address):
            one.A = Dictionary(S=Name.URI, URI=String(address))
        else:
            gone.append(one)
            continue
        kept.append(one)
    page.obj.Annots = Array(kept)
    return any("/StructParent" in one for one in gone)


def _links(page: Page, places: Destinations) -> list[Link]:
    found: list[Link] = []
    for one in page.obj.get("/Annots", ()):
        with suppress(*FOREIGN):
            left, bottom, right, top = (float(edge) for edge in one.Rect)
            place, address = places.place_of(one), web_address(one.get("/A"))
            if place or address:
                found.append(Link((left, bottom, right, top), address or "", place))
    return found


def _forget_camera(picture: Stream) -> None:
    """Take from a photograph what it knows of place, time and photographer."""
    raw = picture.read_raw_bytes()
    kept = without_personal(raw)
    if kept != raw:
        how = picture.get("/DecodeParms")
        parms = how if isinstance(how, Dictionary) else None
        picture.write(kept, filter=Name.DCTDecode, decode_parms=parms)
