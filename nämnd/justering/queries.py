"""Questions about justering. A constant number of statements each."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.justering.kept import kommentar_rows, rättelse_rows, underskrift_rows
from nämnd.justering.rules import numbers_of, signers
from nämnd.justering.values import (
    LÄGEN,
    CertifikatRow,
    JusteringView,
    Läge,
    PaketRow,
    SharedCertificate,
    Signer,
    Sätt,
    TillfrågadRow,
)
from nämnd.lås.innehåll import innehåll
from nämnd.protokoll import frozen
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Bilaga,
    Certifikat,
    Justering,
    Justeringspaket,
    Justeringssvar,
    Nämnd,
    Paragraf,
    Person,
    Punkt,
    Sammanträde,
    Utgåva,
)


def justering_views(session: Session, sammanträde_id: str) -> tuple[JusteringView, ...]:
    """Return every set of §§ of a sammanträde, in the order of their first §.

    Raises:
        GoneError: the sammanträde is not there.
    """
    rows = rows_where(session, Justering, Justering.sammanträde_id == sammanträde_id)
    return _views(session, sammanträde_id, rows)


def justering_view(session: Session, justering_id: str) -> JusteringView:
    """Return one set of §§.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Justering, justering_id)
    return _views(session, row.sammanträde_id, [row])[0]


def justering_signers(session: Session, row: Justering) -> tuple[Signer, ...]:
    """Return who answers for the §§ of a set, with their addresses."""
    found = signers(protokoll(session, row.sammanträde_id), paragrafer.read(row.paragrafer))
    known = _persons(session, (one.person_id for one in found))
    return _with_address(found, known)


def justeringssätt(session: Session, sammanträde_id: str) -> tuple[str, ...]:
    """Return the ways in which the nämnd of a sammanträde lets its protokoll be justerade."""
    key = load(session, Sammanträde, sammanträde_id).nämnd_id
    return tuple(load(session, Nämnd, key).justeringssätt)


def known_certificates(session: Session, person_id: str | None = None) -> tuple[CertifikatRow, ...]:
    """Return the certificates that are a person's; without one every certificate there is.

    Issuers' certificates have no person: they come only when all are asked for.
    """
    wanted = () if person_id is None else (Certifikat.person_id == person_id,)
    found = rows_where(session, Certifikat, *wanted)
    rows = (
        CertifikatRow(
            id=row.id,
            person_id=row.person_id,
            namn=row.namn,
            fingeravtryck=row.fingeravtryck,
            der=base64.b64decode(row.der),
            giltigt_till=row.giltigt_till,
            godkänt=row.godkänt,
            hur=row.hur,
        )
        for row in found
    )
    return tuple(sorted(rows, key=lambda one: (one.godkänt, one.id)))


def shared_certificates(
    session: Session, fingerprints: Iterable[str]
) -> tuple[SharedCertificate, ...]:
    """Return for whom certificates with those fingerprints are noted, when it is for anybody."""
    rows = session.execute(
        select(Certifikat.fingeravtryck, Person.id, Person.namn)
        .join(Person, Person.id == Certifikat.person_id)
        .where(Certifikat.fingeravtryck.in_(sorted(set(fingerprints))))
        .order_by(Certifikat.godkänt, Certifikat.id)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for fingerprint, key, namn in rows:
        found.setdefault(fingerprint, []).append((key, namn))
    return tuple(SharedCertificate(one, tuple(names)) for one, names in found.items())


def frozen_text(session: Session, justering_id: str) -> str | None:
    """Return what the §§ said when they were last sent, as `nämnd.protokoll.frozen` keeps it.

    None: they have not been sent, or the set came from another program.
    """
    row = load(session, Justering, justering_id)
    return session.scalar(
        select(Utgåva.innehåll)
        .where(Utgåva.justering_id == justering_id, Utgåva.dokument == "protokoll")
        .where(Utgåva.sha256 == row.pdf)
        .order_by(Utgåva.skapad.desc())
        .limit(1)
    )


def frozen_protokoll(session: Session, justering_id: str) -> Protokoll | None:
    """Return the §§ of a set as they were when they were last sent. None as `frozen_text`."""
    text = frozen_text(session, justering_id)
    return frozen.from_json(text) if text is not None else None


def handled(session: Session, row: Justering) -> tuple[int, ...]:
    """Return the §§ that are handled and in the set, ascending."""
    chosen = paragrafer.read(row.paragrafer)
    found = session.scalars(
        select(Paragraf.nummer)
        .where(Paragraf.sammanträde_id == row.sammanträde_id)
        .order_by(Paragraf.nummer)
    )
    return tuple(filter(chosen.touches, found))


def has_sekretess(session: Session, sammanträde_id: str, chosen: Paragrafer) -> bool:
    """Say whether a § of a set, or a bilaga that was handled there, is under sekretess."""
    rows = [
        row
        for row in rows_where(session, Paragraf, Paragraf.sammanträde_id == sammanträde_id)
        if chosen.touches(row.nummer)
    ]
    if any(row.sekretess_lagrum or row.sekretess_datum for row in rows):
        return True
    punkter = {row.punkt_id for row in rows if row.punkt_id}
    bilagor = session.execute(
        select(Bilaga.punkt_id, Bilaga.sekretess_lagrum, Bilaga.sekretess_datum)
        .join(Punkt, Punkt.id == Bilaga.punkt_id)
        .where(Punkt.sammanträde_id == sammanträde_id)
    )
    return any(key in punkter and (lagrum or datum) for key, lagrum, datum in bilagor)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the views of a sammanträde share."""

    session: Session
    protokoll: Protokoll
    paket: Sequence[Justeringspaket]
    svar: Mapping[tuple[str, str], Justeringssvar]  # the newest, by package and person
    persons: Mapping[str, Person]
    certificates: tuple[SharedCertificate, ...]  # those that underskrifter are proved by


def _views(
    session: Session, sammanträde_id: str, rows: Sequence[Justering]
) -> tuple[JusteringView, ...]:
    keys = [row.id for row in rows]
    paket = rows_where(session, Justeringspaket, Justeringspaket.justering_id.in_(keys))
    paket.sort(key=lambda one: (one.version, one.skapat, one.id))
    svar = rows_where(
        session,
        Justeringssvar,
        Justeringssvar.paket_id.in_([one.id for one in paket]),
    )
    void = {one.id for one in paket if one.kastat is not None}  # there everything is history
    svar = [one for one in svar if one.kastat is None or one.paket_id in void]
    svar.sort(key=lambda one: (one.inläst, one.tid))
    whole = protokoll(session, sammanträde_id)
    people = [key for row in rows for key in _mentioned(row, whole)]
    people += [str(one["person"]) for each in paket for one in each.tillfrågade]
    around = _Around(
        session=session,
        protokoll=whole,
        paket=paket,
        svar={(one.paket_id, one.person_id): one for one in svar},
        persons=_persons(session, people),
        certificates=shared_certificates(session, _bevis(rows)),
    )
    views = (_view(around, row) for row in rows)
    return tuple(sorted(views, key=lambda one: (_first(one.paragrafer), one.id)))


def _view(around: _Around, row: Justering) -> JusteringView:
    chosen = paragrafer.read(row.paragrafer)
    return JusteringView(
        id=row.id,
        sammanträde_id=row.sammanträde_id,
        paragrafer=chosen,
        numbers=numbers_of(around.protokoll, chosen),
        läge=läge_of(row),
        version=row.version,
        sätt=cast("Sätt | None", row.sätt),
        plats=row.plats,
        planerat_datum=row.planerat_datum,
        datum=row.datum,
        pdf=row.pdf,
        signers=_with_address(signers(around.protokoll, chosen), around.persons),
        underskrifter=underskrift_rows(row.underskrifter),
        kommentarer=kommentar_rows(row.kommentarer),
        rättelser=rättelse_rows(row.rättelser),
        paket=tuple(_paket(around, one) for one in around.paket if one.justering_id == row.id),
        changed=is_changed(around.session, row),
        shared=tuple(
            one
            for one in around.certificates
            if len(one.names) > 1 and one.fingeravtryck in set(_bevis([row]))
        ),
    )


def _bevis(rows: Iterable[Justering]) -> Iterable[str]:
    for row in rows:
        yield from (one.bevis for one in underskrift_rows(row.underskrifter) if one.bevis)


def läge_of(row: Justering) -> Läge:
    """Return the läge of a set; one that nobody knows is an utkast."""
    return row.läge if row.läge in LÄGEN else "utkast"


def is_changed(session: Session, row: Justering) -> bool:
    """Say whether the §§ say something else than what was sent."""
    if row.läge == "utkast" or row.innehåll is None:
        return False
    return innehåll(session, row.sammanträde_id, row.paragrafer) != row.innehåll


def _paket(around: _Around, row: Justeringspaket) -> PaketRow:
    return PaketRow(
        id=row.id,
        version=row.version,
        skapat=row.skapat,
        filnamn=row.filnamn,
        fil=row.fil,
        manifest=row.manifest,
        pdf=row.pdf,
        innehåll=row.innehåll,
        krypterat=row.krypterat,
        kastat=row.kastat,
        tillfrågade=tuple(_asked(around, row.id, one) for one in row.tillfrågade),
    )


def _asked(around: _Around, paket_id: str, kept: dict[str, Any]) -> TillfrågadRow:
    key = str(kept["person"])
    svar = around.svar.get((paket_id, key))
    return TillfrågadRow(
        person_id=key,
        namn=_name(around, key),
        roll=str(kept["roll"]),
        ordning=int(kept["ordning"]),
        sätt=str(kept["sätt"]),
        svar=svar.slag if svar else None,
        tid=svar.tid if svar else None,
    )


def _name(around: _Around, key: str) -> str:
    if key in around.protokoll.deltagare:
        return around.protokoll.name(key)
    person = around.persons.get(key)
    return person.namn if person else around.protokoll.name(key)


def _with_address(found: tuple[Signer, ...], persons: Mapping[str, Person]) -> tuple[Signer, ...]:
    return tuple(
        replace(one, epost=persons[one.person_id].epost) if one.person_id in persons else one
        for one in found
    )


def _mentioned(row: Justering, whole: Protokoll) -> Iterable[str]:
    for one in signers(whole, paragrafer.read(row.paragrafer)):
        yield one.person_id


def _persons(session: Session, keys: Iterable[str]) -> dict[str, Person]:
    wanted = sorted(set(keys))
    return {row.id: row for row in rows_where(session, Person, Person.id.in_(wanted))}


def _first(chosen: Paragrafer) -> int:
    return min((one.first for one in chosen.spans), default=0)
