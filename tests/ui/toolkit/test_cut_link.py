"""A link that is cut, and the walk round the parts of a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.toolkit.cut_link import CutLink
from ui.toolkit.small import reading_area
from ui.toolkit.walking import walk_with_f6

WHOLE = "Uppföljning av delprojekt 8 & 9 om benign kolorektal kirurgi i hela sjukvårdsregionen"


def test_a_link_is_cut_where_there_is_no_room_and_still_says_all_of_it(qtbot):
    link = CutLink(WHOLE)
    qtbot.addWidget(link)
    link.resize(120, 30)
    link.show()
    assert link.text().endswith("…")
    assert link.accessibleName() == link.toolTip() == WHOLE
    link.resize(2000, 30)
    assert link.text() == WHOLE.replace("&", "&&")  # no letter is taken for a mnemonic


def test_f6_scrolls_to_the_part_it_leads_to(qtbot):
    inside = QWidget()
    down = QVBoxLayout(inside)
    first, last = QPushButton("Först"), QPushButton("Sist")
    first.setFixedHeight(1000)
    last.setFixedHeight(40)
    for part in (first, last):
        down.addWidget(part)
    page = QWidget()
    area = reading_area(inside, "Sidan")
    QVBoxLayout(page).addWidget(area)
    walk_with_f6(page, (first, lambda: first), (last, lambda: last))
    qtbot.addWidget(page)
    page.resize(300, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_F6)
    assert page.focusWidget() is last
    top = last.mapTo(area.viewport(), last.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - last.height()
