"""The protokoll as one document."""

from collections.abc import Iterator, Mapping

from nämnd.documents.content import Block, Contents, Document, Entry, Heading, PageBreak, Rule
from nämnd.documents.parts import Sender, letterhead, numbered
from nämnd.documents.protokoll.bilagor import Bilaga, bilaga_blocks, bilagor
from nämnd.documents.protokoll.cover import cover
from nämnd.documents.protokoll.draft import is_draft
from nämnd.documents.protokoll.händelser import events
from nämnd.documents.protokoll.marks import anchor, mark
from nämnd.documents.protokoll.paragraf import Told, paragraf_blocks
from nämnd.protokoll.values import Protokoll

KIND = "Sammanträdesprotokoll"
SIGNS = ("Justerandes sign", "Justerandes sign", "Utdragsbestyrkande")


def build_protokoll(
    sender: Sender, protokoll: Protokoll, *, fields: Mapping[str, str] | None = None
) -> Document:
    """Return the protokoll: cover, ärendelista, each §, and the bilagor.

    Draw it with `draft=is_draft(protokoll)`: it is marked until every § is justerad.

    Args:
        sender: who sends.
        protokoll: all of it, or what `nämnd.protokoll.frozen.of_set` leaves.
        fields: it is the text that is to be approved and signed, so it says nothing of what is
            missing or planned. Person id → name of the place where they sign in the file.
    """
    draft = fields is None and is_draft(protokoll)
    head, appended = protokoll.sammanträde, bilagor(protokoll)
    return Document(
        title=f"{KIND} {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, KIND, head),
        blocks=(
            *cover(protokoll, fields),
            *_ärendelista(protokoll, appended),
            *_paragrafer(protokoll, appended, draft=draft),
            *(_unhandled(protokoll) if draft else ()),
            *((PageBreak(),) if appended else ()),
            *bilaga_blocks(protokoll, appended),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
        signs=() if fields else SIGNS,  # who signs in the file signs all of it
    )


def _ärendelista(protokoll: Protokoll, appended: tuple[Bilaga, ...]) -> Iterator[Block]:
    entries = [
        Entry(mark(protokoll, one), one.rubrik, ", ".join(one.dnr), anchor(one))
        for one in protokoll.paragrafer
    ]
    entries += [Entry(f"Bilaga {one.nummer}", one.title, "", one.anchor) for one in appended]
    if entries:
        yield PageBreak()
        yield Heading("Ärendelista", 2)
        yield Contents(("§", "Ärende", "Dnr", "Sida"), tuple(entries))


def _paragrafer(
    protokoll: Protokoll, appended: tuple[Bilaga, ...], *, draft: bool
) -> Iterator[Block]:
    before = events(protokoll)
    written = {one.reservation.id: one for one in appended if one.reservation}
    for paragraf in protokoll.paragrafer:
        yield Rule()
        found = before.get(paragraf.nummer, ())
        yield from paragraf_blocks(Told(protokoll, paragraf, found, written, draft=draft))


def _unhandled(protokoll: Protokoll) -> Iterator[Block]:
    """Yield the punkter that have no § yet."""
    handled = {one.punkt_id for one in protokoll.paragrafer}
    left = [one for one in protokoll.punkter if one.id not in handled]
    if left:
        yield Rule()
        yield Heading("Ej behandlade punkter", 2)
        yield numbered(f"{one.rubrik} (punkt {one.nummer})" for one in left)
