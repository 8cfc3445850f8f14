"""What becomes public of a sammanträde, and what is masked in it. Refused until all is reviewed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
    mask = mask_of(word for one in review.items for word in one.granskning.maskeringar)
    withheld = frozenset(_withheld(review))
    pieces = review.pieces if What.PROTOKOLL in what else ()
    return PublicOrder(
        protokoll=tuple(
            _protokoll(review, piece, withheld, mask, form) for piece in pieces for form in forms
        ),
        utskick=_utskick(review, files, withheld, mask, cache, created)
        if What.UTSKICK in what
        else None,
        mask=mask,
        created=created,
    )


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


def _protokoll(
    review: Review, piece: Piece, withheld: frozenset[str], mask: Mask, form: str
) -> PublicProtokoll:
    papers = review.papers
    made = build_public_protokoll(papers.sender, piece.protokoll, withheld)
    which = listed(paragrafer.of(one.nummer for one in piece.protokoll.paragrafer))
    numbers = [one.nummer for one in piece.protokoll.paragrafer]
    which = which if len(which) <= _MOST_SET else f"§§ {min(numbers)} … {max(numbers)}"
    day, end = papers.dagordning.sammanträde.day_text, "UTKAST" if piece.draft else ""
    name = " ".join(filter(None, ("Protokoll", day, which, PUBLIC, end)))
    kind = Kind(f"protokoll {PUBLIC}", form)
    return PublicProtokoll(
        masked_document(made, mask), piece.draft, kind, safe_name(mask.masked(name), form)
    )


def _utskick(
    review: Review,
    files: FileStore,
    withheld: frozenset[str],
    mask: Mask,
    cache: Path,
    created: datetime,
) -> PublicUtskick:
    papers, say = review.papers, mask.masked
    head = papers.dagordning.sammanträde
    front = build_public_dagordning(papers.sender, papers.dagordning, withheld, linked=True)
    published = {one.granskning.key: one for one in review.of("bilaga")}
    parts, own = list[Part](), dict[str, Mask]()
    for punkt in public_dagordning(papers.dagordning, withheld).punkter:
        for bilaga in punkt.bilagor:
            reviewed = published.get(bilaga.id)
            if reviewed is None or bilaga.fil is None or bilaga.id in withheld:
                continue
            parts.append(
                Part(
                    beteckning=bilaga.beteckning,
                    rubrik=say(bilaga.rubrik),
                    punkt=PunktRef(punkt.nummer, say(punkt.rubrik)),
                    path=files.path_of(bilaga.fil.sha256),
                    filnamn=bilaga.fil.filnamn,
                    sha256=bilaga.fil.sha256,
                )
            )
            if reviewed.granskning.maskeringar:
                own[bilaga.beteckning] = mask_of(reviewed.granskning.maskeringar)
    body = papers.nämnd.kortnamn or papers.nämnd.namn
    return PublicUtskick(
        UtskickPlan(
            title=say(f"Handlingar till sammanträde {head.day_text}, {PUBLIC}"),
            organ=say(papers.nämnd.namn),
            day=head.day_text,
            dagordning=masked_document(replace(front), mask),
            parts=tuple(parts),
            created=created,
            cache=cache,
            soffice=find_soffice(),
        ),
        own,
        safe_name(say(f"Handlingar {head.day_text} {body} {PUBLIC}"), PDF),
    )
