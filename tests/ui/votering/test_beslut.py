"""The beslut att-sats by att-sats, and what the buttons make of it."""

import pytest
from PySide6.QtCore import Qt

from nämnd.protokoll.values import BeslutspunktRow
from tests.ui.keyboard import type_text
from ui.votering.actions import split_rows

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace


def texts(room):
    return [(one.nummer, one.text) for one in room.paragraf().beslutspunkter]


def outcomes(room):
    return [(one.nummer, one.utfall, one.till) for one in room.paragraf().beslutspunkter]


def write(user, row, text):
    row.text.input.setFocus()
    row.text.input.selectAll()
    type_text(row.text.input, text)


def test_an_att_sats_is_changed_and_enter_begins_the_next(user, holder, room):
    rows = holder.decision.beslut.rows
    write(user, rows[0], "Att avslå rapporten")
    user.key(rows[0].text.input, ENTER)
    assert rows[1].text.input.hasFocus()
    type_text(rows[1].text.input, "Att utreda vidare")
    rows[1].text.flush()
    assert texts(room) == [
        ("1", "Att avslå rapporten"),
        ("2", "Att utreda vidare"),
        ("3", "Att följa upp den"),
    ]


def test_backspace_in_an_empty_att_sats_takes_it_away(user, holder, room):
    rows = holder.decision.beslut.rows
    write(user, rows[1], "x")
    user.key(rows[1].text.input, BACK, BACK)
    assert texts(room) == [("1", "Att godkänna rapporten")]
    assert rows[0].text.input.hasFocus()
    assert rows[1].isHidden()


def test_each_att_sats_has_its_own_outcome_and_until_when(user, holder, room):
    row = holder.decision.beslut.rows[1]
    row.utfall.setFocus()
    user.key(row.utfall, Qt.Key.Key_B)  # «Bordläggs»
    assert outcomes(room) == [("1", None, None), ("2", "bordläggning", None)]
    assert not row.till.isHidden()
    type_text(row.till.input.box.lineEdit(), "till juni")
    row.till.flush()
    assert outcomes(room)[1] == ("2", "bordläggning", "till juni")
    user.key(row.utfall, Qt.Key.Key_Up)
    assert outcomes(room)[1] == ("2", "avslag", None)
    assert row.till.isHidden()


def test_a_paragraf_without_a_beslut_gets_its_first_att_sats(user, holder, room):
    room.handle(rubrik="Övriga frågor")
    holder.place = 1
    holder.reload()
    user.press("attsats")
    type_text(holder.decision.beslut.rows[0].text.input, "Att X")
    holder.decision.beslut.rows[0].text.flush()
    assert [one.text for one in room.paragraf(1).beslutspunkter] == ["Att X"]


@pytest.mark.parametrize(
    ("button", "utfall", "till"),
    [
        ("bordlägg", "bordläggning", "till nästa sammanträde"),
        ("återremittera", "återremiss", "för ytterligare beredning"),
    ],
)
def test_all_of_it_waits(user, holder, room, button, utfall, till):
    user.press(button)
    user.save()
    assert outcomes(room) == [("1", utfall, till), ("2", utfall, till)]


def test_a_matter_without_förslag_can_wait(user, holder, room):
    room.handle(rubrik="En fråga")
    holder.place = 1
    holder.reload()
    user.press("återremittera")
    user.dialog().till.setEditText("")
    user.save()
    (row,) = room.paragraf(1).beslutspunkter
    assert (row.utfall, row.till, row.text) == ("återremiss", None, "")


def test_the_beslut_is_divided(user, holder, room):
    user.press("dela")
    assert user.dialog().punkt.text() == "2"
    user.save()
    assert outcomes(room) == [
        ("1", None, None),
        ("2", "bordläggning", "till nästa sammanträde"),
    ]


def test_what_is_no_punkt_is_not_divided(user, holder, room):
    user.press("dela")
    dialog = user.dialog()
    dialog.punkt.setText("sista")
    dialog.keep.click()
    assert dialog.problem.text() == "Skriv vilka punkter, till exempel 2 eller 2–12."
    assert outcomes(room)[1][1] is None


def test_punkter_that_have_no_row_of_their_own_get_one_together():
    rows = (BeslutspunktRow("d1", "1", "Att A", "enligt förslag"),)
    divided = split_rows(rows, "2–12", "bordläggning", "till juni")
    assert [(one.nummer, one.utfall, one.till) for one in divided] == [
        ("1", "enligt förslag", None),
        ("2–12", "bordläggning", "till juni"),
    ]
    (kept,) = split_rows(rows, "1", "avslag", "")
    assert (kept.id, kept.utfall, kept.till) == ("d1", "avslag", None)
    assert split_rows(rows, "1–2", "avslag", "")[1].nummer == "2"


def test_a_recommendation_is_followed_up_huvudman_by_huvudman(user, holder, room):
    user.press("rekommendation")
    dialog = user.dialog()
    list(dialog.huvudmän.values())[3].click()  # all but Region Norr
    user.save()
    paragraf = room.paragraf()
    huvudmän = room.protokoll().huvudmän
    assert paragraf.beslutspunkter[0].riktas_till == tuple(one.id for one in huvudmän[:3])
    assert paragraf.ingress == (
        "Nämnden rekommenderar Region Ådalen, Region Öster och Region Väster"
    )
    section = holder.decision.huvudmän
    assert [one.name.text() for one in section.rows] == [one.namn for one in huvudmän[:3]]
    first = section.rows[0]
    for field, text in ((first.datum, "2026-05"), (first.paragraf, "§ 12"), (first.svar, "ja")):
        field.setFocus()
        type_text(field.input, text)
        field.flush()
    (answer,) = room.paragraf().huvudmannabeslut
    assert (answer.datum, answer.paragraf, answer.svar) == ("2026-05", "§ 12", "ja")
    assert holder.decision.asides.rows[0].line.chips[0][0] == "1 svar av 3"


def test_a_recommendation_to_all_huvudmän_names_none_of_them(user, room):
    user.press("rekommendation")
    user.save()
    assert room.paragraf().ingress == "Nämnden rekommenderar huvudmännen"


def test_a_date_that_cannot_be_read_is_not_saved(user, holder, room):
    user.press("rekommendation")
    user.save()
    field = holder.decision.huvudmän.rows[0].datum
    field.setFocus()
    type_text(field.input, "2026-13")
    field.flush()
    assert field.problem.text().startswith("Skriv datum som 2026-03-17")
    assert holder.decision.unsaved() is field
    assert room.paragraf().huvudmannabeslut == ()


def test_a_beslut_may_be_a_proposal_to_another_body(user, holder, room):
    user.press("rekommendation")
    dialog = user.dialog()
    for check in dialog.huvudmän.values():
        check.click()
    dialog.other.setText("Regionfullmäktige")
    user.save()
    paragraf = room.paragraf()
    assert paragraf.beslutspunkter[0].riktas_till == ("Regionfullmäktige",)
    assert paragraf.ingress == "Nämnden föreslår Regionfullmäktige besluta"
    assert holder.decision.huvudmän.isHidden()
    user.key(holder.decision.asides.rows[0], Qt.Key.Key_Delete)
    assert room.paragraf().beslutspunkter[0].riktas_till == ()
    assert room.paragraf().ingress == ""


def test_what_is_being_written_stays_when_something_else_is_saved(user, holder, room):
    row = holder.decision.beslut.rows[0]
    row.text.input.setFocus()
    type_text(row.text.input, "!")
    holder.reload()
    assert row.text.input.value().count("!") == 1
    row.text.flush()
    assert "!" in room.paragraf().beslutspunkter[0].text
