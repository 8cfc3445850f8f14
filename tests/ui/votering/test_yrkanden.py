"""Yrkanden by keyboard, and the beslutsgång that is written from them."""

import pytest
from PySide6.QtCore import Qt

from nämnd.core import richtext
from tests.ui.keyboard import type_text
from tests.ui.votering.test_decision import CTRL_SHIFT


@pytest.fixture
def yrka(user, holder, room):
    """Enter a yrkande: names, slag, and what is typed besides."""

    def enter(*names, slag, text="", hand=1):
        user.press("yrkande")
        dialog = user.dialog()
        user.pick(dialog.who, *names)
        dialog.slag["bifall"].click()
        for one in slag:
            dialog.slag[one].click()
        if text:
            dialog.text.selectAll()
            type_text(dialog.text, text)
        dialog.hand.choose(hand)
        user.save()
        return room.paragraf().yrkanden[-1]

    return enter


def plain(source):
    return richtext.plain_text(source)


def test_a_yrkande_is_entered_by_keyboard_with_its_text_proposed(user, holder, room):
    user.press("yrkande")
    dialog = user.dialog()
    user.pick(dialog.who, "bo a", "cecilia")
    assert dialog.text.value() == "bifall till ordförandens förslag"
    dialog.slag["bifall"].click()
    dialog.slag["återremiss"].click()
    assert dialog.text.value() == "att ärendet återremitteras"
    user.save()
    (row,) = room.paragraf().yrkanden
    assert row.av == (room.people["Bo Alm"], room.people["Cecilia Öst"])
    assert row.slag == ("återremiss",)
    shown = holder.decision.yrkanden.rows[0]
    assert shown.line.text == "Bo Alm (S) och Cecilia Öst (C) yrkar att ärendet återremitteras."
    assert shown.line.chips[0][0] == "återremiss prövas först"


def test_a_party_group_moves_as_one_and_what_the_user_writes_is_not_replaced(yrka, user, holder):
    row = yrka("samtliga ledamöter för v", slag=("ändring",), text="att punkt 2 stryks")
    assert (row.av, row.av_partier, row.text) == ((), ("V",), "att punkt 2 stryks")
    user.key(holder.decision.yrkanden.rows[0], Qt.Key.Key_Return)
    dialog = user.dialog()
    dialog.slag["avslag"].click()
    assert dialog.text.value() == "att punkt 2 stryks"
    assert dialog.who.chosen == ("parti:V",)


def test_a_yrkande_may_be_about_one_punkt(user, room):
    user.press("yrkande")
    dialog = user.dialog()
    user.pick(dialog.who, "bo a")
    dialog.punkt.setFocus()
    user.key(dialog.punkt, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert dialog.text.value() == "bifall till ordförandens förslag i punkt 2"
    user.save()
    assert room.paragraf().yrkanden[0].punkt == "2"


def test_a_withdrawn_yrkande_stays_struck_out(yrka, user, holder, room):
    yrka("bo a", slag=("avslag",))
    user.key(holder.decision.yrkanden.rows[0], Qt.Key.Key_Return)
    dialog = user.dialog()
    dialog.withdrawn.click()
    user.save()
    assert room.paragraf().yrkanden[0].återtaget
    line = holder.decision.yrkanden.rows[0].line
    assert (line.struck, line.chips) == (True, (("återtaget", line.chips[0][1]),))


def test_arrows_move_between_yrkanden_and_delete_takes_one_away(yrka, user, holder, room, qtbot):
    yrka("bo a", slag=("avslag",))
    yrka("cecilia", slag=("tillägg",), text="att C")
    first, second = holder.decision.yrkanden.rows
    first.setFocus()
    user.key(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    user.key(second, Qt.Key.Key_Up)
    user.key(first, Qt.Key.Key_Delete)
    (left,) = room.paragraf().yrkanden
    assert left.text == "att C"
    assert second.isHidden()


def test_one_who_does_not_serve_can_move_but_it_is_said(user, room):
    user.press("yrkande")
    dialog = user.dialog()
    user.pick(dialog.who, "maria")
    assert dialog.warning.text() == "Tjänstgör inte"
    user.save()
    assert room.paragraf().yrkanden[0].av == (room.people["Maria Fors"],)


def test_the_beslutsgång_and_the_beslut_are_written_from_the_yrkanden(yrka, user, holder, room):
    yrka("bo a", slag=("återremiss",))
    yrka("cecilia", slag=("avslag",))
    holder.decision.beslutsgång.write.click()
    dialog = user.dialog()
    assert [one.currentText() for one in dialog.choices] == [
        "att ärendet avgörs i dag",
        "ordförandens förslag",
    ]
    dialog.choices[1].setFocus()
    user.key(dialog.choices[1], Qt.Key.Key_Down)  # avslag wins
    user.save()
    paragraf = room.paragraf()
    assert plain(paragraf.propositionsordning).startswith("Ordföranden föreslår följande")
    assert plain(paragraf.beslutsgång).endswith("finner att nämnden avslår ordförandens förslag.")
    assert [one.utfall for one in paragraf.beslutspunkter] == ["avslag", "avslag"]


def test_a_won_återremiss_leaves_the_rest_undecided(yrka, user, holder, room):
    yrka("bo a", slag=("återremiss",), text="att ärendet återremitteras för ny beredning")
    yrka("cecilia", slag=("avslag",))
    holder.decision.beslutsgång.write.click()
    dialog = user.dialog()
    dialog.choices[0].setFocus()
    user.key(dialog.choices[0], Qt.Key.Key_Down)
    assert not dialog.choices[1].isEnabled()
    user.save()
    rows = room.paragraf().beslutspunkter
    assert {(one.utfall, one.till) for one in rows} == {("återremiss", "för ny beredning")}


def test_the_ordförande_picks_another_huvudförslag(yrka, user, holder, room):
    yrka("bo a", slag=("ändring",), text="att A")
    yrka("cecilia", slag=("ändring",), text="att B")
    holder.decision.beslutsgång.write.click()
    dialog = user.dialog()
    first = [
        one for one in dialog.findChildren(type(dialog.choices[0])) if one not in dialog.choices
    ]
    first[0].setFocus()
    user.key(first[0], Qt.Key.Key_Down)
    assert dialog.choices[0].currentText() == "Bo Alms (S) ändringsyrkande"
    user.save()
    order = plain(room.paragraf().propositionsordning)
    assert order.endswith("med Bo Alms (S) ändringsyrkande som huvudförslag.")


def test_text_that_was_changed_by_hand_is_shown_before_it_is_replaced(yrka, user, holder, room):
    yrka("bo a", slag=("avslag",))
    section = holder.decision.beslutsgång
    section.by_hand.click()
    type_text(section.text.input.text, "Ordföranden finner något helt annat.")
    section.text.flush()
    assert plain(room.paragraf().beslutsgång) == "Ordföranden finner något helt annat."
    section.write.click()
    dialog = user.dialog()
    assert dialog.warning.text() == "Texten som finns är en annan: ändringarna är markerade."
    assert dialog.keep.text() == "&Ersätt texten"
    assert "<s>" in dialog.text.text()
    dialog.reject()
    assert plain(room.paragraf().beslutsgång) == "Ordföranden finner något helt annat."


def test_the_result_of_a_votering_is_in_the_beslutsgång(yrka, user, holder, room):
    yrka("bo a", slag=("avslag",))
    user.press("votering")
    table = holder.decision.omröstning.table
    table.begin()
    user.key(table, Qt.Key.Key_N)
    user.key(table, Qt.Key.Key_J, modifier=CTRL_SHIFT)
    holder.decision.beslutsgång.write.click()
    dialog = user.dialog()
    assert not dialog.choices[0].isEnabled()  # the votering decides
    user.save()
    assert "Med 11 Ja-röster mot 1 Nej-röst beslutar nämnden att bifalla" in plain(
        room.paragraf().beslutsgång
    )
    assert {one.utfall for one in room.paragraf().beslutspunkter} == {"enligt förslag"}
