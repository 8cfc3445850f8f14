"""From a mail dragged in to a punkt on a dagordning to a beslut that is found again."""

import io
import json

import pytest
from PySide6.QtCore import Qt

from nämnd.cli import main
from nämnd.sök.values import Kind
from tests.flows.conftest import CLOCK
from tests.flows.diarium_steps import ATT, PATIENCE, SUBJECT, Registrar, a_mail, fill
from tests.flows.meeting_steps import CONTROL
from tests.flows.steps import press, shown
from ui.protokoll.page import ProtokollPage
from ui.sök.reader import FileReader

Key = Qt.Key
DNR = "VN 2019/0001"
pytestmark = pytest.mark.flow


@pytest.fixture
def user(qtbot, open_program, tmp_path) -> Registrar:
    fill(tmp_path)
    return Registrar(qtbot, open_program())


def a_mail_becomes_an_ärende(user: Registrar, tmp_path) -> None:
    """Drop it on the list: the mail and its file are handlingar of a new ärende with a dnr."""
    user.press(Key.Key_3, mod=CONTROL)
    dialog = user.drag_in(a_mail(tmp_path))
    assert dialog.target.rubrik.text() == SUBJECT
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    page = user.ärende()
    assert page.head.above.text() == DNR
    assert page.head.rubrik.text() == SUBJECT
    user.ärende_id = page.ärende_id or ""
    mail, paper = user.handlingar()
    assert (mail.löpnr, mail.draft.riktning, str(mail.draft.datum)) == (1, "inkommen", "2019-11-04")
    assert mail.draft.från_till is not None
    assert mail.draft.från_till.startswith("Socialstyrelsen")
    assert paper.fil is not None
    assert paper.fil.filnamn == "Remissunderlag.txt"


def the_same_mail_is_known(user: Registrar, tmp_path) -> None:
    """Dropped again on the ärende, nothing of it is taken in twice."""
    dialog = user.drag_in(tmp_path / "remiss.eml")
    assert not any(line.taken for line in dialog.lines)
    assert dialog.target.ärende() is not None
    user.press(Key.Key_Escape)
    user.back()


def what_is_written_goes_along_to_the_dagordning(user: Registrar, messages) -> None:
    user.write_skrivelse(messages)
    assert [one.löpnr for one in user.handlingar()] == [1, 2, 3]
    user.put_on_dagordning()
    punkt = shown(user.program).punkter[-1]
    assert (punkt.rubrik, punkt.dnr) == (SUBJECT, DNR)
    assert [sats.text for sats in punkt.förslag] == [ATT]
    assert "Remissunderlag" in [bilaga.rubrik for bilaga in punkt.bilagor]


def the_beslut_is_found_again(user: Registrar) -> None:
    """By a part of a compound."""
    hit = user.find("barnhälsovård", Kind.PARAGRAF)
    assert isinstance(user.program.window.page, ProtokollPage)
    assert user.page.row_id == hit.key


def words_of_a_file_are_found_and_shown_in_it(user: Registrar) -> None:
    """By an inflected word; from the file on to its handling."""
    hit = user.find("familjecentral", Kind.HANDLING)
    reader = user.dialog(FileReader)
    user.qtbot.waitUntil(lambda: reader.text is not None, timeout=PATIENCE)
    assert reader.text is not None
    assert "Familjecentralerna" in reader.text.toPlainText()
    press(user.qtbot, reader.onward)
    user.back()
    chosen = user.ärende().handlingar.table.current()
    assert chosen is not None
    assert (chosen.id, chosen.löpnr) == (hit.key, 2)


def the_life_of_the_ärende_says_what_was_decided(user: Registrar) -> None:
    user.find(DNR, Kind.ÄRENDE)
    lines = [one.what for one in user.ärende().händelser.table.rows_model.rows]
    assert lines[0] == f"Handling 1 {SUBJECT}"
    assert "Ärendet öppnades" in lines
    assert f"§ 2 {SUBJECT}" in lines, lines


def without_the_window(tmp_path) -> None:
    base = ["--databas", str(tmp_path / "namnd.db")]
    out, err = io.StringIO(), io.StringIO()
    args = ["sok", "barnhälsovård", *base, "--format", "json"]
    assert main(args, now=CLOCK, out=out, err=err) == 0, err.getvalue()
    assert "paragraf" in {one["kind"] for one in json.loads(out.getvalue())}


def test_from_a_mail_to_a_beslut_that_is_found_again(user, messages, tmp_path):
    a_mail_becomes_an_ärende(user, tmp_path)
    the_same_mail_is_known(user, tmp_path)
    what_is_written_goes_along_to_the_dagordning(user, messages)
    user.decide()
    assert [one.klar for one in user.now().paragrafer] == [True, True]
    the_beslut_is_found_again(user)
    words_of_a_file_are_found_and_shown_in_it(user)
    the_life_of_the_ärende_says_what_was_decided(user)
    without_the_window(tmp_path)
    assert messages.errors == []
