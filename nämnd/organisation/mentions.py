"""Who is named anywhere: a person or huvudman that is can't be taken out of the register."""

from collections.abc import Collection, Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from nämnd.tables import (
    Anslag,
    Anteckning,
    Beslutspunkt,
    Certifikat,
    Frånvaro,
    Huvudmannabeslut,
    Justerare,
    Justering,
    Justeringspaket,
    Justeringssvar,
    Jäv,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Reservation,
    Sammanträde,
    Uppdrag,
    Utskick,
    Votering,
    Yrkande,
)

_REFERENCES = (
    (Uppdrag.person_id, Uppdrag.ersätter),
    (Sammanträde.ordförande, Sammanträde.sekreterare),
    (Närvaro.person_id, Närvaro.för),
    (Frånvaro.person_id,),
    (Ordförandeskap.person_id,),
    (Justerare.person_id,),
    (Jäv.person_id, Jäv.ersätts_av),
    (Justeringssvar.person_id,),
    (Certifikat.person_id,),
)
_LISTS = (
    Utskick.till,
    Paragraf.deltar_inte,
    Yrkande.av,
    Votering.röster,
    Reservation.av,
    Anteckning.av,
)
_INSIDE = (
    Frånvaro.inkallade,
    Justering.underskrifter,
    Justering.kommentarer,
    Justeringspaket.tillfrågade,
)


def person_is_mentioned(session: Session, person_id: str) -> bool:
    """Say whether an uppdrag, a sammanträde or anything in a protokoll names the person."""
    for columns in _REFERENCES:
        named = or_(*(column == person_id for column in columns))
        if session.execute(select(columns[0]).where(named)).first():
            return True
    return any(person_id in kept for kept in _kept_lists(session))


def huvudman_is_mentioned(session: Session, huvudman_id: str) -> str | None:
    """Return what names a huvudman («uppdrag», «beslut», «anslag»), or None."""
    if session.execute(select(Uppdrag.id).where(Uppdrag.huvudman_id == huvudman_id)).first():
        return "uppdrag"
    decided = select(Huvudmannabeslut.id).where(Huvudmannabeslut.huvudman_id == huvudman_id)
    directed = session.scalars(select(Beslutspunkt.riktas_till))
    if session.execute(decided).first() or any(huvudman_id in kept for kept in directed):
        return "beslut"
    if session.execute(select(Anslag.id).where(Anslag.huvudman_id == huvudman_id)).first():
        return "anslag"
    return None


def _kept_lists(session: Session) -> Iterator[Collection[object]]:
    for column in _LISTS:
        yield from session.scalars(select(column))
    for column in _INSIDE:
        for several in session.scalars(select(column)):
            yield [one.get("person") for one in several]
