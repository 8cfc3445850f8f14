"""PDF files that say a secret in every way a page can draw it: each function makes one.

The places where nobody reads are in `hostile_silent`, which adds them to `PLACES`.
"""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import A4
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


def place(make: Callable[[Path], None]) -> Callable[[Path], None]:
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


def lines(*lines: str, step: int = 16, x: int = 60) -> Draw:
    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(x, 700 - step * at, line)

    return draw


@place
def _plain(path: Path) -> None:
    paper(path, lines(*SECRETS))


@place
def _among_other_words(path: Path) -> None:
    paper(path, lines(f"Anmälan av {NAME}, {ADDRESS}, {NUMBER}, är mottagen"), lines("Sida två"))


@place
def _in_capitals(path: Path) -> None:
    paper(path, lines(*(one.upper() for one in SECRETS)))


@place
def _broken_over_lines(path: Path) -> None:
    paper(
        path,
        lines(
            "Anmäld av Sharon Isbergs-",
            "son som bor här",
            "och sharon.isbergsson@exam",
            "ple.com är",
        ),
    )


@place
def _over_two_lines(path: Path) -> None:
    paper(path, lines("Anmäld av Sharon", "Isbergsson, med numret 850709", "9805"))


@place
def _with_soft_hyphens(path: Path) -> None:
    paper(path, lines("Sha\u00adron Isbergs\u00adson"), font=Face.REGULAR.value)


@place
def _decomposed(path: Path) -> None:
    paper(path, lines(unicodedata.normalize("NFD", NAME), NAME), font=Face.REGULAR.value)


@place
def _letter_by_letter(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        for sign in NAME:
            canvas.drawString(x, 650, sign)
            x += pdfmetrics.stringWidth(sign, "Helvetica", 11) + 0.3

    paper(path, draw)


@place
def _with_air_between_letters(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 650)
        text.setCharSpace(6)
        text.textOut(NAME)
        canvas.drawText(text)

    paper(path, draw)


@place
def _column_by_column(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for at, word in enumerate(("Förnamn", "Sharon", "Emma")):
            canvas.drawString(60, 650 - 20 * at, word)
        for at, word in enumerate(("Efternamn", "Isbergsson", "Ek")):
            canvas.drawString(120, 650 - 20 * at, word)

    paper(path, draw)


@place
def _in_white(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        lines(*SECRETS)(canvas)

    paper(path, draw)


@place
def _unseen(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 650)
        text.setTextRenderMode(3)
        text.textOut(NAME)
        canvas.drawText(text)

    paper(path, draw)


@place
def _under_a_black_box(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(*SECRETS)(canvas)
        canvas.rect(50, 640, 400, 90, fill=1)

    paper(path, draw)


@place
def _outside_of_what_is_seen(path: Path) -> None:
    paper(path, lines(*SECRETS, x=-400), font=Face.REGULAR.value)


@place
def _cut_off_by_the_crop_box(path: Path) -> None:
    paper(path, lines(*SECRETS), font=Face.REGULAR.value)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.CropBox = Array([0, 740, 595, 842])
        pdf.save(path)


@place
def _on_a_turned_page(path: Path) -> None:
    paper(path, lines(*SECRETS))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = 90
        pdf.save(path)


@place
def _turned_text(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(300, -300, NAME)

    paper(path, draw)


@place
def _in_a_form_that_is_drawn(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("Ruta")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 500, NAME)
        canvas.endForm()
        canvas.doForm("Ruta")

    paper(path, draw)


@place
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
