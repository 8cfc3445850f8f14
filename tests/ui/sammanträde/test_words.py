"""What the page says, as pure functions of the dagordning."""

import pytest

from nämnd.sammanträde.dagordning import FilRow
from tests.builders import bilaga_row, dagordning_of, head_row, punkt_row
from ui.sammanträde.bilaga_rows import kind_text
from ui.sammanträde.differences import shown_after
from ui.sammanträde.head_words import subtitle
from ui.sammanträde.punkt_rows import punkt_rows

HEAD = "08.30–12.00 · Stora salen, Ådala"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"nummer_i_året": 4}, f"{HEAD} · fjärde sammanträdet 2026"),
        ({"slag": "extra"}, f"{HEAD} · extra sammanträde"),
        ({"nummer_i_året": None}, HEAD),
        ({"plats": "", "nummer_i_året": None, "beteckning": "LS 10/08"}, "08.30–12.00 · LS 10/08"),
    ],
    ids=["ordinary", "extra", "no number", "no place"],
)
def test_the_subtitle_says_what_is_known(facts, said):
    assert subtitle(head_row(**facts)) == said


@pytest.mark.parametrize(
    ("name", "pages", "said"),
    [
        ("a.PDF", 5, "PDF, 5 s."),
        ("a.docx", None, "Word"),
        ("a.odt", None, "ODT"),
        ("a", None, "Fil"),
    ],
    ids=["pdf", "word", "other", "none"],
)
def test_the_kind_of_a_file_is_said_in_a_word(name, pages, said):
    assert kind_text(FilRow("sha", name, 1, pages, 1)) == said


def test_a_row_says_everything_to_a_screen_reader():
    bilagor = (bilaga_row("1A", fil=None), bilaga_row("1B"))
    punkt = punkt_row(1, "Budget", bilagor=bilagor, tillkom_efter_kallelsen=True)
    (row,) = punkt_rows(dagordning_of(punkt))
    assert row.info == "tillkom · saknas 1"
    assert row.aloud() == ("Punkt 1, Budget, tillkom efter kallelsen, 2 handlingar, 1 saknar fil")


def test_a_withdrawn_punkt_says_only_that_and_why_in_its_tip():
    punkt = punkt_row(1, "Budget", utgår="Vilar", bilagor=(bilaga_row("1", fil=None),))
    (row,) = punkt_rows(dagordning_of(punkt))
    assert row.info == "utgår"
    assert row.tip == "1. Budget\nUtgår: Vilar\n1  Missiv"


ONE, TWO, THREE = (punkt_row(number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("before", "now", "shown", "wanted"),
    [
        (None, (ONE,), None, None),
        ((ONE,), (), "k1", None),
        ((ONE, TWO), (ONE, TWO), "k1", None),
        ((ONE, TWO), (ONE, punkt_row(2, "Ny rubrik")), "k1", "k2"),
        ((ONE, TWO), (punkt_row(1, "Nytt"), punkt_row(2, "Nytt")), "k1", None),
        ((ONE, TWO), (TWO, ONE), "k1", None),
        ((ONE,), (ONE, TWO), "k1", "k2"),
        ((ONE, TWO, THREE), (ONE, THREE), "k2", "k3"),
        ((ONE, TWO), (ONE,), "k2", "k1"),
        ((), (ONE,), None, "k1"),
    ],
    ids=[
        "first sight", "emptied", "same", "other changed", "shown changed too", "order", "added",
        "removed", "last removed", "first added",
    ],
)  # fmt: skip
def test_a_change_elsewhere_is_shown_where_it_happens(before, now, shown, wanted):
    old = None if before is None else dagordning_of(*before)
    assert shown_after(old, dagordning_of(*now), shown) == wanted
