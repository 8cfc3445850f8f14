"""Questions about ärenden: the diarium, and one ärende with what belongs to it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.core.swedish import sort_key
from nämnd.store.rows import load, rows_where
from nämnd.tables import Handling, Nämnd, Skrivelse, Urval, Ärende
from nämnd.ärende.beteckningar import key_of
from nämnd.ärende.errors import ÄrendeUnknownError
from nämnd.ärende.series import read_dnr
from nämnd.ärende.values import DiariumRow, SkrivelseRow, UrvalRow, ÄrendeView
from nämnd.ärende.writing import skrivelse_draft, ärende_draft


@dataclass(frozen=True, slots=True)
class ÄrendeRow:
    """One ärende to choose."""

    id: str
    dnr: str
    rubrik: str


def ärenden(session: Session, nämnd_id: str) -> tuple[ÄrendeRow, ...]:
    """Return the ärenden of a nämnd that are not annulled, by dnr."""
    found = session.execute(
        select(Ärende.id, Ärende.dnr, Ärende.rubrik).where(
            Ärende.nämnd_id == nämnd_id, Ärende.makulerat.is_(None)
        )
    )
    return tuple(sorted((ÄrendeRow(*row) for row in found), key=lambda row: sort_key(row.dnr)))


def diarium(session: Session, nämnd_id: str) -> tuple[DiariumRow, ...]:
    """Return every ärende of a nämnd, also the annulled ones, newest first. One statement."""
    mine = Handling.ärende_id == Ärende.id  # both are answered by its index alone
    counted = select(func.count()).where(mine).select_from(Handling).scalar_subquery()
    newest = select(func.max(Handling.datum)).where(mine).scalar_subquery()
    found = session.execute(
        select(
            Ärende.id,
            Ärende.dnr,
            Ärende.rubrik,
            Ärende.status,
            Ärende.öppnat,
            Ärende.handläggare,
            counted,
            newest,
            Ärende.väntar.is_not(None),
            Ärende.sekretess_lagrum.is_not(None) | Ärende.dölj_rubrik,
            Ärende.makulerat.is_not(None),
        )
        .where(Ärende.nämnd_id == nämnd_id)
        .order_by(
            Ärende.öppnat.desc(), Ärende.serie_år.desc(), Ärende.serie_nr.desc(), Ärende.dnr.desc()
        )
    )
    return tuple(map(DiariumRow._make, found))


def ärende_view(session: Session, ärende_id: str) -> ÄrendeView:
    """Return an ärende as its page shows it.

    Raises:
        GoneError: it is not there.
    """
    return view_of(load(session, Ärende, ärende_id))


def view_of(row: Ärende) -> ÄrendeView:
    """Return an ärende that is read already, as its page shows it."""
    return ÄrendeView(
        id=row.id,
        nämnd_id=row.nämnd_id,
        dnr=row.dnr,
        draft=ärende_draft(row),
        status=row.status,
        avslutat=row.avslutat,
        makulerat=row.makulerat,
        makulerat_datum=row.makulerat_datum,
    )


def find_ärende(session: Session, nämnd_id: str, wanted: str) -> str:
    """Return the id of the ärende with that dnr, however it is written, or with that id.

    Raises:
        ÄrendeUnknownError: there is none, or several could be meant.
    """
    mine = Ärende.nämnd_id == nämnd_id
    exact = (Ärende.dnr == wanted) | (Ärende.id == wanted)
    if key := session.scalar(select(Ärende.id).where(mine, exact)):
        return key
    pattern = session.scalar(select(Nämnd.diarieserie).where(Nämnd.id == nämnd_id))
    if read := read_dnr(pattern or "", wanted):
        of_series = (Ärende.serie_år == read[0]) & (Ärende.serie_nr == read[1])
        if key := session.scalar(select(Ärende.id).where(mine, of_series)):
            return key
    found = session.execute(select(Ärende.id, Ärende.dnr).where(mine)).all()
    alike = [(key, dnr) for key, dnr in found if key_of(dnr) == key_of(wanted)]
    if len(alike) != 1:
        raise ÄrendeUnknownError(wanted, tuple(dnr for _, dnr in alike))
    return alike[0][0]


def skrivelser(session: Session, ärende_id: str) -> tuple[SkrivelseRow, ...]:
    """Return what is written in an ärende, oldest first; what has no date yet last."""
    rows = rows_where(session, Skrivelse, Skrivelse.ärende_id == ärende_id)
    ordered = sorted(
        rows, key=lambda row: (row.datum is None, row.datum and row.datum.isoformat(), row.id)
    )
    return tuple(_skrivelse(row) for row in ordered)


def skrivelse_row(session: Session, skrivelse_id: str) -> SkrivelseRow:
    """Return one skrivelse.

    Raises:
        GoneError: it is not there.
    """
    return _skrivelse(load(session, Skrivelse, skrivelse_id))


def urval(session: Session, nämnd_id: str, lista: str) -> tuple[UrvalRow, ...]:
    """Return the saved filters of a list, by name."""
    rows = rows_where(session, Urval, Urval.nämnd_id == nämnd_id, Urval.lista == lista)
    ordered = sorted(rows, key=lambda row: sort_key(row.namn))
    return tuple(UrvalRow(row.id, row.namn, dict(row.villkor)) for row in ordered)


def handläggare(session: Session, nämnd_id: str) -> tuple[str, ...]:
    """Return everybody who handles an ärende of the nämnd, in Swedish order."""
    found = session.scalars(
        select(Ärende.handläggare)
        .where(Ärende.nämnd_id == nämnd_id, Ärende.handläggare.is_not(None))
        .distinct()
    )
    return tuple(sorted((name for name in found if name), key=sort_key))


def _skrivelse(row: Skrivelse) -> SkrivelseRow:
    return SkrivelseRow(
        row.id, row.ärende_id, skrivelse_draft(row), row.handling_id, row.registrerad
    )
