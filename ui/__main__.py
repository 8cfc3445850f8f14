"""Starts the program. Words go to the command line before Qt is imported; none opens the window.

Nothing heavy is imported here: the helper processes import this module too.
"""

import argparse
import multiprocessing
import sys
from datetime import datetime

_WINDOW_WORDS = ("--databas", "--namnd")


def main() -> int:
    """Run the program and return its exit code."""
    multiprocessing.freeze_support()
    words = sys.argv[1:]
    if words and words[0].split("=")[0] not in _WINDOW_WORDS:
        from nämnd.cli import main as run_words

        return run_words(words, now=_now())
    from ui.app import run

    asked = _window_options(words)
    return run(databas=asked.databas, nämnd=asked.namnd, clock=_now)


def _window_options(words: list[str]) -> argparse.Namespace:
    from nämnd.cli.parser import SwedishParser

    parser = SwedishParser(prog="namnd")
    parser.add_argument("--databas", metavar="FIL", help="databasens sökväg eller adress")
    parser.add_argument("--namnd", metavar="NAMN", help="nämnden att visa")
    return parser.parse_args(words)


def _now() -> datetime:
    return datetime.now()  # noqa: DTZ005, TID251 - the one clock, local as the user reads it


if __name__ == "__main__":
    raise SystemExit(main())
