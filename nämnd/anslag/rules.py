"""What must be announced where, until when, and what then. Pure functions.

Source: KL 8:9–12 (what is announced, when, how long), 9:32 (on the board of every member region),
13:1–6 (laglighetsprövning); lag (1930:173) om beräkning av lagstadgad tid; RULES.md 7 and 8.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from nämnd.anslag.values import AnslagLäge, AnslagRow, Överklagande
from nämnd.core.calendar import workday_after
from nämnd.core.paragrafer import Paragrafer
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.rules import justeras_senast

__all__ = [
    "anslås_senast",
    "as_confirmed",
    "boards",
    "has_anslag",
    "justeras_senast",
    "läge",
    "names_all",
    "taken_down_too_early",
    "tas_ned_tidigast",
    "usual_överklagande",
    "överklagas_senast",
]
_ANSLAG_DAYS = 2
_APPEAL_DAYS = 21
_WITHOUT_BOARD = ("samverkan", "utskott")
_OF_MANY = ("gemensam_nämnd", "kommunalförbund")


def anslås_senast(justerat: date) -> date:
    """Return the last day to announce what was justerat on `justerat`.

    Source: KL 8:12 («senast den andra dagen efter justeringen»).
    """
    return workday_after(justerat, _ANSLAG_DAYS)


def överklagas_senast(uppsatta: Iterable[date | None]) -> date | None:
    """Return the last day to appeal. None: the time does not run, for a board is missing.

    Args:
        uppsatta: when it was put up on each board that the legal form demands; None: it was not.

    Source: KL 13:5 (three weeks from the day it was announced; on every board, 9:32).
    """
    days = tuple(uppsatta)
    known = [day for day in days if day is not None]
    if not days or len(known) < len(days):
        return None
    return workday_after(max(known), _APPEAL_DAYS)


def tas_ned_tidigast(uppsatta: Iterable[date | None]) -> date | None:
    """Return the first day on which it may be taken down from any board. None as above.

    Source: KL 8:12 (not before the time to appeal is over), 13:5.
    """
    last = överklagas_senast(uppsatta)
    return None if last is None else last + timedelta(days=1)


def taken_down_too_early(rows: Sequence[AnslagRow]) -> tuple[AnslagRow, ...]:
    """Return the demanded notices that were not up the whole time, so that it is not over.

    Source: KL 13:5 second paragraph.
    """
    mine = demanded(rows)
    last = överklagas_senast(row.uppsatt for row in mine)
    return tuple(row for row in mine if row.nedtaget and (last is None or row.nedtaget <= last))


def läge(rows: Sequence[AnslagRow], *, justerat: bool, today: date) -> AnslagLäge:
    """Return where the announcing stands.

    Args:
        rows: its notices, those that nobody has put up too.
        justerat: what it announces is justerat.
        today: the day that it is.
    """
    mine = demanded(rows)
    last = överklagas_senast(row.uppsatt for row in mine)
    if not mine:
        return AnslagLäge.NOT_DEMANDED
    if not justerat:
        return AnslagLäge.NOT_JUSTERAT
    if confirmed(rows):
        return AnslagLäge.LAGA_KRAFT
    if taken_down_too_early(rows):
        return AnslagLäge.DOWN_TOO_EARLY
    if last is None:
        return AnslagLäge.MISSING
    return AnslagLäge.RUNS if today <= last else AnslagLäge.TIME_OVER


def demanded(rows: Iterable[AnslagRow]) -> tuple[AnslagRow, ...]:
    """Return the notices that the legal form demands: the others do not move the time."""
    return tuple(row for row in rows if row.demanded)


def confirmed(rows: Iterable[AnslagRow]) -> date | None:
    """Return the day on which laga kraft was confirmed: one demanded notice that says so is enough.

    It is only confirmed when every board had it; a board that is demanded since changes nothing.
    """
    days = [row.laga_kraft for row in demanded(rows)]
    return max((day for day in days if day is not None), default=None)


def as_confirmed(rows: Sequence[AnslagRow]) -> tuple[AnslagRow, ...]:
    """Return the boards as they were when laga kraft was confirmed; all of them when it is not.

    What the settings demand since (another region's board, another legal form) was not demanded
    then, so the days that were counted stand.
    """
    if not any(row.laga_kraft for row in rows):
        return tuple(rows)
    there = tuple(row for row in rows if row.id)
    if confirmed(there):
        return there
    return tuple(replace(row, demanded=row.laga_kraft is not None) for row in there)


def names_all(named: Paragrafer, mine: Paragrafer, nummer: int) -> bool:
    """Say whether a notice of the §§ `named` has all that the set `mine` has of a §."""
    return all(named.covers(nummer, punkt) for punkt in mine.parts(nummer) or (None,))


def has_anslag(juridisk_form: str) -> bool:
    """Say whether the justering of such a body is announced, and its beslut appealed.

    A body by agreement (KL 9:37) is no nämnd: its regions decide themselves. An utskott decides
    for its nämnd, by delegation.
    """
    return juridisk_form not in _WITHOUT_BOARD


def boards(
    juridisk_form: str, huvudmän: Iterable[HuvudmanDraft]
) -> tuple[HuvudmanDraft | None, ...]:
    """Return whose boards the legal form demands; None is the body's own.

    A body of several whose huvudmän have no board of their own in the settings has its own.

    Source: KL 8:9, 9:32; which regions have a board is a setting (RULES.md 0).
    """
    if not has_anslag(juridisk_form):
        return ()
    theirs = tuple(one for one in huvudmän if one.anslagstavla)
    return theirs if juridisk_form in _OF_MANY and theirs else (None,)


def boardless(juridisk_form: str, huvudmän: Iterable[HuvudmanDraft]) -> tuple[str, ...]:
    """Return the member regions of a gemensam nämnd that have no board in the settings (9:32)."""
    if juridisk_form != "gemensam_nämnd":
        return ()
    return tuple(one.namn for one in huvudmän if not one.anslagstavla)


def usual_överklagande(juridisk_form: str) -> Överklagande:
    """Return how a beslut of such a body is appealed when nobody has said otherwise."""
    return "laglighetsprövning" if has_anslag(juridisk_form) else "inte"
