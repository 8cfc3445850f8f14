"""A skrivelse that is changed after its ärende was put on a dagordning: the punkt can follow it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.beredning.texts import age
from nämnd.core.changes import Topic
from nämnd.core.wording import same_wording
from nämnd.sammanträde.drafts import satser
from nämnd.sammanträde.punkt_commands import set_satser
from nämnd.store.rows import load, rows_where
from nämnd.tables import Attsats, Punkt, Skrivelse

_MISSIV, _FÖRSLAG = "missivförslag", "förslag"


def newer_skrivelser(session: Session, sammanträde_id: str) -> frozenset[str]:
    """Return the ids of the punkter whose skrivelse proposes something else than they were given.

    What utgår follows nothing. A constant number of statements.
    """
    punkter = rows_where(
        session, Punkt, Punkt.sammanträde_id == sammanträde_id, Punkt.ärende_id.is_not(None)
    )
    return frozenset(_newer(session, [one for one in punkter if one.utgår is None]))


@dataclass(frozen=True, kw_only=True)
class FollowSkrivelse:
    """Let a punkt have what the skrivelse of its ärende proposes now.

    A förslag that somebody has written otherwise stays; the difference is then shown.
    """

    punkt_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take over its förslag.

        Raises:
            GoneError: the punkt is not there.
        """
        punkt = load(session, Punkt, self.punkt_id)
        new = _newer(session, [punkt]).get(punkt.id)
        if new is None:
            return frozenset()
        given, mine = (
            [row.text for row in _satser(session, [punkt], slag)] for slag in (_MISSIV, _FÖRSLAG)
        )
        untouched = same_wording(given, mine)
        for slag in (_MISSIV, _FÖRSLAG) if untouched else (_MISSIV,):
            set_satser(session, punkt.id, slag, satser(tuple(new)))
        return frozenset({Topic.DAGORDNING})


def _newer(session: Session, punkter: Sequence[Punkt]) -> dict[str, Sequence[str]]:
    """Return what the skrivelse of each punkt proposes, where the punkt was given another text."""
    written = _proposed(session, [one.ärende_id for one in punkter if one.ärende_id])
    given: defaultdict[str, list[str]] = defaultdict(list)
    for row in _satser(session, punkter, _MISSIV):
        given[row.punkt_id].append(row.text)
    found = {one.id: written.get(one.ärende_id or "", ()) for one in punkter}
    return {key: new for key, new in found.items() if new and not same_wording(given[key], new)}


def _proposed(session: Session, ärende_ids: Sequence[str]) -> dict[str, Sequence[str]]:
    rows = rows_where(session, Skrivelse, Skrivelse.ärende_id.in_(ärende_ids))
    by_age = sorted(rows, key=age)
    return {row.ärende_id: row.förslag for row in by_age}  # the newest is the last


def _satser(session: Session, punkter: Sequence[Punkt], slag: str) -> list[Attsats]:
    keys = [one.id for one in punkter]
    return rows_where(session, Attsats, Attsats.punkt_id.in_(keys), Attsats.slag == slag)
