"""What has been decided about publishing. Three statements, however much there is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.organisation.queries import uppdrag_rows
from nämnd.publicering.values import VAL, Granskning, Sekretess, Vad, Val
from nämnd.store.rows import load
from nämnd.tables import Bilaga, Handling, Närvaro, Paragraf, Person, Punkt, Sammanträde


def granskningar(session: Session, sammanträde_id: str) -> dict[str, Granskning]:
    """Return the review of every punkt, bilaga and § of a sammanträde, by their ids.

    A bilaga is under sekretess when the handling that it comes from is, since whenever.
    """
    punkter = select(Punkt).where(Punkt.sammanträde_id == sammanträde_id)
    bilagor = (
        select(Bilaga, Handling)
        .join(Punkt, Punkt.id == Bilaga.punkt_id)
        .outerjoin(Handling, Handling.id == Bilaga.handling_id)
        .where(Punkt.sammanträde_id == sammanträde_id)
    )
    paragrafer = select(Paragraf).where(Paragraf.sammanträde_id == sammanträde_id)
    found = (
        *(_granskning("punkt", row, row.id, None) for row in session.scalars(punkter)),
        *(
            _granskning("bilaga", row, row.punkt_id, _of_bilaga(row, handling))
            for row, handling in session.execute(bilagor)
        ),
        *(
            _granskning("paragraf", row, row.punkt_id, _sekretess(row))
            for row in session.scalars(paragrafer)
        ),
    )
    return {one.key: one for one in found}


def with_published_paragrafer(session: Session) -> frozenset[str]:
    """Return the sammanträden of which some § has been reviewed, and is not withheld."""
    published = Paragraf.publicering.in_([one for one in VAL if one != "nej"])
    return frozenset(session.scalars(select(Paragraf.sammanträde_id).where(published).distinct()))


def known_names(session: Session, sammanträde_id: str) -> tuple[str, ...]:
    """Return who has an uppdrag in the nämnd or is noted as present, by name.

    Their names are not private in its papers: they are there as förtroendevalda or in their work.
    """
    head = load(session, Sammanträde, sammanträde_id)
    there = (
        select(Person.namn)
        .join(Närvaro, Närvaro.person_id == Person.id)
        .where(Närvaro.sammanträde_id == sammanträde_id)
    )
    tasks = (row.person.namn for row in uppdrag_rows(session, head.nämnd_id))
    leaders = select(Person.namn).where(Person.id.in_([head.ordförande, head.sekreterare]))
    return tuple(dict.fromkeys((*tasks, *session.scalars(there), *session.scalars(leaders))))


def is_of_secret(session: Session, row: Bilaga) -> bool:
    """Say whether a bilaga comes from a handling that is under sekretess in the diarium."""
    handling = session.get(Handling, row.handling_id) if row.handling_id else None
    return handling is not None and _sekretess(handling) is not None


def _of_bilaga(row: Bilaga, handling: Handling | None) -> Sekretess | None:
    """Return the mark of a bilaga, or that of the handling it comes from; None: there is none."""
    return _sekretess(row) or (_sekretess(handling) if handling else None)


def _granskning(
    vad: Vad, row: Punkt | Bilaga | Paragraf, punkt_id: str | None, sekretess: Sekretess | None
) -> Granskning:
    return Granskning(
        vad=vad,
        key=row.id,
        punkt_id=punkt_id,
        val=_val(row.publicering),
        maskeringar=tuple(row.maskeringar),
        sekretess=sekretess,
        sha256=row.granskat,
    )


def _val(kept: str | None) -> Val | None:
    return next((one for one in VAL if one == kept), None)


def _sekretess(row: Bilaga | Handling | Paragraf) -> Sekretess | None:
    if not (row.sekretess_lagrum or row.sekretess_datum):
        return None
    return Sekretess(row.sekretess_lagrum or "", row.sekretess_datum)
