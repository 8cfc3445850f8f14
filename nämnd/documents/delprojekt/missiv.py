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
    ItemList,
    Letterhead,
    Together,
    plain,
)
from nämnd.documents.delprojekt.rows import åtgärd_blocks
from nämnd.documents.parts import Sender, running_text
from nämnd.documents.skrivelse import förslag_blocks, underskrift_blocks
from nämnd.ärende.values import Underskrift

KIND = "Missiv"
_SHORT = 900  # letters of a last list that follows the signatures to their page


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
            nämnd.namn, KIND, day.isoformat() if day else "", nämnd.adress, sender.logo
        ),
        blocks=(
            Heading(rubrik, 1),
            Facts(tuple(_facts(nämnd.namn, view, draft.avsändare))),
            *förslag_blocks(nämnd.namn, draft.förslag),
            *_background(draft.missiv_bakgrund),
            *_signed(tuple(åtgärd_blocks(told.åtgärder, told.marked, level=2, short=True)), signed),
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


def _signed(blocks: tuple[Block, ...], signed: Sequence[Underskrift]) -> Iterator[Block]:
    """Yield what is done and the lines to sign on, which a short list follows to their page."""
    lines = tuple(underskrift_blocks(signed))
    short = lines and blocks and _letters(blocks[-1]) <= _SHORT
    kept = blocks[:-2] if short else blocks
    yield from kept
    if lines:
        yield Together((*blocks[len(kept) :], *lines))


def _letters(block: Block) -> int:
    if not isinstance(block, ItemList):
        return _SHORT + 1
    return sum(len(plain(item.runs)) for item in block.items)
