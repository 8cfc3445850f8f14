"""The first start: who are you, and what shall we begin with. By keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from nämnd.logg.queries import latest
from nämnd.organisation.queries import nämnder
from tests.builders import a_nämnd
from tests.ui.keyboard import type_text
from ui.start.login import full_name, login_name
from ui.start.page import StartPage
from ui.toolkit.settings import SettingsFile

ENTER = Qt.Key.Key_Return


@pytest.fixture
def settings(tmp_path):
    return SettingsFile(tmp_path / "namnd.ini")


@pytest.fixture
def opened(qtbot, desk, go, settings):
    """Return a function that opens the page."""

    def make(suggested: str = "") -> StartPage:
        page = StartPage(desk, go, settings, suggested)
        qtbot.addWidget(page)
        page.resize(1100, 680)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.setFocus()  # as the window does
        qtbot.waitUntil(page.name.answer.hasFocus)
        return page

    yield make
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop does it


@pytest.fixture
def named(qtbot, opened):
    """The page when the name is given."""
    page = opened("Eva Lind")
    qtbot.keyClick(page.name.answer, ENTER)
    return page


def names(store):
    return [row.namn for row in store.ask(nämnder)]


def test_the_name_of_the_login_is_suggested_and_typing_replaces_it(opened):
    page = opened("eva")
    assert page.name.answer.hasFocus()
    type_text(page.name.answer, "Åsa Öst")
    assert page.name.answer.text() == "Åsa Öst"


def test_without_a_name_nothing_goes_on(qtbot, opened):
    page = opened()
    assert not page.name.go_on.isEnabled()
    type_text(page.name.answer, "   ")
    qtbot.keyClick(page.name.answer, ENTER)
    assert page.name.isVisible()


def test_the_name_is_saved_and_logged_from_then_on(qtbot, opened, settings, store):
    page = opened()
    type_text(page.name.answer, "Åsa  Öst ")
    with qtbot.waitSignal(page.named) as told:
        qtbot.keyClick(page.name.answer, ENTER)
    assert told.args == ["Åsa Öst"]
    assert settings.read().who == "Åsa Öst"
    a_nämnd(store)
    assert store.ask(lambda session: latest(session, 1))[0].vem == "Åsa Öst"


def test_a_name_that_can_not_be_kept_is_told(qtbot, desk, go, messages, tmp_path):
    (tmp_path / "fil").write_text("")
    page = StartPage(desk, go, SettingsFile(tmp_path / "fil" / "namnd.ini"), "Eva")
    qtbot.addWidget(page)
    qtbot.keyClick(page.name.answer, ENTER)
    assert messages.notices == [
        "Ditt namn kunde inte sparas på datorn. Programmet frågar igen nästa gång."
    ]
    assert desk.store.who == "Eva"


def test_a_second_user_of_the_same_file_is_only_asked_for_a_name(qtbot, opened, store):
    first = a_nämnd(store, "Arvodesnämnden")
    a_nämnd(store, "Vårdnämnden")
    page = opened("Bo")
    with qtbot.waitSignal(page.done) as told:
        qtbot.keyClick(page.name.answer, ENTER)
    assert told.args == [first]


def test_one_whose_name_is_known_need_not_write_it_again(opened, settings):
    settings.change(who="Eva Lind")
    assert opened("eva").name.answer.text() == "Eva Lind"


def test_enter_on_the_first_choice_adds_the_example(qtbot, named, store):
    assert named.example.hasFocus()
    with qtbot.waitSignal(named.done, timeout=30_000) as told:
        qtbot.keyClick(named.example, ENTER)
        assert named.working.isVisible()
        assert not named.own.isEnabled()
    (row,) = store.ask(nämnder)
    assert told.args == [row.id]
    assert store.ask(lambda session: latest(session, 1))[0].vem == "Eva Lind"


def test_an_example_that_can_not_be_added_is_told_and_another_way_can_be_taken(
    qtbot, named, store, messages
):
    store.place.files.parent.mkdir(parents=True, exist_ok=True)
    store.place.files.write_text("en fil där handlingarna skulle ligga")
    qtbot.keyClick(named.example, ENTER)
    qtbot.waitUntil(named.own.isEnabled)
    assert len(messages.errors) == 1
    assert str(store.place.files) in messages.errors[0]
    assert not named.working.isVisible()
    assert named.example.hasFocus()
    assert names(store) == []


def test_arrows_move_between_the_choices_and_enter_takes_one(qtbot, named, go):
    qtbot.keyClick(named.example, Qt.Key.Key_Down)
    assert named.read.hasFocus()
    qtbot.keyClick(named.read, ENTER)
    assert go.went == [("import",)]
    qtbot.keyClick(named.read, Qt.Key.Key_Up)
    assert named.example.hasFocus()


def test_the_choices_can_be_clicked(qtbot, named, go):
    qtbot.mouseClick(named.read, Qt.MouseButton.LeftButton)
    assert go.went == [("import",)]


def test_a_nämnd_of_ones_own_is_named_and_shown(qtbot, named, store, desk):
    qtbot.keyClick(named.own, ENTER)
    assert named.nämnd.answer.hasFocus()
    assert not named.nämnd.go_on.isEnabled()
    type_text(named.nämnd.answer, "Vårdnämnden i Ådalen")
    with qtbot.waitSignal(named.done) as told:
        qtbot.keyClick(named.nämnd.answer, ENTER)
    assert names(store) == ["Vårdnämnden i Ådalen"]
    assert told.args == [store.ask(nämnder)[0].id]
    assert not desk.editor.undo_stack.canUndo()


def test_a_refused_name_is_said_under_the_line_until_it_is_changed(qtbot, named, store):
    qtbot.keyClick(named.own, ENTER)
    a_nämnd(store, "Vårdnämnden")  # read in meanwhile
    type_text(named.nämnd.answer, "Vårdnämnden")
    with qtbot.assertNotEmitted(named.done):
        qtbot.keyClick(named.nämnd.answer, ENTER)
    assert named.nämnd.problem.isVisible()
    assert named.nämnd.problem.text().startswith("Det finns redan en nämnd")
    type_text(named.nämnd.answer, " i norr")
    assert not named.nämnd.problem.isVisible()


def test_every_step_can_be_taken_back(qtbot, named):
    qtbot.keyClick(named.own, ENTER)
    qtbot.mouseClick(named.nämnd.back, Qt.MouseButton.LeftButton)
    assert named.example.isVisible()
    qtbot.mouseClick(named.back, Qt.MouseButton.LeftButton)
    assert named.name.answer.hasFocus()
    assert named.name.answer.text() == "Eva Lind"


def test_the_choices_say_what_they_do_to_a_screen_reader(named):
    for one in (named.example, named.read, named.own):
        assert one.accessibleName()
        assert one.accessibleDescription().endswith(".")


@pytest.mark.parametrize(("width", "height"), [(900, 700), (380, 700), (380, 400)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_text_of_a_choice_is_not_cut_off(named, desk, scale, width, height):
    desk.theme.set_font_scale(scale)
    named.resize(width, height)
    named.grab()
    for one in (named.example, named.read, named.own):
        assert one.height() >= one.layout().totalHeightForWidth(one.width())
        assert one.width() <= named.viewport().width()
    desk.theme.set_font_scale(1.0)


@pytest.mark.parametrize(
    ("described", "login", "name"),
    [
        ("Eva Lind,,,", "eva", "Eva Lind"),
        ("Eva Lind", "eva", "Eva Lind"),
        ("root", "root", ""),
        ("EVA", "eva", ""),
        ("", "eva", ""),
        (",,", "eva", ""),
    ],
    ids=["fields", "plain", "root", "only the login", "nothing", "empty fields"],
)
def test_a_full_name_is_taken_from_the_login(described, login, name):
    assert full_name(described, login) == name


def test_the_login_of_this_computer_gives_a_name_or_nothing():
    assert "," not in login_name()


def test_only_the_choice_with_the_focus_is_framed(named):
    picture = named.grab().toImage()
    assert named.example.hasFocus()
    assert picture.pixelColor(0, 40) == picture.pixelColor(10, 40)
