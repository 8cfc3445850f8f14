"""`namnd exportera diarium|beslutsregister|skrivelse`: lists of what there is, and what is written.

Lists are for everybody unless `--alla` is said: nobody should have to remember that.
"""

import argparse
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli.arshjul import ÅRSHJUL
from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.beside import save_beside
from nämnd.core.disk import make_folder
from nämnd.core.errors import OptionUnfitError
from nämnd.core.progress import finish
from nämnd.core.swedish import counted
from nämnd.paket.errors import SkrivelseMissingError
from nämnd.paket.lists import (
    FORMS,
    BeslutList,
    List,
    gather_beslut,
    gather_diarium,
    list_name,
    write_list,
)
from nämnd.paket.public.beslut import not_shown
from nämnd.paket.skrivelse import gather_skrivelse, skrivelse_bytes
from nämnd.register.values import BeslutFilter
from nämnd.store import Store
from nämnd.ärende.queries import find_ärende, skrivelser

DIARIUM, BESLUTSREGISTER, SKRIVELSE = "diarium", "beslutsregister", "skrivelse"
LISTS = (DIARIUM, BESLUTSREGISTER)
LIST_FORMATS = tuple(form.removeprefix(".") for form in FORMS)


def check_list_options(asked: argparse.Namespace) -> None:
    """Refuse what belongs to a list or an ärende when another document is asked for.

    Raises:
        OptionUnfitError: it does.
    """
    options = (
        ("--alla", asked.alla, LISTS),
        ("--publik", asked.publik, LISTS),
        ("--ar", asked.ar, (*LISTS, ÅRSHJUL)),
        ("--arende", asked.arende, (BESLUTSREGISTER, SKRIVELSE)),
    )
    for option, given, fits in options:
        if given and asked.dokument not in fits:
            raise OptionUnfitError(option, " och ".join(fits), asked.dokument)


def export_list(
    asked: argparse.Namespace, form: str, now: datetime, out: TextIO, err: TextIO
) -> None:
    """Write a list. What of it nobody may see yet is told.

    Raises:
        NämndError: it can't be told of which nämnd or ärende, or it can't be written.
    """
    with opened(asked.databas, now=now, read_only=True) as store:
        found = _gathered(store, asked, now)
    folder, suffix = Path(asked.till), f".{form}"
    make_folder(folder)
    target = folder / list_name(found, suffix)
    print(finish(write_list(found, suffix, target, created=now)), file=out)
    if isinstance(found, BeslutList) and found.listing.public:
        _tell_hidden(found, err)


def export_skrivelser(asked: argparse.Namespace, form: str, now: datetime, out: TextIO) -> None:
    """Write every skrivelse of an ärende.

    Raises:
        NämndError: it can't be told of which ärende, or nothing is written in it.
    """
    if asked.arende is None:
        raise SkrivelseMissingError(None)
    with opened(asked.databas, now=now, read_only=True) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        ärende_id = store.ask(lambda session: find_ärende(session, nämnd_id, asked.arende))
        rows = store.ask(lambda session: skrivelser(session, ärende_id))
        if not rows:
            raise SkrivelseMissingError(asked.arende)
        for path in _write(store, (row.id for row in rows), Path(asked.till), f".{form}", now):
            print(path, file=out)


def _gathered(store: Store, asked: argparse.Namespace, now: datetime) -> List:
    nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
    files, public = FileStore(store.place.files), not asked.alla
    if asked.dokument == DIARIUM:
        return gather_diarium(store, files, nämnd_id, today=now.date(), public=public, år=asked.ar)
    ärende_id = None
    if asked.arende is not None:
        ärende_id = store.ask(lambda session: find_ärende(session, nämnd_id, asked.arende))
    wanted = BeslutFilter(nämnd_id=nämnd_id, år=asked.ar, ärende_id=ärende_id)
    return gather_beslut(store, files, nämnd_id, wanted, today=now.date(), public=public)


def _tell_hidden(found: BeslutList, err: TextIO) -> None:
    hidden = [row.paragraf for row in not_shown(found.rows)]
    if not hidden:
        return
    one = len(hidden) == 1
    words = counted(len(hidden), "paragraf är dold", "paragrafer är dolda")
    why = (
        "den är under sekretess eller inte är granskad"
        if one
        else ("de är under sekretess eller inte är granskade")
    )
    print(
        f"{words}, eftersom {why} för publicering: {', '.join(hidden)}. Med --alla kommer allt "
        "med, för nämndens egen del.",
        file=err,
    )


def _write(
    store: Store, keys: Iterable[str], folder: Path, suffix: str, now: datetime
) -> Iterable[Path]:
    files, taken = FileStore(store.place.files), set[str]()
    make_folder(folder)
    for key in keys:
        paper = gather_skrivelse(store, files, key)
        target = folder / _free(paper.name(suffix), taken)
        save_beside(target, skrivelse_bytes(paper, created=now, suffix=suffix))
        yield target


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, with a number when it is taken by another skrivelse of the ärende."""
    stem, suffix = Path(name).stem, Path(name).suffix
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    taken.add(name.casefold())
    return name
