"""A list of ledamöter: read, shown, and only then saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.organisation.test_people import NOW_THERE, names
from ui.organisation.import_dialog import ImportDialog

HEAD = "Namn;Parti;Roll;Region;Från;Till;E-post;Telefon"
GOOD = ("Dag Örn;MP;Ledamot;Region Norr;2026-01-01;;dag@exempel.se;1",)
PATIENCE = 60_000  # ms


@pytest.fixture
def read(qtbot, page, messages, tmp_path):
    """Read a list in by the button, and return the preview."""

    def read(*lines, head=HEAD, name="ledamöter.csv"):
        path = tmp_path / name
        path.write_text("\n".join([head, *lines]), encoding="utf-8")
        messages.files = [path]
        before = set(page.findChildren(ImportDialog))
        qtbot.mouseClick(page.people.read, Qt.MouseButton.LeftButton)

        def found():
            return [one for one in page.findChildren(ImportDialog) if one not in before]

        qtbot.waitUntil(lambda: bool(found() or messages.errors), timeout=PATIENCE)
        return found()[0] if found() else None

    return read


def lines(dialog):
    columns = dialog.table.rows_model.columns
    return [[one.text(row) for one in columns] for row in dialog.table.rows_model.rows]


def test_nothing_is_saved_until_the_user_says_so(page, read, user, now, messages, desk):
    before = now.people()
    dialog = read(*GOOD)
    assert dialog.windowTitle() == "Läs in ledamöter.csv"
    assert dialog.summary.text() == "1 nytt uppdrag."
    assert lines(dialog) == [
        ["2", "Ny", "Dag Örn", "MP", "Ledamot", "Region Norr", "2026-01-01", "", "Ny person"]
    ]
    assert now.people() == before
    user.click(dialog.keep)
    assert not dialog.isVisible()
    assert names(page) == ["Åsa Ek", "Dag Örn", "Cia Öst", "Eva Lind"]
    assert messages.notices == ["ledamöter.csv är inläst. Ctrl+Z ångrar."]
    assert desk.editor.undo_stack.undoText() == "läs in ledamöter.csv"
    desk.editor.undo()
    assert now.people() == before


def test_thinking_better_of_it_saves_nothing(read, user, now):
    before = now.people()
    user.click(read(*GOOD).close_button)
    assert now.people() == before


def test_columns_that_are_not_read_are_named(read):
    dialog = read(*GOOD)
    said = [one.text() for one in dialog.findChildren(type(dialog.summary))]
    assert any("De här kolumnerna läses inte: Telefon." in text for text in said)


def test_errors_are_shown_row_by_row_and_hinder_saving(read, user, now):
    dialog = read(*GOOD, "Fel Person;M;ledamot;Regoin Norr;;;;", "Fel Två;M;kassör;;;;;")
    assert dialog.table.current().number == 3  # the first that needs the user
    assert dialog.details.text() == (
        "Rad 3, Region: «Regoin Norr» finns inte bland huvudmännen. Menade du Region Norr?"
    )
    assert lines(dialog)[1][-1].startswith("Region: «Regoin Norr» finns inte")
    assert dialog.hint.text() == (
        "2 rader har fel. Rätta filen och läs in den igen, eller utelämna dem."
    )
    assert not dialog.keep.isEnabled()
    user.key(dialog.table, Qt.Key.Key_Delete)
    assert lines(dialog)[1][1] == "Tas inte med"
    assert dialog.hint.text().startswith("1 rad har fel.")
    user.click(dialog.toggle)
    assert lines(dialog)[1][1] == "Fel"
    user.click(dialog.all)
    assert [line[1] for line in lines(dialog)] == ["Ny", "Tas inte med", "Tas inte med"]
    assert dialog.keep.text() == "&Läs in 1 uppdrag"
    user.click(dialog.keep)
    assert len(now.people()) == 5


def test_somebody_with_another_party_is_asked_about(read, user, now, page):
    dialog = read("Cia Öst;M;Ledamot;Region Norr;2026-03-01;;;")
    assert lines(dialog)[0][1] == "Fråga"
    assert dialog.details.text() == (
        "Rad 2: är Cia Öst (M) samma person som Cia Öst (C), ersättare i Vårdnämnden?"
    )
    assert dialog.hint.text() == "En rad frågar vem någon är. Gå dit och välj."
    offered = [dialog.answer.itemText(at) for at in range(dialog.answer.count())]
    assert offered == [
        "Välj …",
        "Samma person: Cia Öst (C), ersättare i Vårdnämnden",
        "En annan person",
    ]
    user.key(dialog.answer, Qt.Key.Key_Down)
    assert lines(dialog)[0][-1] == "Nytt uppdrag; Parti: C blir M"
    user.key(dialog.answer, Qt.Key.Key_Down)
    assert lines(dialog)[0][-1] == "Ny person"
    user.key(dialog.answer, Qt.Key.Key_Home)
    assert not dialog.keep.isEnabled()
    user.key(dialog.answer, Qt.Key.Key_End)
    user.click(dialog.keep)
    assert sorted(one.person.parti for one in now.people() if one.person.namn == "Cia Öst") == [
        "C", "M",
    ]  # fmt: skip


def test_a_list_that_says_what_is_there_has_nothing_to_save(read):
    dialog = read("Åsa Ek;S;Ordförande;;;;;")
    assert dialog.summary.text() == "1 oförändrat."
    assert not dialog.keep.isEnabled()
    assert dialog.hint.text().startswith("Det finns inget att spara:")


def test_what_changes_is_told(read, user, now):
    dialog = read("Åsa Ek;S;Ordförande;Region Söder;;;ny@exempel.se;")
    assert lines(dialog)[0][-1] == "E-post: asa@exempel.se blir ny@exempel.se; Region: Region Söder"
    user.click(dialog.keep)
    assert now.people()[0].huvudman == "Region Söder"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Namn;Parti", "ledamöter.csv har ingen kolumn för Roll."),
        ("Kalle;Olle", "ledamöter.csv har ingen rad med rubriker."),
        (HEAD, "ledamöter.csv har rubriker men inga personer under dem."),
    ],
    ids=["no role", "no headings", "nobody"],
)
def test_a_list_that_can_not_be_read_says_why(read, messages, head, said, page):
    assert read(head=head) is None
    assert messages.errors[0].startswith(said)
    assert names(page) == NOW_THERE


def test_a_damaged_workbook_says_why(read, messages, tmp_path):
    assert read(head="PK\x03\x04 trasig", name="ledamöter.xlsx") is None
    assert "skadad eller bara delvis nedladdad" in messages.errors[0]


def test_the_preview_stays_while_the_store_refuses(read, user, messages):
    dialog = read(*GOOD)
    dialog._nämnd_id = "borta"
    user.click(dialog.keep)
    assert dialog.isVisible()
    assert len(messages.errors) == 1


def test_the_preview_begins_in_the_table(read):
    dialog = read(*GOOD)
    QApplication.processEvents()
    assert dialog.focusWidget() is dialog.table
