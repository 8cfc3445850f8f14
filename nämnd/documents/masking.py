"""A document without the words that must not be seen: in its text, links, bookmarks and properties.

PDF and Word draw only what the values say, so nothing of it can be left in the files.
"""

from collections.abc import Iterator
from dataclasses import replace

from nämnd.core.richtext import Paragraph, Run, Runs, TextTable
from nämnd.documents.content import (
    Block,
    Contents,
    Document,
    Entry,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Note,
    PageBreak,
    Room,
    Rule,
    Script,
    Signature,
    Signatures,
    Subheading,
    Table,
    Together,
    plain,
)
from nämnd.publicering.masks import MASKED, Mask


def masked_document(document: Document, mask: Mask) -> Document:
    """Return `document` with «[maskerat]» in the place of what must not be seen."""
    if not mask.words:
        return document
    say = mask.masked
    return replace(
        document,
        title=say(document.title),
        head=_letterhead(document.head, mask),
        blocks=tuple(_block(one, mask) for one in document.blocks),
        author=say(document.author),
        subject=say(document.subject),
        keywords=tuple(map(say, document.keywords)),
        signs=tuple(map(say, document.signs)),
    )


def _letterhead(head: Letterhead, mask: Mask) -> Letterhead:
    say = mask.masked
    address = tuple(say("\n".join(head.address)).split("\n")) if head.address else ()
    return replace(
        head, organ=say(head.organ), kind=say(head.kind), day=say(head.day), address=address
    )


def _block(block: Block, mask: Mask) -> Block:  # noqa: C901, PLR0912 one case per kind
    say = mask.masked
    match block:
        case Heading(words, _, number):
            return replace(block, text=say(words), number=say(number))
        case Subheading(words):
            return replace(block, text=say(words))
        case Paragraph(runs):
            return Paragraph(_runs(runs, mask))
        case Note(runs):
            return Note(_runs(runs, mask))
        case ItemList(items):
            return replace(block, items=tuple(_item(one, mask) for one in items))
        case TextTable(rows):
            return TextTable(_cells(rows, mask))
        case Table(rows):
            return replace(block, rows=_cells(rows, mask))
        case Contents(_, entries):
            return replace(block, entries=tuple(_entry(one, mask) for one in entries))
        case Facts(rows):
            return Facts(tuple((say(label), say(value)) for label, value in rows))
        case Script(rows):
            return Script(tuple((say(cue), say(words)) for cue, words in rows))
        case Signatures(lines):
            return Signatures(tuple(_signature(one, mask) for one in lines))
        case Together(blocks):
            return Together(tuple(_block(one, mask) for one in blocks))
        case Room() | Rule() | PageBreak():
            return block


def _item(item: Item, mask: Mask) -> Item:
    return replace(item, label=mask.masked(item.label), runs=_runs(item.runs, mask))


def _cells(rows: tuple[tuple[Runs, ...], ...], mask: Mask) -> tuple[tuple[Runs, ...], ...]:
    return tuple(tuple(_runs(cell, mask) for cell in row) for row in rows)


def _entry(entry: Entry, mask: Mask) -> Entry:
    say = mask.masked
    return replace(entry, number=say(entry.number), text=say(entry.text), note=say(entry.note))


def _signature(one: Signature, mask: Mask) -> Signature:
    say = mask.masked
    return Signature(say(one.name), say(one.role), say(one.intro))


def _runs(runs: Runs, mask: Mask) -> Runs:
    """Return runs without the words, also where their style changes in the middle of one."""
    spans = mask.spans(plain(runs))
    kept = (_without_address(run, mask) for run in runs)
    return tuple(_cut(tuple(kept), spans)) if spans else tuple(kept)


def _cut(runs: Runs, spans: tuple[tuple[int, int], ...]) -> Iterator[Run]:
    begins = {start for start, _ in spans}
    at = 0
    for run in runs:
        words, touched = list[str](), False
        for sign in run.text:
            hidden = any(start <= at < end for start, end in spans)
            touched |= hidden
            if at in begins:
                words.append(MASKED)
            if not hidden:
                words.append(sign)
            at += 1
        if words:
            yield replace(run, text="".join(words), href=None if touched else run.href)


def _without_address(run: Run, mask: Mask) -> Run:
    return replace(run, href=None) if run.href and mask.hits_hidden(run.href) else run
