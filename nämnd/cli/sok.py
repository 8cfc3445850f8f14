"""`namnd sok`: finds everything, without a screen."""

import argparse
import json
from dataclasses import replace
from datetime import datetime
from typing import TextIO

from nämnd.bilaga.files import FileStore
from nämnd.cli.parser import KINDS
from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.progress import finish
from nämnd.store import Store
from nämnd.sök.catching_up import catch_up, left
from nämnd.sök.errors import SökindexUnwritableError
from nämnd.sök.index import Index, open_index
from nämnd.sök.querying import search
from nämnd.sök.values import Found, Hit, Kind

_REVIEWED = (Kind.PUNKT, Kind.BILAGA, Kind.PARAGRAF)


def find(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Print what is found: one hit a paragraph, or as JSON.

    Raises:
        NämndError: the database can't be opened, has no index of its own, or the nämnd is unknown.
    """
    with opened(asked.databas, now=now, read_only=True) as store:
        index = open_index(store.place)
        try:
            found = _found(store, index, asked, now, err)
        finally:
            index.close()
    if asked.format == "json":
        print(json.dumps(_values(found), ensure_ascii=False, indent=2), file=out)
        return
    for hit in found.hits:
        print("\n".join(_lines(hit)), file=out)
    if found.more:
        count = len(found.hits)
        print(f"Det finns fler än {count}. Skriv fler ord eller ett högre --antal.", file=err)


def _found(
    store: Store, index: Index, asked: argparse.Namespace, now: datetime, err: TextIO
) -> Found:
    nämnd_id = asked.namnd and store.ask(lambda session: chosen_nämnd(session, asked.namnd))
    try:
        finish(catch_up(store, FileStore(store.place.files), index))
    except SökindexUnwritableError:
        behind = left(store, index)
        if not index.is_there():
            raise
        if behind.changes:
            print(f"Sökregistret är {behind.changes} ändringar efter.", file=err)
    kinds = [Kind(KINDS[one]) for one in asked.slag] if asked.slag else None
    found = search(
        index, asked.ord, limit=asked.antal, kinds=kinds, nämnd_id=nämnd_id, public=asked.publik
    )
    return _for_all(store, found, now) if asked.publik else found


def _for_all(store: Store, found: Found, now: datetime) -> Found:
    """Return what anybody may see: the index can't tell whether a review still holds."""
    from nämnd.paket.public.reviewing import review

    files, fit = FileStore(store.place.files), set[str]()
    for key in {one.sammanträde_id for one in found.hits if one.kind in _REVIEWED}:
        if key is not None:
            seen = review(store, files, key, today=now.date())
            drafts = {
                row.id for one in seen.pieces if one.draft for row in one.protokoll.paragrafer
            }
            fit |= {one.granskning.key for one in seen.items if one.val == "ja"} - drafts
    hits = [one for one in found.hits if one.kind not in _REVIEWED or one.key in fit]
    ranked = (replace(one, rank=rank) for rank, one in enumerate(hits, start=1))
    return replace(found, hits=tuple(ranked))


def _values(found: Found) -> list[dict[str, object]]:
    return [
        {
            "kind": hit.kind.value,
            "id": hit.key,
            "title": hit.title,
            "place": hit.place,
            "snippet": "".join(piece.text for piece in hit.snippet),
            "rank": hit.rank,
            "sida": hit.sida,
            "nämnd": hit.nämnd_id,
            "ärende": hit.ärende_id,
            "sammanträde": hit.sammanträde_id,
            "sekretess": hit.sekretess,
        }
        for hit in found.hits
    ]


def _lines(hit: Hit) -> list[str]:
    page = f", sida {hit.sida}" if hit.sida else ""
    mark = " [sekretess]" if hit.sekretess else ""
    text = "".join(piece.text for piece in hit.snippet)
    head = f"{hit.rank}. {hit.title}{mark} ({hit.kind.value})"
    return [head, *(f"   {part}" for part in (f"{hit.place}{page}", text) if part)]
