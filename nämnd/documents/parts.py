"""Blocks that several documents share: letterhead, facts, punkter, signatures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nämnd.core.richtext import Run, TextList, parse
from nämnd.documents.content import (
    Block,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Note,
    Rule,
    Signature,
    Signatures,
    Subheading,
    text,
)
from nämnd.documents.links import BILAGA
from nämnd.organisation.rules import NämndDraft, one_line
from nämnd.sammanträde.dagordning import BilagaRow, Dag, PunktRow, SammanträdeRow, day_and_time
from nämnd.sammanträde.rules import spans_text

TEMPLATE_VERSION = "1"  # raise it when the form of a document changes; every utgåva keeps it
AT_THE_MEETING = "finns tillgängligt under mötet"
ALL_AT_THE_MEETING = "finns tillgängliga under mötet"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the nämnd's settings and its logo as PNG or JPEG."""

    nämnd: NämndDraft
    logo: bytes | None = None


def letterhead(sender: Sender, kind: str, head: SammanträdeRow) -> Letterhead:
    """Return the top of a document about the sammanträde."""
    return Letterhead(
        organ=sender.nämnd.namn,
        kind=kind,
        day=head.day_text,
        address=sender.nämnd.adress,
        logo=sender.logo,
    )


def time_and_place(head: SammanträdeRow, *, weekdays: bool = False) -> Facts:
    """Return when and where, each day on its own line when there are several.

    `weekdays`: «fredag 22 november 2019» instead of «2019-11-22».
    """
    rows: list[tuple[str, str]] = []
    for number, dag in enumerate(head.dagar, start=1):
        label = "Tid" if len(head.dagar) == 1 else f"Tid, dag {number}"
        rows.append((label, day_and_time(dag) if weekdays else _iso_time(dag)))
    if head.plats:
        rows.append(("Plats", head.plats))
    return Facts(tuple(rows))


def _iso_time(dag: Dag) -> str:
    times = spans_text(dag.tider)
    return f"{dag.datum} klockan {times}" if times else f"{dag.datum}"


def notices(head: SammanträdeRow) -> Iterator[Block]:
    """Return what the reader must not miss: that it is cancelled or moved."""
    if head.inställt is not None:
        yield Note((Run("Sammanträdet är inställt. ", bold=True), Run(sentence(head.inställt))))
    for move in head.flyttningar:
        yield Note(text(f"Sammanträdet är flyttat från {move.från}. {sentence(move.skäl)}"))


def sentence(words: str) -> str:
    """Return a reason as somebody wrote it, with a capital and a full stop."""
    words = words.strip()
    stop = "" if words.endswith((".", "!", "?", "…")) else "."
    return f"{words[0].upper()}{words[1:]}{stop}" if words else ""


def punkt_blocks(punkter: Sequence[PunktRow], *, level: int, linked: bool) -> Iterator[Block]:
    """Return the punkter in the form of the real dagordning, each after a rule.

    Args:
        punkter: in order.
        level: of the punkter's headings; under a grupp they are one level down.
        linked: the beteckningar become links that the utskick points at its bilagor.
    """
    group: str | None = None
    for punkt in punkter:
        yield Rule()
        if punkt.grupp and punkt.grupp != group:
            yield Heading(punkt.grupp, level)
        group = punkt.grupp
        yield from _punkt(punkt, level + bool(group), linked=linked)


def signatures(head: SammanträdeRow) -> Iterator[Block]:
    """Return the lines of ordförande and sekreterare, as far as they are known."""
    lines: list[Signature] = []
    if head.ordförande:
        lines.append(Signature(head.ordförande.namn, "Ordförande"))
    if head.sekreterare:
        lines.append(Signature(head.sekreterare.namn, "Sekreterare", "Enligt uppdrag"))
    if lines:
        yield Rule()
        yield Signatures(tuple(lines))


def running_text(source: str) -> Iterator[Block]:
    """Return kept running text as blocks."""
    for block in parse(source):
        if isinstance(block, TextList):
            yield ItemList(
                tuple(
                    Item(f"{number}." if block.ordered else "•", runs)
                    for number, runs in enumerate(block.items, start=1)
                ),
                ordered=block.ordered,
            )
        else:
            yield block


def numbered(texts: Iterable[str]) -> ItemList:
    """Return a list numbered 1., 2., 3.; what is blank is left out."""
    lines = filter(None, map(one_line, texts))
    items = (Item(f"{number}.", text(words)) for number, words in enumerate(lines, start=1))
    return ItemList(tuple(items), ordered=True)


def _punkt(punkt: PunktRow, level: int, *, linked: bool) -> Iterator[Block]:
    yield Heading(punkt.rubrik, level, number=str(punkt.nummer), anchor=f"punkt-{punkt.nummer}")
    if punkt.utgår is not None:
        yield Note((Run("Utgår. ", bold=True), Run(sentence(punkt.utgår))))
        return
    if punkt.tillkom_efter_kallelsen:
        yield Note(text("Tillkom efter kallelsen."))
    underpunkter = numbered(one.rubrik for one in punkt.underpunkter)
    if underpunkter.items:
        yield underpunkter
    yield from _facts(punkt)
    förslag = numbered(one.text for one in punkt.förslag)
    if förslag.items:
        yield from (Subheading("Ordförandens förslag", level + 1), förslag)
    sammanfattning = tuple(running_text(punkt.sammanfattning))
    if sammanfattning:
        yield from (Subheading("Sammanfattning", level + 1), *sammanfattning)
    if punkt.bilagor:
        yield from _bilagor(punkt, level + 1, linked=linked)


def _facts(punkt: PunktRow) -> Iterator[Block]:
    rows = (("Dnr", punkt.dnr), ("Tid", punkt.tid), ("Föredragande", punkt.föredragande))
    known = tuple((label, value) for label, value in rows if value)
    if known:
        yield Facts(known)


def _bilagor(punkt: PunktRow, level: int, *, linked: bool) -> Iterator[Block]:
    later = not any(bilaga.i_utskicket for bilaga in punkt.bilagor)
    tail = f" ({ALL_AT_THE_MEETING})" if later else ""
    yield Subheading(f"I ärendet finns följande dokument{tail}", level)
    items = (_bilaga(bilaga, linked=linked, say_later=not later) for bilaga in punkt.bilagor)
    yield ItemList(tuple(items))


def _bilaga(bilaga: BilagaRow, *, linked: bool, say_later: bool) -> Item:
    href = f"{BILAGA}{bilaga.beteckning}" if linked and bilaga.i_utskicket else None
    notes = [bilaga.anmärkning] if bilaga.anmärkning else []
    if say_later and not bilaga.i_utskicket:
        notes.append(AT_THE_MEETING)
    tail = (Run(f" ({'; '.join(notes)})"),) if notes else ()
    return Item(f"{bilaga.beteckning}.", (Run(bilaga.rubrik, href=href), *tail))
