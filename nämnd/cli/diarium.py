"""Files taken into the diarium, without a window."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import shown_name
from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.errors import FileMissingError
from nämnd.core.progress import finish
from nämnd.core.swedish import counted
from nämnd.core.worker import Worker
from nämnd.inkorg.commands import new_handling, taken_in
from nämnd.inkorg.gathering import gather
from nämnd.inkorg.queries import doubles
from nämnd.inkorg.values import Gathered, Proposed
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import find_ärende, ärende_view
from nämnd.ärende.rules import beteckning
from nämnd.ärende.values import HandlingRow, ÄrendeDraft, ÄrendeView


@dataclass(frozen=True, slots=True)
class _Told:
    """What was done. `ärende` is None when there was nothing to register."""

    ärende: ÄrendeView | None
    registered: tuple[tuple[Proposed, HandlingRow], ...]
    doubles: tuple[tuple[Proposed, str], ...]  # with the place or beteckning it is a double of
    gathered: Gathered


def take_in(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Register files and folders as handlingar of an ärende, and tell what was left and why.

    What is registered already, or comes twice, is left unless `--dubbletter` is said.

    Raises:
        FileMissingError: a path leads nowhere. Nothing is then registered.
        NämndError: as the commands raise it.
    """
    paths = [Path(one) for one in asked.sokvag]
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise FileMissingError(path)
    with opened(asked.databas, now=now, read_only=False) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        target = _target(store, nämnd_id, asked, now)
        told = _registered(store, target, _gathered(store, paths, now), asked, now)
    if asked.format == "json":
        print(json.dumps(_values(told), ensure_ascii=False, indent=2), file=out)
    else:
        print("\n".join(_lines(told)), file=out)
        for line in _left_lines(told):
            print(line, file=err)


def _target(
    store: Store, nämnd_id: str, asked: argparse.Namespace, now: datetime
) -> RegisterÄrende | str:
    if asked.nytt is None:
        return store.ask(lambda session: find_ärende(session, nämnd_id, asked.arende))
    return RegisterÄrende(
        nämnd_id=nämnd_id,
        draft=ÄrendeDraft(rubrik=asked.nytt),
        today=now.date(),
        dnr=asked.dnr,
    )


def _gathered(store: Store, paths: Sequence[Path], now: datetime) -> Gathered:
    files, worker = FileStore(store.place.files), Worker()
    try:
        return finish(
            gather(
                paths,
                files,
                lambda known: store.ask(lambda session: doubles(session, known)),
                today=now.date(),
                worker=worker,
            )
        )
    finally:
        worker.close()


def _registered(
    store: Store,
    target: RegisterÄrende | str,
    gathered: Gathered,
    asked: argparse.Namespace,
    now: datetime,
) -> _Told:
    again = {} if asked.dubbletter else dict(_doubles(gathered))
    kept = [one for number, one in enumerate(gathered.proposed) if number not in again]
    left = tuple((gathered.proposed[number], what) for number, what in again.items())
    if not kept:
        return _Told(None, (), left, gathered)
    new = tuple(new_handling(one) for one in kept)
    when = now.isoformat(timespec="seconds")
    command = taken_in(target, new, when=when, today=now.date())
    store.do(command, f"ta in {counted(len(new), 'handling', 'handlingar')}")
    key = target if isinstance(target, str) else target.ärende_id
    rows = {row.id: row for row in store.ask(lambda session: handlingar(session, key))}
    done = tuple((one, rows[put.handling_id]) for one, put in zip(kept, new, strict=True))
    return _Told(store.ask(lambda session: ärende_view(session, key)), done, left, gathered)


def _doubles(gathered: Gathered) -> Iterator[tuple[int, str]]:
    """Yield the number of each file that is there already, and what it is a double of."""
    for number, one in enumerate(gathered.proposed):
        if one.doubles:
            yield number, one.doubles[0].beteckning
        elif one.same_as is not None:
            yield number, gathered.proposed[one.same_as].place


def _values(told: _Told) -> dict[str, object]:
    dnr = told.ärende.dnr if told.ärende else ""
    return {
        "ärende": {"id": told.ärende.id, "dnr": dnr} if told.ärende else None,
        "handlingar": [_value(one, row, dnr) for one, row in told.registered],
        "dubbletter": [{"plats": one.place, "samma_som": what} for one, what in told.doubles],
        "utelämnat": [
            {"plats": one.place, "skäl": one.why.value} for one in told.gathered.left
        ],
    }  # fmt: skip


def _value(one: Proposed, row: HandlingRow, dnr: str) -> dict[str, object]:
    return {
        "id": row.id,
        "beteckning": beteckning(dnr, row.löpnr),
        "rubrik": row.draft.rubrik,
        "datum": row.draft.datum.isoformat(),
        "riktning": row.draft.riktning,
        "från_till": row.draft.från_till,
        "slag": row.draft.slag,
        "plats": one.place,
        "sha256": one.file.sha256,
        "varningar": list(one.warnings),
    }


def _lines(told: _Told) -> Iterator[str]:
    if told.ärende is None:
        yield "Det fanns ingenting nytt att registrera."
        return
    many = counted(len(told.registered), "handling", "handlingar")
    yield f"Registrerade {many} i {told.ärende.dnr} {told.ärende.draft.rubrik}."
    for one, row in told.registered:
        warned = f" (varning: {', '.join(one.warnings)})" if one.warnings else ""
        yield f"  {beteckning(told.ärende.dnr, row.löpnr)}  {row.draft.rubrik}{warned}"


def _left_lines(told: _Told) -> Iterator[str]:
    for one, what in told.doubles:
        yield f"Togs inte in: {one.place} har samma innehåll som {shown_name(what)}."
    for one in told.gathered.left:
        yield f"Togs inte in: {one.place} ({one.why.value})."
