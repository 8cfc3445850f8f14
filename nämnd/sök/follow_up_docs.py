"""What of the follow-up can be found: bevakningar, delprojekt, överenskommelser, redovisningar.

None of it is for everybody: nobody has reviewed it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from nämnd.core.swedish import short_date
from nämnd.sök.doc import Doc
from nämnd.sök.forms import beteckning_form, forms, name_form
from nämnd.sök.plain import plain
from nämnd.sök.values import Kind
from nämnd.tables import (
    Behov,
    Bevakning,
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Fördelningsrad,
    Fördelningstabell,
    Handling,
    Redovisning,
    Redovisningsfråga,
    Redovisningssvar,
    Ärende,
    Åtgärd,
    Överenskommelse,
)

Keys: TypeAlias = Sequence[str]


def bevakningar(session: Session, keys: Keys) -> Iterator[Doc]:
    """Yield the docs of bevakningar. One that comes from a secret handling is secret."""
    query = _with_ärende(select(*Bevakning.__table__.columns), Bevakning.ärende_id)
    query = query.join(Handling, Handling.id == Bevakning.handling_id, isouter=True)
    query = query.add_columns(Handling.sekretess_lagrum.label("h_secret"))
    for row in session.execute(query.where(Bevakning.id.in_(keys))):
        due = str(row.förfaller.get("datum") or row.förfaller.get("villkor") or "")
        yield Doc(
            Kind.BEVAKNING,
            row.id,
            row.rubrik,
            place=_joined(row.ansvarig, due),
            body=_lines(
                row.ansvarig, row.mottagare, row.anteckning, row.citat, row.attsats,
                row.avslutad_hur, row.ä_dnr,
            ),
            day=row.skapad,
            nämnder=(row.nämnd_id,),
            ärende_id=row.ärende_id,
            sekretess=bool(row.ä_secret or row.h_secret),
            open=False,
        )  # fmt: skip


def delprojekt(session: Session, keys: Keys) -> Iterator[Doc]:
    """Yield the docs of delprojekt, with what was decided and done."""
    parts = _texts(session, Åtgärd.delprojekt_id, Åtgärd.text, keys)
    for more in (
        _texts(session, Behov.delprojekt_id, Behov.text, keys),
        _texts(session, Delprojektbeslut.delprojekt_id, Delprojektbeslut.text, keys),
        _satser(session, keys),
    ):
        for key, texts in more.items():
            parts[key] += texts
    query = _with_ärende(select(*Delprojekt.__table__.columns), Delprojekt.ärende_id)
    for row in session.execute(query.where(Delprojekt.id.in_(keys))):
        yield Doc(
            Kind.DELPROJEKT,
            row.id,
            f"Delprojekt {row.nummer} {row.rubrik}",
            place=row.program,
            body=_lines(
                row.program, row.kontakt, row.ansvarig, row.målsättning_ingress, row.ä_dnr,
                *row.målsättning, plain(row.bakgrund), *map(plain, parts[row.id]),
            ),
            precis=(name_form(f"delprojekt {row.nummer}"), name_form(row.rubrik)),
            nämnder=(row.nämnd_id,),
            ärende_id=row.ärende_id,
            sekretess=bool(row.ä_secret),
            open=False,
        )  # fmt: skip


def överenskommelser(session: Session, keys: Keys) -> Iterator[Doc]:
    """Yield the docs of överenskommelser, with their recipients."""
    query = (
        select(Fördelningstabell.överenskommelse_id, Fördelningsrad.mottagare)
        .join(Fördelningsrad, Fördelningsrad.tabell_id == Fördelningstabell.id)
        .where(Fördelningstabell.överenskommelse_id.in_(keys))
    )
    recipients = _grouped(session.execute(query.order_by(Fördelningsrad.ordning)))
    asked = _with_ärende(select(*Överenskommelse.__table__.columns), Överenskommelse.ärende_id)
    for row in session.execute(asked.where(Överenskommelse.id.in_(keys))):
        dnr = [one for one in (row.dnr, *row.motpartens_dnr, row.utbetalning_dnr) if one]
        yield Doc(
            Kind.ÖVERENSKOMMELSE,
            row.id,
            row.rubrik,
            place=_joined(*row.parter),
            body=_lines(*row.parter, *dnr, row.anteckning, row.utbetalas_av, *recipients[row.id]),
            day=row.från,
            precis=tuple(form for one in dnr for form in (beteckning_form(one), *forms(one))),
            nämnder=(row.nämnd_id,),
            ärende_id=row.ärende_id,
            sekretess=bool(row.ä_secret),
            open=False,
        )


def redovisningar(session: Session, keys: Keys) -> Iterator[Doc]:
    """Yield the docs of redovisningar, with questions and answers."""
    frågor = select(
        Redovisningsfråga.redovisning_id, Redovisningsfråga.text, Redovisningsfråga.svar
    ).where(Redovisningsfråga.redovisning_id.in_(keys))
    given = (
        select(Redovisningsfråga.redovisning_id, Redovisningssvar.text)
        .join(Redovisningssvar, Redovisningssvar.fråga_id == Redovisningsfråga.id)
        .where(Redovisningsfråga.redovisning_id.in_(keys))
    )
    words: defaultdict[str, list[str]] = defaultdict(list)
    for key, *texts in session.execute(frågor.order_by(Redovisningsfråga.ordning)):
        words[key] += texts
    for key, text in session.execute(given):
        words[key].append(text)
    query = _with_ärende(select(*Redovisning.__table__.columns), Redovisning.ärende_id)
    for row in session.execute(query.where(Redovisning.id.in_(keys))):
        yield Doc(
            Kind.REDOVISNING,
            row.id,
            row.rubrik,
            place=_joined(row.mottagare, _day(row.senast)),
            body=_lines(row.mottagare, plain(row.inledning), *map(plain, words[row.id]), row.ä_dnr),
            day=row.senast,
            nämnder=(row.nämnd_id,),
            ärende_id=row.ärende_id,
            sekretess=bool(row.ä_secret),
            open=False,
        )


def _satser(session: Session, keys: Keys) -> defaultdict[str, list[str]]:
    query = (
        select(Delprojektbeslut.delprojekt_id, Delprojektsats.text)
        .join(Delprojektsats, Delprojektsats.beslut_id == Delprojektbeslut.id)
        .where(Delprojektbeslut.delprojekt_id.in_(keys))
    )
    return _grouped(session.execute(query.order_by(Delprojektsats.ordning)))


def _texts(session: Session, owner: Any, text: Any, keys: Keys) -> defaultdict[str, list[str]]:  # noqa: ANN401 - columns
    query = select(owner, text).where(owner.in_(keys)).order_by(owner.class_.ordning)
    return _grouped(session.execute(query))


def _grouped(rows: Iterable[Any]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, text in rows:
        found[key].append(text)
    return found


def _with_ärende(query: Select[Any], column: Any) -> Select[Any]:  # noqa: ANN401 - a column
    return query.join(Ärende, Ärende.id == column, isouter=True).add_columns(
        Ärende.dnr.label("ä_dnr"), Ärende.sekretess_lagrum.label("ä_secret")
    )


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
