"""The year as a PDF: readable, tagged, the same every time."""

import io
from datetime import date

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from nämnd.documents.årshjul import PAPERS, årshjul_pdf
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import sentence
from tests.conftest import NOW
from tests.nämnd.årsplan.pictures import real_year

NAMN = "Södra regionvårdsnämnden"


def made(poster: list[Årspost] | None = None, paper: str = "A4") -> bytes:
    poster = real_year() if poster is None else poster
    today = date(2019, 11, 12)
    return årshjul_pdf(poster, 2019, namn=NAMN, today=today, created=NOW, paper=paper)


def text_of(data: bytes) -> str:
    pdf = PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def structure(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Return type and alternative text of every element, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(node: object) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                walk(one)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append((str(node.S)[1:], str(node.get("/Alt", ""))))
            walk(node.get("/K", pikepdf.Array()))

    walk(pdf.Root.StructTreeRoot.K)
    return found


@pytest.mark.parametrize(("paper", "size"), [("A4", (841.89, 595.28)), ("A3", (1190.55, 841.89))])
def test_every_page_lies_on_the_paper_that_was_chosen(
    paper: str, size: tuple[float, float]
) -> None:
    assert paper in PAPERS
    pdf = PdfDocument(made(paper=paper))
    assert len(pdf) == 3
    for page in pdf:
        assert page.get_size() == pytest.approx(size, abs=0.1)


def test_all_that_happens_is_in_the_table_in_words() -> None:
    said = text_of(made())
    for one in ("Årshjul 2019", NAMN, "Fredag 22 november 2019", "Region Skåne, fullmäktige"):
        assert one in said
    for post in real_year():
        assert post.text in said


def test_the_drawings_are_figures_with_words_and_the_table_has_heads() -> None:
    with pikepdf.open(io.BytesIO(made())) as pdf:
        found = structure(pdf)
        assert str(pdf.Root.Lang) == "sv-SE"
        assert pdf.Root.MarkInfo.Marked
    tags = [tag for tag, _ in found]
    assert tags[:3] == ["Document", "H1", "P"]
    assert tags.count("TR") == len(real_year()) + 1
    assert tags.count("TH") == 4 + len(real_year())
    figures = [alt for tag, alt in found if tag == "Figure"]
    assert [alt.split(" ", 1)[0] for alt in figures] == ["Årshjul", "Tidslinje"]
    assert all("4 sammanträden" in alt for alt in figures)


def test_everything_drawn_is_marked() -> None:
    with pikepdf.open(io.BytesIO(made())) as pdf:
        for page in pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    depth += 1
                elif name == "EMC":
                    depth -= 1
                elif name in ("Tj", "TJ", "S", "s", "f", "f*", "B", "b", "B*", "b*", "Do"):
                    assert depth == 1, (name, operands)
            assert depth == 0


def test_a_year_with_hundreds_of_things_gets_as_many_pages_as_it_takes() -> None:
    many = [
        Årspost(Slag.BEVAKNING, date(2019, 1 + n % 12, 1 + n % 28), f"Svar {n}") for n in range(300)
    ]
    data = made(many)
    assert len(PdfDocument(data)) > 5
    assert "Svar 299" in text_of(data)


def test_an_empty_year_and_odd_signs_make_a_pdf_too() -> None:
    assert "Ingenting är planerat." in text_of(made([]))
    odd = Årspost(Slag.BEVAKNING, date(2019, 5, 1), "Rad\nett 中文 \x00 " + "x" * 300)
    assert "Onsdag 1 maj 2019" in text_of(made([odd]))


def test_the_same_year_gives_the_same_bytes() -> None:
    assert made() == made()


def test_a_post_is_said_with_its_day_what_it_is_and_how_it_stands() -> None:
    post = Årspost(Slag.BEVAKNING, date(2019, 5, 31), "Handlingsplan", sen=True, förverkande=True)
    assert sentence(post) == (
        "Fredag 31 maj 2019: Handlingsplan. Bevakning, försenad, en rätt går förlorad om dagen "
        "missas."
    )
    two = Årspost(Slag.SAMMANTRÄDE, date(2019, 11, 22), "Sammanträde 4", till=date(2019, 11, 23))
    assert sentence(two) == "Fredag 22 november 2019 till lördag 23 november 2019: Sammanträde 4."
