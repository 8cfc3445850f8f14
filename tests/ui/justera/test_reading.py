"""A package is read and commented, by keyboard and by mouse."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.justera.packages import (
    ANNA,
    APPROVES,
    BO,
    SECRET,
    after_anna,
    package,
    signed_by_anna,
)
from tests.ui.keyboard import type_text
from ui.justera.waiting import PassphrasePage
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Label

CTRL = Qt.KeyboardModifier.ControlModifier


def rows(page):
    return [(one.number, one.info) for one in page.list.shown()]


def chips(page):
    return [one.text() for one in page.side.findChildren(Chip) if one.isVisibleTo(page)]


def test_the_window_says_what_it_is_and_from_whom(chair):
    page = chair.read(package())
    said = [one.text() for one in page.findChildren(type(page.banner))]
    assert "Justera protokoll 2026-03-27, §§ 59–64" in said
    assert any("version 2 · från Eva Lind" in one for one in said)
    assert "Från Eva Lind" in said
    assert page.list.shown()[0].text == "Hela protokollet"
    assert [one.number for one in page.list.shown()[1:]] == [f"§ {n}" for n in range(59, 65)]
    assert page.paper.pages > 2


def test_the_arrows_in_the_list_lead_through_the_paper(chair):
    page = chair.read(package())
    page.list.setFocus()
    for _ in range(4):
        chair.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    first, _ = page.paper.sheets.in_sight()
    (place,) = [one.start for one in page._parts if one.nummer == 62]
    assert first[0] == place[0]
    assert page.side.heading.text() == "Kommentar till § 62"


def test_control_and_the_arrows_go_on_from_wherever_one_is(chair):
    page = chair.read(package())
    page.side.comment.setFocus()
    chair.qtbot.keyClick(page.side.comment, Qt.Key.Key_Down, CTRL)
    assert page.list.current() == "59"
    chair.qtbot.keyClick(page.side.comment, Qt.Key.Key_Down, CTRL)
    chair.qtbot.keyClick(page.side.comment, Qt.Key.Key_Up, CTRL)
    assert page.list.current() == "59"


def test_the_list_follows_the_one_who_scrolls(chair):
    page = chair.read(package())
    bar = page.paper.sheets.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.list.current() == "64"
    bar.setValue(0)
    assert page.list.current() == "alla"


def test_what_has_been_scrolled_through_is_read(chair):
    page = chair.read(package())
    assert rows(page)[1] == ("§ 59", "")
    bar = page.paper.sheets.verticalScrollBar()
    while bar.value() < bar.maximum():
        chair.qtbot.keyClick(page.paper.sheets, Qt.Key.Key_PageDown)
    assert [info for _, info in rows(page)[1:]] == ["läst"] * 6


def test_f6_goes_round_the_parts_of_the_window(chair):
    page = chair.read(package())
    page.list.setFocus()
    for part in (page.paper.sheets, page.side.comment, page.list):
        chair.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert part.hasFocus()


def test_enter_on_a_paragraf_leads_to_its_comment(chair):
    page = chair.read(package())
    page.go_to(61)
    page.list.setFocus()
    chair.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.side.comment.hasFocus()
    assert page.side.heading.text() == "Kommentar till § 61"


def test_each_paragraf_has_its_own_comment(chair):
    page = chair.read(package())
    page.go_to(62)
    type_text(page.side.comment, "Direktivet är från mars.")
    page.go_to(None)
    assert page.side.comment.value() == ""
    type_text(page.side.comment, "I övrigt bra.")
    page.go_to(62)
    assert page.side.comment.value() == "Direktivet är från mars."
    assert rows(page)[0] == ("", "kommentar")
    assert rows(page)[4] == ("§ 62", "kommentar")
    said = [(one.paragraf, one.text) for one in page.kommentarer()]
    assert said == [(None, "I övrigt bra."), (62, "Direktivet är från mars.")]


def test_a_comment_of_spaces_is_none(chair):
    page = chair.read(package())
    type_text(page.side.comment, "   ")
    assert page.kommentarer() == ()
    assert rows(page)[0] == ("", "")


def test_what_is_written_survives_a_window_that_dies(chair):
    page = chair.read(package(passphrase=None))
    page.go_to(60)
    type_text(page.side.comment, "Fel namn på direktören.")
    chair.wait(lambda: not page._timer.isActive())  # nothing is closed, nothing is asked
    again = chair.read(package())
    again.go_to(60)
    assert again.side.comment.value() == "Fel namn på direktören."


def test_what_can_not_be_kept_is_said_beside_the_comment(chair):
    page = chair.read(package())
    (chair.settings.folder / "justera").write_text("ingen mapp")
    type_text(page.side.comment, "Hej")
    assert not page.keep()
    assert page.side.saved.text().startswith("Kommentaren är inte sparad. ")


def test_closing_then_asks_first(chair):
    page = chair.read(package())
    (chair.settings.folder / "justera").write_text("ingen mapp")
    type_text(page.side.comment, "Hej")
    (window,) = chair.windows
    window.close()
    assert window.isVisible()
    assert "Stäng utan att spara" in chair.messages.asked[-1]


def test_the_only_one_who_is_asked_need_not_say_who_they_are(chair):
    page = chair.read(package())
    assert page.person_id == "p1"
    assert page.side.who.isHidden() or not page.side.who.isVisibleTo(page)
    assert chips(page) == ["✓ filen är hel", "väntar på dig", "inte än"] or chips(page) == [
        "väntar på dig",
        "inte än",
    ]


def test_one_of_several_says_who_they_are_by_keyboard(chair):
    page = chair.read(package(ANNA, BO))
    assert page.person_id == ""
    page.side.who.setFocus()
    chair.qtbot.keyClick(page.side.who, Qt.Key.Key_Down)
    chair.qtbot.keyClick(page.side.who, Qt.Key.Key_Down)
    assert page.person_id == "p2"
    assert "senare" in chips(page)
    assert "Anna Ek (M) skriver under eller godkänner före dig." in page.banner.text()
    assert not page.buttons["godkänt"].isEnabled()
    assert not page.buttons["godkänt och undertecknat"].isEnabled()
    assert page.buttons["ändring begärd"].isEnabled()


def test_one_who_is_only_to_approve_sees_no_signing(chair):
    page = chair.read(package(APPROVES))
    assert not page.buttons["godkänt och undertecknat"].isVisibleTo(page)
    assert page.buttons["godkänt"].property("kind") == "primary"


def test_an_earlier_signature_is_seen_in_the_list_and_on_the_paper(chair):
    page = chair.read(after_anna())
    assert "undertecknat" in chips(page)
    assert "Elektroniskt undertecknad" in page.paper.said()
    assert page.buttons["godkänt och undertecknat"].isEnabled()


def test_when_all_have_answered_there_is_nothing_to_do(chair):
    from nämnd.justeringsfil.values import Given

    page = chair.read(package(APPROVES, givna=(Given("p1", "godkänt", "2026-03-27"),)))
    assert page.banner.text().startswith("Alla som tillfrågas i den här filen har svarat.")
    assert not any(one.isEnabled() for one in page.buttons.values())


def test_a_broken_earlier_signature_stops_every_answer(chair):
    pdf = signed_by_anna()
    at = pdf.index(b"/Rect")  # inside what is signed; the page looks the same
    broken = pdf[:at] + b"/rect" + pdf[at + 5 :]
    page = chair.read(package(replace(BO, ordning=1), pdf=broken))
    assert page.banner.text().startswith("En tidigare underskrift i filen håller inte: Anna Ek.")
    assert not any(one.isEnabled() for one in page.buttons.values())


def test_a_locked_file_asks_for_its_passphrase(chair):
    window = chair.open(package(passphrase=SECRET))
    page = window.stack.currentWidget()
    assert isinstance(page, PassphrasePage)
    assert page.field.input.hasFocus()
    type_text(page.field.input, SECRET)
    chair.qtbot.keyClick(page.field.input, Qt.Key.Key_Return)
    chair.wait(lambda: window.page)
    assert window.page.paper.pages > 2


def test_a_wrong_passphrase_is_said_and_can_be_written_again(chair):
    window = chair.open(package(passphrase=SECRET))
    page = window.stack.currentWidget()
    type_text(page.field.input, "fel lösenord")
    chair.qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    chair.wait(page.field.problem.text)
    assert page.field.problem.text().startswith("Lösenordet stämmer inte.")
    assert page.field.input.hasFocus()
    type_text(page.field.input, SECRET)
    chair.qtbot.keyClick(page.field.input, Qt.Key.Key_Return)
    chair.wait(lambda: window.page)


def test_an_empty_passphrase_is_not_tried(chair):
    window = chair.open(package(passphrase=SECRET))
    page = window.stack.currentWidget()
    chair.qtbot.keyClick(page.field.input, Qt.Key.Key_Return)
    assert page.field.problem.text() == "Skriv lösenordet."
    assert not window.tools.jobs.busy


def test_text_and_colours_can_be_changed_and_are_remembered(chair):
    page = chair.read(package())
    (window,) = chair.windows
    before = chair.theme.font_scale
    window.menu._scale(1.1)
    assert chair.settings.read().font_scale == chair.theme.font_scale > before
    assert page.isVisible()
    window.menu._scale(1 / 1.1)
    assert page.chip.property("chip") == Role.QUIET.value
    assert page.banner.property("label") == Label.PROBLEM.value


def test_the_protokoll_can_be_saved_as_it_came(chair):
    from tests.ui.justera.packages import protokoll

    chair.read(package())
    target = chair.documents / "protokollet.pdf"
    chair.messages.files = [target]
    (window,) = chair.windows
    chair.qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert target.read_bytes() == protokoll()


def test_another_file_can_be_opened_in_its_place(chair):
    chair.read(package())
    (window,) = chair.windows
    other = chair.folder / "annan.justering"
    other.write_bytes(package(paragrafer="§ 62"))
    chair.messages.files = [other]
    chair.qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    chair.wait(lambda: window.page and "annan" in window.page.opened.path.name)
    assert window.windowTitle().startswith("Justera protokoll 2026-03-27, § 62")


def test_one_who_closes_with_comments_but_no_answer_is_reminded(chair):
    page = chair.read(package())
    type_text(page.side.comment, "Hej")
    (window,) = chair.windows
    window.close()
    assert window.isVisible()
    assert "skickas först när du svarar" in chair.messages.asked[-1]
    chair.messages.confirm_with = [True]
    window.close()
    assert not window.isVisible()


def test_one_who_has_only_read_closes_without_a_question(chair):
    chair.read(package())
    (window,) = chair.windows
    window.close()
    assert not window.isVisible()
    assert chair.messages.asked == []


def test_the_file_that_was_asked_for_last_is_the_one_that_is_shown(chair):
    window = chair.window()
    for name in ("a.justering", "b.justering", "c.justering"):
        path = chair.folder / name
        path.write_bytes(package())
        window.open_file(path)
    chair.wait(lambda: not window.tools.jobs.busy)
    assert window.page.opened.path.name == "c.justering"


def test_one_who_reads_with_a_screen_reader_is_led_through_the_text_too(chair):
    page = chair.read(package())
    chair.qtbot.mouseClick(page.paper.as_text, Qt.MouseButton.LeftButton)
    page.list.setFocus()
    for _ in range(4):
        chair.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    cursor = page.paper.text.textCursor()
    assert cursor.block().text() == "§ 62 Nytt direktiv för UFo-anslag"
    assert cursor.block().next().text() == "Beslut"
