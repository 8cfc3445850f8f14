"""The first page: the greeting, the days left, what to do, and the year."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from nämnd.bilaga.files import FileStore
from nämnd.sammanträde.commands import CancelSammanträde
from tests.builders import (
    DAY,
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    an_uppdrag,
    send,
)
from tests.conftest import NOW, TODAY
from ui.översikt.page import OverviewPage
from ui.översikt.to_do_rows import MOST

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def nämnd(store):
    return a_nämnd(store)


@pytest.fixture
def page(qtbot, desk, go):
    page = OverviewPage(desk.theme, go, today=TODAY, hour=NOW.hour)
    qtbot.addWidget(page)
    page.attach(desk)
    page.resize(1100, 700)
    page.show()
    return page


def to_do(page) -> list[str]:
    said = (one.text() for one in page.to_do.rows.findChildren(QLabel))
    return [text for text in said if text.endswith((".", "…"))]


def acts(page) -> list[QPushButton]:
    return page.to_do.rows.buttons


@pytest.mark.parametrize(
    ("hour", "greeting"), [(6, "God morgon"), (9, "God morgon"), (10, "Hej"), (17, "God kväll")]
)
def test_the_greeting_follows_the_hour(qtbot, desk, go, hour, greeting):
    page = OverviewPage(desk.theme, go, today=TODAY, hour=hour)
    qtbot.addWidget(page)
    page.show_rows(())
    assert page.title.text() == f"{greeting}. Inget sammanträde är planerat."


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Sammanträdet är i dag."),
        (1, "Nästa sammanträde om 1 dag."),
        (25, "Nästa sammanträde om 25 dagar."),
    ],
)
def test_it_says_how_long_is_left(page, store, nämnd, days, said):
    a_sammanträde(store, nämnd, TODAY + timedelta(days=days))
    page.show_nämnd(nämnd)
    assert page.title.text() == f"God morgon. {said}"


def test_it_says_when_and_where_and_when_the_kallelse_must_be_out(page, store, nämnd):
    key = a_sammanträde(store, nämnd)
    page.show_nämnd(nämnd)
    head = "Fredag 27 mars 2026 kl. 08.30 · Stora salen"
    assert page.subtitle.text() == f"{head} · kallelsen ska vara ute senast fredag 20 mars 2026"
    send(store, key)
    page.show_nämnd(nämnd)
    assert page.subtitle.text() == f"{head} · kallelsen gick ut 2 mars 2026"


def test_a_late_kallelse_is_told(page, store, nämnd):
    a_sammanträde(store, nämnd, TODAY + timedelta(days=2))
    page.show_nämnd(nämnd)
    assert "skulle ha gått ut senast" in page.subtitle.text()


def test_a_cancelled_sammanträde_is_not_the_next(page, store, nämnd):
    first = a_sammanträde(store, nämnd, TODAY + timedelta(days=3))
    a_sammanträde(store, nämnd)
    store.do(CancelSammanträde(sammanträde_id=first, skäl="För få anmälda"))
    page.show_nämnd(nämnd)
    assert page.title.text().endswith("om 25 dagar.")


def full(store, files: FileStore, nämnd: str) -> tuple[str, str]:
    """A sammanträde that lacks one file, one förslag and nobody to lead it."""
    a_person_id = a_person(store, "Anna Ek", epost="anna@example.org")
    an_uppdrag(store, nämnd, a_person_id)
    key = a_sammanträde(store, nämnd, ordförande=a_person_id, sekreterare=a_person_id)
    punkt = a_punkt(store, key, "Budget", förslag=())
    a_bilaga(store, punkt, "Missiv")
    a_bilaga(store, punkt, "Bilaga", file=a_file(files))
    return key, punkt


def test_each_thing_to_do_leads_to_its_place(qtbot, page, store, files, nämnd, go):
    key, punkt = full(store, files, nämnd)
    page.show_nämnd(nämnd)
    assert to_do(page) == [
        "Kallelsen ska vara ute senast den 20 mars 2026.",
        "Punkt 1: «Budget» saknar förslag till beslut.",
        "Bilaga 1A: «Missiv» har ingen fil än.",
    ]
    texts = [one.text() for one in acts(page)]
    assert texts == ["Färdigställ kallelsen", "Skriv förslag", "Bifoga"]
    for one in acts(page):
        qtbot.mouseClick(one, LEFT)
    assert go.went == [("sammanträde", key, ""), *[("sammanträde", key, punkt)] * 2]


def test_on_the_day_itself_the_meeting_day_comes_first(qtbot, page, store, nämnd, go, today):
    key = a_sammanträde(store, nämnd, today)
    send(store, key)
    page.show_nämnd(nämnd)
    assert to_do(page) == ["Sammanträdet: upprop, paragrafer och beslut."]
    (act,) = acts(page)
    qtbot.mouseClick(act, LEFT)
    assert go.went == [("protokoll", key, "")]


def test_people_who_are_missing_lead_to_the_nämnd(qtbot, page, store, nämnd, go):
    a_sammanträde(store, nämnd)
    page.show_nämnd(nämnd)
    people = next(one for one in acts(page) if one.text() == "Till ledamöterna")
    qtbot.keyClick(people, Qt.Key.Key_Space)
    assert go.went == [("page", "nämnd")]


def test_the_buttons_stand_in_line(page, store, files, nämnd):
    full(store, files, nämnd)
    page.show_nämnd(nämnd)
    page.grab()
    assert len({(one.x(), one.width()) for one in acts(page)}) == 1


def test_a_long_list_is_shown_whole_when_it_is_asked_for(qtbot, page, store, nämnd):
    key = a_sammanträde(store, nämnd)
    a_punkt(store, key, "Budget", bilagor=12)
    page.show_nämnd(nämnd)
    assert page.to_do.rows.more.text() == "Visa alla 17"
    assert len(page.to_do.rows.buttons) == MOST
    page.to_do.rows.more.click()
    assert len(page.to_do.rows.buttons) == 17
    assert page.to_do.rows.buttons[MOST].hasFocus()


def test_when_the_kallelse_is_out_there_is_nothing_to_do(page, store, nämnd):
    send(store, a_sammanträde(store, nämnd))
    page.show_nämnd(nämnd)
    assert to_do(page) == ["Kallelsen har gått ut. Inget mer behöver göras nu."]


def test_without_a_sammanträde_the_way_to_one_is_shown(qtbot, page, nämnd, go):
    page.show_nämnd(nämnd)
    assert to_do(page) == ["Inget väntar."]
    (empty,) = page.year.findChildren(QPushButton)
    qtbot.mouseClick(empty, LEFT)
    assert go.went == [("page", "sammanträden")]


def links(page) -> list[QPushButton]:
    return page.year.findChildren(QPushButton)


def test_the_year_is_listed_from_its_beginning_and_each_leads_to_its_dagordning(
    qtbot, page, store, nämnd, go
):
    last = a_sammanträde(store, nämnd)
    first = a_sammanträde(store, nämnd, date(2026, 1, 23))
    a_sammanträde(store, nämnd, date(2025, 11, 21))
    page.show_nämnd(nämnd)
    assert page.year.title.text() == "Sammanträden 2026"
    names = [one.accessibleName() for one in links(page)]
    assert names == ["23 januari, Stora salen", "27 mars, Stora salen"]
    for one in links(page):
        qtbot.mouseClick(one, LEFT)
    assert go.went == [("sammanträde", first, ""), ("sammanträde", last, "")]


def test_long_names_are_cut_and_never_make_the_page_wider(page, store, nämnd):
    plats = "Region Norrbottens & Västerbottens gemensamma konferenscentrum i " + "Lång" * 15
    key = a_sammanträde(store, nämnd, plats=plats)
    a_punkt(store, key, "Mycket lång rubrik " * 20, bilagor=1)
    page.show_nämnd(nämnd)
    page.resize(900, 600)
    page.grab()
    assert page.horizontalScrollBar().maximum() == 0
    (link,) = links(page)
    assert link.text().endswith("…")
    assert link.accessibleName() == f"27 mars, {plats}"
    assert "&&" in link.text() or "&" not in link.text()


def test_a_card_with_little_in_it_is_not_high(page, store, nämnd):
    send(store, a_sammanträde(store, nämnd))
    page.show_nämnd(nämnd)
    page.grab()
    assert page.to_do.height() < 150


def test_a_change_elsewhere_is_shown(page, desk, store, nämnd):
    page.show_nämnd(nämnd)
    a_sammanträde(store, nämnd, DAY)
    from nämnd.core.changes import Topic

    page.reload(frozenset({Topic.PUBLICERING}))
    assert "Inget sammanträde är planerat" in page.title.text()
    page.reload(frozenset({Topic.SAMMANTRÄDE}))
    assert page.title.text().endswith("om 25 dagar.")


def tabbed(page, first) -> list[str]:
    """Return what Tab comes to from `first`, until it has been round."""
    QApplication.processEvents()  # what was made anew is shown
    found, one = [], first
    while not found or one is not first:
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one.text() if isinstance(one, QPushButton) else one.accessibleName())
        one = one.nextInFocusChain()
    return found


def test_tab_goes_as_the_page_is_read_also_when_it_is_read_anew(page, store, nämnd):
    key = a_sammanträde(store, nämnd, plats="Sal A")
    a_punkt(store, key, "Budget", bilagor=12)
    for _ in range(2):
        page.show_nämnd(nämnd)
    said = tabbed(page, acts(page)[0])
    begin = [one.text() for one in acts(page)] + ["Visa alla 17"]
    assert said[: len(begin)] == begin
    assert said.index("Hur långt fram") == len(begin) + 1
    page.to_do.rows.more.click()
    assert tabbed(page, acts(page)[0])[:17] == [one.text() for one in acts(page)]
