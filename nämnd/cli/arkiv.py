"""`namnd exportera arkiv`: the archive folder of a sammanträde."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.arkiv.gathering import order_of
from nämnd.arkiv.making import make_archive, make_archive_files, record_of
from nämnd.arkiv.sentences import summary
from nämnd.bilaga.files import FileStore
from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.core.progress import finish


def export_arkiv(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Make the folder and record it.

    Raises:
        DatabaseBusyError: the database is open elsewhere, so that it could not be recorded.
        NämndError: as `order_of` and `make_archive` do. Nothing is left behind.
    """
    with opened(asked.databas, now=now, read_only=False) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
        files = FileStore(store.place.files)
        order = order_of(store, files, key, who=store.who, now=now)
        made = finish(make_archive(make_archive_files, order, files, Path(asked.till)))
        store.do(record_of(made), "arkivera sammanträdet")
    print(made.folder, file=out)
    for sentence in summary(made.manifest):
        print(sentence, file=err)
