"""The one style sheet, generated from roles and from the size of the text."""

from collections.abc import Callable, Mapping

from ui.toolkit.palette import Role

Px = Callable[[float], int]  # design pixels (at 14-pixel text) to pixels on this screen


def stylesheet(colours: Mapping[Role, str], px: Px, points: float) -> str:
    """Return the style sheet of the program.

    Args:
        colours: light or dark.
        px: scales a length with the text, so that nothing is cut off when it grows.
        points: size of body text in points.
    """
    c = {role.value: colour for role, colour in colours.items()}
    return "\n".join(
        (
            _texts(c, points),
            _buttons(c, px),
            _fields(c, px),
            _lists(c, px, points),
            _panels(c, px),
            _chips(c, px, points),
            _bars(c, px),
        )
    )


def _texts(c: Mapping[str, str], points: float) -> str:
    return f"""
QLabel[label="title"] {{ font-size: {points * 1.5:.2f}pt; font-weight: 600; color: {c["text"]}; }}
QLabel[label="heading"] {{ font-size: {points * 1.05:.2f}pt; font-weight: 600;
    color: {c["text"]}; }}
QLabel[label="strong"] {{ font-weight: 600; }}
QLabel[label="muted"] {{ color: {c["muted"]}; }}
QLabel[label="label"], QLabel[label="caption"] {{
    font-size: {points * 0.88:.2f}pt; color: {c["muted"]}; }}
QLabel[label="problem"] {{ font-size: {points * 0.88:.2f}pt; color: {c["late"]}; }}
QLabel[label="group"] {{ font-size: {points * 0.8:.2f}pt; color: {c["muted"]}; }}
QLabel:disabled {{ color: {c["disabled"]}; }}
"""


def _buttons(c: Mapping[str, str], px: Px) -> str:
    v, h = px(6), px(14)
    return f"""
QPushButton, QToolButton[kind="normal"] {{
    background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["button_edge"]};
    border-radius: {px(7)}px; padding: {v}px {h}px; min-height: {px(18)}px; }}
QPushButton:hover, QToolButton[kind="normal"]:hover {{ background: {c["hover"]}; }}
QPushButton:pressed, QToolButton[kind="normal"]:pressed {{ background: {c["selected"]}; }}
QPushButton:focus, QToolButton[kind="normal"]:focus {{ outline: none;
    border: 2px solid {c["accent"]}; padding: {v - 1}px {h - 1}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c["disabled"]}; }}
QPushButton[kind="primary"], QPushButton:default {{
    background: {c["accent"]}; color: {c["on_accent"]}; border: 1px solid {c["accent"]};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton:default:hover {{
    background: {c["accent_strong"]}; border-color: {c["accent_strong"]}; }}
QPushButton[kind="primary"]:focus, QPushButton:default:focus {{
    border: 2px solid {c["text"]}; padding: {v - 1}px {h - 1}px; }}
QPushButton[kind="primary"]:disabled {{
    background: {c["band"]}; color: {c["disabled"]}; border: 1px solid {c["border"]}; }}
QPushButton[kind="danger"] {{ color: {c["late"]}; border-color: {c["late_edge"]}; }}
QPushButton[kind="plain"], QToolButton {{
    background: transparent; color: {c["text"]}; border: 1px solid transparent;
    border-radius: {px(6)}px; padding: {px(4)}px {px(6)}px; }}
QPushButton[kind="plain"]:disabled {{ color: {c["disabled"]}; }}
QPushButton[kind="plain"]:hover, QToolButton:hover {{ background: {c["hover"]}; }}
QPushButton[kind="plain"]:focus, QToolButton:focus {{
    border: 2px solid {c["accent"]}; padding: {px(4) - 1}px {px(6) - 1}px; }}
QToolButton:checked, QToolButton:pressed {{
    background: {c["selected"]}; border-color: {c["note_edge"]}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; padding: {px(2)}px 0;
    color: {c["accent"]}; text-align: left; }}
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus {{ text-decoration: underline; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
"""


def _fields(c: Mapping[str, str], px: Px) -> str:
    v, h = px(5), px(9)
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    focused = ", ".join(f"{one}:focus" for one in fields.split(", "))
    disabled = ", ".join(f"{one}:disabled" for one in fields.split(", "))
    read_only = ", ".join(f"{one}:read-only" for one in ("QLineEdit", "QPlainTextEdit"))
    return f"""
{fields} {{
    background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["edge"]};
    border-radius: {px(6)}px; padding: {v}px {h}px; selection-background-color: {c["accent"]};
    selection-color: {c["on_accent"]};
    placeholder-text-color: {c["muted"]}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {px(20)}px; }}
QPlainTextEdit, QTextEdit {{ padding: {px(2)}px {px(5)}px; }}
{focused} {{ border: 2px solid {c["accent"]}; padding: {v - 1}px {h - 1}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {px(2) - 1}px {px(5) - 1}px; }}
{disabled} {{ background: {c["band"]}; color: {c["disabled"]}; border-color: {c["border"]}; }}
{read_only} {{ background: {c["band"]}; border-color: {c["border"]}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {c["late"]};
    padding: {v - 1}px {h - 1}px; }}
QTextEdit[frame="none"], QPlainTextEdit[frame="none"], QLineEdit[frame="none"] {{
    border: none; background: transparent; padding: {px(2)}px; }}
QLineEdit#search {{ background: {c["band"]}; border-radius: {px(7)}px; }}
QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView {{ background: {c["surface"]}; border: 1px solid {c["border"]};
    padding: {px(4)}px; outline: none; selection-background-color: {c["selected"]};
    selection-color: {c["text"]}; }}
QCheckBox, QRadioButton {{ spacing: {px(8)}px; }}
QRadioButton::indicator {{ width: {px(14)}px; height: {px(14)}px; background: {c["surface"]};
    border: 1px solid {c["edge"]}; border-radius: {px(14) // 2 + 1}px; }}
QRadioButton::indicator:checked {{ width: {px(6)}px; height: {px(6)}px;
    border: {px(14) // 2 - px(6) // 2 + 1}px solid {c["accent"]}; }}
QRadioButton::indicator:focus {{ border-color: {c["accent"]}; }}
QFrame#fieldframe {{ background: {c["surface"]}; border: 1px solid {c["edge"]};
    border-radius: {px(6)}px; }}
QFrame#fieldframe[active="true"] {{ border: 2px solid {c["accent"]}; }}
QFrame#fieldframe[wrong="true"] {{ border: 2px solid {c["late"]}; }}
QComboBox[wrong="true"] {{ border: 2px solid {c["late"]}; padding: {v - 1}px {h - 1}px; }}
"""


def _lists(c: Mapping[str, str], px: Px, points: float) -> str:
    return f"""
QAbstractItemView {{ background: {c["surface"]}; color: {c["text"]}; border: none;
    outline: none; alternate-background-color: {c["band"]};
    selection-background-color: {c["selected"]}; selection-color: {c["text"]}; }}
QTableView {{ gridline-color: {c["separator"]}; border: 2px solid transparent; }}
SheetView {{ border: 2px solid transparent; }}
QTableView:focus, SheetView:focus, QScrollArea[kind="reading"]:focus {{
    border: 2px solid {c["accent"]}; border-radius: {px(4)}px; }}
QTableView::item {{ padding: 0 {px(8)}px; border-bottom: 1px solid {c["separator"]}; }}
QTableView::item:hover {{ background: {c["hover"]}; }}
QTableView::item:selected {{ background: {c["selected"]}; color: {c["text"]}; }}
QHeaderView {{ background: {c["surface"]}; border: none; }}
QHeaderView::section {{ background: {c["surface"]}; color: {c["muted"]}; border: none;
    border-bottom: 1px solid {c["border"]}; padding: {px(6)}px {px(8)}px;
    font-size: {points * 0.88:.2f}pt; font-weight: 600; }}
QHeaderView::section:hover {{ color: {c["text"]}; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {c["edge"]}; border-radius: {px(3)}px; margin: {px(3)}px;
    min-height: {px(24)}px; min-width: {px(24)}px; }}
QScrollBar::handle:hover {{ background: {c["muted"]}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _panels(c: Mapping[str, str], px: Px) -> str:
    return f"""
QMainWindow, QDialog, QWidget#canvas {{ background: {c["canvas"]}; }}
QFrame#card {{ background: {c["surface"]}; border: 1px solid {c["border"]};
    border-radius: {px(10)}px; }}
QFrame#cardhead {{ background: {c["band"]}; border: none;
    border-bottom: 1px solid {c["separator"]}; border-top-left-radius: {px(9)}px;
    border-top-right-radius: {px(9)}px; }}
QFrame#side {{ background: {c["side"]}; border: none; border-right: 1px solid {c["border"]}; }}
QFrame#top {{ background: {c["surface"]}; border: none;
    border-bottom: 1px solid {c["border"]}; }}
QFrame#popup {{ background: {c["surface"]}; border: 1px solid {c["edge"]};
    border-radius: {px(8)}px; }}
QFrame#desk {{ background: {c["desk"]}; border: none; border-radius: {px(10)}px; }}
QFrame#line {{ background: {c["separator"]}; border: none; max-height: 1px; min-height: 1px; }}
QFrame#toast {{ background: {c["text"]}; border: none; border-radius: {px(8)}px; }}
QFrame#toast QLabel {{ color: {c["surface"]}; }}
QScrollArea, QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; border: none; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {c["border"]}; }}
QToolTip {{ background: {c["text"]}; color: {c["surface"]}; border: none;
    padding: {px(4)}px {px(6)}px; }}
"""


def _chips(c: Mapping[str, str], px: Px, points: float) -> str:
    kinds = ("good", "warn", "late", "note", "quiet")
    chips = "\n".join(
        f'QLabel[chip="{kind}"] {{ color: {c[kind]}; background: {c[f"{kind}_fill"]};'
        f" border: 1px solid {c[f'{kind}_edge']}; }}"
        for kind in kinds
    )
    return f"""
QLabel[chip] {{ font-size: {points * 0.88:.2f}pt; border-radius: {px(10)}px;
    padding: {px(2)}px {px(9)}px; }}
{chips}
QLabel[keycap="true"] {{ font-size: {points * 0.8:.2f}pt; color: {c["muted"]};
    background: {c["surface"]}; border: 1px solid {c["button_edge"]};
    border-radius: {px(4)}px; padding: 0 {px(5)}px; }}
QPushButton[stage] {{ background: transparent; border: 1px solid transparent;
    border-radius: {px(14)}px; padding: {px(4)}px {px(9)}px; color: {c["muted"]}; }}
QPushButton[stage="done"] {{ color: {c["text"]}; }}
QPushButton[stage="now"] {{ background: {c["accent"]}; color: {c["on_accent"]};
    font-weight: 600; }}
QPushButton[stage]:hover {{ background: {c["hover"]}; }}
QPushButton[stage="now"]:hover {{ background: {c["accent_strong"]}; }}
QPushButton[stage]:focus {{ border: 2px solid {c["accent"]};
    padding: {px(4) - 1}px {px(9) - 1}px; }}
QPushButton[stage="now"]:focus {{ border-color: {c["text"]}; }}
QPushButton[nav] {{ background: transparent; border: 1px solid transparent; text-align: left;
    border-radius: {px(7)}px; padding: {px(7)}px {px(10)}px; color: {c["text"]}; }}
QPushButton[nav]:hover {{ background: {c["hover"]}; }}
QPushButton[nav]:checked {{ background: {c["surface"]}; color: {c["accent"]}; font-weight: 600; }}
QPushButton[nav]:focus {{ border: 2px solid {c["accent"]};
    padding: {px(7) - 1}px {px(10) - 1}px; }}
"""


def _bars(c: Mapping[str, str], px: Px) -> str:
    return f"""
QMenuBar {{ background: {c["surface"]}; color: {c["text"]}; border: none; }}
QMenuBar::item {{ background: transparent; padding: {px(5)}px {px(9)}px; }}
QMenuBar::item:selected {{ background: {c["selected"]}; }}
QMenu {{ background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["border"]};
    padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(28)}px {px(6)}px {px(12)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {c["selected"]}; }}
QMenu::item:disabled {{ color: {c["disabled"]}; }}
QMenu::separator {{ height: 1px; background: {c["separator"]}; margin: {px(4)}px {px(8)}px; }}
QMenu::icon {{ padding-left: {px(8)}px; }}
QStatusBar {{ background: {c["surface"]}; color: {c["muted"]};
    border-top: 1px solid {c["border"]}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {c["muted"]}; }}
QToolBar {{ background: transparent; border: none; spacing: {px(2)}px; padding: 0; }}
QProgressBar {{ background: {c["quiet_fill"]}; border: none; border-radius: {px(3)}px;
    min-height: {px(6)}px; max-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {c["accent"]}; border-radius: {px(3)}px; }}
"""
