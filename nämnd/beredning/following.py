"""What is changed in the diarium after it was put on a dagordning: the punkt can follow it.

A skrivelse gets another förslag, a handling a new version; a handling or an ärende is annulled.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.beredning.texts import age
from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.wording import same_wording
from nämnd.sammanträde.bilaga_commands import ReplaceFile
from nämnd.sammanträde.checks import Finding, Lack
from nämnd.sammanträde.dagordning import Dagordning, PunktRow
from nämnd.sammanträde.drafts import satser
from nämnd.sammanträde.punkt_commands import set_satser
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Attsats,
    Bilaga,
    Bilageversion,
    Handling,
    Handlingsversion,
    Punkt,
    Skrivelse,
    Ärende,
)

_MISSIV, _FÖRSLAG = "missivförslag", "förslag"


def of_diarium(session: Session, dagordning: Dagordning) -> tuple[Finding, ...]:
    """Return where a dagordning is behind the diarium, or tells what the diarium hides.

    A constant number of statements; what utgår is left alone.
    """
    rows = [one for one in dagordning.punkter if one.utgår is None]
    punkter = rows_where(session, Punkt, Punkt.id.in_([one.id for one in rows]))
    ärenden = {
        one.id: one
        for one in rows_where(session, Ärende, Ärende.id.in_([one.ärende_id for one in punkter]))
    }
    texts, files = _newer(session, punkter), _newer_files(session, punkter)
    annulled = _annulled(session, punkter)
    return tuple(
        found
        for row in rows
        for found in (
            *_of_punkt(row, ärenden.get(row.ärende_id or ""), texts),
            *_of_bilagor(row, files, annulled),
        )
    )


def behind(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the ids of the punkter whose texts or files are newer in the diarium."""
    lacks = (Lack.FÖRSLAG_BEHIND, Lack.FIL_BEHIND)
    return frozenset(one.punkt_id for one in findings if one.lack in lacks and one.punkt_id)


@dataclass(frozen=True, kw_only=True)
class FollowÄrende:
    """Let a punkt have what its ärende has now: the förslag of the skrivelse, and newer files.

    A förslag that somebody has written otherwise stays (the difference is then shown), and so does
    a file that was replaced by hand. `when`: ISO time.
    """

    punkt_id: str
    when: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take them over.

        Raises:
            GoneError: the punkt is not there.
        """
        punkt = load(session, Punkt, self.punkt_id)
        new = _newer(session, [punkt]).get(punkt.id)
        if new is not None:
            self._take_förslag(session, punkt, new)
        for bilaga_id, file in _newer_files(session, [punkt]).items():
            ReplaceFile(bilaga_id=bilaga_id, file=file, when=self.when).run(session)
        return frozenset({Topic.DAGORDNING})

    def _take_förslag(self, session: Session, punkt: Punkt, new: Sequence[str]) -> None:
        given, mine = (
            [row.text for row in _satser(session, [punkt], slag)] for slag in (_MISSIV, _FÖRSLAG)
        )
        untouched = same_wording(given, mine)
        for slag in (_MISSIV, _FÖRSLAG) if untouched else (_MISSIV,):
            set_satser(session, punkt.id, slag, satser(tuple(new)))


def _of_punkt(
    row: PunktRow, ärende: Ärende | None, texts: dict[str, Sequence[str]]
) -> Iterator[Finding]:
    where = (str(row.nummer), row.rubrik, row.id)
    if ärende is not None and ärende.makulerat is not None:
        yield Finding(Lack.ÄRENDE_ANNULLED, *where)
    if ärende is not None and ärende.dölj_rubrik and (row.förslag or row.sammanfattning):
        yield Finding(Lack.HIDDEN_RUBRIK, *where)
    if row.id in texts:
        yield Finding(Lack.FÖRSLAG_BEHIND, *where)


def _of_bilagor(
    row: PunktRow, files: dict[str, KeptFile], annulled: frozenset[str]
) -> Iterator[Finding]:
    for one in row.bilagor:
        where = (one.beteckning, one.rubrik, row.id, one.id)
        if one.id in annulled:
            yield Finding(Lack.HANDLING_ANNULLED, *where)
        if one.id in files:
            yield Finding(Lack.FIL_BEHIND, *where)


def _annulled(session: Session, punkter: Sequence[Punkt]) -> frozenset[str]:
    found = session.scalars(
        select(Bilaga.id)
        .join(Handling, Handling.id == Bilaga.handling_id)
        .where(Bilaga.punkt_id.in_([one.id for one in punkter]), Handling.makulerad.is_not(None))
    )
    return frozenset(found)


def _newer(session: Session, punkter: Sequence[Punkt]) -> dict[str, Sequence[str]]:
    """Return what the skrivelse of each punkt proposes, where the punkt was given another text.

    A punkt that was given none was not made from its ärende.
    """
    written = _proposed(session, [one.ärende_id for one in punkter if one.ärende_id])
    given: defaultdict[str, list[str]] = defaultdict(list)
    for row in _satser(session, punkter, _MISSIV):
        given[row.punkt_id].append(row.text)
    found = {one.id: written.get(one.ärende_id or "", ()) for one in punkter}
    return {
        key: new
        for key, new in found.items()
        if new and given[key] and not same_wording(given[key], new)
    }


def _proposed(session: Session, ärende_ids: Sequence[str]) -> dict[str, Sequence[str]]:
    rows = rows_where(session, Skrivelse, Skrivelse.ärende_id.in_(ärende_ids))
    by_age = sorted(rows, key=age)
    return {row.ärende_id: row.förslag for row in by_age}  # the newest is the last


def _satser(session: Session, punkter: Sequence[Punkt], slag: str) -> list[Attsats]:
    keys = [one.id for one in punkter]
    return rows_where(session, Attsats, Attsats.punkt_id.in_(keys), Attsats.slag == slag)


def _newer_files(session: Session, punkter: Sequence[Punkt]) -> dict[str, KeptFile]:
    """Return the newest file of the handling of each bilaga that has an older one of its."""
    keys = [one.id for one in punkter]
    bilagor = rows_where(
        session, Bilaga, Bilaga.punkt_id.in_(keys), Bilaga.handling_id.is_not(None)
    )
    now = _newest(session, [one.id for one in bilagor])
    of_handling: defaultdict[str, list[Handlingsversion]] = defaultdict(list)
    wanted = Handlingsversion.handling_id.in_([one.handling_id for one in bilagor])
    for row in sorted(rows_where(session, Handlingsversion, wanted), key=lambda one: one.nummer):
        of_handling[row.handling_id].append(row)
    found: dict[str, KeptFile] = {}
    for one in bilagor:
        versions = of_handling[one.handling_id or ""]
        if now.get(one.id) in {row.sha256 for row in versions[:-1]} - {versions[-1].sha256}:
            new = versions[-1]
            found[one.id] = KeptFile(new.sha256, new.filnamn, new.storlek, new.sidor)
    return found


def _newest(session: Session, bilaga_ids: Sequence[str]) -> dict[str, str]:
    rows = rows_where(session, Bilageversion, Bilageversion.bilaga_id.in_(bilaga_ids))
    return {row.bilaga_id: row.sha256 for row in sorted(rows, key=lambda one: one.nummer)}
