"""An answer that is double-clicked, and the way to the justering from the rest of the program."""

import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from nämnd.bilaga.files import FileStore
from nämnd.organisation.queries import nämnder
from nämnd.store import Store
from tests.builders import a_nämnd, a_sammanträde
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import NOW, Chair, Secretary
from tests.ui.justering.conftest import card_of
from tests.ui.test_menus import entry
from ui.__main__ import main
from ui.justering.page import JusteringPage
from ui.toolkit.door import hand_over, name_of

PATIENCE = 30_000  # ms


@pytest.fixture
def sent(opener, tmp_path):
    """A database where a set is out, and Anna's answer. The nämnd shown last is another one."""
    opener.clock = lambda: NOW + timedelta(days=2)

    def make(store: Store):
        set_ = Set(store)
        other = a_nämnd(store, "Kulturnämnden")
        a_sammanträde(store, other)
        secretary = Secretary(set_, FileStore(store.place.files))
        package = secretary.send()
        answer = Chair(set_.anna, package, secretary.codes[set_.anna]).svar()
        return set_.sammanträde, other, answer

    sammanträde, other, answer = opener.fill(make)
    opener.settings.change(nämnd=other)
    path = tmp_path / "från Anna.svar"
    path.write_bytes(answer)
    return sammanträde, path


def shown(qtbot, program) -> JusteringPage:
    qtbot.waitUntil(lambda: isinstance(program.window.page, JusteringPage), timeout=PATIENCE)
    return program.window.page


def test_an_answer_is_read_in_and_its_set_shown_whichever_nämnd_was_there(
    qtbot, opener, sent, messages
):
    sammanträde, path = sent
    program = opener()
    program.take_answer(path)
    page = shown(qtbot, program)
    assert messages.errors == []
    assert page.sammanträde_id == sammanträde
    names = {row.id: row.namn for row in program.desk.store.ask(nämnder)}
    assert names[program.window.nämnd_id] != "Kulturnämnden"
    assert card_of(page).people.rows[0].tid == "2026-03-28"


def test_a_second_start_hands_the_answer_over_to_the_window_that_is_open(
    qtbot, opener, sent, messages
):
    _, path = sent
    program = opener()
    program.open_door()
    assert hand_over(name_of(program.shell.place.shown), path)
    assert card_of(shown(qtbot, program)).people.rows[0].tid == "2026-03-28"
    assert messages.errors == []


def test_an_answer_is_a_word_for_the_window(monkeypatch):
    from ui import app

    seen: list[object] = []
    monkeypatch.setattr(app, "run", lambda **asked: seen.append(asked["svar"]) or 0)
    for words in (["från Anna.SVAR"], ["--databas", "a.db", "b.svar"]):
        monkeypatch.setattr(sys, "argv", ["namnd", *words])
        assert main() == 0
    assert seen == ["från Anna.SVAR", "b.svar"]


def test_the_menu_leads_to_the_justering_of_the_sammanträde(qtbot, opener, sent):
    sammanträde, _ = sent
    program = opener()
    rows = program.desk.store.ask(nämnder)
    program.to_nämnd(next(row.id for row in rows if row.namn != "Kulturnämnden"))
    program.to_protokoll(sammanträde)
    action = entry(program, "Justeringen")
    assert action.shortcut().toString() == "Ctrl+Shift+J"
    action.trigger()
    page = shown(qtbot, program)
    assert page.sammanträde_id == sammanträde
    assert program.window.nav["sammanträden"].isChecked()


def test_the_meeting_day_says_what_is_out_and_leads_there(qtbot, opener, sent):
    sammanträde, _ = sent
    program = opener()
    program.to_protokoll(sammanträde)
    banner = program.window.page.header.banner
    assert banner.isVisible()
    assert banner.chip.text() == "utskickat"
    assert banner.text.text() == (
        "§§ 1–2 är utskickade för justering. Ändras texten måste den skickas igen."
    )
    qtbot.mouseClick(banner.go, Qt.MouseButton.LeftButton)
    assert shown(qtbot, program).sammanträde_id == sammanträde


def test_nothing_is_said_on_the_meeting_day_before_anything_is_out(opener):
    key = opener.fill(lambda store: Set(store).sammanträde)
    program = opener()
    program.to_protokoll(key)
    assert not program.window.page.header.banner.isVisible()


def test_what_is_said_of_a_paragraf_stands_over_it_on_the_meeting_day(qtbot, opener):
    def make(store: Store):
        set_ = Set(store)
        said = [(2, "Fel pris."), (None, "Snyggt.")]
        set_.answer(set_.send(), set_.anna, "ändring begärd", kommentarer=said)
        return set_

    set_ = opener.fill(make)
    program = opener()
    program.to_protokoll(set_.sammanträde, set_.second)
    page = program.window.page
    assert page.header.banner.said.text() == (
        "Anna Ek (M) om § 2: «Fel pris.»\nAnna Ek (M) om hela protokollet: «Snyggt.»"
    )
    page.show_row(set_.first)
    assert page.header.banner.said.text() == "Anna Ek (M) om hela protokollet: «Snyggt.»"


def test_many_long_comments_leave_room_for_the_page(opener):
    def make(store: Store):
        set_ = Set(store)
        said = [(2, f"Nummer {number}: " + "ord " * 200) for number in range(5)]
        set_.answer(set_.send(), set_.anna, "ändring begärd", kommentarer=said)
        return set_

    set_ = opener.fill(make)
    program = opener()
    program.to_protokoll(set_.sammanträde, set_.second)
    *lines, rest = program.window.page.header.banner.said.text().splitlines()
    assert [one.split("«")[1][:8] for one in lines] == ["Nummer 0", "Nummer 1", "Nummer 2"]
    assert all(one.endswith("…»") for one in lines)
    assert rest == "2 kommentarer till finns på justeringen."
