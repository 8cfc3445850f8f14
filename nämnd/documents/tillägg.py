"""The tilläggslista: what was added, changed and removed since the kallelse went out."""

from collections.abc import Iterator, Sequence
from datetime import date

from nämnd.core.richtext import Paragraph, Run
from nämnd.core.swedish import short_date
from nämnd.documents.content import Block, Document, Heading, Item, ItemList, Subheading, text
from nämnd.documents.parts import (
    Sender,
    letterhead,
    notices,
    punkt_blocks,
    sentence,
    signatures,
    time_and_place,
)
from nämnd.sammanträde.changes import Aspect, Change, Kind, changes
from nämnd.sammanträde.dagordning import Dagordning

ASPECT_TEXT = {
    Aspect.RUBRIK: "ny rubrik",
    Aspect.FÖRSLAG: "ändrat förslag",
    Aspect.SAMMANFATTNING: "ändrad sammanfattning",
    Aspect.UNDERPUNKTER: "ändrade underpunkter",
    Aspect.FÖREDRAGANDE: "ändrad föredragande",
    Aspect.TID: "ändrad tid",
    Aspect.ÄRENDE: "ändrat diarienummer",
    Aspect.ORDER: "behandlas i annan ordning",
    Aspect.FIL: "ny version av filen",
    Aspect.FIL_KOM: "filen finns nu",
    Aspect.FIL_BORTA: "filen är borttagen",
    Aspect.ANMÄRKNING: "ändrad anmärkning",
    Aspect.I_UTSKICKET: "följer nu med i utskicket",
    Aspect.EJ_I_UTSKICKET: "följer inte med i utskicket",
    Aspect.DAG: "Ny tid",
    Aspect.PLATS: "Ny plats",
    Aspect.INSTÄLLT: "Inställt",
    Aspect.BACK: "utgår inte längre",
}
_SECTIONS = (
    (Kind.ADDED, "Tillkommer"),
    (Kind.CHANGED, "Ändras"),
    (Kind.WITHDRAWN, "Utgår"),
    (Kind.REMOVED, "Tas bort"),
)


def build_tillägg(sender: Sender, old: Dagordning, new: Dagordning, *, sent: date) -> Document:
    """Return the tilläggslista to the dagordning `old` that went out on `sent`.

    The new and changed punkter follow in full, so that nobody has to look them up.
    """
    head, found = new.sammanträde, changes(old, new)
    return Document(
        title=f"Tilläggslista {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, "Tilläggslista", head),
        blocks=(
            Heading("Tilläggslista till dagordningen", 1),
            time_and_place(head),
            *notices(head),
            *_summary(found, sent),
            *_in_full(new, found),
            *signatures(head),
        ),
        author=sender.nämnd.namn,
        subject="Tilläggslista",
    )


def change_text(change: Change) -> str:
    """Return one change as a line: «Uppföljning – ny version av filen»."""
    if not change.where:
        return _about_the_meeting(change)
    words = ", ".join(ASPECT_TEXT[aspect] for aspect in change.aspects) or change.after
    return f"{change.rubrik} – {words}" if words else change.rubrik


def _about_the_meeting(change: Change) -> str:
    (aspect,) = change.aspects
    if aspect is Aspect.INSTÄLLT:
        if not change.after:
            return "Sammanträdet är inte längre inställt."
        return f"Sammanträdet är inställt. {sentence(change.after)}"
    was = f" (tidigare {change.before})" if change.before else ""
    return f"{ASPECT_TEXT[aspect]}: {change.after or 'inte bestämd'}{was}"


def _summary(found: Sequence[Change], sent: date) -> Iterator[Block]:
    if not found:
        yield Paragraph(text(f"Inget har ändrats sedan utskicket den {short_date(sent)}."))
        return
    yield Paragraph(text(f"Detta har ändrats sedan utskicket den {short_date(sent)}."))
    for kind, title in _SECTIONS:
        rows = [change for change in found if change.kind is kind]
        if rows:
            yield Subheading(title, 2)
            yield ItemList(tuple(_item(change) for change in rows))


def _item(change: Change) -> Item:
    label = f"{change.where}." if change.where else "•"
    kind = "Bilaga: " if change.bilaga else ""
    return Item(label, (Run(kind + change_text(change)),))


def _in_full(new: Dagordning, found: Sequence[Change]) -> Iterator[Block]:
    touched = {
        change.where
        for change in found
        if change.kind in (Kind.ADDED, Kind.CHANGED) and change.aspects != (Aspect.ORDER,)
    }
    punkter = [
        punkt
        for punkt in new.punkter
        if str(punkt.nummer) in touched
        or any(bilaga.beteckning in touched for bilaga in punkt.bilagor)
    ]
    if punkter:
        yield Heading("Punkterna i sin nya lydelse", 2)
        yield from punkt_blocks(punkter, level=3, linked=False)
