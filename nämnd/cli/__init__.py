"""The command line: everything the program does, without a screen."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TextIO

from nämnd.cli.parser import build_parser
from nämnd.core.errors import NämndError


def main(
    words: Sequence[str], *, now: datetime, out: TextIO | None = None, err: TextIO | None = None
) -> int:
    """Do what `words` say; return 0; 1: refused, or something is wrong; 2: the words are.

    Args:
        words: the command line without the program's name.
        now: local time.
        out: where answers go; standard output by default.
        err: where refusals and doubts go; standard error by default.
    """
    told, refused = out or sys.stdout, err or sys.stderr
    asked = build_parser().parse_args(list(words))
    try:
        fits = _do(asked.what, asked, now, told, refused)
    except NämndError as error:
        from nämnd.error_messages import message_for

        print(message_for(error), file=refused)
        return 1
    return 0 if fits else 1


def _do(
    what: str | None, asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO
) -> bool:
    """Do it; return False when a control has found something wrong."""
    from nämnd.cli import actions

    match what:
        case "diarium":
            _diarium(asked, now, out, err)
        case "importera":
            actions.import_file(asked, now, out, err)
        case "exportera":
            from nämnd.cli.noting import note_export

            actions.export(asked, now, out, err)
            note_export(asked, now, err)
        case "granska":
            from nämnd.cli.review import review

            review(asked, now, out)
        case "justering":
            from nämnd.cli.justering import justering

            justering(asked, now, out)
        case "kontrollera":
            from nämnd.cli.kontroll import control

            return control(asked, now, out, err)
        case _:
            _show(what, asked, now, out, err)
    return True


def _show(
    what: str | None, asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO
) -> None:
    """Tell what there is; nothing is changed."""
    from nämnd.cli import actions

    match what:
        case "lista":
            actions.show(asked, now, out)
        case "schema":
            actions.show_schema(out)
        case "sok":
            from nämnd.cli.sok import find

            find(asked, now, out, err)
        case "frister":
            from nämnd.cli.frister import show_frister

            show_frister(asked, now, out, err)
        case "bevakningar":
            from nämnd.cli.bevakningar import show_bevakningar

            show_bevakningar(asked, now, out, err)
        case _:
            build_parser().print_help(out)


def _diarium(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    match asked.gor:
        case "vantar":
            from nämnd.cli.beredning import show_waiting

            show_waiting(asked, now, out)
        case "lagg-pa":
            from nämnd.cli.beredning import put_on_dagordning

            put_on_dagordning(asked, now, out)
        case _:
            from nämnd.cli.diarium import take_in

            take_in(asked, now, out, err)
