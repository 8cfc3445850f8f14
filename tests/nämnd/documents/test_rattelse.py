"""A slip in what is justerat, put right on its day with both texts."""

import page
import pytest

from nämnd.documents.content import as_text
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.protokoll import build_rättelse, build_utdrag
from nämnd.justering.values import RättelseRow
from tests.nämnd.documents.meetings import SENDER
from tests.protokoll_values import paragraf_row, protokoll_of

ROW = RättelseRow(
    "r1", "2026-04-10", 60, "12 kronor\nper besök", "21 kronor\nper besök", "Siv Penna", "Skrivfel"
)
PROTOKOLL = protokoll_of(
    paragraf_row(59, "Val av justerare"), paragraf_row(60, "Priser", dnr=("VÅN 2026/12",))
)


def test_a_rättelse_says_both_texts_who_when_and_why():
    words = as_text(build_rättelse(SENDER, PROTOKOLL, ROW))
    before, after = words.split("Det ska stå")
    assert "Det står\n12 kronor\nper besök" in before
    assert "21 kronor\nper besök" in after
    for said in (
        "Rättelse av § 60",
        "§ 60 Priser",
        "VÅN 2026/12",
        "2026-04-10",
        "Skrivfel",
        "Siv Penna",
    ):
        assert said in before


def test_a_rättelse_of_a_paragraf_that_is_not_there_says_its_number():
    words = as_text(build_rättelse(SENDER, protokoll_of(), ROW))
    assert "Rättelse av § 60" in words


@pytest.mark.parametrize("profile", ["PDF/UA-1", "PDF/A-2a"])
def test_a_rättelse_is_a_pdf_for_all_and_for_ever(profile, now):
    paper = build_rättelse(SENDER, PROTOKOLL, ROW)
    data = pdf_bytes(paper, created=now)
    assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_an_utdrag_shows_the_rättelse_at_its_paragraf():
    words = as_text(build_utdrag(SENDER, PROTOKOLL, ["g59", "g60"], rättelser=(ROW,)))
    first, second = words.split("§ 60 Priser")
    assert "Rättat" not in first
    assert "Rättat 2026-04-10 av Siv Penna. Det står «12 kronor" in second


def test_an_utdrag_of_other_paragrafer_does_not():
    words = as_text(build_utdrag(SENDER, PROTOKOLL, ["g59"], rättelser=(ROW,)))
    assert "Rättat" not in words
