"""What of a bevakning may leave the nämnd, when what it comes from is hidden or secret (OSL 5:2).

The secretary sees all of it. What goes out (calendar files, mails, what is printed) says which
ärende it is, and when.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from nämnd.bevakning.values import BevakningRow, Källa, Villkor
from nämnd.bevakning.wording import words
from nämnd.tables import (
    Bevakning,
    Delprojekt,
    Handling,
    Paragraf,
    Punkt,
    Redovisning,
    Ärende,
    Överenskommelse,
)
from nämnd.ärende.rules import HIDDEN


def hidden(session: Session, nämnd_id: str) -> Mapping[str, str]:
    """Return the bevakningar of a nämnd that may not be told of, with what is said instead."""
    asked = _with_dnr().where(Bevakning.nämnd_id == nämnd_id, _is_hidden())
    return {
        key: f"Bevakning i ärende {dnr}" if dnr else f"Bevakning {HIDDEN}"
        for key, dnr in session.execute(asked)
    }


def outward(row: BevakningRow) -> BevakningRow:
    """Return a bevakning as it may leave the nämnd; most are as they are."""
    regel = row.regel if row.regel_utåt is None else row.regel_utåt
    if row.dolt is None:
        return replace(row, regel=regel)
    förfaller, is_told = row.draft.förfaller, not isinstance(row.draft.förfaller, Villkor)
    unsaid = Villkor("")
    draft = replace(
        row.draft,
        rubrik=row.dolt,
        förfaller=förfaller if is_told else unsaid,
        källa=Källa(),
        mottagare=None,
        anteckning="",
        citat="",
        sida=None,
    )
    return replace(
        row,
        draft=draft,
        källa_text="",
        regel=regel if is_told else words(unsaid),
        historik=(),
        rapporter=tuple(replace(one, text="") for one in row.rapporter),
        avslutad_hur=None if row.avslutad_hur is None else HIDDEN,
    )


def _with_dnr() -> Select[str, str]:
    ärende = func.coalesce(
        Bevakning.ärende_id,
        Handling.ärende_id,
        Punkt.ärende_id,
        Delprojekt.ärende_id,
        Redovisning.ärende_id,
        Överenskommelse.ärende_id,
    )
    return (
        select(Bevakning.id, Ärende.dnr)
        .outerjoin(Handling, Handling.id == Bevakning.handling_id)
        .outerjoin(Paragraf, Paragraf.id == Bevakning.paragraf_id)
        .outerjoin(Punkt, Punkt.id == Paragraf.punkt_id)
        .outerjoin(Delprojekt, Delprojekt.id == Bevakning.delprojekt_id)
        .outerjoin(Redovisning, Redovisning.id == Bevakning.redovisning_id)
        .outerjoin(Överenskommelse, Överenskommelse.id == Bevakning.överenskommelse_id)
        .outerjoin(Ärende, Ärende.id == ärende)
    )


def _is_hidden() -> ColumnElement[bool]:
    """Return the condition that something it comes from is hidden or secret."""
    ärenden = select(Ärende.id).where(_closed(Ärende))
    handlingar = select(Handling.id).where(_closed(Handling) | Handling.ärende_id.in_(ärenden))
    punkter = select(Punkt.id).where(Punkt.ärende_id.in_(ärenden))
    paragrafer = select(Paragraf.id).where(_secret(Paragraf) | Paragraf.punkt_id.in_(punkter))
    agreed = select(Överenskommelse.id).where(
        Överenskommelse.ärende_id.in_(ärenden) | Överenskommelse.handling_id.in_(handlingar)
    )
    told = select(Redovisning.id).where(
        Redovisning.ärende_id.in_(ärenden)
        | Redovisning.handling_id.in_(handlingar)
        | Redovisning.överenskommelse_id.in_(agreed)
    )
    projects = select(Delprojekt.id).where(Delprojekt.ärende_id.in_(ärenden))
    return or_(
        Bevakning.ärende_id.in_(ärenden),
        Bevakning.handling_id.in_(handlingar),
        Bevakning.paragraf_id.in_(paragrafer),
        Bevakning.delprojekt_id.in_(projects),
        Bevakning.överenskommelse_id.in_(agreed),
        Bevakning.redovisning_id.in_(told),
    )


def _closed(table: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a table with these columns
    return _secret(table) | table.dölj_rubrik


def _secret(table: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a table with these columns
    return table.sekretess_lagrum.is_not(None) | table.sekretess_datum.is_not(None)
