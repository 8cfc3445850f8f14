"""The protokoll for everybody: without the §§ that are not published.

It is no original: nobody signs it, so who justerade stands as a list. What is masked in the §§ that
are published is taken out of the whole document afterwards, by `nämnd.documents.masking`.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from nämnd.documents.content import (
    Block,
    Contents,
    Document,
    Entry,
    Heading,
    Item,
    ItemList,
    Note,
    PageBreak,
    Rule,
    Signature,
    Signatures,
    Subheading,
    text,
)
from nämnd.documents.parts import Sender, letterhead
from nämnd.documents.protokoll.bilagor import bilaga_blocks, bilagor
from nämnd.documents.protokoll.cover import SECRETARY, cover
from nämnd.documents.protokoll.draft import is_draft
from nämnd.documents.protokoll.händelser import events
from nämnd.documents.protokoll.marks import anchor, mark
from nämnd.documents.protokoll.paragraf import Told, paragraf_blocks
from nämnd.documents.protokoll.rättelse import rättelse_notes
from nämnd.justering.values import RättelseRow
from nämnd.protokoll.values import ParagrafRow, Protokoll

KIND = "Offentligt protokoll"
WITHHELD = "Publiceras inte"
_ABOUT = (
    "Det här är den offentliga versionen av protokollet. Uppgifter som inte publiceras är "
    "borttagna och märkta [maskerat]. Originalet finns hos nämnden."
)


def build_public_protokoll(
    sender: Sender,
    protokoll: Protokoll,
    withheld: Collection[str],
    rättelser: Collection[RättelseRow] = (),
) -> Document:
    """Return the protokoll without the §§ whose ids are in `withheld`: only their number stands.

    `rättelser` stand at their §§.
    Draw it with `draft=is_draft(protokoll)`, as the protokoll itself.
    """
    public = _without(protokoll, withheld)
    head = protokoll.sammanträde
    return Document(
        title=f"{KIND}, {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, KIND, head),
        blocks=(
            *_cover(public),
            *_ärendelista(public),
            *_paragrafer(protokoll, public, withheld, rättelser),
            *_bilagor(protokoll, public),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
    )


def _without(protokoll: Protokoll, withheld: Collection[str]) -> Protokoll:
    """Return it with the förslag of the §§ that are published, and nothing of other punkter."""
    rows = (_bare(one) if one.id in withheld else one for one in protokoll.paragrafer)
    told = {one.punkt_id for one in protokoll.paragrafer if one.id not in withheld}
    punkter = tuple(one for one in protokoll.punkter if one.id in told)
    return replace(protokoll, paragrafer=tuple(rows), punkter=punkter)


def _bare(row: ParagrafRow) -> ParagrafRow:
    """Return a § of which nothing is left but its number and its place in the day."""
    return ParagrafRow(
        id=row.id,
        nummer=row.nummer,
        punkt_id=None,
        rubrik=WITHHELD,
        slag=row.slag,
        klar=row.klar,
        tid=row.tid,
        dag=row.dag,
    )


def _cover(public: Protokoll) -> Iterator[Block]:
    told = False
    for block in cover(public):
        match block:
            case Signatures(lines):
                words = map(_justerare, (one for one in lines if one.role != SECRETARY))
                yield ItemList(tuple(Item("•", text(one)) for one in words))
            case Subheading("Underskrifter", level):
                heading = "Ska justeras av" if is_draft(public) else "Justerat av"
                yield Subheading(heading, level)
            case _:
                yield block
        if not told:
            yield Note(text(_ABOUT))
            told = True


def _justerare(one: Signature) -> str:
    return f"{one.name}, {one.role[:1].lower()}{one.role[1:]}"


def _ärendelista(public: Protokoll) -> Iterator[Block]:
    entries = [
        Entry(mark(public, one), one.rubrik, ", ".join(one.dnr), anchor(one))
        for one in public.paragrafer
    ]
    yield PageBreak()
    yield Heading("Ärendelista", 2)
    yield Contents(("§", "Ärende", "Dnr", "Sida"), tuple(entries))


def _paragrafer(
    whole: Protokoll,
    public: Protokoll,
    withheld: Collection[str],
    rättelser: Collection[RättelseRow],
) -> Iterator[Block]:
    before = events(public)
    written = {one.reservation.id: one for one in bilagor(whole) if one.reservation}
    for row in public.paragrafer:
        yield Rule()
        if row.id in withheld:
            yield Heading(f"{mark(public, row)} {WITHHELD}", 2, anchor=anchor(row))
            continue
        yield from paragraf_blocks(Told(public, row, before.get(row.nummer, ()), written))
        yield from rättelse_notes(rättelser, row.nummer)


def _bilagor(whole: Protokoll, public: Protokoll) -> Iterator[Block]:
    """Yield the bilagor of the §§ that are published, under the numbers they have in the whole."""
    kept = {one.id for row in public.paragrafer for one in row.reservationer}
    open_ = any(not one.sluten for row in public.paragrafer for one in row.voteringar)
    chosen = tuple(
        one for one in bilagor(whole) if (one.reservation.id in kept if one.reservation else open_)
    )
    if chosen:
        yield PageBreak()
        yield from bilaga_blocks(public, chosen)
