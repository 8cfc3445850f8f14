"""The missiv of a report about a delprojekt: what the nämnd is asked to decide, and why.

Source: 7A and 8A of the packet of 2019-11-22 (PRACTICE.md section 1, «Missiv / tjänsteskrivelse»).
"""

from collections.abc import Iterator, Sequence

from nämnd.delprojekt.rules import InRapport
from nämnd.delprojekt.values import DelprojektView, RapportRow
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Together,
    plain,
)
from nämnd.documents.delprojekt.rows import news_note, åtgärd_blocks
from nämnd.documents.parts import Sender, running_text
from nämnd.documents.skrivelse import förslag_blocks, underskrift_blocks
from nämnd.ärende.values import Underskrift

KIND = "Missiv"
_SHORT = 300  # letters of a last list that follows the signatures to their page whole


def build_missiv(
    sender: Sender, view: DelprojektView, row: RapportRow, told: InRapport
) -> Document:
    """Return the missiv as it stands. What is not written yet is left out."""
    nämnd, draft = sender.nämnd, row.draft
    rubrik = f"Delprojekt {view.draft.nummer} {view.draft.rubrik}, uppföljning"
    day = draft.missiv_datum or draft.datum
    signed = tuple(Underskrift(namn, titel) for namn, titel in draft.underskrifter)
    return Document(
        title=f"{rubrik}, missiv {view.dnr}" if view.dnr else f"{rubrik}, missiv",
        head=Letterhead(
            nämnd.namn,
            f"{KIND}, delprojekt {view.draft.nummer}",
            day.isoformat() if day else "",
            nämnd.adress,
            sender.logo,
        ),
        blocks=(
            Heading(rubrik, 1),
            Facts(tuple(_facts(nämnd.namn, view, draft.avsändare))),
            *förslag_blocks(nämnd.namn, draft.förslag),
            *_background(draft.missiv_bakgrund),
            *_signed(tuple(_done(view, row, told)), signed),
        ),
        author=nämnd.namn,
        subject=KIND,
    )


def _facts(namn: str, view: DelprojektView, sender: str | None) -> Iterator[tuple[str, str]]:
    if sender:
        yield "Från", sender
    yield "Till", namn
    if view.draft.program:
        yield "Program", view.draft.program
    if view.dnr:
        yield "Dnr", view.dnr


def _background(source: str) -> Iterator[Block]:
    blocks = tuple(running_text(source))
    if blocks:
        yield Heading("Bakgrund", 2)
        yield from blocks


def _done(view: DelprojektView, row: RapportRow, told: InRapport) -> Iterator[Block]:
    intro = (news_note(view, row),) if told.marked else ()
    yield from åtgärd_blocks(told.åtgärder, told.marked, level=2, short=True, intro=intro)


def _signed(blocks: tuple[Block, ...], signed: Sequence[Underskrift]) -> Iterator[Block]:
    """Yield what is done, and the lines to sign on: the end of the last list goes with them."""
    lines = tuple(underskrift_blocks(signed))
    if not lines:
        yield from blocks
    elif blocks and isinstance(blocks[-1], ItemList):
        first, last = _parted(blocks[-1].items)
        yield from blocks[:-1]
        if first:
            yield ItemList(first)
        yield Together((ItemList(last), *lines))
    else:
        yield from blocks
        yield Together(lines)


def _parted(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return a long list in two parts, the last a few items; a short one is all last part."""
    if sum(len(plain(item.runs)) for item in items) <= _SHORT:
        return (), items
    tops = [at for at, item in enumerate(items) if item.level == 1]
    return items[: tops[-1]], items[tops[-1] :]
