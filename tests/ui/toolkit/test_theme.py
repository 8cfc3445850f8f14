import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QPushButton

from resources import resource
from ui.toolkit.icons import Icon, draw
from ui.toolkit.palette import DARK, LIGHT, Role
from ui.toolkit.theme import FAMILY, Scheme, Text, Theme


def ink(icon: QIcon) -> QColor:
    """The colour of the most solid point of an icon."""
    image = icon.pixmap(36, 36).toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(points, key=QColor.alpha)


def close(one: QColor, other: str) -> bool:
    """Whether two colours are the same but for the rounding of a half-covered point."""
    wanted = QColor(other)
    apart = (
        one.red() - wanted.red(),
        one.green() - wanted.green(),
        one.blue() - wanted.blue(),
    )
    return max(map(abs, apart)) <= 3


def test_the_user_chooses_light_or_dark(theme, qtbot):
    assert not theme.dark
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert theme.dark
    assert theme.scheme is Scheme.DARK
    assert theme.colour(Role.SURFACE) == QColor(DARK[Role.SURFACE])
    theme.set_scheme(Scheme.LIGHT)
    assert theme.colour(Role.SURFACE) == QColor(LIGHT[Role.SURFACE])


def test_standard_widgets_get_the_colours_too(theme, qapp):
    theme.set_scheme(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK[Role.SURFACE])
    assert qapp.palette().color(QPalette.ColorRole.Text) == QColor(DARK[Role.TEXT])


@pytest.mark.parametrize("dark", [True, False])
def test_a_system_that_only_gives_dark_colours_is_followed(qapp, dark):
    qapp.setPalette(QPalette(QColor("#202020" if dark else "#f0f0f0")))
    theme = Theme(qapp, Scheme.SYSTEM)
    assert theme.dark is dark
    theme.deleteLater()


def test_a_change_of_the_system_counts_only_when_the_system_is_followed(theme, qtbot, qapp):
    with qtbot.assertNotEmitted(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    theme.set_scheme(Scheme.SYSTEM)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_text_is_the_bundled_font_in_three_weights(theme):
    info = QFontInfo(theme.font())
    assert info.family() == FAMILY
    assert QFontInfo(theme.font(Text.HEADING)).weight() > info.weight()
    assert QFontInfo(theme.font(Text.TITLE)).pointSizeF() > 1.3 * info.pointSizeF()


def test_lengths_grow_with_the_text(theme):
    before = theme.px(8), theme.px(100)
    theme.set_font_scale(2.0)
    assert theme.font_scale == 2.0
    assert theme.px(8) == pytest.approx(2 * before[0], abs=1)
    assert theme.px(100) == pytest.approx(2 * before[1], abs=4)
    assert theme.px(0) == 0


def test_an_icon_is_drawn_in_the_colour_of_its_role(theme):
    assert close(ink(theme.icon(Icon.WARNING, Role.LATE)), LIGHT[Role.LATE])
    assert close(ink(theme.icon(Icon.WARNING, Role.GOOD)), LIGHT[Role.GOOD])


def test_a_dressed_button_follows_the_theme(theme, qtbot):
    button, action = QPushButton(), QAction("x")
    qtbot.addWidget(button)
    theme.dress(button, Icon.PLUS, Role.ACCENT)
    theme.dress(action, Icon.PLUS)
    assert close(ink(button.icon()), LIGHT[Role.ACCENT])
    theme.set_scheme(Scheme.DARK)
    assert close(ink(button.icon()), DARK[Role.ACCENT])
    assert close(ink(action.icon()), DARK[Role.TEXT])


def test_a_dressed_button_may_be_gone(theme, qtbot):
    button = QPushButton()
    theme.dress(button, Icon.PLUS)
    button.deleteLater()
    with qtbot.waitSignal(button.destroyed):
        pass
    theme.set_scheme(Scheme.DARK)
    assert theme.dark


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen_shows(ratio):
    pixmap = draw(Icon.SEARCH, QColor("black"), 20, ratio)
    assert pixmap.width() == round(20 * ratio)
    assert pixmap.devicePixelRatio() == ratio


@pytest.mark.parametrize("icon", Icon, ids=[icon.value for icon in Icon])
def test_every_icon_draws_something_inside_its_square(icon):
    image = draw(icon, QColor("black"), 48, 1.0).toImage()
    inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 40
    edge = {0, 47}
    assert not [place for place in inked if edge & set(place)]


def test_there_is_no_drawing_without_a_use():
    names = {path.name for path in resource("icons").iterdir() if path.name.endswith(".svg")}
    assert names == {f"{icon.value}.svg" for icon in Icon}
