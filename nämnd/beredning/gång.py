"""The events of an ärende's life outside the sammanträden. One statement for each kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.beredning import wording
from nämnd.beredning.values import Händelse, Slag
from nämnd.tables import Delegationsbeslut, Handling, Nämnd, Skrivelse, Ärende
from nämnd.ärende.beteckningar import key_of


@dataclass(frozen=True, slots=True)
class Same:
    """An ärende in all nämnder of the file: its ids, and its dnr as `key_of` compares it."""

    ids: tuple[str, ...]
    dnr: str


def same_ärende(session: Session, ärende: Ärende) -> Same:
    """Return the rows of `ärende` in this nämnd and others: those with its dnr."""
    wanted = key_of(ärende.dnr)
    bare = func.lower(func.replace(func.replace(Ärende.dnr, " ", ""), "-", ""))
    other_nämnder = select(Nämnd.id).where(Nämnd.id != ärende.nämnd_id)
    alike = session.execute(  # the database knows small letters of a–z only: å as it stands too
        select(Ärende.id, Ärende.dnr).where(
            bare.in_({_bare(ärende.dnr), _bare(wanted), _ascii_lower(_bare(ärende.dnr))}),
            Ärende.nämnd_id.in_(other_nämnder),
        )
    )
    others = sorted(key for key, dnr in alike if key_of(dnr) == wanted)
    return Same((ärende.id, *others), wanted)


def _bare(dnr: str) -> str:
    return dnr.replace(" ", "").replace("-", "")


def _ascii_lower(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)


def opened_and_closed(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield when the ärende was opened and closed, in each nämnd that has it."""
    found = session.execute(
        select(
            Ärende.id,
            Ärende.dnr,
            Ärende.öppnat,
            Ärende.avslutat,
            Ärende.makulerat,
            Ärende.nämnd_id,
            Nämnd.namn,
        )
        .join(Nämnd, Nämnd.id == Ärende.nämnd_id)
        .where(Ärende.id.in_(same.ids))
    )
    for key, dnr, öppnat, avslutat, makulerat, nämnd_id, namn in found:
        for day, slag in ((öppnat, Slag.ÖPPNAT), (avslutat, Slag.AVSLUTAT)):
            if day is not None:
                yield Händelse(
                    day.isoformat(),
                    slag,
                    key,
                    dnr,
                    f"makulerat: {makulerat}" if makulerat else "",
                    namn,
                    nämnd_id=nämnd_id,
                    struken=makulerat is not None,
                    ärende_id=key,
                )


def handlingar(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield every handling, the annulled ones struck."""
    found = session.execute(
        select(
            Handling.id,
            Handling.datum,
            Handling.löpnr,
            Handling.rubrik,
            Handling.riktning,
            Handling.från_till,
            Handling.makulerad,
            Handling.ärende_id,
            Ärende.dnr,
        )
        .join(Ärende, Ärende.id == Handling.ärende_id)
        .where(Handling.ärende_id.in_(same.ids))
        .order_by(Handling.datum, Handling.löpnr)
    )
    for key, datum, löpnr, rubrik, riktning, från_till, makulerad, ärende_id, dnr in found:
        said = wording.direction_text(riktning, från_till)
        yield Händelse(
            datum.isoformat(),
            Slag.HANDLING,
            key,
            f"{dnr}-{löpnr} {rubrik}",
            f"{said}; makulerad: {makulerad}" if makulerad else said,
            struken=makulerad is not None,
            ärende_id=ärende_id,
        )


def skrivelser(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield what is being written; once it is registered it is a handling."""
    found = session.execute(
        select(
            Skrivelse.id, Skrivelse.datum, Skrivelse.slag, Skrivelse.rubrik, Skrivelse.ärende_id
        ).where(Skrivelse.ärende_id.in_(same.ids), Skrivelse.handling_id.is_(None))
    )
    for key, datum, slag, rubrik, ärende_id in found:
        yield Händelse(
            datum.isoformat() if datum else None,
            Slag.SKRIVELSE,
            key,
            rubrik,
            f"{slag}, inte registrerad",
            ärende_id=ärende_id,
        )


def delegationsbeslut(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield every decision that somebody made for a nämnd in the ärende."""
    found = session.execute(
        select(
            Delegationsbeslut.id,
            Delegationsbeslut.datum,
            Delegationsbeslut.rubrik,
            Delegationsbeslut.av,
            Delegationsbeslut.brådskande,
            Delegationsbeslut.nämnd_id,
            Delegationsbeslut.ärende_id,
            Nämnd.namn,
        )
        .join(Nämnd, Nämnd.id == Delegationsbeslut.nämnd_id)
        .where(Delegationsbeslut.ärende_id.in_(same.ids))
    )
    for key, datum, rubrik, av, brådskande, nämnd_id, ärende_id, namn in found:
        tail = "; brådskande" if brådskande else ""
        yield Händelse(
            datum.isoformat(),
            Slag.DELEGATIONSBESLUT,
            key,
            rubrik,
            f"{av}{tail}",
            namn,
            nämnd_id=nämnd_id,
            ärende_id=ärende_id,
        )
