"""Rättelse of a slip in what is justerat: what stood and what it is to be, on its day.

Source: RULES.md section 6 (after justering the text is frozen; a slip is put right by a dated note
that is shown).
"""

from collections.abc import Iterable, Iterator

from nämnd.core.richtext import Run
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Note,
    Rule,
    Signature,
    Signatures,
    Subheading,
    text,
)
from nämnd.documents.parts import Sender, letterhead
from nämnd.documents.protokoll.beslut import text_block
from nämnd.documents.protokoll.marks import mark
from nämnd.justering.values import RättelseRow
from nämnd.protokoll.values import ParagrafRow, Protokoll

KIND = "Rättelse av protokoll"


def build_rättelse(sender: Sender, protokoll: Protokoll, rättelse: RättelseRow) -> Document:
    """Return a rättelse as a paper of its own, to be kept with the protokoll."""
    head = protokoll.sammanträde
    paragraf = next((one for one in protokoll.paragrafer if one.nummer == rättelse.paragraf), None)
    which = mark(protokoll, paragraf) if paragraf else f"§ {rättelse.paragraf}"
    return Document(
        title=f"{KIND} {head.day_text}, {which}, {sender.nämnd.namn}",
        head=letterhead(sender, KIND, head),
        blocks=(
            Heading(f"Rättelse av {which}", 1),
            Facts(tuple(_facts(protokoll, paragraf, rättelse))),
            Subheading("Det står", 2),
            *_lines(rättelse.stod),
            Subheading("Det ska stå", 2),
            *_lines(rättelse.ska_vara),
            Rule(),
            Note(text("Det justerade protokollet är inte ändrat. Rättelsen hör till det.")),
            Signatures((Signature(rättelse.av, f"Rättat {rättelse.datum}"),)),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
    )


def rättelse_notes(rättelser: Iterable[RättelseRow], nummer: int) -> Iterator[Note]:
    """Yield what has been put right in a §, for an utdrag or a public version of it."""
    for one in rättelser:
        if one.paragraf == nummer:
            who = f" av {one.av}" if one.av else ""
            first = Run(f"Rättat {one.datum}{who}. ", bold=True)
            words = f"Det står «{one.stod}». Det ska stå «{one.ska_vara}». "
            yield Note((first, Run(words), Run(f"Skäl: {one.skäl}")))


def _facts(
    protokoll: Protokoll, paragraf: ParagrafRow | None, rättelse: RättelseRow
) -> Iterator[tuple[str, str]]:
    head = protokoll.sammanträde
    yield "Sammanträde", ", ".join(filter(None, (head.long_day, head.plats)))
    if paragraf:
        yield "Paragraf", f"{mark(protokoll, paragraf)} {paragraf.rubrik}"
        if paragraf.dnr:
            yield "Dnr", ", ".join(paragraf.dnr)
    yield "Rättat", rättelse.datum
    if rättelse.av:
        yield "Av", rättelse.av
    yield "Skäl", rättelse.skäl


def _lines(words: str) -> Iterator[Block]:
    return (text_block(line) for line in words.splitlines() if line.strip())
