"""Starts the program. Words go to the command line before Qt is imported; none opens the window.

Nothing heavy is imported here: the helper processes import this module too.
"""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_WINDOW_WORDS = ("--databas", "--namnd")
_PACKAGE, _ANSWER = ".justering", ".svar"


def main() -> int:
    """Run the program and return its exit code."""
    if getattr(sys, "frozen", False):  # a bundle's helper processes begin here
        import multiprocessing

        multiprocessing.freeze_support()
    words = sys.argv[1:]
    if len(words) == 1 and words[0].lower().endswith(_PACKAGE):
        return _justera(words[0])
    if words and not _for_window(words):
        from nämnd.cli import main as run_words

        return run_words(words, now=_now())
    gc.disable()  # until the first paint: nothing is garbage yet (measured: 60 ms)
    from ui.app import run

    databas, nämnd, svar = _window_options(words) if words else (None, None, None)
    return run(databas=databas, nämnd=nämnd, clock=_now, svar=svar)


def _justera(path: str) -> int:
    """Open a package: what a double click on one asks for."""
    gc.disable()  # until the first paint, as below
    from pathlib import Path

    from ui.app import run_chair

    return run_chair(Path(path), clock=_now)


def _for_window(words: list[str]) -> bool:
    """Say whether the words are the window's: its options, or an answer that is double-clicked."""
    alone = len(words) == 1 and words[0].lower().endswith(_ANSWER)
    return alone or words[0].split("=")[0] in _WINDOW_WORDS


def _window_options(words: list[str]) -> tuple[str | None, str | None, str | None]:
    from nämnd.cli.parser import SwedishParser

    parser = SwedishParser(prog="namnd")
    parser.add_argument("--databas", metavar="FIL", help="databasens sökväg eller adress")
    parser.add_argument("--namnd", metavar="NAMN", help="nämnden att visa")
    parser.add_argument("svar", metavar="SVAR", nargs="?", help="ett svar att läsa in")
    asked: argparse.Namespace = parser.parse_args(words)
    return asked.databas, asked.namnd, asked.svar


def _now() -> datetime:
    return datetime.now()  # noqa: DTZ005, TID251 - the one clock, local as the user reads it


if __name__ == "__main__":
    raise SystemExit(main())
