"""What waits for a dagordning, and putting it on one, without a window."""

import argparse
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TextIO

from sqlalchemy.orm import Session

from nämnd.beredning.proposals import put
from nämnd.beredning.queries import waiting
from nämnd.beredning.values import Waiting, Waits
from nämnd.beredning.wording import day_text
from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.sammanträde.dagordning import Dagordning
from nämnd.sammanträde.queries import dagordning
from nämnd.ärende.queries import find_ärende, ärende_view


def show_waiting(asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    """Write what waits, what the law demands first.

    Raises:
        NämndError: it can't be told of which nämnd.
    """
    with opened(asked.databas, now=now, read_only=True) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        found = store.ask(lambda session: waiting(session, nämnd_id, now.date()))
    if asked.format == "json":
        print(json.dumps([_values(one) for one in found], ensure_ascii=False, indent=2), file=out)
        return
    for one in found or ():
        print(_line(one), file=out)
    if not found:
        print("Inget väntar på en dagordning.", file=out)


def put_on_dagordning(asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    """Put what is named on the dagordning of a sammanträde, in one step; nothing else is written.

    Raises:
        ÄrendeUnknownError: what is named neither waits nor is an ärende. Nothing is then changed.
        NämndError: as the commands raise it.
    """
    with opened(asked.databas, now=now, read_only=False) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
        items = store.ask(lambda session: _named(session, nämnd_id, asked.vad, now.date()))
        before = store.ask(lambda session: dagordning(session, key))
        step = put(items, key, now.isoformat(timespec="seconds"))
        store.do(step, "Lägg på dagordningen")
        after = store.ask(lambda session: dagordning(session, key))
    there = {punkt.id for punkt in before.punkter}
    print(f"På dagordningen den {day_text(after.sammanträde.day)}:", file=out)
    for line in _punkt_lines(after, there):
        print(line, file=out)


def _named(
    session: Session, nämnd_id: str, words: Sequence[str], today: date
) -> tuple[Waiting, ...]:
    """Return what the user means: by an id from `vantar`, or by the dnr of an ärende."""
    found = waiting(session, nämnd_id, today)
    by_key = {one.key: one for one in found}
    return tuple(by_key.get(word) or _ärende(session, nämnd_id, word, found) for word in words)


def _ärende(session: Session, nämnd_id: str, word: str, found: Sequence[Waiting]) -> Waiting:
    key = find_ärende(session, nämnd_id, word)
    comes = (Waits.BORDLAGT, Waits.ÅTERREMITTERAT, Waits.VÄNTAR)
    there = next((one for one in found if one.ärende_id == key and one.why in comes), None)
    return there or Waiting(Waits.VÄNTAR, key, ärende_view(session, key).draft.rubrik, key, word)


def _punkt_lines(now: Dagordning, before: set[str]) -> list[str]:
    """Return the new punkter, or the anmälan that was there already and has got more."""
    new = [punkt for punkt in now.punkter if punkt.id not in before]
    shown = new or [punkt for punkt in now.punkter if punkt.slag == "anmälan"]
    return [f"{punkt.nummer}. {punkt.rubrik}" for punkt in shown]


def _line(one: Waiting) -> str:
    parts = (
        f"{one.rubrik} ({one.dnr})" if one.dnr else one.rubrik,
        one.where,
        one.till,
        f"senast den {day_text(one.senast)}" if one.senast else "",
    )
    return f"{one.why.value}: {', '.join(filter(None, parts))} [{one.key}]"


def _values(one: Waiting) -> dict[str, object]:
    return {
        "varför": one.why.value,
        "id": one.key,
        "rubrik": one.rubrik,
        "dnr": one.dnr,
        "ärende": one.ärende_id,
        "sedan": one.since,
        "var": one.where,
        "till": one.till,
        "måste": one.must,
        "senast": one.senast,
    }
