from PySide6.QtCore import Qt

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_paragraf_without_yrkanden_shows_its_beslut_and_the_buttons_only(holder):
    decision = holder.decision
    for part in (decision.yrkanden, decision.beslutsgång, decision.omröstning, decision.asides):
        assert part.isHidden()
    texts = [one.text.input.value() for one in decision.beslut.rows]
    assert texts == ["Att godkänna rapporten", "Att följa upp den"]


def test_a_yrkande_is_entered_by_keyboard_with_its_text_proposed(user, holder, room):
    user.press("yrkande")
    dialog = user.dialog()
    user.pick(dialog.who, "bo a", "cecilia")
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


def test_votes_are_cast_with_single_keys(user, holder, room):
    user.press("votering")
    table = holder.decision.omröstning.table
    table.begin()
    user.key(table, Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_A)
    user.key(table, Qt.Key.Key_J, modifier=CTRL_SHIFT)
    (votering,) = room.paragraf().voteringar
    röster = list(votering.röster.values())
    assert [röster.count(one) for one in ("ja", "nej", "avstår")] == [10, 1, 1]
    assert (votering.utfall, votering.avgjord_av) == ("ja", "röster")
