"""Questions about handlingar, and about beteckningar across the diarium."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, String, cast, select
from sqlalchemy.orm import Session

from nämnd.store.rows import load, rows_where
from nämnd.tables import Handling, Handlingsversion, Nämnd, Ärende
from nämnd.ärende.beteckningar import letters_alike, likely
from nämnd.ärende.rules import beteckning
from nämnd.ärende.series import problems_in_pattern, write_dnr
from nämnd.ärende.values import FiledRow, HandlingRow, Registered, Slip, VersionRow
from nämnd.ärende.writing import externa, handling_draft, version_row

_AT_A_TIME = 500  # values in one statement; an older SQLite takes 999


def handlingar(session: Session, ärende_id: str) -> tuple[HandlingRow, ...]:
    """Return the handlingar of an ärende by number, with their versions. Two statements."""
    rows = rows_where(session, Handling, Handling.ärende_id == ärende_id)
    mine = select(Handling.id).where(Handling.ärende_id == ärende_id)
    versions = rows_where(session, Handlingsversion, Handlingsversion.handling_id.in_(mine))
    return tuple(_rows(sorted(rows, key=lambda row: (row.löpnr, row.id)), versions))


def handling_row(session: Session, handling_id: str) -> HandlingRow:
    """Return one handling.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Handling, handling_id)
    mine = Handlingsversion.handling_id == handling_id
    return next(_rows([row], rows_where(session, Handlingsversion, mine)))


def ärende_of(session: Session, handling_id: str) -> str:
    """Return the id of the ärende a handling is in.

    Raises:
        GoneError: the handling is not there.
    """
    return load(session, Handling, handling_id).ärende_id


def with_files(session: Session, nämnd_id: str) -> tuple[FiledRow, ...]:
    """Return the handlingar of a nämnd that have a file, the newest first. One statement.

    Those that are annulled, or are in an ärende that is, are left out.
    """
    has_file = select(Handlingsversion.id).where(Handlingsversion.handling_id == Handling.id)
    found = session.execute(
        select(Handling.id, Ärende.dnr, Handling.löpnr, Handling.rubrik, Handling.datum)
        .join(Ärende, Ärende.id == Handling.ärende_id)
        .where(
            Ärende.nämnd_id == nämnd_id,
            Ärende.makulerat.is_(None),
            Handling.makulerad.is_(None),
            has_file.exists(),
        )
        .order_by(Handling.datum.desc(), Ärende.dnr, Handling.löpnr)
    )
    return tuple(map(FiledRow._make, found))


def by_content(session: Session, sha256s: Sequence[str]) -> dict[str, Registered]:
    """Return the handling that has each content, in any of its versions; annulled ones aside.

    Several have the same: the one that was registered first in the ärende with the lowest dnr.
    """
    found: dict[str, Registered] = {}
    for start in range(0, len(sha256s), _AT_A_TIME):
        some = sha256s[start : start + _AT_A_TIME]
        rows = session.execute(
            select(
                Handlingsversion.sha256,
                Handling.id,
                Ärende.id,
                Ärende.dnr,
                Handling.löpnr,
                Handling.rubrik,
            )
            .join(Handling, Handling.id == Handlingsversion.handling_id)
            .join(Ärende, Ärende.id == Handling.ärende_id)
            .where(Handlingsversion.sha256.in_(some))
            .where(Handling.makulerad.is_(None), Ärende.makulerat.is_(None))
            .order_by(Ärende.dnr, Handling.löpnr, Handlingsversion.nummer)
        )
        for sha256, handling_id, ärende_id, dnr, löpnr, rubrik in rows:
            one = Registered(handling_id, ärende_id, beteckning(dnr, löpnr), rubrik)
            found.setdefault(sha256, one)
    return found


def beteckning_slips(session: Session, nämnd_id: str) -> tuple[Slip, ...]:
    """Return the beteckningar of the diarium that look like a slip of another there.

    Of two that look alike the one that is used less is the slip. A dnr that is not of the nämnd's
    series is compared with those that are.
    """
    there = (Ärende.nämnd_id == nämnd_id) & Ärende.makulerat.is_(None)
    return (*_own_slips(session, nämnd_id, there), *_external_slips(session, there))


def _own_slips(session: Session, nämnd_id: str, there: ColumnElement[bool]) -> Iterator[Slip]:
    pattern = session.scalar(select(Nämnd.diarieserie).where(Nämnd.id == nämnd_id)) or ""
    if problems_in_pattern(pattern):
        return
    example = write_dnr(pattern, 2000, 1)
    rows = session.execute(select(Ärende.id, Ärende.dnr).where(there, Ärende.serie_nr.is_(None)))
    strays = [(key, dnr) for key, dnr in rows if letters_alike(dnr, example)]
    if not strays:  # as good as always: what comes from elsewhere has other letters
        return
    series = session.scalars(select(Ärende.dnr).where(there, Ärende.serie_nr.is_not(None)))
    right = likely((dnr for _, dnr in strays), series.all())
    yield from (Slip(key, dnr, "", dnr, right[dnr]) for key, dnr in strays if dnr in right)


def _external_slips(session: Session, there: ColumnElement[bool]) -> Iterator[Slip]:
    rows = session.execute(
        select(Ärende.id, Ärende.dnr, Ärende.externa_beteckningar)
        .where(there, cast(Ärende.externa_beteckningar, String) != "[]")
        .order_by(Ärende.dnr)
    )
    written = [
        (key, dnr, one.hos, one.beteckning) for key, dnr, kept in rows for one in externa(kept)
    ]
    right = likely(beteckning for *_, beteckning in written)
    for key, dnr, hos, one in written:
        if one in right:
            yield Slip(key, dnr, hos, one, right[one])


def _rows(rows: Iterable[Handling], versions: Iterable[Handlingsversion]) -> Iterator[HandlingRow]:
    by_handling: dict[str, list[VersionRow]] = defaultdict(list)
    for version in sorted(versions, key=lambda row: row.nummer):
        by_handling[version.handling_id].append(version_row(version))
    for row in rows:
        yield HandlingRow(
            id=row.id,
            ärende_id=row.ärende_id,
            löpnr=row.löpnr,
            draft=handling_draft(row),
            versioner=tuple(by_handling[row.id]),
            punkt_id=row.punkt_id,
            makulerad=row.makulerad,
            makulerad_datum=row.makulerad_datum,
        )
