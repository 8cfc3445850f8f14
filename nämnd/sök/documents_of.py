"""What of the database can be found: rows in, docs out. A constant number of statements a kind."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Row as SqlRow
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from nämnd.core.swedish import short_date
from nämnd.sök import follow_up_docs
from nämnd.sök.doc import Doc
from nämnd.sök.forms import beteckning_form, forms, name_form, paragraf_forms
from nämnd.sök.paragraf_texts import paragraf_texts
from nämnd.sök.plain import plain
from nämnd.sök.values import Kind
from nämnd.tables import (
    Attsats,
    Bevakning,
    Bilaga,
    Bilageversion,
    Delegationsbeslut,
    Delprojekt,
    Handling,
    Handlingsversion,
    Paragraf,
    Person,
    Punkt,
    Redovisning,
    Row,
    Sammanträde,
    Sammanträdesdag,
    Skrivelse,
    Underpunkt,
    Uppdrag,
    Ärende,
    Överenskommelse,
)

Keys: TypeAlias = Sequence[str]
TABLE_OF: dict[Kind, type[Row]] = {
    Kind.ÄRENDE: Ärende,
    Kind.HANDLING: Handling,
    Kind.SKRIVELSE: Skrivelse,
    Kind.SAMMANTRÄDE: Sammanträde,
    Kind.PUNKT: Punkt,
    Kind.BILAGA: Bilaga,
    Kind.PARAGRAF: Paragraf,
    Kind.DELEGATIONSBESLUT: Delegationsbeslut,
    Kind.PERSON: Person,
    Kind.BEVAKNING: Bevakning,
    Kind.DELPROJEKT: Delprojekt,
    Kind.ÖVERENSKOMMELSE: Överenskommelse,
    Kind.REDOVISNING: Redovisning,
}
_DAY = (
    select(func.min(Sammanträdesdag.datum))
    .where(Sammanträdesdag.sammanträde_id == Sammanträde.id)
    .scalar_subquery()
)


def all_keys(session: Session, kind: Kind) -> tuple[str, ...]:
    """Return the id of every row of a kind."""
    return tuple(session.scalars(select(TABLE_OF[kind].id)))


def documents(session: Session, kind: Kind, keys: Keys) -> list[Doc]:
    """Return the docs of the rows of a kind with these ids, of those that are there."""
    return list(_MAKERS[kind](session, keys))


def _ärenden(session: Session, keys: Keys) -> Iterator[Doc]:
    for row in session.execute(select(*Ärende.__table__.columns).where(Ärende.id.in_(keys))):
        externa = [str(one.get("beteckning") or "") for one in row.externa_beteckningar]
        hos = [str(one.get("hos") or "") for one in row.externa_beteckningar]
        secret = bool(row.sekretess_lagrum or row.dölj_rubrik)
        told = (row.handläggare, *externa, *hos, row.makulerat)
        yield Doc(
            Kind.ÄRENDE,
            row.id,
            _joined(row.dnr, row.rubrik),
            place=short_date(row.öppnat) if row.öppnat else "",
            body=_lines(*told, *row.parter, row.gallring, row.väntar),
            open_body=_lines(*told),
            day=row.öppnat,
            precis=_precis(row.rubrik, (row.dnr, *externa)),
            nämnder=(row.nämnd_id,),
            ärende_id=row.id,
            sekretess=secret,
            open=not secret,
        )


def _handlingar(session: Session, keys: Keys) -> Iterator[Doc]:
    files = _files(session, Handlingsversion, Handlingsversion.handling_id, keys)
    query = _with_ärende(select(*Handling.__table__.columns), Handling.ärende_id)
    for row in session.execute(query.where(Handling.id.in_(keys))):
        secret = _hides(row)
        yield Doc(
            Kind.HANDLING,
            row.id,
            f"{row.ä_dnr}-{row.löpnr} {row.rubrik}",
            place=_joined(row.från_till, short_date(row.datum), by=", "),
            body=_lines(row.från_till, row.slag, row.makulerad),
            day=row.datum,
            precis=(beteckning_form(f"{row.ä_dnr}-{row.löpnr}"),),
            nämnder=(row.ä_nämnd,),
            ärende_id=row.ärende_id,
            sekretess=secret,
            open=not secret and not row.ä_secret and not row.ä_hidden,
            sha256=files.get(row.id),
        )


def _skrivelser(session: Session, keys: Keys) -> Iterator[Doc]:
    query = _with_ärende(select(*Skrivelse.__table__.columns), Skrivelse.ärende_id)
    for row in session.execute(query.where(Skrivelse.id.in_(keys))):
        signed = [str(word) for one in row.underskrifter for word in one.values() if word]
        yield Doc(
            Kind.SKRIVELSE,
            row.id,
            row.rubrik,
            place=_joined(row.ä_dnr, short_date(row.datum) if row.datum else "", by=", "),
            body=_lines(*row.till, *row.förslag, plain(row.bakgrund), *signed, row.ä_dnr),
            day=row.datum,
            nämnder=(row.ä_nämnd,),
            ärende_id=row.ärende_id,
            sekretess=bool(row.ä_secret),
            open=False,  # nobody has reviewed it
        )


def _sammanträden(session: Session, keys: Keys) -> Iterator[Doc]:
    columns = (Sammanträde.id, Sammanträde.nämnd_id, Sammanträde.plats, Sammanträde.beteckning)
    query = select(*columns, Sammanträde.slag, Sammanträde.inställt, _DAY.label("day"))
    for row in session.execute(query.where(Sammanträde.id.in_(keys))):
        yield Doc(
            Kind.SAMMANTRÄDE,
            row.id,
            _joined("Sammanträde", short_date(row.day) if row.day else ""),
            place=row.plats,
            body=_lines(row.plats, row.beteckning, row.slag, row.inställt),
            day=row.day,
            precis=(_name(row.day.isoformat()),) if row.day else (),
            nämnder=(row.nämnd_id,),
            sammanträde_id=row.id,
        )


def _punkter(session: Session, keys: Keys) -> Iterator[Doc]:
    satser = _texts(session, Attsats.punkt_id, Attsats.text, keys)
    under = _texts(session, Underpunkt.punkt_id, Underpunkt.rubrik, keys)
    query = _with_ärende(select(*Punkt.__table__.columns), Punkt.ärende_id, outer=True)
    query = _with_sammanträde(query, Punkt.sammanträde_id)
    for row in session.execute(query.where(Punkt.id.in_(keys))):
        yield Doc(
            Kind.PUNKT,
            row.id,
            _joined(f"{row.nummer}." if row.nummer else "", row.rubrik),
            place=_when(row.s_day),
            body=_lines(
                plain(row.sammanfattning),
                *satser[row.id],
                *under[row.id],
                row.föredragande,
                row.ä_dnr,
                row.utgår,
            ),
            day=row.s_day,
            nämnder=(row.s_nämnd,),
            ärende_id=row.ärende_id,
            sammanträde_id=row.sammanträde_id,
            sekretess=bool(row.ä_secret),
            open=_may_be_seen(row),
        )


def _bilagor(session: Session, keys: Keys) -> Iterator[Doc]:
    files = _files(session, Bilageversion, Bilageversion.bilaga_id, keys)
    query = select(
        *Bilaga.__table__.columns,
        Punkt.sammanträde_id.label("sammanträde_id"),
        Punkt.ärende_id.label("ärende_id"),
        Handling.sekretess_lagrum.label("h_secret"),
        (Handling.dölj_rubrik | Handling.dölj_från_till).label("h_hidden"),
    ).join(Punkt, Punkt.id == Bilaga.punkt_id)
    query = query.join(Handling, Handling.id == Bilaga.handling_id, isouter=True)
    query = _with_ärende(query, Punkt.ärende_id, outer=True)
    query = _with_sammanträde(query, Punkt.sammanträde_id)
    for row in session.execute(query.where(Bilaga.id.in_(keys))):
        secret = bool(row.sekretess_lagrum or row.h_secret)
        open_ = _may_be_seen(row) and not secret and not row.h_hidden
        yield Doc(
            Kind.BILAGA,
            row.id,
            _joined(row.beteckning, row.rubrik),
            place=_when(row.s_day),
            body=row.anmärkning or "",
            day=row.s_day,
            nämnder=(row.s_nämnd,),
            ärende_id=row.ärende_id,
            sammanträde_id=row.sammanträde_id,
            sekretess=secret or bool(row.ä_secret),
            open=open_,
            file_open=open_ and row.granskat == files.get(row.id),
            sha256=files.get(row.id),
        )


def _paragrafer(session: Session, keys: Keys) -> Iterator[Doc]:
    texts = paragraf_texts(session, keys)
    query = select(*Paragraf.__table__.columns, Punkt.ärende_id.label("ärende_id"))
    query = query.join(Punkt, Punkt.id == Paragraf.punkt_id, isouter=True)
    query = _with_ärende(query, Punkt.ärende_id, outer=True)
    query = _with_sammanträde(query, Paragraf.sammanträde_id)
    for row in session.execute(query.where(Paragraf.id.in_(keys))):
        secret = bool(row.sekretess_lagrum)
        yield Doc(
            Kind.PARAGRAF,
            row.id,
            f"§ {row.nummer} {row.rubrik}",
            place=_when(row.s_day),
            body=_lines(*texts[row.id]),
            day=row.s_day,
            precis=tuple(paragraf_forms(row.nummer, row.s_day.year if row.s_day else None)),
            nämnder=(row.s_nämnd,),
            ärende_id=row.ärende_id,
            sammanträde_id=row.sammanträde_id,
            sekretess=secret or bool(row.ä_secret),
            open=_may_be_seen(row) and not secret,
        )


def _delegationsbeslut(session: Session, keys: Keys) -> Iterator[Doc]:
    columns = select(*Delegationsbeslut.__table__.columns)
    query = _with_ärende(columns, Delegationsbeslut.ärende_id, outer=True)
    for row in session.execute(query.where(Delegationsbeslut.id.in_(keys))):
        yield Doc(
            Kind.DELEGATIONSBESLUT,
            row.id,
            row.rubrik,
            place=_joined(row.av, short_date(row.datum), by=", "),
            body=_lines(row.beslut, row.av, row.enligt, row.ä_dnr),
            day=row.datum,
            nämnder=(row.nämnd_id,),
            ärende_id=row.ärende_id,
            sekretess=bool(row.ä_secret),
            open=False,  # nobody has reviewed it
        )


def _persons(session: Session, keys: Keys) -> Iterator[Doc]:
    roles: dict[str, list[tuple[str, str]]] = defaultdict(list)
    query = select(Uppdrag.person_id, Uppdrag.nämnd_id, Uppdrag.roll).order_by(
        Uppdrag.från.desc(), Uppdrag.id
    )
    for person_id, nämnd_id, roll in session.execute(query.where(Uppdrag.person_id.in_(keys))):
        roles[person_id].append((nämnd_id, roll))
    columns = (Person.id, Person.namn, Person.parti, Person.titel)
    for row in session.execute(select(*columns).where(Person.id.in_(keys))):
        mine = roles[row.id]
        yield Doc(
            Kind.PERSON,
            row.id,
            f"{row.namn} ({row.parti})" if row.parti else row.namn,
            place=_joined(row.titel, *dict.fromkeys(roll for _, roll in mine), by=", "),
            body=row.titel or "",
            precis=(name_form(row.namn),),
            nämnder=tuple(dict.fromkeys(nämnd_id for nämnd_id, _ in mine)),
        )


_MAKERS: dict[Kind, Callable[[Session, Keys], Iterator[Doc]]] = {
    Kind.ÄRENDE: _ärenden,
    Kind.HANDLING: _handlingar,
    Kind.SKRIVELSE: _skrivelser,
    Kind.SAMMANTRÄDE: _sammanträden,
    Kind.PUNKT: _punkter,
    Kind.BILAGA: _bilagor,
    Kind.PARAGRAF: _paragrafer,
    Kind.DELEGATIONSBESLUT: _delegationsbeslut,
    Kind.PERSON: _persons,
    Kind.BEVAKNING: follow_up_docs.bevakningar,
    Kind.DELPROJEKT: follow_up_docs.delprojekt,
    Kind.ÖVERENSKOMMELSE: follow_up_docs.överenskommelser,
    Kind.REDOVISNING: follow_up_docs.redovisningar,
}


def _with_ärende(query: Select[Any], column: Any, *, outer: bool = False) -> Select[Any]:  # noqa: ANN401 - a column
    """Add what the docs of an ärende need of it: ä_dnr, ä_nämnd, ä_secret, ä_hidden."""
    return query.join(Ärende, Ärende.id == column, isouter=outer).add_columns(
        Ärende.dnr.label("ä_dnr"),
        Ärende.nämnd_id.label("ä_nämnd"),
        Ärende.sekretess_lagrum.label("ä_secret"),
        Ärende.dölj_rubrik.label("ä_hidden"),
    )


def _with_sammanträde(query: Select[Any], column: Any) -> Select[Any]:  # noqa: ANN401 - a column
    """Add what the docs of a sammanträde need of it: s_nämnd and s_day."""
    return query.join(Sammanträde, Sammanträde.id == column).add_columns(
        Sammanträde.nämnd_id.label("s_nämnd"), _DAY.label("s_day")
    )


def _hides(row: SqlRow[Any]) -> bool:
    return bool(row.sekretess_lagrum or row.dölj_rubrik or row.dölj_från_till)


def _may_be_seen(row: SqlRow[Any]) -> bool:
    """Say whether anybody may: only what has been reviewed, and is published as it stands."""
    return row.publicering == "ja"


def _files(session: Session, kind: Any, owner: Any, keys: Keys) -> dict[str, str]:  # noqa: ANN401 - a table and its column
    """Return the checksum of the version in use of each."""
    query = select(owner, kind.sha256).where(owner.in_(keys)).order_by(kind.nummer)
    return {row[0]: row[1] for row in session.execute(query)}


def _texts(session: Session, owner: Any, text: Any, keys: Keys) -> dict[str, list[str]]:  # noqa: ANN401 - columns
    found: dict[str, list[str]] = defaultdict(list)
    table = owner.class_
    query = select(owner, text).where(owner.in_(keys)).order_by(table.ordning, table.id)
    for key, words in session.execute(query):
        found[key].append(words)
    return found


def _precis(name: str, beteckningar: Iterable[str]) -> tuple[str, ...]:
    found = [name_form(name)] if name else []
    for one in beteckningar:
        found += [beteckning_form(one), *forms(one)] if one else []
    return tuple(found)


def _name(text: str) -> str:
    return name_form(text)


def _when(day: date | None) -> str:
    return short_date(day) if day else ""


def _joined(*parts: str | None, by: str = " ") -> str:
    return by.join(part for part in parts if part)


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
