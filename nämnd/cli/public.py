"""`namnd exportera publik`: the public protokoll and utskick, once all of it is reviewed."""

import argparse
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.core.errors import DatabaseBusyError
from nämnd.core.progress import finish
from nämnd.paket.public.making import PublicMade, make_public, make_public_files, public_utgåvor
from nämnd.paket.public.planning import What, plan_public
from nämnd.paket.public.reviewing import review
from nämnd.paket.public.sentences import not_published_texts
from nämnd.paket.sending import cache_of
from nämnd.publicering.commands import RecordPublished
from nämnd.store import Store

ALL = "allt"
_NOT_RECORDED = (
    "Databasen är öppen i ett annat program. Filerna är gjorda, men står inte i historiken."
)


def export_public(
    asked: argparse.Namespace, form: str, now: datetime, out: TextIO, err: TextIO
) -> None:
    """Write the public files and record them.

    Raises:
        NotReviewedError: something is not reviewed, or has changed since. Nothing is written.
    """
    what = frozenset(What) if asked.vad in (None, ALL) else frozenset({What(asked.vad)})
    with _opened(asked, now) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
        files = FileStore(store.place.files)
        found = review(store, files, key, today=now.date())
        order = plan_public(
            found, files, what, forms=(f".{form}",), cache=cache_of(store.place), created=now
        )
        made = finish(make_public(make_public_files, order, Path(asked.till)))
        _record(store, files, key, made, now, err)
    for one in made.files:
        print(one.path, file=out)
    for sentence in not_published_texts(made.to_tell):
        print(sentence, file=err)


@contextmanager
def _opened(asked: argparse.Namespace, now: datetime) -> Generator[Store]:
    """Open the database for writing, or for reading when another program has it."""
    with ExitStack() as stack:
        try:
            store = stack.enter_context(opened(asked.databas, now=now, read_only=False))
        except DatabaseBusyError:
            store = stack.enter_context(opened(asked.databas, now=now, read_only=True))
        yield store


def _record(
    store: Store, files: FileStore, key: str, made: PublicMade, now: datetime, err: TextIO
) -> None:
    if store.read_only:
        print(_NOT_RECORDED, file=err)
        return
    utgåvor = public_utgåvor(made, files)
    store.do(
        RecordPublished(sammanträde_id=key, utgåvor=utgåvor, when=now), "gör offentlig version"
    )
