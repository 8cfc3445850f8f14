"""PDF files that say a secret in every place where a PDF can: each function makes one."""

import io
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from nämnd.documents.pdf.fonts import Face, drawable

NAME = "Sharon Isbergsson"
ADDRESS = "sharon.isbergsson@example.com"
NUMBER = "850709-9805"
SECRETS = (NAME, ADDRESS, NUMBER)
OPEN = "Kursen hålls i Halmstad"  # what everybody may read, on each page

Draw = Callable[[Canvas], None]
PLACES: dict[str, Callable[[Path], None]] = {}


def _place(make: Callable[[Path], None]) -> Callable[[Path], None]:
    PLACES[make.__name__.lstrip("_")] = make
    return make


def paper(path: Path, *pages: Draw, font: str = "Helvetica") -> None:
    """Write a page for each way to draw; the text that everybody may read is on all of them."""
    drawable("")
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for draw in pages or (lambda _canvas: None,):
        canvas.setFont(font, 11)
        canvas.drawString(60, 780, OPEN)
        draw(canvas)
        canvas.showPage()
    canvas.save()


def _lines(*lines: str, step: int = 16, x: int = 60) -> Draw:
    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(x, 700 - step * at, line)

    return draw


def _mend(path: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    paper(path, _lines("Här står inget"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)


def _note(pdf: pikepdf.Pdf, **keys: object) -> None:
    note = Dictionary(Type=Name.Annot, Rect=[60, 600, 200, 620], F=4, **keys)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


@_place
def _plain(path: Path) -> None:
    paper(path, _lines(*SECRETS))


@_place
def _among_other_words(path: Path) -> None:
    paper(path, _lines(f"Anmälan av {NAME}, {ADDRESS}, {NUMBER}, är mottagen"), _lines("Sida två"))


@_place
def _in_capitals(path: Path) -> None:
    paper(path, _lines(*(one.upper() for one in SECRETS)))


@_place
def _broken_over_lines(path: Path) -> None:
    paper(
        path,
        _lines(
            "Anmäld av Sharon Isbergs-",
            "son som bor här",
            "och sharon.isbergsson@exam",
            "ple.com är",
        ),
    )


@_place
def _over_two_lines(path: Path) -> None:
    paper(path, _lines("Anmäld av Sharon", "Isbergsson, med numret 850709", "9805"))


@_place
def _with_soft_hyphens(path: Path) -> None:
    paper(path, _lines("Sha\u00adron Isbergs\u00adson"), font=Face.REGULAR.value)


@_place
def _decomposed(path: Path) -> None:
    paper(path, _lines(unicodedata.normalize("NFD", NAME), NAME), font=Face.REGULAR.value)


@_place
def _letter_by_letter(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        for sign in NAME:
            canvas.drawString(x, 650, sign)
            x += pdfmetrics.stringWidth(sign, "Helvetica", 11) + 0.3

    paper(path, draw)


@_place
def _with_air_between_letters(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 650)
        text.setCharSpace(6)
        text.textOut(NAME)
        canvas.drawText(text)

    paper(path, draw)


@_place
def _column_by_column(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for at, word in enumerate(("Förnamn", "Sharon", "Emma")):
            canvas.drawString(60, 650 - 20 * at, word)
        for at, word in enumerate(("Efternamn", "Isbergsson", "Ek")):
            canvas.drawString(120, 650 - 20 * at, word)

    paper(path, draw)


@_place
def _in_white(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        _lines(*SECRETS)(canvas)

    paper(path, draw)


@_place
def _unseen(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 650)
        text.setTextRenderMode(3)
        text.textOut(NAME)
        canvas.drawText(text)

    paper(path, draw)


@_place
def _under_a_black_box(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        _lines(*SECRETS)(canvas)
        canvas.rect(50, 640, 400, 90, fill=1)

    paper(path, draw)


@_place
def _outside_of_what_is_seen(path: Path) -> None:
    paper(path, _lines(*SECRETS, x=-400), font=Face.REGULAR.value)


@_place
def _cut_off_by_the_crop_box(path: Path) -> None:
    paper(path, _lines(*SECRETS), font=Face.REGULAR.value)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.CropBox = Array([0, 740, 595, 842])
        pdf.save(path)


@_place
def _on_a_turned_page(path: Path) -> None:
    paper(path, _lines(*SECRETS))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = 90
        pdf.save(path)


@_place
def _turned_text(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(300, -300, NAME)

    paper(path, draw)


@_place
def _in_a_form_that_is_drawn(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("Ruta")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 500, NAME)
        canvas.endForm()
        canvas.doForm("Ruta")

    paper(path, draw)


@_place
def _in_a_form_that_is_not_drawn(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("Ruta")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 500, NAME)
        canvas.endForm()

    paper(path, draw)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        forms = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Form
        ]
        pdf.pages[0].obj.Resources.XObject = Dictionary(Ruta=forms[0])
        pdf.save(path)


@_place
def _as_actual_text(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words = (b"\xfe\xff" + NAME.encode("utf-16-be")).hex()
        canvas.addLiteral(f"/Span <</ActualText <{words}>>> BDC")
        canvas.drawString(60, 600, "xyz")
        canvas.addLiteral("EMC")

    paper(path, draw)


@_place
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


@_place
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


@_place
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


@_place
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


@_place
def _where_a_link_leads(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _note(
            pdf,
            Subtype=Name.Link,
            A=Dictionary(S=Name.URI, URI=String("mailto:Sharon.Isbergsson%40example.com")),
            Contents=String(NAME),
        )

    _mend(path, change)


@_place
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


@_place
def _in_bookmarks(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage(ADDRESS)
        canvas.addOutlineEntry(f"Anmälan {NAME}", ADDRESS, 0)
        canvas.linkAbsolute("dit", ADDRESS, (60, 30, 160, 44))

    paper(path, draw, _lines("Sida två"))


@_place
def _in_its_properties(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = pdf.docinfo["/Title"] = pdf.docinfo["/Keywords"] = NAME
        pdf.docinfo["/Egen"] = ADDRESS
        with pdf.open_metadata() as meta:
            meta["dc:creator"] = [NAME]
            meta["dc:description"] = ADDRESS

    _mend(path, change)


@_place
def _in_an_attachment(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments[f"{NAME}.txt"] = NAME.encode()
        spec = pdf.attachments[f"{NAME}.txt"].obj
        _note(pdf, Subtype=Name.FileAttachment, FS=spec, Contents=String(NAME))

    _mend(path, change)


@_place
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


@_place
def _in_page_labels(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(NAME))]))

    _mend(path, change)


@_place
def _in_notes_of_other_programs(path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        held = pdf.make_stream(NAME.encode())
        pdf.pages[0].obj.PieceInfo = Dictionary(Illustrator=Dictionary(Private=held))
        pdf.pages[0].obj.Metadata = pdf.make_stream(NAME.encode(), Type=Name.Metadata)
        pdf.pages[0].obj.Thumb = pdf.make_stream(NAME.encode())
        pdf.Root.Private = Dictionary({f"/{NAME.replace(' ', '')}": String(ADDRESS)})

    _mend(path, change)


@_place
def _by_the_camera(path: Path) -> None:
    picture = Image.new("RGB", (60, 40), (200, 220, 230))
    exif = Image.Exif()
    exif[0x013B] = NAME  # Artist
    exif[0x010E] = ADDRESS  # ImageDescription
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=exif, comment=NAME.encode())

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(
            ImageReader(io.BytesIO(b"")) if False else ImageReader(Image.new("RGB", (60, 40))),
            60,
            500,
        )

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
