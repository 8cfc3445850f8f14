"""What the words do."""

import argparse
import json
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli import people
from nämnd.cli.anslag import ANNOUNCED, check_delegation, export_announced
from nämnd.cli.arshjul import ÅRSHJUL, ÅRSHJUL_FORMATS, export_årshjul
from nämnd.cli.blankett import (
    BLANKETT_FORMATS,
    BLANKETTER,
    check_blankett_options,
    export_blanketter,
)
from nämnd.cli.delprojekt import (
    FOLLOW_UP_FORMATS,
    FOLLOWED_UP,
    check_follow_up_options,
    export_follow_up,
)
from nämnd.cli.lists import (
    LIST_FORMATS,
    LISTS,
    SKRIVELSE,
    check_list_options,
    export_list,
    export_skrivelser,
)
from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.cli.utdrag import check_options, chosen_utdrag
from nämnd.core.disk import make_folder
from nämnd.core.errors import DayMalformedError, FormatUnfitError
from nämnd.core.progress import finish
from nämnd.core.swedish import counted, long_date
from nämnd.core.worker import Worker
from nämnd.läsning.dagordning import read_dagordning
from nämnd.läsning.found import FoundDagordning
from nämnd.organisation.queries import nämnder
from nämnd.paket.paper_kinds import OF_PROTOKOLL, UTDRAG_MAIL, Kind
from nämnd.paket.papers import gather
from nämnd.paket.reasons import sentences_for
from nämnd.paket.sending import (
    Order,
    cache_of,
    make_all,
    make_files,
    plan_utskick,
)
from nämnd.sammanträde.import_command import ImportDagordning
from nämnd.sammanträde.queries import sammanträden
from nämnd.store import Store

_FORMATS = {
    "utskick": ("pdf", "zip"),
    ÅRSHJUL: ÅRSHJUL_FORMATS,
    "utbyte": ("json",),
    "publik": ("pdf", "docx"),
    "arkiv": ("mapp",),
    "diarium": LIST_FORMATS,
    "beslutsregister": LIST_FORMATS,
    **FOLLOW_UP_FORMATS,
    **BLANKETT_FORMATS,
}
_PAPER_FORMATS = ("pdf", "docx")


def import_file(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Read a dagordning, a list of ledamöter or an exchange file into the database."""
    path = Path(asked.fil)
    with opened(asked.databas, now=now, read_only=False) as store:
        if path.suffix.lower() == ".json":
            _import_utbyte(store, path, asked, now, out)
        elif path.suffix.lower() in people.SUFFIXES:
            people.import_people(store, path, asked, out, err)
        else:
            _import_dagordning(store, path, asked, now, out, err)


def export(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Write a paper, an utskick or an exchange file."""
    form = _form(asked.dokument, asked.format)
    check_options(asked)
    check_delegation(asked)
    check_list_options(asked)
    check_follow_up_options(asked)
    check_blankett_options(asked)
    if _export_of_its_own(asked, form, now, out, err):
        return
    with opened(asked.databas, now=now, read_only=True) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        if asked.dokument == "utbyte":
            _export_utbyte(store, nämnd_id, asked, out)
            return
        key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
        _export_paper(store, key, Kind(asked.dokument, f".{form}"), asked, now, out, err)


def _export_of_its_own(
    asked: argparse.Namespace, form: str, now: datetime, out: TextIO, err: TextIO
) -> bool:
    """Write what has a module of its own; False when it is none of that."""
    if asked.dokument == ÅRSHJUL:
        export_årshjul(asked, form, now, out)
        return True
    if asked.dokument in ANNOUNCED:
        export_announced(asked, form, now, out)
        return True
    if asked.dokument in FOLLOWED_UP:
        export_follow_up(asked, form, now, out)
        return True
    if asked.dokument in BLANKETTER:
        export_blanketter(asked, form, now, out, err)
        return True
    if asked.dokument == "arkiv":
        from nämnd.cli.arkiv import export_arkiv

        export_arkiv(asked, now, out, err)
        return True
    if asked.dokument in LISTS:
        export_list(asked, form, now, out, err)
        return True
    if asked.dokument == SKRIVELSE:
        export_skrivelser(asked, form, now, out)
        return True
    if asked.dokument == "publik":
        from nämnd.cli.public import export_public

        export_public(asked, form, now, out, err)
        return True
    return False


def show(asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    """List the nämnder and their sammanträden."""
    with opened(asked.databas, now=now, read_only=True) as store:
        rows = store.ask(nämnder)
        if asked.namnd is not None:
            key = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
            rows = tuple(row for row in rows if row.id == key)
        for row in rows:
            print(row.namn, file=out)
            for one in store.ask(lambda session, row=row: sammanträden(session, row.id)):
                day = one.dagar[0].isoformat() if one.dagar else "utan datum"
                print(f"  {day}  {one.plats}  {counted(one.punkter, 'punkt', 'punkter')}", file=out)


def show_schema(out: TextIO) -> None:
    """Write the JSON schema of the exchange format."""
    from nämnd.utbyte.objects.json_schema import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=2), file=out)


def _import_dagordning(
    store: Store,
    path: Path,
    asked: argparse.Namespace,
    now: datetime,
    out: TextIO,
    err: TextIO,
) -> None:
    found = _with_day(_read(path), asked.datum)
    nämnd_id = None
    if asked.namnd is not None:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
    when = now.isoformat(timespec="seconds")
    store.do(ImportDagordning(found=found, nämnd_id=nämnd_id, when=when), f"läs in {path.name}")
    bilagor = sum(len(punkt.bilagor) for punkt in found.punkter)
    day = long_date(found.day) if found.day else ""
    print(
        f"Läste in {counted(len(found.punkter), 'punkt', 'punkter')} och "
        f"{counted(bilagor, 'bilaga', 'bilagor')} till sammanträdet {day}.",
        file=out,
    )
    for doubt in (*found.doubts, *(one for punkt in found.punkter for one in punkt.doubts)):
        print(f"Kontrollera (rad {doubt.line + 1}): {doubt.text}", file=err)


def _read(path: Path) -> FoundDagordning:
    worker = Worker()  # a foreign file is read in a process of its own, with limits
    try:
        return finish(worker.run(read_dagordning, path))
    finally:
        worker.close()


def _with_day(found: FoundDagordning, wanted: str | None) -> FoundDagordning:
    from dataclasses import replace

    if wanted is None:
        return found
    try:
        return replace(found, day=date.fromisoformat(wanted))
    except ValueError as error:
        raise DayMalformedError(wanted) from error


def _import_utbyte(
    store: Store, path: Path, asked: argparse.Namespace, now: datetime, out: TextIO
) -> None:
    from nämnd.utbyte.commands import ImportUtbyte
    from nämnd.utbyte.preparing import prepare

    prepared = finish(prepare(path, FileStore(store.place.files)))
    command = ImportUtbyte(
        prepared=prepared, when=now.isoformat(timespec="seconds"), replace=asked.ersatt
    )
    outcome = store.do(command, f"läs in {path.name}")
    rows = counted(len(outcome.changes), "uppgift", "uppgifter")
    said = (
        f"Läste in {path.name}: {rows} ändrades."
        if outcome.changes
        else (f"{path.name} stämmer med det som redan finns. Ingenting ändrades.")
    )
    print(said, file=out)


def _form(dokument: str, wanted: str | None) -> str:
    forms = _FORMATS.get(dokument, _PAPER_FORMATS)
    if wanted is not None and wanted not in forms:
        raise FormatUnfitError(dokument, wanted, forms)
    return wanted or forms[0]


def _export_utbyte(store: Store, nämnd_id: str, asked: argparse.Namespace, out: TextIO) -> None:
    from nämnd.utbyte.export import build, write_utbyte

    files = FileStore(store.place.files)
    key = None
    if asked.sammantrade is not None:
        key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
    folder = Path(asked.till)
    make_folder(folder)
    path = finish(write_utbyte(build(store, files, nämnd_id, key), files, folder))
    print(path, file=out)


def _export_paper(  # noqa: PLR0913, PLR0917 - one call, from above
    store: Store,
    sammanträde_id: str,
    kind: Kind,
    asked: argparse.Namespace,
    now: datetime,
    out: TextIO,
    err: TextIO,
) -> None:
    files = FileStore(store.place.files)
    needed = kind.what in OF_PROTOKOLL
    papers = gather(store, files, sammanträde_id, today=now.date(), protokoll=needed)
    utdrag = chosen_utdrag(papers, kind, asked)
    plan = plan_utskick(papers, files, cache=cache_of(store.place), created=now)
    kinds = (kind, UTDRAG_MAIL) if asked.brev else (kind,)
    order = Order(papers, plan, kinds, mail=False, utdrag=utdrag)
    made = finish(make_all(make_files, order, Path(asked.till)))
    for one in made.files:
        print(one.path, file=out)
    for sentence in sentences_for(made.to_tell):
        print(sentence, file=err)
