"""Questions about sammanträden and their dagordningar. A constant number of statements each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from sqlalchemy import Row as SqlRow
from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from nämnd.core.errors import GoneError
from nämnd.sammanträde.beteckningar import Beteckning, Numbered, beteckningar
from nämnd.sammanträde.dagordning import (
    Ajournering,
    BilagaRow,
    Dag,
    Dagordning,
    FilRow,
    Flyttning,
    PersonRef,
    PunktRow,
    SammanträdeRow,
    SatsRow,
    UnderpunktRow,
)
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.rules import whole_justerat
from nämnd.tables import (
    Attsats,
    Bilaga,
    Bilageversion,
    Justering,
    Paragraf,
    Person,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Underpunkt,
    Utgåva,
    Utskick,
    Ärende,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UtskickRow:
    """Something that went out."""

    id: str
    datum: date
    slag: str
    till: tuple[str, ...]  # person ids
    innehåll: str | None


@dataclass(frozen=True, slots=True)
class UtgåvaRow:
    """A kept issue of a document."""

    id: str
    dokument: str
    format: str
    sha256: str
    storlek: int
    filnamn: str
    skapad: str


def sammanträden(session: Session, nämnd_id: str) -> tuple[SammanträdeListRow, ...]:
    """Return the sammanträden of a nämnd, newest first."""
    punkter = _by_sammanträde(session, Punkt.sammanträde_id, func.count())
    sent = _by_sammanträde(session, Utskick.sammanträde_id, func.min(Utskick.datum))
    numbers = _lists(session, select(Paragraf.sammanträde_id, Paragraf.nummer))
    kept = select(Justering.sammanträde_id, Justering.paragrafer)
    justerade = _lists(session, kept.where(Justering.läge == "justerat"))
    days, ended = all_days(session, nämnd_id)
    found = session.execute(
        select(
            Sammanträde.id,
            Sammanträde.plats,
            Sammanträde.nummer_i_året,
            Sammanträde.slag,
            Sammanträde.inställt,
        ).where(Sammanträde.nämnd_id == nämnd_id)
    )
    rows = (
        SammanträdeListRow(
            id=key,
            dagar=days[key],
            plats=plats,
            nummer_i_året=nummer,
            slag=slag,
            inställt=inställt,
            punkter=punkter.get(key, 0),
            kallelse=sent.get(key),
            paragrafer=len(numbers.get(key, ())),
            avslutat=ended.get(key, False),
            justerat=whole_justerat(numbers.get(key, ()), justerade.get(key, ())),
        )
        for key, plats, nummer, slag, inställt in found
    )
    return tuple(sorted(rows, key=lambda row: (row.dagar, row.id), reverse=True))


def _by_sammanträde(session: Session, key: Any, value: Any) -> dict[str, Any]:  # noqa: ANN401 - columns
    return dict(session.execute(select(key, value).group_by(key)).all())


def _lists(session: Session, query: Any) -> Mapping[str, list[Any]]:  # noqa: ANN401 - two columns
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in cast("Iterable[tuple[str, Any]]", session.execute(query)):
        found[key].append(value)
    return found


def dagordning(session: Session, sammanträde_id: str) -> Dagordning:
    """Return a sammanträde with its punkter, every beteckning in place.

    Raises:
        GoneError: it is not there.
    """
    head = _head(session, sammanträde_id)
    parts = _Parts(
        _satser(session, sammanträde_id),
        _underpunkter(session, sammanträde_id),
        _bilagor(session, sammanträde_id),
    )
    rows = _punkter(session, sammanträde_id)
    shown = beteckningar([parts.numbered(row) for row in rows], sista_nummer=head.sista_nummer)
    punkter = (parts.punkt_row(row, label) for row, label in zip(rows, shown, strict=True))
    return Dagordning(head, tuple(punkter))


def utskick_rows(session: Session, sammanträde_id: str) -> tuple[UtskickRow, ...]:
    """Return what has gone out, oldest first."""
    found = session.execute(
        select(Utskick.id, Utskick.datum, Utskick.slag, Utskick.till, Utskick.innehåll)
        .where(Utskick.sammanträde_id == sammanträde_id)
        .order_by(Utskick.datum, Utskick.slag, Utskick.id)
    )
    return tuple(UtskickRow(a, b, c, tuple(d), e) for a, b, c, d, e in found)


def utgåva_rows(session: Session, sammanträde_id: str) -> tuple[UtgåvaRow, ...]:
    """Return the kept issues, newest first."""
    found = session.execute(
        select(
            Utgåva.id,
            Utgåva.dokument,
            Utgåva.format,
            Utgåva.sha256,
            Utgåva.storlek,
            Utgåva.filnamn,
            Utgåva.skapad,
        )
        .where(Utgåva.sammanträde_id == sammanträde_id)
        .order_by(Utgåva.skapad.desc(), Utgåva.dokument)
    )
    return tuple(UtgåvaRow(*row) for row in found)


def sammanträde_on(session: Session, nämnd_id: str, wanted: str) -> str | None:
    """Return the id of the sammanträde with that id, or on that ISO date; None if there is none.

    Of several on a day, one that is not cancelled.
    """
    by_day = (
        select(Sammanträde.id)
        .outerjoin(Sammanträdesdag, Sammanträdesdag.sammanträde_id == Sammanträde.id)
        .where(Sammanträde.nämnd_id == nämnd_id)
    )
    if session.execute(by_day.where(Sammanträde.id == wanted)).first():
        return wanted
    try:
        day = date.fromisoformat(wanted)
    except ValueError:
        return None
    on_day = by_day.where(Sammanträdesdag.datum == day)
    return session.scalars(
        on_day.order_by(Sammanträde.inställt.is_not(None), Sammanträde.id)
    ).first()


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to the punkter, by the punkt's id."""

    satser: defaultdict[tuple[str, str], list[SatsRow]]
    underpunkter: defaultdict[str, list[UnderpunktRow]]
    bilagor: defaultdict[str, list[SqlRow[Any]]]

    def numbered(self, row: SqlRow[Any]) -> Numbered:
        labels = tuple(bilaga.beteckning for bilaga in self.bilagor[row.id])
        return Numbered(row.nummer, row.slag, row.sista_bokstav, labels)

    def punkt_row(self, row: SqlRow[Any], label: Beteckning) -> PunktRow:
        bilagor = zip(self.bilagor[row.id], label.bilagor, strict=True)
        return PunktRow(
            id=row.id,
            nummer=label.nummer,
            rubrik=row.rubrik,
            slag=row.slag,
            grupp=row.grupp,
            sammanfattning=row.sammanfattning,
            föredragande=row.föredragande,
            tid=row.tid,
            ärende_id=row.ärende_id,
            dnr=row.dnr,
            ärende_rubrik=row.ärende_rubrik,
            tillkom_efter_kallelsen=row.tillkom_efter_kallelsen,
            utgår=row.utgår,
            underpunkter=tuple(self.underpunkter[row.id]),
            förslag=tuple(self.satser[row.id, "förslag"]),
            missivförslag=tuple(self.satser[row.id, "missivförslag"]),
            bilagor=tuple(_bilaga_row(bilaga, text) for bilaga, text in bilagor),
            står=row.nummer is not None,
        )


def all_days(
    session: Session, nämnd_id: str
) -> tuple[defaultdict[str, tuple[date, ...]], dict[str, bool]]:
    """Return the days of each sammanträde of a nämnd in order, and whether the last is ended."""
    found = session.execute(
        select(
            Sammanträdesdag.sammanträde_id,
            Sammanträdesdag.datum,
            Sammanträdesdag.avslutat.is_not(None),
        )
        .join(Sammanträde, Sammanträde.id == Sammanträdesdag.sammanträde_id)
        .where(Sammanträde.nämnd_id == nämnd_id)
        .order_by(Sammanträdesdag.datum)
    )
    days: defaultdict[str, tuple[date, ...]] = defaultdict(tuple)
    ended: dict[str, bool] = {}
    for key, day, over in found:
        days[key] = (*days[key], day)
        ended[key] = over
    return days, ended


def _head(session: Session, sammanträde_id: str) -> SammanträdeRow:
    row = session.get(Sammanträde, sammanträde_id)
    if row is None:
        raise GoneError("sammanträde", sammanträde_id)
    days = session.execute(
        select(
            Sammanträdesdag.datum,
            Sammanträdesdag.tider,
            Sammanträdesdag.öppnat,
            Sammanträdesdag.avslutat,
        )
        .where(Sammanträdesdag.sammanträde_id == sammanträde_id)
        .order_by(Sammanträdesdag.datum)
    )
    return SammanträdeRow(
        id=row.id,
        nämnd_id=row.nämnd_id,
        dagar=tuple(_day(*one) for one in days),
        plats=row.plats,
        nummer_i_året=row.nummer_i_året,
        beteckning=row.beteckning,
        slag=row.slag,
        inställt=row.inställt,
        flyttningar=tuple(Flyttning(str(f["från"]), str(f["skäl"])) for f in row.flyttningar),
        ordförande=_person(session, row.ordförande),
        sekreterare=_person(session, row.sekreterare),
        sista_nummer=row.sista_nummer,
        första_paragraf=row.första_paragraf,
        ajourneringar=tuple(_break(one) for one in row.ajourneringar),
    )


def _day(
    datum: date, tider: list[list[str | None]], öppnat: str | None, avslutat: str | None
) -> Dag:
    return Dag(datum, tuple((span[0] or "", span[1]) for span in tider), öppnat, avslutat)


def _break(kept: dict[str, object]) -> Ajournering:
    day, till = kept.get("datum"), kept.get("till")
    return Ajournering(
        från=str(kept["från"]),
        till=str(till) if till else None,
        datum=date.fromisoformat(str(day)) if day else None,
    )


def _person(session: Session, person_id: str | None) -> PersonRef | None:
    person = session.get(Person, person_id) if person_id else None
    return person and PersonRef(person.id, person.namn)


def _punkter(session: Session, sammanträde_id: str) -> list[SqlRow[Any]]:
    return list(
        session.execute(
            select(
                Punkt.__table__,
                Ärende.dnr,
                Ärende.rubrik.label("ärende_rubrik"),
            )
            .outerjoin(Ärende, Ärende.id == Punkt.ärende_id)
            .where(Punkt.sammanträde_id == sammanträde_id)
            .order_by(Punkt.ordning, Punkt.id)
        )
    )


def _satser(session: Session, sammanträde_id: str) -> defaultdict[tuple[str, str], list[SatsRow]]:
    found = session.execute(
        select(Attsats.punkt_id, Attsats.slag, Attsats.id, Attsats.text)
        .join(Punkt, Punkt.id == Attsats.punkt_id)
        .where(Punkt.sammanträde_id == sammanträde_id)
        .order_by(Attsats.ordning)
    )
    return _grouped(found, lambda row: ((row[0], row[1]), SatsRow(row[2], row[3])))


def _underpunkter(session: Session, sammanträde_id: str) -> defaultdict[str, list[UnderpunktRow]]:
    found = session.execute(
        select(Underpunkt.punkt_id, Underpunkt.id, Underpunkt.rubrik)
        .join(Punkt, Punkt.id == Underpunkt.punkt_id)
        .where(Punkt.sammanträde_id == sammanträde_id)
        .order_by(Underpunkt.ordning)
    )
    return _grouped(found, lambda row: (row[0], UnderpunktRow(row[1], row[2])))


def _bilagor(session: Session, sammanträde_id: str) -> defaultdict[str, list[SqlRow[Any]]]:
    version = aliased(Bilageversion)
    # of each bilaga by itself: a table of the newest of all would grow with the database
    newest = select(func.max(version.nummer)).where(version.bilaga_id == Bilaga.id)
    found = session.execute(
        select(
            Bilaga.punkt_id,
            Bilaga.id,
            Bilaga.beteckning,
            Bilaga.rubrik,
            Bilaga.anmärkning,
            Bilaga.i_utskicket,
            Bilageversion.sha256,
            Bilageversion.filnamn,
            Bilageversion.storlek,
            Bilageversion.sidor,
            Bilageversion.nummer,
        )
        .join(Punkt, Punkt.id == Bilaga.punkt_id)
        .outerjoin(
            Bilageversion,
            (Bilageversion.bilaga_id == Bilaga.id)
            & (Bilageversion.nummer == newest.correlate(Bilaga).scalar_subquery()),
        )
        .where(Punkt.sammanträde_id == sammanträde_id)
        .order_by(Bilaga.ordning, Bilaga.id)
    )
    rows: list[SqlRow[Any]] = list(found.all())  # pyright: ignore[reportAssignmentType] - by name below
    return _grouped(rows, lambda row: (row.punkt_id, row))


def _bilaga_row(row: SqlRow[Any], beteckning: str) -> BilagaRow:
    fil = None
    if row.sha256 is not None:
        fil = FilRow(row.sha256, row.filnamn, row.storlek, row.sidor, row.nummer)
    return BilagaRow(
        id=row.id,
        beteckning=beteckning,
        rubrik=row.rubrik,
        anmärkning=row.anmärkning,
        i_utskicket=row.i_utskicket,
        fil=fil,
        står=row.beteckning is not None,
    )


K = TypeVar("K")
V = TypeVar("V")


def _grouped(
    rows: Iterable[T], key_and_value: Callable[[T], tuple[K, V]]
) -> defaultdict[K, list[V]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for row in rows:
        key, value = key_and_value(row)
        groups[key].append(value)
    return groups
