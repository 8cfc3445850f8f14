"""Signed bilagor kept whole beside the pages. Imports pikepdf: import it late."""

import hashlib
from datetime import datetime
from urllib.parse import unquote

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Page, Pdf, String

from nämnd.bilaga.names import safe_name, suffix_of, title_of
from nämnd.paket.sheets import ATTACHED, created_text


def attach(out: Pdf, files: dict[str, tuple[str, bytes]], created: datetime) -> dict[str, Object]:
    """Put files beside the pages; return what refers to each.

    Args:
        out: the utskick.
        files: by beteckning: the name the file came with, and its bytes, which stay as they are.
        created: of the utskick.
    """
    if not files:
        return {}
    tree, specs = NameTree.new(out), dict[str, Object]()
    for beteckning, (name, data) in files.items():
        shown = safe_name(f"Bilaga {beteckning} {title_of(name)}", suffix_of(name) or ".pdf")
        specs[beteckning] = tree[shown] = _spec(out, shown, data, created)
    out.Root.Names = Dictionary(EmbeddedFiles=tree.obj)
    out.Root.AF = Array(specs.values())
    return specs


def _spec(out: Pdf, name: str, data: bytes, created: datetime) -> Object:
    about = Dictionary(
        Size=len(data),
        CheckSum=String(hashlib.md5(data, usedforsecurity=False).digest()),
        CreationDate=String(created_text(created)),
        ModDate=String(created_text(created)),
    )
    file = out.make_stream(
        data, Type=Name.EmbeddedFile, Subtype=Name("/application/pdf"), Params=about
    )
    return out.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name.encode("ascii", "replace").decode().replace("?", "_")),
            UF=String(name),
            EF=Dictionary(F=file, UF=file),
            Desc=String(name),
            AFRelationship=Name.Supplement,
        )
    )


def aim_at_file(out: Pdf, page: Page, spec: Object) -> None:
    """Make the links to the attached file on `page` open it."""
    owners = dict(NumberTree(out.Root.StructTreeRoot.ParentTree).items())
    for one in page.obj.get("/Annots", ()):
        if address_of(one) == ATTACHED:
            _become_attachment(out, one, spec)
            owners[int(one.StructParent)].S = Name.Annot


def _become_attachment(out: Pdf, one: Object, spec: Object) -> None:
    left, bottom, right, top = one.Rect
    del one["/A"]
    one.Subtype = Name.FileAttachment
    one.FS = spec
    one.Name = Name.Paperclip
    look = out.make_stream(b"", Type=Name.XObject, Subtype=Name.Form)
    look.BBox = Array([0, 0, right - left, top - bottom])
    one.AP = Dictionary(N=look)  # nothing: the words on the page are what one clicks on


def aim_at_pages(page: Page, places: dict[str, Array]) -> None:
    """Make the links to «bilaga:3A» on `page` lead to the first page of that bilaga."""
    for one in page.obj.get("/Annots", ()):
        address = address_of(one)
        if address.startswith("bilaga:"):
            del one["/A"]
            one.Dest = places[address.removeprefix("bilaga:")]


def address_of(one: Object) -> str:
    """Return the address that a link opens, «» when it opens none."""
    action = one.get("/A")
    return unquote(str(action.get("/URI", ""))) if isinstance(action, Dictionary) else ""
