"""`namnd exportera uppfoljning|delprojekt`: a program as a report, and a delprojekt's last one."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.beside import save_beside
from nämnd.core.disk import make_folder
from nämnd.core.errors import OptionUnfitError
from nämnd.delprojekt.errors import DelprojektUnknownError
from nämnd.delprojekt.queries import find_delprojekt, newest_rapport, program_report
from nämnd.paket.delprojekt import PROGRAM_FORMS, gather_rapport, make_program_report, program_name
from nämnd.paket.paper_file import FORMS, document_bytes

UPPFÖLJNING, DELPROJEKT = "uppfoljning", "delprojekt"
FOLLOWED_UP = (UPPFÖLJNING, DELPROJEKT)
FOLLOW_UP_FORMATS = {
    UPPFÖLJNING: tuple(form.removeprefix(".") for form in PROGRAM_FORMS),
    DELPROJEKT: tuple(form.removeprefix(".") for form in FORMS),
}


def check_follow_up_options(asked: argparse.Namespace) -> None:
    """Refuse what belongs to a delprojekt when another document is asked for.

    Raises:
        OptionUnfitError: it does.
    """
    for option, given, fits in (
        ("--program", asked.program, FOLLOWED_UP),
        ("--nummer", asked.nummer, (DELPROJEKT,)),
    ):
        if given is not None and asked.dokument not in fits:
            raise OptionUnfitError(option, " och ".join(fits), asked.dokument)


def export_follow_up(asked: argparse.Namespace, form: str, now: datetime, out: TextIO) -> None:
    """Write the report of a program, or missiv and rapport of a delprojekt.

    Raises:
        NämndError: it can't be told of which nämnd, program or delprojekt; or it can't be written.
    """
    if asked.dokument == UPPFÖLJNING:
        _export_program(asked, f".{form}", now, out)
    else:
        _export_delprojekt(asked, f".{form}", now, out)


def _export_program(asked: argparse.Namespace, suffix: str, now: datetime, out: TextIO) -> None:
    with opened(asked.databas, now=now, read_only=True) as store:
        key = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        report = store.ask(lambda session: program_report(session, key, asked.program, now.date()))
        data = make_program_report(
            store,
            key,
            asked.program,
            created=now,
            suffix=suffix,
            files=FileStore(store.place.files),
        )
    _save(Path(asked.till), program_name(report.program, suffix), data, out)


def _export_delprojekt(asked: argparse.Namespace, suffix: str, now: datetime, out: TextIO) -> None:
    if asked.nummer is None:
        raise DelprojektUnknownError("")
    with opened(asked.databas, now=now, read_only=True) as store:
        key = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        rapport_id = store.ask(
            lambda session: newest_rapport(
                session, find_delprojekt(session, key, asked.nummer, asked.program)
            )
        )
        paper = gather_rapport(store, rapport_id, FileStore(store.place.files))
    folder = Path(asked.till)
    for name, document in (
        (paper.missiv_name(suffix), paper.missiv),
        (paper.rapport_name(suffix), paper.rapport),
    ):
        _save(folder, name, document_bytes(document, created=now, suffix=suffix), out)


def _save(folder: Path, name: str, data: bytes, out: TextIO) -> None:
    make_folder(folder)
    save_beside(folder / name, data)
    print(folder / name, file=out)
