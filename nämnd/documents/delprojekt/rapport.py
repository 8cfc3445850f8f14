"""The uppföljningsrapport of a delprojekt to the nämnd.

Source: 7B and 8B of the packet of 2019-11-22 (PRACTICE.md section 1, «Uppföljning delprojekt»):
Bakgrund, Målsättning med delprojektet, Beslut, Uppföljning, Definierade behov, Mer information.
"""

from collections.abc import Iterator

from nämnd.core.richtext import Paragraph, Run
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
    text,
)
from nämnd.documents.delprojekt.rows import (
    BULLET,
    behov_list,
    beslut_blocks,
    beslut_heading,
    news_note,
    åtgärd_blocks,
)
from nämnd.documents.parts import Sender, running_text

KIND = "Uppföljning"
_NONE = "Inga åtgärder är redovisade."


def build_rapport(
    sender: Sender, view: DelprojektView, row: RapportRow, told: InRapport
) -> Document:
    """Return the report as it stands. A part that nothing is written in is left out."""
    draft, nämnd = view.draft, sender.nämnd
    rubrik = f"Delprojekt {draft.nummer} {draft.rubrik}"
    day = row.draft.datum.isoformat() if row.draft.datum else ""
    return Document(
        title=f"Uppföljning, {rubrik[0].lower()}{rubrik[1:]}",
        head=Letterhead(nämnd.namn, f"Delprojekt {draft.nummer}", day, nämnd.adress, sender.logo),
        blocks=(
            Heading(f"Uppföljning – {rubrik}", 1),
            *_facts(view),
            *_part("Bakgrund", running_text(draft.bakgrund)),
            *_part("Målsättning med delprojektet", _goals(view)),
            *_beslut(view, nämnd.kortnamn or nämnd.namn),
            *_part(_when(row), _followed(view, row, told)),
            *_part("Definierade behov", _needs(told)),
            *_part("Mer information", _more(view)),
        ),
        author=nämnd.namn,
        subject=KIND,
    )


def _facts(view: DelprojektView) -> Iterator[Block]:
    rows = (("Program", view.draft.program), ("Dnr", view.dnr), ("Ansvarig", view.draft.ansvarig))
    known = tuple((label, value) for label, value in rows if value)
    if known:
        yield Facts(known)


def _part(words: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield a heading and what stands under it, when something does."""
    there = tuple(blocks)
    if there:
        yield Heading(words, 2)
        yield from there


def _goals(view: DelprojektView) -> Iterator[Block]:
    ingress, goals = view.draft.målsättning_ingress, view.draft.målsättning
    if ingress:
        yield Paragraph(text(ingress))
    if len(goals) == 1 and not ingress:
        yield Paragraph(text(goals[0]))
    elif goals:
        yield ItemList(tuple(Item(BULLET, text(one)) for one in goals))


def _beslut(view: DelprojektView, nämnd: str) -> Iterator[Block]:
    for one in view.draft.beslut:
        yield from _part(beslut_heading(one, nämnd), beslut_blocks(one))


def _when(row: RapportRow) -> str:
    day = row.dag or row.draft.uppföljning_datum
    return f"Uppföljning {day}" if day else "Uppföljning"


def _followed(view: DelprojektView, row: RapportRow, told: InRapport) -> Iterator[Block]:
    if told.marked:
        yield news_note(view, row)
    yield from running_text(row.draft.ingress)
    if told.åtgärder:
        yield from åtgärd_blocks(told.åtgärder, told.marked, level=3)
    else:
        yield Paragraph(text(_NONE))


def _needs(told: InRapport) -> Iterator[Block]:
    if told.behov:
        yield behov_list(told.behov, told.marked)


def _more(view: DelprojektView) -> Iterator[Block]:
    yield from running_text(view.draft.mer_information)
    if view.draft.kontakt:
        yield Paragraph((Run("Kontakt: ", bold=True), Run(view.draft.kontakt)))
