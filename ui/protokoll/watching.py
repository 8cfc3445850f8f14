"""«Bevaka …»: a § or one of its att-satser is followed up from where it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from nämnd.bevakning.values import Källa
from nämnd.protokoll.values import BeslutspunktRow, ParagrafRow
from ui.sammanträde.popups import entry, pop_below, popup

if TYPE_CHECKING:
    from ui.desk import Go
    from ui.protokoll.paragraf_editor import ParagrafEditor

_WHOLE = "Hela paragrafen …"


def watch_from(editor: ParagrafEditor, go: Go) -> None:
    """Let the button of the editor watch the § that is shown: all of it or an att-sats."""

    def ask() -> None:
        if editor.shown is not None:
            pop_below(editor.watch, watch_menu(editor, go, editor.shown))

    editor.watch.clicked.connect(ask)


def watch_menu(parent: QWidget, go: Go, row: ParagrafRow) -> QMenu:
    """Return a menu of the § and its att-satser."""
    menu = popup(parent)
    menu.setTitle("Bevaka")
    entry(menu, _WHOLE, lambda: go.watch(_källa(row), row.rubrik))
    for one in row.beslutspunkter:
        _entry(menu, go, row, one)
    menu.addSeparator()
    entry(menu, "Nytt delprojekt av beslutet …", lambda: go.new_delprojekt(row.id))
    return menu


def _entry(menu: QMenu, go: Go, row: ParagrafRow, one: BeslutspunktRow) -> None:
    said = f"Att-sats {one.nummer}: {' '.join(one.text.split())}"
    entry(menu, said, lambda: go.watch(_källa(row, one), row.rubrik))


def _källa(row: ParagrafRow, one: BeslutspunktRow | None = None) -> Källa:
    return Källa(paragraf_id=row.id, beslutspunkt_id=one.id if one else None)
