"""What the user can do, found by its words: the entries of the menus, and the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from nämnd.sök.fold import fold, words
from ui.toolkit.theme import Icon

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

SIGN = ">"  # before the words of a command
_BETWEEN = " › "  # noqa: RUF001 - as menus are written of
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do. `path`: the menus it lies in; `keys`: its shortcut."""

    text: str
    path: str
    keys: str = ""
    icon: Icon = Icon.FORWARD
    able: bool = True  # what can't be done now is shown, and says so
    page: bool = False  # it only shows a page
    act: Callable[[], object] = field(default=lambda: None, compare=False)


def all_commands(
    bar: QMenuBar, pages: Iterable[tuple[str, str, Icon]], show: Callable[[str], object]
) -> tuple[Command, ...]:
    """Return the pages (name, text, icon), which `show` shows, then every entry of the menus."""
    first = pages_of(pages, show)
    names = {one.text for one in first}
    return (*first, *(one for one in commands_in(bar) if one.text not in names))


def commands_in(bar: QMenuBar) -> tuple[Command, ...]:
    """Return every entry of the menus, in their order, as they are now."""
    return tuple(
        _command(action, path) for action, path in _leaves(bar.actions(), ()) if action.text()
    )


def pages_of(
    pages: Iterable[tuple[str, str, Icon]], show: Callable[[str], object]
) -> tuple[Command, ...]:
    """Return the pages of the window: name, text and icon of each."""
    return tuple(
        Command(text, "", icon=icon, page=True, act=lambda name=name: show(name))
        for name, text, icon in pages
    )


def matching(commands: Iterable[Command], text: str, *, path: bool = False) -> tuple[Command, ...]:
    """Return the commands with every word of `text`; those that begin with it come first.

    `path`: the words may stand in the names of the menus too.
    """
    asked, whole = words(text), fold(text.strip())
    if not asked:
        return tuple(commands) if not whole else ()
    found = [one for one in commands if _has(f"{one.text} {one.path}" if path else one.text, asked)]
    return tuple(sorted(found, key=lambda one: not fold(one.text).startswith(whole)))


def _has(text: str, asked: list[str]) -> bool:
    there = words(text)
    return all(any(word.startswith(ask) for word in there) for ask in asked)


def _leaves(
    actions: Iterable[QAction], path: tuple[str, ...]
) -> Iterator[tuple[QAction, tuple[str, ...]]]:
    for action in actions:
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _leaves(inner.actions(), (*path, _plain(action.text())))
        elif not action.isSeparator() and action.isVisible():
            yield action, path


def _command(action: QAction, path: tuple[str, ...]) -> Command:
    return Command(
        _plain(action.text()),
        _BETWEEN.join(path),
        action.shortcut().toString(_NATIVE),
        able=action.isEnabled(),
        act=action.trigger,
    )


def _plain(text: str) -> str:
    text = text.partition("\t")[0]  # after it stand keys that are another's
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
