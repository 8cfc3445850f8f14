"""The sections of a § as a whole: what is there when, and what the buttons do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.protokoll.findings import Part, Place

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_paragraf_without_yrkanden_shows_its_beslut_and_the_buttons_only(holder):
    decision = holder.decision
    for part in (decision.yrkanden, decision.beslutsgång, decision.omröstning, decision.asides):
        assert part.isHidden()
    texts = [one.text.input.value() for one in decision.beslut.rows]
    assert texts == ["Att godkänna rapporten", "Att följa upp den"]


def test_nothing_can_be_done_while_no_paragraf_is_shown(holder, room, user):
    holder.decision.show_paragraf(room.protokoll(), None)
    assert holder.decision.paragraf_id is None
    assert not holder.decision.buttons["yrkande"].isEnabled()
    holder.decision.press("yrkande")
    holder.reload()
    assert holder.decision.paragraf_id == room.paragraf_ids[0]


def test_another_paragraf_shows_only_its_own(holder, room, user):
    user.press("votering")
    user.press("omedelbart")
    room.handle(rubrik="Information", slag="information")
    holder.place = 1
    holder.reload()
    decision = holder.decision
    assert decision.omröstning.isHidden()
    assert decision.asides.isHidden()
    assert not any(one.isVisible() for one in decision.beslut.rows)
    assert decision.beslut.heading.text() == "Nämndens beslut (inget ännu)"
    assert not decision.buttons["omedelbart"].isChecked()
    holder.place = 0
    holder.reload()
    assert not decision.omröstning.isHidden()
    assert decision.buttons["omedelbart"].isChecked()


def test_every_button_says_its_key_and_the_key_presses_it(user, holder, qtbot):
    for name, button in holder.decision.buttons.items():
        assert button.toolTip()
        assert name in {"yttrande", "mening"} or "Alt Shift" in button.toolTip()
    modifier = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    holder.decision.setFocus()
    qtbot.waitUntil(holder.isActiveWindow)
    qtbot.keyClick(holder.decision.focusWidget(), Qt.Key.Key_Y, modifier)
    assert user.dialog().windowTitle() == "Nytt yrkande"


def test_the_buttons_break_over_lines_in_a_narrow_window(holder, qtbot):
    def lines():
        return {one.y() for one in holder.decision.buttons.values()}

    wide = len(lines())
    holder.resize(460, 900)
    qtbot.waitUntil(lambda: len(lines()) > wide)
    assert all(
        one.geometry().right() <= one.parentWidget().width()
        for one in holder.decision.buttons.values()
    )


def test_letters_vote_only_in_the_table(user, holder, room):
    user.press("votering")
    user.key(holder.decision.omröstning.ja.input, Qt.Key.Key_J)
    assert room.paragraf().voteringar[0].röster == {}


def test_immediate_justering_is_set_and_taken_back(user, holder, room):
    user.press("omedelbart")
    assert room.paragraf().omedelbart_justerad
    (line,) = [one.line for one in holder.decision.asides.rows]
    assert line.text == "Paragrafen förklaras omedelbart justerad."
    user.key(holder.decision.asides.rows[0], Qt.Key.Key_Delete)
    assert not room.paragraf().omedelbart_justerad


def test_a_finding_leads_to_its_row(user, holder, room):
    user.press("votering")
    decision = holder.decision
    votering = room.paragraf().voteringar[0]
    assert decision.go_to(Place(Part.VOTERING, votering.id)) is decision.omröstning.table
    second = room.paragraf().beslutspunkter[1].id
    assert decision.go_to(Place(Part.BESLUT, second)) is decision.beslut.rows[1].text
    assert decision.beslut.rows[1].text.input.hasFocus()
    assert decision.go_to(Place(Part.YRKANDE, "okänt")) is decision.buttons["yrkande"]
    assert decision.go_to(Place(Part.BESLUTSGÅNG)) is decision.beslutsgång.text
    assert decision.go_to(Place(Part.RUBRIK)) is None


def test_undo_takes_back_one_thing_at_a_time(user, holder, room, desk):
    user.press("omedelbart")
    user.press("votering")
    desk.editor.undo()
    assert room.paragraf().omedelbart_justerad
    assert holder.decision.omröstning.isHidden()
    desk.editor.undo()
    assert not room.paragraf().omedelbart_justerad


def test_tab_goes_from_the_top_through_all_there_is(user, holder, room):
    user.press("votering")
    user.press("rekommendation")
    user.save()
    user.press("yrkande")
    user.pick(user.dialog().who, "bo a")
    user.save()
    decision = holder.decision
    chain, one = [], decision.yrkanden.rows[0]
    while one not in chain:
        chain.append(one)
        one = one.nextInFocusChain()
    stops = [
        decision.yrkanden.rows[0],
        decision.beslutsgång.write,
        decision.omröstning.ja.input,
        decision.omröstning.table,
        decision.beslut.rows[0].text.input,
        decision.beslut.rows[0].utfall,
        decision.beslut.rows[1].text.input,
        decision.asides.rows[0],
        decision.huvudmän.rows[0].datum.input,
        *decision.buttons.values(),
        holder.after,
    ]
    places = [chain.index(stop) for stop in stops]
    assert places == sorted(places)


def test_tab_leads_out_after_the_last_button_and_not_back_to_a_field(user, holder):
    user.press("votering")
    user.press("yrkande")
    user.pick(user.dialog().who, "bo a")
    user.save()
    decision = holder.decision
    decision.yrkanden.rows[0].setFocus()
    been = []
    while QApplication.focusWidget() is not holder.after:
        been.append(QApplication.focusWidget())
        user.key(been[-1], Qt.Key.Key_Tab)
        assert QApplication.focusWidget() not in been
    assert decision.beslutsgång.write in been
    assert decision.omröstning.table in been
    assert decision.buttons["omedelbart"] in been
