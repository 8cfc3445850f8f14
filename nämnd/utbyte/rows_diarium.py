"""The rows of the diarium behind a file: what belongs to the ärenden, and the saved filters."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.swedish import sort_key
from nämnd.store.rows import rows_where
from nämnd.tables import Handling, Handlingsversion, Skrivelse, Urval, Ärende
from nämnd.utbyte.objects.base import clean_line

T = TypeVar("T", Handling, Skrivelse)


@dataclass(slots=True)
class DiariumRows:
    """Mapped rows, each list in the order a file has it. For use inside the session only."""

    whole: bool = False  # the ärenden of the nämnd are here with all they have
    handlingar: defaultdict[str, list[Handling]] = field(  # by the ärende's id
        default_factory=lambda: defaultdict[str, list[Handling]](list)
    )
    versioner: defaultdict[str, list[Handlingsversion]] = field(  # by the handling's id
        default_factory=lambda: defaultdict[str, list[Handlingsversion]](list)
    )
    skrivelser: defaultdict[str, list[Skrivelse]] = field(  # by the ärende's id
        default_factory=lambda: defaultdict[str, list[Skrivelse]](list)
    )
    urval: list[Urval] = field(default_factory=list[Urval])


def load_diarium(session: Session, nämnd_id: str | None) -> DiariumRows:
    """Return what belongs to the ärenden of a nämnd; nothing without one."""
    rows = DiariumRows(whole=nämnd_id is not None)
    if nämnd_id is None:
        return rows
    for handling in sorted(_of(session, Handling, nämnd_id), key=lambda row: (row.löpnr, row.id)):
        rows.handlingar[handling.ärende_id].append(handling)
    for version in _versions(session, nämnd_id):
        rows.versioner[version.handling_id].append(version)
    for skrivelse in sorted(_of(session, Skrivelse, nämnd_id), key=_written):
        rows.skrivelser[skrivelse.ärende_id].append(skrivelse)
    rows.urval = sorted(
        rows_where(session, Urval, Urval.nämnd_id == nämnd_id),
        key=lambda row: (row.lista, sort_key(clean_line(row.namn)), row.id),
    )
    return rows


def _of(session: Session, kind: type[T], nämnd_id: str) -> Sequence[T]:
    query = select(kind).join(Ärende, Ärende.id == kind.ärende_id)
    return session.scalars(query.where(Ärende.nämnd_id == nämnd_id)).all()


def _versions(session: Session, nämnd_id: str) -> Iterator[Handlingsversion]:
    return session.scalars(
        select(Handlingsversion)
        .join(Handling, Handling.id == Handlingsversion.handling_id)
        .join(Ärende, Ärende.id == Handling.ärende_id)
        .where(Ärende.nämnd_id == nämnd_id)
        .order_by(Handlingsversion.nummer, Handlingsversion.id)
    )


def _written(row: Skrivelse) -> tuple[date, str]:
    return row.datum or date.max, row.id
