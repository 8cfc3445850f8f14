"""Forms of bilagor: what is filled in shows, nothing can be filled in. Imports pikepdf: late."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from nämnd.paket.foreign import FOREIGN

_Listed: TypeAlias = dict[tuple[int, int], set[tuple[int, int]]]  # parent → kids it knows
_READ_ONLY = 1  # field flag, ISO 32000-1 table 221
_STARTING = ("/A", "/AA", "/JS")
_DEEPEST = 40  # levels of fields


@dataclass(slots=True)
class Forms:
    """The fields of all bilagor, each bilaga's under one of its own so that names can't meet.

    Made from what is seen on the pages: a damaged or hostile file may list other fields than these.
    """

    out: Pdf
    fields: list[Object] = field(default_factory=list[Object])
    fonts: dict[str, Object] = field(default_factory=dict[str, Object])

    def add(self, source: Pdf, pages: Sequence[Page], name: str) -> None:
        """Join the fields that are seen on `pages`, copies of the pages of `source`."""
        tops: dict[tuple[int, int], Object] = {}
        listed: _Listed = {}
        for page in pages:
            for one in page.obj.get("/Annots", ()):
                if one.get("/Subtype") == Name.Widget and one.is_indirect:
                    top = _top(one, listed)
                    tops[top.objgen] = top
        if not tops:
            return
        unique = f"{name}-{len(self.fields) + 1}".replace(".", "-")
        parent = self.out.make_indirect(Dictionary(T=String(unique), Kids=Array(tops.values())))
        for top in tops.values():
            top.Parent = parent
        self.fields.append(parent)
        self._join_fonts(source)

    def _join_fonts(self, source: Pdf) -> None:
        form = source.Root.get("/AcroForm")
        resources = form.get("/DR") if isinstance(form, Dictionary) else None
        fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
        if isinstance(fonts, Dictionary):
            for name, font in fonts.items():
                if isinstance(font, Dictionary) and font.is_indirect and name not in self.fonts:
                    self.fonts[name] = self.out.copy_foreign(font)

    def write(self) -> None:
        """Write the joined form into the file."""
        if self.fields:
            self.out.Root.AcroForm = Dictionary(
                Fields=Array(self.fields), DR=Dictionary(Font=Dictionary(self.fonts))
            )


def _top(widget: Object, listed: _Listed) -> Object:
    """Return the outermost field of `widget`; everything on the way becomes read-only."""
    node = widget
    for _ in range(_DEEPEST):
        flags = node.get("/Ff", 0)
        node.Ff = (flags if isinstance(flags, int) else 0) | _READ_ONLY
        for key in _STARTING:
            if key in node:
                del node[key]
        parent = node.get("/Parent")
        if not isinstance(parent, Dictionary) or not parent.is_indirect:
            break
        _list_in(parent, node, listed)
        node = parent
    return node


def _list_in(parent: Object, kid: Object, listed: _Listed) -> None:
    """Make `parent` know `kid`, which says that it is its own."""
    if not isinstance(parent.get("/Kids"), Array):
        parent.Kids = Array()
    if parent.objgen not in listed:
        kids = (one for one in parent.Kids if isinstance(one, Dictionary))
        listed[parent.objgen] = {one.objgen for one in kids}
    if kid.objgen not in listed[parent.objgen]:
        listed[parent.objgen].add(kid.objgen)
        parent.Kids.append(kid)


def draw_fields(source: Pdf) -> None:
    """Draw what is filled in where the file leaves that to the reader's program."""
    form = source.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and form.get("/NeedAppearances") is True:
        with suppress(*FOREIGN):  # then the reader sees an empty field, as before
            source.generate_appearance_streams()


def has_signature(pdf: Pdf) -> bool:
    """Tell whether `pdf` holds a signature over its own bytes; merging would break it."""
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, Dictionary) else None
    waiting = list(fields) if isinstance(fields, Array) else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, Dictionary) or (one.is_indirect and one.objgen in seen):
            continue
        seen.add(one.objgen)
        value = one.get("/V")
        if isinstance(value, Dictionary) and "/ByteRange" in value:
            return True
        kids = one.get("/Kids")
        waiting += list(kids) if isinstance(kids, Array) else []
    return False
