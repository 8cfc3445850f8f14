"""The structure tree into the file, with the table back from marks to elements. Imports pikepdf.

Links and signature fields too: they hang on elements.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from nämnd.documents.pdf.tags import Annotation, Element, Field, Mark, Tag
from nämnd.documents.pdf.xmp import clean

_BORDERLESS = [0, 0, 0]
_PRINTED = 4  # annotation flag: PDF/A asks for it


def write_structure(pdf: Pdf, root: Element) -> None:
    """Write the tree under `root`, the links and fields in it, and the parent tree."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf)
    tree.K = writer.write(root, tree)
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        if "/ProcSet" in page.obj.Resources:
            del page.obj.Resources["/ProcSet"]
        if writer.notes[number]:
            page.obj.Annots = Array(writer.notes[number])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=writer.parents()))
    tree.ParentTreeNextKey = len(pdf.pages) + len(writer.owners)
    if writer.fields:
        pdf.Root.AcroForm = Dictionary(Fields=Array(writer.fields))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    """Writes elements and remembers which element each mark, link and field belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._marks: list[dict[int, Object]] = [{} for _ in self._pages]
        self.notes: list[list[Object]] = [[] for _ in self._pages]
        self.fields: list[Object] = []
        self.owners: list[Object] = []

    def write(self, element: Element, parent: Object) -> Object:
        """Write `element` and all under it."""
        node = self._pdf.make_indirect(_node(element, parent))
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if page is not None:
            node.Pg = self._pages[page]
        kids = [self._kid(kid, node, page) for kid in element.kids]
        if kids:
            node.K = kids[0] if len(kids) == 1 and not _is_branch(element) else Array(kids)
        return node

    def _kid(
        self, kid: Element | Mark | Annotation | Field, node: Object, page: int | None
    ) -> Object | int:
        match kid:
            case Element():
                return self.write(kid, node)
            case Mark(at, mcid):
                self._marks[at][mcid] = node
                if at == page:
                    return mcid
                return Dictionary(Type=Name.MCR, Pg=self._pages[at], MCID=mcid)
            case Annotation():
                return self._owned(kid.page, self._link(kid), node)
            case Field():
                return self._owned(kid.page, self._field(kid), node)

    def _owned(self, page: int, note: Object, node: Object) -> Dictionary:
        """Hang an annotation on its page and on its element."""
        note.StructParent = len(self._pages) + len(self.owners)
        self.notes[page].append(note)
        self.owners.append(node)
        return Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=note)

    def _link(self, one: Annotation) -> Object:
        link = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_rounded(one.rect),
                Border=_BORDERLESS,
                F=_PRINTED,
                Contents=String(" ".join(one.element.words.split())),
            )
        )
        if one.href.startswith("#"):
            link.Dest = String(one.href[1:])
        else:
            link.A = Dictionary(S=Name.URI, URI=String(one.href))
        return link

    def _field(self, one: Field) -> Object:
        """Return a signature field that shows nothing yet (PDF/A wants a look all the same)."""
        left, bottom, right, top = _rounded(one.rect)
        look = Stream(
            self._pdf,
            b"",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, round(right - left, 2), round(top - bottom, 2)],
        )
        field = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(one.name),
                TU=String(clean(one.label)),
                Rect=_rounded(one.rect),
                P=self._pages[one.page],
                F=_PRINTED,
                AP=Dictionary(N=look),
            )
        )
        self.fields.append(field)
        return field

    def parents(self) -> Array:
        """Return the number tree: pages first, then links and fields."""
        nums: list[Object | int] = []
        for number, marks in enumerate(self._marks):
            nums += [number, Array([marks[mcid] for mcid in range(len(marks))])]
        for number, owner in enumerate(self.owners, start=len(self._pages)):
            nums += [number, owner]
        return Array(nums)


def _is_branch(element: Element) -> bool:
    """Say whether there are elements under it: pyHanko overlooks one that stands in no array."""
    return isinstance(element.kids[0], Element)


def _rounded(rect: tuple[float, float, float, float]) -> list[float]:
    return [round(edge, 2) for edge in rect]


def _node(element: Element, parent: Object) -> Dictionary:
    node = Dictionary(Type=Name.StructElem, S=Name("/" + element.tag.value), P=parent)
    if element.alt:
        node.Alt = String(element.alt)
    if element.tag is Tag.TH:
        node.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    elif element.numbering:
        node.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    elif element.bbox:
        node.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=_rounded(element.bbox))
    return node
