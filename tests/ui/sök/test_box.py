"""The box: typed in from anywhere, walked with the arrows, left as it was come to."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from nämnd.sök.errors import SökUnavailableError
from nämnd.sök.values import Found, Hit, Kind
from tests.ui.keyboard import type_text
from tests.ui.sök.hits import Known, a_hit, snippet
from ui.sök.bar import TopBar
from ui.sök.box import FindBox
from ui.sök.commands import Command
from ui.toolkit.newest import Newest

CONTROL = Qt.KeyboardModifier.ControlModifier
HITS = (
    a_hit("ä", "SRVN 2019/0088 Vård", snippet=snippet("om ", "vård", " i norr")),
    a_hit("p", "§ 62 Vård", Kind.PARAGRAF),
    a_hit("b", "Budget"),
)


class Place:
    """A window with the bar at its top and a field on its page."""

    def __init__(self, qtbot, desk) -> None:
        self.desk = desk
        self.window = QMainWindow()
        self.bar, self.field = TopBar(desk.theme), QLineEdit()
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.addWidget(self.bar)
        layout.addWidget(self.field)
        layout.addStretch()
        self.window.setCentralWidget(middle)
        self.window.resize(1000, 600)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        self.done: list[str] = []

    @property
    def box(self) -> FindBox:
        return self.bar.box

    def attach(self, search, behind=str) -> Newest[str, Found]:
        finder: Newest[str, Found] = Newest(self.desk.jobs, search, self.window)
        commands = (
            Command("Nytt sammanträde …", "Arkiv", "Ctrl+N", act=lambda: self.done.append("nytt")),
            Command("Skapa kallelse …", "Sammanträde", able=False),
        )
        self.box.attach(finder, behind)
        self.box.offer(lambda: commands)
        return finder


@pytest.fixture
def place(qtbot, desk) -> Place:
    made = Place(qtbot, desk)
    made.attach(Known(*HITS))
    return made


def rows(place: Place) -> list[str]:
    assert place.box.popup is not None
    return ["".join(one.text for one in line.text) for line in place.box.popup.list.lines]


def current(place: Place) -> str:
    assert place.box.popup is not None
    line = place.box.popup.list.current()
    return "".join(one.text for one in line.text) if line else ""


def look_for(qtbot, place: Place, text: str) -> None:
    """Press Ctrl+K, type, and wait for the answer."""
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    type_text(place.box, text)
    qtbot.waitUntil(lambda: place.box.answered)


def test_ctrl_k_leads_to_the_box_and_says_how_to_search(qtbot, place):
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    assert place.box.hasFocus()
    assert place.box.popup.isVisible()
    assert "> för kommandon" in place.box.popup.said.text()
    assert rows(place) == []


def test_what_is_typed_is_found_and_the_first_hit_is_chosen(qtbot, place):
    look_for(qtbot, place, "vård")
    assert rows(place) == ["Ärenden", "SRVN 2019/0088 Vård", "Beslut", "§ 62 Vård"]
    assert current(place) == "SRVN 2019/0088 Vård"
    assert place.box.popup.said.text() == "2 träffar"


def test_the_arrows_pass_by_headings_and_go_round(qtbot, place):
    look_for(qtbot, place, "vård")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        qtbot.keyClick(place.box, key)
        seen.append(current(place))
    first, other = "SRVN 2019/0088 Vård", "§ 62 Vård"
    assert seen == [other, first, other, first]
    assert place.box.text() == "vård"


def test_enter_opens_the_hit_with_what_was_looked_for_and_gives_the_focus_back(qtbot, place):
    look_for(qtbot, place, "vård")
    qtbot.keyClick(place.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(place.box.hit_opened) as opened:
        qtbot.keyClick(place.box, Qt.Key.Key_Return)
    hit, text = opened.args
    assert (hit.key, text) == ("p", "vård")
    assert not place.box.popup.isVisible()
    assert place.field.hasFocus()


def test_enter_before_the_answer_waits_for_it(qtbot, place):
    go_on = threading.Event()

    def slow(text: str) -> Found:
        go_on.wait(5)
        return Known(*HITS)(text)

    place.attach(slow)
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    type_text(place.box, "budget")
    with qtbot.waitSignal(place.box.hit_opened) as opened:
        qtbot.keyClick(place.box, Qt.Key.Key_Return)
        go_on.set()
    assert opened.args[0].key == "b"


def test_a_search_that_takes_time_says_so(qtbot, place):
    go_on = threading.Event()

    def slow(text: str) -> Found:
        go_on.wait(5)
        return Known(*HITS)(text)

    place.attach(slow)
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    type_text(place.box, "budget")
    qtbot.waitUntil(lambda: place.box.popup.said.text() == "Söker …")
    go_on.set()
    qtbot.waitUntil(lambda: place.box.popup.said.text() == "1 träff")


def test_only_the_newest_text_is_answered(qtbot, place):
    go_on = threading.Event()
    search = Known(*HITS)

    def slow(text: str) -> Found:
        go_on.wait(5)
        return search(text)

    place.attach(slow)
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    type_text(place.box, "budget")
    go_on.set()
    qtbot.waitUntil(lambda: place.box.answered)
    assert search.asked == ["b", "budget"]


def test_escape_closes_the_list_then_empties_the_box_and_goes_back(qtbot, place):
    look_for(qtbot, place, "vård")
    qtbot.keyClick(place.box, Qt.Key.Key_Escape)
    assert not place.box.popup.isVisible()
    assert place.field.hasFocus()
    assert place.box.text() == "vård"
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    assert place.box.selectedText() == "vård"
    qtbot.waitUntil(lambda: rows(place) != [])


def test_the_page_gets_the_focus_when_the_one_who_had_it_is_gone(qtbot, place):
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    place.field.hide()
    with qtbot.waitSignal(place.box.left):
        qtbot.keyClick(place.box, Qt.Key.Key_Escape)


def test_leaving_the_box_closes_the_list(qtbot, place):
    look_for(qtbot, place, "vård")
    place.field.setFocus()
    assert not place.box.popup.isVisible()


def test_a_click_on_a_hit_opens_it(qtbot, place):
    look_for(qtbot, place, "vård")
    shown = place.box.popup.list
    at = shown.visualRect(shown.lines_model.index(3)).center()
    with qtbot.waitSignal(place.box.hit_opened) as opened:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args[0].key == "p"


def test_a_click_on_a_heading_does_nothing(qtbot, place):
    look_for(qtbot, place, "vård")
    shown = place.box.popup.list
    at = shown.visualRect(shown.lines_model.index(0)).center()
    with qtbot.assertNotEmitted(place.box.hit_opened):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert place.box.popup.isVisible()


def test_when_nothing_is_found_the_user_is_told_what_to_try(qtbot, place):
    look_for(qtbot, place, "finns  inte")
    assert rows(place) == ["Inget hittades för «finns inte»."]
    (line,) = place.box.popup.list.lines
    assert "Prova färre ord" in line.aloud()
    qtbot.keyClick(place.box, Qt.Key.Key_Return)
    assert place.box.popup.isVisible()


def test_when_only_a_command_is_found_it_is_said_that_nothing_else_was(qtbot, place):
    look_for(qtbot, place, "nytt")
    assert rows(place)[:2] == ["Kommandon", "Nytt sammanträde …"]
    assert rows(place)[-1].startswith("Inget hittades för «nytt».")


def test_a_command_is_done_when_the_focus_is_back_on_the_page(qtbot, place):
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    type_text(place.box, ">nytt")
    assert rows(place) == ["Nytt sammanträde …"]
    qtbot.keyClick(place.box, Qt.Key.Key_Return)
    assert place.done == ["nytt"]
    assert place.field.hasFocus()
    assert place.box.text() == ""


def test_a_command_that_is_not_there_is_said_not_to_be(qtbot, place):
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    type_text(place.box, ">finns inte")
    assert rows(place) == []
    assert place.box.popup.said.text() == "Inget kommando heter så."
    qtbot.keyClick(place.box, Qt.Key.Key_Return)
    assert place.done == []


def test_a_box_that_is_emptied_before_the_answer_shows_none(qtbot, place):
    go_on = threading.Event()

    def slow(text: str) -> Found:
        go_on.wait(5)
        return Known(*HITS)(text)

    look_for(qtbot, place, "vård")
    qtbot.keyClick(place.box, Qt.Key.Key_Escape)
    finder = place.attach(slow)
    place.box.setText("budget")
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    place.box.clear()
    go_on.set()
    qtbot.waitUntil(lambda: finder.idle)
    assert rows(place) == []
    assert "> för kommandon" in place.box.popup.said.text()


def test_what_was_opened_is_offered_again(qtbot, place):
    for text in ("vård", "budget", "vård"):
        look_for(qtbot, place, text)
        qtbot.keyClick(place.box, Qt.Key.Key_Return)
    place.box.clear()
    qtbot.keyClick(place.window, Qt.Key.Key_K, CONTROL)
    assert rows(place) == ["Nyss öppnat", "SRVN 2019/0088 Vård", "Budget"]


def test_the_rest_of_a_group_is_shown_in_place(qtbot, place):
    many = [a_hit(str(at), f"Vård {at}") for at in range(9)]
    place.attach(Known(*many, a_hit("x", "Vård", Kind.PERSON)))
    look_for(qtbot, place, "vård")
    qtbot.keyClick(place.box, Qt.Key.Key_PageDown)
    qtbot.keyClick(place.box, Qt.Key.Key_Up)
    assert current(place) == "Visa 4 till"
    qtbot.keyClick(place.box, Qt.Key.Key_Return)
    assert place.box.popup.isVisible()
    assert "Vård 8" in rows(place)


def test_that_it_can_not_be_searched_is_told_and_commands_are_found_all_the_same(qtbot, place):
    def refused(_: str) -> Found:
        raise SökUnavailableError("postgresql://server")

    place.attach(refused)
    look_for(qtbot, place, "nytt")
    assert "Det går inte att söka i postgresql://server" in place.box.popup.said.text()
    assert "Nytt sammanträde …" in rows(place)


def test_what_the_search_does_not_know_yet_is_told(qtbot, place):
    place.attach(Known(*HITS), lambda: "texten i 3 filer är inte läst än")
    look_for(qtbot, place, "vård")
    assert place.box.popup.said.text() == "2 träffar · texten i 3 filer är inte läst än"


def test_when_the_search_knows_more_the_chosen_hit_stays(qtbot, place):
    search = Known(*HITS)
    place.attach(search)
    look_for(qtbot, place, "vård")
    qtbot.keyClick(place.box, Qt.Key.Key_Down)
    search.hits = (a_hit("ny", "Vård", Kind.PERSON), *HITS)
    place.box.again()
    qtbot.waitUntil(lambda: "Personer" in rows(place))
    assert current(place) == "§ 62 Vård"


def test_the_list_lies_under_the_box_within_the_window(qtbot, place):
    place.attach(Known(*(a_hit(str(at), f"Vård {at}") for at in range(60))))
    look_for(qtbot, place, "vård")
    for width, height in ((1000, 600), (560, 400)):
        place.window.resize(width, height)
        qtbot.waitUntil(lambda height=height: place.box.popup.geometry().bottom() < height)
        shown = place.box.popup.geometry()
        assert place.window.rect().contains(shown)
        assert shown.top() >= place.box.mapTo(place.window, QPoint(0, place.box.height())).y()


def test_a_box_without_a_database_is_off(qtbot, place):
    look_for(qtbot, place, "vård")
    place.box.detach()
    assert not place.box.isEnabled()
    assert place.box.text() == ""
    assert place.box.popup is None


def test_the_tip_of_a_line_is_never_read_as_html(qtbot, place):
    place.attach(Known(a_hit("1", "<b>Vård</b> & mer")))
    look_for(qtbot, place, "vård")
    model = place.box.popup.list.lines_model
    tip = model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("&lt;b&gt;Vård&lt;/b&gt; &amp; mer")


def test_the_model_of_the_lines_is_sound(qtbot, qtmodeltester, place):
    look_for(qtbot, place, "vård")
    qtmodeltester.check(place.box.popup.list.lines_model)
    found = place.box.popup.list.lines_model.rows[1].target
    assert isinstance(found, Hit)
