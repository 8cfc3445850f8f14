"""How the program looks: colours by role, icons, text sizes, lengths that grow with the text.

One Theme per program, made in `ui.__main__` and handed to the widgets that paint themselves.
Widgets that only need a style get it from the style sheet through their kind (`ui.toolkit.small`).
"""

from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from resources import resource
from ui.toolkit.icons import Icon, make
from ui.toolkit.palette import DARK, LIGHT, Role
from ui.toolkit.stylesheet import stylesheet

__all__ = ["Icon", "Role", "Scheme", "Text", "Theme"]

FAMILY = "Source Sans 3"
_FIRST_FONTS = ("Regular", "Semibold")  # what labels and buttons are written in
_MORE_FONTS = ("It", "Bold", "BoldIt")  # what running text needs besides
_OPTICAL = 1.15  # Source Sans 3 draws smaller than the fonts system sizes are chosen for
_DESIGN_TEXT = 14  # pixels of body text in the design pictures
_SMALLEST = 8.0  # points; a system that says less is not believed

IconTarget: TypeAlias = QAbstractButton | QAction


class Scheme(StrEnum):
    """Which colours the user wants; the value stands in the settings file."""

    SYSTEM = "system"
    LIGHT = "ljus"
    DARK = "mörk"


class Text(StrEnum):
    """A size and weight of text."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    SMALL = "small"


_SCALE = {Text.TITLE: 1.5, Text.HEADING: 1.05, Text.SMALL: 0.88}
_HEAVY = frozenset({Text.TITLE, Text.HEADING, Text.STRONG})


class Theme(QObject):
    """The look of the whole program, now.

    Signals:
        changed: colours or sizes are new; what paints itself paints again.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, font_scale: float = 1.0
    ) -> None:
        """Dress `app`. `font_scale` is on top of the size the system asks for."""
        super().__init__(app)
        self._app = app
        self._scheme, self._font_scale = scheme, font_scale
        self._palette_was_dark = _is_dark(app.palette())
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._system_points = max(system.pointSizeF(), _SMALLEST)
        self._dressed: list[tuple[IconTarget, Icon, Role]] = []
        self._icons: dict[tuple[Icon, Role, int], QIcon] = {}
        if FAMILY not in QFontDatabase.families():
            _load_fonts(_FIRST_FONTS)
        app.setStyle("Fusion")
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the colours in use are the dark ones."""
        return self._dark

    @property
    def font_scale(self) -> float:
        """How much larger than the system asks for text is."""
        return self._font_scale

    def set_scheme(self, scheme: Scheme) -> None:
        """Use light or dark colours, or those the system uses."""
        self._scheme = scheme
        self._apply()

    def set_font_scale(self, font_scale: float) -> None:
        """Make all text, and the lengths that follow it, larger or smaller."""
        self._font_scale = font_scale
        self._apply()

    def colour(self, role: Role) -> QColor:
        """Return the colour for `role` now. Don't keep it: ask again when painting."""
        return self._colours[role]

    def font(self, text: Text = Text.BODY) -> QFont:
        """Return the font for `text`."""
        font = QFont(FAMILY)
        font.setPointSizeF(self._points * _SCALE.get(text, 1.0))
        font.setWeight(QFont.Weight.DemiBold if text in _HEAVY else QFont.Weight.Normal)
        return font

    def px(self, design: float) -> int:
        """Return a length of the design (at 14-pixel text) in pixels at today's text size."""
        return max(1, round(design * self._text_pixels / _DESIGN_TEXT)) if design else 0

    def icon(self, icon: Icon, role: Role = Role.TEXT, size: int | None = None) -> QIcon:
        """Return `icon` in the colour of `role`; `size` in pixels, else that of text beside it."""
        key = (icon, role, size or self.px(18))
        if key not in self._icons:
            ratios = {1.0, 2.0, *(screen.devicePixelRatio() for screen in self._app.screens())}
            colours = self._colours[role], self._colours[Role.DISABLED]
            self._icons[key] = make(icon, *colours, key[2], ratios)
        return self._icons[key]

    def dress(self, target: IconTarget, icon: Icon, role: Role = Role.TEXT) -> None:
        """Give a button or an action an icon that keeps its colour right when the theme changes."""
        self._dressed = [one for one in self._dressed if isValid(one[0]) and one[0] is not target]
        self._dressed.append((target, icon, role))
        self._put_icon(target, icon, role)

    def _put_icon(self, target: IconTarget, icon: Icon, role: Role) -> None:
        target.setIcon(self.icon(icon, role))
        if isinstance(target, QAbstractButton):
            side = self.px(18)
            target.setIconSize(target.iconSize().scaled(side, side, _IGNORE_ASPECT))

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _system_is_dark(self) -> bool:
        """A system that doesn't say so may still have given dark colours."""
        match self._app.styleHints().colorScheme():
            case Qt.ColorScheme.Unknown:
                return self._palette_was_dark
            case scheme:
                return scheme == Qt.ColorScheme.Dark

    def _apply(self) -> None:
        self._dark = self._scheme is Scheme.DARK or (
            self._scheme is Scheme.SYSTEM and self._system_is_dark()
        )
        names = DARK if self._dark else LIGHT
        self._colours = {role: QColor(name) for role, name in names.items()}
        self._points = self._system_points * _OPTICAL * self._font_scale
        self._icons.clear()
        font = self.font()
        self._text_pixels = QFontInfo(font).pixelSize()
        self._app.setFont(font)
        self._app.setPalette(_palette(self._colours))
        self._app.setStyleSheet(stylesheet(names, self.px, self._points))
        self._dressed = [one for one in self._dressed if isValid(one[0])]
        for dressed in self._dressed:
            self._put_icon(*dressed)
        self.changed.emit()


_IGNORE_ASPECT = Qt.AspectRatioMode.IgnoreAspectRatio


def _is_dark(palette: QPalette) -> bool:
    window, text = QPalette.ColorRole.Window, QPalette.ColorRole.WindowText
    return palette.color(window).lightness() < palette.color(text).lightness()


def load_more_fonts() -> None:
    """Load the faces of running text. The window paints before they are there."""
    if not QFontDatabase.styles(FAMILY).count("Bold"):
        _load_fonts(_MORE_FONTS)


def _load_fonts(styles: tuple[str, ...]) -> None:
    for style in styles:
        data = resource("fonts", f"SourceSans3-{style}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(QByteArray(data))


_PALETTE = {
    QPalette.ColorRole.Window: Role.CANVAS,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.BAND,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.LATE,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
    QPalette.ColorRole.ToolTipBase: Role.TEXT,
    QPalette.ColorRole.ToolTipText: Role.SURFACE,
    QPalette.ColorRole.Light: Role.SURFACE,
    QPalette.ColorRole.Midlight: Role.HOVER,
    QPalette.ColorRole.Mid: Role.BORDER,
    QPalette.ColorRole.Dark: Role.EDGE,
    QPalette.ColorRole.Shadow: Role.EDGE,
}
_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def _palette(colours: dict[Role, QColor]) -> QPalette:
    palette = QPalette()
    for part, role in _PALETTE.items():
        palette.setColor(part, colours[role])
    for part in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, part, colours[Role.DISABLED])
    return palette
