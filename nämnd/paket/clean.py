"""Takes out of a bilaga what could run, fetch or carry along. Imports pikepdf: import it late.

Pages and annotations are cleaned by what is known to be harmless, before they are copied. `sweep`
then goes over every object of the finished file for what hangs elsewhere.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from nämnd.paket.destinations import Destinations, web_address

A4 = [0, 0, 595.28, 841.89]
_RIGHT_ANGLE = 90
_LARGEST_UNIT = 1000  # what a page's point can be, in real points
_OF_PAGES = frozenset(
    {
        "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox",
        "/ArtBox", "/Contents", "/Rotate", "/Group", "/StructParents", "/Tabs", "/UserUnit",
        "/Annots",
    }
)  # fmt: skip
_SHOWN = frozenset(
    {
        "/Link", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
        "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup",
        "/Widget", "/Redact", "/Watermark", "/PrinterMark",
    }
)  # fmt: skip
_OF_OTHERS = frozenset(
    {
        "/Type", "/Subtype", "/Rect", "/Contents", "/P", "/NM", "/M", "/F", "/AP", "/AS",
        "/Border", "/C", "/StructParent", "/OC", "/CA", "/BS", "/Lang",
    }
)  # fmt: skip
_OF_SHOWN = _OF_OTHERS | frozenset(
    {
        "/A", "/Dest", "/H", "/QuadPoints", "/T", "/Popup", "/RC", "/CreationDate", "/IRT", "/Subj",
        "/RT", "/IT", "/Open", "/Name", "/State", "/StateModel", "/DA", "/Q", "/DS", "/CL", "/BE",
        "/RD", "/LE", "/L", "/IC", "/LL", "/LLE", "/Cap", "/LLO", "/CP", "/Vertices", "/InkList",
        "/FT", "/Parent", "/Kids", "/TU", "/TM", "/Ff", "/V", "/DV", "/MK", "/MaxLen", "/Opt",
        "/TI", "/I", "/RO", "/OverlayText", "/Repeat", "/MN", "/Lock",
    }
)  # fmt: skip
_SWEPT = frozenset(
    {
        "/AA", "/AF", "/JS", "/EF", "/OpenAction", "/XFA", "/PieceInfo", "/Metadata",
        "/RichMediaContent",
    }
)  # fmt: skip
_SWEPT_OF_STREAMS = frozenset(
    {"/OPI", "/Ref", "/Alternates", "/F", "/FFilter", "/FDecodeParms"}
)  # fmt: skip
_SWEPT_OF_UNOWNED = _SWEPT_OF_STREAMS | {"/StructParent", "/StructParents"}


def clean_page(page: Page) -> None:
    """Leave on `page` only what it shows, in boxes that a page can have."""
    held = page.obj
    for key in held.keys() - _OF_PAGES:
        del held[key]
    if not _is_box(held.get("/MediaBox")):
        held.MediaBox = Array(A4)
    if "/CropBox" in held and not _is_box(held.CropBox):
        del held["/CropBox"]
    turn, unit = held.get("/Rotate", 0), held.get("/UserUnit", 1)
    if not isinstance(turn, int) or turn % _RIGHT_ANGLE:
        del held["/Rotate"]
    if not isinstance(unit, int | Decimal) or not 0 < unit <= _LARGEST_UNIT:
        del held["/UserUnit"]


def clean_annotations(
    page: Page, places: Destinations, pages: Sequence[Object], *, trusted: bool = False
) -> Array | None:
    """Return the annotations of `page`, harmless, and take them off it; None when it has none.

    Args:
        page: of the bilaga.
        places: what its links can lead to.
        pages: of the bilaga; links lead straight to them afterwards.
        trusted: a page of our own; only its links are aimed, those to bilagor stay.
    """
    held = page.obj
    annotations = held.get("/Annots")
    if annotations is None:
        return None
    del held["/Annots"]
    if not isinstance(annotations, Array):
        return None
    found = [one for one in annotations if isinstance(one, Dictionary)]
    kept = [one if one.is_indirect else places.pdf.make_indirect(one) for one in found]
    for one in kept:
        if trusted:
            if "/Dest" in one:
                _aim(one, places, pages)
        else:
            _clean_annotation(one, places, pages)
    return Array(kept) if kept else None


def _clean_annotation(one: Object, places: Destinations, pages: Sequence[Object]) -> None:
    keys = one.keys()
    if str(one.get("/Subtype")) not in _SHOWN:  # it plays, opens or carries something
        for key in keys - _OF_OTHERS:
            del one[key]
        one.Subtype = Name.Stamp  # only its picture is left
        return
    for key in keys - _OF_SHOWN:
        del one[key]
    if "/A" in keys or ("/Dest" in keys and not places.is_plain(one.Dest)):
        _aim(one, places, pages)


def _aim(link: Object, places: Destinations, pages: Sequence[Object]) -> None:
    """Make `link` lead to a page of its own file or to the web, or nowhere."""
    place = places.place_of(link)
    action = link.get("/A")
    if action is not None:
        del link["/A"]
    if place is not None:
        number, view = place
        link.Dest = Array([pages[number], *view])
        return
    if "/Dest" in link:
        del link["/Dest"]
    address = web_address(action)
    if address is not None:
        link.A = Dictionary(S=Name.URI, URI=String(address))


def sweep(pdf: Pdf, owners: Collection[tuple[int, int]]) -> None:
    """Take out of every object what could start, fetch or carry something along.

    Args:
        pdf: finished but for its own catalog entries and attachments.
        owners: streams that belong to the structure tree; others must not claim to.
    """
    for one in pdf.objects:
        try:
            keys = one.keys()
        except (AttributeError, TypeError):  # no dictionary and no stream
            continue
        if not keys.isdisjoint(_SWEPT):
            for key in keys & _SWEPT:
                del one[key]
        if isinstance(one, Stream):
            swept = _SWEPT_OF_STREAMS if one.objgen in owners else _SWEPT_OF_UNOWNED
            for key in keys & swept:
                del one[key]
        elif "/Rect" in keys and "/A" in keys and one.get("/Subtype") == Name.Widget:
            del one["/A"]  # a button of a form that is on no page


def _is_box(box: Object | None) -> bool:
    if not isinstance(box, Array) or len(box) != 4:  # noqa: PLR2004 - two corners
        return False
    try:
        left, bottom, right, top = (float(edge) for edge in box)
    except (TypeError, ValueError):
        return False
    return abs(right - left) >= 1 and abs(top - bottom) >= 1
