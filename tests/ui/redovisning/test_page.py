"""The page of a redovisning: questions, answers, what is put together, and what comes of it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from nämnd.redovisning.answering import Answer
from nämnd.redovisning.commands import SaveFrågor
from nämnd.redovisning.queries import redovisning_rows
from nämnd.redovisning.recipients import recipients
from tests.nämnd.redovisning.making import answer, svar_id
from tests.ui.redovisning.on_the_page import chips, dialog, shown
from ui.redovisning.dialogs import RedovisningDialog, begin_redovisning
from ui.redovisning.page import RedovisningPage
from ui.redovisning.small_dialogs import AnswerDialog
from ui.redovisning.spread_dialog import SpreadDialog
from ui.redovisning.structure import StructureDialog

_PATIENCE = 30_000  # ms
CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_says_what_it_is_where_it_stands_and_what_each_question_waits_for(page, go, it):
    assert page.head.rubrik.text() == "Delredovisning september 2026"
    assert page.head.above.text() == (
        "Redovisning · till Tillsynsverket · senast 30 september 2026 · VNÅ 2026/0007"
    )
    assert chips(page) == ["0 av 3 klara"]
    assert shown(page) == [
        ("", "Vårdens utveckling", ""),
        ("", "Beskriv kort, högst en sida.", ""),
        ("1", "Vad har ni gjort under perioden?", "inte fördelad"),
        ("2", "Vad har ni lärt er?", "inte fördelad"),
        ("", "Målbild", ""),
        ("3", "Ange tid för beslut.", "inte fördelad"),
    ]
    assert ("i nämnd", it.nämnd) in go.went


def test_it_begins_at_the_first_question_that_is_not_finished(page):
    assert page.pane.question.text() == "Vad har ni gjort under perioden?"
    assert page.pane.above.text() == "Vårdens utveckling · fråga 1 av 3"
    assert not page.head.approve.isEnabled()


def test_a_heading_is_told_to_be_no_question(page):
    page.list.choose("f1")
    assert page.pane.told.isVisible()


def test_questions_are_spread_with_the_keyboard(qtbot, page, it):
    page.people.spread.click()
    found = dialog(page, SpreadDialog)
    assert found.list.chosen == ("f3", "f4", "f6")
    people = {tick.text(): (who, mail) for _, tick, who, mail in found.people}
    qtbot.keyClicks(people["Region Norr"][0], "Bo Alm")
    qtbot.keyClicks(people["Region Norr"][1], "bo@norr.example")
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    qtbot.keyClick(found, Qt.Key.Key_Return, CTRL)
    asked = recipients(it.view)
    assert [(one.vem, one.ansvarig, len(one.svar)) for one in asked] == [
        ("Region Norr", "Bo Alm", 3),
        ("Region Syd", None, 3),
    ]
    assert [link.text() for link in page.people.links] == ["Region Norr", "Region Syd"]


def test_somebody_else_is_ticked_by_being_named_and_must_be_named(page):
    page.acts.spread()
    found = dialog(page, SpreadDialog)
    _, tick, who, _ = found.people[-1]
    tick.setChecked(True)
    assert not found.keep.isEnabled()
    tick.setChecked(False)
    who.setText("Eva Lind")
    assert tick.isChecked()
    assert found.keep.isEnabled()


def test_several_selected_questions_are_those_that_are_proposed(spread_out):
    page = spread_out
    page.list.choose("f3")
    page.list.select_again(("f3", "f4"), "f3")
    page.people.spread.click()
    assert dialog(page, SpreadDialog).list.chosen == ("f3", "f4")


def test_an_answer_is_written_and_stands_beside_what_is_put_together(spread_out, it):
    page = spread_out
    page.pane.links[0].click()
    found = dialog(page, AnswerDialog)
    found.text.show_value("Vi har gjort **tre** saker.")
    found.keep.click()
    assert it.fråga("f3").svaras_av[0].text == "Vi har gjort **tre** saker."
    assert shown(page)[2][2] == "1 av 2 svar"
    assert page.pane.fetch.isEnabled()
    page.pane.fetch.click()
    assert it.fråga("f3").svar == "Vi har gjort **tre** saker."
    assert page.pane.text.input.value() == "Vi har gjort **tre** saker."


def test_what_is_written_is_replaced_only_when_the_user_says_so(spread_out, it, store, messages):
    page = spread_out
    answer(store, it.id, "f3", "Region Norr", "Från Norr.")
    page.show_redovisning(it.id)
    page.pane.text.input.text.setPlainText("Mitt eget.")
    page.pane.fetch.click()
    assert it.fråga("f3").svar == "Mitt eget."
    messages.confirm_with = [True]
    page.pane.fetch.click()
    assert it.fråga("f3").svar == "Från Norr."


def test_a_table_is_answered_cell_by_cell_and_its_rows_are_gathered(spread_out, it, store):
    page = spread_out
    for vem in ("Region Norr", "Region Syd"):
        answer(store, it.id, "f6", vem, rader=((vem, "2025", "2026"),))
    page.show_redovisning(it.id)
    page.list.choose("f6")
    page.pane.fetch.click()
    table = page.pane.rader.input
    assert [table.item(at, 0).text() for at in range(table.rowCount())] == [
        "Region Norr",
        "Region Syd",
        "",
    ]
    table.item(2, 0).setText("Alla")
    page.pane.rader.flush()
    assert it.fråga("f6").rader[-1] == ("Alla", "", "")
    assert table.rowCount() == 4
    assert table.item(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Rad 3, Region: Alla"


def test_what_is_finished_is_ticked_with_the_keyboard_and_an_empty_answer_is_refused(
    qtbot, spread_out, it
):
    page = spread_out
    page.pane.klar.input.setFocus()
    qtbot.keyClick(page.pane.klar.input, Qt.Key.Key_Space)
    page.pane.klar.flush()
    assert page.pane.klar.problem.text().startswith("Skriv svaret innan")
    assert not it.fråga("f3").klar
    qtbot.keyClick(page.pane.klar.input, Qt.Key.Key_Space)
    page.pane.klar.flush()
    page.pane.text.input.text.setPlainText("Allt.")
    page.pane.text.flush()
    qtbot.keyClick(page.pane.klar.input, Qt.Key.Key_Space)
    page.pane.klar.flush()
    assert it.fråga("f3").klar
    assert chips(page) == ["1 av 3 klara"]


def test_enter_on_a_question_leads_to_its_answer_and_f6_round_the_page(qtbot, spread_out):
    page = spread_out
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.pane.text.input.text
    qtbot.keyClick(page.pane.text.input.text, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.people.links[0]


def test_what_is_being_written_stays_when_something_else_is_saved(spread_out, it, desk):
    page = spread_out
    page.pane.text.input.text.setPlainText("Halva men")
    svar = svar_id(desk.store, it.id, "f4", "Region Norr")
    desk.editor.do(Answer(svar_id=svar, text="Ja.", today=desk.today), "svara")
    assert page.pane.text.input.value() == "Halva men"


def test_the_structure_is_corrected(page, it):
    page.acts.mend()
    found = dialog(page, StructureDialog)
    found.list.choose("f3")
    cursor = found.text.textCursor()
    cursor.setPosition(len("Vad har ni gjort"))
    found.text.setTextCursor(cursor)
    found.split.click()
    assert [one.text for one in found.frågor[2:4]] == ["Vad har ni gjort", "under perioden?"]
    found.list.choose("f3")
    found.join.click()
    assert found.frågor[2].text == "Vad har ni gjort under perioden?"
    found.list.choose("f2")
    found.remove.click()
    found.list.choose("f4")
    found.slag.setCurrentIndex(3)  # a table
    assert not found.keep.isEnabled()
    found.kolumner.setPlainText("Vem\nVad")
    assert found.keep.isEnabled()
    found.list.move_selected(-1)
    found.keep.click()
    rows = [(one.draft.slag, one.draft.id, one.draft.kolumner) for one in it.view.frågor]
    assert rows[:3] == [
        ("rubrik", "f1", ()),
        ("tabell", "f4", ("Vem", "Vad")),
        ("fråga", "f3", ()),
    ]


def test_a_row_without_words_keeps_the_structure_from_being_saved(page):
    page.acts.mend()
    found = dialog(page, StructureDialog)
    found.new.click()
    assert not found.keep.isEnabled()
    assert found.problem.text().startswith("En rad saknar text.")


def test_questions_are_read_from_what_is_pasted(desk, go, page, it, store):
    found = begin_redovisning(desk, go, page, it.nämnd)
    found.rubrik.setText("Slutredovisning")
    found.paste.setPlainText("Mål\n• Beskriv målen\n• Vad har gjorts?")
    found.keep.click()
    assert go.went[-1][0] == "redovisning"
    rows = store.ask(lambda session: redovisning_rows(session, it.nämnd))
    assert {one.rubrik: one.frågor for one in rows}["Slutredovisning"] == 2


def test_questions_are_read_from_the_annex_of_a_file(qtbot, desk, go, page, it, tmp_path):
    path = tmp_path / "avtal.txt"
    path.write_text(
        "Avtalet gäller.\n\nBilaga 1. Redovisningsstruktur\n\nMål\n• Beskriv målen\n\n"
        "Bilaga 2. Pengar\n\nSumma",
        encoding="utf-8",
    )
    desk.messages.files = [path]
    found = begin_redovisning(desk, go, page, it.nämnd)
    found.from_file.click()
    qtbot.waitUntil(lambda: bool(found.frågor), timeout=_PATIENCE)
    assert found.annex.value() == "Bilaga 1. Redovisningsstruktur"
    assert [one.text for one in found.frågor] == ["Mål", "Beskriv målen"]


def test_answers_that_come_too_late_keep_it_from_being_saved(page):
    page.acts.change()
    found = dialog(page, RedovisningDialog)
    found.svar_senast.setText("2026-10-10")
    assert "efter den dag" in found.problem.text()
    assert not found.keep.isEnabled()


def test_without_questions_the_page_says_how_to_get_them(page, it, desk):
    desk.editor.do(SaveFrågor(redovisning_id=it.id, frågor=()), "töm")
    assert page.empty.isVisible()
    assert not page.panes.isVisible()


def test_the_paper_takes_the_place_of_the_question_while_it_is_looked_at(qtbot, page):
    page.head.as_paper.click()
    assert page.view.isVisible()
    assert not page.pane.isVisible()
    qtbot.waitUntil(lambda: page.feed.idle, timeout=_PATIENCE)
    page.head.as_paper.click()
    assert page.pane.isVisible()


def test_before_it_shows_one_it_asks_for_no_more_room_than_then(desk, go, page, qtbot):
    fresh = RedovisningPage(desk, go)
    qtbot.addWidget(fresh)
    wanted, shown = fresh.minimumSizeHint(), page.minimumSizeHint()
    assert (wanted.width(), wanted.height()) <= (shown.width(), shown.height())
    assert wanted.height() <= shown.height()


def test_in_a_small_window_the_question_gets_most_of_it(page, qtbot):
    page.resize(900, 700)
    qtbot.waitUntil(lambda: sum(page.panes.sizes()) < 900)
    side, pane, _ = page.panes.sizes()
    assert side < pane * 0.7


class Windows(QObject):
    """Remembers what was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt
        if event.type() == QEvent.Type.Show and isinstance(watched, QPushButton):
            self.shown += [watched] if watched.isWindow() else []
        return False


def test_no_button_is_a_window_for_a_moment_when_another_question_is_chosen(spread_out):
    windows, app = Windows(), QApplication.instance()
    app.installEventFilter(windows)
    for key in ("f3", "f4", "f3"):
        spread_out.list.choose(key)
        QApplication.processEvents()
    app.removeEventFilter(windows)
    assert windows.shown == []


def test_the_focus_comes_back_to_the_answer_that_was_written(spread_out):
    spread_out.pane.links[0].setFocus()
    spread_out.pane.links[0].click()
    found = dialog(spread_out, AnswerDialog)
    found.text.show_value("Svar")
    found.keep.click()
    QApplication.processEvents()
    assert spread_out.focusWidget() is spread_out.pane.links[0]


def test_opened_from_elsewhere_the_focus_is_on_the_questions(desk, go, it, qtbot):
    fresh = RedovisningPage(desk, go)
    qtbot.addWidget(fresh)
    fresh.show()
    fresh.setFocus()
    fresh.show_redovisning(it.id)
    assert fresh.focusWidget() is fresh.list


def test_with_large_text_the_structure_is_no_larger_than_the_window(desk, page, it):
    desk.theme.set_font_scale(1.5)
    page.resize(1366, 768)
    page.acts.mend()
    found = dialog(page, StructureDialog)
    assert found.width() <= 1366
    assert found.height() <= 768
