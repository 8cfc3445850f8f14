"""What a tagged PDF says to those who don't see it, and whether its structure hangs together.

PDF/UA and PDF/A checkers look at the tree and at the pages, but not whether the two agree: a page
whose marks lead nowhere passes. `structure_problems` looks at just that. Works on any tagged PDF
with simple fonts or two-byte fonts that carry a map to Unicode. Imports pikepdf: import it late.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeAlias

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    Dictionary,
    NumberTree,
    Object,
    Page,
    Pdf,
    Stream,
    String,
    parse_content_stream,
)

_INLINE = frozenset({"/Link", "/Span", "/Reference", "/Note", "/Quote", "/Code"})
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SPACES = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")

_Place: TypeAlias = tuple[int, int]  # page, mark
_Decode: TypeAlias = Callable[[bytes], str]


def structure_problems(source: Path | BinaryIO) -> list[str]:
    """Return what is wrong between structure tree, parent tree and pages; [] when all agree."""
    with Pdf.open(source) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ["no structure tree"]
        return _Check(pdf).problems()


def reading_order(source: Path | BinaryIO) -> list[str]:
    """Return the words of a tagged PDF in the order in which a screen reader says them."""
    with Pdf.open(source) as pdf:
        texts: dict[_Place, str] = {}
        numbers = _page_numbers(pdf)
        for number, page in enumerate(pdf.pages):
            for mcid, words in _marked_texts(page).items():
                texts[number, mcid] = words
        root = pdf.Root.StructTreeRoot
        return "".join(_spoken(root, texts, numbers)).split()


@dataclass(slots=True)
class _Check:
    """Walks the tree once and holds it against the parent tree and the pages."""

    pdf: Pdf
    found: list[str] = field(default_factory=list[str])
    seen: set[_Place] = field(default_factory=set[_Place])

    def problems(self) -> list[str]:
        root = self.pdf.Root.StructTreeRoot
        parents = dict(NumberTree(root.ParentTree).items()) if "/ParentTree" in root else {}
        numbers = _page_numbers(self.pdf)
        for element in _elements(root):
            for kid in _kids(element):
                self._check_kid(element, kid, parents, numbers)
        for number, page in enumerate(self.pdf.pages):
            self._check_page(number, page, parents)
        return self.found

    def _check_kid(
        self,
        element: Object,
        kid: Object | int,
        parents: dict[int, Object],
        numbers: dict[tuple[int, int], int],
    ) -> None:
        if isinstance(kid, Dictionary) and "/S" in kid:
            if kid.P.objgen != element.objgen:
                self.found.append(f"{kid.S}: its parent is another element")
        elif isinstance(kid, Dictionary) and "/Obj" in kid:
            key = kid.Obj.get("/StructParent")
            if key is None or not _same(parents.get(int(key)), element):
                self.found.append(f"{element.S}: the parent tree does not lead back from its link")
        else:
            self._check_mark(element, kid, parents, numbers)

    def _check_mark(
        self,
        element: Object,
        kid: Object | int,
        parents: dict[int, Object],
        numbers: dict[tuple[int, int], int],
    ) -> None:
        place = _place(element, kid, numbers)
        if place is None:
            self.found.append(f"{element.S}: a mark on a page that is not in the file")
            return
        if place in self.seen:
            self.found.append(f"mark {place} belongs to several elements")
        self.seen.add(place)
        page, mcid = place
        marks = parents.get(int(self.pdf.pages[page].obj.get("/StructParents", -1)))
        if not isinstance(marks, Array) or mcid >= len(marks) or not _same(marks[mcid], element):
            self.found.append(f"mark {place}: the parent tree does not lead to {element.S}")

    def _check_page(self, number: int, page: Page, parents: dict[int, Object]) -> None:
        drawn = {(number, mcid) for mcid in _marked_texts(page)}
        listed = {place for place in self.seen if place[0] == number}
        if drawn != listed:
            self.found.append(f"page {number + 1}: marks drawn and marks in the tree differ")
        marks = parents.get(int(page.obj.get("/StructParents", -1)))
        if drawn and (not isinstance(marks, Array) or len(marks) != len(drawn)):
            self.found.append(f"page {number + 1}: the parent tree has too many or too few marks")


def _same(one: Object | None, other: Object) -> bool:
    return one is not None and one.objgen == other.objgen


def _page_numbers(pdf: Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages)}


def _kids(element: Object) -> list[Object | int]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _elements(element: Object) -> Iterator[Object]:
    """Yield the elements under `element`, parents first."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _place(
    element: Object, kid: Object | int, numbers: dict[tuple[int, int], int]
) -> _Place | None:
    if isinstance(kid, int):
        page, mcid = element.get("/Pg"), kid
    else:
        page, mcid = kid.get("/Pg", element.get("/Pg")), int(kid.MCID)
    number = numbers.get(page.objgen) if page is not None else None
    return None if number is None else (number, mcid)


def _spoken(
    element: Object, texts: dict[_Place, str], numbers: dict[tuple[int, int], int]
) -> Iterator[str]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _spoken(kid, texts, numbers)
            if str(kid.S) not in _INLINE:
                yield "\n"
        elif isinstance(kid, int) or "/MCID" in kid:
            place = _place(element, kid, numbers)
            yield texts.get(place, "") if place else ""


def _marked_texts(page: Page) -> dict[int, str]:
    """Return the text inside each marked sequence of `page`."""
    reader = _Reader(_decoders(page))
    for step in parse_content_stream(page):
        if not isinstance(step, ContentStreamInlineImage):
            reader.step(list(step.operands), str(step.operator))
    return reader.texts


@dataclass(slots=True)
class _Reader:
    """Follows a page's operators as far as text and marks go."""

    decoders: dict[str, _Decode]
    texts: dict[int, str] = field(default_factory=dict[int, str])
    marks: list[int | None] = field(default_factory=list[int | None])
    font: str = ""

    def step(self, operands: list[Object], operator: str) -> None:
        match operator:
            case "BDC" | "BMC":
                self._open(operands)
            case "EMC":
                self.marks.pop()
            case "Tf":
                self.font = str(operands[0])
            case "Tj" | "'" | '"':
                self._say(operands[-1])
            case "TJ":
                for part in operands[0]:
                    self._say(part)
            case _:
                pass

    def _open(self, operands: list[Object]) -> None:
        properties = operands[-1]
        inside = isinstance(properties, Dictionary) and "/MCID" in properties
        mcid = int(properties.MCID) if inside else None
        self.marks.append(mcid)
        if mcid is not None:
            self.texts.setdefault(mcid, "")

    def _say(self, part: Object) -> None:
        mcid = next((mark for mark in reversed(self.marks) if mark is not None), None)
        if isinstance(part, String) and mcid is not None:
            self.texts[mcid] += self.decoders.get(self.font, _latin)(bytes(part))


def _latin(data: bytes) -> str:
    return data.decode("latin-1")


def _decoders(page: Page) -> dict[str, _Decode]:
    fonts = page.obj.Resources.get("/Font") if "/Resources" in page.obj else None
    if not isinstance(fonts, Dictionary):
        return {}
    tables = {name: font.get("/ToUnicode") for name, font in fonts.items()}
    return {
        name: _decoder(table.read_bytes())
        for name, table in tables.items()
        if isinstance(table, Stream)
    }


def _decoder(table: bytes) -> _Decode:
    """Return a function from a string's bytes to text, as the font's map to Unicode says."""
    letters: dict[int, str] = {}
    for block in _blocks(table, b"bfchar"):
        for code, text in _PAIR.findall(block):
            letters[int(code, 16)] = _utf16(text)
    for block in _blocks(table, b"bfrange"):
        for first, last, text in _RANGE.findall(block):
            for code in range(int(first, 16), int(last, 16) + 1):
                letters[code] = chr(ord(_utf16(text)[0]) + code - int(first, 16))
    start = _SPACES.search(table)
    size = len(start.group(1)) // 2 if start else 1

    def decode(data: bytes) -> str:
        codes = (data[at : at + size] for at in range(0, len(data), size))
        return "".join(letters.get(int.from_bytes(code), "") for code in codes)

    return decode


def _blocks(table: bytes, kind: bytes) -> list[bytes]:
    return re.findall(rb"begin%s(.*?)end%s" % (kind, kind), table, re.DOTALL)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
