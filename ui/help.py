"""Hjälp: the keys there are, and what the program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.toolkit.chips import Keycap
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.theme import Theme

KEYS = (
    ("Ctrl+K", "Sök ärende, beslut, handling, person, sida eller kommando (> först)"),
    ("Ctrl+1, 2, 3 …", "Översikt, Sammanträden, Ärenden och de andra sidorna till vänster"),
    ("Ctrl+N", "Nytt sammanträde"),
    ("Ctrl+O", "Läs in dagordning eller utbytesfil"),
    ("Ctrl+Skift+N, Ctrl+Skift+O", "Nytt ärende; ta in brev, filer och mappar"),
    ("Ctrl+Skift+L, Ctrl+Skift+W", "I ett ärende: lägg på dagordningen; ny skrivelse"),
    ("Ctrl+Z, Ctrl+Y", "Ångra, gör om: allt, också filer och ordning"),
    ("Alt+↑, Alt+↓", "Flytta den valda punkten eller raden"),
    ("Insert", "Ny punkt efter den valda"),
    ("Delete", "Ta bort det valda (går att ångra)"),
    ("F6", "Nästa del av sidan: lista, punkt, förhandsvisning"),
    ("Ctrl+B, Ctrl+I, Ctrl+L", "Fet, kursiv, länk i löpande text"),
    ("Ctrl+Skift+K", "Skapa kallelse eller tillägg"),
    ("Ctrl+Skift+D, M, J", "Dagordningen, mötesdagen med protokollet, justeringen"),
    ("Ctrl+Enter", "På mötesdagen: nästa paragraf, och sist granska"),
    ("B", "På mötesdagen: klubba det valda i listan enligt förslag"),
    ("Enter", "På mötesdagen: behandla punkten, eller gå till beslutet"),
    ("Ctrl+U, Ctrl+J, Ctrl+G", "Upprop; öppna, ajournera och återuppta; granska"),
    ("Ctrl+F, Ctrl+H", "Sök paragraf; visa eller dölj närvaron till höger"),
    ("Ctrl+Skift+F", "Frånvaro och ersättare"),
    ("Ctrl+P", "Skriv ut dagordningen (kallelsen finns i menyn)"),
    ("Ctrl++, Ctrl+-, Ctrl+0", "Större, mindre, hel bredd i förhandsvisningen"),
    ("Ctrl+Skift++, Ctrl+Skift+-", "Större och mindre text i hela programmet"),
    ("F1", "Den här listan"),
    ("Ctrl+Q", "Avsluta"),
)


def show_keys(parent: QWidget, theme: Theme) -> None:
    """Open the list of keys."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Kortkommandon")
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(8))
    for place, (keys, what) in enumerate(KEYS):
        grid.addWidget(Keycap(keys), place, 0)
        grid.addWidget(label(what), place, 1)
    _open(dialog, theme, grid)


def show_about(parent: QWidget, theme: Theme) -> None:
    """Open what the program is, its version and licence."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("namnd")
    except PackageNotFoundError:
        number = "0.1.0"
    dialog = QDialog(parent)
    dialog.setWindowTitle("Om Nämnd")
    grid = QGridLayout()
    grid.addWidget(label(f"Nämnd {number}", Label.TITLE), 0, 0)
    grid.addWidget(
        label(
            "För nämndsekreterare i vården: sammanträden, dagordningar, kallelser och utskick.\n\n"
            "Fri programvara under EUPL-1.2. Typsnittet Source Sans 3 är fritt under OFL-1.1.",
            wrap=True,
        ),
        1,
        0,
    )
    dialog.setMinimumWidth(theme.px(420))
    _open(dialog, theme, grid)


def _open(dialog: QDialog, theme: Theme, grid: QGridLayout) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    close = button("Stäng")
    close.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    margin = theme.px(20)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(theme.px(14))
    layout.addLayout(grid)
    layout.addLayout(row(None, close, spacing=0))
    dialog.open()
