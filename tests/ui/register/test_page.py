"""The register on the screen: narrowed, saved, opened, exported."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from nämnd.core.ids import new_id
from nämnd.register.values import Uppföljning
from nämnd.store import Store
from nämnd.tables import Ärende
from tests.builders import a_nämnd, a_sammanträde
from tests.nämnd.protokoll.meeting_day import add_rows
from tests.nämnd.register.decided import a_beslut
from tests.ui.keyboard import type_text
from ui.list_export import OURSELVES, ListExport
from ui.register.page import BeslutPage

LAST_YEAR = date(2025, 11, 21)


@dataclass
class Made:
    nämnd: str
    other: str
    sammanträde: str
    earlier: str
    budget: str  # the § of last year
    priser: str
    ärende: str


@pytest.fixture
def made(store: Store) -> Made:
    """«Priser» and «Plan» this year, «Budget» last year; «Avtal» in another nämnd."""
    first, other = a_nämnd(store, "Vårdnämnden"), a_nämnd(store, "Annan nämnd")
    now, earlier = a_sammanträde(store, first), a_sammanträde(store, first, LAST_YEAR)
    ärende = new_id()
    add_rows(store, Ärende(id=ärende, nämnd_id=first, dnr="VN 2026/0007", rubrik="Priser"))
    budget = a_beslut(store, earlier, "Budget", ärende_id=ärende)
    priser = a_beslut(store, now, "Priser", "att sänka priset för café", ärende_id=ärende)
    a_beslut(store, now, "Plan", utfall="återremiss")
    a_beslut(store, a_sammanträde(store, other), "Avtal")
    return Made(first, other, now, earlier, budget, priser, ärende)


@pytest.fixture
def page(qtbot, desk, go, made) -> BeslutPage:
    page = BeslutPage(desk, go)
    desk.editor.changed.connect(page.reload)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show_nämnd(made.nämnd)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle(qtbot, page)
    return page


def settle(qtbot, page: BeslutPage) -> None:
    qtbot.waitUntil(lambda: page.idle)


def names(page: BeslutPage) -> list[str]:
    return [one.rubrik for one in page.table.rows_model.rows]


def choose(qtbot, page: BeslutPage, part, value: str) -> None:
    """Pick a value of a filter as a click does."""
    part.choose(value)
    assert part.value() == value
    part.activated.emit(part.currentIndex())
    settle(qtbot, page)


def test_the_newest_year_is_shown_first(page):
    assert names(page) == ["Plan", "Priser"]
    assert page.count.text() == "2 beslut"
    assert page.bar.year.value() == "2026"


def test_all_years_are_read_when_they_are_asked_for(qtbot, page):
    choose(qtbot, page, page.bar.year, "")
    assert names(page) == ["Plan", "Priser", "Budget"]
    choose(qtbot, page, page.bar.year, "2025")
    assert names(page) == ["Budget"]


def test_the_list_is_narrowed_while_one_types(qtbot, page):
    page.bar.text.setFocus()
    type_text(page.bar.text, "CAFÉ sänka")
    assert names(page) == ["Priser"]
    assert page.count.text() == "1 av 2 beslut"
    type_text(page.bar.text, " finns inte")
    assert names(page) == []


def test_outcome_and_follow_up_narrow_too(qtbot, page):
    choose(qtbot, page, page.bar.utfall, "återremiss")
    assert names(page) == ["Plan"]
    choose(qtbot, page, page.bar.utfall, "")
    choose(qtbot, page, page.bar.uppföljning, Uppföljning.INTE_JUSTERAT)
    assert names(page) == ["Plan", "Priser"]
    choose(qtbot, page, page.bar.uppföljning, Uppföljning.EXPEDIERAT)
    assert names(page) == []


def test_every_nämnd_of_the_file_is_shown_with_its_name(qtbot, page):
    assert page.table.isColumnHidden(4)
    choose(qtbot, page, page.bar.nämnd, "alla")
    assert sorted(names(page)) == ["Avtal", "Plan", "Priser"]
    assert not page.table.isColumnHidden(4)


def test_where_there_is_one_nämnd_no_other_can_be_chosen(qtbot, desk, go, store):
    key = a_nämnd(store)
    a_beslut(store, a_sammanträde(store, key), "Priser")
    page = BeslutPage(desk, go)
    qtbot.addWidget(page)
    page.show()
    page.show_nämnd(key)
    settle(qtbot, page)
    assert page.bar.nämnd.isHidden()


def test_enter_and_a_double_click_open_the_paragraf(qtbot, page, go, made):
    page.table.setFocus()
    page.table.choose(made.priser)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert go.went == [("i nämnd", made.nämnd), ("protokoll", made.sammanträde, made.priser)]
    go.went.clear()
    at = page.table.visualRect(page.table.currentIndex()).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert go.went[-1] == ("protokoll", made.sammanträde, made.priser)


def test_the_chosen_beslut_is_told_beside_the_list(page, made):
    assert page.pane.heading.text() == "§ 2 Plan"
    page.table.choose(made.priser)
    assert page.pane.heading.text() == "§ 1 Priser"
    assert "att sänka priset för café" in page.pane.texts.text()
    assert "Utfall: enligt förslag" in page.pane.facts.text()
    page.bar.text.setText("finns inte")
    assert page.pane.none.isVisible()
    assert page.pane.open.isHidden()


def test_every_beslut_of_the_ärende_is_shown_and_then_all_again(qtbot, page, go, made):
    page.table.choose(made.priser)
    page.pane.others.click()
    settle(qtbot, page)
    assert names(page) == ["Priser", "Budget"]
    assert page.bar.ärende.text() == "Ärende VN 2026/0007"
    page.bar.ärende.click()
    settle(qtbot, page)
    assert page.bar.ärende.isHidden()
    assert "Plan" in names(page)


def test_the_ärende_is_opened_and_one_without_has_no_link(page, go, made):
    page.table.choose(made.priser)
    page.pane.ärende.click()
    assert go.went == [("ärende", made.ärende, "")]
    other = next(one for one in page.table.rows_model.rows if one.rubrik == "Plan")
    page.table.choose(other.paragraf_id)
    assert page.pane.ärende.isHidden()
    assert page.pane.others.isHidden()


def test_a_filter_is_saved_and_shown_again(qtbot, page, made, messages):
    choose(qtbot, page, page.bar.year, "2025")
    page.bar.text.setText("budget")
    messages.texts = ["Förra årets"]
    page.bar.urval.save()
    assert page.bar.urval.rows()[0].villkor == {"år": "2025", "text": "budget"}
    page.show_nämnd(made.nämnd)
    settle(qtbot, page)
    assert names(page) == ["Plan", "Priser"]
    page.bar.apply(page.bar.urval.rows()[0].villkor)
    settle(qtbot, page)
    assert names(page) == ["Budget"]
    assert page.bar.text.text() == "budget"


def test_a_saved_filter_that_names_what_is_not_known_shows_all_of_that(qtbot, page):
    page.bar.apply({"år": "1999", "utfall": "okänt", "nytt": "x", "nämnd": "okänd"})
    settle(qtbot, page)
    assert page.bar.wanted().as_villkor() == {"år": "1999"}
    assert names(page) == []


def test_a_change_elsewhere_is_shown_with_the_same_row_chosen(qtbot, page, store, made):
    page.table.choose(made.priser)
    a_beslut(store, made.sammanträde, "Nytt")
    page.reload(frozenset({"protokoll"}))
    settle(qtbot, page)
    assert names(page) == ["Nytt", "Plan", "Priser"]
    assert page.table.current().paragraf_id == made.priser
    assert page.pane.heading.text() == "§ 1 Priser"


def test_a_page_out_of_sight_reads_when_it_is_shown(qtbot, page, store, made):
    page.hide()
    a_beslut(store, made.sammanträde, "Nytt")
    page.reload(frozenset({"protokoll"}))
    assert names(page) == ["Plan", "Priser"]
    page.show()
    settle(qtbot, page)
    assert names(page) == ["Nytt", "Plan", "Priser"]


def test_a_nämnd_without_beslut_is_told_where_they_come_from(qtbot, desk, go, store, messages):
    page = BeslutPage(desk, go)
    qtbot.addWidget(page)
    page.show()
    page.show_nämnd(a_nämnd(store))
    settle(qtbot, page)
    assert page.stack.currentIndex() == 1
    assert not page.export.isEnabled()
    page.export_shown()
    assert messages.notices == ["Det finns inga beslut att exportera än."]


def exported(qtbot, page, *, whole: bool, form: str) -> ListExport:
    page.export.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListExport)
    if whole:
        dialog.whom.choose(OURSELVES)
        dialog.whom.currentIndexChanged.emit(1)
    dialog.form.choose(form)
    return dialog


@pytest.mark.parametrize("form", [".xlsx", ".csv", ".pdf", ".docx"])
def test_what_is_shown_is_exported_whole(qtbot, page, messages, tmp_path, form):
    page.bar.text.setText("priser")
    dialog = exported(qtbot, page, whole=True, form=form)
    about = "Filen får de beslut från 2026 som stämmer med urvalet."
    assert about in [one.text() for one in dialog.findChildren(QLabel)]
    target = tmp_path / f"beslut{form}"
    messages.files = [target]
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(messages.notices), timeout=30_000)
    assert messages.notices == [f"beslut{form} är klar."]
    assert target.stat().st_size > 0
    if form == ".csv":
        text = target.read_text(encoding="utf-8-sig")
        assert "Priser" in text
        assert "Plan" not in text


def test_an_export_for_everybody_lacks_what_is_not_justerat(qtbot, page, messages, tmp_path):
    dialog = exported(qtbot, page, whole=False, form=".csv")
    assert "Bara justerade paragrafer" in dialog.said.text()
    target = tmp_path / "beslut"  # the ending is added
    messages.files = [target]
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(messages.notices), timeout=30_000)
    text = target.with_suffix(".csv").read_text(encoding="utf-8-sig")
    assert "Priser" not in text
    assert "offentlig version" in messages.asked[0]


def test_no_file_is_made_when_no_place_is_chosen(qtbot, page, messages):
    dialog = exported(qtbot, page, whole=True, form=".csv")
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(messages.asked) and not page._desk.jobs.busy)
    assert messages.notices == []


def test_the_page_is_walked_by_keyboard_and_everything_has_a_name(qtbot, page, made):
    page.table.choose(made.priser)
    page.bar.text.setFocus()
    seen = []
    for _ in range(16):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = (
        page.bar.text, page.bar.urval.button, page.bar.year, page.bar.nämnd, page.bar.utfall,
        page.bar.uppföljning, page.table, page.pane.open, page.pane.ärende, page.pane.others,
        page.export,
    )  # fmt: skip
    for one in wanted:
        assert one in seen
        assert one.accessibleName() or (isinstance(one, QPushButton) and one.text())


def test_the_chosen_beslut_lies_under_the_list_in_a_narrow_window(qtbot, page):
    page.resize(700, 700)
    qtbot.waitUntil(lambda: page.pane.mapTo(page, QPoint()).y() > page.table.height())
    assert page.pane.width() > page.table.width()


def test_the_filter_never_makes_the_page_wider_than_its_window(qtbot, page, theme):
    theme.set_font_scale(1.5)
    try:
        page.resize(page.minimumSizeHint().width(), 700)
        assert page.bar.minimumSizeHint().width() <= theme.px(640)
        qtbot.waitUntil(lambda: page.bar.year.y() > page.bar.text.y())
    finally:
        theme.set_font_scale(1.0)
