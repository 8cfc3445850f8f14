"""`namnd bevakningar`: what is watched, as lines, JSON or a calendar file."""

import argparse
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TextIO

from nämnd.bevakning.queries import bevakningar
from nämnd.bevakning.secrecy import outward
from nämnd.bevakning.values import BevakningRow
from nämnd.bevakning.wording import hinder_words, återkommer_words
from nämnd.bevakning.writing import kept, kept_återkommer
from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.errors import DayMalformedError
from nämnd.core.swedish import counted
from nämnd.documents.calendar_file import calendar_bytes
from nämnd.store import Store
from nämnd.årsplan.calendar_events import of_bevakningar


def show_bevakningar(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Write what is watched and due from a day to a day; nothing is changed.

    What has no day is left out when a day is asked for. Of what comes from something hidden or
    secret, it is only told which ärende it is.

    Raises:
        NämndError: it can't be told of which nämnd; a day is no day.
    """
    first, last = _day(asked.fran), _day(asked.till)
    with opened(asked.databas, now=now, read_only=True) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        rows = store.ask(
            lambda session: bevakningar(session, nämnd_id, now.date(), closed=asked.alla)
        )
        found = [outward(one) for one in rows if _is_within(one, first, last)]
        match asked.format:
            case "json":
                text = json.dumps([_values(one) for one in found], ensure_ascii=False, indent=2)
                print(text, file=out)
            case "ics":
                _write(out, _calendar(store, nämnd_id, found, now))
            case _:
                for one in found:
                    print(_line(one), file=out)
    if not found:
        print("Inget bevakas då." if first or last else "Inget bevakas.", file=err)
    elif asked.format == "ics":
        without = sum(one.due is None for one in found)
        if without:
            said = counted(without, "bevakning", "bevakningar")
            print(f"{said} har ingen dag och står inte i kalenderfilen.", file=err)


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise DayMalformedError(written) from error


def _is_within(one: BevakningRow, first: date | None, last: date | None) -> bool:
    if one.due is None:
        return first is None and last is None
    return (first or date.min) <= one.due <= (last or date.max)


def _calendar(store: Store, nämnd_id: str, rows: Sequence[BevakningRow], now: datetime) -> bytes:
    keys = [one.id for one in rows]
    events = store.ask(lambda session: of_bevakningar(session, nämnd_id, now.date(), keys))
    return calendar_bytes(events, now=now, namn="Bevakningar")


def _write(out: TextIO, content: bytes) -> None:
    """Write bytes as they are: a calendar file has its own line ends (RFC 5545 section 3.1)."""
    raw = getattr(out, "buffer", None)
    if raw is None:
        out.write(content.decode())
        return
    out.flush()
    raw.write(content)
    raw.flush()


def _line(one: BevakningRow) -> str:
    when = one.due.isoformat() if one.due else "utan dag"
    rule = one.regel if one.sammanträde_id or one.due is None else ""
    lost = "rätten går annars förlorad" if one.draft.förverkande and not one.avslutad else ""
    parts = (
        one.draft.rubrik,
        rule,
        lost,
        one.draft.ansvarig,
        one.draft.mottagare and f"till {one.draft.mottagare}",
        one.källa_text,
        _state(one),
    )
    return f"{when}  {'; '.join(filter(None, parts))} [{one.id}]"


def _state(one: BevakningRow) -> str:
    if one.avslutad is not None:
        return f"{one.avslut or 'avslutad'} {one.avslutad}: {one.avslutad_hur}"
    if one.is_late:
        return f"{counted(-(one.days_left or 0), 'dag', 'dagar')} sen, {one.läge.value}"
    return one.läge.value


def _values(one: BevakningRow) -> dict[str, object]:
    return {
        "id": one.id,
        "rubrik": one.draft.rubrik,
        "dolt": one.dolt is not None,
        "dag": one.due.isoformat() if one.due else None,
        "förfaller": kept(one.draft.förfaller),
        "regel": one.regel,
        "hinder": hinder_words(one.draft.förfaller, one.hinder) or None,
        "dagar_kvar": one.days_left if one.avslutad is None else None,
        "återkommer": kept_återkommer(one.draft.återkommer),
        "återkommer_text": återkommer_words(one.draft.återkommer) or None,
        "läge": one.läge.value,
        "ansvarig": one.draft.ansvarig,
        "mottagare": one.draft.mottagare,
        "förverkande": one.draft.förverkande,
        "källa": one.källa_text or None,
        "sammanträde": one.sammanträde_id,
        "rapporter": [{"punkt": told.punkt, "utfall": told.utfall} for told in one.rapporter],
        "avslutad": one.avslutad.isoformat() if one.avslutad else None,
        "avslut": one.avslut,
        "avslutad_hur": one.avslutad_hur,
    }
