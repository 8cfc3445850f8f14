"""The menus of the page: about the selected rows, and about the sammanträde as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow
from ui.protokoll.rows import unhandled
from ui.protokoll.watching import watch_menu
from ui.protokoll.words import is_justerad
from ui.sammanträde.popups import entry, popup

if TYPE_CHECKING:
    from ui.desk import Go
    from ui.protokoll.paragraf_actions import ParagrafActions

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class MeetingActs:
    """What the menu of the sammanträde can do. `papers`: name and act of each paper."""

    close: Act
    reopen: Act
    times: Act
    first_number: Act
    upprop: Act
    check: Act
    justering: Act
    papers: tuple[tuple[str, Act], ...]


def meeting_menu(parent: QWidget, now: Protokoll, acts: MeetingActs) -> QMenu:
    """Return the menu of the sammanträde as a whole."""
    menu = popup(parent)
    days = now.sammanträde.dagar
    if days and days[-1].avslutat is not None:
        entry(menu, "Fortsätt sammanträdet", acts.reopen)
    else:
        entry(menu, "Avsluta sammanträdet", acts.close)
    entry(menu, "Tider och ajourneringar …", acts.times)
    entry(menu, "Första paragrafen …", acts.first_number)
    menu.addSeparator()
    entry(menu, "Upprop …", acts.upprop)
    entry(menu, "Granska protokollet", acts.check)
    entry(menu, "Justeringen", acts.justering)
    made = QMenu("Exportera", menu)
    for text, act in acts.papers:
        entry(made, text, act)
    menu.addSeparator()
    menu.addMenu(made)
    return menu


def row_menu(
    parent: QWidget,
    actions: ParagrafActions,
    ids: Sequence[str],
    move: Callable[[int], object],
    go: Go,
) -> QMenu:
    """Return what can be done with §§ and punkter that are left. `move`: up (-1) or down (1)."""
    menu, now = popup(parent), actions.now
    if now is None:
        return menu
    paragrafer = [one for one in now.paragrafer if one.id in ids]
    left = [one for one in unhandled(now) if one.id in ids]
    if len(left) == 1 and not paragrafer:
        entry(menu, "Behandla", lambda: actions.handle(left[0].id))
    entry(menu, "Klubba enligt förslag", lambda: actions.klubba(ids))
    entry(menu, "Bordlägg …", lambda: actions.decide(ids, "bordläggning"))
    entry(menu, "Återremittera …", lambda: actions.decide(ids, "återremiss"))
    entry(menu, _go_text(paragrafer, left), lambda: actions.let_go(ids))
    menu.addSeparator()
    if len(paragrafer) == 1 and not left:
        menu.addMenu(watch_menu(menu, go, paragrafer[0]))
        _of_one(menu, now, actions, paragrafer[0])
    entry(menu, "Flytta upp", lambda: move(-1))
    entry(menu, "Flytta ned", lambda: move(1))
    if paragrafer and not left:
        menu.addSeparator()
        entry(menu, "Ta tillbaka: inte behandlad", lambda: actions.undraw(ids))
    return menu


def _of_one(menu: QMenu, now: Protokoll, actions: ParagrafActions, row: ParagrafRow) -> None:
    if row.klar and not is_justerad(now, row):
        entry(menu, "Återuppta behandlingen", lambda: actions.reopen(row.id))
    immediate = row.omedelbart_justerad
    text = "Justeras inte omedelbart" if immediate else "Justeras omedelbart"
    entry(menu, text, lambda: actions.justera_now(row.id, now=not immediate))
    menu.addSeparator()


def _go_text(paragrafer: Sequence[ParagrafRow], left: Sequence[PunktRow]) -> str:
    back = bool(left) and not paragrafer and all(one.utgår is not None for one in left)
    return "Ta upp igen" if back else "Låt utgå …"
