"""The fields of a §: each is saved while one types, and undone by itself."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.core.changes import Topic
from nämnd.protokoll.drafts import draft_of
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.values import ExpedieringRow, TidigareRow
from tests.nämnd.protokoll.meeting_day import justera, paragrafer_in
from tests.ui.keyboard import type_text
from tests.ui.protokoll.conftest import CTRL, Key, press

PATIENCE = 5_000  # ms


@pytest.fixture
def texts(qtbot, page):
    """The fields of § 1, all of them shown."""
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    page.editor.texts.more.click()
    return page.editor.texts


def field_of(texts, name: str):
    return next(one.field for one in texts.sections if one.name == name)


def write(texts, name: str, text: str):
    """Type in a field, from an empty one."""
    field = field_of(texts, name)
    field.setFocus()
    written_in: Any = QApplication.focusWidget()
    assert field.isAncestorOf(written_in)
    written_in.selectAll()
    type_text(written_in, text)
    return field


FIELDS = (
    ("rubrik", "Val av justerare", "rubrik", "Val av justerare"),
    ("diarienummer", "VN 1, VN 2,", "dnr", ("VN 1", "VN 2")),
    ("tid", "9:05", "tid", "09.05"),
    ("tid", "efter rasten", "tid", "efter rasten"),
    ("ingress", "Nämnden föreslår", "ingress", "Nämnden föreslår"),
    ("sammanfattning", "Så ligger det till.", "sammanfattning", "Så ligger det till."),
    ("beslutsunderlag", "Tjänsteutlåtande", "beslutsunderlag", ("Tjänsteutlåtande",)),
    ("anmälningar", "Skrivelse om köer", "anmälningar", ("Skrivelse om köer",)),
    ("upphäver", "§ 76/2015", "upphäver", "§ 76/2015"),
    (
        "tidigare behandling", "Utskottet 2019-08-30 § 43 bordlagt", "tidigare_behandling",
        (TidigareRow("bordlagt", "2019-08-30", 43, "Utskottet"),),
    ),
    (
        "expedieras till", "Region Skåne · RS 2019/12", "expedieringar",
        (ExpedieringRow("Region Skåne", "RS 2019/12", None),),
    ),
)  # fmt: skip


def test_what_is_written_in_each_field_is_saved(texts, store, key):
    for name, typed, kept, value in FIELDS:
        write(texts, name, typed).flush()
        assert getattr(paragrafer_in(store, key)[0], kept) == value, name
    assert texts.unsaved() is None
    assert {one.name for one in texts.sections} - {name for name, *_ in FIELDS} == {"typ"}


def test_it_is_saved_without_leaving_the_field(qtbot, texts, store, key):
    field = write(texts, "ingress", "Nämnden föreslår")
    assert field.pending
    qtbot.waitUntil(lambda: not field.pending, timeout=PATIENCE)
    assert paragrafer_in(store, key)[0].ingress == "Nämnden föreslår"


def test_the_kind_of_paragraf_is_chosen(qtbot, texts, store, key):
    choice = field_of(texts, "typ").input
    choice.setFocus()
    type_text(choice, "i")
    qtbot.waitUntil(lambda: paragrafer_in(store, key)[0].slag == "information", timeout=PATIENCE)


def test_each_field_is_undone_by_itself(texts, desk, store, key):
    write(texts, "ingress", "Nämnden föreslår")
    write(texts, "upphäver", "§ 76/2015")
    desk.editor.undo()
    now = paragrafer_in(store, key)[0]
    assert (now.ingress, now.upphäver) == ("Nämnden föreslår", None)
    assert field_of(texts, "upphäver").value() == ""
    desk.editor.redo()
    assert field_of(texts, "upphäver").value() == "§ 76/2015"


def test_a_word_that_is_half_written_is_kept_when_the_user_goes_elsewhere(
    qtbot, page, texts, store, key
):
    write(texts, "upphäver", "§ 7")
    assert paragrafer_in(store, key)[0].upphäver is None  # not yet
    row = page.list.rows.visualRect(page.list.rows.rows_model.index(1)).center()
    qtbot.mouseClick(page.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert page.editor.heading.text() == "Punkt 2. Budget"
    assert paragrafer_in(store, key)[0].upphäver == "§ 7"


def test_what_is_written_at_one_paragraf_is_not_shown_at_the_next(qtbot, page, texts, store, key):
    write(texts, "ingress", "Nämnden föreslår")
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert page.editor.heading.text() == "§ 2 Budget"
    assert field_of(texts, "ingress").value() == ""
    assert [one.ingress for one in paragrafer_in(store, key)] == ["Nämnden föreslår", ""]


def test_when_an_utdrag_went_is_kept_when_its_line_is_mended(texts, page, store, key):
    row = paragrafer_in(store, key)[0]
    went = ExpedieringRow("Region Skåne", None, "2026-04-09")
    draft = replace(draft_of(row), expedieringar=(went,))
    store.do(SaveParagraf(paragraf_id=row.id, draft=draft))
    page.reload(frozenset({Topic.PROTOKOLL}))
    write(texts, "expedieras till", "Region Skåne · RS 1").flush()
    assert paragrafer_in(store, key)[0].expedieringar == (replace(went, beteckning="RS 1"),)


def test_empty_fields_wait_behind_a_button_that_names_them(qtbot, page):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    texts = page.editor.texts
    ingress = field_of(texts, "ingress")
    assert texts.more.text().startswith("Mer: ingress, sammanfattning")
    assert texts.more.toolTip().endswith("upphäver, expedieras till")
    assert ingress.isHidden()
    texts.more.setFocus()
    qtbot.keyClick(texts.more, Key.Key_Space)
    assert not ingress.isHidden()
    assert texts.more.text() == "Färre fält"
    write(texts, "ingress", "Nämnden föreslår").flush()
    qtbot.keyClick(texts.more, Key.Key_Space)
    assert not ingress.isHidden()  # it holds something now
    assert texts.more.text().startswith("Mer: sammanfattning")


def test_what_is_justerat_can_not_be_changed_and_the_user_is_told_why(
    page, texts, store, key, messages
):
    justera(store, key)
    page.show_sammanträde(key)
    field = write(texts, "rubrik", "Ny rubrik")
    page.show_row(page.list.rows.shown()[1].id)
    assert page.editor.heading.text() == "Punkt 2. Budget"  # nothing waits to be saved
    assert messages.errors[0].startswith("§ 1 är justerad")
    assert paragrafer_in(store, key)[0].rubrik == "Upprop"
    page.show_row(paragrafer_in(store, key)[0].id)
    assert field.value() == "Upprop"


def test_who_gets_an_utdrag_can_change_after_the_justering(page, texts, store, key):
    justera(store, key)
    page.show_sammanträde(key)
    write(texts, "expedieras till", "Region Skåne").flush()
    assert [one.till for one in paragrafer_in(store, key)[0].expedieringar] == ["Region Skåne"]


def test_a_paragraf_that_undo_takes_away_takes_nothing_else_with_it(texts, page, desk, store, key):
    write(texts, "ingress", "Nämnden föreslår")
    desk.editor.undo()  # the ingress, and then the §
    desk.editor.undo()
    assert paragrafer_in(store, key) == ()
    assert page.editor.heading.text() == "Punkt 1. Upprop"
    desk.editor.redo()
    desk.editor.redo()
    assert page.editor.heading.text() == "§ 1 Upprop"
    assert field_of(texts, "ingress").value() == "Nämnden föreslår"
