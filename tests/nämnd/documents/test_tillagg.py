"""The tilläggslista: everything that is new since the kallelse went out."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.documents.content import as_text
from nämnd.documents.tillägg import ASPECT_TEXT, build_tillägg, change_text
from nämnd.sammanträde.changes import Aspect, Change, Kind
from nämnd.sammanträde.dagordning import Dag, SatsRow, UnderpunktRow
from tests.builders import bilaga_row, dagordning_of, head_row, punkt_row
from tests.nämnd.documents.meetings import PLAIN, SENDER

SENT = date(2026, 3, 20)


def said(old, new):
    return as_text(build_tillägg(SENDER, old, new, sent=SENT))


def test_every_kind_of_change(golden):
    two = (bilaga_row("2A"), bilaga_row("2B", "Avtal"), bilaga_row("2C", "Bild", fil=None))
    late = (bilaga_row("3", "Rapport", i_utskicket=False), bilaga_row("3B", "Bilder"))
    old = dagordning_of(
        punkt_row(1, "Val av justerare", förslag=()),
        punkt_row(2, "Priser", bilagor=two),
        punkt_row(3, "Uppföljning", bilagor=late),
        punkt_row(4, "Lokaler"),
        punkt_row(5, "Yttrande"),
        punkt_row(6, "Budget"),
        punkt_row(7, "Avtal", utgår="underlaget saknas"),
        punkt_row(8, "Oförändrad fråga"),
        punkt_row(9, "Övrigt"),
    )
    new = dagordning_of(
        old.punkter[8],
        old.punkter[0],
        replace(
            old.punkter[1],
            rubrik="Priser 2027",
            tid="10.15",
            föredragande="Anna Ek",
            dnr="VÅN 7",
            bilagor=(
                replace(two[0], fil=bilaga_row("ny").fil, anmärkning="reviderad"),
                replace(two[2], fil=bilaga_row("2C").fil),
                bilaga_row("2D", "Protokoll"),
            ),
        ),
        replace(
            old.punkter[2],
            förslag=(SatsRow("x", "Att följa upp"),),
            sammanfattning="Ny text.",
            underpunkter=(UnderpunktRow("x", "Delprojekt"),),
            bilagor=(replace(late[0], i_utskicket=True), replace(late[1], i_utskicket=False)),
        ),
        replace(old.punkter[3], utgår="återtaget"),
        old.punkter[5],
        replace(old.punkter[6], utgår=None),
        old.punkter[7],
        punkt_row(10, "Ny fråga", tillkom_efter_kallelsen=True, bilagor=(bilaga_row("10"),)),
        head=head_row(Dag(date(2026, 4, 10), (("13.00", None),)), plats="", inställt="snöstorm"),
    )
    text = said(old, new)
    golden("tillaggslista.txt", text)
    assert "Oförändrad fråga" not in text


def test_nothing_new_is_said_in_so_many_words():
    text = said(PLAIN, PLAIN)
    assert "Inget har ändrats sedan utskicket den 20 mars 2026." in text
    assert "Punkterna i sin nya lydelse" not in text


def test_only_what_is_new_is_printed_in_full():
    new = dagordning_of(*PLAIN.punkter, punkt_row(5, "Ny fråga"))
    full = said(PLAIN, new).partition("Punkterna i sin nya lydelse")[2]
    assert "5. Ny fråga" in full
    assert "Högspecialiserad vård" not in full


def test_a_punkt_that_only_moved_is_not_printed_again():
    text = said(PLAIN, dagordning_of(*PLAIN.punkter[1:], PLAIN.punkter[0]))
    assert "1. Val av justerare – behandlas i annan ordning" in text
    assert "nya lydelse" not in text


def test_a_punkt_with_a_new_bilaga_is_printed_in_full():
    changed = replace(PLAIN.punkter[3], bilagor=(*PLAIN.punkter[3].bilagor, bilaga_row("4B")))
    full = said(PLAIN, dagordning_of(*PLAIN.punkter[:3], changed)).partition("nya lydelse")[2]
    assert "### 4. Uppföljning" in full
    assert "4B. Missiv" in full


def test_every_aspect_has_its_words():
    assert set(ASPECT_TEXT) == set(Aspect)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (Change(Kind.ADDED, "7", "Ny fråga"), "Ny fråga"),
        (Change(Kind.WITHDRAWN, "7", "Lokaler", after="återtaget"), "Lokaler – återtaget"),
        (
            Change(Kind.CHANGED, "7B", "Avtal", (Aspect.FIL, Aspect.RUBRIK), bilaga=True),
            "Avtal – ny version av filen, ny rubrik",
        ),
        (
            Change(Kind.CHANGED, "", "", (Aspect.PLATS,), "Lund", "Malmö"),
            "Ny plats: Malmö (tidigare Lund)",
        ),
        (
            Change(Kind.CHANGED, "", "", (Aspect.PLATS,), "Lund", ""),
            "Ny plats: inte bestämd (tidigare Lund)",
        ),
        (Change(Kind.CHANGED, "", "", (Aspect.PLATS,), "", "Malmö"), "Ny plats: Malmö"),
        (
            Change(Kind.CHANGED, "", "", (Aspect.INSTÄLLT,), "", "inga ärenden"),
            "Sammanträdet är inställt. Inga ärenden.",
        ),
        (
            Change(Kind.CHANGED, "", "", (Aspect.INSTÄLLT,), "", ""),
            "Sammanträdet är inte längre inställt.",
        ),
    ],
)
def test_a_change_as_a_line(change, line):
    assert change_text(change) == line
