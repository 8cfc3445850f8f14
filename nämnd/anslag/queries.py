"""Questions about what is announced. A constant number of statements each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.anslag import rules
from nämnd.anslag.values import ÖVERKLAGANDEN, AnslagRow, ParagrafÖverklagande, Överklagande
from nämnd.anslag.view import AnslagView
from nämnd.core import paragrafer
from nämnd.organisation.queries import huvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Anslag,
    Delegationsprotokoll,
    Justering,
    Nämnd,
    Paragraf,
    Sammanträde,
)

JUSTERAT = "justerat"


@dataclass(frozen=True, slots=True)
class _Paragraf:
    """What is asked of a §."""

    id: str
    nummer: int
    rubrik: str
    överklagande: str | None


def anslag_view(session: Session, key: str) -> AnslagView:
    """Return what is announced of a justering or a delegationsprotokoll with that id.

    Raises:
        GoneError: there is none.
    """
    if session.get(Delegationsprotokoll, key) is not None:
        return _of_delegation(session, load(session, Delegationsprotokoll, key))
    row = load(session, Justering, key)
    return _of_sets(session, _nämnd(session, row.sammanträde_id), [row])[0]


def anslag_views(session: Session, sammanträde_id: str) -> tuple[AnslagView, ...]:
    """Return what is announced of every set of §§ of a sammanträde, in the order of their §§.

    Raises:
        GoneError: the sammanträde is not there.
    """
    rows = rows_where(session, Justering, Justering.sammanträde_id == sammanträde_id)
    return _of_sets(session, _nämnd(session, sammanträde_id), rows)


def views_of_several(
    session: Session, nämnd_id: str, sammanträden: Collection[str]
) -> tuple[AnslagView, ...]:
    """Return what is announced of every set of §§ of several sammanträden of a nämnd.

    Raises:
        GoneError: the nämnd is not there.
    """
    rows = rows_where(session, Justering, Justering.sammanträde_id.in_(sammanträden))
    return _of_sets(session, load(session, Nämnd, nämnd_id), rows)


def notices_of(session: Session, key: str) -> list[Anslag]:
    """Return the rows of the notices of a justering or a delegationsprotokoll.

    Raises:
        GoneError: there is neither.
    """
    if session.get(Delegationsprotokoll, key) is not None:
        return rows_where(session, Anslag, Anslag.delegationsprotokoll_id == key)
    row = load(session, Justering, key)
    found = rows_where(session, Anslag, Anslag.sammanträde_id == row.sammanträde_id)
    numbers = [one.nummer for one in _handled(session, {row.sammanträde_id})[row.sammanträde_id]]
    return [one for one in found if announces(one, row, numbers)]


def announces(notice: Anslag, row: Justering, numbers: Iterable[int]) -> bool:
    """Say whether a notice is of a set of §§: it names the same, or at least all that it has.

    `numbers`: the §§ of the sammanträde that are handled.
    """
    named, mine = paragrafer.read(notice.paragrafer), paragrafer.read(row.paragrafer)
    if named == mine:
        return True
    handled = [nummer for nummer in numbers if mine.touches(nummer)]
    return bool(handled) and all(rules.names_all(named, mine, nummer) for nummer in handled)


def _of_sets(session: Session, nämnd: Nämnd, rows: Sequence[Justering]) -> tuple[AnslagView, ...]:
    known = huvudmän(session, nämnd.id)
    keys = {row.sammanträde_id for row in rows}
    handled, notices = _handled(session, keys), _notices(session, keys)
    views: list[AnslagView] = []
    for row in rows:
        paragrafer_here = handled[row.sammanträde_id]
        numbers = [one.nummer for one in paragrafer_here]
        here = [one for one in notices[row.sammanträde_id] if announces(one, row, numbers)]
        views.append(_of_set(nämnd, known, row, here, paragrafer_here))
    return tuple(sorted(views, key=_place))


def _of_set(
    nämnd: Nämnd,
    known: Sequence[HuvudmanDraft],
    row: Justering,
    notices: Sequence[Anslag],
    handled: Sequence[_Paragraf],
) -> AnslagView:
    return AnslagView(
        nämnd_id=nämnd.id,
        justering_id=row.id,
        delegationsprotokoll_id=None,
        sammanträde_id=row.sammanträde_id,
        paragrafer=paragrafer.read(row.paragrafer),
        justerat=whole_day(row.datum) if row.läge == JUSTERAT else None,
        is_justerat=row.läge == JUSTERAT,
        boards=_boards(nämnd, known, notices),
        boardless=rules.boardless(nämnd.juridisk_form, known),
        överklaganden=_överklaganden(nämnd, row, handled),
        förvaring=nämnd.förvaring,
    )


def _of_delegation(session: Session, row: Delegationsprotokoll) -> AnslagView:
    nämnd = load(session, Nämnd, row.nämnd_id)
    known = huvudmän(session, nämnd.id)
    notices = rows_where(session, Anslag, Anslag.delegationsprotokoll_id == row.id)
    return AnslagView(
        nämnd_id=nämnd.id,
        justering_id=None,
        delegationsprotokoll_id=row.id,
        sammanträde_id=None,
        paragrafer=None,
        justerat=row.undertecknat,
        is_justerat=row.undertecknat is not None,
        boards=_boards(nämnd, known, notices),
        boardless=rules.boardless(nämnd.juridisk_form, known),
        överklaganden=(),
        förvaring=nämnd.förvaring,
    )


def _boards(
    nämnd: Nämnd, known: Sequence[HuvudmanDraft], notices: Sequence[Anslag]
) -> tuple[AnslagRow, ...]:
    """Return every board that is demanded, with its notice; then what is up elsewhere.

    When laga kraft is confirmed: those that were there then.
    """
    names = {one.id: one.namn for one in known}
    left, found = list(notices), list[AnslagRow]()
    for one in rules.boards(nämnd.juridisk_form, known):
        key = one.id if one else None
        mine = next((row for row in left if row.huvudman_id == key), None)
        if mine is None:
            found.append(AnslagRow(None, key, names.get(key or ""), None, demanded=True))
        else:
            left.remove(mine)
            found.append(_row(mine, names, demanded=True))
    return rules.as_confirmed((*found, *(_row(row, names, demanded=False) for row in left)))


def _row(row: Anslag, names: dict[str, str], *, demanded: bool) -> AnslagRow:
    return AnslagRow(
        id=row.id,
        huvudman_id=row.huvudman_id,
        huvudman=names.get(row.huvudman_id or ""),
        tavla=row.tavla,
        demanded=demanded,
        uppsatt=row.uppsatt,
        nedtaget=row.nedtaget,
        förvaring=row.förvaring,
        underskrift=row.underskrift,
        överklagas_senast=row.överklagas_senast,
        laga_kraft=row.laga_kraft_bekräftad,
    )


def _nämnd(session: Session, sammanträde_id: str) -> Nämnd:
    return load(session, Nämnd, load(session, Sammanträde, sammanträde_id).nämnd_id)


def _handled(session: Session, keys: Collection[str]) -> Mapping[str, list[_Paragraf]]:
    """Return the §§ of each sammanträde, by number."""
    wanted = (
        select(
            Paragraf.sammanträde_id,
            Paragraf.id,
            Paragraf.nummer,
            Paragraf.rubrik,
            Paragraf.överklagande,
        )
        .where(Paragraf.sammanträde_id.in_(keys))
        .order_by(Paragraf.nummer)
    )
    found: defaultdict[str, list[_Paragraf]] = defaultdict(list)
    for key, paragraf_id, nummer, rubrik, kept in session.execute(wanted):
        found[key].append(_Paragraf(paragraf_id, nummer, rubrik, kept))
    return found


def _notices(session: Session, keys: Collection[str]) -> Mapping[str | None, list[Anslag]]:
    found: defaultdict[str | None, list[Anslag]] = defaultdict(list)
    for row in rows_where(session, Anslag, Anslag.sammanträde_id.in_(keys)):
        found[row.sammanträde_id].append(row)
    return found


def _överklaganden(
    nämnd: Nämnd, row: Justering, handled: Iterable[_Paragraf]
) -> tuple[ParagrafÖverklagande, ...]:
    mine, usual = paragrafer.read(row.paragrafer), rules.usual_överklagande(nämnd.juridisk_form)
    return tuple(
        ParagrafÖverklagande(
            paragraf_id=one.id,
            nummer=one.nummer,
            rubrik=one.rubrik,
            slag=överklagande_of(one.överklagande) or usual,
            chosen=överklagande_of(one.överklagande) is not None,
        )
        for one in handled
        if mine.touches(one.nummer)
    )


def överklagande_of(kept: str | None) -> Överklagande | None:
    """Return how a beslut is appealed as it is kept; None: nobody has said, or it is unknown."""
    return kept if kept in ÖVERKLAGANDEN else None


def whole_day(written: str | None) -> date | None:
    """Return a whole date; one that is known in part («2019-08») is none."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _place(view: AnslagView) -> tuple[int, str]:
    spans = view.paragrafer.spans if view.paragrafer else ()
    return min((one.first for one in spans), default=0), view.key
