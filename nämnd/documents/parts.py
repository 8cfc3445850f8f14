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
from nämnd.organisation.rules import NämndDraft
from nämnd.sammanträde.dagordning import BilagaRow, PunktRow, SammanträdeRow

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


def time_and_place(head: SammanträdeRow) -> Facts:
    """Return when and where, each day on its own line when there are several."""
    rows: list[tuple[str, str]] = []
    for number, dag in enumerate(head.dagar):
        times = ", ".join(a if b is None else f"{a}–{b}" for a, b in dag.tider)
        when = f"{dag.datum.isoformat()} klockan {times}" if times else dag.datum.isoformat()
        rows.append(("Tid" if number == 0 else "", when))
    if head.plats:
        rows.append(("Plats", head.plats))
    return Facts(tuple(rows))


def notices(head: SammanträdeRow) -> Iterator[Block]:
    """Return what the reader must not miss: that it is cancelled or moved."""
    if head.inställt is not None:
        yield Note((Run("Sammanträdet är inställt. ", bold=True), Run(head.inställt)))
    for move in head.flyttningar:
        yield Note(text(f"Sammanträdet är flyttat från {move.från}. {move.skäl}"))


def punkt_blocks(punkter: Sequence[PunktRow], *, level: int, linked: bool) -> Iterator[Block]:
    """Return the punkter in the form of the real dagordning, each after a rule.

    Args:
        punkter: in order.
        level: of the punkter's headings; under a grupp they are one level down.
        linked: the beteckningar become links that the utskick points at its bilagor.
    """
    group: str | None = None
    for punkt in punkter:
        if punkt.grupp != group:
            group = punkt.grupp
            if group:
                yield Rule()
                yield Heading(group, level)
        yield Rule()
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
    """Return a list numbered 1., 2., 3."""
    items = (Item(f"{number}.", text(words)) for number, words in enumerate(texts, start=1))
    return ItemList(tuple(items), ordered=True)


def _punkt(punkt: PunktRow, level: int, *, linked: bool) -> Iterator[Block]:
    yield Heading(punkt.rubrik, level, number=str(punkt.nummer), anchor=f"punkt-{punkt.nummer}")
    if punkt.utgår is not None:
        yield Note((Run("Utgår. ", bold=True), Run(punkt.utgår)))
        return
    if punkt.tillkom_efter_kallelsen:
        yield Note(text("Tillkom efter kallelsen."))
    if punkt.underpunkter:
        yield numbered(one.rubrik for one in punkt.underpunkter)
    yield from _facts(punkt)
    if punkt.förslag:
        yield Subheading("Ordförandens förslag", level + 1)
        yield numbered(one.text for one in punkt.förslag)
    if punkt.sammanfattning:
        yield Subheading("Sammanfattning", level + 1)
        yield from running_text(punkt.sammanfattning)
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
    href = f"bilaga:{bilaga.beteckning}" if linked and bilaga.i_utskicket else None
    notes = [bilaga.anmärkning] if bilaga.anmärkning else []
    if say_later and not bilaga.i_utskicket:
        notes.append(AT_THE_MEETING)
    tail = (Run(f" ({'; '.join(notes)})"),) if notes else ()
    return Item(f"{bilaga.beteckning}.", (Run(bilaga.rubrik, href=href), *tail))
