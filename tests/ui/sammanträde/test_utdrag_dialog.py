"""Choosing what goes into protokollsutdrag, by keyboard, and making the files."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nämnd.justering.expediering import expediering_log
from nämnd.paket.paper_kinds import UTDRAG_PDF, UTDRAG_WORD
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import NumberFrom, SaveParagraf
from nämnd.protokoll.values import ExpedieringRow
from tests.builders import a_nämnd, a_sammanträde
from tests.nämnd.protokoll.meeting_day import a_paragraf, justera, paragrafer_in
from tests.ui.test_reachable import check_names, check_tab
from ui.sammanträde.utdrag_dialog import choose_utdrag

PATIENCE = 30_000  # ms
LEFT, SPACE, DOWN = Qt.MouseButton.LeftButton, Qt.Key.Key_Space, Qt.Key.Key_Down
NORR, SYD = ExpedieringRow("Region Norr"), ExpedieringRow("Region Syd")


@pytest.fixture
def case(request, qtbot, desk, store, tmp_path):
    """§§ 59–61, justerade: the second goes to two regions, the third to one of them."""
    key = a_sammanträde(store, a_nämnd(store, "Vårdnämnden i Ådalen"))
    store.do(NumberFrom(sammanträde_id=key, first=59))
    goes = {"Val av justerare": (), "Priser": (NORR, SYD), "Nytt avtal": (SYD,)}
    for rubrik, to in goes.items():
        paragraf_id = a_paragraf(store, key, rubrik)
        draft = ParagrafDraft(rubrik, expedieringar=to)
        store.do(SaveParagraf(paragraf_id=paragraf_id, draft=draft))
    justera(store, key, getattr(request, "param", None))
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    ids = tuple(one.id for one in paragrafer_in(store, key))
    desk.messages.files = [tmp_path / "ut"]
    return SimpleNamespace(desk=desk, parent=parent, key=key, ids=ids, folder=tmp_path / "ut")


@pytest.fixture
def opened(qtbot, case):
    def opened(kind=UTDRAG_PDF):
        dialog = choose_utdrag(case.desk, case.parent, case.key, kind)
        qtbot.waitExposed(dialog)
        return dialog

    return opened


def ticked(dialog) -> list[str]:
    rows = [dialog.list.item(place) for place in range(dialog.list.count())]
    return [one.text() for one in rows if one.checkState() is Qt.CheckState.Checked]


def made(qtbot, case) -> list[str]:
    told = case.desk.messages
    qtbot.waitUntil(lambda: bool(told.notices or told.told), timeout=PATIENCE)
    return sorted(one.name for one in case.folder.iterdir())


def test_those_that_go_to_somebody_are_chosen_and_each_recipient_gets_a_file(qtbot, case, opened):
    dialog = opened()
    assert ticked(dialog) == [
        "§ 60 Priser  →  Region Norr och Region Syd",
        "§ 61 Nytt avtal  →  Region Syd",
    ]
    assert dialog.recipients.text() == (
        "2 mottagare: Region Norr (§ 60) och Region Syd (§§ 60–61)."
    )
    assert dialog.left_out.isHidden()
    assert dialog.log.card.isHidden()
    assert dialog.make.text() == "&Skapa 2 utdrag"
    assert not dialog.till.isEnabled()
    qtbot.mouseClick(dialog.make, LEFT)
    assert made(qtbot, case) == [
        "Protokollsutdrag 2026-03-27 § 60 Region Norr.pdf",
        "Protokollsutdrag 2026-03-27 §§ 60–61 Region Syd.pdf",
    ]


def test_all_of_it_by_keyboard(qtbot, case, opened):
    dialog = opened()
    assert dialog.focusWidget() is dialog.list
    dialog.list.setCurrentRow(0)
    for key in (SPACE, DOWN, SPACE):  # the first on, the second off
        qtbot.keyClick(dialog.list, key)
    assert [one[:4] for one in ticked(dialog)] == ["§ 59", "§ 61"]
    assert dialog.make.text() == "&Skapa utdraget"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert made(qtbot, case) == ["Protokollsutdrag 2026-03-27 § 61 Region Syd.pdf"]


def test_one_file_with_all_of_them_can_be_for_somebody_named(qtbot, case, opened):
    dialog = opened()
    qtbot.mouseClick(dialog.all, LEFT)
    dialog.files.setCurrentIndex(1)
    assert dialog.till.isEnabled()
    dialog.till.setText(" Tingsrätten ")
    dialog.form.setCurrentIndex(1)
    qtbot.mouseClick(dialog.make, LEFT)
    assert made(qtbot, case) == ["Protokollsutdrag 2026-03-27 §§ 59–61 Tingsrätten.docx"]


def test_paragrafer_that_go_to_nobody_become_one_file(qtbot, case, opened):
    dialog = opened(UTDRAG_WORD)
    qtbot.mouseClick(dialog.none, LEFT)
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, SPACE)
    assert dialog.recipients.text() == "De valda paragraferna expedieras inte till någon."
    assert [dialog.files.itemText(place) for place in range(dialog.files.count())] == [
        "En fil med alla valda paragrafer"
    ]
    qtbot.mouseClick(dialog.make, LEFT)
    assert made(qtbot, case) == ["Protokollsutdrag 2026-03-27 § 59.docx"]


def test_with_nothing_chosen_there_is_nothing_to_make(qtbot, case, opened):
    dialog = opened()
    qtbot.mouseClick(dialog.none, LEFT)
    assert not dialog.make.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.all, LEFT)
    assert dialog.make.isEnabled()
    assert dialog.files.count() == 2
    dialog.reject()


def test_what_has_been_sent_is_noted_and_shown_the_next_time(qtbot, case, opened, store):
    case.desk.messages.confirm_with = [True]
    dialog = opened()
    dialog.mail.setChecked(True)
    qtbot.mouseClick(dialog.make, LEFT)
    assert len(made(qtbot, case)) == 4  # two utdrag, each with its mail draft
    assert [one for one in case.desk.messages.asked if "Har du skickat dem?" in one]
    again = opened()
    model = again.log.model()
    shown = [
        [model.index(row, column).data() for column in range(1, 3)]
        for row in range(model.rowCount())
    ]
    assert shown == [["Region Norr", "§ 60"], ["Region Syd", "§§ 60–61"]]
    assert again.log.card.isVisible()
    sent = paragrafer_in(store, case.key)[1].expedieringar
    assert [one.datum for one in sent] == [case.desk.today.isoformat()] * 2
    again.reject()


@pytest.mark.parametrize("case", ["1–2"], indirect=True)
def test_when_nothing_is_justerat_it_is_told_and_nothing_opens(case):
    assert choose_utdrag(case.desk, case.parent, case.key) is None
    assert case.desk.messages.errors[0].startswith("§§ 59–61 är inte justerade än")


def test_what_has_not_been_sent_is_not_noted(qtbot, case, opened, store):
    qtbot.mouseClick(opened().make, LEFT)
    made(qtbot, case)
    assert store.ask(lambda session: expediering_log(session, case.key)) == ()
    assert paragrafer_in(store, case.key)[1].expedieringar == (NORR, SYD)


@pytest.mark.parametrize("case", ["59–60"], indirect=True)
def test_only_what_is_justerat_can_be_chosen(case, opened):
    dialog = opened()
    assert dialog.list.count() == 2
    assert dialog.left_out.text() == (
        "§ 61 är inte justerad än. Utdrag görs bara av det som är justerat."
    )
    dialog.reject()


def test_when_there_is_nothing_to_choose_among_it_is_told(case, store):
    empty = a_sammanträde(store)
    assert choose_utdrag(case.desk, case.parent, empty) is None
    assert choose_utdrag(case.desk, case.parent, "borta") is None
    first, second = case.desk.messages.errors
    assert first.startswith("Det finns inget protokollsutdrag att göra")
    assert "finns inte längre" in second


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot, opened):
    dialog = opened()
    dialog.files.setCurrentIndex(1)  # then the recipient can be written
    check_names(dialog)
    check_tab(qtbot, dialog)
    dialog.reject()
