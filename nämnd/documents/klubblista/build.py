"""The klubblista as content: opening, every § and punkt on one page each, closing."""

from collections.abc import Iterator

from nämnd.core.richtext import Run
from nämnd.core.swedish import listed
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    ItemList,
    Note,
    Room,
    Script,
    Subheading,
    Together,
    plain,
    text,
)
from nämnd.documents.klubblista.reminders import about, ending, keep_in_mind, opening
from nämnd.documents.klubblista.script import cues
from nämnd.documents.parts import Sender, letterhead, notices, numbered, sentence, time_and_place
from nämnd.documents.protokoll.marks import title
from nämnd.protokoll.ballot import ordförande_at
from nämnd.protokoll.propositions import handled_punkt
from nämnd.protokoll.sentences import aside_sentences, yrkande_sentences
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow

_LONG = 1100  # letters, with _ROW for each row: what is longer does not fit on a page in one piece
_ROW = 60
_NOTES, _FEW_NOTES = 3, 2  # lines


def build_klubblista(sender: Sender, protokoll: Protokoll) -> Document:
    """Return the klubblista: §§ as they were handled, then the punkter that are left."""
    head = protokoll.sammanträde
    return Document(
        title=f"Klubblista {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, "Klubblista", head),
        blocks=(
            Heading("Klubblista", 1),
            time_and_place(head, weekdays=True),
            *notices(head),
            *_start(protokoll),
            *_matters(protokoll),
            *_end(protokoll),
        ),
        author=sender.nämnd.namn,
        subject="Klubblista",
        large=True,
    )


def _start(protokoll: Protokoll) -> Iterator[Block]:
    yield Heading("Att komma ihåg", 2)
    yield keep_in_mind(protokoll)
    yield Together((Heading("Öppnande", 2), Script(opening(protokoll)), Room(_FEW_NOTES)))


def _end(protokoll: Protokoll) -> Iterator[Block]:
    yield Together((Heading("Avslutning", 2), Script(ending(protokoll)), Room(_FEW_NOTES)))


def _matters(protokoll: Protokoll) -> Iterator[Block]:
    handled = {one.punkt_id for one in protokoll.paragrafer}
    for paragraf in protokoll.paragrafer:
        yield from _matter(protokoll, paragraf, Heading(title(protokoll, paragraf), 2))
    for punkt in protokoll.punkter:
        if punkt.id not in handled:
            made_up = ParagrafRow("", 0, punkt.id, punkt.rubrik, punkt.slag)
            heading = Heading(punkt.rubrik, 2, number=str(punkt.nummer))
            yield from _matter(protokoll, made_up, heading)


def _matter(protokoll: Protokoll, paragraf: ParagrafRow, heading: Heading) -> Iterator[Block]:
    """Yield a § or punkt: what it is about, what is said, and room for notes."""
    punkt = handled_punkt(protokoll, paragraf)
    if paragraf.klar:
        yield Together((heading, Note(text("Paragrafen är klubbad."))))
        return
    if punkt and punkt.utgår is not None:
        withdrawn = Note((Run("Utgår. ", bold=True), Run(sentence(punkt.utgår))))
        yield Together((heading, withdrawn))
        return
    yield from _pieces(
        (heading, *_background(protokoll, paragraf, punkt)),
        tuple(map(Script, cues(protokoll, paragraf))),
    )


def _pieces(background: tuple[Block, ...], scripts: tuple[Script, ...]) -> Iterator[Block]:
    """Yield it all in one piece, or each decision in one when that would be too long."""
    room = Room(_NOTES if scripts else _FEW_NOTES)
    if sum(map(_length, (*background, *scripts))) <= _LONG:
        yield Together((*background, *scripts, room))
        return
    yield from background
    for one in scripts[:-1]:
        yield Together((one,))
    yield Together((*scripts[-1:], room))


def _background(
    protokoll: Protokoll, paragraf: ParagrafRow, punkt: PunktRow | None
) -> Iterator[Block]:
    facts = tuple(_facts(protokoll, paragraf, punkt))
    if facts:
        yield Facts(facts)
    known = (*about(protokoll, paragraf, punkt), *aside_sentences(protokoll, paragraf))
    yield from (Note(text(words)) for words in known)
    förslag = numbered(one.text for one in punkt.förslag) if punkt else numbered(())
    if förslag.items:
        yield from (Subheading("Förslag till beslut", 3), förslag)
    moved = yrkande_sentences(protokoll, paragraf)
    if moved:
        yield from (Subheading("Yrkanden", 3), numbered(moved))


def _facts(
    protokoll: Protokoll, paragraf: ParagrafRow, punkt: PunktRow | None
) -> Iterator[tuple[str, str]]:
    if len(protokoll.ordförande) > 1 and paragraf.id:
        chair = ordförande_at(protokoll, paragraf)
        yield "Ordförande", protokoll.name(chair) if chair else "ej bestämd"
    if punkt is None:
        return
    papers = listed(one.beteckning for one in punkt.bilagor)
    rows = (("Tid", punkt.tid), ("Föredragande", punkt.föredragande), ("Bilagor", papers))
    yield from ((label, value) for label, value in rows if value)


def _length(block: Block) -> int:
    match block:
        case ItemList(items):
            rows = [plain(one.runs) for one in items]
        case Script(said):
            rows = [words for _, words in said]
        case Note(runs):
            rows = [plain(runs)]
        case _:
            rows = [""]
    return sum(_ROW + len(one) for one in rows)
