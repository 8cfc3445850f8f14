"""`namnd exportera arshjul`: the year of a nämnd as PDF, for a calendar, or as data."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.names import safe_name
from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.beside import save_beside
from nämnd.core.disk import make_folder
from nämnd.organisation.queries import nämnd_draft
from nämnd.store import Store
from nämnd.årsplan.queries import year
from nämnd.årsplan.values import Årspost
from nämnd.årsplan.wording import outward, sentence

ÅRSHJUL = "arshjul"
ÅRSHJUL_FORMATS = ("pdf", "ics", "json")


def export_årshjul(asked: argparse.Namespace, form: str, now: datetime, out: TextIO) -> None:
    """Write the year; without `--ar` this year.

    A calendar file gets the sammanträden and bevakningar that have a day in the year.

    Raises:
        NämndError: it can't be told of which nämnd, or it can't be written.
    """
    år = asked.ar or now.year
    with opened(asked.databas, now=now, read_only=True) as store:
        key = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        namn = store.ask(lambda session: nämnd_draft(session, key)).namn
        data = _data(store, key, namn, form, år, now)
    folder = Path(asked.till)
    make_folder(folder)
    target = folder / safe_name(f"Årshjul {år} {namn}", f".{form}")
    save_beside(target, data)
    print(target, file=out)


def _data(store: Store, nämnd_id: str, namn: str, form: str, år: int, now: datetime) -> bytes:
    today = now.date()
    if form == "ics":
        return _calendar(store, nämnd_id, namn, år, now)
    poster = store.ask(lambda session: year(session, nämnd_id, år, today))
    if form == "json":
        return _json(poster, år, namn)
    from nämnd.documents.årshjul import årshjul_pdf

    return årshjul_pdf(poster, år, namn=namn, today=today, created=now)


def _calendar(store: Store, nämnd_id: str, namn: str, år: int, now: datetime) -> bytes:
    from nämnd.documents.calendar_file import calendar_bytes
    from nämnd.årsplan.calendar_events import of_bevakningar, of_möten

    möten = store.ask(lambda session: of_möten(session, nämnd_id))
    watched = store.ask(lambda session: of_bevakningar(session, nämnd_id, now.date()))
    chosen = [one for one in (*möten, *watched) if one.dag.year == år]
    return calendar_bytes(chosen, now=now, namn=namn)


def _json(poster: Sequence[Årspost], år: int, namn: str) -> bytes:
    rows = [{**asdict(one), "i_ord": sentence(one)} for one in outward(poster)]
    whole = {"nämnd": namn, "år": år, "poster": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str).encode()
