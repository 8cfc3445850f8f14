"""The list of findings: by §, in whole sentences, by keyboard, with the rule explained."""

import pytest
from PySide6.QtCore import Qt

from nämnd.protokoll.checks import findings
from nämnd.protokoll.findings import Part, Place, Rule
from tests.builders import punkt_row
from tests.nämnd.protokoll.fault_making import some
from tests.protokoll_values import beslutspunkt_row, paragraf_row, protokoll_of
from ui.protokoll.findings import FindingsView, summary

DOWN, UP, HOME, END = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End
FAULTY = protokoll_of(
    paragraf_row(59, "Val av justerare", slag="val", beslutspunkter=()),
    paragraf_row(61, "Taxor", ingress="xxx"),
    paragraf_row(
        62,
        "Budget",
        punkt_id="k1",
        beslutspunkter=(beslutspunkt_row("Att ge 110 kronor", id="d9"),),
    ),
    punkter=(punkt_row(1, förslag=("Att ge 100 kronor",)),),
    frånvaro=(),
)
FOUND = findings(FAULTY)


@pytest.fixture
def view(qtbot, theme):
    view = FindingsView(theme)
    qtbot.addWidget(view)
    view.resize(340, 600)
    view.show_findings(FOUND, FAULTY)
    view.show()
    view.list.setFocus()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def picked(view):
    seen: list[tuple[str | None, Place]] = []
    view.picked.connect(lambda key, place: seen.append((key, place)))
    return seen


def at(view) -> tuple[int | None, str]:
    finding = view.list.current()
    return finding.nummer, finding.rule


def test_each_paragraf_has_a_heading_and_its_findings_under_it(view):
    assert [row.text for row in view.list.rows] == [
        "§ 59 Val av justerare",
        "Beslut saknas.",
        "§ 61 Taxor",
        "I inledningen till beslutet står «xxx» kvar att fylla i.",
        "§ 60 saknas: numret används inte.",
        "§ 62 Budget",
        "Beslutet skiljer sig från förslaget, men ingen har yrkat ändring.",
    ]


def test_the_model_is_sound(view, qtmodeltester):
    qtmodeltester.check(view.list.model())


def test_the_arrows_go_from_finding_to_finding_past_the_headings(qtbot, view):
    assert at(view) == (59, Rule.NO_BESLUT)
    qtbot.keyClick(view.list, DOWN)
    assert at(view) == (61, Rule.PLACEHOLDER)
    qtbot.keyClick(view.list, UP)
    qtbot.keyClick(view.list, UP)
    assert at(view) == (59, Rule.NO_BESLUT)
    qtbot.keyClick(view.list, END)
    assert at(view) == (62, Rule.DIFFERS)
    qtbot.keyClick(view.list, DOWN)
    assert at(view) == (62, Rule.DIFFERS)
    qtbot.keyClick(view.list, HOME)
    assert at(view) == (59, Rule.NO_BESLUT)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter], ids=["return", "enter"])
def test_enter_goes_to_the_place(qtbot, view, picked, key):
    qtbot.keyClick(view.list, DOWN)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.list, key)
    assert picked == [("g61", Place(Part.INGRESS))]
    assert told.args[0].rule is Rule.PLACEHOLDER


def test_a_button_and_a_double_click_do_the_same(qtbot, view, picked):
    view.go.click()
    middle = view.list.visualRect(view.list.model().index(3, 0)).center()
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [key for key, _ in picked] == ["g59", "g61"]


def test_the_rule_and_its_source_are_told_of_the_one_that_is_chosen(qtbot, view):
    assert view.severity.text() == "bör rättas"
    assert "vilket beslut som har fattats" in view.reason.text()
    assert view.source.text() == "Källa: KL 5:67 p 4"
    assert not view.difference.isVisible()
    qtbot.keyClick(view.list, END)
    assert view.severity.text() == "kontrollera"
    assert view.difference.toPlainText() == "1. Att ge – 100 + 110 kronor"
    assert view.legend.isVisible()


def test_a_screen_reader_hears_how_grave_where_and_what(view):
    index = view.list.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "bör rättas, § 59 Val av justerare: Beslut saknas."
    )


def test_a_long_sentence_takes_as_many_lines_as_it_needs(view):
    one, three = (view.list.visualRect(view.list.model().index(n, 0)) for n in (1, 6))
    assert three.height() > one.height()
    view.resize(900, 600)
    view.list.doItemsLayout()
    assert view.list.visualRect(view.list.model().index(6, 0)).height() == one.height()


def test_the_user_stays_at_the_finding_when_others_are_mended(qtbot, view):
    qtbot.keyClick(view.list, END)
    view.show_findings(FOUND[-1:], FAULTY)
    assert at(view) == (62, Rule.DIFFERS)


def test_when_the_finding_is_mended_the_next_one_is_there(qtbot, view):
    qtbot.keyClick(view.list, DOWN)
    view.show_findings(tuple(one for one in FOUND if one.rule is not Rule.PLACEHOLDER), FAULTY)
    assert at(view) == (61, Rule.GAP)


def test_a_clean_protokoll_has_nothing_to_remark(view):
    clean = some(59)
    view.show_findings(findings(clean), clean)
    assert view.empty.isVisible()
    assert view.empty.text.text().startswith("Inget att anmärka.")
    assert not view.list.isVisible()
    assert view.list.current() is None


def test_the_number_of_findings_is_told_by_how_grave_they_are():
    assert summary(FOUND) == "1 bör rättas · 2 att kontrollera · 1 att känna till"
    assert summary(()) == "Inget att anmärka"


def test_every_part_has_a_name(view):
    assert view.list.accessibleName() == "Att se över"
    assert view.difference.accessibleName()
