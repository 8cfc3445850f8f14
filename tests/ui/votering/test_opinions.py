"""Jäv, reservationer, anteckningar and those who take no part, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.keyboard import type_text

DELETE, ENTER = Qt.Key.Key_Delete, Qt.Key.Key_Return


def lines(holder):
    return [one.line.text for one in holder.decision.asides.rows if not one.isHidden()]


def test_one_who_leaves_for_jäv_is_replaced_by_the_ersättare_the_rules_propose(user, holder, room):
    user.press("jäv")
    dialog = user.dialog()
    user.pick(dialog.who, "fredrik")  # S of Region Ådalen, as Nils Gran is
    assert dialog.ersättare.currentText() == "Nils Gran (S) – samma huvudman och parti"
    assert dialog.sentence.text() == (
        "Fredrik Ås (S) anmäler jäv och deltar inte i handläggningen av ärendet. "
        "Nils Gran (S) tjänstgör i stället."
    )
    user.save()
    (jäv,) = room.paragraf().jäv
    people = room.people
    assert (jäv.person_id, jäv.punkt, jäv.ersätts_av) == (
        people["Fredrik Ås"], None, people["Nils Gran"],
    )  # fmt: skip
    assert holder.decision.asides.rows[0].line.chips[0][0] == "jäv"


def test_jäv_of_somebody_in_the_room_is_asked_about_with_a_proposal(user, holder, room):
    fredrik = room.people["Fredrik Ås"]
    holder.decision.begin_jäv(fredrik)
    dialog = user.dialog()
    assert dialog.who.chosen == (fredrik,)
    assert dialog.ersättare.currentText() == "Nils Gran (S) – samma huvudman och parti"
    user.save()
    holder.decision.begin_jäv(fredrik)  # it is written already: that is opened
    dialog = user.dialog()
    dialog.grund.setEditText("Styrelseuppdrag")
    user.save()
    (jäv,) = room.paragraf().jäv
    assert (jäv.person_id, jäv.grund) == (fredrik, "Styrelseuppdrag")


def test_jäv_may_be_about_one_punkt_with_nobody_stepping_in(user, holder, room):
    user.press("jäv")
    dialog = user.dialog()
    user.pick(dialog.who, "fredrik")
    dialog.punkt.setFocus()
    user.key(dialog.punkt, Qt.Key.Key_Down, Qt.Key.Key_Down)
    dialog.ersättare.setFocus()
    user.key(dialog.ersättare, Qt.Key.Key_Home)
    dialog.grund.setEditText("Styrelseuppdrag")
    user.save()
    (jäv,) = room.paragraf().jäv
    assert (jäv.punkt, jäv.ersätts_av, jäv.grund) == ("2", None, "Styrelseuppdrag")
    assert lines(holder) == [
        "Fredrik Ås (S) anmäler jäv (Styrelseuppdrag) och deltar inte i handläggningen av punkt 2."
    ]
    user.key(holder.decision.asides.rows[0], ENTER)
    again = user.dialog()
    assert (again.who.chosen, again.punkt.value()) == ((room.people["Fredrik Ås"],), "2")
    assert again.ersättare.value() is None
    again.reject()


def test_an_unusual_ersättare_may_be_chosen_and_it_is_said_why_it_is(user, holder, room):
    user.press("jäv")
    dialog = user.dialog()
    user.pick(dialog.who, "gun")  # of Region Öster, which has no ersättare
    assert dialog.ersättare.value() is None
    dialog.ersättare.setFocus()
    user.key(dialog.ersättare, Qt.Key.Key_Down)
    assert "kommer från en annan huvudman" in dialog.warning.text()
    user.save()
    assert room.paragraf().jäv[0].ersätts_av in {
        room.people[n] for n in ("Maria Fors", "Olga Rask", "Nils Gran")
    }


def test_jäv_without_a_person_is_not_saved(user, room):
    user.press("jäv")
    dialog = user.dialog()
    dialog.keep.click()
    assert dialog.problem.text() == "Välj vem som anmäler jäv."
    assert room.paragraf().jäv == ()


def test_a_reservation_with_a_text_in_favour_of_a_yrkande(user, holder, room):
    user.press("yrkande")
    user.pick(user.dialog().who, "bo a")
    user.save()
    user.press("reservation")
    dialog = user.dialog()
    user.pick(dialog.who, "bo a")
    dialog.favour.setFocus()
    user.key(dialog.favour, Qt.Key.Key_Down)
    type_text(dialog.text, "Vi ville något annat.")
    user.save()
    (row,) = room.paragraf().reservationer
    assert row.till_förmån_för == room.paragraf().yrkanden[0].id
    assert row.text == "Vi ville något annat."
    assert lines(holder) == [
        (
            "Bo Alm (S) reserverar sig mot beslutet till förmån för eget yrkande och anför: "
            "Vi ville något annat."
        )
    ]


@pytest.mark.parametrize("name", ["maria", "bo a"])
def test_one_who_did_not_take_part_is_warned_about_and_not_forbidden(user, holder, room, name):
    user.press("deltar inte")
    user.pick(user.dialog().who, "bo a")
    user.save()
    user.press("reservation")
    dialog = user.dialog()
    user.pick(dialog.who, name)
    assert "KL 4:27" in dialog.warning.text()
    dialog.bilaga.setText("bilaga 2")
    user.save()
    assert room.paragraf().reservationer[0].bilaga == "bilaga 2"


def test_those_who_take_no_part_are_told_in_one_line_and_taken_back(user, holder, room):
    user.press("deltar inte")
    user.pick(user.dialog().who, "bo a", "gun")
    user.save()
    assert lines(holder) == ["Bo Alm (S) och Gun Berg (C) deltar inte i beslutet."]
    user.key(holder.decision.asides.rows[0], ENTER)
    user.pick(user.dialog().who, "gun")  # once more lets her go
    user.save()
    assert room.paragraf().deltar_inte == (room.people["Bo Alm"],)
    user.key(holder.decision.asides.rows[0], DELETE)
    assert room.paragraf().deltar_inte == ()


@pytest.mark.parametrize(
    ("button", "who", "line"),
    [
        ("anteckning", "hans", "Hans Dal (V) lämnar följande protokollsanteckning: Så här."),
        ("yttrande", "hans", "Hans Dal (V) lämnar följande särskilda yttrande: Så här."),
        (
            "mening",
            "maria",
            "Maria Fors (M), som inte tjänstgör, får följande mening antecknad: Så här.",
        ),
    ],
)
def test_what_somebody_wants_noted(user, holder, room, button, who, line):
    user.press(button)
    dialog = user.dialog()
    user.pick(dialog.who, who)
    type_text(dialog.text, "Så här.")
    user.save()
    assert lines(holder) == [line]
    user.key(holder.decision.asides.rows[0], ENTER)
    assert user.dialog().text.value() == "Så här."
    user.dialog().reject()
    user.key(holder.decision.asides.rows[0], DELETE)
    assert room.paragraf().anteckningar == ()


def test_the_mening_of_one_who_serves_is_warned_about(user):
    user.press("mening")
    dialog = user.dialog()
    user.pick(dialog.who, "bo a")
    assert dialog.warning.text() == "Tjänstgör: har rösträtt och kan reservera sig"


def test_every_line_can_be_read_aloud(user, holder):
    user.press("deltar inte")
    user.pick(user.dialog().who, "bo a")
    user.save()
    assert holder.decision.asides.rows[0].accessibleName() == "Bo Alm (S) deltar inte i beslutet."
