"""The snabbprotokoll: the beslut alone, the day after."""

from collections.abc import Iterator

from nämnd.core.richtext import Run
from nämnd.documents.content import Block, Document, Facts, Heading, Note, Rule, Together, text
from nämnd.documents.parts import Sender, letterhead
from nämnd.documents.protokoll.beslut import MISSING, beslut, text_block
from nämnd.documents.protokoll.cover import when_and_where
from nämnd.documents.protokoll.draft import is_draft
from nämnd.documents.protokoll.marks import anchor, span, title
from nämnd.documents.protokoll.paragraf import LEVEL
from nämnd.protokoll.values import ParagrafRow, Protokoll

KIND = "Snabbprotokoll"
_NOT_YET = "Protokollet är inte justerat. Besluten återges i korthet och kan komma att ändras."
_DONE = "Besluten återges i korthet. Protokollet är justerat."
_NONE = "Inget beslut."


def build_snabbprotokoll(sender: Sender, protokoll: Protokoll) -> Document:
    """Return what was decided, § by §, without how it came about."""
    head = protokoll.sammanträde
    return Document(
        title=f"{KIND} {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, KIND, head),
        blocks=(
            Heading(f"Beslut i korthet, {span(protokoll)}".rstrip(", "), 1),
            Facts((("Plats och tid", "\n".join(when_and_where(protokoll))),)),
            _note(protokoll),
            *(block for one in protokoll.paragrafer for block in _paragraf(protokoll, one)),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
    )


def _note(protokoll: Protokoll) -> Note:
    if is_draft(protokoll):
        first, _, rest = _NOT_YET.partition(". ")
        return Note((Run(f"{first}. ", bold=True), Run(rest)))
    return Note(text(_DONE))


def _paragraf(protokoll: Protokoll, paragraf: ParagrafRow) -> Iterator[Block]:
    yield Rule()
    head = Heading(title(protokoll, paragraf), LEVEL, anchor=anchor(paragraf))
    dnr = (Facts((("Dnr", ", ".join(paragraf.dnr)),)),) if paragraf.dnr else ()
    blocks = beslut(protokoll, paragraf)
    blocks = blocks or (text_block(_NONE if paragraf.klar else MISSING),)
    yield Together((head, *dnr, *blocks[:1]))
    yield from blocks[1:]
