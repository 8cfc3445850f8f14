"""What becomes public of a sammanträde, and what is masked in it. Refused until all is reviewed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core import paragrafer
from nämnd.documents.content import Document
from nämnd.documents.masking import masked_document
from nämnd.documents.protokoll.marks import listed
from nämnd.documents.protokoll.public import build_public_protokoll
from nämnd.documents.public_dagordning import build_public_dagordning, public_dagordning
from nämnd.paket.errors import NothingHandledError
from nämnd.paket.paper_kinds import Kind
from nämnd.paket.plan import Part, PunktRef, UtskickPlan
from nämnd.paket.public.reviewing import Piece, Review, ToReview
from nämnd.paket.soffice import find_soffice
from nämnd.publicering.errors import NotReviewedError
from nämnd.publicering.masks import Mask, mask_of

PUBLIC = "offentlig version"
PDF, WORD = ".pdf", ".docx"
_MOST_SET = 40  # letters of a set of §§ in a file's name


class What(StrEnum):
    """What is made public."""

    PROTOKOLL = "protokoll"
    UTSKICK = "utskick"


@dataclass(frozen=True, slots=True)
class PublicProtokoll:
    """A public protokoll, masked; `draft`: it is to be marked UTKAST."""

    document: Document
    draft: bool
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class PublicUtskick:
    """A public utskick, masked but for its files. `own`: what the review masks in each of them."""

    plan: UtskickPlan
    own: Mapping[str, Mask]  # by beteckning
    name: str


@dataclass(frozen=True, slots=True)
class PublicOrder:
    """What to make, and what must not be in it. It crosses to the helper process."""

    protokoll: tuple[PublicProtokoll, ...]
    utskick: PublicUtskick | None
    mask: Mask
    created: datetime

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the files that it makes."""
        last = (self.utskick.name,) if self.utskick else ()
        return (*(one.name for one in self.protokoll), *last)


def not_reviewed(review: Review, what: Iterable[What]) -> tuple[str, ...]:
    """Return what must be reviewed before it is published: «§ 62», «Bilaga 3A»."""
    return tuple(one.label for one in _needed(review, frozenset(what)) if one.val is None)


def plan_public(
    review: Review,
    files: FileStore,
    what: frozenset[What],
    *,
    forms: tuple[str, ...] = (PDF,),
    cache: Path,
    created: datetime,
) -> PublicOrder:
    """Return the order for the public files.

    Args:
        review: what there is, reviewed.
        files: where the bilagor are kept.
        what: which papers.
        forms: of the protokoll: .pdf, .docx.
        cache: the folder that keeps what LibreOffice made.
        created: now.

    Raises:
        NotReviewedError: something is not reviewed, or has changed since.
        NothingHandledError: the protokoll alone was asked for, and no § is handled.
    """
    left = not_reviewed(review, what)
    if left:
        raise NotReviewedError(left)
    if what == frozenset({What.PROTOKOLL}) and not review.pieces:
        raise NothingHandledError("protokoll")
    made = _planning(review)
    pieces = review.pieces if What.PROTOKOLL in what else ()
    papers = tuple(_protokoll(made, piece, form) for piece in pieces for form in forms)
    wanted = What.UTSKICK in what
    utskick = _utskick(made, files, cache, created) if wanted else None
    return PublicOrder(papers, utskick, made.mask, created)


@dataclass(frozen=True, slots=True)
class _Planning:
    """What every public paper is made from."""

    review: Review
    withheld: frozenset[str]  # ids of punkter, bilagor and §§
    mask: Mask


def _planning(review: Review) -> _Planning:
    mask = mask_of(word for one in review.items for word in one.granskning.maskeringar)
    return _Planning(review, frozenset(_withheld(review)), mask)


def _needed(review: Review, what: frozenset[What]) -> Iterator[ToReview]:
    for one in review.items:
        if one.granskning.vad == "paragraf":
            if What.PROTOKOLL in what:
                yield one
        elif What.UTSKICK in what and not review.follows(one):
            yield one


def _withheld(review: Review) -> Iterator[str]:
    """Yield the ids of what is not published. A § that is not takes its punkt along."""
    for one in review.items:
        if one.granskning.val == "nej":
            yield one.granskning.key
            if one.granskning.vad == "paragraf" and one.granskning.punkt_id:
                yield one.granskning.punkt_id


def _protokoll(made: _Planning, piece: Piece, form: str) -> PublicProtokoll:
    papers, protokoll = made.review.papers, piece.protokoll
    document = build_public_protokoll(papers.sender, protokoll, made.withheld, piece.rättelser)
    numbers = [one.nummer for one in protokoll.paragrafer]
    which = listed(paragrafer.of(numbers))
    which = which if len(which) <= _MOST_SET else f"§§ {min(numbers)} … {max(numbers)}"
    day, end = papers.dagordning.sammanträde.day_text, "UTKAST" if piece.draft else ""
    name = made.mask.masked(" ".join(filter(None, ("Protokoll", day, which, PUBLIC, end))))
    kind = Kind(f"protokoll {PUBLIC}", form)
    masked = masked_document(document, made.mask)
    return PublicProtokoll(masked, piece.draft, kind, safe_name(name, form))


@dataclass(frozen=True, slots=True)
class _Published:
    """A bilaga that is published, masked in all but its file; `words` are masked in that."""

    part: Part
    words: tuple[str, ...]


def _utskick(made: _Planning, files: FileStore, cache: Path, created: datetime) -> PublicUtskick:
    papers, say = made.review.papers, made.mask.masked
    day = papers.dagordning.sammanträde.day_text
    front = build_public_dagordning(papers.sender, papers.dagordning, made.withheld, linked=True)
    bilagor = tuple(_bilagor(made, files))
    body = papers.nämnd.kortnamn or papers.nämnd.namn
    plan = UtskickPlan(
        title=say(f"Handlingar till sammanträde {day}, {PUBLIC}"),
        organ=say(papers.nämnd.namn),
        day=day,
        dagordning=masked_document(front, made.mask),
        parts=tuple(one.part for one in bilagor),
        created=created,
        cache=cache,
        soffice=find_soffice(),
    )
    own = {one.part.beteckning: mask_of(one.words) for one in bilagor if one.words}
    return PublicUtskick(plan, own, safe_name(say(f"Handlingar {day} {body} {PUBLIC}"), PDF))


def _bilagor(made: _Planning, files: FileStore) -> Iterator[_Published]:
    say = made.mask.masked
    reviewed = {one.granskning.key: one.granskning for one in made.review.of("bilaga")}
    public = public_dagordning(made.review.papers.dagordning, made.withheld)
    for punkt in public.punkter:
        for bilaga in punkt.bilagor:
            if bilaga.fil is None or bilaga.id not in reviewed:
                continue
            part = Part(
                beteckning=bilaga.beteckning,
                rubrik=say(bilaga.rubrik),
                punkt=PunktRef(punkt.nummer, say(punkt.rubrik)),
                path=files.path_of(bilaga.fil.sha256),
                filnamn=bilaga.fil.filnamn,
                sha256=bilaga.fil.sha256,
            )
            granskning = reviewed[bilaga.id]
            masked = granskning.val == "maskerad"
            yield _Published(part, granskning.maskeringar if masked else ())
