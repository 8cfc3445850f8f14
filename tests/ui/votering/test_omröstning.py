"""The omröstning by keyboard: votes, rounds, ties, closed val."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QScrollArea

from nämnd.närvaro.movement_commands import Leave, Serve
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.parts_commands import SaveJäv, SaveYrkanden
from tests.protokoll_values import yrkande_row
from tests.ui.votering.test_decision import CTRL_SHIFT

SHIFT = Qt.KeyboardModifier.ShiftModifier
J, N, A, D = Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_D


@pytest.fixture
def section(user, holder):
    user.press("votering")
    section = holder.decision.omröstning
    assert section.nej.input.hasFocus()  # nobody can know against what
    section.table.begin()
    return section


def votering(room):
    return room.paragraf().voteringar[-1]


def tally(room):
    votes = list(votering(room).röster.values())
    return [votes.count(one) for one in ("ja", "nej", "avstår")]


def chips(section):
    return [one.text() for one in section.chips.values() if not one.isHidden()]


def test_votes_are_cast_with_single_keys_and_the_row_moves_on(user, section, room):
    user.key(section.table, J, N, A)
    assert tally(room) == [1, 1, 1]
    assert section.table.current().name == "David Åkerö (V)"
    assert chips(section) == ["Ja 1", "Nej 1", "Avstår 1", "Inte röstat 9"]
    assert votering(room).utfall is None
    user.key(section.table, J, modifier=CTRL_SHIFT)
    assert tally(room) == [10, 1, 1]
    assert (votering(room).utfall, votering(room).avgjord_av) == ("ja", "röster")
    assert chips(section) == ["Ja 10", "Nej 1", "Avstår 1"]


def test_a_whole_party_votes_with_shift(user, section, room):
    user.key(section.table, N, modifier=SHIFT)  # Anna Ek is of M, as are two more
    people = room.people
    assert votering(room).röster == dict.fromkeys(
        (people["Anna Ek"], people["Elsa Lind"], people["Ida Vik"]), "nej"
    )


def test_a_vote_is_changed_and_taken_back(user, section, room):
    user.key(section.table, J)
    user.key(section.table, Qt.Key.Key_Up, N, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert votering(room).röster == {}


def test_a_vote_is_cast_by_mouse(qtbot, section, room):
    table = section.table
    where = table.visualRect(table.rows_model.index(1, 3)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert votering(room).röster == {room.people["Bo Alm"]: "nej"}
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert votering(room).röster == {}


def test_many_vote_from_the_menu(section, room, holder):
    section.many.click()
    (menu,) = holder.findChildren(QMenu)
    texts = {one.text(): one for one in menu.actions()}
    texts["Alla i V: Avstår"].trigger()
    texts["Alla som inte har röstat: Ja"].trigger()
    assert tally(room) == [9, 0, 3]
    menu.close()


def test_one_who_takes_no_part_and_one_with_jäv_stand_as_such(user, section, room, holder, desk):
    user.key(section.table, D)
    anna, bo = room.people["Anna Ek"], room.people["Bo Alm"]
    assert room.paragraf().deltar_inte == (anna,)
    jäv = JävRow("j1", bo, None, None, room.people["Nils Gran"])
    desk.store.do(SaveJäv(paragraf_id=room.paragraf_ids[0], rows=(jäv,)))
    holder.reload()
    lines = {one.person_id: one for one in section.table.rows_model.rows}
    assert (lines[anna].läge, lines[anna].aside) == ("deltar inte", "deltar inte i beslutet")
    assert (lines[bo].läge, lines[bo].may_vote) == ("jäv", False)
    assert lines[room.people["Nils Gran"]].aside == "ersätter Bo Alm (S)"
    user.key(section.table, J, modifier=CTRL_SHIFT)
    assert anna not in votering(room).röster
    assert tally(room) == [11, 0, 0]
    section.table.choose(anna)
    user.key(section.table, D)
    assert room.paragraf().deltar_inte == ()


def test_a_tie_goes_to_the_ordförande_or_asks_for_their_vote(user, section, room):
    user.key(section.table, *(A, *[J, N] * 5, A))  # the ordförande abstains
    assert votering(room).utfall is None
    assert "ordföranden måste rösta" in section.warning.text()
    section.table.choose(room.people["Anna Ek"])
    user.key(section.table, N)
    section.table.choose(room.people["Lars Hed"])
    user.key(section.table, J)
    assert (votering(room).utfall, votering(room).avgjord_av) == ("nej", "utslagsröst")
    assert section.result.text() == "Nej vinner (6 Ja mot 6 Nej, ordförandens utslagsröst avgör)."


def test_a_closed_val_has_numbers_without_names_and_a_tie_is_drawn(user, section, room):
    user.key(section.table, J)
    section.slag.input.setFocus()
    user.key(section.slag.input, Qt.Key.Key_End)
    assert (votering(room).slag, votering(room).sluten, votering(room).röster) == ("val", True, {})
    assert section.table.isHidden()
    for key, number in (("ja", "6"), ("nej", "6")):
        section.numbers[key].setFocus()
        user.key(section.numbers[key].input, getattr(Qt.Key, f"Key_{number}"), Qt.Key.Key_Return)
    assert votering(room).antal == {"ja": 6, "nej": 6}
    assert votering(room).utfall is None
    assert "lotten avgör" in section.warning.text()
    section.lot[1].click()
    assert (votering(room).utfall, votering(room).avgjord_av) == ("nej", "lottning")
    section.numbers["ja"].setFocus()
    user.key(section.numbers["ja"].input, Qt.Key.Key_Backspace, Qt.Key.Key_7, Qt.Key.Key_Return)
    assert (votering(room).utfall, votering(room).avgjord_av) == ("ja", "röster")


def test_an_open_val_is_warned_about_and_not_forbidden(user, section, room):
    section.slag.input.setFocus()
    user.key(section.slag.input, Qt.Key.Key_End)
    section.sluten.input.click()
    assert not votering(room).sluten
    assert votering(room).antal is None
    assert section.warning.text() == (
        "Val ska vara slutna (KL 5:54). Ordföranden avgör hur det görs."
    )


def test_the_propositions_are_proposed_and_can_be_written(user, section, room):
    assert votering(room).ja_betyder == "bifall till ordförandens förslag"
    section.ja.input.setFocus()
    section.ja.input.selectAll()
    user.key(section.ja.input, Qt.Key.Key_X, Qt.Key.Key_Return)
    assert votering(room).ja_betyder == "x"
    assert votering(room).nej_betyder == ""


def test_rounds_stand_beside_each_other(user, section, room):
    assert section.rounds.isHidden()
    section.more.click()
    assert [one.text() for one in section.rounds.buttons] == ["Omröstning 1", "Omröstning 2"]
    assert section.rounds.buttons[1].isChecked()
    user.key(section.rounds.buttons[0], Qt.Key.Key_Space)
    first, second = room.paragraf().voteringar
    assert section.votering == first
    user.key(section.table, J)
    assert room.paragraf().voteringar[0].röster
    assert room.paragraf().voteringar[1] == second


def test_a_round_with_votes_is_taken_away_only_when_the_user_agrees(user, section, room, messages):
    user.key(section.table, J)
    section.remove.click()
    assert len(room.paragraf().voteringar) == 1
    messages.confirm_with.append(True)
    section.remove.click()
    assert room.paragraf().voteringar == ()
    assert section.isHidden()


def test_a_votering_may_be_about_one_punkt(user, section, room):
    section.punkt.setFocus()
    user.key(section.punkt, Qt.Key.Key_Down)
    assert votering(room).punkt == "1"


def test_the_table_can_be_read_aloud_and_its_model_is_sound(section, qtmodeltester):
    table = section.table
    qtmodeltester.check(table.rows_model)
    index = table.rows_model.index(0, 2)
    said = table.rows_model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ja: "
    assert table.accessibleName() == "Voteringslista"


def test_three_proposals_are_voted_on_in_two_rounds(user, holder, room, desk):
    people = room.people
    rows = (
        yrkande_row("y1", people["Bo Alm"], text="att A", slag=("ändring",)),
        yrkande_row("y2", people["Cecilia Öst"], text="avslag"),
    )
    desk.store.do(SaveYrkanden(paragraf_id=room.paragraf_ids[0], rows=rows))
    holder.reload()
    user.press("votering")
    section = holder.decision.omröstning
    assert votering(room).slag == "kontraproposition"
    assert "huvudvotering" in section.warning.text()
    assert section.table.hasFocus()
    user.key(section.table, N, modifier=CTRL_SHIFT)  # avslag is the motförslag
    section.more.click()
    assert (votering(room).slag, votering(room).nej_betyder) == (
        "huvudvotering",
        "avslag på ordförandens förslag",
    )
    user.key(section.table, J, modifier=CTRL_SHIFT)
    assert section.warning.text() == ""
    assert section.result.text().endswith("ordförandens förslag (12 Ja mot 0 Nej).")


def test_the_user_says_what_to_vote_on_when_there_is_more_than_one_step(user, holder, room, desk):
    rows = (
        yrkande_row(
            "y1", room.people["Bo Alm"], text="att ärendet återremitteras", slag=("återremiss",)
        ),
        yrkande_row("y2", room.people["Cecilia Öst"], text="avslag"),
    )
    desk.store.do(SaveYrkanden(paragraf_id=room.paragraf_ids[0], rows=rows))
    holder.reload()
    user.press("votering")
    (menu,) = holder.findChildren(QMenu)
    assert [one.text() for one in menu.actions()] == [
        "Att ärendet avgörs i dag mot återremiss",
        "Bifall till ordförandens förslag mot avslag på ordförandens förslag",
    ]
    user.key(menu, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert votering(room).nej_betyder == "avslag på ordförandens förslag"


def test_a_ledamot_whose_seat_is_filled_has_no_line_of_their_own(user, holder, room, desk):
    people = room.people
    leave = Leave(
        sammanträde_id=room.sammanträde_id, person_id=people["Fredrik Ås"], nummer=1, tid="09.00"
    )
    desk.store.do(leave)
    serve = Serve(
        sammanträde_id=room.sammanträde_id, person_id=people["Nils Gran"],
        för=people["Fredrik Ås"], nummer=1,
    )  # fmt: skip
    desk.store.do(serve)
    holder.reload()
    user.press("votering")
    lines = {one.person_id: one.aside for one in holder.decision.omröstning.table.rows_model.rows}
    assert people["Fredrik Ås"] not in lines
    assert lines[people["Nils Gran"]] == "ersätter Fredrik Ås (S)"


def test_the_page_scrolls_with_the_one_who_votes(user, section, holder, qtbot):
    holder.resize(700, 420)
    user.key(section.table, *[J] * 11)
    table, area = section.table, holder.findChild(QScrollArea)
    row = table.visualRect(table.currentIndex())
    shown = area.viewport().rect()
    qtbot.waitUntil(lambda: shown.contains(table.viewport().mapTo(area.viewport(), row.center())))
