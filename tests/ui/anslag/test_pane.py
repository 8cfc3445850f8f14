"""The pane of anslag: one press where the day is today, a dialog for any other day."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from nämnd.anslag.queries import anslag_view
from nämnd.anslag.values import AnslagLäge
from tests.nämnd.anslag.announced import JUSTERAT, LAST, LATER, UP, Announced
from ui.anslag.dialogs import AnslagDialog, ConfirmDialog, ÖverklagandeDialog
from ui.anslag.pane import AnslagPane


@pytest.fixture
def on(desk, go, qtbot):
    """Return a pane of a set, with a clock that says some day."""
    from dataclasses import replace

    def shown(one: Announced, today: date, key: str | None = None) -> AnslagPane:
        clock = lambda: datetime(today.year, today.month, today.day, 9, 0)  # noqa: E731, DTZ001
        pane = AnslagPane(replace(desk, clock=clock), go)
        qtbot.addWidget(pane)
        pane.show_key(key or one.id)
        pane.show()
        return pane

    return shown


def läge(one: Announced, today: date) -> AnslagLäge:
    return one.store.ask(lambda session: anslag_view(session, one.id)).läge(today)


def press(pane: AnslagPane, name: str) -> None:
    pane.buttons[name].click()
    pane.reload()


def board_button(pane: AnslagPane, begins: str) -> QPushButton:
    return next(one for name, one in pane.buttons.items() if name.startswith(begins))


def dialog(pane: AnslagPane, kind):
    return pane.findChildren(kind)[-1]


def test_before_the_justering_it_only_says_so(on, store):
    pane = on(Announced(store), JUSTERAT)
    assert pane.state.text() == "Anslås när paragraferna är justerade."
    assert not pane.buttons


def test_a_body_without_boards_says_that_there_is_nothing_to_do(on, store):
    pane = on(Announced(store, juridisk_form="samverkan").justera(), JUSTERAT)
    assert "kräver inget anslag" in pane.state.text()
    assert not pane.buttons


def test_one_press_puts_it_up_today_and_the_last_day_is_told(on, store):
    one = Announced(store).justera()
    pane = on(one, UP)
    assert pane.state.text().startswith("Ska anslås senast tisdag 7 april 2026. Tiden för")
    press(pane, "up/")
    assert "till och med tisdag 28 april 2026 (21 dagar kvar)" in pane.state.text()
    assert pane.chip.text() == "anslaget"
    assert not [name for name in pane.buttons if name.startswith("down")]


def test_what_was_announced_too_late_says_when_it_should_have_been(on, store):
    pane = on(Announced(store).justera(), UP + timedelta(days=1))
    assert pane.state.text().startswith("Skulle ha anslagits senast tisdag 7 april 2026.")


def test_a_board_that_is_missing_is_named(on, store):
    one = Announced(store, "Region Skåne", "Region Halland").justera()
    pane = on(one, UP)
    press(pane, f"up/{one.huvudmän['Region Skåne']}")
    assert "löper inte: anslaget saknas på Region Halland." in pane.state.text()
    assert pane.chip.text() == "löper inte"


def test_when_the_time_is_over_the_court_is_asked_and_laga_kraft_confirmed(on, store):
    one = Announced(store).justera()
    one.put_up()
    pane = on(one, LATER)
    assert "Fråga förvaltningsrätten" in pane.state.text()
    pane.buttons["confirm"].click()
    dialog(pane, ConfirmDialog).keep.click()
    pane.reload()
    assert pane.chip.text() == "laga kraft"
    assert läge(one, LATER) is AnslagLäge.LAGA_KRAFT
    board_button(pane, "down").click()
    pane.reload()
    assert "down" not in "".join(pane.buttons)


def test_laga_kraft_is_taken_back_after_a_question(on, store, messages):
    one = Announced(store).justera()
    one.put_up()
    one.confirm()
    pane = on(one, LATER)
    pane.buttons["back"].click()
    assert läge(one, LATER) is AnslagLäge.LAGA_KRAFT
    messages.confirm_with.append(True)
    pane.buttons["back"].click()
    assert läge(one, LATER) is AnslagLäge.TIME_OVER


def test_another_day_is_written_in_the_dialog(on, store):
    one = Announced(store).justera()
    pane = on(one, LATER)
    board_button(pane, "change").click()
    shown = dialog(pane, AnslagDialog)
    shown.uppsatt.setText("7 april 2026")
    shown.underskrift.setText("Siv Penna")
    shown.keep.click()
    view = one.store.ask(lambda session: anslag_view(session, one.id))
    assert (view.boards[0].uppsatt, view.boards[0].underskrift) == (UP, "Siv Penna")
    assert view.överklagas_senast == LAST


def test_a_day_that_can_not_be_is_refused_and_the_dialog_stays(on, store, messages):
    one = Announced(store).justera()
    pane = on(one, LATER)
    board_button(pane, "change").click()
    shown = dialog(pane, AnslagDialog)
    shown.uppsatt.setText("1 april 2026")
    shown.keep.click()
    assert "Anslaget kan inte ha satts upp före det" in messages.errors[-1]
    assert shown.isVisible()
    shown.uppsatt.setText("i går")
    assert not shown.keep.isEnabled()


def test_a_day_that_has_not_come_can_not_be_chosen_for_a_notice(on, store):
    pane = on(Announced(store).justera(), LATER)
    board_button(pane, "change").click()
    shown = dialog(pane, AnslagDialog)
    for day in (shown.nedtaget, shown.uppsatt):
        day.setText("5 maj 2026")
        assert "Dagen har inte varit än." in shown.problem.text()
        assert not shown.keep.isEnabled()


def test_a_notice_is_removed_after_a_question(on, store, messages):
    one = Announced(store).justera()
    one.put_up()
    pane = on(one, UP)
    messages.confirm_with.append(True)
    board_button(pane, "remove").click()
    assert läge(one, UP) is AnslagLäge.MISSING
    assert "nämndens anslagstavla" in messages.asked[-1]


def test_how_a_paragraf_is_appealed_is_chosen_for_each(on, store):
    one = Announced(store).justera()
    pane = on(one, UP)
    pane.buttons["överklagande"].click()
    shown = dialog(pane, ÖverklagandeDialog)
    shown.choices[one.second].choose("förvaltningsbesvär")
    shown.keep.click()
    view = one.store.ask(lambda session: anslag_view(session, one.id))
    assert [each.slag for each in view.överklaganden] == [
        "laglighetsprövning",
        "förvaltningsbesvär",
    ]


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ""])
def test_the_papers_are_saved_as_the_name_says(on, store, messages, qtbot, tmp_path, suffix):
    one = Announced(store).justera()
    pane = on(one, UP)
    messages.files.append(tmp_path / f"Anslag{suffix}")
    pane.buttons["anslag"].click()
    made = tmp_path / f"Anslag{suffix or '.pdf'}"
    qtbot.waitUntil(made.exists, timeout=30_000)
    qtbot.waitUntil(lambda: bool(messages.notices))


def test_what_the_settings_lack_leads_there(on, store, go):
    pane = on(Announced(store).justera(), UP)
    pane.buttons["settings"].click()
    assert go.went == [("page", "nämnd")]


def test_nothing_is_drawn_anew_when_nothing_has_changed(on, store):
    pane = on(Announced(store).justera(), UP)
    before = pane.buttons["anslag"]
    pane.reload()
    assert pane.buttons["anslag"] is before


def test_every_control_has_a_name_for_a_screen_reader(on, store):
    pane = on(Announced(store, "Region Skåne", "Region Halland").justera(), UP)
    names = [one.accessibleName() or one.text() for one in pane.findChildren(QPushButton)]
    assert len(names) == len(set(names))
    assert all(names)
