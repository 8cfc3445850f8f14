"""What is shown where there is nothing yet."""

import pytest

from ui.toolkit.chips import EmptyState
from ui.toolkit.theme import Icon

LONG = "Ingen är inlagd än. Lägg till dem som ska kallas: ledamöter, ersättare och övriga."


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_all_of_a_long_text_is_seen_at_every_text_size(qtbot, theme, scale):
    shown = EmptyState(theme, Icon.PERSON, LONG, "Lägg till person")
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.show()
    theme.set_font_scale(scale)
    qtbot.waitUntil(lambda: shown.text.width() == theme.px(300))
    assert shown.text.height() >= 2 * shown.text.fontMetrics().height()
    assert shown.text.height() >= shown.text.heightForWidth(shown.text.width())
