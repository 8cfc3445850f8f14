"""Every page and dialog: each control has a name, Tab reaches it, and nothing flashes by."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.exempel import make_example
from nämnd.läsning.dagordning import read_dagordning
from nämnd.sammanträde.queries import sammanträden
from nämnd.ärende.queries import diarium
from tests.conftest import NOW
from tests.ui.test_menus import SAMPLE, entry

PAGES = (
    "översikt", "sammanträden", "ärenden", "ärende", "skrivelse", "beslut", "nämnd",
    "delegation", "dagordning", "mötesdag", "justering", "granska",
)  # fmt: skip
DIALOGS = (
    "Nytt sammanträde …", "Nytt ärende …", "Exportera diariet …", "Exportera besluten …",
    "Ändra …", "Flytta …",
    "Skapa kallelse …", "Säkerhetskopior …", "Historik …", "Kontrollera underskrifter …",
    "Kontrollera loggen …", "Kortkommandon", "Om Nämnd",
)  # fmt: skip
ROUNDS = 400  # presses of Tab that go round any page


@pytest.fixture
def program(opener):
    nämnd = opener.fill(lambda store: make_example(store, FileStore(store.place.files), now=NOW))
    opener.settings.change(nämnd=nämnd)
    return opener()


def go_to(program, name: str) -> QWidget:
    """Show a page of the example."""
    key = program.desk.store.ask(lambda session: sammanträden(session, program.window.nämnd_id))[0]
    if name == "dagordning":
        program.to_sammanträde(key.id)
    elif name == "mötesdag":
        program.to_protokoll(key.id)
    elif name == "justering":
        program.to_justering(key.id)
    elif name in ("ärende", "skrivelse"):
        found = program.desk.store.ask(lambda session: diarium(session, program.window.nämnd_id))
        program.to_ärende(max(found, key=lambda one: one.handlingar).id)
        if name == "skrivelse":
            program.window.page.acts.new_skrivelse()
    elif name == "granska":
        from ui.läsning.reading import show_review

        found = finish(read_dagordning(SAMPLE))
        show_review(program.desk, program, program.window, found, SAMPLE.name)
    else:
        program.to_page(name)
    QApplication.processEvents()
    return program.window.page


def open_dialog(program, words: str) -> QDialog:
    go_to(program, "dagordning")
    entry(program, words).trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QApplication.processEvents()
    return dialog


def controls(root: QWidget) -> list[QWidget]:
    """Return what the keyboard must reach: all that is shown and takes the focus by Tab."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisibleTo(root)
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, QScrollArea | QMenuBar | QMenu)
        and not one.objectName().startswith("qt_")
        and not _inside_a_view(one)
    ]


def _inside_a_view(one: QWidget) -> bool:
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def name_of(one: QWidget) -> str:
    """Return what a screen reader says."""
    found = QAccessible.queryAccessibleInterface(one)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def described(one: QWidget) -> str:
    return f"{type(one).__name__} in {type(one.parentWidget()).__name__} {one.objectName()}"


def check_names(root: QWidget) -> None:
    every = controls(root)
    assert every
    assert [described(one) for one in every if not name_of(one).strip()] == []


def check_tab(qtbot, root: QWidget) -> None:
    window = root.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seen: set[int] = set()
    for _ in range(ROUNDS):
        at = QApplication.focusWidget() or window
        if id(at) in seen and at in controls(root) and {id(one) for one in controls(root)} <= seen:
            break
        seen.add(id(at))
        qtbot.keyClick(at, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier
                       if _keeps_tab(at) else Qt.KeyboardModifier.NoModifier)  # fmt: skip
    missed = [one for one in controls(root) if id(one) not in seen and not _in_a_group(one, seen)]
    assert [f"{described(one)} «{name_of(one)}»" for one in missed] == []


def _keeps_tab(at: QWidget) -> bool:
    return not getattr(at, "tabChangesFocus", lambda: True)()


def _in_a_group(one: QWidget, seen: set[int]) -> bool:
    """Buttons of which one is chosen are one stop; the arrows move between them."""
    group = one.parentWidget()
    if group is None or not (isinstance(one, QAbstractButton) and one.autoExclusive()):
        return False
    return any(id(other) in seen for other in group.findChildren(QAbstractButton))


def test_every_control_of_a_page_has_a_name_and_is_reached_by_tab(qtbot, program):
    for name in PAGES:
        page = go_to(program, name)
        check_names(page)
        check_tab(qtbot, page)


def test_every_control_of_a_dialog_has_a_name_and_is_reached_by_tab(qtbot, program, watch):
    for words in DIALOGS:
        go_to(program, "dagordning")
        watch.shown.clear()
        dialog = open_dialog(program, words)
        assert watch.shown == [type(dialog).__name__]  # nothing of it flashed by
        check_names(dialog)
        check_tab(qtbot, dialog)
        dialog.close()


class Watch(QObject):
    """Remembers every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - named by Qt
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_part_of_a_page_flashes_by_as_a_window_of_its_own(qtbot, opener, watch):
    nämnd = opener.fill(lambda store: make_example(store, FileStore(store.place.files), now=NOW))
    opener.settings.change(nämnd=nämnd)
    program = opener()
    assert watch.shown == ["MainWindow"]
    for name in PAGES:
        go_to(program, name)
        assert watch.shown == ["MainWindow"], name
    check_names(program.window.side)


def test_the_first_start_is_in_the_window_alone(opener, watch):
    opener.settings.change(who="")
    program = opener()
    assert watch.shown == ["MainWindow"]
    check_names(program.window.page)


@pytest.mark.parametrize(
    "name", ["sammanträden", "nämnd", "dagordning"], ids=["list", "namnd", "dagordning"]
)
def test_a_list_or_paper_shows_that_it_has_the_focus(program, name):
    page = go_to(program, name)
    views = [
        one
        for one in controls(page)
        if isinstance(one, QAbstractScrollArea) and not isinstance(one, QPlainTextEdit | QTextEdit)
    ]
    assert views
    for one in views:
        one.clearFocus()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert one.grab().toImage() != without, one.accessibleName()


def test_a_page_that_holds_other_controls_is_not_framed_when_it_has_the_focus(program):
    page = go_to(program, "översikt")
    program.window.setFocus()
    without = page.grab().toImage()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.hasFocus()
    assert page.grab().toImage() == without
