"""PDF files written byte by byte: hostile ones, that no honest program makes."""

import zlib

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>"


def file_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF whose objects 1, 2, 3 … are `objects`; the first is the catalog."""
    out, places, at = [b"%PDF-1.5\n"], list[int](), 9
    for number, body in enumerate(objects, start=1):
        places.append(at)
        out.append(b"%d 0 obj%sendobj\n" % (number, body))
        at += len(out[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    out.append(b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer))
    out.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(out)


def one_page(page: bytes = PAGE, *more: bytes, catalog: bytes = b"") -> bytes:
    """Return a PDF with one page, object 3; `more` are objects 4, 5, 6."""
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page,
            *more,
        ]
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream " % (len(data), entries, data)


def packed_twice(size: int = 280 << 20) -> bytes:
    """Return less than two kilobytes that unfold to `size` bytes."""
    packer = zlib.compressobj(1)
    zeros = bytes(1 << 20)
    once = b"".join(packer.compress(zeros) for _ in range(size >> 20)) + packer.flush()
    return zlib.compress(once, 9)


def content_bomb() -> bytes:
    """Return a page whose content unfolds to more than a computer holds."""
    twice = stream(packed_twice(), b"/Filter[/FlateDecode/FlateDecode]")
    return one_page(PAGE.replace(b">>", b"/Contents 4 0 R>>"), twice)


def table_bomb() -> bytes:
    """Return a file whose very table of objects is the bomb."""
    entries = b"/Type/XRef/Size 5/W[1 2 1]/Root 2 0 R/Filter[/FlateDecode/FlateDecode]"
    body = stream(packed_twice(), entries)
    return b"%PDF-1.5\n1 0 obj" + body + b"endobj\nstartxref\n9\n%%EOF\n"


def deep_page_tree(depth: int = 3000) -> bytes:
    """Return a page under so many levels of nodes."""
    nodes = [
        b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (number + 1, number - 1)
        for number in range(3, 3 + depth)
    ]
    top = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 300 400]>>" % (2 + depth)
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", top, *nodes, page])


def endless_page_tree() -> bytes:
    """Return a page tree that is its own child."""
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"])


def deep_chain(depth: int = 120_000) -> bytes:
    """Return a page that holds on to a chain of so many objects."""
    page = PAGE.replace(b">>", b"/Resources<</XObject<</A 4 0 R>>>>>>")
    links = [b"<</Next %d 0 R>>" % (number + 1) for number in range(4, 4 + depth)]
    return one_page(page, *links, b"<<>>")


def armed() -> bytes:
    """Return a page with everything in it that a reader could start, on every holder there is."""
    script = b"<</S/JavaScript/JS(app.alert\\(1\\))/Next<</S/Launch/F(cmd.exe)>>>>"
    annotations = [
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A%s>>" % script,
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x.exe)>>>>",
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(x.pdf)/D[0/Fit]>>>>",
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(javascript:alert\\(1\\))>>>>",
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///etc/passwd)>>>>",
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.se/)/Next%s>>>>"
        % script,
        b"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 7 0 R/Contents(fil)>>",
        b"<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<</Assets 7 0 R>>>>",
        b"<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/JS(x)>>/AA<</PO%s>>>>"
        % script,
        b"<</Type/Annot/Subtype/Sound/Rect[0 0 9 9]/Sound 8 0 R>>",
        b"<</Type/Annot/Subtype/Movie/Rect[0 0 9 9]/Movie<</F(x.mov)>>>>",
        b"<</Type/Annot/Subtype/Widget/FT/Btn/T(knapp)/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://x)>>"
        b"/AA<</E%s>>/Parent 9 0 R>>" % script,
        b"<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]/T(Berit)/AA<</E%s>>>>" % script,
    ]
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/AA<</O%s>>/AF[7 0 R]/PieceInfo<</X<<>>>>"
        b"/Annots[%s]/Resources<</XObject<</F 4 0 R>>>>/Metadata 6 0 R/Contents 5 0 R>>"
        % (script, b" ".join(annotations))
    )
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/AF[7 0 R]/Metadata 6 0 R/PieceInfo<</X<<>>>>"
    catalog = (
        b"/OpenAction%s/AA<</WC%s>>/Names<</JavaScript<</Names[(a)%s]>>"
        b"/EmbeddedFiles<</Names[(a)7 0 R]>>>>/AF[7 0 R]"
        b"/AcroForm<</XFA 6 0 R/CO[9 0 R]/Fields[9 0 R]>>/Outlines 10 0 R"
        % (script, script, script)
    )
    return one_page(
        page,
        stream(b"", form),
        stream(b"/F Do"),
        stream(b"<x>Berit Hemlig</x>", b"/Type/Metadata/Subtype/XML"),
        b"<</Type/Filespec/F(a.exe)/EF<</F 8 0 R>>>>",
        stream(b"MZ", b"/Type/EmbeddedFile"),
        b"<</T(form)/AA<</C%s>>/Kids[]>>" % script,
        b"<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>",
        b"<</Title(Klicka)/Parent 10 0 R/A%s>>" % script,
        catalog=catalog,
    )
