"""What there is to look at in a protokoll, told without a window."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from typing import TextIO

from nämnd.cli.place import chosen_nämnd, chosen_sammanträde, opened
from nämnd.core.swedish import counted
from nämnd.finding_messages import SEVERITY_TEXT, finding_text, reason, where
from nämnd.protokoll.check_queries import Granskning, granskning


def review(asked: argparse.Namespace, now: datetime, out: TextIO) -> None:
    """Tell the findings as text or as JSON: a list of {regel, paragraf, text, källa}."""
    with opened(asked.databas, now=now, read_only=True) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        key = store.ask(lambda session: chosen_sammanträde(session, nämnd_id, asked.sammantrade))
        found = store.ask(lambda session: granskning(session, key, now.date()))
    if asked.format == "json":
        print(json.dumps(_values(found), ensure_ascii=False, indent=2), file=out)
    else:
        print("\n".join(_lines(found)), file=out)


def _values(found: Granskning) -> list[dict[str, str | int | None]]:
    return [
        {
            "regel": one.rule.value,
            "paragraf": one.nummer,
            "text": finding_text(one, found.protokoll),
            "källa": one.källa,
        }
        for one in found.findings
    ]


def _lines(found: Granskning) -> Iterator[str]:
    head = found.protokoll.sammanträde
    many = len(found.findings)
    said = counted(many, "sak", "saker") + " att se över" if many else "inget att se över"
    yield f"Protokollet {head.day_text}: {said}."
    place = ""
    for one in found.findings:
        if where(one, found.protokoll) != place:
            place = where(one, found.protokoll)
            yield f"\n{place}"
        text = finding_text(one, found.protokoll)
        yield f"  {SEVERITY_TEXT[one.severity].capitalize()}: {text} ({one.källa})"
        yield f"    {reason(one.rule)}"
