"""What there is to review before publishing: each punkt, bilaga and §, with its text."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.documents.content import Block, Document, Letterhead, as_text
from nämnd.documents.parts import punkt_blocks
from nämnd.documents.protokoll.bilagor import bilaga_blocks, bilagor
from nämnd.documents.protokoll.draft import JUSTERAT, justerade
from nämnd.documents.protokoll.marks import mark
from nämnd.documents.protokoll.paragraf import Told, paragraf_blocks
from nämnd.documents.protokoll.rättelse import rättelse_notes
from nämnd.justering.queries import frozen_protokoll, justering_views
from nämnd.justering.values import RättelseRow
from nämnd.paket.papers import Papers, gather
from nämnd.protokoll import frozen
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.publicering.queries import granskningar, known_names
from nämnd.publicering.values import Granskning, Val
from nämnd.sammanträde.dagordning import BilagaRow, PunktRow
from nämnd.store import Store

_MARKS = re.compile(r"^(?:#+ |---$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some §§ as they are published together; `draft`: they are not justerade."""

    protokoll: Protokoll
    draft: bool
    rättelser: tuple[RättelseRow, ...] = ()  # of slips in what is justerat


@dataclass(frozen=True, slots=True)
class ToReview:
    """One thing to review. `text` None: it is a file, and must be read."""

    granskning: Granskning
    label: str  # «§ 62», «3A», «Punkt 7»
    rubrik: str
    sha256: str  # of what there is to review now
    text: str | None

    @property
    def val(self) -> Val | None:
        """Return what was decided, as far as it still holds."""
        return self.granskning.stands(self.sha256)

    @property
    def outdated(self) -> bool:
        """Say whether it was reviewed, and has changed since."""
        return self.granskning.val is not None and self.val is None


@dataclass(frozen=True, slots=True)
class Review:
    """A sammanträde to review. `papers` has its protokoll; `items` in the order of the day."""

    papers: Papers
    pieces: tuple[Piece, ...]
    items: tuple[ToReview, ...]
    known: tuple[str, ...]  # names that are not private

    def follows(self, item: ToReview) -> bool:
        """Say whether a bilaga is withheld with its punkt: then it needs no review of its own."""
        away = {one.granskning.key for one in self.of("punkt") if one.val == "nej"}
        return item.granskning.vad == "bilaga" and item.granskning.punkt_id in away

    def of(self, vad: str) -> tuple[ToReview, ...]:
        """Return the items of a kind: «punkt», «bilaga», «paragraf»."""
        return tuple(one for one in self.items if one.granskning.vad == vad)


def review(store: Store, files: FileStore, sammanträde_id: str, *, today: date) -> Review:
    """Return what there is to review, and what has been decided.

    Raises:
        GoneError: the sammanträde is not there.
    """
    papers = gather(store, files, sammanträde_id, today=today, protokoll=True)
    pieces = store.ask(lambda session: pieces_of(session, papers.protokoll))
    known = store.ask(lambda session: known_names(session, sammanträde_id))
    decided = store.ask(lambda session: granskningar(session, sammanträde_id))
    items = (*_of_dagordning(papers, decided), *_of_pieces(pieces, decided))
    speakers = (punkt.föredragande for punkt in papers.dagordning.punkter)
    return Review(papers, pieces, items, (*known, *filter(None, speakers)))


def pieces_of(session: Session, whole: Protokoll | None) -> tuple[Piece, ...]:
    """Return the §§ as they are published: each set that is justerad as it was kept, then the rest.

    A set that another program justerade has nothing kept: it is published as it is.
    """
    if whole is None or not whole.paragrafer:
        return ()
    left = [one.nummer for one in whole.paragrafer if justerade(whole).covers(one.nummer)]
    pieces: list[Piece] = []
    for one in justering_views(session, whole.sammanträde.id):
        mine = paragrafer.of(number for number in one.numbers if number in left)
        if one.läge == JUSTERAT and mine != paragrafer.NONE:
            kept = _kept(session, whole, one.id, mine)
            pieces.append(Piece(kept, draft=False, rättelser=one.rättelser))
            left = [number for number in left if not mine.covers(number)]
    there = paragrafer.of(row.nummer for one in pieces for row in one.protokoll.paragrafer)
    rest = paragrafer.of(one.nummer for one in whole.paragrafer).minus(there)
    if rest != paragrafer.NONE:
        pieces.append(Piece(frozen.of_set(whole, rest), draft=True))
    return tuple(pieces)


def _kept(session: Session, whole: Protokoll, justering_id: str, mine: Paragrafer) -> Protokoll:
    """Return §§ that are justerade; when they were is known only afterwards."""
    now = frozen.of_set(whole, mine)
    kept = frozen_protokoll(session, justering_id)
    if kept is None:
        return now
    return replace(frozen.of_set(kept, mine), justeringar=now.justeringar)


def _of_dagordning(papers: Papers, decided: Mapping[str, Granskning]) -> Iterator[ToReview]:
    for punkt in papers.dagordning.punkter:
        text = _text(punkt_blocks((punkt,), level=2, linked=False))
        yield _item(decided, "punkt", punkt, f"Punkt {punkt.nummer}", text)
        for bilaga in punkt.bilagor:
            if bilaga.i_utskicket and bilaga.fil and punkt.utgår is None:
                granskning = decided.get(bilaga.id) or _nobody("bilaga", bilaga.id)
                label, key = f"Bilaga {bilaga.beteckning}", bilaga.fil.sha256
                yield ToReview(granskning, label, bilaga.rubrik, key, None)


def _of_pieces(pieces: Iterable[Piece], decided: Mapping[str, Granskning]) -> Iterator[ToReview]:
    rows = [(one, row) for one in pieces for row in one.protokoll.paragrafer]
    for piece, row in sorted(rows, key=lambda one: one[1].nummer):
        told = Told(piece.protokoll, row)
        parts = (*paragraf_blocks(told), *_reservationer(piece.protokoll, row))
        text = _text((*parts, *rättelse_notes(piece.rättelser, row.nummer)))
        yield _item(decided, "paragraf", row, mark(piece.protokoll, row), text)


def _reservationer(protokoll: Protokoll, row: ParagrafRow) -> Iterator[Block]:
    """Yield what stands in the protokoll's bilagor about a §: its written reservationer."""
    mine = replace(protokoll, paragrafer=(replace(row, voteringar=()),))
    yield from bilaga_blocks(mine, bilagor(mine))


def _item(
    decided: Mapping[str, Granskning],
    vad: str,
    row: PunktRow | BilagaRow | ParagrafRow,
    label: str,
    text: str,
) -> ToReview:
    granskning = decided.get(row.id) or _nobody(vad, row.id)
    return ToReview(granskning, label, row.rubrik, checksum(text), text)


def checksum(text: str) -> str:
    """Return what tells one text from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def _nobody(vad: str, key: str) -> Granskning:
    kind = "punkt" if vad == "punkt" else "bilaga" if vad == "bilaga" else "paragraf"
    return Granskning(kind, key, None, None, (), None, None)


def _text(blocks: Iterable[Block]) -> str:
    """Return blocks as plain lines, without the marks that tell a heading."""
    document = Document("", Letterhead("", "", ""), tuple(blocks))
    return _MARKS.sub("", as_text(document)).strip()
