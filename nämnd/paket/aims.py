"""Which beteckningar of the dagordning are links: those whose bilaga has pages to lead to."""

from collections.abc import Collection
from dataclasses import replace

from nämnd.core.richtext import Paragraph, Runs, TextTable
from nämnd.documents.content import Block, Document, Item, ItemList, Note

_BILAGA = "bilaga:"


def with_links_to(document: Document, beteckningar: Collection[str]) -> Document:
    """Return `document` where only links to these bilagor are left; the others are plain text."""
    known = frozenset(f"{_BILAGA}{one}" for one in beteckningar)
    return replace(document, blocks=tuple(_block(block, known) for block in document.blocks))


def _block(block: Block, known: frozenset[str]) -> Block:
    match block:
        case Paragraph(runs):
            return replace(block, runs=_runs(runs, known))
        case Note(runs):
            return replace(block, runs=_runs(runs, known))
        case ItemList(items):
            return replace(block, items=tuple(_item(item, known) for item in items))
        case TextTable(rows):
            kept = tuple(tuple(_runs(cell, known) for cell in row) for row in rows)
            return replace(block, rows=kept)
        case _:
            return block


def _item(item: Item, known: frozenset[str]) -> Item:
    return replace(item, runs=_runs(item.runs, known))


def _runs(runs: Runs, known: frozenset[str]) -> Runs:
    def lost(href: str | None) -> bool:
        return href is not None and href.startswith(_BILAGA) and href not in known

    return tuple(replace(run, href=None) if lost(run.href) else run for run in runs)
