"""A missiv or tjänsteskrivelse: who writes to whom, what is proposed, and why.

Source: PRACTICE.md section 1, «Missiv / tjänsteskrivelse». The förslag is that of the punkt later.
"""

from collections.abc import Iterator, Sequence

from nämnd.core.richtext import Paragraph
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Rule,
    Signature,
    Signatures,
    Together,
    plain,
    text,
)
from nämnd.documents.parts import Sender, numbered, running_text
from nämnd.ärende.values import SkrivelseRow, Underskrift, ÄrendeView

_SIDE_BY_SIDE = 2  # signatures in a row
_SHORT = 700  # letters of a last paragraph that follows the signatures to their page


def build_skrivelse(sender: Sender, ärende: ÄrendeView, row: SkrivelseRow) -> Document:
    """Return the skrivelse as it stands. What is not written yet is left out."""
    draft, nämnd = row.draft, sender.nämnd
    kind = draft.slag.capitalize()
    day = draft.datum.isoformat() if draft.datum else ""
    return Document(
        title=f"{draft.rubrik}, {draft.slag} {ärende.dnr}",
        head=Letterhead(nämnd.namn, kind, day, nämnd.adress, sender.logo),
        blocks=(
            Heading(draft.rubrik, 1),
            Facts(tuple(_facts(ärende, row))),
            *förslag_blocks(nämnd.namn, draft.förslag),
            *_bakgrund(draft.bakgrund, tuple(underskrift_blocks(draft.underskrifter))),
        ),
        author=nämnd.namn,
        subject=kind,
    )


def _facts(ärende: ÄrendeView, row: SkrivelseRow) -> Iterator[tuple[str, str]]:
    if row.draft.till:
        yield "Till", ", ".join(row.draft.till)
    yield "Dnr", ärende.dnr
    if ärende.draft.handläggare:
        yield "Handläggare", ärende.draft.handläggare
    for one in ärende.draft.externa_beteckningar:
        yield f"Dnr hos {one.hos}" if one.hos else "Annan beteckning", one.beteckning


def förslag_blocks(namn: str, satser: Sequence[str]) -> Iterator[Block]:
    """Yield what the nämnd is asked to decide; nothing when nothing is proposed."""
    found = numbered(satser)
    if found.items:
        att = "" if any(map(_begins_with_att, found.items)) else " att"
        yield Heading("Förslag till beslut", 2)
        yield Paragraph(text(f"{namn} beslutar{att}"))
        yield ItemList(found.items, ordered=True)


def _begins_with_att(item: Item) -> bool:
    return plain(item.runs).casefold().startswith("att ")


def _bakgrund(source: str, signed: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the text and the lines to sign on, which should not be alone on the last page."""
    blocks = tuple(running_text(source))
    if blocks:
        yield Heading("Bakgrund", 2)
    last = blocks[-1:] if signed and all(map(_is_short, blocks[-1:])) else ()
    yield from blocks[: len(blocks) - len(last)]
    if signed:
        yield Together((*last, *signed))


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(plain(block.runs)) <= _SHORT


def underskrift_blocks(rows: Sequence[Underskrift]) -> Iterator[Block]:
    """Yield lines to sign on, so many in a row that there is room for a name."""
    lines = tuple(Signature(one.namn, one.titel) for one in rows)
    if lines:
        yield Rule()
    for at in range(0, len(lines), _SIDE_BY_SIDE):
        yield Signatures(lines[at : at + _SIDE_BY_SIDE])
