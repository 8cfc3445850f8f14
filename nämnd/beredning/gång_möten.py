"""The events of an ärende at sammanträden: punkter, §§ and what each huvudman then decided."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, select, union
from sqlalchemy.orm import Session

from nämnd.beredning import wording
from nämnd.beredning.days import first_day
from nämnd.beredning.gång import Same
from nämnd.beredning.values import Händelse, Slag
from nämnd.protokoll.marking import written
from nämnd.tables import (
    Beslutspunkt,
    Huvudman,
    Huvudmannabeslut,
    Nämnd,
    Paragraf,
    Punkt,
    Sammanträde,
    Votering,
)
from nämnd.ärende.beteckningar import key_of


def at_sammanträden(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield the §§, what huvudmännen decided of them, and the punkter that are not handled yet."""
    rows = [row for row in session.execute(_paragrafer(same)) if _is_ours(row, same)]
    keys = [row.id for row in rows]
    said, votes = _utfall(session, keys), _votes(session, keys)
    told: dict[str, Händelse] = {}
    for row in rows:
        outcome = wording.utfall_text(said[row.id])
        told[row.id] = _paragraf(row, (outcome, *votes[row.id]))
        yield told[row.id]
    yield from _huvudmän(session, told)
    yield from _punkter(session, same)


def _paragrafer(same: Same) -> Select[*tuple[Any, ...]]:
    """Select the §§ whose punkt is of the ärende, and those without one that name a dnr.

    Three questions in one, each with an index of its own: one with «or» reads every § there is.
    """
    of_punkt = select(Paragraf.id).join(Punkt, Punkt.id == Paragraf.punkt_id)
    names_dnr = cast(Paragraf.dnr, String) != "[]"
    ours = union(
        of_punkt.where(Punkt.ärende_id.in_(same.ids)),
        of_punkt.where(Punkt.ärende_id.is_(None), names_dnr),
        select(Paragraf.id).where(Paragraf.punkt_id.is_(None), names_dnr),
    )
    return (
        select(
            Paragraf.id,
            Paragraf.nummer,
            Paragraf.rubrik,
            Paragraf.dag,
            Paragraf.dnr,
            Paragraf.klar,
            Paragraf.sammanträde_id,
            Punkt.ärende_id,
            Nämnd.id.label("nämnd_id"),
            Nämnd.namn,
            Nämnd.paragrafform,
            first_day().label("datum"),
        )
        .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        .join(Nämnd, Nämnd.id == Sammanträde.nämnd_id)
        .outerjoin(Punkt, Punkt.id == Paragraf.punkt_id)
        .where(Paragraf.id.in_(ours))
        .order_by(Paragraf.nummer)
    )


def _is_ours(row: Any, same: Same) -> bool:  # noqa: ANN401 - columns
    return bool(row.ärende_id) or same.dnr in map(key_of, row.dnr)


def _paragraf(row: Any, said: Iterable[str]) -> Händelse:  # noqa: ANN401 - columns
    day = row.dag or row.datum
    return Händelse(
        day.isoformat() if day else None,
        Slag.PARAGRAF,
        row.id,
        f"{written(row.paragrafform, row.nummer, row.datum)} {row.rubrik}",
        "; ".join(filter(None, said)) or ("" if row.klar else "inte avgjord"),
        row.namn,
        row.sammanträde_id,
        row.nämnd_id,
        ärende_id=row.ärende_id,
    )


def _utfall(session: Session, keys: Collection[str]) -> dict[str, list[tuple[str, str | None]]]:
    found = session.execute(
        select(Beslutspunkt.paragraf_id, Beslutspunkt.nummer, Beslutspunkt.utfall)
        .where(Beslutspunkt.paragraf_id.in_(keys))
        .order_by(Beslutspunkt.ordning)
    )
    satser: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for key, nummer, utfall in found:
        satser[key].append((nummer, utfall))
    return satser


def _votes(session: Session, keys: Collection[str]) -> dict[str, list[str]]:
    found = session.execute(
        select(Votering.paragraf_id, Votering.röster, Votering.antal)
        .where(Votering.paragraf_id.in_(keys))
        .order_by(Votering.ordning)
    )
    told: defaultdict[str, list[str]] = defaultdict(list)
    for key, röster, antal in found:
        told[key].append(wording.votes_text(röster.values(), antal))
    return told


def _huvudmän(session: Session, told: dict[str, Händelse]) -> Iterator[Händelse]:
    found = session.execute(
        select(
            Huvudmannabeslut.id,
            Huvudmannabeslut.paragraf_id,
            Huvudmannabeslut.datum,
            Huvudmannabeslut.paragraf,
            Huvudmannabeslut.svar,
            Huvudman.namn,
        )
        .join(Huvudman, Huvudman.id == Huvudmannabeslut.huvudman_id)
        .where(Huvudmannabeslut.paragraf_id.in_(told))
        .order_by(Huvudman.namn)
    )
    for key, paragraf_id, datum, paragraf, svar, namn in found:
        of = told[paragraf_id]
        number = f"§ {paragraf}" if paragraf and paragraf.isdecimal() else paragraf
        yield Händelse(
            datum,
            Slag.HUVUDMANNABESLUT,
            key,
            " ".join(filter(None, (namn, number))),
            "; ".join(filter(None, (svar, f"om {of.rubrik}"))),
            namn,
            of.sammanträde_id,
            of.nämnd_id,
            paragraf_id=paragraf_id,
        )


def _punkter(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield the punkter without a §: coming, withdrawn, or of a sammanträde without §§ here."""
    handled = select(Paragraf.punkt_id).where(Paragraf.punkt_id == Punkt.id).exists()
    of_ärende: ColumnElement[bool] = Punkt.ärende_id.in_(same.ids)
    found = session.execute(
        select(
            Punkt.id,
            Punkt.rubrik,
            Punkt.utgår,
            Punkt.sammanträde_id,
            Punkt.ärende_id,
            Sammanträde.inställt,
            Nämnd.id,
            Nämnd.namn,
            first_day(),
        )
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .join(Nämnd, Nämnd.id == Sammanträde.nämnd_id)
        .where(of_ärende, ~handled)
    )
    for key, rubrik, utgår, sammanträde_id, ärende_id, inställt, nämnd_id, namn, day in found:
        why = f"utgår: {utgår}" if utgår else f"inställt: {inställt}" if inställt else ""
        yield Händelse(
            day.isoformat() if day else None,
            Slag.PUNKT,
            key,
            rubrik,
            why or "på dagordningen",
            namn,
            sammanträde_id,
            nämnd_id,
            struken=bool(why),
            ärende_id=ärende_id,
        )
