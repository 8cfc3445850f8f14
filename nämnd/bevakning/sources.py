"""Where bevakningar come from, in words. One statement for all of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from nämnd.bevakning.values import Källa
from nämnd.core.swedish import short_date
from nämnd.protokoll.marking import written
from nämnd.tables import (
    Beslutspunkt,
    Bevakning,
    Delprojekt,
    Handling,
    Nämnd,
    Paragraf,
    Redovisning,
    Sammanträdesdag,
    Ärende,
    Överenskommelse,
)


def källa_texts(session: Session, nämnd_id: str) -> Mapping[str, str]:
    """Return where each bevakning of a nämnd comes from, by its id."""
    return {row.id: _text(row) for row in session.execute(_wanted(nämnd_id))}


def källa_text(session: Session, nämnd_id: str, källa: Källa) -> str:
    """Return where a bevakning comes from that is not saved yet."""
    form = select(Nämnd.paragrafform).where(Nämnd.id == nämnd_id)
    if källa.paragraf_id is None:
        return of_beslut(session.scalar(form) or "", källa.beslutsparagraf, källa.beslutsdatum)
    found = session.execute(
        select(Paragraf.nummer, func.coalesce(Paragraf.dag, _first_day())).where(
            Paragraf.id == källa.paragraf_id
        )
    ).first()
    return of_beslut(session.scalar(form) or "", *found) if found else ""


def _first_day() -> Any:  # noqa: ANN401 - a column
    return (
        select(func.min(Sammanträdesdag.datum))
        .where(Sammanträdesdag.sammanträde_id == Paragraf.sammanträde_id)
        .correlate(Paragraf)
        .scalar_subquery()
    )


def _wanted(nämnd_id: str) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Bevakning.id,
            Bevakning.beslutsdatum,
            Bevakning.beslutsparagraf,
            Bevakning.attsats,
            Nämnd.paragrafform,
            Paragraf.nummer,
            Paragraf.dag,
            _first_day().label("datum"),
            Beslutspunkt.nummer.label("sats"),
            Ärende.dnr,
            Handling.rubrik.label("handling"),
            Delprojekt.nummer.label("delprojekt"),
            Delprojekt.rubrik.label("delprojekt_rubrik"),
            Överenskommelse.rubrik.label("överenskommelse"),
            Redovisning.rubrik.label("redovisning"),
        )
        .join(Nämnd, Nämnd.id == Bevakning.nämnd_id)
        .outerjoin(Paragraf, Paragraf.id == Bevakning.paragraf_id)
        .outerjoin(Beslutspunkt, Beslutspunkt.id == Bevakning.beslutspunkt_id)
        .outerjoin(Ärende, Ärende.id == Bevakning.ärende_id)
        .outerjoin(Handling, Handling.id == Bevakning.handling_id)
        .outerjoin(Delprojekt, Delprojekt.id == Bevakning.delprojekt_id)
        .outerjoin(Överenskommelse, Överenskommelse.id == Bevakning.överenskommelse_id)
        .outerjoin(Redovisning, Redovisning.id == Bevakning.redovisning_id)
        .where(Bevakning.nämnd_id == nämnd_id)
    )


def _text(row: Any) -> str:  # noqa: ANN401 - columns
    """Return the beslut, then what it is about; of an ärende its dnr when nothing says more."""
    nummer = row.nummer or row.beslutsparagraf
    day = row.dag or row.datum or row.beslutsdatum
    beslut = of_beslut(row.paragrafform, nummer, day, row.sats or row.attsats or "")
    named = f"Delprojekt {row.delprojekt}" if row.delprojekt is not None else ""
    if named and row.delprojekt_rubrik:
        named = f"{named} {row.delprojekt_rubrik}"
    about = named or row.redovisning or row.överenskommelse or row.handling or ""
    return ", ".join(filter(None, (about, beslut))) or row.dnr or ""


def of_beslut(form: str, nummer: int | None, day: date | str | None, sats: str = "") -> str:
    """Return «§ 62 den 7 juni 2018, att-sats 2»; nothing when nothing is known of a beslut."""
    when = _day(day)
    head = written(form, nummer, when if isinstance(when, date) else None) if nummer else ""
    if not head and when is None:
        return ""
    said = short_date(when) if isinstance(when, date) else when
    text = f"{head or 'beslut'} den {said}" if said else head
    short = bool(sats) and len(sats) <= 5  # noqa: PLR2004 - «2», «2–12»: a number, no sentence
    return f"{text}, att-sats {sats}" if short else text


def _day(day: date | str | None) -> date | str | None:
    if not isinstance(day, str):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError:
        return day or None
