"""Sends a set of §§ for justering and reads answers, from the command line."""

import argparse
import getpass
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.cli.secret import passphrase_in
from nämnd.core import paragrafer
from nämnd.core.disk import make_folder, put_in_place, write_refused
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.core.ids import new_id
from nämnd.core.paragrafer import Paragrafer
from nämnd.core.progress import finish
from nämnd.justering.asking import chosen_set
from nämnd.justering.queries import justering_view, justering_views, justeringssätt
from nämnd.justering.rules import PAPER, allowed
from nämnd.justering.values import JusteringView, Sätt
from nämnd.justering.wording import shared_text, taking, which
from nämnd.närvaro.task_commands import PlanJustering
from nämnd.store import Store

WAYS: dict[str, Sätt] = {
    "papper": "papper",
    "godkannande": "godkännande",
    "underskrift": "elektronisk underskrift",
}
_WAYS_IN_TURN: tuple[Sätt, ...] = ("papper", "elektronisk underskrift", "godkännande")
_LÄGE_TEXT = {
    "utskickat": "väntar på fler svar",
    "ändringar begärda": "ska ändras",
    "godkänt": "har godkänts av alla",
    "justerat": "har justerats",
}


def justering(asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    """Make a package, or take an answer."""
    with opened(asked.databas, now=now, read_only=False) as store:
        if asked.gor == "skapa":
            _send(store, asked, now, out)
        else:
            _take(store, asked, now, out)


def _send(store: Store, asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    from nämnd.paket.justering import SendOrder, prepare_package, usual_order

    nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
    key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
    view = _set(store, key, _wanted(asked.paragraf))
    sätt = WAYS[asked.satt] if asked.satt else _usual_way(store, view)
    passphrase = passphrase_in(asked.losenord_fil)
    order = SendOrder(PAPER, ()) if asked.utskrift else usual_order(view, sätt, passphrase)
    files = FileStore(store.place.files)
    made = finish(prepare_package(store, files, view.id, order, who=getpass.getuser(), now=now))
    name = made.pdf_namn if made.file is None else made.filnamn
    target = Path(asked.till) / name
    half = _written(target, made.pdf if made.file is None else made.file)
    try:
        store.do(made.command, f"skicka {_named(view)} för justering")
        put_in_place(half, target)
    except OSError as error:
        raise write_refused(error, target.parent) from error
    finally:
        half.unlink(missing_ok=True)
    print(target, file=out)
    for line in _codes(view, made.codes):
        print(line, file=out)


def _take(store: Store, asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    from nämnd.paket.justering import read_answer_file

    files, path = FileStore(store.place.files), Path(asked.fil)
    passphrase = passphrase_in(asked.losenord_fil)
    command = read_answer_file(store, files, path, now=now, passphrase=passphrase)
    store.do(command, taking(path.name, command.also))
    view = store.ask(lambda session: justering_view(session, command.justering_id))
    who = {one.person_id: one.namn for paket in view.paket for one in paket.tillfrågade}
    print(f"{who[command.person_id]}: {command.slag}.", file=out)
    if command.also:
        print(f"  {shared_text(who[command.person_id], command.also)}", file=out)
    for one in view.kommentarer[len(view.kommentarer) - len(command.kommentarer) :]:
        place = f"§ {one.paragraf}" if one.paragraf is not None else "I övrigt"
        print(f"  {place}: {one.text}", file=out)
    print(f"{_named(view)} {_LÄGE_TEXT.get(view.läge, '')}.", file=out)


def _set(store: Store, sammanträde_id: str, wanted: Paragrafer | None) -> JusteringView:
    """Return the set that is meant; one that nobody has planned is planned now."""
    views = store.ask(lambda session: justering_views(session, sammanträde_id))
    found = chosen_set(views, wanted)
    if found is not None:
        return found
    key = new_id()
    plan = PlanJustering(
        sammanträde_id=sammanträde_id,
        justering_id=key,
        paragrafer=(wanted or paragrafer.ALL).text,
        plats=None,
        planerat_datum=None,
    )
    store.do(plan, "planera justering")
    return store.ask(lambda session: justering_view(session, key))


def _usual_way(store: Store, view: JusteringView) -> Sätt:
    """Return how it is justerat as before, or the first way that the nämnd has."""
    if view.sätt is not None:
        return view.sätt
    setting = store.ask(lambda session: justeringssätt(session, view.sammanträde_id))
    for one in _WAYS_IN_TURN:
        if setting and allowed(one, setting):
            return one
    return _WAYS_IN_TURN[0]


def _wanted(words: str | None) -> Paragrafer | None:
    if words is None:
        return None
    try:
        return paragrafer.read(words)
    except ValueError as error:
        raise InvalidDraftError((Draft.PARAGRAFER_MALFORMED,)) from error


def _written(target: Path, data: bytes) -> Path:
    make_folder(target.parent)
    half = target.with_name(f".namnd-{new_id()}")
    try:
        half.write_bytes(data)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise write_refused(error, target.parent) from error
    return half


def _codes(view: JusteringView, codes: Mapping[str, str]) -> Iterator[str]:
    if not codes:
        return
    yield "Engångskoder, en till var och en. Lämna dem på annat sätt än tillsammans med filen:"
    names = {one.person_id: f"{one.namn}, {one.roll}" for one in view.signers}
    for key, code in codes.items():
        yield f"  {names[key]}: {code}"


def _named(view: JusteringView) -> str:
    return which(paragrafer.of(view.numbers).text) or "Paragraferna"
