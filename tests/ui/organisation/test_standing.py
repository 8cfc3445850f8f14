"""Standing punkter: order, kind, first or last."""

from PySide6.QtCore import Qt

from nämnd.organisation.rules import StåendePunkt
from tests.ui.keyboard import type_text

ALT = Qt.KeyboardModifier.AltModifier
ORIGINAL = (("Upprop", False), ("Dagordningen", False), ("Avslutning", True))


def order(now):
    return tuple((one.rubrik, one.sist) for one in now.settings().stående_punkter)


def shown(page):
    return [(one.number, one.text, one.info) for one in page.standing.list.rows_model.rows]


def go_to(page, at: int):
    rows = page.standing.list.rows_model.rows
    page.standing.list.choose(rows[at].id)
    return page.standing.list


def test_they_are_shown_around_the_punkter_of_the_sammanträde(page):
    assert shown(page) == [
        ("1", "Upprop", "Val"),
        ("2", "Dagordningen", "Formalia"),
        ("", "Sammanträdets egna punkter", ""),
        ("", "Avslutning", "Formalia"),
    ]


def test_one_is_added_last_of_the_first_and_undone(page, desk, user, now):
    user.click(page.standing.new)
    form = user.dialog()
    assert not form.form.keep.isEnabled()
    user.write(form.rubrik, "Val av  justerare")
    form.slag.setCurrentIndex(form.slag.findText("Val"))
    user.click(form.form.keep)
    assert not form.isVisible()
    assert now.settings().stående_punkter[2] == StåendePunkt("Val av justerare", "val")
    desk.editor.undo()
    assert order(now) == ORIGINAL
    assert len(shown(page)) == 4


def test_everything_of_one_can_be_changed(user, page, now):
    user.key(go_to(page, 1), Qt.Key.Key_Return)
    form = user.dialog()
    assert [one.text for one in form.förslag.value()] == ["Att fastställa dagordningen"]
    user.write(form.rubrik, "Nästa möte")
    form.where.setFocus()
    user.key(form.where, Qt.Key.Key_Down)
    row = form.förslag.rows[-1]
    row.setFocus()
    type_text(row, "Att lägga till")
    user.click(form.form.keep)
    assert (
        now.settings().stående_punkter[2]
        == StåendePunkt(
            "Nästa möte", "formalia", ("Att fastställa dagordningen", "Att lägga till"), sist=True
        )
        or now.settings().stående_punkter[1].rubrik == "Nästa möte"
    )
    assert order(now)[0] == ("Upprop", False)
    assert ("Nästa möte", True) in order(now)


def test_without_a_rubrik_it_can_not_be_saved(page, user, now):
    go_to(page, 0)
    user.click(page.standing.change)
    form = user.dialog()
    user.write(form.rubrik, "")
    assert form.form.hint.text() == "Skriv en rubrik."
    user.click(form.form.keep)
    assert form.isVisible()
    assert order(now) == ORIGINAL


def test_alt_and_arrow_moves_one_and_the_list_stays_at_it(user, page, desk, now):
    rows = go_to(page, 0)
    user.key(rows, Qt.Key.Key_Down, ALT)
    assert order(now) == (("Dagordningen", False), ("Upprop", False), ("Avslutning", True))
    assert rows.current() == rows.rows_model.rows[1].id
    desk.editor.undo()
    assert order(now) == ORIGINAL


def test_one_moved_past_the_others_comes_last_and_back(user, page, now):
    rows = go_to(page, 1)
    user.key(rows, Qt.Key.Key_Down, ALT)
    assert order(now) == (("Upprop", False), ("Dagordningen", True), ("Avslutning", True))
    user.key(rows, Qt.Key.Key_Up, ALT)
    assert order(now) == ORIGINAL


def test_the_border_itself_can_be_moved_but_neither_opened_nor_removed(user, page, now):
    rows = go_to(page, 2)
    assert not page.standing.change.isEnabled()
    user.key(rows, Qt.Key.Key_Return)
    user.key(rows, Qt.Key.Key_Delete)
    assert order(now) == ORIGINAL
    user.key(rows, Qt.Key.Key_Up, ALT)
    assert order(now) == (("Upprop", False), ("Dagordningen", True), ("Avslutning", True))


def test_delete_removes_and_says_how_to_undo(user, page, desk, messages, now):
    user.key(go_to(page, 0), Qt.Key.Key_Delete)
    assert order(now) == ORIGINAL[1:]
    assert messages.notices == ["«Upprop» togs bort. Ctrl+Z ångrar."]
    desk.editor.undo()
    assert order(now) == ORIGINAL


def test_two_with_the_same_rubrik_are_told_apart(user, page, now):
    user.key(page.standing.list, Qt.Key.Key_Insert)
    user.write(user.dialog().rubrik, "Upprop")
    user.click(user.dialog().form.keep)
    user.key(go_to(page, 2), Qt.Key.Key_Delete)
    assert order(now) == ORIGINAL
