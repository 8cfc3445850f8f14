"""A meeting day by keyboard, from the roll call to the end; then its papers, from the menu."""

import io
import json

import page as page_validation
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from nämnd.cli import main
from tests.flows.conftest import CLOCK
from tests.flows.meeting_steps import CONTROL, SHIFT, Keyboard, fill
from tests.flows.test_example import words_of
from tests.nämnd.documents.word_reading import opened
from ui.närvaro.came import LeftDialog
from ui.närvaro.roll_call import RollCallDialog
from ui.votering.ballot_table import BallotTable
from ui.votering.beslutsgång_dialog import BeslutsgångDialog
from ui.votering.jäv_dialog import JävDialog
from ui.votering.opinion_dialogs import ReservationDialog
from ui.votering.outcome_dialogs import WaitDialog
from ui.votering.yrkande_dialog import YrkandeDialog

Key = Qt.Key
PATIENCE = 60_000  # ms
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | SHIFT
pytestmark = pytest.mark.flow


@pytest.fixture
def user(qtbot, open_program, tmp_path) -> Keyboard:
    fill(tmp_path)
    user = Keyboard(qtbot, open_program())
    user.press(Key.Key_2, mod=CONTROL)
    user.press(Key.Key_Down, Key.Key_Return)
    user.press(Key.Key_M, mod=CONTROL | SHIFT)
    user.sammanträde_id = user.page.sammanträde_id
    return user


def next_paragraf(user: Keyboard) -> None:
    user.press(Key.Key_Return, mod=CONTROL)


def call_the_roll(user: Keyboard) -> None:
    """Bo is away, Cecilia on distance; Nils is proposed for Bo, and taken."""
    user.press(Key.Key_U, mod=CONTROL)
    dialog = user.dialog(RollCallDialog)
    user.write("jfdjjjjj")
    user.press(Key.Key_Return)
    assert [one.currentText() for one in dialog.gaps.choices] == [
        "Nils Gran (S) – samma huvudman och parti"
    ]
    user.press(Key.Key_Return)
    user.back()


def open_and_decide_what_comes_first(user: Keyboard) -> None:
    user.press(Key.Key_J, mod=CONTROL)
    for _ in range(2):
        next_paragraf(user)
        user.press(Key.Key_B)


def one_leaves_and_an_ersättare_steps_in(user: Keyboard) -> None:
    """Hans leaves after § 2: Tea, of the same region and in the room, is proposed."""
    user.press(Key.Key_F6)
    user.press(Key.Key_F6)
    pane = user.page.side.närvaro
    hans = user.who("Hans Dal")
    while (row := pane.list.current()) is not None and row.id != hans:
        user.press(Key.Key_Down)
    user.press(Key.Key_G)
    dialog = user.dialog(LeftDialog)
    assert dialog.ersättare.currentText().startswith("Tea Björk (M)")
    user.press(Key.Key_Return)
    user.back()


def jäv_about_the_avtal(user: Keyboard) -> None:
    """Anna has jäv and Maria steps in. Who leads meanwhile is not said: granska asks about it."""
    user.press(Key.Key_F6)
    next_paragraf(user)
    user.press(Key.Key_F2)
    user.press(Key.Key_J, mod=ALT_SHIFT)
    user.dialog(JävDialog)
    user.write("anna")
    user.press(Key.Key_Return, Key.Key_Return)
    user.back()
    user.press(Key.Key_Escape, Key.Key_B)
    (leaves,) = user.paragraf("Avtal om helikopter").jäv
    assert (leaves.person_id, leaves.ersätts_av) == (user.who("Anna Ek"), user.who("Maria Fors"))


def yrkanden_and_an_omröstning(user: Keyboard) -> None:
    """Cecilia moves avslag; it is voted on: Ja 3, Nej 2, and Cecilia reserves herself."""
    next_paragraf(user)
    user.press(Key.Key_F2)
    user.press(Key.Key_Y, mod=ALT_SHIFT)
    dialog = user.dialog(YrkandeDialog)
    user.write("cecilia")
    user.press(Key.Key_Return)
    user.tab_to("Bifall")
    user.press(Key.Key_Space)
    user.tab_to("Avslag")
    user.press(Key.Key_Space)
    assert dialog.text.value() == "avslag på ordförandens förslag"
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    user.press(Key.Key_V, mod=ALT_SHIFT)
    table = user.focused()
    assert isinstance(table, BallotTable)
    user.letters("jjnjn")
    user.press(Key.Key_Escape)
    assert [one.utfall for one in user.now().paragrafer[-1].voteringar] == ["ja"]


def what_came_of_it(user: Keyboard) -> None:
    """Let the beslutsgång be written, decide, and reserve Cecilia."""
    user.press(Key.Key_F2)
    user.tab_to("Skriv beslutsgången")
    user.press(Key.Key_Space)
    user.dialog(BeslutsgångDialog)
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    user.press(Key.Key_R, mod=ALT_SHIFT)
    user.dialog(ReservationDialog)
    user.write("cecilia")
    user.press(Key.Key_Return)
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    user.press(Key.Key_Escape)
    user.press(Key.Key_B)


def put_off_and_klubba_the_rest(user: Keyboard) -> None:
    next_paragraf(user)
    user.press(Key.Key_F2)
    user.press(Key.Key_B, mod=ALT_SHIFT)
    user.dialog(WaitDialog)
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    user.press(Key.Key_Escape)
    user.press(Key.Key_J, mod=CONTROL)  # a break
    user.press(Key.Key_J, mod=CONTROL)
    user.press(Key.Key_Down)
    user.press(Key.Key_Down, Key.Key_Down, mod=SHIFT)
    user.press(Key.Key_B)


def end_and_look_it_over(user: Keyboard) -> None:
    """End the sammanträde, look it over, go to a finding, and undo and redo a step."""
    next_paragraf(user)
    day = user.now().sammanträde.dagar[0]
    assert (day.öppnat, day.avslutat) == ("09.41", "09.41")
    user.press(Key.Key_G, mod=CONTROL)
    user.press(Key.Key_F6, Key.Key_F6)
    assert user.page.row_id != user.now().paragrafer[0].id
    user.press(Key.Key_Return)
    assert user.page.row_id == user.now().paragrafer[0].id  # the first finding is about § 1
    before = user.now()
    user.press(Key.Key_Z, mod=CONTROL)
    assert user.now() != before
    user.press(Key.Key_Y, mod=CONTROL)
    assert user.now() == before


def export_and_compare(user: Keyboard, messages, tmp_path) -> None:
    """The papers say what was done, and the command line says the same of the database."""
    folder = tmp_path / "papper"
    folder.mkdir()
    for count, form in enumerate(("PDF", "Word"), start=1):
        messages.files = [folder]
        action = next(
            one
            for one in user.program.window.findChildren(QAction)
            if one.text().replace("&", "").startswith(f"Protokoll som {form}")
        )
        action.trigger()
        user.qtbot.waitUntil(
            lambda count=count: len(list(folder.glob("*UTKAST.*"))) == count, timeout=PATIENCE
        )
    (pdf,), (word,) = folder.glob("*UTKAST.pdf"), folder.glob("*UTKAST.docx")
    words = words_of(pdf)
    for said in SAID:
        assert said in words
    assert any("Avgift för sjukresor" in one.text for one in opened(word.read_bytes()).paragraphs)
    for profile in ("ua1", "2a"):
        found = page_validation.validate_pdf_bytes(pdf.read_bytes(), profile=profile)
        assert found.failures == []
    without_the_window(pdf, tmp_path)


def without_the_window(pdf, tmp_path) -> None:
    base = ["--databas", str(tmp_path / "namnd.db"), "--sammantrade", CLOCK.date().isoformat()]
    out, err = io.StringIO(), io.StringIO()
    args = ["exportera", "protokoll", *base, "--till", str(tmp_path / "cli")]
    assert main(args, now=CLOCK, out=out, err=err) == 0, err.getvalue()
    (twin,) = (tmp_path / "cli").glob("*.pdf")
    assert words_of(twin) == words_of(pdf)
    told = io.StringIO()
    assert main(["granska", *base, "--format", "json"], now=CLOCK, out=told) == 0
    found = json.loads(told.getvalue())
    assert [(one["regel"], one["paragraf"]) for one in found] == [
        ("justerare saknas", 1),
        ("ordföranden har jäv", 3),
    ]
    assert all(one["text"] and one["källa"] for one in found)


SAID = (
    "UTKAST",
    "Ersätter Bo Alm (S)",
    "Ersätter Hans Dal (S)",
    "på distans",
    "Hans Dal (S) lämnar sammanträdet kl. 09.41",
    "Anna Ek (M) anmäler jäv",
    "Cecilia Öst (C) yrkar avslag på ordförandens förslag.",
    "Cecilia Öst (C) reserverar sig mot beslutet",
    "Ärendet bordläggs till nästa sammanträde",
    "Nämnden har beslutat enligt ordförandens förslag",
)


def test_a_meeting_day_by_keyboard(user, messages, tmp_path):
    call_the_roll(user)
    open_and_decide_what_comes_first(user)
    one_leaves_and_an_ersättare_steps_in(user)
    jäv_about_the_avtal(user)
    yrkanden_and_an_omröstning(user)
    what_came_of_it(user)
    put_off_and_klubba_the_rest(user)
    assert [one.klar for one in user.now().paragrafer] == [True] * 8
    end_and_look_it_over(user)
    export_and_compare(user, messages, tmp_path)
    assert messages.errors == []
