"""The drawn year on the screen: walked through with keys, clicked, read aloud."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import in_order
from tests.nämnd.årsplan.pictures import real_year
from ui.toolkit.theme import Scheme, Theme
from ui.årshjul.drawn import DrawnYear
from ui.årshjul.hjul import Hjul
from ui.årshjul.tidslinje import Tidslinje

TODAY = date(2019, 11, 12)
YEAR = list(in_order(real_year()))


@pytest.fixture(params=[Hjul, Tidslinje])
def drawn(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme):
    made = request.param(theme)
    qtbot.addWidget(made)
    made.show_year(real_year(), 2019, TODAY)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(drawn: DrawnYear, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(drawn, key)


def test_tab_comes_to_the_next_thing_and_arrows_walk_by_day(drawn: DrawnYear) -> None:
    drawn.clearFocus()
    drawn.setFocus(Qt.FocusReason.TabFocusReason)
    assert drawn.current == next(one for one in YEAR if one.dag >= TODAY)
    press(drawn, Qt.Key.Key_Home)
    seen = [drawn.current]
    for _ in range(len(YEAR) + 2):
        press(drawn, Qt.Key.Key_Right)
        seen.append(drawn.current)
    assert list(dict.fromkeys(seen)) == YEAR
    press(drawn, Qt.Key.Key_Left)
    assert drawn.current == YEAR[-2]
    press(drawn, Qt.Key.Key_End)
    assert drawn.current == YEAR[-1]


def test_enter_chooses_the_one_with_the_frame(drawn: DrawnYear, qtbot: QtBot) -> None:
    press(drawn, Qt.Key.Key_Home, Qt.Key.Key_Down)
    with qtbot.waitSignal(drawn.chosen) as told:
        press(drawn, Qt.Key.Key_Return)
    assert told.args == [YEAR[1]]


def test_enter_before_anything_has_the_frame_chooses_nothing(
    drawn: DrawnYear, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(drawn.chosen):
        press(drawn, Qt.Key.Key_Return)


@pytest.mark.parametrize("number", range(len(YEAR)))
def test_a_click_on_a_label_chooses_it(drawn: DrawnYear, qtbot: QtBot, number: int) -> None:
    place = drawn.place_of(drawn.poster[number]).center().toPoint()
    with qtbot.waitSignal(drawn.chosen) as told:
        QTest.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [drawn.poster[number]]


def test_a_click_beside_everything_chooses_nothing(drawn: DrawnYear, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(drawn.chosen):
        QTest.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=QPoint(drawn.width() - 1, 1))


def test_a_screen_reader_is_told_the_year_and_where_the_user_is(drawn: DrawnYear) -> None:
    assert drawn.accessibleName().endswith("2019")
    assert "4 sammanträden" in drawn.accessibleDescription()
    press(drawn, Qt.Key.Key_End)
    assert drawn.accessibleDescription().startswith("Söndag 1 december 2019: Rekvisition.")


def test_the_place_stays_when_the_year_is_read_again(drawn: DrawnYear) -> None:
    press(drawn, Qt.Key.Key_End)
    drawn.show_year([*real_year(), Årspost(Slag.BEVAKNING, TODAY, "Ny", "n")], 2019, TODAY)
    assert drawn.current
    assert drawn.current.key == YEAR[-1].key
    drawn.show_year([], 2019, TODAY)
    assert drawn.current is None
    press(drawn, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert drawn.current is None


def test_the_pointer_gets_a_tip_with_the_whole_sentence(drawn: DrawnYear) -> None:
    place = drawn.place_of(YEAR[-1]).center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, drawn.mapToGlobal(place))
    QApplication.sendEvent(drawn, event)
    assert QToolTip.text().startswith("Söndag 1 december 2019: Rekvisition.")


def test_it_is_drawn_in_light_and_dark_and_larger(drawn: DrawnYear, theme: Theme) -> None:
    light = drawn.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    dark = drawn.grab().toImage()
    theme.set_scheme(Scheme.LIGHT)
    theme.set_font_scale(1.5)
    large = drawn.grab().toImage()
    theme.set_font_scale(1)
    assert light != dark
    assert light != large
    assert drawn.grab().toImage() == light


def test_a_timeline_asks_for_the_height_its_lanes_take(qtbot: QtBot, theme: Theme) -> None:
    made = Tidslinje(theme)
    qtbot.addWidget(made)
    made.show_year([], 2019, TODAY)
    empty = made.heightForWidth(800)
    made.show_year(real_year(), 2019, TODAY)
    assert made.heightForWidth(800) > empty
    assert made.heightForWidth(600) >= made.heightForWidth(1600)
