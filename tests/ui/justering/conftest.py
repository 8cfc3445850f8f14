"""The page of the justering in a window, a day after the sammanträde."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from nämnd.justeringsfil import codes, secrecy
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import NOW, Secretary
from ui.justering.page import JusteringPage

Key = Qt.Key


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch):
    """What a code and a passphrase cost to try is not what is tested here."""
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)


class Clock:
    """The user's clock: a day after the packages of the tests were made."""

    def __init__(self) -> None:
        self.now: datetime = NOW + timedelta(days=1)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def later(desk, clock):
    return replace(desk, clock=clock)


@pytest.fixture
def set_(store) -> Set:
    return Set(store)


@pytest.fixture
def secretary(set_, files) -> Secretary:
    return Secretary(set_, files)


@pytest.fixture
def open_page(qtbot, later, go):
    """Return a function that shows the page of a sammanträde."""

    def make(sammanträde_id: str, justering_id: str | None = None) -> JusteringPage:
        page = JusteringPage(later, go)
        qtbot.addWidget(page)
        later.editor.changed.connect(page.reload)  # as the main window does
        page.resize(1100, 700)
        page.show()
        page.show_sammanträde(sammanträde_id, justering_id)
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


@pytest.fixture
def page(open_page, set_) -> JusteringPage:
    return open_page(set_.sammanträde)


def card_of(page: JusteringPage):
    """Return the only card."""
    (card,) = page.cards.values()
    return card


def chips(card) -> list[str]:
    """Return how each person stands, as the card says it."""
    from ui.justering.words import person_chip

    return [f"{one.namn}: {person_chip(one)[0]}" for one in card.people.rows]


def dialog() -> Any:
    """Return the dialog that is open; which one it is, the test says by what it asks of it."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def entries(menu) -> list[str]:
    return [one.text() for one in menu.actions() if one.text()]


def pick(menu, words: str) -> None:
    next(one for one in menu.actions() if one.text().startswith(words)).trigger()
