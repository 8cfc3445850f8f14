"""PDF files that say a secret where nobody reads: beside what is drawn, in names and properties."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.nämnd.paket.hostile import ADDRESS, NAME, lines, paper, place


def _mend(path: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    paper(path, lines("Här står inget"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)


def _note(pdf: pikepdf.Pdf, **keys: Any) -> None:
    note = Dictionary(Type=Name.Annot, Rect=[60, 600, 200, 620], F=4, **keys)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


@place
def _as_actual_text(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words = (b"\xfe\xff" + NAME.encode("utf-16-be")).hex()
        canvas.addLiteral(f"/Span <</ActualText <{words}>>> BDC")
        canvas.drawString(60, 600, "xyz")
        canvas.addLiteral("EMC")

    paper(path, draw)


@place
def _as_a_property_of_a_mark(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.addLiteral("/Span /MC0 BDC")
        canvas.drawString(60, 600, "xyz")
        canvas.addLiteral("EMC")

    paper(path, draw)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        held = pdf.make_indirect(Dictionary(Alt=String(NAME)))
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=held)
        pdf.save(path)


@place
def _as_an_alternative_text(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        figure = pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Figure,
                P=root,
                Alt=String(NAME),
                T=String(ADDRESS),
                E=String(NAME),
                ID=String(ADDRESS),
            )
        )
        root.K = figure
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    _mend(path, change)


@place
def _in_a_comment(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _note(
            pdf,
            Subtype=Name.Text,
            Contents=String(f"Ring {NAME}"),
            T=String(NAME),
            Subj=String(ADDRESS),
            NM=String(ADDRESS),
        )

    _mend(path, change)


@place
def _in_a_note_that_is_seen(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(
            f"BT /F1 11 Tf 2 4 Td ({NAME}) Tj ET".encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 140, 20],
            Resources=pdf.pages[0].obj.Resources,
        )
        _note(
            pdf,
            Subtype=Name.FreeText,
            Contents=String(NAME),
            AP=Dictionary(N=look),
            DA=String("/F1 11 Tf"),
        )

    _mend(path, change)


@place
def _where_a_link_leads(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _note(
            pdf,
            Subtype=Name.Link,
            A=Dictionary(S=Name.URI, URI=String("mailto:Sharon.Isbergsson%40example.com")),
            Contents=String(NAME),
        )

    _mend(path, change)


@place
def _in_a_field(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _note(
            pdf,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(ADDRESS),
            V=String(NAME),
            TU=String(NAME),
            DV=String(NAME),
            DA=String("/Helv 11 Tf 0 g"),
        )
        pdf.Root.AcroForm = Dictionary(
            Fields=pdf.pages[0].obj.Annots,
            NeedAppearances=True,
            DR=Dictionary(
                Font=Dictionary(
                    Helv=pdf.make_indirect(
                        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
                    )
                )
            ),
        )

    _mend(path, change)


@place
def _in_bookmarks(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage(ADDRESS)
        canvas.addOutlineEntry(f"Anmälan {NAME}", ADDRESS, 0)
        canvas.linkAbsolute("dit", ADDRESS, (60, 30, 160, 44))

    paper(path, draw, lines("Sida två"))


@place
def _in_its_properties(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = pdf.docinfo["/Title"] = pdf.docinfo["/Keywords"] = NAME
        pdf.docinfo["/Egen"] = ADDRESS
        with pdf.open_metadata() as meta:
            meta["dc:creator"] = [NAME]
            meta["dc:description"] = ADDRESS

    _mend(path, change)


@place
def _in_an_attachment(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments[f"{NAME}.txt"] = NAME.encode()
        spec = pdf.attachments[f"{NAME}.txt"].obj
        _note(pdf, Subtype=Name.FileAttachment, FS=spec, Contents=String(NAME))

    _mend(path, change)


@place
def _on_a_hidden_layer(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.addLiteral("/OC /MC0 BDC")
        canvas.drawString(60, 600, NAME)
        canvas.addLiteral("EMC")

    paper(path, draw)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(ADDRESS)))
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=layer)
        pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer], Order=[layer]))
        pdf.save(path)


@place
def _in_page_labels(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(NAME))]))

    _mend(path, change)


@place
def _in_notes_of_other_programs(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        held = pdf.make_stream(NAME.encode())
        pdf.pages[0].obj.PieceInfo = Dictionary(Illustrator=Dictionary(Private=held))
        pdf.pages[0].obj.Metadata = pdf.make_stream(NAME.encode(), Type=Name.Metadata)
        pdf.pages[0].obj.Thumb = pdf.make_stream(NAME.encode())
        pdf.Root.Private = Dictionary({f"/{NAME.replace(' ', '')}": String(ADDRESS)})

    _mend(path, change)


@place
def _by_the_camera(path: Path) -> None:
    picture = Image.new("RGB", (60, 40), (200, 220, 230))
    exif = Image.Exif()
    exif[0x013B] = NAME  # Artist
    exif[0x010E] = ADDRESS  # ImageDescription
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=exif, comment=NAME.encode())

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 40))), 60, 500)

    paper(path, draw)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        image = pdf.pages[0].obj.Resources.XObject
        name = next(iter(image.keys()))
        image[name] = pdf.make_stream(
            file.getvalue(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=60,
            Height=40,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
        pdf.save(path)
