"""Everything in the chair's window has a name and is reached by Tab, also with large text."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.justera.answers import asked_for, dialog_of
from tests.ui.justera.packages import ANNA, BO, CODES, SECRET, package
from tests.ui.keyboard import type_text
from tests.ui.test_reachable import check_names, check_tab
from ui.justera.done_dialog import DoneDialog


@pytest.fixture(params=[1.0, 1.5])
def large(theme, request):
    theme.set_font_scale(request.param)
    yield
    theme.set_font_scale(1.0)


def test_the_page_of_a_package(chair, large):
    page = chair.read(package(ANNA, BO))
    check_names(page)
    check_tab(chair.qtbot, page)


def test_the_passphrase_and_what_is_said_of_a_bad_file(chair):
    for data in (package(passphrase=SECRET), b"hej"):
        page = chair.open(data).stack.currentWidget()
        check_names(page)
        check_tab(chair.qtbot, page)


def test_the_dialogs_of_an_answer(chair, large):
    page = chair.read(package(ANNA, BO))
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    check_names(dialog)
    check_tab(chair.qtbot, dialog)
    dialog.reject()
    approving = asked_for(chair, page, "godkänt")
    check_names(approving)
    type_text(approving.code.input, CODES["p1"])
    approving.keep.click()
    done = dialog_of(chair, DoneDialog)
    check_names(done)
    check_tab(chair.qtbot, done)


def test_the_window_fits_a_low_screen_also_with_large_text(chair, large):
    chair.read(package(ANNA, BO))
    (window,) = chair.windows
    least = window.minimumSizeHint()
    assert least.width() <= 1366
    assert least.height() <= 700


def test_no_text_of_a_button_is_cut_off(chair, large):
    page = chair.read(package(ANNA, BO))
    for one in page.findChildren(QPushButton):
        if one.isVisibleTo(page) and one.text():
            assert one.width() >= one.minimumSizeHint().width()


def test_no_label_of_a_dialog_is_cut_off(chair, large):
    page = chair.read(package(ANNA, BO))
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    QApplication.processEvents()
    for one in dialog.findChildren(QLabel):
        if one.isVisibleTo(dialog) and one.wordWrap() and one.text():
            assert one.height() >= one.heightForWidth(one.width()), one.text()


def test_no_two_entries_of_the_menu_have_the_same_keys(chair):
    chair.read(package())
    (window,) = chair.windows
    keys = [
        one.shortcut().toString() for one in window.findChildren(QAction) if one.shortcut().count()
    ]
    assert len(keys) == len(set(keys)) >= 8
