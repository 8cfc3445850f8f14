"""Looks into a finished PDF, object by object."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object, Pdf, Stream
from PIL import Image

NOT_IN_AN_UTSKICK = {
    "/AA", "/AF", "/EF", "/JS", "/JavaScript", "/OpenAction", "/XFA", "/RichMediaContent", "/Sound",
    "/Movie", "/PieceInfo", "/EmbeddedFiles", "/FS", "/CO",
}  # fmt: skip
"""Keys of what runs, plays or carries files along."""


def everything(pdf: Pdf) -> Iterator[Object]:
    """Yield every dictionary and stream of the file, however deep it lies in another."""
    waiting: list[object] = [pdf.trailer, *pdf.objects]
    seen: set[tuple[int, int]] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += [kid for kid in one if isinstance(kid, Object) and not kid.is_indirect]
        elif isinstance(one, Dictionary | Stream):
            if one.is_indirect and one.objgen in seen:
                continue
            seen.add(one.objgen)
            yield one
            values = [one[key] for key in one.keys()]  # noqa: SIM118 - no mapping
            waiting += [kid for kid in values if isinstance(kid, Object) and not kid.is_indirect]


def keys_used(pdf: Pdf) -> set[str]:
    """Return every key used anywhere in the file."""
    return {key for one in everything(pdf) for key in one.keys()}  # noqa: SIM118 - no mapping


def actions_in(pdf: Pdf) -> set[str]:
    """Return the kinds of all actions in the file."""
    kinds = {"/URI", "/GoTo", "/GoToR", "/GoToE", "/Launch", "/JavaScript", "/SubmitForm", "/Named"}
    kinds |= {"/ImportData", "/Rendition", "/Movie", "/Sound", "/ResetForm", "/Hide", "/Thread"}
    return {str(one.S) for one in everything(pdf) if "/S" in one and str(one.S) in kinds}


def addresses_in(pdf: Pdf) -> set[str]:
    """Return every address that a link opens."""
    return {str(one.URI) for one in everything(pdf) if "/URI" in one}


def links_on(page: pikepdf.Page) -> list[Object]:
    """Return the links on `page`."""
    return [one for one in page.obj.get("/Annots", ()) if one.Subtype == "/Link"]


def page_led_to(pdf: Pdf, link: Object) -> int | None:
    """Return the page (from 1) that a link or bookmark leads to."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    place = link.get("/Dest")
    return numbers[place[0].objgen] if isinstance(place, Array) else None


def text_on(path: Path, number: int) -> str:
    """Return the text on a page, from 1."""
    with pypdfium2.PdfDocument(path) as document:
        return document[number - 1].get_textpage().get_text_bounded()


def picture_of(path: Path, number: int, scale: int = 1) -> Image.Image:
    """Return a page (from 1) as one sees it, `scale` pixels to a point."""
    with pypdfium2.PdfDocument(path) as document:
        return document[number - 1].render(scale=scale).to_pil().convert("RGB")


def shade_at(image: Image.Image, x: int, y: int) -> int:
    """Return how light a point is: 0 black, 255 white."""
    return image.convert("L").crop((x, y, x + 1, y + 1)).tobytes()[0]


def box_of(image: Image.Image, low: int, high: int) -> tuple[int, int, int, int]:
    """Return what is around all that is as light as that."""
    table = [255 if low <= shade <= high else 0 for shade in range(256)]
    box = image.convert("L").point(table).getbbox()
    assert box is not None
    return box


def outline_of(pdf: Pdf) -> list[tuple[int, str, int | None]]:
    """Return the bookmarks: level, title, page."""
    found: list[tuple[int, str, int | None]] = []

    def walk(item: Object | None, level: int) -> None:
        while item is not None:
            found.append((level, str(item.Title), page_led_to(pdf, item)))
            walk(item.get("/First"), level + 1)
            item = item.get("/Next")

    walk(pdf.Root.Outlines.get("/First"), 1)
    return found
