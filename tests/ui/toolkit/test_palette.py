import re
from pathlib import Path

import pytest

from ui.toolkit.palette import DARK, LIGHT, Role, contrast

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
SURFACES = (Role.CANVAS, Role.SURFACE, Role.SIDE, Role.BAND, Role.HOVER, Role.SELECTED)
ON_ALL_SURFACES = (Role.TEXT, Role.MUTED, Role.ACCENT, Role.WARN, Role.LATE, Role.GOOD, Role.NOTE)
CHIPS = (Role.GOOD, Role.WARN, Role.LATE, Role.NOTE, Role.QUIET)
UI = Path(__file__).parents[3] / "ui"


@SCHEMES
def test_text_can_be_read_on_every_surface(colours):
    poor = {
        (text, surface): round(contrast(colours[text], colours[surface]), 2)
        for text in ON_ALL_SURFACES
        for surface in SURFACES
        if contrast(colours[text], colours[surface]) < 4.5
    }
    assert poor == {}


@SCHEMES
def test_chips_and_buttons_can_be_read(colours):
    for chip in CHIPS:
        assert contrast(colours[chip], colours[Role(f"{chip}_fill")]) >= 4.5, chip
    for button in (Role.ACCENT, Role.ACCENT_STRONG):
        assert contrast(colours[Role.ON_ACCENT], colours[button]) >= 4.5, button
    assert contrast(colours[Role.MUTED], colours[Role.DESK]) >= 4.5


@SCHEMES
def test_the_edge_of_a_field_can_be_seen(colours):
    for around in (Role.CANVAS, Role.SURFACE, Role.BAND):
        assert contrast(colours[Role.EDGE], colours[around]) >= 3, around
        assert contrast(colours[Role.ACCENT], colours[around]) >= 3, around


@SCHEMES
def test_every_role_has_a_colour(colours):
    assert set(colours) == set(Role)


def test_contrast_is_as_in_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_no_colour_is_written_outside_the_palette():
    strays = [
        f"{path.name}: {found}"
        for path in UI.rglob("*.py")
        if path.name != "palette.py"
        for found in re.findall(r"[\"' ](#[0-9a-fA-F]{3,8})\b", path.read_text(encoding="utf-8"))
    ]
    assert strays == []
