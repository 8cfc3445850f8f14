"""`namnd exportera anslag|anslagsbevis|delegationsprotokoll`: what stands on the boards."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from nämnd.anslag.errors import AnslagError, AnslagFault
from nämnd.anslag.queries import anslag_views
from nämnd.bilaga.files import FileStore
from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.core.disk import make_folder
from nämnd.core.errors import OptionUnfitError
from nämnd.core.progress import finish
from nämnd.delegation.errors import DelegationsprotokollUnknownError
from nämnd.delegation.queries import delegationsprotokoll_rows
from nämnd.paket.anslag import What, announced_name, announced_paper, gather_announced
from nämnd.paket.papers import write_paper
from nämnd.store import Store

DELEGATION: What = "delegationsprotokoll"
ANNOUNCED: tuple[What, ...] = ("anslag", "anslagsbevis", DELEGATION)


def export_announced(asked: argparse.Namespace, form: str, now: datetime, out: TextIO) -> None:
    """Write the paper of each set of §§ that is justerad, or of one delegationsprotokoll.

    Raises:
        NämndError: it can't be told which, or nothing of it is to be announced yet.
    """
    with opened(asked.databas, now=now, read_only=True) as store:
        keys = store.ask(lambda session: _keys(session, asked))
        for path in _write(store, keys, asked, form, now):
            print(path, file=out)


def check_delegation(asked: argparse.Namespace) -> None:
    """Refuse --delegation with a document that has nothing to do with it.

    Raises:
        OptionUnfitError: it has.
    """
    if asked.delegation is not None and asked.dokument not in ANNOUNCED:
        raise OptionUnfitError("--delegation", DELEGATION, asked.dokument)


def _keys(session: Session, asked: argparse.Namespace) -> Sequence[str]:
    nämnd_id = chosen_nämnd(session, asked.namnd)
    if asked.dokument == DELEGATION or asked.delegation is not None:
        return [_chosen_protokoll(session, nämnd_id, asked.delegation)]
    views = anslag_views(session, chosen_sammanträde(session, nämnd_id, asked.sammantrade))
    found = [view.key for view in views if view.is_justerat]
    if not found:
        raise AnslagError(AnslagFault.NOT_JUSTERAT)
    return found


def _chosen_protokoll(session: Session, nämnd_id: str, wanted: str | None) -> str:
    """Return the delegationsprotokoll of a day or with an id; the only one when none is named."""
    rows = delegationsprotokoll_rows(session, nämnd_id)
    fits = [row for row in rows if wanted in (None, row.id, row.datum.isoformat())]
    if len(fits) != 1:
        known = tuple(row.datum.isoformat() for row in rows)
        raise DelegationsprotokollUnknownError(wanted or "", known)
    return fits[0].id


def _write(
    store: Store, keys: Sequence[str], asked: argparse.Namespace, form: str, now: datetime
) -> Sequence[Path]:
    folder, files = Path(asked.till), FileStore(store.place.files)
    made: list[Path] = []
    for key in keys:
        announced = gather_announced(store, files, key)
        paper = announced_paper(announced, asked.dokument, today=now.date())
        make_folder(folder)
        target = folder / announced_name(announced, asked.dokument, f".{form}")
        made.append(finish(write_paper(paper, target, created=now)))
    return made
