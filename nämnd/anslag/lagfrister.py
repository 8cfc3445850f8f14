"""Every day to watch once a sammanträde has been held, and of decisions by delegates."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.anslag import rules
from nämnd.anslag.queries import anslag_view, views_of_several
from nämnd.anslag.values import AnslagLäge, Lagfrist, Vad
from nämnd.anslag.view import AnslagView, board_name
from nämnd.core import paragrafer
from nämnd.core.paragrafer import NONE
from nämnd.delegation.queries import brådskande, delegationsprotokoll_rows
from nämnd.delegation.rules import anmäls_senast
from nämnd.delegation.values import DelegationsprotokollRow
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import sammanträden
from nämnd.store.rows import load
from nämnd.tables import Nämnd, Paragraf, Punkt

_NEVER = date.max


def lagfrister(
    session: Session, nämnd_id: str, today: date, *, since: date | None = None
) -> tuple[Lagfrist, ...]:
    """Return every day to watch, the most urgent first; those without a day last.

    `since`: of sammanträden that ended that day or later; None: of all.

    Raises:
        GoneError: the nämnd is not there.
    """
    form = load(session, Nämnd, nämnd_id).juridisk_form
    rows = [row for row in sammanträden(session, nämnd_id) if row.inställt is None and row.dagar]
    found = list(_of_delegation(session, nämnd_id, rows, today))
    if rules.has_anslag(form):
        held = [row for row in rows if (since or date.min) <= row.dagar[-1] <= today]
        found += _of_sammanträden(session, nämnd_id, held, today)
    counted = (_with_days_left(one, today) for one in found)
    return tuple(sorted(counted, key=lambda one: (one.day or _NEVER, one.dagar, one.vad.value)))


def _of_sammanträden(
    session: Session, nämnd_id: str, rows: Sequence[SammanträdeListRow], today: date
) -> Iterator[Lagfrist]:
    keys = {row.id for row in rows}
    handled = _handled(session, keys)
    views: defaultdict[str | None, list[AnslagView]] = defaultdict(list)
    for view in views_of_several(session, nämnd_id, keys):
        views[view.sammanträde_id].append(view)
    for row in rows:
        yield from _of_sammanträde(row, views[row.id], handled[row.id], today)


def _of_sammanträde(
    row: SammanträdeListRow, views: Sequence[AnslagView], handled: Iterable[int], today: date
) -> Iterator[Lagfrist]:
    done = [view.paragrafer for view in views if view.is_justerat and view.paragrafer]
    left = paragrafer.of(n for n in handled if not any(one.covers(n) for one in done))
    if left != NONE:
        last = rules.justeras_senast(row.dagar[-1])
        yield Lagfrist(Vad.JUSTERAS, last, None, row.id, row.dagar, paragrafer=left)
    for view in views:
        for one in of_view(view, today):
            yield replace(one, sammanträde_id=row.id, dagar=row.dagar)


def _handled(session: Session, keys: Collection[str]) -> Mapping[str, list[int]]:
    wanted = select(Paragraf.sammanträde_id, Paragraf.nummer)
    wanted = wanted.where(Paragraf.sammanträde_id.in_(keys))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for key, nummer in session.execute(wanted.order_by(Paragraf.nummer)):
        found[key].append(nummer)
    return found


def of_view(view: AnslagView, today: date) -> Iterator[Lagfrist]:
    """Yield the days to watch of what is announced, or should be."""
    läge, first = view.läge(today), view.tas_ned_tidigast
    base = Lagfrist(
        vad=Vad.ANSLÅS,
        day=view.anslås_senast,
        days_left=None,
        justering_id=view.justering_id,
        paragrafer=view.paragrafer,
        delegationsprotokoll_id=view.delegationsprotokoll_id,
    )
    up = tuple(board_name(row) for row in rules.demanded(view.boards) if row.up)
    if läge is AnslagLäge.MISSING:
        yield replace(base, words=tuple(map(board_name, view.missing)))
    if läge is AnslagLäge.DOWN_TOO_EARLY:
        words = tuple(map(board_name, view.too_early))
        yield replace(base, vad=Vad.SÄTTS_UPP_IGEN, day=today, words=words)
    if läge in (AnslagLäge.RUNS, AnslagLäge.TIME_OVER):
        yield replace(base, vad=Vad.FRÅGA_RÄTTEN, day=first)
    if up and läge in (AnslagLäge.RUNS, AnslagLäge.TIME_OVER, AnslagLäge.LAGA_KRAFT):
        yield replace(base, vad=Vad.TAS_NED, day=first, words=up)


def _of_delegation(
    session: Session, nämnd_id: str, rows: Sequence[SammanträdeListRow], today: date
) -> Iterator[Lagfrist]:
    days = [row.dagar[0] for row in rows]
    told = brådskande(session, nämnd_id)
    ahead = [row.id for row in rows if row.dagar[-1] >= today]
    stands = _standing(session, [one.punkt_id for one in told if one.punkt_id], ahead)
    for one in told:
        if not one.anmält and one.punkt_id not in stands:
            yield Lagfrist(
                Vad.ANMÄLS,
                anmäls_senast(one.draft.datum, days),
                None,
                delegationsbeslut_id=one.id,
                datum=one.draft.datum,
                words=(one.draft.rubrik,),
            )
    for protokoll in delegationsprotokoll_rows(session, nämnd_id):
        yield from _of_protokoll(session, protokoll, today)


def _standing(
    session: Session, punkt_ids: Collection[str], sammanträden: Collection[str]
) -> Collection[str]:
    """Return those of the punkter that stand on one of the dagordningar."""
    if not punkt_ids:
        return ()
    stands = select(Punkt.id).where(
        Punkt.id.in_(punkt_ids), Punkt.sammanträde_id.in_(sammanträden), Punkt.utgår.is_(None)
    )
    return frozenset(session.scalars(stands))


def _of_protokoll(
    session: Session, protokoll: DelegationsprotokollRow, today: date
) -> Iterator[Lagfrist]:
    if protokoll.undertecknat is None:
        yield Lagfrist(
            Vad.UNDERTECKNAS,
            None,
            None,
            delegationsprotokoll_id=protokoll.id,
            datum=protokoll.datum,
        )
        return
    for one in of_view(anslag_view(session, protokoll.id), today):
        yield replace(one, datum=protokoll.datum)


def _with_days_left(one: Lagfrist, today: date) -> Lagfrist:
    return replace(one, days_left=(one.day - today).days if one.day else None)
