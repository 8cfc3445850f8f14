"""The structure tree into the file, with the table back from marks to elements. Imports pikepdf."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from nämnd.documents.pdf.tags import Annotation, Element, Mark, Tag

_BORDERLESS = [0, 0, 0]
_PRINTED = 4  # annotation flag: PDF/A asks for it


def write_structure(pdf: Pdf, root: Element) -> None:
    """Write the tree under `root`, the links in it, and the parent tree."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf)
    tree.K = writer.write(root, tree)
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        if "/ProcSet" in page.obj.Resources:
            del page.obj.Resources["/ProcSet"]
        if writer.links[number]:
            page.obj.Annots = Array(writer.links[number])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=writer.parents()))
    tree.ParentTreeNextKey = len(pdf.pages) + len(writer.owners)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    """Writes elements and remembers which element each mark and link belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._marks: list[dict[int, Object]] = [{} for _ in self._pages]
        self.links: list[list[Object]] = [[] for _ in self._pages]
        self.owners: list[Object] = []

    def write(self, element: Element, parent: Object) -> Object:
        """Write `element` and all under it."""
        node = self._pdf.make_indirect(_node(element, parent))
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if page is not None:
            node.Pg = self._pages[page]
        kids = [self._kid(kid, node, page) for kid in element.kids]
        if kids:
            node.K = kids[0] if len(kids) == 1 else Array(kids)
        return node

    def _kid(
        self, kid: Element | Mark | Annotation, node: Object, page: int | None
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
                link = self._link(kid)
                self.owners.append(node)
                return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page], Obj=link)

    def _link(self, one: Annotation) -> Object:
        link = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=[round(edge, 2) for edge in one.rect],
                Border=_BORDERLESS,
                F=_PRINTED,
                Contents=String(" ".join(one.element.words.split())),
                StructParent=len(self._pages) + len(self.owners),
            )
        )
        if one.href.startswith("#"):
            link.Dest = String(one.href[1:])
        else:
            link.A = Dictionary(S=Name.URI, URI=String(one.href))
        self.links[one.page].append(link)
        return link

    def parents(self) -> Array:
        """Return the number tree: pages first, then links."""
        nums: list[Object | int] = []
        for number, marks in enumerate(self._marks):
            nums += [number, Array([marks[mcid] for mcid in range(len(marks))])]
        for number, owner in enumerate(self.owners, start=len(self._pages)):
            nums += [number, owner]
        return Array(nums)


def _node(element: Element, parent: Object) -> Dictionary:
    node = Dictionary(Type=Name.StructElem, S=Name("/" + element.tag.value), P=parent)
    if element.alt:
        node.Alt = String(element.alt)
    if element.tag is Tag.TH:
        node.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    elif element.numbering:
        node.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    elif element.bbox:
        box = [round(edge, 2) for edge in element.bbox]
        node.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return node
