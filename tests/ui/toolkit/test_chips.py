import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.chips import (
    Card,
    Chip,
    EmptyState,
    Keycap,
    Progression,
    SearchBox,
    Stage,
    StageBar,
)
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, icon_button, label, line, row
from ui.toolkit.theme import Icon

STAGES = (
    Stage("planera", "Planera", Progression.DONE, "Tid och plats är satta"),
    Stage("kallelse", "Kallelse", Progression.NOW, "En handling saknas"),
    Stage("sammanträde", "Sammanträde", Progression.LATER),
)


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("role", [Role.GOOD, Role.WARN, Role.LATE, Role.NOTE, Role.QUIET])
def test_a_chip_has_the_colours_of_its_role(qtbot, theme, role):
    chip = Chip("3 dagar kvar", role)
    qtbot.addWidget(chip)
    chip.show()
    assert theme.colour(Role(f"{role}_fill")).name() in colours(chip)


def test_a_chip_can_come_to_say_something_else(qtbot, theme):
    chip = Chip("saknas", Role.WARN)
    qtbot.addWidget(chip)
    chip.show()
    chip.show_as("klart", Role.GOOD)
    assert chip.text() == "klart"
    assert theme.colour(Role.GOOD_FILL).name() in colours(chip)
    with pytest.raises(ValueError, match="text"):
        chip.show_as("klart", Role.TEXT)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_text_is_cut_off_at_any_size(qtbot, theme, scale):
    theme.set_font_scale(scale)
    page = QWidget()
    qtbot.addWidget(page)
    parts = [
        Chip("på dagordningen", Role.GOOD),
        Keycap("Ctrl Z"),
        button("Lägg på dagordningen"),
        button("Färdigställ kallelse", Kind.PRIMARY),
        button("Visa alla", Kind.LINK),
        *(label("Ordförandens förslag", kind) for kind in Label),
    ]
    layout = QVBoxLayout(page)
    for part in parts:
        layout.addWidget(part)
    page.show()
    for part in parts:
        words = part.fontMetrics().size(Qt.TextFlag.TextSingleLine, part.text())
        assert part.width() >= words.width(), part.text()
        assert part.height() >= words.height(), part.text()


def test_a_label_shows_text_and_never_html(qtbot):
    shown = label("<b>fet</b>", Label.HEADING)
    qtbot.addWidget(shown)
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert shown.text() == "<b>fet</b>"


def test_parts_stand_beside_and_under_each_other(qtbot):
    one, two, three = QLabel("1"), QLabel("2"), QLabel("3")
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayout(column(row(one, None, two, spacing=4), line(), three, None, spacing=8))
    page.resize(300, 200)
    page.show()
    assert one.y() == two.y() < three.y()
    assert two.geometry().right() > 250
    assert three.geometry().bottom() < 100


def test_a_button_with_only_an_icon_has_a_name(qtbot, theme):
    made = icon_button(theme, Icon.REMOVE, "Ta bort punkten")
    qtbot.addWidget(made)
    assert made.accessibleName() == made.toolTip() == "Ta bort punkten"
    assert not made.icon().isNull()
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_card_has_a_title_and_what_is_put_in_it(qtbot, theme):
    card, inside = Card(theme, "Att göra nu"), QLabel("ingenting")
    qtbot.addWidget(card)
    card.add(inside)
    card.add(row(QLabel("mer"), spacing=4))
    card.show()
    assert card.title
    assert card.title.text() == card.accessibleName() == "Att göra nu"
    assert inside.isVisible()
    assert card.head is None


def test_a_card_with_a_band_has_its_title_there(qtbot, theme):
    card = Card(theme, "Punkter", band=True)
    qtbot.addWidget(card)
    assert card.head
    assert card.title
    assert card.head.indexOf(card.title) == 0


def test_an_empty_page_says_what_to_do(qtbot, theme):
    empty = EmptyState(theme, Icon.KALLELSE, "Inga sammanträden än.", "Nytt sammanträde")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.pressed):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)
    assert empty.text.text() == "Inga sammanträden än."
    assert EmptyState(theme, Icon.KALLELSE, "Tomt.").button is None


class TestStages:
    @pytest.fixture
    def stages(self, qtbot, theme):
        bar = StageBar(theme)
        qtbot.addWidget(bar)
        bar.show_stages(STAGES)
        bar.show()
        bar.activateWindow()
        qtbot.waitUntil(bar.isActiveWindow)
        return bar

    def test_each_says_how_far_it_has_come_without_colour(self, stages):
        said = [one.accessibleName() for one in stages.buttons]
        assert said == ["Planera, klart", "Kallelse, pågår", "Sammanträde, återstår"]
        assert [one.toolTip() for one in stages.buttons] == [one.hint for one in STAGES]
        assert [one.icon().isNull() for one in stages.buttons] == [False, True, True]

    def test_only_the_present_one_stops_tab(self, stages):
        stops = [bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in stages.buttons]
        assert stops == [False, True, False]

    def test_arrows_walk_and_enter_picks(self, qtbot, stages):
        stages.buttons[1].setFocus()
        qtbot.keyClick(stages.buttons[1], Qt.Key.Key_Right)
        assert stages.buttons[2].hasFocus()
        qtbot.keyClick(stages.buttons[2], Qt.Key.Key_Right)
        assert stages.buttons[2].hasFocus()
        qtbot.keyClick(stages.buttons[2], Qt.Key.Key_Left)
        qtbot.keyClick(stages.buttons[1], Qt.Key.Key_Left)
        assert stages.buttons[0].hasFocus()
        with qtbot.waitSignal(stages.picked) as picked:
            qtbot.keyClick(stages.buttons[0], Qt.Key.Key_Return)
        assert picked.args == ["planera"]

    def test_a_click_picks(self, qtbot, stages):
        with qtbot.waitSignal(stages.picked) as picked:
            qtbot.mouseClick(stages.buttons[2], Qt.MouseButton.LeftButton)
        assert picked.args == ["sammanträde"]

    def test_the_focus_stays_in_place_when_stages_change(self, stages):
        stages.buttons[1].setFocus()
        stages.show_stages(STAGES)
        assert stages.buttons[1].hasFocus()
        stages.show_stages(STAGES[:1])
        assert len(stages.findChildren(QPushButton, options=_DIRECT)) >= 1
        assert [one.text() for one in stages.buttons] == ["Planera"]


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class TestSearch:
    @pytest.fixture
    def page(self, qtbot):
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(400, 100)
        return page

    @pytest.fixture
    def box(self, qtbot, theme, page):
        other, box = QLineEdit(), SearchBox(theme, "Sök ärende …", "Ctrl+K")
        layout = QVBoxLayout(page)
        layout.addWidget(other)
        layout.addWidget(box)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        other.setFocus()
        return box

    def test_the_keys_lead_to_it(self, qtbot, page, box):
        assert not box.hasFocus()
        qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert box.hasFocus()
        assert box.accessibleName() == "Sök ärende"

    def test_the_keys_are_shown_until_something_is_written(self, qtbot, box):
        keys = box.findChild(Keycap)
        assert keys.isVisible()
        assert keys.text() == "Ctrl K"
        assert box.rect().contains(keys.geometry())
        qtbot.keyClicks(box, "abc")
        assert not keys.isVisible()
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        assert box.text() == ""
        assert keys.isVisible()
