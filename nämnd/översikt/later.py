"""How far a sammanträde has come after its protokoll: justering, anslag, laga kraft, arkiv."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.anslag.queries import anslag_views
from nämnd.anslag.rules import has_anslag
from nämnd.anslag.values import AnslagLäge
from nämnd.store.rows import load
from nämnd.tables import Justering, Nämnd, Sammanträde, Utgåva

ARKIV = "arkiv"
_ANNOUNCED = (AnslagLäge.RUNS, AnslagLäge.TIME_OVER, AnslagLäge.LAGA_KRAFT)


@dataclass(frozen=True, slots=True)
class Later:
    """How many of the sets of §§ have come how far.

    `has_anslag`: what the body decides is announced and can be appealed; a body by agreement's is
    not.
    """

    sets: int = 0
    sent: int = 0  # out, approved or justerade
    justerade: int = 0
    has_anslag: bool = True
    anslagna: int = 0
    laga_kraft: int = 0
    arkiverat: bool = False


NOTHING_YET = Later()
"""Of a sammanträde whose justering nobody has planned."""


def later(session: Session, sammanträde_id: str, *, today: date) -> Later:
    """Return how far a sammanträde has come.

    Raises:
        GoneError: it is not there.
    """
    nämnd_id = load(session, Sammanträde, sammanträde_id).nämnd_id
    lägen = session.scalars(
        select(Justering.läge).where(Justering.sammanträde_id == sammanträde_id)
    ).all()
    announced = [one.läge(today) for one in anslag_views(session, sammanträde_id)] if lägen else []
    archive = select(Utgåva.id).where(
        Utgåva.sammanträde_id == sammanträde_id, Utgåva.dokument == ARKIV
    )
    return Later(
        sets=len(lägen),
        sent=sum(one != "utkast" for one in lägen),
        justerade=sum(one == "justerat" for one in lägen),
        has_anslag=_has_anslag(announced, load(session, Nämnd, nämnd_id).juridisk_form),
        anslagna=sum(one in _ANNOUNCED for one in announced),
        laga_kraft=sum(one is AnslagLäge.LAGA_KRAFT for one in announced),
        arkiverat=session.scalar(archive.limit(1)) is not None,
    )


def _has_anslag(announced: Iterable[AnslagLäge], juridisk_form: str) -> bool:
    rows = tuple(announced)
    if rows:
        return any(one is not AnslagLäge.NOT_DEMANDED for one in rows)
    return has_anslag(juridisk_form)
