"""Puts exports from the command line into the log."""

import argparse
from datetime import datetime
from typing import TextIO

from nämnd.cli.place import opened
from nämnd.core.errors import DatabaseBusyError, NämndError
from nämnd.logg.values import EXPORT

_RECORDED = ("arkiv", "publik")  # kept as utgåvor, and so in the log already
_BUSY = "Exporten står inte i loggen, eftersom databasen är öppen i ett annat program."
_REFUSED = "Exporten står inte i loggen."


def note_export(asked: argparse.Namespace, now: datetime, err: TextIO) -> None:
    """Note what was exported and where to. It is done already: a refusal is only told.

    While the export was made the database was open for reading, so that it could be made though
    the window has it open.
    """
    if asked.dokument in _RECORDED:
        return
    try:
        with opened(asked.databas, now=now, read_only=False) as store:
            store.note(EXPORT, f"exportera {asked.dokument} till {asked.till}")
    except DatabaseBusyError:
        print(_BUSY, file=err)
    except NämndError as error:
        from nämnd.error_messages import message_for

        print(f"{_REFUSED} {message_for(error)}", file=err)
