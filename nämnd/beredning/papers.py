"""The bilagor of a punkt: handlingar of the diarium, delegationsbeslut, papers from an earlier one.

A bilaga keeps the mark of sekretess that its handling has, and never tells a rubrik that the public
register hides (OSL 5:2), nor the name of its file, which often says the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.beredning.wording import line_of_beslut
from nämnd.bilaga.files import KeptFile
from nämnd.bilaga.names import safe_name, suffix_of
from nämnd.sammanträde.bilaga_commands import AddBilagor, bilagor_of
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Bilaga,
    Bilageversion,
    Delegationsbeslut,
    Handling,
    Handlingsversion,
    Ärende,
)
from nämnd.ärende.rules import beteckning

_MAIL = (".eml", ".msg")
"""A mail as such is seldom for the nämnd: its attachments are handlingar of their own."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A bilaga to add, and what it comes from."""

    new: NewBilaga
    handling_id: str | None = None
    delegationsbeslut_id: str | None = None
    sekretess_lagrum: str | None = None
    sekretess_datum: date | None = None


def add(session: Session, punkt_id: str, papers: Sequence[Paper], when: str) -> None:
    """Add `papers` last under a punkt; a handling that is there already is not added again."""
    there = {row.handling_id for row in bilagor_of(session, punkt_id)} - {None}
    wanted = [one for one in papers if one.handling_id not in there]
    if not wanted:
        return
    AddBilagor(punkt_id=punkt_id, new=tuple(one.new for one in wanted), when=when).run(session)
    for one in wanted:
        row = load(session, Bilaga, one.new.bilaga_id)
        row.handling_id, row.delegationsbeslut_id = one.handling_id, one.delegationsbeslut_id
        row.sekretess_lagrum = one.sekretess_lagrum
        row.sekretess_datum = one.sekretess_datum


def of_handlingar(session: Session, handling_ids: Iterable[str]) -> list[Paper]:
    """Return a paper for each handling once, with the file that is in use.

    Raises:
        GoneError: one is not there.
    """
    keys = dict.fromkeys(handling_ids)
    return [_of_handling(session, load(session, Handling, key)) for key in keys]


def of_beslut(beslut: Delegationsbeslut) -> Paper:
    """Return the line that tells of a delegationsbeslut; it has no file."""
    rubrik = line_of_beslut(beslut.rubrik, beslut.av, beslut.datum)
    return Paper(NewBilaga(BilagaDraft(rubrik, i_utskicket=False)), None, beslut.id)


def of_earlier(session: Session, punkt_id: str) -> list[Paper]:
    """Return the bilagor of an earlier punkt that are no handlingar, as they are."""
    rows = [row for row in bilagor_of(session, punkt_id) if row.handling_id is None]
    return [_again(session, row) for row in rows]


def move_told(session: Session, old: str, new: str) -> None:
    """Let what was to be reported at the punkt `old` be reported at `new`, where it comes again."""
    for kind in (Delegationsbeslut, Handling):
        for row in rows_where(session, kind, kind.punkt_id == old):
            row.punkt_id = new


def suggested(session: Session, ärende_id: str | None, earlier: str | None) -> tuple[str, ...]:
    """Return the handlingar that likely are meant: those of the punkt `earlier`, and new ones."""
    before = _handlingar_of(session, earlier) if earlier else ()
    new = _new_handlingar(session, ärende_id) if ärende_id else ()
    return (*before, *(key for key in new if key not in before))


def _handlingar_of(session: Session, punkt_id: str) -> tuple[str, ...]:
    """Return the handlingar that are bilagor of a punkt, in order; the annulled ones left out."""
    found = session.scalars(
        select(Handling.id)
        .join(Bilaga, Bilaga.handling_id == Handling.id)
        .where(Bilaga.punkt_id == punkt_id, Handling.makulerad.is_(None))
        .order_by(Bilaga.ordning)
    )
    return tuple(found)


def _new_handlingar(session: Session, ärende_id: str) -> tuple[str, ...]:
    """Return the handlingar that have not been a bilaga yet and may be for the nämnd, in order.

    Not what went out, what is only to be reported, a mail as such, or what has no file.
    """
    before = select(Bilaga.handling_id).where(Bilaga.handling_id == Handling.id).exists()
    found = session.execute(
        select(Handling.id, Handlingsversion.filnamn)
        .join(Handlingsversion, Handlingsversion.handling_id == Handling.id)
        .where(Handling.ärende_id == ärende_id, Handling.makulerad.is_(None), ~before)
        .where(Handling.riktning != "utgående", ~Handling.anmäls)
        .order_by(Handling.löpnr, Handlingsversion.nummer)
    )
    newest = dict(found.all())
    return tuple(key for key, name in newest.items() if not name.casefold().endswith(_MAIL))


def _of_handling(session: Session, row: Handling) -> Paper:
    versions = rows_where(session, Handlingsversion, Handlingsversion.handling_id == row.id)
    newest = max(versions, key=lambda one: one.nummer, default=None)
    rubrik, file = row.rubrik, _file(newest)
    ärende = load(session, Ärende, row.ärende_id)
    if row.dölj_rubrik or ärende.dölj_rubrik:  # as the public diarium has it
        number = beteckning(ärende.dnr, row.löpnr)
        rubrik = f"{(row.slag or 'handling').capitalize()} {number}"
        file = file and replace(file, name=safe_name(rubrik, suffix_of(file.name)))
    return Paper(
        NewBilaga(BilagaDraft(rubrik, i_utskicket=file is not None), file),
        row.id,
        None,
        row.sekretess_lagrum,
        row.sekretess_datum,
    )


def _again(session: Session, row: Bilaga) -> Paper:
    versions = rows_where(session, Bilageversion, Bilageversion.bilaga_id == row.id)
    newest = max(versions, key=lambda one: one.nummer, default=None)
    draft = BilagaDraft(row.rubrik, row.anmärkning, row.i_utskicket)
    return Paper(
        NewBilaga(draft, _file(newest)),
        None,
        row.delegationsbeslut_id,
        row.sekretess_lagrum,
        row.sekretess_datum,
    )


def _file(version: Handlingsversion | Bilageversion | None) -> KeptFile | None:
    if version is None:
        return None
    return KeptFile(version.sha256, version.filnamn, version.storlek, version.sidor)
