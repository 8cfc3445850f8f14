"""Questions about what was decided. A constant number of statements, however long the protokoll."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.närvaro.queries import (
    deltagare,
    frånvaro_rows,
    justerare_rows,
    justering_rows,
    närvaro_rows,
    ordförande_rows,
)
from nämnd.närvaro.values import JävRow
from nämnd.organisation.queries import huvudmän, nämnd_draft
from nämnd.protokoll.drafts import ParagrafDraft, draft_of
from nämnd.protokoll.values import (
    AnteckningRow,
    BeslutspunktRow,
    ExpedieringRow,
    HuvudmannabeslutRow,
    ParagrafRow,
    Protokoll,
    ReservationRow,
    TidigareRow,
    VoteringRow,
    YrkandeRow,
)
from nämnd.sammanträde.queries import dagordning
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Anteckning,
    Beslutspunkt,
    Huvudmannabeslut,
    Jäv,
    OrderedRow,
    Paragraf,
    Reservation,
    Sammanträde,
    Votering,
    Yrkande,
)

P = TypeVar("P", Anteckning, Beslutspunkt, Huvudmannabeslut, Jäv, Reservation, Votering, Yrkande)


def protokoll(session: Session, sammanträde_id: str) -> Protokoll:
    """Return a sammanträde with everything about who was there and what was decided.

    Raises:
        GoneError: it is not there.
    """
    agenda = dagordning(session, sammanträde_id)
    head = agenda.sammanträde
    paragrafer = paragraf_rows(session, sammanträde_id)
    närvaro = närvaro_rows(session, sammanträde_id)
    frånvaro = frånvaro_rows(session, sammanträde_id)
    ordförande = ordförande_rows(session, sammanträde_id)
    justerare = justerare_rows(session, sammanträde_id)
    people = [
        *(key for row in närvaro for key in (row.person_id, row.för) if key),
        *(row.person_id for row in (*frånvaro, *ordförande, *justerare)),
        *(one.person_id for row in frånvaro for one in row.inkallade),
        *(key for row in paragrafer for key in _mentioned(row)),
        *([head.sekreterare.id] if head.sekreterare else ()),
    ]
    day = head.dagar[0].datum if head.dagar else None
    known = deltagare(session, head.nämnd_id, day, people) if day else {}
    vacant = load(session, Sammanträde, sammanträde_id).vakanta_platser
    return Protokoll(
        nämnd=nämnd_draft(session, head.nämnd_id),
        huvudmän=huvudmän(session, head.nämnd_id),
        sammanträde=head,
        punkter=agenda.punkter,
        paragrafer=paragrafer,
        deltagare=known,
        närvaro=närvaro,
        frånvaro=frånvaro,
        ordförande=ordförande,
        justerare=justerare,
        justeringar=justering_rows(session, sammanträde_id),
        vakanta_platser=tuple(str(one.get("parti") or "") for one in vacant),
    )


def paragraf_rows(session: Session, sammanträde_id: str) -> tuple[ParagrafRow, ...]:
    """Return the §§ of a sammanträde in the order in which they were handled."""
    found = rows_where(session, Paragraf, Paragraf.sammanträde_id == sammanträde_id)
    parts = _Parts(session, sammanträde_id)
    return tuple(parts.paragraf(row) for row in found)


def paragraf_draft(session: Session, paragraf_id: str) -> ParagrafDraft:
    """Return what can be set of a §, as it is now.

    Raises:
        GoneError: it is not there.
    """
    return draft_of(_alone(load(session, Paragraf, paragraf_id)))


def sammanträde_of(session: Session, paragraf_id: str) -> str:
    """Return the id of the sammanträde a § is of.

    Raises:
        GoneError: the § is not there.
    """
    return load(session, Paragraf, paragraf_id).sammanträde_id


class _Parts:
    """What belongs to the §§ of a sammanträde, by the §'s id."""

    def __init__(self, session: Session, sammanträde_id: str) -> None:
        """Read it all."""
        self._session, self._key = session, sammanträde_id
        self._beslut = self._read(Beslutspunkt)
        self._yrkanden = self._read(Yrkande)
        self._voteringar = self._read(Votering)
        self._jäv = self._read(Jäv)
        self._reservationer = self._read(Reservation)
        self._anteckningar = self._read(Anteckning)
        self._huvudmän = self._read(Huvudmannabeslut)

    def paragraf(self, row: Paragraf) -> ParagrafRow:
        key = row.id
        return replace(
            _alone(row),
            beslutspunkter=tuple(map(_beslutspunkt, self._beslut[key])),
            yrkanden=tuple(map(_yrkande, self._yrkanden[key])),
            voteringar=tuple(_rounds(self._voteringar[key])),
            jäv=tuple(map(_jäv, self._jäv[key])),
            reservationer=tuple(map(_reservation, self._reservationer[key])),
            anteckningar=tuple(map(_anteckning, self._anteckningar[key])),
            huvudmannabeslut=tuple(map(_huvudmannabeslut, self._huvudmän[key])),
        )

    def _read(self, kind: type[P]) -> defaultdict[str, list[P]]:
        query = (
            select(kind)
            .join(Paragraf, Paragraf.id == kind.paragraf_id)
            .where(Paragraf.sammanträde_id == self._key)
        )
        rows = list(self._session.scalars(query))
        groups: defaultdict[str, list[P]] = defaultdict(list)
        for row in sorted(rows, key=_place):
            groups[row.paragraf_id].append(row)
        return groups


def _alone(row: Paragraf) -> ParagrafRow:
    """Return a § without the lists that have tables of their own."""
    return ParagrafRow(
        id=row.id,
        nummer=row.nummer,
        punkt_id=row.punkt_id,
        rubrik=row.rubrik,
        slag=row.slag,
        dnr=tuple(row.dnr),
        ingress=row.ingress,
        sammanfattning=row.sammanfattning,
        beslutsunderlag=tuple(row.beslutsunderlag),
        tidigare_behandling=tuple(map(_earlier, row.tidigare_behandling)),
        upphäver=row.upphäver,
        propositionsordning=row.propositionsordning,
        beslutsgång=row.beslutsgång,
        deltar_inte=tuple(row.deltar_inte),
        anmälningar=tuple(row.anmälningar),
        omedelbart_justerad=row.omedelbart_justerad,
        expedieringar=tuple(map(_expediering, row.expedieringar)),
        klar=row.klar,
        tid=row.tid,
        dag=row.dag,
    )


def _place(row: object) -> tuple[int, str]:
    if isinstance(row, OrderedRow):
        return row.ordning, row.id
    return 0, cast("Huvudmannabeslut", row).id


def _mentioned(row: ParagrafRow) -> Iterator[str]:
    yield from row.deltar_inte
    for one in (*row.yrkanden, *row.reservationer, *row.anteckningar):
        yield from one.av
    for votering in row.voteringar:
        yield from votering.röster
    for jäv in row.jäv:
        yield jäv.person_id
        if jäv.ersätts_av:
            yield jäv.ersätts_av


def _earlier(kept: dict[str, Any]) -> TidigareRow:
    return TidigareRow(
        vad=kept.get("vad") or "beslut",
        datum=kept.get("datum") or "",
        paragraf=kept.get("paragraf"),
        organ=kept.get("organ"),
    )


def _expediering(kept: dict[str, Any]) -> ExpedieringRow:
    return ExpedieringRow(kept["till"], kept.get("beteckning"), kept.get("datum"))


def _beslutspunkt(row: Beslutspunkt) -> BeslutspunktRow:
    return BeslutspunktRow(
        row.id, row.nummer, row.text, row.utfall, row.till, tuple(row.riktas_till)
    )


def _yrkande(row: Yrkande) -> YrkandeRow:
    return YrkandeRow(
        id=row.id,
        av=tuple(row.av),
        av_partier=tuple(row.av_partier),
        slag=tuple(row.slag),
        hand=row.hand,
        punkt=row.punkt,
        text=row.text,
        återtaget=row.återtaget,
    )


def _rounds(rows: Iterable[Votering]) -> Iterator[VoteringRow]:
    for number, row in enumerate(rows, start=1):
        yield VoteringRow(
            id=row.id,
            omgång=number,
            slag=row.slag,
            punkt=row.punkt,
            sluten=row.sluten,
            ja_betyder=row.ja_betyder,
            nej_betyder=row.nej_betyder,
            röster=dict(row.röster),
            antal=dict(row.antal) if row.antal is not None else None,
            utfall=row.utfall,
            avgjord_av=row.avgjord_av,
        )


def _jäv(row: Jäv) -> JävRow:
    return JävRow(row.id, row.person_id, row.punkt, row.grund, row.ersätts_av)


def _reservation(row: Reservation) -> ReservationRow:
    return ReservationRow(
        row.id, tuple(row.av), tuple(row.av_partier), row.till_förmån_för, row.text, row.bilaga
    )


def _anteckning(row: Anteckning) -> AnteckningRow:
    return AnteckningRow(row.id, row.slag, tuple(row.av), row.text)


def _huvudmannabeslut(row: Huvudmannabeslut) -> HuvudmannabeslutRow:
    return HuvudmannabeslutRow(row.id, row.huvudman_id, row.datum, row.paragraf, row.svar)
